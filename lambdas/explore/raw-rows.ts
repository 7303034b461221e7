import { isoTime } from '#core/api/iso-time.ts'
import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { producersOf } from '#core/files/datasets.ts'
import { columnIndex } from '#core/mapping/columns.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ExplorePorts } from './ports.ts'
import { appliedFiles, type Committed, readingOf } from './readings.ts'
import { type RowsInFile, rowsInFile, type Sought } from './rows-in-file.ts'

/** A record whose last file lacks it may stand in earlier ones: so many are looked through, and for so long. */
const maxFiles = 10
const filesMs = 15_000

/** What the mapping makes of a column. */
const fieldsOf = ({ id, fields }: Mapping, header: readonly string[], index: number): readonly string[] => [
  ...(id.columns.some((column) => columnIndex(header, column) === index) ? ['remote_id'] : []),
  ...Object.entries(fields).flatMap(([field, sources]) =>
    sources.some((source) => source.from === 'column' && columnIndex(header, source.column) === index) ? [field] : [],
  ),
]

const shown = (
  file: ExportFile,
  { dataset, mapping, rules, version }: Committed,
  { table: { header }, rows }: Extract<RowsInFile, { kind: 'read' }>,
) => {
  const used = rules.mapping(mapping, header)
  return {
    dataset,
    file_id: file.id,
    file_name: file.name,
    received_at: isoTime(file.receivedAt),
    sync_id: file.judgedBy ?? null,
    mapping_version: version,
    columns: header.map((name, index) => ({ name, fields: fieldsOf(used, header, index) })),
    rows: rows.map(({ row, cells }) => ({ row, cells })),
  }
}

/** The file that was applied last comes first, whatever came after it. */
const filesOf = async (ports: ExplorePorts, integrationId: string, { dataset, fileId }: Committed) => {
  const files: ExportFile[] = []
  for await (const file of appliedFiles(ports, integrationId, dataset)) {
    if (file.id === fileId) files.unshift(file)
    else files.push(file)
    if (files.length >= maxFiles && files[0]?.id === fileId) break
  }
  return files.slice(0, maxFiles)
}

/** The rows that a record comes from, in the newest file that has any, read as they were when they were applied. */
export const rawRows = async (
  ports: ExplorePorts,
  integration: Integration,
  state: IntegrationState,
  sought: Sought,
) => {
  const stopAt = ports.system.clock() + filesMs
  let [read, notRead] = [0, 0]
  for (const dataset of producersOf(sought.model)) {
    const committed = await readingOf(ports, integration, state, dataset)
    for (const file of committed ? await filesOf(ports, integration.id, committed) : []) {
      const isInTime = ports.system.clock() < stopAt
      const found =
        committed && file.archive && isInTime ? await rowsInFile(ports, file, committed, sought, stopAt) : undefined
      if (found?.kind === 'read') read += 1
      else notRead += 1
      if (committed && found?.kind === 'read' && found.rows.length > 0)
        return { found: shown(file, committed, found), files_read: read, files_not_read: notRead }
    }
  }
  return { found: null, files_read: read, files_not_read: notRead }
}
