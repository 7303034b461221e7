import * as v from 'valibot'
import { refuse, success } from '#core/api/answer.ts'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import type { ApiRequest, GeneralEndpoint } from '#core/api/endpoint.ts'
import { queryDocuments, readDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema } from '#core/control/file.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { filePartition, integrationPartition, syncKey, syncPartition } from '#core/control/keys.ts'
import { type Sync, SyncReportSchema, SyncSchema } from '#core/control/sync.ts'
import type { DocumentQuery } from '#core/ports/control-store.ts'
import { endUserOf } from './integrations.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

const pageSize = 100

const badCursor = refuse('PLATFORM.INPUT_INVALID', 'The cursor is not one that this endpoint gave.')

/** A page of documents as the management API shows them. */
const showDocuments = async <Schema extends v.GenericSchema>(
  { control, system }: ApiPorts,
  { query: { cursor = '' } }: ApiRequest,
  {
    query,
    schema,
    show,
  }: { query: DocumentQuery; schema: Schema; show: (value: v.InferOutput<Schema>) => object | null },
) => {
  const scope = { integrationId: query.pk, endpoint: query.prefix ?? '', filters: {} }
  const after = cursor === '' ? undefined : readCursor(system, scope, cursor, v.string())
  if (cursor !== '' && after === undefined) return badCursor
  const page = await queryDocuments(
    control,
    { ...query, limit: pageSize, ...(after === undefined ? {} : { after }) },
    schema,
  )
  const next = page.next === undefined ? null : writeCursor(system, scope, page.next)
  return success({ next, results: page.values.map(show).filter((shown) => shown !== null) })
}

const iso = (moment: number | null): string | null => (moment === null ? null : new Date(moment).toISOString())

const shownIntegration = (integration: Integration) =>
  integration.status === 'DELETING'
    ? null
    : {
        id: integration.id,
        status: integration.status,
        end_user: endUserOf(integration),
        username: integration.sftpUser,
        mappings: integration.mappings,
        created_at: iso(integration.createdAt),
      }

const shownFile = (file: ExportFile) => ({
  id: file.id,
  name: file.name,
  dataset: file.dataset,
  state: file.state,
  size: file.size,
  received_at: iso(file.receivedAt),
  issues: file.issues,
})

const shownRun = (sync: Sync) => ({
  id: sync.id,
  type: sync.type,
  reason: sync.reason,
  state: sync.state,
  queued_at: iso(sync.queuedAt),
  started_at: iso(sync.startedAt),
  ended_at: iso(sync.endedAt),
})

const shownDatasets = (datasets: Sync['datasets']) =>
  datasets.map(({ dataset, fileId, fileName, outcome, counts, issues }) => ({
    dataset,
    file_id: fileId,
    file_name: fileName,
    outcome,
    counts,
    issues,
  }))

const shownSync = (sync: Sync) => ({ ...shownRun(sync), datasets: shownDatasets(sync.datasets) })

const listIntegrations =
  (ports: ApiPorts): GeneralEndpoint =>
  async (request) =>
    showDocuments(ports, request, {
      query: { pk: integrationPartition },
      schema: IntegrationSchema,
      show: shownIntegration,
    })

const listFiles = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, ({ id }, request) =>
    showDocuments(ports, request, {
      query: { ...filePartition(id), descending: true },
      schema: ExportFileSchema,
      show: shownFile,
    }),
  )

const listSyncs = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, ({ id }, request) =>
    showDocuments(ports, request, {
      query: { ...syncPartition(id), descending: true },
      schema: SyncSchema,
      show: shownSync,
    }),
  )

/** The whole report of a run: from the archive once it has ended, before that what its document says. */
const reportOf = async ({ archive }: ApiPorts, sync: Sync): Promise<Sync['datasets']> => {
  const body = sync.report && (await archive.open(sync.report))
  if (!body) return sync.datasets
  const text = await new Response(ReadableStream.from(body)).text()
  return v.parse(SyncReportSchema, JSON.parse(text)).datasets
}

const showSync = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, async ({ id }, { path }) => {
    const sync = await readDocument(ports.control, syncKey(id, path.sync_id ?? ''), SyncSchema)
    if (!sync) return refuse('PLATFORM.INPUT_INVALID', 'The integration has no sync with this id.')
    return success({ ...shownRun(sync), datasets: shownDatasets(await reportOf(ports, sync)) })
  })

export const manageEndpoints = (ports: ApiPorts) => ({
  'GET /manage/integrations': listIntegrations(ports),
  'GET /manage/integrations/{integration_id}/files': listFiles(ports),
  'GET /manage/integrations/{integration_id}/syncs': listSyncs(ports),
  'GET /manage/integrations/{integration_id}/syncs/{sync_id}': showSync(ports),
})
