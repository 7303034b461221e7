import { dayAfter, earlierDay } from '#core/values/zoned-day.ts'

/** The days between which a row holds, both included, `yyyy-MM-dd`; null where it is open. */
export type Validity = { readonly from: string | null; readonly to: string | null }

/** Where HR systems put the end of what has none: 31 December 9999. */
const openEnd = '9999-01-01'
const noDay = '0000-00-00'

type Person = {
  /** The rows that hold now, or come closest to it, by what `nearness` says of them. */
  rows: number[]
  best: string
  count: number
  /** A row of theirs cannot be told from the others, so that all of them are kept. */
  unsure: boolean
  /** The first day on which another row may count. */
  due: string | null
}

const holds = ({ from, to }: Validity, today: string): boolean =>
  (from === null || from <= today) && (to === null || to >= today)

/** The greater, the sooner a row counts: those that hold today, then those that are over, then those to come; of equals, the latest. */
export const nearness = (validity: Validity, today: string): string => {
  const { from, to } = validity
  if (holds(validity, today)) return `3${from ?? noDay}${to ?? openEnd}`
  if (to !== null && to < today) return `2${to}${from ?? noDay}`
  // Of rows to come the first counts: its day is turned round.
  return `1${[...(from ?? '')].map((digit) => (digit === '-' ? '-' : 9 - Number(digit))).join('')}`
}

/** The day after today on which a row begins to hold, or no longer does. */
const turn = ({ from, to }: Validity, today: string): string | null => {
  const begins = from !== null && from > today && from < openEnd ? from : null
  return earlierDay(begins, to !== null && to >= today && to < openEnd ? dayAfter(to) : null)
}

/** Chooses of the rows of each person the one that holds on a day. Rows that hold equally are all kept. */
export const currentRows = (today: string) => {
  const people = new Map<string, Person>()
  return {
    add: (key: string, row: number, validity: Validity | 'unreadable'): void => {
      const unsure = validity === 'unreadable'
      const best = unsure ? '' : nearness(validity, today)
      const due = unsure ? null : turn(validity, today)
      const person = people.get(key)
      if (person === undefined) {
        people.set(key, { rows: [row], best, count: 1, unsure, due })
        return
      }
      person.count += 1
      person.unsure ||= unsure
      person.due = earlierDay(person.due, due)
      if (best > person.best) {
        person.best = best
        person.rows = [row]
      } else if (best === person.best) person.rows.push(row)
    },
    isRepeated: (key: string): boolean => (people.get(key)?.count ?? 0) > 1,
    isCurrent: (key: string, row: number): boolean => {
      const person = people.get(key)
      return person === undefined || person.unsure || person.rows.includes(row)
    },
    /** The first day on which another row counts for somebody; null when that is never. */
    due: (): string | null => {
      let first: string | null = null
      for (const { count, due } of people.values()) if (count > 1) first = earlierDay(first, due)
      return first
    },
  }
}
