import { refuse, success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { CountPeopleSchema, PutFilterSchema } from '#core/api/endpoints/flow-fields.ts'
import { parseBody } from '#core/api/input.ts'
import type { Integration } from '#core/control/integration.ts'
import type { FilterRule } from '#core/filter/employee-filter.ts'
import { optionsWithKept, previewFilter, setFilter } from '../configure/employee-filter.ts'
import { noPeople } from '../configure/read-people.ts'
import type { ConnectPorts } from './ports.ts'
import { ofConnection } from './visitor.ts'

const rulesOf = ({ filter }: Pick<Integration, 'filter'>): readonly FilterRule[] => filter?.rules ?? []

/** Who passes beside what there is to choose from; the rules alone while nobody can be counted. */
const shown = async (ports: ConnectPorts, integration: Integration) => {
  const rules = rulesOf(integration)
  const counted = await optionsWithKept(ports, integration, rules)
  if (counted.kind === 'none') {
    return success({ rules, people: null, kept: null, fields: [], problem: noPeople[counted.why] })
  }
  const { people, kept, fields } = counted
  return success({ rules, people, kept, fields, problem: null })
}

export const showFilter = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, (integration) => shown(ports, integration))

export const countPeople = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration, { body }) => {
    const input = parseBody(CountPeopleSchema, body)
    if (input.kind === 'refused') return input
    const preview = await previewFilter(ports, integration, input.value.rules)
    if (preview.kind === 'none') return refuse('FLOW.FILE_MISSING', noPeople[preview.why])
    return success({ people: preview.people, kept: preview.kept })
  })

const notEnabled = refuse('FLOW.NOT_PERMITTED', 'The vendor does not leave it to you who is stored.')
const changedMeanwhile = refuse(
  'FLOW.CHANGED_MEANWHILE',
  'Somebody else changed the filter after this window had loaded it. Look at theirs, and choose again.',
)

const areSame = (a: readonly FilterRule[], b: readonly FilterRule[]): boolean => JSON.stringify(a) === JSON.stringify(b)

export const storeFilter = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration, { body }) => {
    if (!integration.enableFiltering) return notEnabled
    const input = parseBody(PutFilterSchema, body)
    if (input.kind === 'refused') return input
    const { rules, based_on: basedOn } = input.value
    if (!areSame(basedOn, rulesOf(integration))) return changedMeanwhile
    return shown(ports, (await setFilter(ports, integration, { rules })) ?? integration)
  })
