import type { ExportFile } from '#core/control/file.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Table, TableRow } from '#core/files/table.ts'
import { recordId } from '#core/ids/record-id.ts'
import { compileMapping } from '#core/mapping/compile.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { rowKeys } from '#core/mapping/row-key.ts'
import type { ModelId } from '#core/model/models.ts'
import { remoteIdOf } from '#core/records/build.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import { personRows } from '#core/rights/person-rows.ts'
import { readJoined } from '../reading/read-joined.ts'
import { filledEvents } from '../rights/rewrite-file.ts'
import { findParts } from '../sync/find-parts.ts'
import { openArchived } from '../sync/open-archived.ts'
import type { ExplorePorts } from './ports.ts'

/** The record whose rows are looked for, and all that files may call it. */
export type Sought = {
  readonly integrationId: string
  readonly model: ModelId
  readonly id: string
  readonly remoteIds: ReadonlySet<string>
}

/** How the files of a dataset are read. */
export type Reading = { readonly dataset: Dataset; readonly mapping: Mapping; readonly rules: RowRules }

type OpenTable = Extract<Table, { readonly kind: 'table' }>
export type RowsInFile =
  | { readonly kind: 'read'; readonly table: OpenTable; readonly rows: readonly TableRow[] }
  /** `late`: there was no time to read it to its end. */
  | { readonly kind: 'unreadable' | 'late' }

/** So many rows of one record are shown; of one that is merely mentioned, a few are as good as all. */
const maxRows = 50
const maxMentions = 3

type IsOwn = (row: TableRow) => boolean

/** Rows say by their id columns which record they become. */
const byKey = ({ mapping }: Reading, header: readonly string[], { remoteIds }: Sought): IsOwn | undefined => {
  const isMeant = (remoteId: string): boolean => remoteIds.has(remoteId)
  if (mapping.dataset === 'employees') {
    const rows = personRows(mapping, header, isMeant)
    return rows && (({ cells }) => rows.isOwn(cells))
  }
  const keys = rowKeys(mapping, header)
  return keys && (({ cells }) => isMeant(remoteIdOf(keys(cells))))
}

/** What rows mention, and what a name does not tell apart, is known once the row is mapped. */
const byBuilding = (
  { hash }: ExplorePorts['system'],
  { mapping, rules }: Reading,
  header: readonly string[],
  { integrationId, model, id, remoteIds }: Sought,
): IsOwn | undefined => {
  const compiled = compileMapping(rules.mapping(mapping, header), header)
  if (compiled.kind === 'refused') return undefined
  return ({ cells, row }) => {
    const mapped = compiled.map(cells, row)
    if (mapped.kind === 'quarantined') return false
    const { record, derived } = rules.build(mapped.key, mapped.values)
    return [record, ...derived].some(
      (each) =>
        each.model === model && remoteIds.has(each.remoteId) && recordId(hash, integrationId, model, each.key) === id,
    )
  }
}

/** Looks for the rows of a record in a file, as they were cut into cells; nothing of the file is held. */
export const rowsInFile = async (
  ports: ExplorePorts,
  file: ExportFile,
  reading: Reading,
  sought: Sought,
  stopAt: number,
): Promise<RowsInFile> => {
  const { mapping, dataset } = reading
  const { parts, awaited } = await findParts(ports, sought.integrationId, mapping.joins ?? [])
  if (awaited.length > 0) return { kind: 'unreadable' }
  const about = { name: file.name, dataset, dialect: mapping.dialect, parts }
  const table = await readJoined(openArchived(ports, file), about)
  if (table.kind === 'refused') return { kind: 'unreadable' }
  const isMentioned = datasetTraits[dataset].model !== sought.model
  const isOwn =
    isMentioned || sought.model === 'hris_teams'
      ? byBuilding(ports.system, reading, table.header, sought)
      : byKey(reading, table.header, sought)
  if (!isOwn) return { kind: 'unreadable' }
  const rows: TableRow[] = []
  for await (const event of filledEvents(table, mapping)) {
    if (event.kind === 'refused') return { kind: 'unreadable' }
    if (ports.system.clock() > stopAt) return { kind: 'late' }
    if (event.kind === 'rows') rows.push(...event.rows.filter(isOwn))
    if (rows.length >= (isMentioned ? maxMentions : maxRows)) break
  }
  return { kind: 'read', table, rows: rows.slice(0, isMentioned ? maxMentions : maxRows) }
}
