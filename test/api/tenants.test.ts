import { beforeAll, describe, expect, test } from 'vitest'
import { parseApiKey } from '#core/connect/credential.ts'
import { createApiKey } from '#core/control/api-keys.ts'
import { noteColumns, readColumns } from '#core/control/columns.ts'
import {
  apiKeyPartition,
  deliveryPartition,
  endpointPartition,
  integrationPartition,
  mappingKey,
  stateKey,
} from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import { type Route, routes } from '#core/deployment/routes.ts'
import { type ApiUnderTest, apiUnderTest, exportFile } from './api-under-test.ts'
import { openFlow, publicKey, tokenOf } from './flow.ts'
import { storeRows } from './records.ts'

/** Stands in everything that belongs to a tenant and may be shown to nobody else. */
type Marker = `Private${string}`

const mappingWith = (column: string) => ({
  dataset: 'employees' as const,
  id: { columns: ['Nr'] },
  fields: { first_name: [{ from: 'column' as const, column }] },
})

/** An integration with something of everything, and every credential that leads to it. */
const seed = async (api: ApiUnderTest, marker: Marker) => {
  const integration = await api.makeIntegration({
    endUser: { organizationName: marker, creatorEmail: `${marker}@example.com`, originId: marker },
    mappings: { employees: { approved: 1, latest: 1 } },
    enableFiltering: true,
    enableFieldMapping: true,
  })
  const { id } = integration
  const ids = await storeRows(api, id, {
    employees: { '1': { first_name: marker } },
    absences: { 'a-1': { 'employee.remote_id': '1', start_date: '2026-01-01', employee_note: marker } },
    time_off_balances: { 'b-1': { 'employee.remote_id': '1', 'type.name': marker } },
  })
  await api.putFile(exportFile(id, { id: `file-${marker}`, name: `${marker}.csv` }))
  const version = { integrationId: id, dataset: 'employees', version: 1, origin: 'put', createdAt: 1, approvedAt: 1 }
  await api.control.create(mappingKey(id, 'employees', 1), { ...version, mapping: mappingWith(marker) })
  const sync = await queueSync(api.ports, { integrationId: id, reason: 'forced' })
  const newLink = async () =>
    (await api.sdk().general.createReconnectionLink({ integration_id: id, body: {} })).data.link
  const [link, finished] = [await newLink(), await openFlow(api, await newLink())]
  const flow = await openFlow(api, link)
  const email = `${marker}@example.com`.toLowerCase()
  await flow.connect([publicKey()])
  const [sshKey] = (await flow.look()).keys
  const { contacts } = (await flow.call('POST', '/flow/contacts', { email: `contact-${email}` })).json.data
  await api.call('PUT', `/manage/members/${email}`, { body: { role: 'member' } })
  const webhook = (await api.call('POST', '/manage/webhooks', { body: { url: `https://${marker}.example.com/` } })).json
  const test = (await api.call('POST', `/manage/webhooks/${webhook.data.id}/test`, { body: {} })).json
  const scope = (await api.call('POST', '/manage/scope-configs', { body: { name: marker, settings: {} } })).json
  // Both integrations of a deployment see its custom fields.
  const key = { key: `field_${marker.length}`, model: 'hris_employees' }
  const field = (await api.call('POST', '/manage/custom-fields', { body: key })).json
  await noteColumns(api.control, api.system.hash, { integrationId: id, dataset: 'employees', header: [marker] })
  const [columns] = await readColumns(api.control, id)
  const rules = [{ field: 'group', values: [marker] }]
  await api.call('PUT', `/manage/integrations/${encodeURIComponent(id)}/filter`, { body: { rules } })
  return {
    id,
    marker,
    apiKey: await createApiKey(api.ports, marker),
    link: tokenOf(link),
    session: String(flow.opened.json.data.session),
    activation: String((await finished.finish()).json.data.activation_token),
    employeeId: ids.get('hris_employees 1') ?? '',
    absenceId: ids.get('hris_absences a-1') ?? '',
    syncId: sync.id,
    fileId: `file-${marker}`,
    email,
    keyId: String(sshKey.id),
    contactId: String(contacts[0].id),
    webhookId: String(webhook.data.id),
    deliveryId: String(test.data.id),
    scopeConfigId: String(scope.data.id),
    customFieldId: String(field.data.id),
    integrationFieldId: columns?.columns[0]?.id ?? '',
  }
}
type Tenant = Awaited<ReturnType<typeof seed>>

/** What each variable of a path is to stand for, so that the path aims at a tenant's data: a new variable needs a line here. */
const variables: Readonly<Record<string, (tenant: Tenant) => string>> = {
  integration_id: ({ id }) => id,
  token: ({ activation }) => activation,
  sync_id: ({ syncId }) => syncId,
  version: () => '1',
  file_id: ({ fileId }) => fileId,
  webhook_id: ({ webhookId }) => webhookId,
  delivery_id: ({ deliveryId }) => deliveryId,
  email: ({ email }) => email,
  scope_config_id: ({ scopeConfigId }) => scopeConfigId,
  custom_field_id: ({ customFieldId }) => customFieldId,
  integration_field_id: ({ integrationFieldId }) => integrationFieldId,
  dataset: () => 'employees',
  api_key_id: ({ apiKey }) => parseApiKey(apiKey)?.id ?? '',
  employee_id: ({ employeeId }) => employeeId,
  absence_id: ({ absenceId }) => absenceId,
  skill_id: ({ employeeId }) => employeeId,
  category: () => 'hris',
  tool: () => 'sftp',
  api: () => 'api',
  step: () => 'filtering',
  key_id: ({ keyId }) => keyId,
  contact_id: ({ contactId }) => contactId,
  model: () => 'hris_employees',
  record_id: ({ employeeId }) => employeeId,
}

const namesIn = (path: string) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name)

/** The path with what belongs to `tenant`, but for the integration, and with filters that ask for the tenant's ids. */
const aimedAt = ({ path, method }: Route, tenant: Tenant, integrationId = tenant.id): string => {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(name === 'integration_id' ? integrationId : (variables[name]?.(tenant) ?? '')),
  )
  const { employeeId, absenceId } = tenant
  return method === 'GET' ? `${filled}?ids=${employeeId},${absenceId}&include_deleted=true` : filled
}

/** A body that every endpoint finds something in, all of it the tenant's. Nobody minds what it does not know. */
const bodyFor = ({ id, activation, marker }: Tenant) => ({
  ...{ token: activation, integration_id: id, value: false, type: 'FULL', version: 1 },
  ...{ name: 'somebody', language: 'en', link_type: 'EMBEDDED', ...mappingWith('Column') },
  ...{ end_user_email: 'a@example.com', end_user_organization_name: 'Own', end_user_origin_id: `of ${marker.length}` },
})

let [ours, theirs]: ApiUnderTest[] = []
let mine: Tenant
let neighbour: Tenant
let stranger: Tenant
const here = () => ours as ApiUnderTest
const there = () => theirs as ApiUnderTest

/** All documents of a tenant, as they are stored. */
const documentsOf = async ({ control }: ApiUnderTest, { id, webhookId }: Tenant) => {
  const { pk } = stateKey(id)
  const all = await Promise.all(
    [
      { pk },
      { pk: apiKeyPartition },
      { pk: integrationPartition, prefix: id },
      { pk: deliveryPartition(webhookId).pk },
      { pk: endpointPartition, prefix: webhookId },
    ].map((query) => control.query(query)),
  )
  return all.flatMap(({ documents }) => documents)
}

let before: Awaited<ReturnType<typeof documentsOf>>
let neighbourBefore: Awaited<ReturnType<typeof documentsOf>>
const withoutKeys = (documents: typeof before) => documents.filter(({ key }) => key.pk !== apiKeyPartition)

beforeAll(async () => {
  ours = await apiUnderTest()
  theirs = await apiUnderTest()
  mine = await seed(ours, 'PrivateMine')
  neighbour = await seed(ours, 'PrivateNeighbour')
  stranger = await seed(theirs, 'PrivateStranger')
  before = await documentsOf(theirs, stranger)
  neighbourBefore = await documentsOf(ours, neighbour)
})

type Attempt = { readonly bearer: string; readonly path: string; readonly header?: string; readonly body?: unknown }

const attempt = async ({ method }: Route, { bearer, path, header, body }: Attempt) => {
  const headers = { authorization: `Bearer ${bearer}`, ...(header === undefined ? {} : { 'x-integration-id': header }) }
  const { status, json } = await here().call(method, path, { headers, ...(method === 'GET' ? {} : { body }) })
  return { status, code: json.error?.code ?? null, text: JSON.stringify(json) }
}

const ofFunction = (name: Route['function']) => routes.filter((route: Route) => route.function === name)
/** The vendor's team reaches connections by the function of the flow, but with its own credentials. */
const isOfTeam = ({ path }: Route) => path.startsWith('/manage/')
const named = (all: readonly Route[]) => all.map((route) => [`${route.method} ${route.path}`, route] as const)
const apiRoutes = named([...ofFunction('api'), ...ofFunction('connect').filter(isOfTeam)])
const flowRoutes = named(ofFunction('connect').filter((route) => !isOfTeam(route)))

/** Routes that are about the one integration that their path or header names. */
const isAboutOne = ({ path }: Route) =>
  path.includes('{integration_id}') || /^\/v1\/(hris|passthrough)\/|^\/v1\/force-sync$/.test(path)

test('every variable of a path is aimed at somebody’s data', () => {
  const names = new Set(
    routes.flatMap(({ path, function: owner }) => (owner === 'docs' || owner === 'pages' ? [] : namesIn(path))),
  )
  expect([...names].toSorted()).toEqual(Object.keys(variables).toSorted())
})

describe('an API key of one deployment', () => {
  test.each(apiRoutes)('reaches nothing of another: %s', async (_, route) => {
    const path = aimedAt(route, stranger)
    const body = bodyFor(stranger)
    const { status, code, text } = await attempt(route, { bearer: mine.apiKey, path, header: stranger.id, body })
    expect(text).not.toContain(stranger.marker)
    if (isAboutOne(route)) expect([status, code]).toEqual([404, 'PLATFORM.INTEGRATION_NOT_FOUND'])
  })

  test.each(apiRoutes)('is none in another: %s', async (_, route) => {
    const path = aimedAt(route, neighbour)
    const body = bodyFor(neighbour)
    const answer = await attempt(route, { bearer: stranger.apiKey, path, header: neighbour.id, body })
    expect([answer.status, answer.code]).toEqual([401, 'PLATFORM.AUTHENTICATION_INVALID'])
  })
})

describe('a request about one integration', () => {
  test.each(apiRoutes.filter(([, route]) => isAboutOne(route)))(
    'shows and changes nothing of another of the same deployment: %s',
    async (_, route) => {
      const own = await here().makeIntegration()
      const path = aimedAt(route, neighbour, own.id)
      const body = bodyFor(neighbour)
      const { text } = await attempt(route, { bearer: mine.apiKey, path, header: own.id, body })
      expect(text).not.toContain(neighbour.marker)
    },
  )
})

describe('a token of the flow', () => {
  const kinds = ['link', 'session', 'activation'] as const

  test.each(apiRoutes)('is no API key: %s', async (_, route) => {
    const path = aimedAt(route, mine)
    for (const kind of kinds) {
      const body = bodyFor(mine)
      const { status } = await attempt(route, { bearer: mine[kind], path, header: mine.id, body })
      expect([kind, status]).toEqual([kind, 401])
    }
  })

  const needsSession = ({ path }: Route) => path !== '/flow/sign-in' && path !== '/flow/opt-out'

  test.each(flowRoutes.filter(([, route]) => needsSession(route)))(
    'of another deployment, or of another kind, opens no flow: %s',
    async (_, route) => {
      const path = aimedAt(route, mine)
      const bearers = [stranger.session, stranger.link, stranger.apiKey, mine.apiKey, mine.link, mine.activation]
      for (const bearer of bearers) {
        const { status, code } = await attempt(route, { bearer, path, body: { ...bodyFor(mine), token: bearer } })
        // A link's own token is what opens its flow.
        const opens = route.method === 'POST' && path === '/flow/session'
        const isOpened = opens && bearer === mine.link
        const refusal = opens ? 'FLOW.LINK_UNKNOWN' : 'FLOW.SESSION_ENDED'
        expect([status, code]).toEqual(isOpened ? [200, null] : [401, refusal])
      }
    },
  )

  test.each(flowRoutes.filter(([, route]) => !needsSession(route)))(
    'is no opt-out, and asks for no mail: %s',
    async (_, route) => {
      const before = [here().told.length, await documentsOf(here(), mine)]
      for (const bearer of [mine.session, mine.link, mine.activation]) {
        const body = { ...bodyFor(mine), token: bearer, email: 'nobody@example.com' }
        const { status, text } = await attempt(route, { bearer, path: route.path, body })
        expect([status, text]).toEqual([200, '{"status":"success","data":{}}'])
      }
      expect([here().told.length, await documentsOf(here(), mine)]).toEqual(before)
    },
  )

  // It would lead the requests after it nowhere.
  const staysOpen = ({ method, path }: Route) => !(method === 'DELETE' && path === '/flow/session')
  const lastingRoutes = flowRoutes.filter(([, route]) => staysOpen(route))

  test.each(lastingRoutes)('leads to its own integration, whatever else the request names: %s', async (_, route) => {
    const path = aimedAt(route, neighbour)
    const { text } = await attempt(route, {
      bearer: mine.session,
      path,
      header: neighbour.id,
      body: { ...bodyFor(neighbour), token: mine.link },
    })
    expect(text).not.toContain(neighbour.marker)
    expect(text).not.toContain(neighbour.id)
  })
})

test('after all that, the other integration and the other deployment are as they were', async () => {
  expect(withoutKeys(await documentsOf(here(), neighbour))).toEqual(withoutKeys(neighbourBefore))
  expect(await documentsOf(there(), stranger)).toEqual(before)
  const { data } = await there().sdk(undefined, stranger.apiKey).general.getIntegrationDetails({
    integration_id: stranger.id,
  })
  expect(data.end_user.organization_name).toBe(stranger.marker)
})
