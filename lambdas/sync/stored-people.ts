import type { Integration } from '#core/control/integration.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import type { RebuildContext } from './dataset-outcome.ts'
import type { DatasetInputs } from './inputs.ts'
import type { SyncPorts } from './ports.ts'
import type { StoredPeople } from './read-stored.ts'
import { spaceOf } from './write-records.ts'

/** Whether rows are read, mapped and linked as those were that made what is stored. */
export const isRuledAsNow = (
  { dataset, committed }: Pick<DatasetInputs, 'dataset' | 'committed'>,
  mappingVersion: number,
  { aliases, identities, configuration: { rules } }: Pick<RebuildContext, 'aliases' | 'identities' | 'configuration'>,
): boolean =>
  committed !== undefined &&
  mappingVersion === committed.mappingVersion &&
  rules(dataset).name === committed.configuration &&
  aliases.name === (committed.aliases ?? '') &&
  identities.name === (committed.identities ?? '')

/** For guards that compare what an employees file says of people with what is stored of them. */
export const storedPeople = (
  { records }: Pick<SyncPorts, 'records'>,
  { id }: Pick<Integration, 'id'>,
  { dataset, generation }: Pick<DatasetInputs, 'dataset' | 'generation'>,
  byTheSameRules: boolean,
): { readonly stored?: StoredPeople } => {
  if (dataset !== 'employees' || !generation) return {}
  const space = spaceOf(id, datasetTraits.employees.model, generation)
  return { stored: { read: (ids) => records.get(space, ids), byTheSameRules } }
}
