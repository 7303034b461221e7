import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { ChangeFieldSchema, DefineFieldSchema } from '#core/api/endpoints/custom-fields.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { type CustomField, CustomFieldSchema, readCustomFields } from '#core/control/custom-field.ts'
import { updateDocument } from '#core/control/documents.ts'
import type { Integration } from '#core/control/integration.ts'
import { customFieldKey } from '#core/control/keys.ts'
import { queueSyncs } from '#core/control/reconfigure.ts'
import { newId } from '#core/ids/base58.ts'
import { filteredBy, mappedBy } from './custom-field-uses.ts'
import type { ApiPorts } from './ports.ts'

/** Every sync reads all of them. */
const maxFields = 500

const shown = ({ id, key, model, label, description, aliases, createdAt, changedAt }: CustomField) => ({
  id,
  key,
  model,
  label,
  description,
  aliases,
  created_at: isoTime(createdAt),
  changed_at: isoTime(changedAt),
})

export const noSuchCustomField = refuse('PLATFORM.INPUT_INVALID', 'There is no custom field with this id.')

const list =
  ({ control }: ApiPorts): GeneralEndpoint =>
  async () =>
    success({ next: null, results: (await readCustomFields(control)).map(shown) })

/** Files may have a column by one of its aliases already, and mappings may name it from an earlier time. */
const syncAll = (ports: ApiPorts): Promise<void> => queueSyncs(ports, 'fields', () => true)

const define =
  (ports: ApiPorts): GeneralEndpoint =>
  async ({ body }) => {
    const input = parseBody(DefineFieldSchema, body)
    if (input.kind === 'refused') return input
    const { key, model } = input.value
    const existing = await readCustomFields(ports.control)
    if (existing.length >= maxFields)
      return refuse(
        'PLATFORM.INPUT_INVALID',
        `There are ${maxFields} custom fields already, and no more can be defined.`,
      )
    const now = ports.system.clock()
    const field: CustomField = { ...input.value, id: newId(ports.system.random), createdAt: now, changedAt: now }
    if (!(await ports.control.create(customFieldKey(model, key), field)))
      return refuse('PLATFORM.INPUT_INVALID', `key: ${model} has a custom field "${key}" already.`)
    await syncAll(ports)
    return success(shown(field))
  }

const withField =
  (
    ports: ApiPorts,
    answer: (field: CustomField, body: string | undefined) => ReturnType<GeneralEndpoint>,
  ): GeneralEndpoint =>
  async ({ path, body }) => {
    const field = (await readCustomFields(ports.control)).find(({ id }) => id === path.custom_field_id)
    return field ? answer(field, body) : noSuchCustomField
  }

const change = (ports: ApiPorts): GeneralEndpoint =>
  withField(ports, async (field, body) => {
    const input = parseBody(ChangeFieldSchema, body)
    if (input.kind === 'refused') return input
    const fillsAnew = JSON.stringify(input.value.aliases) !== JSON.stringify(field.aliases)
    const changedAt = fillsAnew ? ports.system.clock() : field.changedAt
    const after = await updateDocument(
      ports.control,
      customFieldKey(field.model, field.key),
      CustomFieldSchema,
      (each): CustomField => ({ ...each, ...input.value, changedAt }),
    )
    if (!after) return noSuchCustomField
    if (fillsAnew) await syncAll(ports)
    return success(shown(after))
  })

const maxNamed = 5

const inUse = (integrationIds: readonly string[]) => {
  const named = integrationIds.slice(0, maxNamed).join(', ')
  return refuse(
    'PLATFORM.INPUT_INVALID',
    `The employee filter of ${integrationIds.length} integrations looks at this field (${named}). Take the rule out of them first.`,
  )
}

const remove = (ports: ApiPorts): GeneralEndpoint =>
  withField(ports, async ({ model, key }) => {
    const filtered = await filteredBy(ports, { model, key })
    if (filtered.length > 0) return inUse(filtered.map(({ id }) => id))
    await ports.control.remove(customFieldKey(model, key))
    await syncAll(ports)
    return success({})
  })

const named = ({ id, endUser }: Integration) => ({ id, organization_name: endUser.organizationName })

const showUses = (ports: ApiPorts): GeneralEndpoint =>
  withField(ports, async (field) =>
    success({
      mapped_by: (await mappedBy(ports, field)).map(named),
      filtered_by: (await filteredBy(ports, field)).map(named),
    }),
  )

export const customFieldEndpoints = (ports: ApiPorts) => ({
  'GET /manage/custom-fields': list(ports),
  'POST /manage/custom-fields': define(ports),
  'PUT /manage/custom-fields/{custom_field_id}': change(ports),
  'DELETE /manage/custom-fields/{custom_field_id}': remove(ports),
  'GET /manage/custom-fields/{custom_field_id}/uses': showUses(ports),
})
