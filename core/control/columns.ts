import * as v from 'valibot'
import { type Dataset, DatasetSchema } from '#core/files/datasets.ts'
import { base58 } from '#core/ids/base58.ts'
import { idRank, matchHeader } from '#core/mapping/match-header.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { KeyedHash } from '#core/ports/system.ts'
import { listDocuments, readDocument, updateDocument } from './documents.ts'
import { columnsKey, columnsPartition } from './keys.ts'

/** A column of the customer's files: what the wire calls an integration field. */
const ColumnSchema = v.object({
  id: v.string(),
  /** Its name in the file. */
  key: v.string(),
  /** `DEFAULT`: one that HR systems commonly have. */
  type: v.picklist(['DEFAULT', 'CUSTOM']),
  /** Whether records show its cells as they are. */
  passthrough: v.boolean(),
})
export type Column = v.InferOutput<typeof ColumnSchema>

/** The columns of the newest file of a dataset that could be read, in their order, then others that records are to show. */
export const ColumnsSchema = v.object({ dataset: DatasetSchema, columns: v.array(ColumnSchema) })
export type Columns = v.InferOutput<typeof ColumnsSchema>

export const readColumns = (control: Pick<ControlStore, 'query'>, integrationId: string): Promise<readonly Columns[]> =>
  Array.fromAsync(listDocuments(control, columnsPartition(integrationId), ColumnsSchema))

export const columnsOf = (all: readonly Columns[], dataset: Dataset): readonly Column[] =>
  all.find((each) => each.dataset === dataset)?.columns ?? []

/** Documents of the control table end at 400 KB. */
const room = 300_000
const overhead = 150

/** The first of them that a document can hold. */
const fitting = (columns: readonly Column[]): Column[] => {
  let left = room
  return columns.filter(({ key }) => {
    left -= overhead + 3 * key.length
    return left >= 0
  })
}

const sameKeys = (a: readonly Column[], b: readonly Column[]): boolean =>
  a.length === b.length && a.every(({ key }, i) => key === b[i]?.key)

const isCommon = (dataset: Dataset, name: string): boolean =>
  matchHeader(dataset, name).length > 0 || idRank(dataset, name) >= 0

type Seen = {
  readonly integrationId: string
  readonly dataset: Dataset
  readonly header: readonly string[]
}

/** Remembers which columns a file has. A column keeps its id for ever. */
export const noteColumns = async (
  control: Pick<ControlStore, 'get' | 'create' | 'replace'>,
  hash: KeyedHash,
  { integrationId, dataset, header }: Seen,
): Promise<void> => {
  const columnOf = (key: string): Column => ({
    id: base58(hash(`${integrationId}\u0000${dataset}\u0000${key}`).subarray(0, 24)),
    key,
    type: isCommon(dataset, key) ? 'DEFAULT' : 'CUSTOM',
    passthrough: false,
  })
  const merged = (before: readonly Column[]): Column[] => {
    const known = new Map(before.map((column) => [column.key, column]))
    const present = [...new Set(header)].filter((key) => key !== '')
    const shown = before.filter(({ key, passthrough }) => passthrough && !present.includes(key))
    return fitting([...present.map((key) => known.get(key) ?? columnOf(key)), ...shown])
  }
  const key = columnsKey(integrationId, dataset)
  if (!(await readDocument(control, key, ColumnsSchema)))
    if (await control.create(key, { dataset, columns: merged([]) })) return
  await updateDocument(control, key, ColumnsSchema, (each) => {
    const columns = merged(each.columns)
    return sameKeys(columns, each.columns) ? each : { ...each, columns }
  })
}
