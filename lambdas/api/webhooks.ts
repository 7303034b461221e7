import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { ChangeWebhookSchema, CreateWebhookSchema, RotateSecretSchema } from '#core/api/endpoints/webhooks.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { updateDocument } from '#core/control/documents.ts'
import { endpointKey, endpointPartition } from '#core/control/keys.ts'
import { newId, timeId } from '#core/ids/base58.ts'
import { type Endpoint, EndpointSchema, secretText, withNewSecret } from '#core/webhooks/endpoint.ts'
import { ofWebhook, unknownWebhook } from './of-webhook.ts'
import { showPage } from './paged.ts'
import type { ApiPorts } from './ports.ts'
import { urlProblem } from './webhook-url.ts'

const hourMs = 3_600_000

const shown = ({ id, url, description, events, isEnabled, secrets, createdAt }: Endpoint) => ({
  id,
  url,
  description,
  events,
  enabled: isEnabled,
  previous_secret_valid_until: isoTimeIfAny(secrets[1]?.expiresAt ?? null),
  created_at: isoTime(createdAt),
})

/** The only answers that ever hold a secret. */
const shownWithSecret = ({ system }: ApiPorts, endpoint: Endpoint) => ({
  ...shown(endpoint),
  secret: secretText(system.hash, endpoint.id, endpoint.secrets[0]?.name ?? ''),
})

const list =
  (ports: ApiPorts): GeneralEndpoint =>
  (request) =>
    showPage(ports, request, {
      query: { pk: endpointPartition },
      schema: EndpointSchema,
      show: (endpoint) => (endpoint.deletedAt === null ? shown(endpoint) : null),
    })

const create =
  (ports: ApiPorts): GeneralEndpoint =>
  async ({ body }) => {
    const input = parseBody(CreateWebhookSchema, body)
    if (input.kind === 'refused') return input
    const { url, description, events, enabled } = input.value
    const problem = urlProblem(url, ports.allowsLocalWebhooks)
    if (problem !== undefined) return refuse('PLATFORM.INPUT_INVALID', problem)
    const { control, system } = ports
    const createdAt = system.clock()
    const endpoint: Endpoint = {
      id: timeId(createdAt, system.random),
      url,
      description,
      events,
      isEnabled: enabled,
      secrets: [{ name: newId(system.random), expiresAt: null }],
      createdAt,
      deletedAt: null,
    }
    await control.create(endpointKey(endpoint.id), endpoint)
    return success(shownWithSecret(ports, endpoint))
  }

const show = (ports: ApiPorts): GeneralEndpoint => ofWebhook(ports, async (endpoint) => success(shown(endpoint)))

const update = ({ control }: ApiPorts, { id }: Endpoint, change: (endpoint: Endpoint) => Endpoint) =>
  updateDocument(control, endpointKey(id), EndpointSchema, change)

const change = (ports: ApiPorts): GeneralEndpoint =>
  ofWebhook(ports, async (endpoint, { body }) => {
    const input = parseBody(ChangeWebhookSchema, body)
    if (input.kind === 'refused') return input
    const { url, description, events, enabled } = input.value
    const problem = url === undefined ? undefined : urlProblem(url, ports.allowsLocalWebhooks)
    if (problem !== undefined) return refuse('PLATFORM.INPUT_INVALID', problem)
    const changed = await update(ports, endpoint, (each) => ({
      ...each,
      url: url ?? each.url,
      description: description ?? each.description,
      events: events === undefined ? each.events : events,
      isEnabled: enabled ?? each.isEnabled,
      // Whoever looks after it wants to see at once whether it answers now.
      unreachable: null,
    }))
    return changed ? success(shown(changed)) : unknownWebhook
  })

/** What was delivered is forgotten by housekeeping, and then the endpoint itself. */
const remove = (ports: ApiPorts): GeneralEndpoint =>
  ofWebhook(ports, async (endpoint) => {
    await update(ports, endpoint, (each) => ({ ...each, deletedAt: each.deletedAt ?? ports.system.clock() }))
    return success({})
  })

const rotate = (ports: ApiPorts): GeneralEndpoint =>
  ofWebhook(ports, async (endpoint, { body }) => {
    const input = parseBody(RotateSecretSchema, body)
    if (input.kind === 'refused') return input
    const { clock, random } = ports.system
    const until = clock() + input.value.previous_valid_hours * hourMs
    const name = newId(random)
    const rotated = await update(ports, endpoint, (each) => withNewSecret(each, name, until))
    return rotated ? success(shownWithSecret(ports, rotated)) : unknownWebhook
  })

export const webhookEndpoints = (ports: ApiPorts) => ({
  'GET /manage/webhooks': list(ports),
  'POST /manage/webhooks': create(ports),
  'GET /manage/webhooks/{webhook_id}': show(ports),
  'PATCH /manage/webhooks/{webhook_id}': change(ports),
  'DELETE /manage/webhooks/{webhook_id}': remove(ports),
  'POST /manage/webhooks/{webhook_id}/rotate-secret': rotate(ports),
})
