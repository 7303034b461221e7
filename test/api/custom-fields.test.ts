import { describe, expect, it } from 'vitest'
import { noteColumns } from '#core/control/columns.ts'
import { readDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import { approveMapping, putMapping, readMappingVersion } from '#core/control/mapping-versions.ts'
import { apiUnderTest } from './api-under-test.ts'

const api = await apiUnderTest()
const header = ['id', 'name', 'Shoe size', 'Badge']
const reasons = () => api.queued.map(({ body }) => JSON.parse(body).reason)

/** An integration whose files have these columns, with an approved mapping. */
const connected = async (approved = true) => {
  const integration = await api.makeIntegration()
  const { id } = integration
  await noteColumns(api.control, api.system.hash, { integrationId: id, dataset: 'employees', header })
  await noteColumns(api.control, api.system.hash, { integrationId: id, dataset: 'absences', header: ['id', 'day'] })
  const mapping = { dataset: 'employees' as const, id: { columns: ['id'] }, fields: {} }
  await putMapping(api.control, integration, mapping, 1)
  if (approved) await approveMapping(api.control, { integrationId: id, dataset: 'employees', version: 1 }, 1)
  api.queued.length = 0
  return id
}

let keys = 0
const define = async (parts: object = {}) => {
  keys += 1
  const body = { key: `key_${keys}`, model: 'hris_employees', ...parts }
  const { json } = await api.call('POST', '/manage/custom-fields', { body })
  return json.data
}

const numbers = async (id: string) =>
  (await readDocument(api.control, integrationKey(id), IntegrationSchema))?.mappings.employees
const mappingOf = async (id: string, version: number) =>
  (await readMappingVersion(api.control, id, 'employees', version))?.mapping

const fieldsOf = async (id: string) =>
  (await api.sdk().general.getIntegrationFields({ integration_id: id })).result.data.results
const columnId = async (id: string, key: string) => (await fieldsOf(id)).find((each) => each.key === key)?.id ?? ''
const mapped = async (id: string, fieldId: string) => {
  const { result } = await api.sdk().general.getCustomFields({ integration_id: id })
  return result.data.results.find((each) => each.id === fieldId)
}
const map = (id: string, fieldId: string, columnOrNone: string | null) =>
  api.sdk().general.updateCustomFieldMapping({
    integration_id: id,
    custom_field_id: fieldId,
    body: { integration_field_id: columnOrNone },
  })

describe('custom fields', () => {
  it('are defined once, changed and removed, each time with a sync of every integration', async () => {
    const id = await connected()
    const field = await define({ label: 'Shoe size', aliases: [' Schuhe '] })
    expect(field).toMatchObject({ model: 'hris_employees', label: 'Shoe size', description: null, aliases: ['Schuhe'] })
    expect(api.queued.map(({ groupId }) => groupId)).toContain(id)
    expect(reasons()).toContain('fields')
    const path = `/manage/custom-fields/${field.id}`
    const relabelled = { label: 'Shoes', aliases: ['Schuhe'] }
    api.queued.length = 0
    expect((await api.call('PUT', path, { body: relabelled })).json.data).toMatchObject({
      label: 'Shoes',
      key: field.key,
    })
    expect(reasons()).toEqual([])
    await api.call('PUT', path, { body: { ...relabelled, aliases: [] } })
    expect(reasons()).toContain('fields')
    const listed = async () =>
      (await api.call('GET', '/manage/custom-fields')).json.data.results.map(({ id: each }: { id: string }) => each)
    expect(await listed()).toContain(field.id)
    expect((await api.call('DELETE', path, { body: {} })).status).toBe(200)
    expect(await listed()).not.toContain(field.id)
    expect((await api.call('DELETE', path, { body: {} })).json.error.message).toContain('no custom field')
  })

  it.each([
    [{ key: 'shoe size', model: 'hris_employees' }, 'key: must be'],
    [{ key: 'size', model: 'hris_absences' }, 'model'],
    [{ key: 'size' }, 'model is required'],
    [{ key: 'size', model: 'hris_employees', aliases: [''] }, 'aliases'],
  ])('refuse %j', async (body, message) => {
    const { json } = await api.call('POST', '/manage/custom-fields', { body })
    expect(json.error.message).toContain(message)
  })

  it('have a key of their own in their model', async () => {
    const { key } = await define()
    const again = { body: { key, model: 'hris_employees' } }
    expect((await api.call('POST', '/manage/custom-fields', again)).json.error.message).toContain('already')
    const elsewhere = { body: { key, model: 'hris_timesheets' } }
    expect((await api.call('POST', '/manage/custom-fields', elsewhere)).status).toBe(200)
  })

  it('may be filled by a mapping only where they are defined', async () => {
    const id = encodeURIComponent(await connected())
    const put = (fields: readonly string[]) =>
      api.call('PUT', `/manage/integrations/${id}/mappings/employees`, {
        body: {
          ...{ dataset: 'employees', id: { columns: ['id'] } },
          fields: Object.fromEntries(fields.map((each) => [each, [{ from: 'column', column: 'Badge' }]])),
        },
      })
    const { key, id: fieldId } = await define()
    const { key: ofTimesheets } = await define({ model: 'hris_timesheets' })
    expect((await put([`custom_fields.${key}`])).status).toBe(200)
    expect((await put([`custom_fields.${ofTimesheets}`])).json.error.message).toContain(ofTimesheets)
    expect((await put(['integration_fields.Badge'])).json.error.message).toContain('integration_fields.Badge')
    const uses = async () => (await api.call('GET', `/manage/custom-fields/${fieldId}/uses`)).json.data
    expect(await uses()).toEqual({ mapped_by: [], filtered_by: [] })
    await api.call('POST', `/manage/integrations/${id}/mappings/employees/approve`, { body: { version: 2 } })
    expect((await uses()).mapped_by.map((each: { id: string }) => encodeURIComponent(each.id))).toEqual([id])
  })

  it('stay while the filter of an integration looks at them', async () => {
    const integrationId = await connected()
    const field = await define()
    const rules = [{ field: `custom_fields.${field.key}`, values: ['x'] }]
    const path = `/manage/integrations/${encodeURIComponent(integrationId)}/filter`
    expect((await api.call('PUT', path, { body: { rules } })).status).toBe(200)
    const { json } = await api.call('GET', `/manage/custom-fields/${field.id}/uses`)
    expect(json.data).toMatchObject({ mapped_by: [], filtered_by: [{ id: integrationId }] })
    const refused = await api.call('DELETE', `/manage/custom-fields/${field.id}`, { body: {} })
    expect(refused.json.error.message).toContain(integrationId)
    await api.call('PUT', path, { body: { rules: [] } })
    expect((await api.call('DELETE', `/manage/custom-fields/${field.id}`, { body: {} })).status).toBe(200)
  })
})

describe('integration fields', () => {
  it('are the columns of the newest files, page by page', async () => {
    const id = await connected()
    const found = await fieldsOf(id)
    expect(found.map(({ key, model }) => [key, model])).toEqual([
      ...header.map((key) => [key, 'hris_employees']),
      ['id', 'hris_absences'],
      ['day', 'hris_absences'],
    ])
    expect(found[3]).toEqual({
      ...{ id: expect.any(String), key: 'Badge', model: 'hris_employees', type: 'CUSTOM', label: 'Badge' },
      ...{ is_passthrough_enabled: false, is_writable: false },
    })
    const paged = await Array.fromAsync(
      await api.sdk().general.getIntegrationFields({ integration_id: id, page_size: 4 }),
      ({ result }) => result.data.results.length,
    )
    expect(paged).toEqual([4, 2])
    const { json } = await api.call('GET', `/v1/integrations/${id}/integration-fields?page_size=5`)
    expect(json.data.next_cursor).toBe(json.data.next)
    const other = await connected()
    const misused = await api.call('GET', `/v1/integrations/${other}/integration-fields?cursor=${json.data.next}`)
    expect(misused.json.error.code).toBe('PLATFORM.INPUT_INVALID')
    expect((await api.call('GET', `/v1/integrations/${id}/integration-fields?page_size=2001`)).status).toBe(400)
    expect((await api.call('GET', `/v1/integrations/${id}/custom-fields?page_size=251`)).status).toBe(400)
  })

  it('are passed through or not, and a sync carries it out', async () => {
    const id = await connected()
    const toggle = async (fieldId: string, enable_passthrough: boolean | null) =>
      (
        await api.sdk().general.updateIntegrationField({
          integration_id: id,
          integration_field_id: fieldId,
          body: { enable_passthrough },
        })
      ).data.is_passthrough_enabled
    const badge = await columnId(id, 'Badge')
    expect(await toggle(badge, true)).toBe(true)
    expect(reasons()).toEqual(['fields'])
    expect(await toggle(badge, true)).toBe(true)
    expect(await toggle(badge, null)).toBe(true)
    expect(reasons()).toEqual(['fields'])
    expect(await toggle(badge, false)).toBe(false)
    await expect(toggle('nothing', true)).rejects.toMatchObject({ error: { code: 'PLATFORM.INPUT_INVALID' } })
    await expect(toggle(await columnId(id, 'day'), true)).rejects.toMatchObject({ statusCode: 400 })
  })
})

describe('the mapping of a custom field', () => {
  it('is a new version that is in use at once', async () => {
    const id = await connected()
    const field = await define()
    api.queued.length = 0
    const badge = await columnId(id, 'Badge')
    const { data } = await map(id, field.id, badge)
    expect(data).toMatchObject({ id: field.id, integration_field: { id: badge, key: 'Badge', type: 'CUSTOM' } })
    expect(await mapped(id, field.id)).toEqual(data)
    expect(await numbers(id)).toEqual({ approved: 2, latest: 2 })
    expect((await mappingOf(id, 2))?.fields).toEqual({
      [`custom_fields.${field.key}`]: [{ from: 'column', column: 'Badge' }],
    })
    expect(reasons()).toEqual(['fields'])
    await map(id, field.id, badge)
    expect(await numbers(id)).toEqual({ approved: 2, latest: 2 })
    await map(id, field.id, null)
    expect((await mapped(id, field.id))?.integration_field).toBeNull()
  })

  it('waits with the draft before the first approval, and is not lost with a later one', async () => {
    const id = await connected(false)
    const field = await define()
    api.queued.length = 0
    await map(id, field.id, await columnId(id, 'Badge'))
    expect(await numbers(id)).toEqual({ approved: 0, latest: 2 })
    expect(reasons()).toEqual([])
    await approveMapping(api.control, { integrationId: id, dataset: 'employees', version: 1 }, 1)
    await map(id, field.id, await columnId(id, 'Shoe size'))
    expect(await numbers(id)).toEqual({ approved: 3, latest: 4 })
    const columns = [await mappingOf(id, 3), await mappingOf(id, 4)].map((each) => Object.values(each?.fields ?? {}))
    expect(columns.flat(2)).toEqual([expect.objectContaining({ column: 'Shoe size' }), expect.anything()])
  })

  it('keeps each of several that are made at the same time', async () => {
    const id = await connected()
    const fields = await Promise.all([define(), define(), define()])
    const badge = await columnId(id, 'Badge')
    await Promise.all(fields.map((field) => map(id, field.id, badge)))
    const { approved = 0 } = (await numbers(id)) ?? {}
    const targets = Object.keys((await mappingOf(id, approved))?.fields ?? {})
    expect(targets.toSorted()).toEqual(fields.map(({ key }) => `custom_fields.${key}`).toSorted())
  })

  it('follows from an alias until somebody says otherwise', async () => {
    const id = await connected()
    const field = await define({ aliases: ['badge'] })
    expect((await mapped(id, field.id))?.integration_field?.key).toBe('Badge')
    await map(id, field.id, null)
    expect((await mapped(id, field.id))?.integration_field).toBeNull()
  })

  it('refuses columns of another model and what is not there', async () => {
    const id = await connected()
    const field = await define()
    const refused = { error: { code: 'PLATFORM.INPUT_INVALID' } }
    await expect(map(id, field.id, await columnId(id, 'day'))).rejects.toMatchObject(refused)
    await expect(map(id, field.id, 'nothing')).rejects.toMatchObject(refused)
    await expect(map(id, 'nothing', null)).rejects.toMatchObject(refused)
    const elsewhere = await columnId(await connected(), 'Badge')
    await expect(map(id, field.id, elsewhere)).rejects.toMatchObject(refused)
  })
})

it('a draft proposes custom fields for columns that are called as they are', async () => {
  const id = encodeURIComponent(await connected())
  const aliased = await define({ aliases: ['Kleidergröße'] })
  const labelled = await define({ label: 'T-shirt' })
  const csv = 'Personnel number,First name,Kleidergroesse,Kleidergröße,T-Shirt\n1,Ada,x,M,red\n'
  const sample = { name: 'employees.csv', content: Buffer.from(csv).toString('base64') }
  const path = `/manage/integrations/${id}/mappings/employees/draft`
  const { json } = await api.call('POST', path, { body: { sample } })
  expect(json.data.mapping.fields).toMatchObject({
    [`custom_fields.${aliased.key}`]: [{ column: 'Kleidergröße' }],
    [`custom_fields.${labelled.key}`]: [{ column: 'T-Shirt' }],
  })
  expect(json.data.unmapped).toEqual(['Kleidergroesse'])
})
