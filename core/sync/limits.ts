import * as v from 'valibot'

/** A guard lets go what does not pass both the share and the number. */
export const LimitSchema = v.object({
  share: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  records: v.pipe(v.number(), v.integer(), v.minValue(1)),
})
export type Limit = Readonly<v.InferOutput<typeof LimitSchema>>

/** From when on each guard holds what a file would do, where it is not by default. */
export const LimitsSchema = v.object({
  removals: v.exactOptional(LimitSchema),
  quarantine: v.exactOptional(LimitSchema),
  drift: v.exactOptional(LimitSchema),
  swaps: v.exactOptional(LimitSchema),
})
export type Limits = Readonly<Required<v.InferOutput<typeof LimitsSchema>>>

export const defaultLimits: Limits = {
  /** So many records missing, of those that are known. */
  removals: { share: 0.1, records: 10 },
  /** So many ids in rows that were left out, of those in the file: it is not to be trusted with removals. */
  quarantine: { share: 0.1, records: 10 },
  /** So many ids missing and so many new ones at once, of those that are known, are the same people under other ids. */
  drift: { share: 0.5, records: 10 },
  /** So many ids with another name, birth date and e-mail address at once, of those that are known, are those of other people. */
  swaps: { share: 0.05, records: 5 },
}

export const passes = (count: number, all: number, { share, records }: Limit): boolean =>
  count >= records && count > all * share

/** For so many days the limit is as it was set; after them, so many more as often as they have passed since the last good file. */
const daysOfLimit = 30
/** However long ago: who lacks more than half is not to be believed. */
const largestShare = 0.5

/** The limit for a file that comes so many days after the last good one: half a year of leavers is no file that was cut short. */
export const limitAfter = (limit: Limit, days: number): Limit => {
  const times = Math.max(1, days / daysOfLimit)
  const share = 1 - (1 - limit.share) ** times
  return { ...limit, share: Math.max(limit.share, Math.min(largestShare, share)) }
}

/** While a decision is open, the files are not to be trusted with more than a few removals, be the company as large as it may. */
export const limitBeside = (limit: Limit): Limit => ({ ...limit, share: 0 })
