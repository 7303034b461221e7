import type { KnownRun } from '#core/files/table.ts'
import { isUnlabelledTotals } from '#core/files/totals.ts'
import { isBlank } from './blank.ts'
import type { ParsedRecord } from './record-parser.ts'

/** A report ends with a line or two of sums; more of them are rows like any other. */
const mostTotals = 3

type Table = { readonly header: readonly string[]; readonly ids?: readonly number[] }
type Records = readonly (ParsedRecord | KnownRun)[]

/** The same records; those at the end of a table that hold nothing but amounts are marked as totals: who says nothing else is nobody. */
export async function* withLastTotals(
  batches: AsyncIterable<Records>,
  { header, ids }: Table,
): AsyncGenerator<Records> {
  if (!ids) return yield* batches
  let held: ParsedRecord[] = []
  let isBelow = false
  const mayBeTotals = (record: ParsedRecord | KnownRun): record is ParsedRecord =>
    'cells' in record && record.trouble === undefined && isUnlabelledTotals(record.cells, ids, header.length)
  for await (const batch of batches) {
    const passed: (ParsedRecord | KnownRun)[] = []
    for (const record of batch) {
      const isSum = mayBeTotals(record)
      if (isSum && isBelow && held.length < mostTotals) held.push(record)
      else if (held.length > 0 && 'cells' in record && isBlank(record.cells)) continue
      else {
        passed.push(...held, record)
        held = []
        isBelow = !isSum
      }
    }
    yield passed
  }
  yield held.map((record) => ({ ...record, isTotals: true }))
}
