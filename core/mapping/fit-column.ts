import { readBoolean } from '#core/values/boolean.ts'
import { isDaySerial, serialFormat } from '#core/values/date.ts'
import { turnOf, turnOfFormat } from '#core/values/date-turn.ts'
import { isEmail } from '#core/values/email.ts'
import { looksLikeIban } from '#core/values/iban.ts'
import { numberReader } from '#core/values/number.ts'
import { isFlaw, type ValueReader } from '#core/values/reading.ts'
import { valueReader } from '#core/values/value-reader.ts'
import { type FieldType, targetFields } from './fields.ts'
import { type DateGuess, type DateHabits, guessDateFormat } from './guess-date-format.ts'
import { compactKey } from './header-words.ts'
import type { Source } from './mapping.ts'
import { eitherDecimal, type NumberDoubt } from './number-doubt.ts'
import { type SampleColumn, share } from './sample-column.ts'

type ColumnSource = Extract<Source, { readonly from: 'column' }>

/** What the whole file tells about how its values are written. */
export type Habits = {
  readonly dates: DateHabits
  readonly decimal: '.' | ','
  /** Whether some number of the file tells the decimal sign. */
  readonly decimalIsTold: boolean
}

/** How a column fills a field. `factor` lowers the confidence that the name gave, 0 to 1. */
export type Fit = {
  readonly source: ColumnSource
  readonly factor: number
  readonly reason: string
  /** Day and month could be either way round. */
  readonly numberInDoubt?: NumberDoubt
  readonly dateInDoubt?: { readonly format: string; readonly doubt: NonNullable<DateGuess['doubt']> }
}

const mostly = 0.9
const half = 0.5

const reads =
  (read: ValueReader) =>
  (value: string): boolean =>
    !isFlaw(read(value))

const plain = ({ name, empty }: SampleColumn): ColumnSource => ({
  from: 'column',
  column: name,
  ...(empty.length > 0 && { empty: [...empty] }),
})

const asDate = (column: SampleColumn, dateFormat: string | undefined): ColumnSource =>
  dateFormat === undefined ? plain(column) : { ...plain(column), dateFormat }

const areSerials = (values: readonly string[]): boolean => share(values, isDaySerial) >= mostly

/** What was seen of the dates of a column. */
const reasonOf = ({ format = 'yyyy-MM-dd', doubt }: DateGuess, { values, later }: SampleColumn): string => {
  if (doubt === 'mixed') return `its values are dates, some as ${format}, others with day and month the other way round`
  if (doubt === 'untold')
    return `its values are dates as ${format}, or with day and month the other way round: no row tells`
  const isTurned = turnOfFormat(format) !== undefined
  const byLater = isTurned && values.every((value) => turnOf(value) === 'either') ? later?.tellingRow : undefined
  return `its values are dates as ${format}${byLater === undefined ? '' : `, as row ${byLater} tells`}`
}

const fitDate = (column: SampleColumn, { dates }: Habits): Fit | undefined => {
  if (column.values.length === 0) {
    const reason = `no sample value shows its date format; ${dates.format ?? 'yyyy-MM-dd'} is assumed`
    return { source: asDate(column, dates.format), factor: 0.9, reason }
  }
  if (areSerials(column.values))
    return {
      source: asDate(column, serialFormat),
      factor: 0.9,
      reason: 'its values are days as spreadsheets count them',
    }
  const guess = guessDateFormat(column, dates.order)
  if (guess === undefined) return undefined
  const { format, doubt } = guess
  const fit = { source: asDate(column, format), factor: 1, reason: reasonOf(guess, column) }
  return doubt ? { ...fit, factor: 0.6, dateInDoubt: { format: format ?? '', doubt } } : fit
}

const fitNumber = (field: string, column: SampleColumn, habits: Habits): Fit | undefined => {
  const readable = {
    '.': share(column.values, reads(numberReader('.'))),
    ',': share(column.values, reads(numberReader(','))),
  }
  const best = Math.max(readable['.'], readable[','])
  if (best < mostly) return undefined
  const told = habits.decimalIsTold ? undefined : eitherDecimal(field, column)
  const decimal =
    readable['.'] === readable[','] ? (told?.decimal ?? habits.decimal) : readable[','] > readable['.'] ? ',' : '.'
  const source: ColumnSource = decimal === ',' ? { ...plain(column), decimal } : plain(column)
  const fit = { source, factor: 1, reason: `its values are numbers${decimal === ',' ? ' with a decimal comma' : ''}` }
  return told?.doubt === undefined ? fit : { ...fit, factor: 0.6, numberInDoubt: told.doubt }
}

/** Columns that answer "is this person active" with yes or no. */
const activeKeys: ReadonlySet<string> = new Set([
  'active',
  'isactive',
  'aktiv',
  'accountenabled',
  'actif',
  'attivo',
  'activo',
  'ativo',
])
const usualAnswers = ['true', 'false', 'yes', 'no', 'y', 'n', '1', '0']

/** What these answers, and the usual ones, say of whether somebody works here. */
const yesAndNo = (column: SampleColumn): NonNullable<ColumnSource['values']> =>
  Object.fromEntries(
    [...usualAnswers, ...column.distinct].flatMap((word): [string, string][] => {
      const answer = readBoolean(word)
      return typeof answer === 'boolean' ? [[word.toLowerCase(), answer ? 'ACTIVE' : 'INACTIVE']] : []
    }),
  )

const isMadeOf = (words: ReadonlySet<string>, letters: readonly string[]): boolean =>
  words.size > 0 && [...words].every((word) => letters.includes(word))

/** Words that have a meaning in one kind of column only; 1 and 2 are the sexes of ISO/IEC 5218, and FAMST is SAP's. */
const ownTable = (field: string, column: SampleColumn): ColumnSource['values'] => {
  const words = new Set([...column.distinct].map(compactKey))
  if (field === 'employment_status' && activeKeys.has(compactKey(column.name))) return yesAndNo(column)
  if (field === 'gender' && isMadeOf(words, ['0', '1', '2', '9']))
    return { '1': 'MALE', '2': 'FEMALE', '0': null, '9': null }
  if (field === 'employment_type' && isMadeOf(words, ['f', 'p'])) return { F: 'FULL_TIME', P: 'PART_TIME' }
  if (compactKey(column.name) === 'famst') return { '0': 'SINGLE', '1': 'MARRIED', '2': 'WIDOWED', '3': 'DIVORCED' }
  // Dutch: `vrouw`; in Spanish, `varón`.
  if (field === 'gender' && words.has('v') && words.has('m') && !words.has('f'))
    return /^geslacht/.test(compactKey(column.name)) ? { M: 'MALE', V: 'FEMALE' } : { V: 'MALE', M: 'FEMALE' }
  // Spanish: `hombre` and `mujer`. Everywhere else M is a man.
  if (field === 'gender' && words.has('h') && words.has('m') && !words.has('f')) return { H: 'MALE', M: 'FEMALE' }
  return undefined
}

const workFields: ReadonlySet<string> = new Set([
  'employment_type',
  'employment_status',
  'ethnicity',
  'marital_status',
  'pay_frequency',
])
/** So few values do not show whether words come again. */
const tooFew = 6
const mostWords = 15

/** Companies have words of their own for kinds of work: a few that come again, which the value table of the mapping may then explain. */
const wordsOfTheirOwn = (field: string, column: SampleColumn): Fit | undefined => {
  const { values, distinct } = column
  const areWords = share(distinct, (value) => /^(?:\p{L}[^@]{0,40}|\d{1,3})$/u.test(value)) >= mostly
  const comeAgain = distinct.size <= mostWords && values.length >= 2 * distinct.size
  if (!workFields.has(field) || !areWords || !(comeAgain || values.length < tooFew)) return undefined
  const reason = comeAgain ? 'its words come again, though they are not known' : 'its words are not known'
  return { source: plain(column), factor: comeAgain ? 0.6 : 0.5, reason }
}

/** The share of these words that the field knows by itself. */
export const knownWords = (field: string, words: ReadonlySet<string>): number => {
  const type = targetFields.employees[field]
  return type === undefined ? 0 : share(words, reads(valueReader(field, type, {})))
}

const fitWord = (field: string, type: FieldType, column: SampleColumn): Fit | undefined => {
  const values = ownTable(field, column)
  if (values !== undefined)
    return { source: { ...plain(column), values }, factor: 1, reason: 'its words have one meaning here' }
  const known = share(column.distinct, reads(valueReader(field, type, {})))
  if (known < (type.kind === 'closed' ? half : 0.3)) return wordsOfTheirOwn(field, column)
  return { source: plain(column), factor: known < mostly ? 0.8 : 1, reason: 'its words are known' }
}

const titles = /^(?:dr|prof|mr|mrs|ms|herr|frau|dipl|mag|ing|med|habil|phd|msc|bsc|ing)(?:[ .-]|$)/i

/** National numbers are longer than codes. */
const leastOfId = 7

const hasLetters = (value: string): boolean => /\p{L}{2}/u.test(value)

/** What the values of a text must mostly be like, by its field: an address is no name, and a number no currency. */
const shapesOfText: readonly (readonly [field: RegExp, test: (value: string) => boolean])[] = [
  [/^(?:first_name|last_name|display_full_name|job_title)$/, (value) => hasLetters(value) && !isEmail(value)],
  [/^(?!manager).*name$/, (value) => !isEmail(value)],
  [/^job_title$/, (value) => !titles.test(value)],
  [/^mobile_phone_number$/, (value) => value.replace(/\D/g, '').length >= 5],
  [/\.iban$/, looksLikeIban],
  [/zip_code$/, (value) => /\d/.test(value)],
  [/^(?:ssn|tax_id)$/, (value) => value.replace(/[^\p{L}\d]/gu, '').length >= leastOfId && /\d/.test(value)],
  [/^pay_currency$/, (value) => !/\d/.test(value)],
]

const fitText = (field: string, column: SampleColumn): Fit | undefined =>
  column.values.length > 0 &&
  shapesOfText.some(([fields, test]) => fields.test(field) && share(column.distinct, test) <= half)
    ? undefined
    : { source: plain(column), factor: 1, reason: 'its name says so' }

const tested = (column: SampleColumn, test: (value: string) => boolean, reason: string): Fit | undefined =>
  share(column.values, test) < half ? undefined : { source: plain(column), factor: 1, reason }

const fitByValues = (field: string, type: FieldType, column: SampleColumn, habits: Habits): Fit | undefined => {
  switch (type.kind) {
    case 'date':
      return fitDate(column, habits)
    case 'datetime': {
      const dates = fitDate(column, habits)
      const read = valueReader(field, type, { dateFormat: dates?.source.dateFormat })
      return dates !== undefined && share(column.values, reads(read)) >= mostly ? dates : undefined
    }
    case 'number':
      return fitNumber(field, column, habits)
    case 'email':
      return tested(column, isEmail, 'its values are e-mail addresses')
    case 'boolean':
    case 'time':
      return share(column.values, reads(valueReader(field, type, {}))) < mostly
        ? undefined
        : {
            source: plain(column),
            // `From` without a value is a day rather than an hour.
            factor: column.values.length === 0 ? 0.8 : 1,
            reason: type.kind === 'time' ? 'its values are times' : 'its values are yes and no',
          }
    case 'text':
      return fitText(field, column)
    default:
      return fitWord(field, type, column)
  }
}

/** What names of columns say without doubt; of others, values must agree before a draft is sure. */
const plainFields: ReadonlySet<string> = new Set([
  'first_name',
  'last_name',
  'gender',
  'nationality',
  'marital_status',
  'work_email',
  'personal_email',
  'bank_account.iban',
])
const unconfirmed = 0.93

/** How a column fills a field of this type, as far as its sample values allow it; `undefined` when they do not. */
export const fitColumn = (field: string, type: FieldType, column: SampleColumn, habits: Habits): Fit | undefined => {
  const fit = fitByValues(field, type, column, habits)
  const unseen = column.values.length === 0 && type.kind !== 'date' && type.kind !== 'datetime'
  if (fit === undefined || !unseen) return fit
  const factor = plainFields.has(field) ? fit.factor : fit.factor * unconfirmed
  return { ...fit, factor, reason: 'the sample has no values in it' }
}
