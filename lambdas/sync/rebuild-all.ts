import type { Integration } from '#core/control/integration.ts'
import type { IntegrationState } from '#core/control/state.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { datasetTraits } from '#core/files/datasets.ts'
import type { UnknownIds } from './apply.ts'
import type { Configuration } from './configuration.ts'
import type { DatasetOutcome, EmployeeSet } from './dataset-outcome.ts'
import { embedEmployments } from './embed-employments.ts'
import { employeeSetAfter } from './employee-set.ts'
import { findInputs } from './inputs.ts'
import type { SyncPorts } from './ports.ts'
import { rebuildDataset } from './rebuild.ts'

const nobody: EmployeeSet = { name: null, ids: async () => new Set() }

/** Rebuilds whatever changed: the employees first, since the others refer to them. */
export const rebuildAll = async (
  ports: SyncPorts,
  integration: Integration,
  configuration: Configuration,
  state: IntegrationState,
  unknown: UnknownIds,
  message: SyncMessage,
): Promise<readonly DatasetOutcome[]> => {
  const outcomes: DatasetOutcome[] = []
  let employees = nobody
  const all = await findInputs(ports.control, integration, state, message)
  for (const inputs of all) {
    const { model, derived } = datasetTraits[inputs.dataset]
    const ids = new Set([model, ...derived].flatMap((each) => unknown.get(each) ?? []))
    const outcome = await rebuildDataset(ports, inputs, {
      integration,
      configuration,
      employees,
      syncId: message.syncId,
      unknown: ids,
      interrupted: state.pending !== null,
      force: message.reason === 'forced' || ids.size > 0,
    })
    if (outcome) outcomes.push(outcome)
    if (inputs.dataset === 'employees') employees = employeeSetAfter(ports, inputs.committed, outcome)
  }
  const ofEmployees = all.find(({ dataset }) => dataset === 'employees')
  return ofEmployees ? embedEmployments(ports, ofEmployees, outcomes) : outcomes
}
