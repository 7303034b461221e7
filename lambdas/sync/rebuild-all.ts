import type { Configuration } from '#core/control/configuration.ts'
import type { Integration } from '#core/control/integration.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import type { IdSet, IdTable } from '#core/sync/id-table.ts'
import type { DatasetOutcome, EmployeeSet } from './dataset-outcome.ts'
import { embedEmployments } from './embed-employments.ts'
import { employeeSetAfter } from './employee-set.ts'
import type { DatasetInputs } from './inputs.ts'
import type { UnknownIds } from './plan-file.ts'
import type { SyncPorts } from './ports.ts'
import { rebuildDataset } from './rebuild.ts'

const nobody: EmployeeSet = { name: null, ids: async () => new Set() }

const setOf = (tables: readonly IdTable[]): IdSet => ({
  size: tables.reduce((sum, { size }) => sum + size, 0),
  has: (id) => tables.some((table) => table.has(id)),
})

/** Rebuilds whatever changed: the employees first, since the others refer to them. */
export const rebuildAll = async (
  ports: SyncPorts,
  integration: Integration,
  configuration: Configuration,
  unknown: UnknownIds,
  message: SyncMessage,
  found: readonly DatasetInputs[],
): Promise<readonly DatasetOutcome[]> => {
  const outcomes: DatasetOutcome[] = []
  let employees = nobody
  for (const inputs of found) {
    const { model, derived } = datasetTraits[inputs.dataset]
    const ids = setOf([model, ...derived].flatMap((each) => unknown.get(each) ?? []))
    const outcome = await rebuildDataset(ports, inputs, {
      integration,
      configuration,
      employees,
      syncId: message.syncId,
      unknown: ids,
      interrupted: unknown.size > 0,
      force: message.reason === 'forced' || ids.size > 0,
    })
    if (outcome) outcomes.push(outcome)
    if (inputs.dataset === 'employees') employees = employeeSetAfter(ports, inputs.committed, outcome)
  }
  const ofEmployees = found.find(({ dataset }) => dataset === 'employees')
  return ofEmployees ? embedEmployments(ports, ofEmployees, outcomes) : outcomes
}
