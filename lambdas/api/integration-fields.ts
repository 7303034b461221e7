import * as v from 'valibot'
import { refuse, success } from '#core/api/answer.ts'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import {
  CustomFieldQuerySchema,
  IntegrationFieldQuerySchema,
  MapFieldSchema,
  PassthroughToggleSchema,
} from '#core/api/endpoints/integration-fields.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody, parseInput } from '#core/api/input.ts'
import { type MappedField, mapCustomField, mappedFields } from '../configure/custom-fields.ts'
import {
  canPassThrough,
  type IntegrationField,
  integrationFields,
  setPassthrough,
} from '../configure/integration-fields.ts'
import { noSuchCustomField } from './custom-fields.ts'
import { ofPath } from './of-integration.ts'
import { badCursor } from './paged.ts'
import type { ApiPorts } from './ports.ts'

const shownColumn = ({ id, key, type }: IntegrationField) => ({ id, key, type, label: key })

const shownField = (field: IntegrationField) => ({
  ...shownColumn(field),
  model: field.model,
  is_passthrough_enabled: field.passthrough,
  is_writable: false,
})

const shownCustomField = ({ field: { id, key, model, label, description }, column }: MappedField) => ({
  id,
  key,
  model,
  label,
  description,
  integration_field: column && shownColumn(column),
})

type Page = { readonly cursor: string; readonly page_size: number }
type Listed = { readonly integrationId: string; readonly endpoint: string; readonly results: readonly object[] }

/** A page of a list that is short enough to be made as a whole; its cursor is how far one has come. */
const shownPage = ({ system }: ApiPorts, { cursor, page_size }: Page, { integrationId, endpoint, results }: Listed) => {
  const scope = { integrationId, endpoint, filters: {} }
  const from = cursor === '' ? 0 : readCursor(system, scope, cursor, v.number())
  if (from === undefined) return badCursor
  const end = from + page_size
  const next = end < results.length ? writeCursor(system, scope, end) : null
  return success({ next, next_cursor: next, results: results.slice(from, end) })
}

const listFields = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { query }) => {
    const input = parseInput(IntegrationFieldQuerySchema, query)
    if (input.kind === 'refused') return input
    const results = (await integrationFields(ports, integration)).map(shownField)
    return shownPage(ports, input.value, { integrationId: integration.id, endpoint: 'integration-fields', results })
  })

const noSuchField = refuse('PLATFORM.INPUT_INVALID', 'The integration has no integration field with this id.')

const togglePassthrough = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { path, body }) => {
    const input = parseBody(PassthroughToggleSchema, body)
    if (input.kind === 'refused') return input
    const field = (await integrationFields(ports, integration)).find(({ id }) => id === path.integration_field_id)
    if (!field) return noSuchField
    const wish = input.value.enable_passthrough ?? field.passthrough
    if (wish && !canPassThrough(field))
      return refuse('PLATFORM.INPUT_INVALID', `Records of ${field.model} have no integration_fields.`)
    return success(shownField(await setPassthrough(ports, integration, field, wish)))
  })

const listCustomFields = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { query }) => {
    const input = parseInput(CustomFieldQuerySchema, query)
    if (input.kind === 'refused') return input
    const results = (await mappedFields(ports, integration)).map(shownCustomField)
    return shownPage(ports, input.value, { integrationId: integration.id, endpoint: 'custom-fields', results })
  })

const mapField = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { path, body }) => {
    const input = parseBody(MapFieldSchema, body)
    if (input.kind === 'refused') return input
    const { integration_field_id: wanted } = input.value
    const mapped = (await mappedFields(ports, integration)).find(({ field }) => field.id === path.custom_field_id)
    if (!mapped) return noSuchCustomField
    if (wanted === null) return success(shownCustomField(await mapCustomField(ports, integration, mapped, null)))
    const column = (await integrationFields(ports, integration)).find(({ id }) => id === wanted)
    if (!column) return noSuchField
    if (column.model !== mapped.field.model)
      return refuse(
        'PLATFORM.INPUT_INVALID',
        `The column belongs to ${column.model}, the custom field to ${mapped.field.model}.`,
      )
    return success(shownCustomField(await mapCustomField(ports, integration, mapped, column)))
  })

const path = '/v1/integrations/{integration_id}' as const

export const integrationFieldEndpoints = (ports: ApiPorts) => ({
  [`GET ${path}/integration-fields` as const]: listFields(ports),
  [`PATCH ${path}/integration-fields/{integration_field_id}` as const]: togglePassthrough(ports),
  [`GET ${path}/custom-fields` as const]: listCustomFields(ports),
  [`PUT ${path}/custom-fields/{custom_field_id}` as const]: mapField(ports),
})
