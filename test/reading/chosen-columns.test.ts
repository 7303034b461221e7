import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { ColumnChoice } from '#core/files/cut-columns.ts'
import type { KnownRowsEvent, TableEvent } from '#core/files/table.ts'
import { emptyManifest } from '#core/sync/manifest-table.ts'
import { readTable } from '../../lambdas/reading/read-table.ts'
import { rowRecogniser } from '../../lambdas/sync/recognise-rows.ts'

const width = 4
const header = ['a', 'b', 'c', 'd']

const cell = fc.oneof(
  fc.constant(' '),
  fc.constantFrom(
    '',
    ' ',
    '\u00a0',
    '\u001a',
    '""',
    '" "',
    '"x;y"',
    '"x""y\r\nz"',
    ' "x" ',
    '5" pipe',
    '"',
    'ö"',
    '\ufeff',
    '!',
  ),
  fc.string({ unit: fc.constantFrom('x', 'ö', '€', ' ', '"', '\t', '😀'), maxLength: 4 }),
)
const rows = fc.array(fc.array(cell, { minLength: width - 1, maxLength: width + 1 }), { minLength: 1, maxLength: 8 })
/** Records before it are parsed before those behind it are looked at, so that their cells may be remembered. */
const longRow = ['1', '2', '3', 'x'.repeat(8_200)]
const choices = fc.subarray([0, 1, 2, 3], { minLength: 1 })

/** What the events say, with only the chosen cells of each row. */
const told = async (events: AsyncIterable<TableEvent | KnownRowsEvent>, columns: readonly number[]) => {
  const found: unknown[] = []
  for await (const event of events) {
    if (event.kind !== 'rows') found.push(event)
    else
      for (const { row, cells } of event.rows) found.push([row, cells.length, columns.map((column) => cells[column])])
  }
  return found
}

it('the chosen cells are the same whether a parser sees all cells of a row or only these', async () => {
  const property = fc.asyncProperty(rows, choices, fc.boolean(), async (lines, columns, isEnded) => {
    const all = [header, ['1', '2', '3', '4'], ...lines, longRow, ...lines, longRow, ...lines.toReversed()]
    const text = all.map((cells) => cells.join(';')).join('\r\n')
    const bytes = new TextEncoder().encode(isEnded ? `${text}\r\n` : text)
    const dialect = { encoding: 'utf-8', delimiter: ';', headerRow: 1 } as const
    const table = await readTable(() => ReadableStream.from([bytes]), { name: 'export.csv', dialect })
    if (table.kind === 'refused') return
    const choice: ColumnChoice = { delimiter: ';', width: table.header.length - table.missingCells, columns }
    const chosen = table.eventsBut(rowRecogniser(emptyManifest, choice, new Set()), choice)
    expect(await told(chosen, columns)).toEqual(await told(table.events, columns))
  })
  await fc.assert(property, { numRuns: Number(process.env.READING_RUNS ?? 300) })
})
