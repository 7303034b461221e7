import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { AuditEntrySchema } from '#core/control/audit.ts'
import { listDocuments } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { auditPartitionOf, filePartition } from '#core/control/keys.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { recordId } from '#core/ids/record-id.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { RecordPosition, RecordStore, StoredRecord } from '#core/ports/record-store.ts'
import type { System } from '#core/ports/system.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import { personRows } from '#core/rights/person-rows.ts'
import type { Decode } from '../decode/decode.ts'
import { readTable } from '../reading/read-table.ts'
import { openArchived } from '../sync/open-archived.ts'
import { spacesOf } from './erase-records.ts'
import { type Person, stateOf } from './find-person.ts'
import { filledEvents, mappingOf } from './rewrite-file.ts'

type Ports = {
  readonly control: ControlStore
  readonly records: Pick<RecordStore, 'get' | 'listByEmployee'>
  readonly archive: Pick<FileStore, 'open'>
  readonly decode: Decode
  readonly system: System
}

type Row = {
  readonly file_id: string
  readonly file_name: string
  readonly received_at: string
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

/** Of the time that an answer may take, this much is spent on files. */
const filesMs = 15_000
/** What an answer has room for. */
const maxRows = 2_000
const maxRecords = 2_000
const pageSize = 500

const storedOf = async (
  { records }: Ports,
  state: IntegrationState,
  integrationId: string,
  model: ModelId,
  ids: readonly string[],
): Promise<readonly StoredRecord[]> => {
  const [space] = spacesOf(state, integrationId, model)
  if (!space) return []
  if (model === 'hris_employees') return records.get(space, ids)
  const found: StoredRecord[] = []
  for (const id of ids) {
    let from: RecordPosition | undefined
    do {
      const page = await records.listByEmployee(space, id, from, { records: pageSize })
      found.push(...page.records)
      from = page.next
    } while (from && found.length < maxRecords)
  }
  return found
}

const shownRecord = (record: StoredRecord) => ({
  ...storedBody(record),
  changed_at: isoTime(record.changedAt),
  remote_deleted_at: isoTimeIfAny(record.deletedAt),
})

const recordsOf = async (ports: Ports, integrationId: string, ids: readonly string[]) => {
  const state = await stateOf(ports.control, integrationId)
  const shown: (readonly [ModelId, ReturnType<typeof shownRecord>[]])[] = []
  for (const model of state ? modelIds : []) {
    const stored = state ? await storedOf(ports, state, integrationId, model, ids) : []
    if (stored.length > 0) shown.push([model, stored.map(shownRecord)])
  }
  return Object.fromEntries(shown)
}

/** The person's rows in a file; undefined when nobody can tell which they are. */
const rowsOf = async (
  ports: Ports,
  integration: Integration,
  file: ExportFile,
  isPerson: (remoteId: string) => boolean,
): Promise<readonly Row[] | undefined> => {
  const mapping = await mappingOf(ports, integration, file.dataset)
  if (!mapping) return undefined
  const table = await readTable(openArchived(ports, file), {
    name: file.name,
    dialect: mapping.dialect,
    dataset: mapping.dataset,
  })
  const rules = table.kind === 'table' ? personRows(mapping, table.header, isPerson) : undefined
  if (table.kind === 'refused' || !rules) return undefined
  const rows: Row[] = []
  for await (const event of filledEvents(table, mapping)) {
    if (event.kind === 'refused') return undefined
    for (const { row, cells } of event.kind === 'rows' ? event.rows : [])
      if (rules.isOwn(cells))
        rows.push({
          file_id: file.id,
          file_name: file.name,
          received_at: isoTime(file.receivedAt),
          row,
          cells: Object.fromEntries(table.header.map((name, index) => [name, cells[index] ?? ''])),
        })
  }
  return rows
}

const rowsInFiles = async (ports: Ports, integration: Integration, { ids }: Person) => {
  const { clock, hash } = ports.system
  const stopAt = clock() + filesMs
  const isPerson = (remoteId: string): boolean =>
    ids.includes(recordId(hash, integration.id, 'hris_employees', remoteId))
  const rows: Row[] = []
  const unread: { file_id: string; file_name: string; received_at: string }[] = []
  const newestFirst = { ...filePartition(integration.id), descending: true }
  for await (const file of listDocuments(ports.control, newestFirst, ExportFileSchema)) {
    // What an archive says is in the files that came in it.
    if (!file.archive || file.size === 0 || file.state === 'UNPACKED') continue
    const hasRoom = clock() < stopAt && rows.length < maxRows
    const found = hasRoom ? await rowsOf(ports, integration, file, isPerson) : undefined
    if (found) rows.push(...found)
    else unread.push({ file_id: file.id, file_name: file.name, received_at: isoTime(file.receivedAt) })
  }
  return { rows, files_not_read: unread }
}

const auditOf = async ({ control }: Ports, integrationId: string, { ids, remoteIds }: Person) => {
  const names = new Set([...ids, ...remoteIds])
  const found: object[] = []
  for await (const { subject, ...entry } of listDocuments(control, auditPartitionOf(integrationId), AuditEntrySchema))
    if (Object.values(subject).some((value) => names.has(value))) {
      const { id, at, action, who, reason } = entry
      found.push({ id, at: isoTime(at), action, who, reason })
    }
  return found
}

/** All that is stored of a person: records, removed ones too, rows of the files that are kept, and what the audit log says of them. Webhooks never name people. */
export const exportPerson = async (ports: Ports, integration: Integration, person: Person) => ({
  exported_at: isoTime(ports.system.clock()),
  records: await recordsOf(ports, integration.id, person.ids),
  ...(await rowsInFiles(ports, integration, person)),
  audit: await auditOf(ports, integration.id, person),
})
