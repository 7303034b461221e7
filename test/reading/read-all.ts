import type { TableRow } from '#core/files/table.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { Dialect } from '#core/mapping/dialect.ts'
import { type ReadOptions, readTable } from '../../lambdas/reading/read-table.ts'

/** Bytes as a stream of chunks that end at the given places. */
export const chunked = (bytes: Uint8Array, cuts: readonly number[] = []) =>
  async function* () {
    const borders = [0, ...[...cuts].sort((a, b) => a - b), bytes.length]
    for (let i = 1; i < borders.length; i += 1) yield bytes.subarray(borders[i - 1], borders[i])
  }

export const collect = async <Item>(items: AsyncIterable<Item>): Promise<Item[]> => {
  const all: Item[] = []
  for await (const item of items) all.push(item)
  return all
}

export type Everything = {
  readonly header: readonly string[]
  readonly dialect: Dialect | undefined
  readonly rows: readonly TableRow[]
  /** Issues of the file, then of its rows, then the one that refused it. */
  readonly issues: readonly Issue[]
  readonly refused: boolean
}

/** Reads a whole file. */
export const readAll = async (
  file: string | Uint8Array,
  options: Partial<ReadOptions> = {},
  cuts: readonly number[] = [],
): Promise<Everything> => {
  const bytes = typeof file === 'string' ? new TextEncoder().encode(file) : file
  const table = await readTable(chunked(bytes, cuts), { name: 'employees.csv', ...options })
  if (table.kind === 'refused') {
    return { header: [], dialect: undefined, rows: [], issues: table.issues, refused: true }
  }
  const events = await collect(table.events)
  return {
    header: table.header,
    dialect: table.dialect,
    rows: events.flatMap((event) => (event.kind === 'rows' ? event.rows : [])),
    issues: [...table.issues, ...events.flatMap((event) => (event.kind === 'rows' ? [] : [event.issue]))],
    refused: events.some(({ kind }) => kind === 'refused'),
  }
}

export const codes = ({ issues }: Everything): readonly string[] => issues.map(({ code }) => code)
export const cellsOf = ({ rows }: Everything): readonly (readonly string[])[] => rows.map(({ cells }) => cells)
