import type { Integration } from '#core/control/integration.ts'
import { reconfigure } from '#core/control/reconfigure.ts'
import { type EmployeeFilter, type FilterRule, tellableFields } from '#core/filter/employee-filter.ts'
import { type FieldTally, tallyKept, tallyTraits } from '#core/filter/tally-people.ts'
import { mappingWithin } from '#core/scope/within-scope.ts'
import type { ConfigurePorts } from './ports.ts'
import { employeesFile, meetPeople, type noPeople } from './read-people.ts'

type Ports = Pick<ConfigurePorts, 'control' | 'archive' | 'system'>
type Counted<Counts> =
  | ({
      readonly kind: 'counted'
      readonly fileId: string
      readonly fileName: string
      /** Whether everybody in the file was counted. */
      readonly complete: boolean
    } & Counts)
  | { readonly kind: 'none'; readonly why: keyof typeof noPeople }

/** What a filter can choose from: the fields that the newest employees file tells, with their values and how many people have each. */
export const filterOptions = async (
  ports: Ports,
  integration: Integration,
): Promise<Counted<{ readonly people: number; readonly fields: readonly FieldTally[] }>> => {
  const found = await employeesFile(ports, integration)
  if (found.kind === 'none') return found
  const { file, configuration } = found
  const { scope, today } = configuration
  const counts = await meetPeople(ports, found, (mapping) =>
    tallyTraits(tellableFields(mappingWithin(scope, mapping)), today),
  )
  if (!counts) return { kind: 'none', why: 'unreadable' }
  return { kind: 'counted', fileId: file.id, fileName: file.name, ...counts }
}

/** How many of the people in the newest employees file these rules let pass. */
export const previewFilter = async (
  ports: Ports,
  integration: Integration,
  rules: readonly FilterRule[],
): Promise<Counted<{ readonly people: number; readonly kept: number }>> => {
  const found = await employeesFile(ports, integration)
  if (found.kind === 'none') return found
  const { file, configuration } = found
  const counts = await meetPeople(ports, found, () => tallyKept(rules, configuration.today))
  if (!counts) return { kind: 'none', why: 'unreadable' }
  return { kind: 'counted', fileId: file.id, fileName: file.name, ...counts }
}

/** Says who is stored from now on. A sync of the archived file carries it out. */
export const setFilter = (
  ports: Pick<ConfigurePorts, 'control' | 'syncQueue' | 'system'>,
  { id }: Pick<Integration, 'id'>,
  filter: EmployeeFilter,
): Promise<Integration | undefined> => reconfigure(ports, id, 'filter', (each) => ({ ...each, filter }))
