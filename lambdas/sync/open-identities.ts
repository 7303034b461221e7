import { type IdentityHistory, readIdentities } from '#core/control/identity-change.ts'
import type { Integration } from '#core/control/integration.ts'
import type { DatasetState } from '#core/control/state.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { type Identities, noIdentities } from '#core/ids/identities.ts'
import { requiredFields } from '#core/mapping/fields.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { EmployeeSet } from './dataset-outcome.ts'

/** Who the people in files are: as it was said last, and as the employees were built by. */
export type OpenIdentities = {
  readonly history: IdentityHistory
  /** By which the rows of a dataset are read: those of dependants as the employees were, so that they find them. */
  readonly of: (dataset: Dataset, employees: Pick<EmployeeSet, 'identities'>) => Identities
}

/** `committed`: what is committed of the employees. */
export const openIdentities = async (
  control: Pick<ControlStore, 'query'>,
  { id, identity }: Pick<Integration, 'id' | 'identity'>,
  committed: DatasetState | undefined,
): Promise<OpenIdentities> => {
  const history = await readIdentities(control, { id, identity: identity ?? committed?.identities })
  return {
    history,
    of: (dataset, employees) => {
      if (dataset === 'employees') return history.identities(identity)
      return requiredFields[dataset].includes('employee.remote_id') ? employees.identities : noIdentities
    },
  }
}
