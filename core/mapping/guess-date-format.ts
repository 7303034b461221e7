import { dateReader } from '#core/values/date.ts'
import { isFlaw } from '#core/values/reading.ts'

/** A format all dates of a column are written in; `format` undefined is ISO 8601. */
export type DateGuess = { readonly format: string | undefined; readonly ambiguous: boolean }

type Order = 'dayFirst' | 'monthFirst'

const isoLike = [undefined, 'yyyy/MM/dd', 'yyyy.MM.dd']
const separators = ['.', '/', '-', ' '] as const
const formatsOf = (separator: string, year: string): Readonly<Record<Order, string>> => ({
  dayFirst: ['dd', 'MM', year].join(separator),
  monthFirst: ['MM', 'dd', year].join(separator),
})

/** Share of readable dates that a format needs: a few typing errors do not spoil it. */
const enough = 0.9

const readable = (values: readonly string[], format: string | undefined): number => {
  const read = dateReader(format)
  return values.filter((value) => !isFlaw(read(value))).length
}

const orderBySeparator = (separator: string, preferred: Order): Order => (separator === '.' ? 'dayFirst' : preferred)

/**
 * The format of a column of dates, decided by all its values; `undefined` when they are no dates. Where day and month could be either way
 * round, a point means day first and otherwise `preferred` decides, and the guess says that it is one.
 */
export const guessDateFormat = (values: readonly string[], preferred: Order): DateGuess | undefined => {
  const needed = Math.max(1, values.length * enough)
  for (const format of isoLike) if (readable(values, format) >= needed) return { format, ambiguous: false }
  for (const year of ['yyyy', 'yy']) {
    for (const separator of [...separators, '']) {
      const formats = formatsOf(separator, year)
      const dayFirst = readable(values, formats.dayFirst)
      const monthFirst = readable(values, formats.monthFirst)
      if (Math.max(dayFirst, monthFirst) < needed) continue
      if (dayFirst !== monthFirst)
        return { format: dayFirst > monthFirst ? formats.dayFirst : formats.monthFirst, ambiguous: false }
      return { format: formats[orderBySeparator(separator, preferred)], ambiguous: separator !== '.' }
    }
  }
  return undefined
}

/** How the dates of a file are written, by those of its columns that leave no doubt. */
export type DateHabits = {
  readonly order: Order
  /** What a column without values is taken for; `undefined` is ISO 8601. */
  readonly format: string | undefined
}

export const dateHabits = (columns: readonly (readonly string[])[], otherwise: Order): DateHabits => {
  const guesses = columns.flatMap((values) => guessDateFormat(values, otherwise) ?? [])
  const sure = guesses.filter(({ ambiguous }) => !ambiguous)
  const turned = sure.find(({ format }) => format?.startsWith('dd') || format?.startsWith('MM'))?.format
  const order = turned === undefined ? otherwise : turned.startsWith('dd') ? 'dayFirst' : 'monthFirst'
  const [first] = columns.flatMap((values) => guessDateFormat(values, order) ?? [])
  return { order, format: first?.format }
}
