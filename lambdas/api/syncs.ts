import { success } from '#core/api/answer.ts'
import type { Caller, GeneralEndpoint } from '#core/api/endpoint.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { syncPartition } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import { issuesFor } from './issues-for.ts'
import { ofPath } from './of-integration.ts'
import { ofSync } from './of-sync.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const shownFor =
  (caller: Caller | null) =>
  ({ id, type, reason, state, queuedAt, startedAt, endedAt, datasets, verified, writeUnits }: Sync) => ({
    id,
    type,
    reason,
    state,
    queued_at: isoTime(queuedAt),
    started_at: isoTimeIfAny(startedAt),
    ended_at: isoTimeIfAny(endedAt),
    datasets: datasets.map(({ dataset, fileId, fileName, outcome, counts, issues, issuesLeft, pairs }) => ({
      dataset,
      file_id: fileId,
      file_name: fileName,
      outcome,
      counts,
      issues: issuesFor(caller)(issues),
      ...(issuesLeft === undefined ? {} : { issues_left: issuesLeft }),
      ...(pairs ? { pairs } : {}),
    })),
    verified: verified ?? null,
    write_units: writeUnits?.units ?? null,
    write_units_estimated: writeUnits?.estimated ?? false,
  })

const list = (ports: ApiPorts): GeneralEndpoint =>
  ofPath(ports.control, ({ id }, request) =>
    showPage(ports, request, {
      query: { ...syncPartition(id), descending: true },
      schema: SyncSchema,
      show: shownFor(request.caller),
    }),
  )

const show = (ports: ApiPorts): GeneralEndpoint =>
  ofSync(ports, async (sync, { caller }) => success(shownFor(caller)(sync)))

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
