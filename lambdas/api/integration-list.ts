import * as v from 'valibot'
import { success } from '#core/api/answer.ts'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { type ListIntegrations, ListIntegrationsSchema } from '#core/api/endpoints/manage-integrations.ts'
import { parseInput } from '#core/api/input.ts'
import { needsAttention } from '#core/attention/listed-state.ts'
import { listDocuments } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema, mappingApproverOf } from '#core/control/integration.ts'
import { integrationPartition } from '#core/control/keys.ts'
import { badCursor } from './paged.ts'
import type { ApiPorts } from './ports.ts'
import { type Shown, shownIntegration } from './shown-integration.ts'

/** What is shown of each takes five reads, so that many are looked at together, and a page ends after so many even if it is short. */
const together = 25
const pageSize = 50
const mostLookedAt = 250

type Filters = Omit<ListIntegrations, 'cursor'>

const matchesName = ({ id, endUser }: Integration, name: string): boolean =>
  [id, endUser.organizationName, endUser.originId ?? ''].some((text) => text.toLowerCase().includes(name))

/** Filters that the document itself answers. */
const matches = (integration: Integration, { name, status, mapping_approver: approver }: Filters): boolean =>
  integration.status !== 'DELETING' &&
  (status === undefined || integration.status === status) &&
  (approver === undefined || mappingApproverOf(integration) === approver) &&
  matchesName(integration, name)

/** Filters that need what has arrived. */
const matchesShown = (shown: Shown, { setup_status, state, needs_attention }: Filters): boolean =>
  (setup_status === undefined || shown.setup_status === setup_status) &&
  (state === undefined || shown.state === state) &&
  (needs_attention === undefined || needsAttention(shown.state) === (needs_attention === 'true'))

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true })

const byName = (a: Integration, b: Integration): number =>
  collator.compare(a.endUser.organizationName, b.endUser.organizationName) || (a.id < b.id ? -1 : 1)

type Page = { readonly results: readonly Shown[]; readonly last: Integration | undefined }

/** Shows one bunch after another until the page is full; `last` is the last that was looked at, if others follow. */
const pageOf = async (ports: ApiPorts, found: readonly Integration[], filters: Filters): Promise<Page> => {
  let results: readonly Shown[] = []
  let lookedAt = 0
  while (lookedAt < found.length && lookedAt < mostLookedAt && results.length < pageSize) {
    const bunch = found.slice(lookedAt, lookedAt + together)
    const shown = await Promise.all(bunch.map((integration) => shownIntegration(ports, integration)))
    results = [...results, ...shown.filter((each) => matchesShown(each, filters))]
    lookedAt += bunch.length
  }
  return { results, last: lookedAt < found.length ? found[lookedAt - 1] : undefined }
}

/** By name. The cursor names the integration after which it goes on, wherever that stands by then. */
const list =
  (ports: ApiPorts): GeneralEndpoint =>
  async (request) => {
    const input = parseInput(ListIntegrationsSchema, request.query)
    if (input.kind === 'refused') return input
    const { cursor, ...filters } = input.value
    const scope = { integrationId: integrationPartition, endpoint: 'integrations', filters }
    const after = cursor === '' ? undefined : readCursor(ports.system, scope, cursor, v.string())
    if (cursor !== '' && after === undefined) return badCursor
    const all = await Array.fromAsync(listDocuments(ports.control, { pk: integrationPartition }, IntegrationSchema))
    const inOrder = all.toSorted(byName)
    const rest = inOrder.slice(inOrder.findIndex(({ id }) => id === after) + 1)
    const { results, last } = await pageOf(
      ports,
      rest.filter((each) => matches(each, filters)),
      filters,
    )
    return success({ next: last ? writeCursor(ports.system, scope, last.id) : null, results })
  }

export const integrationListEndpoints = (ports: ApiPorts) => ({ 'GET /manage/integrations': list(ports) })
