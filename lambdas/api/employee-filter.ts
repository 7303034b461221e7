import { refuse, success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import type { GeneralErrorCode } from '#core/api/errors.ts'
import { parseBody } from '#core/api/input.ts'
import { isoTimeIfAny } from '#core/api/iso-time.ts'
import { expiredSince, readConfiguration } from '#core/control/configuration.ts'
import { readDocument } from '#core/control/documents.ts'
import type { Integration } from '#core/control/integration.ts'
import { stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { EmployeeFilterSchema } from '#core/filter/employee-filter.ts'
import { filterOptions, previewFilter, setFilter } from '../configure/employee-filter.ts'
import { noPeople } from '../configure/read-people.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

const shown = async ({ control, system }: ApiPorts, integration: Integration) => {
  const [configuration, state] = await Promise.all([
    readConfiguration(control, integration, system.clock()),
    readDocument(control, stateKey(integration.id), IntegrationStateSchema),
  ])
  const rules = integration.filter?.rules ?? []
  return success({ rules, data_expired_at: isoTimeIfAny(expiredSince(configuration, state)) })
}

const show = (ports: ApiPorts): GeneralEndpoint => ofPath(ports.control, (integration) => shown(ports, integration))

const put = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(EmployeeFilterSchema, body)
    if (input.kind === 'refused') return input
    return shown(ports, (await setFilter(ports, integration, input.value)) ?? integration)
  })

const options = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration) => {
    const counted = await filterOptions(ports, integration)
    if (counted.kind === 'none') return refuse('PLATFORM.INPUT_INVALID', noPeople[counted.why])
    const { fileId, fileName, people, complete, fields } = counted
    return success({ file_id: fileId, file_name: fileName, people, complete, fields })
  })

const preview = (ports: ApiPorts): GeneralEndpoint =>
  ofPath<GeneralErrorCode>(ports.control, async (integration, { body }) => {
    const input = parseBody(EmployeeFilterSchema, body)
    if (input.kind === 'refused') return input
    const counted = await previewFilter(ports, integration, input.value.rules)
    if (counted.kind === 'none') return refuse('PLATFORM.INPUT_INVALID', noPeople[counted.why])
    const { fileId, fileName, people, complete, kept } = counted
    return success({ file_id: fileId, file_name: fileName, people, complete, kept })
  })

const path = '/manage/integrations/{integration_id}/filter' as const

export const employeeFilterEndpoints = (ports: ApiPorts) => ({
  [`GET ${path}` as const]: show(ports),
  [`PUT ${path}` as const]: put(ports),
  [`GET ${path}/options` as const]: options(ports),
  [`POST ${path}/preview` as const]: preview(ports),
})
