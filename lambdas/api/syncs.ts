import * as v from 'valibot'
import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { readDocument } from '#core/control/documents.ts'
import { syncKey, syncPartition } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { type Sync, SyncReportSchema, SyncSchema } from '#core/control/sync.ts'
import { ofPath } from './of-integration.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const shown = ({ id, type, reason, state, queuedAt, startedAt, endedAt, datasets, verified, writeUnits }: Sync) => ({
  id,
  type,
  reason,
  state,
  queued_at: isoTime(queuedAt),
  started_at: isoTimeIfAny(startedAt),
  ended_at: isoTimeIfAny(endedAt),
  datasets: datasets.map(({ dataset, fileId, fileName, outcome, counts, issues }) => ({
    dataset,
    file_id: fileId,
    file_name: fileName,
    outcome,
    counts,
    issues,
  })),
  write_units: writeUnits?.units ?? null,
  write_units_estimated: writeUnits?.estimated ?? false,
  verified: verified ?? null,
})

const list = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, ({ id }, request) =>
    showPage(ports, request, { query: { ...syncPartition(id), descending: true }, schema: SyncSchema, show: shown }),
  )

/** The whole report of a run: from the archive once it has ended, before that what its document says. */
const reportOf = async ({ archive }: Pick<ApiPorts, 'archive'>, sync: Sync): Promise<Sync['datasets']> => {
  const body = sync.report && (await archive.open(sync.report))
  if (!body) return sync.datasets
  const text = await new Response(ReadableStream.from(body)).text()
  return v.parse(SyncReportSchema, JSON.parse(text)).datasets
}

const noSuchSync = refuse('PLATFORM.INPUT_INVALID', 'The integration has no sync with this id.')

const show = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, async ({ id }, { path }) => {
    const sync = await readDocument(ports.control, syncKey(id, path.sync_id ?? ''), SyncSchema)
    return sync ? success(shown({ ...sync, datasets: await reportOf(ports, sync) })) : noSuchSync
  })

const verify = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, async ({ id: integrationId }) => {
    const { id } = await queueSync(ports, { integrationId, reason: 'verify' })
    return success({ sync_id: id })
  })

export const syncEndpoints = (ports: ApiPorts) => ({
  'GET /manage/integrations/{integration_id}/syncs': list(ports),
  'GET /manage/integrations/{integration_id}/syncs/{sync_id}': show(ports),
  'POST /manage/integrations/{integration_id}/verify': verify(ports),
})
