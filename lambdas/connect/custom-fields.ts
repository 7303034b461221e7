import { refuse, success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { MapFieldInFlowSchema } from '#core/api/endpoints/flow-fields.ts'
import { parseBody } from '#core/api/input.ts'
import type { Integration } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import { type MappedField, mapCustomField, mappedFields } from '../configure/custom-fields.ts'
import { canPassThrough, integrationFields } from '../configure/integration-fields.ts'
import type { ConnectPorts } from './ports.ts'
import { ofConnection } from './visitor.ts'

const shownField = ({ field: { id, key, model, label, description }, column }: MappedField) => ({
  id,
  key,
  model,
  label,
  description,
  column_id: column?.id ?? null,
})

const shown = async (ports: ConnectPorts, integration: Integration) => {
  const [fields, columns] = await Promise.all([mappedFields(ports, integration), integrationFields(ports, integration)])
  return success({
    fields: fields.map(shownField),
    columns: columns.filter(canPassThrough).map(({ id, key, model }) => ({ id, name: key, model })),
  })
}

export const showCustomFields = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, (integration) => shown(ports, integration))

const notEnabled = refuse('FLOW.NOT_PERMITTED', 'The vendor does not ask you to fill their fields.')
const noSuchField = refuse('PLATFORM.INPUT_INVALID', 'The vendor has no such field any more. Load the page again.')
const noSuchColumn = refuse(
  'PLATFORM.INPUT_INVALID',
  'column_id: the newest file has no such column, or it belongs to another kind of record. Load the page again.',
)
const changedMeanwhile = refuse(
  'FLOW.CHANGED_MEANWHILE',
  'Somebody else chose a column for this field after this window had loaded it. Look at theirs, and choose again.',
)

export const mapFieldInFlow = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration, { path, body }) => {
    if (!integration.enableFieldMapping) return notEnabled
    const input = parseBody(MapFieldInFlowSchema, body)
    if (input.kind === 'refused') return input
    const { column_id: wanted, based_on: basedOn } = input.value
    const mapped = (await mappedFields(ports, integration)).find(({ field }) => field.id === path.custom_field_id)
    if (!mapped) return noSuchField
    if ((mapped.column?.id ?? null) !== basedOn) return changedMeanwhile
    const columns = await integrationFields(ports, integration)
    const column = columns.find(({ id, model }) => id === wanted && model === mapped.field.model)
    if (wanted !== null && !column) return noSuchColumn
    await mapCustomField(ports, integration, mapped, column ?? null)
    return shown(ports, (await readIntegration(ports.control, integration.id)) ?? integration)
  })
