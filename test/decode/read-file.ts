import type { Dialect } from '#core/mapping/dialect.ts'
import { decodeWithoutKeys } from '../../lambdas/decode/decode.ts'
import { readTable } from '../../lambdas/reading/read-table.ts'

export type ReadFile = {
  readonly dialect?: Partial<Dialect>
  readonly limit?: number
}

async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}

/** Everything that a sync would be told of an employees file: rows by their numbers, issues by their codes and what they say. */
export const readFile = async (file: Uint8Array | string, { dialect, limit }: ReadFile = {}, pieceBytes = 60_000) => {
  const bytes = Buffer.from(file)
  const open = decodeWithoutKeys(() => inPieces(bytes, pieceBytes), {
    dataset: 'employees',
    ...(limit === undefined ? {} : { limit }),
  })
  const table = await readTable(open, { name: 'employees', dialect, dataset: 'employees' })
  const said = (issues: readonly { readonly code: string; readonly message: string; readonly fix: string }[]) =>
    issues.map(({ code, message, fix }) => `${code}: ${message} ${fix}`)
  if (table.kind === 'refused') return { rows: {}, header: [], issues: said(table.issues), refused: true }
  const events = await Array.fromAsync(table.events)
  const rows = events.flatMap((event) => (event.kind === 'rows' ? event.rows : []))
  const troubles = events.flatMap((event) => (event.kind === 'rows' ? [] : [event.issue]))
  return {
    header: table.header,
    dialect: table.dialect,
    rows: Object.fromEntries(rows.map(({ row, cells }) => [row, cells])),
    issues: said([...table.issues, ...troubles]),
    refused: events.some(({ kind }) => kind === 'refused'),
  }
}
