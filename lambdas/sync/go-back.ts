import type { Integration } from '#core/control/integration.ts'
import { fileKey } from '#core/control/keys.ts'
import type { DatasetState, IntegrationState, TakenBack } from '#core/control/state.ts'
import { datasets } from '#core/files/datasets.ts'
import type { FilterRule } from '#core/filter/employee-filter.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import { filterOfName } from '#core/records/row-rules.ts'
import { isFileOf } from './find-parts.ts'
import { type GoesBack, goesBackTo, type Obstacle, obstacleOf, type Present } from './goes-back.ts'
import { type DatasetInputs, recentFiles } from './inputs.ts'

/** Everything that undoing a sync comes to, before any of it is done. */
export type GoBack = {
  readonly datasets: readonly GoesBack[]
  /** Of employees, where it was another one. */
  readonly filter?: NonNullable<TakenBack['filter']>
}

export type FoundGoBack =
  | { readonly kind: 'possible'; readonly goBack: GoBack }
  | { readonly kind: 'impossible'; readonly why: Obstacle | 'not-last' }

type Ports = { readonly control: Pick<ControlStore, 'get' | 'query'>; readonly archive: Pick<FileStore, 'open'> }

const textOf = (rules: readonly FilterRule[]): string =>
  JSON.stringify(rules.map(({ field, values }) => [field, values]))

/** The employee filter that a sync has put in the place of another one. */
const filterBefore = ({ datasets: { employees } }: IntegrationState, syncId: string): GoBack['filter'] | null => {
  const before = employees?.change?.syncId === syncId ? employees.change.before : undefined
  if (!employees || !before) return null
  const [from, to] = [employees, before].map(({ configuration = '' }) => [...filterOfName(configuration)])
  return from && to && textOf(from) !== textOf(to) ? { from, to } : null
}

/** Whether what it was built from differs in the rest of the configuration only, which no rollback takes back. */
const isOfConfiguration = ({ change, mappingVersion }: DatasetState): boolean =>
  change?.newFiles === false && change.before?.mappingVersion === mappingVersion

const impossible = (why: Obstacle | 'not-last'): FoundGoBack => ({ kind: 'impossible', why })

/**
 * What undoing a sync comes to: the datasets that it was the last to change are what they were before it. `begun` when it is under way,
 * and what came since waits behind it.
 */
export const findGoBack = async (
  ports: Ports,
  integration: Integration,
  state: IntegrationState,
  syncId: string,
  begun = false,
): Promise<FoundGoBack> => {
  const changed = datasets.flatMap((dataset) => {
    const committed = state.datasets[dataset]
    return committed?.change?.syncId === syncId ? [{ dataset, committed }] : []
  })
  if (changed.length === 0) return impossible('not-last')
  const present: Present = { integration, state, files: await recentFiles(ports.control, integration.id) }
  const filter = filterBefore(state, syncId)
  if (!begun) {
    if (filter && textOf(filter.from) !== textOf(integration.filter?.rules ?? [])) return impossible('reconfigured')
    for (const { dataset, committed } of changed) {
      const obstacle = obstacleOf(dataset, committed, present)
      if (obstacle) return impossible(obstacle)
    }
  }
  const back: GoesBack[] = []
  for (const { dataset, committed } of changed) {
    const found = await goesBackTo(ports, present, dataset, committed)
    if (typeof found === 'string') return impossible(found)
    back.push(found)
  }
  if (!filter && changed.every(({ committed }) => isOfConfiguration(committed))) return impossible('nothing-to-undo')
  return { kind: 'possible', goBack: { datasets: back, ...(filter ? { filter } : {}) } }
}

/** An integration as it was configured before the sync that is undone, as far as that is taken back. */
export const configuredAsBefore = (integration: Integration, { datasets: back, filter }: GoBack): Integration => ({
  ...integration,
  mappings: {
    ...integration.mappings,
    ...Object.fromEntries(
      back.map(({ dataset, mapping: { version } }) => [
        dataset,
        { latest: version, ...integration.mappings[dataset], approved: version },
      ]),
    ),
  },
  ...(filter ? { filter: { rules: filter.to } } : {}),
})

/** The inputs of a dataset that goes back: the files of then, and no others. */
export const inputsOfThen = (inputs: DatasetInputs, { datasets: back }: GoBack): DatasetInputs => {
  const then = back.find(({ dataset }) => dataset === inputs.dataset)
  if (!then) return inputs
  const { file, parts, mapping } = then
  const joins = mapping.mapping.joins ?? []
  return {
    ...inputs,
    broken: [],
    candidates: [file],
    late: [],
    accepted: [],
    current: undefined,
    parts: joins.map((join) => ({
      join,
      files: parts.filter((part) => isFileOf(join, part)),
      late: [],
      current: undefined,
    })),
    manifests: undefined,
    mapping: { kind: 'approved', version: mapping.version, mapping: mapping.mapping },
  }
}

/** What is to be done once everything is committed. */
export const takenBack = (
  id: string,
  { datasets: back, filter }: GoBack,
  state: Pick<IntegrationState, 'datasets'>,
): TakenBack => ({
  id,
  excluded: back.flatMap(({ excluded }) => excluded.map(fileKey)),
  mappings: back.map(({ dataset, mapping: { version } }) => ({
    dataset,
    from: state.datasets[dataset]?.mappingVersion ?? version,
    to: version,
  })),
  ...(filter ? { filter } : {}),
})
