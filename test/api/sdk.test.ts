import type { Kombo } from '@kombo-api/sdk'
import { KomboGeneralError, KomboHrisError } from '@kombo-api/sdk/models/errors'
import { beforeAll, describe, expect, test } from 'vitest'
import { descriptionOf } from '#core/api/descriptions.ts'
import { noteColumns, readColumns } from '#core/control/columns.ts'
import { routes } from '#core/deployment/routes.ts'
import { type ApiUnderTest, apiUnderTest } from './api-under-test.ts'
import { openFlow } from './flow.ts'
import { company, storeRows } from './records.ts'

/** The official SDK, unmodified, calls everything that it exposes: the families that an app for HR data uses. */

let api: ApiUnderTest
let ready: string
let activationToken: string
let columnId: string
let customFieldId: string

beforeAll(async () => {
  api = await apiUnderTest()
  ready = (await api.makeIntegration({ enableFiltering: true })).id
  await storeRows(api, ready, company)
  const seen = { integrationId: ready, dataset: 'employees' as const, header: ['id', 'Shoe size'] }
  await noteColumns(api.control, api.system.hash, seen)
  columnId = (await readColumns(api.control, ready))[0]?.columns[1]?.id ?? ''
  const field = { key: 'shoe_size', model: 'hris_employees' }
  customFieldId = (await api.call('POST', '/manage/custom-fields', { body: field })).json.data.id
  const { data } = await api.sdk().general.createReconnectionLink({ integration_id: ready, body: {} })
  activationToken = (await (await openFlow(api, data.link)).finish()).json.data.activation_token
})

type Call = {
  /** What the SDK requests. */
  readonly route: string
  readonly send: (sdk: Kombo, integrationId: string) => PromiseLike<unknown>
}

const at = (path: string) => `/v1/integrations/{integration_id}${path}`

const general: Readonly<Record<string, Call>> = {
  checkApiKey: { route: 'GET /v1/check-api-key', send: ({ general }) => general.checkApiKey() },
  triggerSync: { route: 'POST /v1/force-sync', send: ({ general }) => general.triggerSync({}) },
  sendPassthroughRequest: {
    route: 'POST /v1/passthrough/{tool}/{api}',
    send: ({ general }) =>
      general.sendPassthroughRequest({ tool: 'personio', api: 'personnel', body: { method: 'GET', path: '/people' } }),
  },
  deleteIntegration: {
    route: `DELETE ${at('')}`,
    send: async ({ general }, id) => {
      const integration_id = id === ready ? (await api.makeIntegration()).id : id
      return general.deleteIntegration({ integration_id, body: {} })
    },
  },
  getIntegrationDetails: {
    route: `GET ${at('')}`,
    send: ({ general }, integration_id) => general.getIntegrationDetails({ integration_id }),
  },
  setIntegrationEnabled: {
    route: `PUT ${at('/enabled')}`,
    send: ({ general }, integration_id) => general.setIntegrationEnabled({ integration_id, body: { value: true } }),
  },
  createReconnectionLink: {
    route: `POST ${at('/relink')}`,
    send: ({ general }, integration_id) =>
      general.createReconnectionLink({ integration_id, body: { language: 'es', link_type: 'MAGIC_LINK' } }),
  },
  createSetupLink: {
    route: `POST ${at('/setup-link')}`,
    send: ({ general }, integration_id) => general.createSetupLink({ integration_id, body: { link_type: 'EMBEDDED' } }),
  },
  getIntegrationFields: {
    route: `GET ${at('/integration-fields')}`,
    send: ({ general }, integration_id) => general.getIntegrationFields({ integration_id }),
  },
  updateIntegrationField: {
    route: `PATCH ${at('/integration-fields/{integration_field_id}')}`,
    send: ({ general }, integration_id) =>
      general.updateIntegrationField({
        integration_id,
        integration_field_id: columnId,
        body: { enable_passthrough: true },
      }),
  },
  getCustomFields: {
    route: `GET ${at('/custom-fields')}`,
    send: ({ general }, integration_id) => general.getCustomFields({ integration_id }),
  },
  updateCustomFieldMapping: {
    route: `PUT ${at('/custom-fields/{custom_field_id}')}`,
    send: ({ general }, integration_id) =>
      general.updateCustomFieldMapping({
        integration_id,
        custom_field_id: customFieldId,
        body: { integration_field_id: null },
      }),
  },
  getTools: { route: 'GET /v1/tools/{category}', send: ({ general }) => general.getTools({ category: 'hris' }) },
}

const connect: Readonly<Record<string, Call>> = {
  createConnectionLink: {
    route: 'POST /v1/connect/create-link',
    send: ({ connect }) =>
      connect.createConnectionLink({ end_user_email: 'hr@acme.example', end_user_organization_name: 'Acme' }),
  },
  getIntegrationByToken: {
    route: 'GET /v1/connect/integration-by-token/{token}',
    send: ({ connect }) => connect.getIntegrationByToken({ token: activationToken }),
  },
}

const list = (name: string, send: (hris: Kombo['hris']) => PromiseLike<unknown>): Call => ({
  route: `GET /v1/hris/${name}`,
  send: (sdk) => send(sdk.hris),
})

const hris: Readonly<Record<string, Call>> = {
  getEmployees: list('employees', (hris) => hris.getEmployees()),
  getEmployeeForm: list('employees/form', (hris) => hris.getEmployeeForm()),
  createEmployeeWithForm: {
    route: 'POST /v1/hris/employees/form',
    send: (sdk) => sdk.hris.createEmployeeWithForm({ properties: {} }),
  },
  addEmployeeDocument: {
    route: 'POST /v1/hris/employees/{employee_id}/documents',
    send: (sdk) =>
      sdk.hris.addEmployeeDocument({
        employee_id: 'somebody',
        body: { category_id: 'contract', document: { name: 'contract.pdf', data: 'JVBERg==' } },
      }),
  },
  getEmployeeDocumentCategories: list('employee-document-categories', (hris) => hris.getEmployeeDocumentCategories()),
  getGroups: list('groups', (hris) => hris.getGroups()),
  getEmployments: list('employments', (hris) => hris.getEmployments()),
  getLocations: list('locations', (hris) => hris.getLocations()),
  getAbsenceTypes: list('absence-types', (hris) => hris.getAbsenceTypes()),
  getTimeOffBalances: list('time-off-balances', (hris) => hris.getTimeOffBalances()),
  getAbsences: list('absences', (hris) => hris.getAbsences()),
  createAbsence: {
    route: 'POST /v1/hris/absences',
    send: (sdk) =>
      sdk.hris.createAbsence({
        employee_id: 'somebody',
        absence_type_id: 'holiday',
        start_date: new Date('2026-01-01'),
        end_date: new Date('2026-01-02'),
        employee_note: null,
      }),
  },
  deleteAbsence: {
    route: 'DELETE /v1/hris/absences/{absence_id}',
    send: (sdk) => sdk.hris.deleteAbsence({ absence_id: 'absence', body: {} }),
  },
  getLegalEntities: list('legal-entities', (hris) => hris.getLegalEntities()),
  getTimesheets: list('timesheets', (hris) => hris.getTimesheets()),
  getPerformanceReviewCycles: list('performance-review-cycles', (hris) => hris.getPerformanceReviewCycles()),
  getPerformanceReviews: list('performance-reviews', (hris) => hris.getPerformanceReviews()),
  getStaffingEntities: list('staffing-entities', (hris) => hris.getStaffingEntities()),
}

const families = { general, connect, hris }
const errorOf = { general: KomboGeneralError, connect: KomboGeneralError, hris: KomboHrisError }

const methodsOf = (part: object) =>
  Object.getOwnPropertyNames(Object.getPrototypeOf(part)).filter((name) => name !== 'constructor')

/** Whatever the variables of a path are called. */
const shape = (route: string) => route.replaceAll(/\{\w+\}/g, '{}')
const known = new Map(routes.map((route) => [shape(`${route.method} ${route.path}`), descriptionOf(route)]))
const description = (route: string) => known.get(shape(route))

const refusalOf: Readonly<Record<string, string>> = {
  [general.sendPassthroughRequest?.route ?? '']: 'PLATFORM.INPUT_INVALID',
}
const refusal = (route: string) =>
  refusalOf[route] ?? `INTEGRATION.${/^GET (?!.*\/form$)/.test(route) ? 'MODEL' : 'ACTION'}_NOT_AVAILABLE`

const isAboutOne = (route: string) => /\{integration_id\}|\/hris\/|\/passthrough\/|\/force-sync/.test(route)

describe.each(Object.keys(families) as (keyof typeof families)[])('of the SDK’s %s calls', (family) => {
  const calls = Object.entries(families[family]).filter(([, { route }]) => description(route) !== undefined)
  const answered = calls.filter(([, { route }]) => description(route)?.data !== null)
  const refused = calls.filter(([, { route }]) => description(route)?.data === null)
  const failing = (sent: PromiseLike<unknown>) => expect(Promise.resolve(sent)).rejects

  test('there is none that is not tried here', () => {
    expect(Object.keys(families[family])).toEqual(methodsOf(api.sdk()[family]))
  })

  test.each(answered)('%s succeeds', async (_, { send }) => {
    await expect(Promise.resolve(send(api.sdk(ready), ready))).resolves.toBeDefined()
  })

  if (refused.length > 0)
    test.each(refused)('%s is refused with the documented code', async (_, { send, route }) => {
      await failing(send(api.sdk(ready), ready)).toMatchObject({ error: { code: refusal(route) } })
      await failing(send(api.sdk(ready), ready)).toBeInstanceOf(errorOf[family])
    })

  test.each(calls)('%s tells a wrong key by the error of its family', async (_, { send }) => {
    const sdk = api.sdk(ready, 'rp_unknown_key')
    await failing(send(sdk, ready)).toBeInstanceOf(errorOf[family])
    await failing(send(sdk, ready)).toMatchObject({
      statusCode: 401,
      error: { code: 'PLATFORM.AUTHENTICATION_INVALID' },
    })
  })

  const aboutOne = calls.filter(([, { route }]) => isAboutOne(route))
  if (aboutOne.length > 0)
    test.each(aboutOne)('%s tells an unknown integration by the error of its family', async (_, { send }) => {
      const unknown = 'sftp:HWUTwvyx2wLoSUHphiWVrp28'
      await failing(send(api.sdk(unknown), unknown)).toBeInstanceOf(errorOf[family])
      await failing(send(api.sdk(unknown), unknown)).toMatchObject({
        statusCode: 404,
        error: { code: 'PLATFORM.INTEGRATION_NOT_FOUND' },
      })
    })
})

test('the SDK gets records, and not only an answer that it can read', async () => {
  const { result } = await api.sdk(ready).hris.getEmployees()
  expect(result.data.results.length).toBeGreaterThan(0)
  const { data } = await api.sdk().general.getTools({ category: 'hris' })
  expect(data.tools.map(({ id }) => id)).toEqual(['sftp'])
  expect((await api.sdk().general.getTools({ category: 'ats' })).data.tools).toEqual([])
})
