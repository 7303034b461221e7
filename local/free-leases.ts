import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationPartition, stateKey } from '#core/control/keys.ts'
import { type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import type { ControlStore } from '#core/ports/control-store.ts'

const free = (state: IntegrationState): IntegrationState => (state.lease ? { ...state, lease: null } : state)

/** Nobody waits for the leases of a killed process: whoever holds the lock of the data folder is the only writer. */
export const freeLeases = async (control: Pick<ControlStore, 'get' | 'replace' | 'query'>): Promise<void> => {
  for await (const { id } of listDocuments(control, { pk: integrationPartition }, IntegrationSchema))
    await updateDocument(control, stateKey(id), IntegrationStateSchema, free)
}
