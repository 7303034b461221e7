import { type Answer, refuse } from '#core/api/answer.ts'
import type { ApiRequest, GeneralEndpoint } from '#core/api/endpoint.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { readDocument } from '#core/control/documents.ts'
import type { Integration } from '#core/control/integration.ts'
import { syncKey } from '#core/control/keys.ts'
import { type Sync, SyncSchema } from '#core/control/sync.ts'
import { reportOf } from '../sync/report-of.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

const noSuchSync = refuse('PLATFORM.INPUT_INVALID', 'The integration has no sync with this id.')

type Handle = (sync: Sync, request: ApiRequest, integration: Integration) => Promise<Answer<GeneralErrorCode>>

/** An endpoint about the sync that its path names, with its whole report. */
export const ofSync = (ports: Pick<ApiPorts, 'control' | 'archive'>, handle: Handle): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, request) => {
    const key = syncKey(integration.id, request.path.sync_id ?? '')
    const sync = await readDocument(ports.control, key, SyncSchema)
    return sync ? handle({ ...sync, datasets: await reportOf(ports, sync) }, request, integration) : noSuchSync
  })
