import type { Configuration } from '#core/control/configuration.ts'
import type { Integration } from '#core/control/integration.ts'
import { reconfigure } from '#core/control/reconfigure.ts'
import { type EmployeeFilter, type FilterRule, tellableFields } from '#core/filter/employee-filter.ts'
import { type PeopleTally, tallyKept, tallyTraits } from '#core/filter/tally-people.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { mappingWithin } from '#core/scope/within-scope.ts'
import type { ConfigurePorts } from './ports.ts'
import { employeesFile, meetPeople, type noPeople, type Person, type Tally } from './read-people.ts'

type Ports = Pick<ConfigurePorts, 'control' | 'archive' | 'decode' | 'system'>
type Counted<Counts> =
  | ({
      readonly kind: 'counted'
      readonly fileId: string
      readonly fileName: string
      /** Whether everybody in the file was counted. */
      readonly complete: boolean
    } & Counts)
  | { readonly kind: 'none'; readonly why: keyof typeof noPeople }

type Options = ReturnType<PeopleTally['result']>
type Kept = ReturnType<ReturnType<typeof tallyKept>['result']>

/** Shows the people of the newest employees file to a tally, which `open` makes once it is known what the columns fill. */
const count = async <Counts extends object>(
  ports: Ports,
  integration: Integration,
  open: (mapping: Mapping, configuration: Configuration) => Tally<Counts>,
): Promise<Counted<Counts>> => {
  const found = await employeesFile(ports, integration)
  if (found.kind === 'none') return found
  const { file, configuration } = found
  const counts = await meetPeople(ports, found, (mapping) => open(mapping, configuration))
  if (!counts) return { kind: 'none', why: 'unreadable' }
  return { kind: 'counted', fileId: file.id, fileName: file.name, ...counts }
}

const traitsIn = (mapping: Mapping, { scope, today }: Configuration): PeopleTally =>
  tallyTraits(tellableFields(mappingWithin(scope, mapping)), today)

/** What a filter can choose from: the fields that the newest employees file tells, with their values and how many people have each. */
export const filterOptions = (ports: Ports, integration: Integration): Promise<Counted<Options>> =>
  count(ports, integration, traitsIn)

/** How many of the people in the newest employees file these rules let pass. */
export const previewFilter = (
  ports: Ports,
  integration: Integration,
  rules: readonly FilterRule[],
): Promise<Counted<Kept>> => count(ports, integration, (_, { today }) => tallyKept(rules, today))

/** Both at once: the file is read only once. */
export const optionsWithKept = (
  ports: Ports,
  integration: Integration,
  rules: readonly FilterRule[],
): Promise<Counted<Options & Kept>> =>
  count(ports, integration, (mapping, configuration) => {
    const [options, kept] = [traitsIn(mapping, configuration), tallyKept(rules, configuration.today)]
    const add: Person = (key, values) => {
      options.add(key, values)
      kept.add(key, values)
    }
    return { add, result: () => ({ ...options.result(), ...kept.result() }) }
  })

/** Says who is stored from now on. A sync of the archived file carries it out. */
export const setFilter = (
  ports: Pick<ConfigurePorts, 'control' | 'syncQueue' | 'system'>,
  { id }: Pick<Integration, 'id'>,
  filter: EmployeeFilter,
): Promise<Integration | undefined> => reconfigure(ports, id, 'filter', (each) => ({ ...each, filter }))
