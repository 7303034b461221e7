import { certainDateReader, isDaySerial, strictDateReader } from '#core/values/date.ts'
import { type Turn, turnOfFormat } from '#core/values/date-turn.ts'
import { isFlaw } from '#core/values/reading.ts'
import type { SampleColumn } from './sample-column.ts'

/** Why day and month of a column may be the other way round: no value tells them apart, or some say this and others that. */
type Doubt = 'untold' | 'mixed'

/** A format all dates of a column are written in; `format` undefined is ISO 8601. */
export type DateGuess = { readonly format: string | undefined; readonly doubt?: Doubt }

type Dates = Pick<SampleColumn, 'values' | 'later'>

const separators = ['.', '/', '-', ' ', ''] as const

/** Formats that dates may be written in: of one order, or of two that differ in whether the day comes first. */
type Candidate =
  | { readonly format: string | undefined }
  | { readonly separator: string; readonly formats: Readonly<Record<Turn, string>> }

const turned = (year: string): readonly Candidate[] =>
  separators.map((separator) => ({
    separator,
    formats: { dayFirst: ['dd', 'MM', year].join(separator), monthFirst: ['MM', 'dd', year].join(separator) },
  }))

/** The likelier, the earlier: a short year stands behind its month where it may. */
const candidates: readonly Candidate[] = [
  ...[undefined, 'yyyy/MM/dd', 'yyyy.MM.dd'].map((format) => ({ format })),
  ...turned('yyyy'),
  ...turned('yy'),
  ...['yy/MM/dd', 'yy-MM-dd', 'yy.MM.dd', 'yyMMdd'].map((format) => ({ format })),
]

/** Share of readable dates that a format needs: a few typing errors do not spoil it. */
const enough = 0.9
const half = 0.5
/** So many of the dates that tell day from month may say the opposite of the others before the column is in doubt. */
const mistaken = 0.1

/** Values that can be read in a format, or in each order of one. */
const readIn = (format: string | undefined, values: readonly string[]): ReadonlySet<string> => {
  const read = strictDateReader(format)
  return new Set(values.filter((value) => !isFlaw(read(value))))
}

type Judged = { readonly read: number; readonly guess: (later: SampleColumn['later'], preferred: Turn) => DateGuess }

/** The order of day and month by what can be read in each, where one alone can be; a point means day first. */
const decide = (
  { separator, formats }: Extract<Candidate, { readonly separator: string }>,
  { dayFirst, monthFirst }: Readonly<Record<Turn, number>>,
  preferred: Turn,
): DateGuess => {
  if (dayFirst + monthFirst === 0)
    return separator === '.' ? { format: formats.dayFirst } : { format: formats[preferred], doubt: 'untold' }
  const format =
    dayFirst === monthFirst ? formats[preferred] : formats[dayFirst > monthFirst ? 'dayFirst' : 'monthFirst']
  const isMixed = Math.min(dayFirst, monthFirst) > mistaken * (dayFirst + monthFirst)
  return isMixed ? { format, doubt: 'mixed' } : { format }
}

const judge = (candidate: Candidate, values: readonly string[]): Judged => {
  if ('format' in candidate) {
    const read = readIn(candidate.format, values)
    return { read: values.filter((value) => read.has(value)).length, guess: () => candidate }
  }
  const read = {
    dayFirst: readIn(candidate.formats.dayFirst, values),
    monthFirst: readIn(candidate.formats.monthFirst, values),
  }
  const only = (turn: Turn, other: Turn): number =>
    values.filter((value) => read[turn].has(value) && !read[other].has(value)).length
  const [dayFirst, monthFirst] = [only('dayFirst', 'monthFirst'), only('monthFirst', 'dayFirst')]
  return {
    read: values.filter((value) => read.dayFirst.has(value) || read.monthFirst.has(value)).length,
    guess: (later, preferred) =>
      decide(
        candidate,
        { dayFirst: dayFirst + (later?.dayFirst ?? 0), monthFirst: monthFirst + (later?.monthFirst ?? 0) },
        preferred,
      ),
  }
}

/**
 * The format of a column of dates, decided by all its values; `undefined` when they are no dates. Where nothing tells day from month
 * `preferred` decides, and the guess says that it is in doubt. Dates that can be read in one way only may stand among others.
 */
export const guessDateFormat = ({ values, later }: Dates, preferred: Turn): DateGuess | undefined => {
  const certain = certainDateReader()
  const spelled = values.filter((value) => !isFlaw(certain(value)))
  const rest = values.filter((value) => isFlaw(certain(value)) && !isDaySerial(value))
  // Numbers of five digits alone are no dates.
  if (values.length === 0 || spelled.length + rest.length < half * values.length) return undefined
  let best: Judged = { read: 0, guess: () => ({ format: undefined }) }
  for (const candidate of candidates) {
    const judged = judge(candidate, rest)
    if (judged.read > best.read) best = judged
    if (best.read === rest.length) break
  }
  const isEnough = rest.length - best.read <= (1 - enough) * values.length
  return isEnough && spelled.length + best.read > 0 ? best.guess(later, preferred) : undefined
}

/** How the dates of a file are written, by those of its columns that leave no doubt. */
export type DateHabits = {
  readonly order: Turn
  /** What a column without values is taken for; `undefined` is ISO 8601. */
  readonly format: string | undefined
}

export const dateHabits = (columns: readonly Dates[], otherwise: Turn): DateHabits => {
  const guesses = columns.flatMap((column) => guessDateFormat(column, otherwise) ?? [])
  const sure = guesses.find(({ format, doubt }) => !doubt && turnOfFormat(format) !== undefined)
  const order = turnOfFormat(sure?.format) ?? otherwise
  const [first] = columns.flatMap((column) => guessDateFormat(column, order) ?? [])
  return { order, format: first?.format }
}
