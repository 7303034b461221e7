import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import type { Table, TableEvent } from '#core/files/table.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import { readTable } from '../../../lambdas/reading/read-table.ts'
import { cutAt, cutsOf, hostileText, mutated, streamOf } from '../hostile.ts'
import { hold, target } from '../target.ts'
import { encodedText } from './encoding.ts'

const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('1', 'Ada', '', '2026-01-01', '"x\ny"', '"a ""b"""', '"a \\"b"', '="01"') },
  { weight: 1, arbitrary: hostileText(3) },
)

/** Something like a table. */
const tables: fc.Arbitrary<Uint8Array> = fc
  .record({
    columns: fc.integer({ min: 1, max: 6 }),
    rows: fc.array(fc.array(cell, { minLength: 6, maxLength: 6 }), { maxLength: 12 }),
    delimiter: fc.constantFrom(',', ';', '\t', '|', '¦', '~|~', '\u0001'),
    lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
    prose: fc.constantFrom('', 'Export of today\n', '\n\n'),
    end: fc.constantFrom('', 'End of report\n', '\n;;5\n', '12\n'),
  })
  .map(({ columns, rows, delimiter, lineEnd, prose, end }) => {
    const header = ['id', 'name', 'manager', 'start', 'hours', 'type'].slice(0, columns)
    const lines = [header, ...rows].map((row) => row.slice(0, columns).join(delimiter))
    return new TextEncoder().encode(prose + lines.join(lineEnd) + lineEnd + end)
  })

export const files = fc.oneof(tables, mutated(tables), encodedText, fc.uint8Array({ maxLength: 80 }))
export const fileNames = fc.constantFrom('employees.csv', 'absences.txt', 'employees.xlsx', 'x')

type Read = {
  readonly table:
    | Omit<Extract<Table, { kind: 'table' }>, 'events' | 'eventsBut' | 'slices'>
    | Extract<Table, { kind: 'refused' }>
  readonly events: readonly TableEvent[]
}

type Said = {
  readonly name: string
  readonly dialect: PartialDialect
  readonly ids: readonly string[]
}

const read = async (chunks: readonly Uint8Array[], { name, dialect, ids }: Said): Promise<Read> => {
  const table = await readTable(() => streamOf(chunks), { name, dataset: 'employees', dialect, ids, isDraft: true })
  if (table.kind === 'refused') return { table, events: [] }
  const { events, eventsBut: _, slices: __, ...rest } = table
  return { table: rest, events: await Array.fromAsync(events) }
}

const checkEvents = (width: number, events: readonly TableEvent[]): void => {
  let row = 0
  for (const [index, event] of events.entries()) {
    if (event.kind === 'refused') hold(index === events.length - 1, 'something follows a refusal')
    const rows = event.kind === 'rows' ? event.rows : []
    hold(
      rows.every(({ cells }) => cells.length === width),
      'a row of another width than the header',
    )
    for (const each of event.kind === 'bad-row' ? [event] : rows) {
      hold(each.row > row, 'rows out of order')
      row = each.row
    }
  }
}

export const readerTarget = target(
  'reader',
  fc.record({
    bytes: files,
    name: fileNames,
    cuts: cutsOf,
    dialect: fc.record(
      {
        quote: fc.constantFrom("'" as const, '' as const, '\\"' as const),
        delimiter: fc.constantFrom(',', '¦', '~|~', '#'),
        encoding: fc.constantFrom('utf-8' as const, 'windows-1252' as const),
        headerRow: fc.nat(3),
      },
      { requiredKeys: [] },
    ),
    ids: fc.constantFrom([], ['id']),
  }),
  async (input) => {
    const { bytes, cuts } = input
    const once = await read([bytes], input)
    hold(isDeepStrictEqual(await read(cutAt(bytes, cuts), input), once), 'the cuts of the stream matter')
    if (once.table.kind === 'refused') hold(once.table.issues.length > 0, 'refused without a reason')
    else checkEvents(once.table.header.length, once.events)
  },
)
