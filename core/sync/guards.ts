import * as v from 'valibot'
import type { Dataset } from '#core/files/datasets.ts'
import { type Issue, issue } from '#core/issues/issue.ts'

/** The removal limit: removals are held when they pass both the share and the number. */
export const RemovalLimitSchema = v.object({
  share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  records: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
export type RemovalLimit = Readonly<v.InferOutput<typeof RemovalLimitSchema>>

const defaultRemovalLimit: RemovalLimit = { share: 0.1, records: 10 }

/** So many ids of a file in rows that were left out, and as large a share of all its ids: the file is not to be trusted. */
const quarantineLimit: RemovalLimit = { share: 0.1, records: 10 }

/** So many new ids and so many missing at once, of those that are known, are the same people under other ids. */
const driftLimit: RemovalLimit = { share: 0.5, records: 10 }

const passes = (count: number, all: number, { share, records }: RemovalLimit): boolean =>
  count >= records && count > all * share

export type RemovalCase = {
  readonly dataset: Dataset
  /** Records that a file of this dataset would remove. */
  readonly removals: number
  /** Records that it gives. */
  readonly given: number
  /** Records that were present before. */
  readonly present: number
  /** Rows whose id could not be read: any of them may be one of the missing. */
  readonly rowsWithoutId: number
  /** Ids in rows that were left out. */
  readonly quarantined: number
}

const held = (dataset: Dataset, message: string, fix: string): Issue =>
  issue('REMOVALS_HELD', { dataset, message, fix })

/** Whether the removals of a file must wait for somebody's approval; everything else of the file applies all the same. */
export const holdRemovals = (
  { dataset, removals, given, present, rowsWithoutId, quarantined }: RemovalCase,
  limit: RemovalLimit = defaultRemovalLimit,
): Issue | null => {
  if (removals === 0) return null
  if (rowsWithoutId > 0)
    return held(
      dataset,
      `Records missing from the file: ${removals}. Its rows without an id that can be read (${rowsWithoutId}) may be some of them, so nothing was removed.`,
      'Correct the rows without an id and upload the file again.',
    )
  if (passes(quarantined, given + quarantined, quarantineLimit))
    return held(
      dataset,
      `Records missing from the file: ${removals}. So many of its rows had to be left out (${quarantined} of ${given + quarantined} ids) that it may be damaged, so nothing was removed; everything else was applied.`,
      'Correct the rows that are reported beside this and upload the file again.',
    )
  if (given === 0)
    return held(
      dataset,
      `The file holds no records, although ${present} are known, so nothing was removed.`,
      'Check the filter of the export in the HR system and upload the file again. If nobody is left, delete the integration.',
    )
  if (passes(removals, present, limit))
    return held(
      dataset,
      `The file lacks ${removals} of ${present} records. So many at once usually means a file that was cut short, so nothing was removed; everything else was applied.`,
      'Upload the complete file again. If the records really are gone, remove them in steps of at most a tenth a file.',
    )
  return null
}

export type LeftOutCase = {
  /** Employees whom the filter leaves out by what a file newly says of them. */
  readonly leftOut: number
  /** Employees who pass it. */
  readonly given: number
  /** Employees who were present before. */
  readonly present: number
}

/** Whether those whom a file makes a filter leave out must stay: a column that came out blank is no reason to empty half a company. */
export const holdLeftOut = (
  { leftOut, given, present }: LeftOutCase,
  limit: RemovalLimit = defaultRemovalLimit,
): Issue | null => {
  if (leftOut === 0 || (given > 0 && !passes(leftOut, present, limit))) return null
  return held(
    'employees',
    `By what this file says of them, the employee filter leaves out ${leftOut} of ${present} people who are stored. So many at once usually means a column that was not filled in, so they stayed as they are; everything else was applied.`,
    'Check the columns that the filter looks at and upload the file again. If these people really are to go, have the removal limit of the integration raised, or the filter changed.',
  )
}

export type DriftCase = {
  readonly dataset: Dataset
  /** Records missing from the file that earlier files gave. */
  readonly missing: number
  /** Records that it gives and no earlier file gave. */
  readonly created: number
  /** Records that were present before. */
  readonly present: number
}

/**
 * Why a file is not to be applied at all: everybody would be there twice. Only employees have ids that stay for good: absences and
 * employments of a new year may well be all new.
 */
export const idDrift = ({ dataset, missing, created, present }: DriftCase): Issue | null => {
  const isDrift = passes(missing, present, driftLimit) && passes(created, present, driftLimit)
  if (dataset !== 'employees' || !isDrift) return null
  return issue('ID_DRIFT', {
    dataset,
    message: `${missing} of ${present} known ids are missing from the file, and ${created} new ones are in it. The ids have probably changed, so nothing of the file was applied.`,
    fix: 'Export the ids as before (with their leading zeros), or choose the column that holds them as the id of the mapping, and upload the file again. If these really are other people, or new ids for good, have the removal limit of the integration raised first.',
  })
}
