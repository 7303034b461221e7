import { datasetTraits } from '#core/files/datasets.ts'
import { storedPasses } from '#core/filter/stored-traits.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import type { RebuildContext } from './dataset-outcome.ts'
import type { DatasetInputs } from './inputs.ts'
import type { Refilter } from './left-out.ts'
import type { SyncPorts } from './ports.ts'
import { spaceOf } from './write-records.ts'

/** Nothing, unless the employees may have been stored by another filter. */
export const refilterOf = (
  { records }: Pick<SyncPorts, 'records'>,
  { dataset, committed, generation }: DatasetInputs,
  { integration, configuration, aliases }: RebuildContext,
): { readonly refilter?: Refilter } => {
  const { judge, name } = configuration.rules(dataset)
  if (!judge || !committed || !generation || committed.configuration === name) return {}
  const space = spaceOf(integration.id, datasetTraits[dataset].model, generation)
  const rules = integration.filter?.rules ?? []
  return {
    refilter: {
      read: (ids) => records.get(space, ids),
      leavesOut: (record) => !storedPasses(rules, storedBody(record), aliases.name !== ''),
    },
  }
}
