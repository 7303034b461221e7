import type { KnownRun } from '#core/files/table.ts'
import { isClosingText, isUnlabelledTotals } from '#core/files/totals.ts'
import { isBlank } from './blank.ts'
import type { ParsedRecord } from './record-parser.ts'

/** A report ends with a line or two of sums or text; more of them are rows like any other. */
const mostAside = 5

type Table = {
  readonly header: readonly string[]
  readonly ids?: readonly number[]
  /** Whether words in the first column are no part of a record. */
  readonly isWordless: boolean
}
type Records = readonly (ParsedRecord | KnownRun)[]

/** The same records; those at the end of a table that hold nothing but amounts, or a line of text, are marked: who says nothing else is nobody. */
export async function* withLastTotals(
  batches: AsyncIterable<Records>,
  { header, ids, isWordless }: Table,
): AsyncGenerator<Records> {
  if (!ids) return yield* batches
  let held: ParsedRecord[] = []
  let isBelow = false
  const asideOf = (record: ParsedRecord | KnownRun): ParsedRecord['aside'] => {
    if ('known' in record || record.trouble !== undefined) return undefined
    if (isUnlabelledTotals(record.cells, ids, header.length)) return 'sums'
    return isWordless && isClosingText(record.cells, header.length) ? 'text' : undefined
  }
  for await (const batch of batches) {
    const passed: (ParsedRecord | KnownRun)[] = []
    for (const record of batch) {
      const aside = asideOf(record)
      if ('cells' in record && aside && isBelow && held.length < mostAside) held.push({ ...record, aside })
      else if (held.length > 0 && 'cells' in record && isBlank(record.cells)) continue
      else {
        passed.push(...held.map(({ aside: _, ...each }) => each), record)
        held = []
        isBelow = aside === undefined
      }
    }
    yield passed
  }
  yield held
}
