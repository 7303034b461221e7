import { success } from '#core/api/answer.ts'
import type { FlowEndpoint } from '#core/api/endpoint.ts'
import { isoTimeIfAny } from '#core/api/iso-time.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { queryDocuments } from '#core/control/documents.ts'
import { type Integration, mappingApproverOf, openStepsOf } from '#core/control/integration.ts'
import { syncPartition } from '#core/control/keys.ts'
import { mappingNumbers } from '#core/control/mapping-versions.ts'
import { mappingIsOpen, relevantSteps } from '#core/control/setup-steps.ts'
import { employeesIn } from '#core/control/state.ts'
import { SyncSchema } from '#core/control/sync.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { newestFile } from '../mapping/find-file.ts'
import type { ConnectPorts } from './ports.ts'
import { ofConnection } from './visitor.ts'

type StepState = 'waiting_for_file' | 'open' | 'done'

const mappingState = (integration: Integration): StepState => {
  if (!mappingIsOpen(integration)) return 'done'
  return mappingNumbers(integration, 'employees').latest === 0 ? 'waiting_for_file' : 'open'
}

/** Only what is enabled and has something to choose in it. */
const stepsOf = async (control: ControlStore, integration: Integration) => {
  const open = openStepsOf(integration)
  const chosen = (await relevantSteps(control, integration)).map(({ id, relevance }) => {
    const waits: StepState = relevance === 'unknown' ? 'waiting_for_file' : 'open'
    return { id, state: open.includes(id) || relevance === 'unknown' ? waits : ('done' as const) }
  })
  const own = { id: 'file_mapping', state: mappingState(integration) } as const
  return mappingApproverOf(integration) === 'customer' ? [own, ...chosen] : chosen
}

const lastSync = async (control: Pick<ControlStore, 'query'>, id: string) => {
  const query = { ...syncPartition(id), descending: true, limit: 1 }
  const [sync] = (await queryDocuments(control, query, SyncSchema)).values
  return sync ? { id: sync.id, state: sync.state, ended_at: isoTimeIfAny(sync.endedAt) } : null
}

const shownDataset = async (ports: ConnectPorts, integration: Integration, dataset: Dataset) => {
  const file = await newestFile(ports, integration, dataset)
  return { dataset, file_name: file?.name ?? null, ...mappingNumbers(integration, dataset) }
}

/** What is left to do, and what came of it: for the list of steps and the summary behind them. */
export const showSetup = (ports: ConnectPorts): FlowEndpoint =>
  ofConnection(ports, async (integration) => {
    const { control } = ports
    const [{ step, state }, steps, sync, shown] = await Promise.all([
      setupOf(control, integration),
      stepsOf(control, integration),
      lastSync(control, integration.id),
      Promise.all(datasets.map((dataset) => shownDataset(ports, integration, dataset))),
    ])
    return success({
      step,
      approver: mappingApproverOf(integration),
      steps,
      datasets: shown.filter(({ file_name, latest }) => file_name !== null || latest > 0),
      people: employeesIn(state),
      last_sync: sync,
    })
  })
