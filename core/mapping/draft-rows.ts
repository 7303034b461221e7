import type { Dataset } from '#core/files/datasets.ts'
import type { TableRow } from '#core/files/table.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { type Said, say } from '#core/issues/say.ts'
import type { Claim } from './claims.ts'
import { flagOf } from './draft-flag.ts'
import type { Habits } from './fit-column.ts'
import { guessDateFormat } from './guess-date-format.ts'
import { headerWords } from './header-words.ts'
import { matchHeader } from './match-header.ts'
import type { CurrentRow, Rows } from './rows.ts'
import type { SampleColumn } from './sample-column.ts'

const fields = (dataset: Dataset, { name }: SampleColumn): readonly string[] =>
  matchHeader(dataset, name).map(({ field }) => field)

/** `to_date`, `Gültig bis`, `Fin de validité`: until when a row holds. */
const untilWords = /^(?:to|until|till|through|end|thru|bis|ende|fin|fine|al|hasta|tot|einde|até|ate|expiry|expiration)$/
const lifeWords =
  /^(?:valid|effective|gueltig|gultig|date|datum|validite|validita|vigencia|geldig|validade|efectiva|wirksam)$/

const isUntil = ({ name }: SampleColumn): boolean => {
  const words = headerWords(name)
  return (
    words.some((word) => untilWords.test(word)) && words.every((word) => untilWords.test(word) || lifeWords.test(word))
  )
}

const isStart = (column: SampleColumn): boolean => fields('employees', column)[0] === 'start_date'

/** From when a row holds: by a column that says so, else by the day somebody was taken on, which differs where people come back. */
const fromColumn = (columns: readonly SampleColumn[]): SampleColumn | undefined =>
  columns.find((column) => fields('employments', column)[0] === 'effective_date' && !isStart(column)) ??
  columns.find(isStart)

const mostly = 0.9

const nameFields = ['first_name', 'last_name', 'display_full_name']

/** Whether rows with one id are about one person, as far as names tell. */
const areOnePerson = ({ rows, claims }: RowsInput, key: SampleColumn): boolean => {
  const names = claims.filter(({ field }) => nameFields.includes(field)).map(({ column }) => column.index)
  const namesOf = new Map<string, Set<string>>()
  for (const { cells } of rows) {
    const id = (cells[key.index] ?? '').trim()
    const name = names.map((index) => (cells[index] ?? '').trim()).join(' ')
    namesOf.set(id, (namesOf.get(id) ?? new Set()).add(name))
  }
  const people = [...namesOf.values()]
  return people.filter(({ size }) => size === 1).length >= people.length * mostly
}

type RowsInput = {
  readonly dataset: Dataset
  readonly id: readonly SampleColumn[]
  readonly columns: readonly SampleColumn[]
  readonly rows: readonly TableRow[]
  readonly claims: readonly Claim[]
  readonly habits: Habits
}

/** How the current one of several rows of a person is told, where ids repeat: by a flag, and by days that say which row is the latest. */
export const draftCurrent = (input: RowsInput): CurrentRow | undefined => {
  const { dataset, id, columns, rows, habits } = input
  const [key, ...others] = id
  if (dataset !== 'employees' || key === undefined || others.length > 0) return undefined
  if (key.filled < 1 || key.distinct.size === key.values.length || !areOnePerson(input, key)) return undefined
  const flag = flagOf(columns, key, rows)
  const from = fromColumn(columns)
  const guess = from && guessDateFormat(from, habits.dates.order)
  if (from === undefined || from.values.length === 0 || guess === undefined || guess.doubt) return flag && { flag }
  const to = flag ? undefined : columns.find((column) => isUntil(column) && column !== from)
  return {
    ...(flag && { flag }),
    from: from.name,
    ...(to && { to: to.name }),
    ...(guess.format !== undefined && { dateFormat: guess.format }),
  }
}

/** What was assumed of rows, to be checked before the mapping is approved. */
export const rowsAssumed = (dataset: Dataset, { fillDown, current }: Rows): readonly Issue[] => {
  const of = (column: string, said: Said): Issue => issue('ROWS_ASSUMED', { ...said, dataset, column })
  const { flag, from } = current ?? {}
  return [
    ...(fillDown ? [of(fillDown.join(' + '), say('blocksAssumed', { columns: fillDown }))] : []),
    ...(flag ? [of(flag.column, say('flagAssumed', { column: flag.column }))] : []),
    ...(from !== undefined && !flag ? [of(from, say('latestAssumed', { column: from }))] : []),
  ]
}
