import type { Dataset } from '#core/files/datasets.ts'
import type { Random } from '../../bench/data/random.ts'
import type { Row } from './company.ts'
import { columns } from './customer.ts'

/** A file that a customer uploads. */
export type Upload = {
  readonly name: string
  readonly csv: string
  /** Null for what is no export. */
  readonly dataset: Dataset | null
  /** Rows that must be known once the file is the newest accepted one; null for a file that must be refused. */
  readonly sound: readonly Row[] | null
  /** epoch ms */
  readonly eventTime: number
}

export type Contents = Pick<Upload, 'csv' | 'sound'>

const cell = (text: string): string => (/[",\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csvOf = (header: Row, rows: readonly Row[]): string =>
  [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('')

type Blemish = (random: Random, rows: Row[]) => readonly Row[]

const cutShort: Blemish = (random, rows) => {
  rows.splice(1 + random.int(rows.length))
  return []
}

/** Ways in which a day's export is imperfect. Each changes the rows in place and answers those that are not sound. */
const blemishes: readonly [Blemish, ...Blemish[]] = [
  function unreadableDate(random, rows) {
    const at = random.int(rows.length)
    const row = rows[at] ?? []
    rows[at] = row.map((text) => (/^\d{4}-\d\d-\d\d$/.test(text) ? 'soon' : text))
    return [rows[at]]
  },
  function withoutId(_, rows) {
    rows.push(['', ...(rows[0] ?? []).slice(1)])
    return rows.slice(-1)
  },
  function twiceDifferently(random, rows) {
    const [id = '', ...rest] = rows[random.int(rows.length)] ?? []
    rows.push([id, ...rest.map((text) => (/^\d{4}-/.test(text) ? '2020-02-02' : text))])
    return [[id]]
  },
  function twiceTheSame(random, rows) {
    rows.push(rows[random.int(rows.length)] ?? [])
    return []
  },
  function unknownPerson(random, rows) {
    const at = random.int(rows.length)
    const [id = '', second = '', third = '', ...rest] = rows[at] ?? []
    // The manager of an employee, the employee of everything else.
    rows[at] = rest.length > 2 ? [id, second, 'nobody', ...rest] : [id, 'nobody', third, ...rest]
    return rest.length > 2 ? [] : [[id]]
  },
]

/**
 * An export of a dataset, sometimes with blemishes. Which removals are held depends on which records there were: what may shrink
 * is only what no other file of its phase brings records into.
 */
export const exportOf = (random: Random, dataset: Dataset, all: readonly Row[], mayShrink: boolean): Contents => {
  const rows = [...all]
  const unsound = new Set<string | undefined>()
  const possible: typeof blemishes = mayShrink ? [cutShort, ...blemishes] : blemishes
  while (random.int(4) === 0) for (const [id] of random.pick(possible)(random, rows)) unsound.add(id)
  return { csv: csvOf(columns[dataset], rows), sound: rows.filter(([id]) => !unsound.has(id)) }
}

/** An export as it should be. */
export const soundExportOf = (dataset: Dataset, rows: readonly Row[]): Contents => ({
  csv: csvOf(columns[dataset], rows),
  sound: rows,
})

const misspelt = (dataset: Dataset, [id = '', second = '', ...rest]: Row): Row =>
  dataset === 'employees'
    ? [id, `${second}?`, ...rest]
    : [id, second, ...rest.map((text) => text.replace('Sick', 'Ill'))]

/** An export with mistakes that no program can see: some rows changed, one left out or one too many. */
export const wrongExportOf = (random: Random, dataset: Dataset, rows: readonly Row[]): Contents => {
  const [first = [], ...others] = rows.map((row) => (random.int(3) === 0 ? misspelt(dataset, row) : row))
  const extra = ['extra', ...first.slice(1)]
  return soundExportOf(dataset, random.int(2) === 0 ? [first, ...others, extra] : [first, ...others.slice(1)])
}

/** An export that cannot be used. */
export const brokenExportOf = (random: Random, dataset: Dataset, rows: readonly Row[]): Contents => {
  const [, ...withoutId] = columns[dataset]
  const broken = ['', csvOf(['number', ...withoutId], rows), `${csvOf(columns[dataset], rows)}x,"never closed`] as const
  return { csv: random.pick(broken), sound: null }
}

/** Names that are no exports, and one that is. */
export const oddNames = ['employees.csv.filepart', 'notes.txt', 'archive/', 'employees.result.csv'] as const
