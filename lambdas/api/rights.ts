import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { PersonSchema } from '#core/api/endpoints/rights.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import type { Integration } from '#core/control/integration.ts'
import { receiptPartition } from '#core/control/keys.ts'
import { type Receipt, ReceiptSchema } from '#core/control/receipt.ts'
import { exportPerson } from '../rights/export-person.ts'
import { findPerson, type Person } from '../rights/find-person.ts'
import { requestErasure } from '../rights/request-erasure.ts'
import { ofPath } from './of-integration.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const shown = (receipt: Receipt) => {
  const { id, kind, integrationId, state, step, records, mentions, files, objects, documents, backups } = receipt
  return {
    id,
    kind,
    integration_id: integrationId,
    state,
    step,
    requested_at: isoTime(receipt.requestedAt),
    started_at: isoTimeIfAny(receipt.startedAt),
    ended_at: isoTimeIfAny(receipt.endedAt),
    removed: { records, mentions, files, objects, documents },
    backups: backups.map(({ what, until }) => ({ what, until: isoTime(until) })),
  }
}

const nobody = refuse(
  'PLATFORM.INPUT_INVALID',
  'There is no employee with this id. Name the person by remote_id if only files may still tell of them.',
)

/** An endpoint about the person that its body names. */
const ofPerson = (
  ports: ApiPorts,
  handle: (integration: Integration, person: Person) => Promise<object>,
): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(PersonSchema, body)
    if (input.kind === 'refused') return input
    const person = await findPerson(ports, integration, input.value)
    return person ? success(await handle(integration, person)) : nobody
  })

const listReceipts =
  (ports: ApiPorts): GeneralEndpoint =>
  (request) => {
    const { integration_id: only } = request.query
    return showPage(ports, request, {
      query: { ...receiptPartition, descending: true },
      schema: ReceiptSchema,
      show: (receipt) => (only === undefined || receipt.integrationId === only ? shown(receipt) : null),
    })
  }

const path = '/manage/integrations/{integration_id}'

export const rightsEndpoints = (ports: ApiPorts) => ({
  [`POST ${path}/erase-person` as const]: ofPerson(ports, async ({ id }, person) =>
    shown(await requestErasure(ports, id, person)),
  ),
  [`POST ${path}/export-person` as const]: ofPerson(ports, (integration, person) =>
    exportPerson(ports, integration, person),
  ),
  'GET /manage/receipts': listReceipts(ports),
})
