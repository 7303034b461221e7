import { dayAfter } from '#core/values/zoned-day.ts'

/** A status, and the day on which it becomes another one by itself. */
type DatedStatus = { readonly status: string | null; readonly due: string | null }

/** Where HR systems put the end of what has none: 31 December 9999. */
const openEnd = '9999-01-01'

/**
 * The employment status that follows from the dates of an employment (`yyyy-MM-dd`): somebody works from the first day to the last,
 * both included. Without any date nothing follows.
 */
export const statusByDates = (start: string | null, end: string | null, today: string): DatedStatus => {
  if (start !== null && start > today) return { status: 'PENDING', due: start }
  if (end !== null && end < today) return { status: 'INACTIVE', due: null }
  if (end !== null) return { status: 'ACTIVE', due: end < openEnd ? dayAfter(end) : null }
  return { status: start === null ? null : 'ACTIVE', due: null }
}
