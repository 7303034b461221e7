import { readDocument } from '#core/control/documents.ts'
import { stateKey } from '#core/control/keys.ts'
import { emptyState, type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { RecordPosition, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import type { Stores } from './stores.ts'

export const stateOf = async ({ control }: Stores, integrationId: string): Promise<IntegrationState> =>
  (await readDocument(control, stateKey(integrationId), IntegrationStateSchema)) ?? emptyState

/** Where the records of each model lie now. */
const spacesOf = async (stores: Stores, integrationId: string) => {
  const { generations } = await stateOf(stores, integrationId)
  return (model: ModelId): RecordSpace => ({
    integrationId,
    model,
    ...(generations[model] ?? { generation: 1, shards: 1 }),
  })
}

export type Listed = StoredRecord & { readonly model: ModelId }

/** Every record of an integration, as the lists show them. */
export const listRecords = async (stores: Stores, integrationId: string): Promise<readonly Listed[]> => {
  const spaces = await spacesOf(stores, integrationId)
  const found: Listed[] = []
  for (const model of modelIds) {
    let from: RecordPosition | undefined
    do {
      const page = await stores.records.list(spaces(model), from, { records: 200 })
      found.push(...page.records.map((record) => ({ ...record, model })))
      from = page.next
    } while (from)
  }
  return found
}
