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
  if (quarantined >= quarantineLimit.records && quarantined > (given + quarantined) * quarantineLimit.share)
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
  if (removals >= limit.records && removals > present * limit.share)
    return held(
      dataset,
      `The file lacks ${removals} of ${present} records. So many at once usually means a file that was cut short, so nothing was removed; everything else was applied.`,
      'Upload the complete file again. If the records really are gone, remove them in steps of at most a tenth a file.',
    )
  return null
}
