import * as v from 'valibot'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import { readDocument } from '#core/control/documents.ts'
import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { stateKey } from '#core/control/keys.ts'
import { mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import { emptyState, type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import type { Dataset } from '#core/files/datasets.ts'
import type { Issue } from '#core/issues/issue.ts'
import type { StoredRecord } from '#core/ports/record-store.ts'
import { namesOf } from '../held/name-held.ts'
import { previewMapping } from '../mapping/preview-mapping.ts'
import { noCounts } from '../sync/dataset-report.ts'
import { openArchived } from '../sync/open-archived.ts'
import type { Rebuilt } from '../sync/rebuild-file.ts'
import { changedFields } from './changed-fields.ts'
import { type ChangeKind, type ListedChange, listedChanges } from './listed-changes.ts'
import type { ReplayPorts } from './ports.ts'
import { type NoReplay, replayable } from './replayable.ts'

/** What a function reads, compares and answers well before the gateway hangs up: bytes of the file, and records that are stored. */
const most = { bytes: 20_000_000, records: 200_000 }

const pageSize = 50

export type NoPreview = NoReplay | 'too-large' | 'part' | 'bad-cursor'

type Wish = { readonly fileId: string; readonly cursor: string; readonly kind?: ChangeKind | undefined }

type Source = { readonly file: ExportFile; readonly dataset: Dataset; readonly state: IntegrationState }

const sourceOf = async (
  ports: ReplayPorts,
  integration: Integration,
  fileId: string,
): Promise<Source | { readonly why: NoPreview }> => {
  const found = await replayable(ports, integration, fileId)
  if (found.kind === 'refused') return { why: found.why }
  const { file } = found
  if (file.dataset === null) return { why: 'part' }
  const state = (await readDocument(ports.control, stateKey(integration.id), IntegrationStateSchema)) ?? emptyState
  const records = state.datasets[file.dataset]?.records ?? 0
  if (file.size > most.bytes || records > most.records) return { why: 'too-large' }
  return { file, dataset: file.dataset, state }
}

const storedOf = async (
  { records }: ReplayPorts,
  integrationId: string,
  { generations }: IntegrationState,
  rows: readonly ListedChange[],
): Promise<ReadonlyMap<string, StoredRecord>> => {
  const found = new Map<string, StoredRecord>()
  for (const [model, ofModel] of Map.groupBy(rows, (row) => row.model)) {
    const generation = generations[model]
    const ids = ofModel.map(({ id }) => id)
    const stored = generation ? await records.get({ integrationId, model, ...generation }, ids) : []
    for (const record of stored) found.set(record.id, record)
  }
  return found
}

/** The rows of a page with what they are called, and field by field what was and what would be. */
const shownRows = async (
  ports: ReplayPorts,
  integration: Integration,
  { dataset, state }: Source,
  { comparison }: Rebuilt,
  rows: readonly ListedChange[],
) => {
  const [stored, built, names] = await Promise.all([
    storedOf(ports, integration.id, state, rows),
    comparison.built.read(rows.map(({ id }) => id)),
    namesOf(ports, integration.id, state, rows),
  ])
  return rows.map(({ kind, model, id, remoteId }) => {
    const record = kind === 'created' || kind === 'changed' ? comparison.records.get(id) : undefined
    const fields = record ? changedFields(comparison, record, stored.get(id), built.get(id)) : []
    return { dataset, difference: kind, model, id, remote_id: remoteId, name: names.get(id) ?? null, fields }
  })
}

const totalsOf = (changes: readonly ListedChange[]) => {
  const count = (kind: ChangeKind): number => changes.filter((each) => each.kind === kind).length
  return {
    created: count('created'),
    changed: count('changed'),
    removed: count('removed'),
    held: count('held'),
    left_out: count('left_out'),
  }
}

const refusedPreview = ({ file, dataset }: Source, issues: readonly Issue[]) => ({
  file_id: file.id,
  file_name: file.name,
  dataset,
  verdict: 'refused' as const,
  counts: noCounts,
  totals: totalsOf([]),
  issues,
  next: null,
  results: [],
})

/** A page of what replaying a file would come to, under the mapping and the records of now. Nothing is written. */
export const previewReplay = async (ports: ReplayPorts, integration: Integration, { fileId, cursor, kind }: Wish) => {
  const source = await sourceOf(ports, integration, fileId)
  if ('why' in source) return source
  const { file, dataset } = source
  const scope = { integrationId: integration.id, endpoint: `replay ${fileId}`, filters: { kind } }
  const start = cursor === '' ? 0 : readCursor(ports.system, scope, cursor, v.number())
  if (start === undefined) return { why: 'bad-cursor' as const }
  const { approved } = mappingNumbers(integration, dataset)
  const version = await readMappingVersion(ports.control, integration.id, dataset, approved)
  if (!version) return { why: 'no-mapping' as const }
  const opened = { id: file.id, name: file.name, open: openArchived(ports, file, most.bytes) }
  const result = await previewMapping(ports, integration, version.mapping, opened)
  if (result.kind === 'refused') return refusedPreview(source, result.issues)
  const changes = listedChanges(result.rebuilt)
  const wanted = kind === undefined ? changes : changes.filter((each) => each.kind === kind)
  const end = start + pageSize
  const { counts, issues } = result.rebuilt
  return {
    file_id: file.id,
    file_name: file.name,
    dataset,
    verdict: counts.held > 0 ? ('held' as const) : ('applied' as const),
    counts,
    totals: totalsOf(changes),
    issues,
    next: end < wanted.length ? writeCursor(ports.system, scope, end) : null,
    results: await shownRows(ports, integration, source, result.rebuilt, wanted.slice(start, end)),
  }
}
