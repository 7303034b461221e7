import type { ManifestTable } from './manifest-table.ts'

/**
 * Why the removal of a record is held: so many were missing at once, the file could not be trusted as a whole, or the employee filter
 * left out so many.
 */
const causes = ['many', 'doubt', 'left-out'] as const
export type HoldCause = (typeof causes)[number]

/** A record that stays although the newest file would have it removed. */
export type Hold = {
  /** The file since which it would be gone. */
  readonly since: string
  readonly cause: HoldCause
  /** Somebody decided that it is to stay: nobody is asked again. */
  readonly kept: boolean
}

/** What was decided about the removal of a record that was held since a file. */
export type Decided = (id: string, since: string) => 'approved' | 'discarded' | undefined

export const undecided: Decided = () => undefined

const keptMark = 'kept'

const uploadMark = 'upload'

/** What manifests write of a record that goes as soon as it is known that the upload of this file, which lacks it, was whole. */
export const uploadText = (fileId: string): string => `${fileId} ${uploadMark}`

/** Whether that is what a row waits for: nobody is asked, and no file takes it for held. */
export const awaitsUpload = (text: string | null): boolean => text?.endsWith(` ${uploadMark}`) === true

/** A hold as manifests write it: the file's id, then what is not usual about it. */
export const holdText = ({ since, cause, kept }: Hold): string =>
  [since, ...(cause === 'many' ? [] : [cause]), ...(kept ? [keptMark] : [])].join(' ')

export const parseHold = (text: string): Hold => {
  const [since = '', ...marks] = text.split(' ')
  return { since, cause: causes.find((cause) => marks.includes(cause)) ?? 'many', kept: marks.includes(keptMark) }
}

/** Whether somebody is asked about a row with this hold, if it has any. */
export const isAsked = (text: string | null): boolean => text !== null && !awaitsUpload(text) && !parseHold(text).kept

/** The hold of a committed row; null when there is none. */
export const holdOf = (base: ManifestTable, index: number): Hold | null => {
  const text = base.absentSince(index)
  return text === null || awaitsUpload(text) ? null : parseHold(text)
}

/** Whether it waits for a decision, whatever later files lack; what a file was not trusted with, the next one settles. */
export const waits = ({ cause, kept }: Hold): boolean => kept || cause !== 'doubt'
