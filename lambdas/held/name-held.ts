import * as v from 'valibot'
import type { IntegrationState } from '#core/control/state.ts'
import type { RecordStore, StoredRecord } from '#core/ports/record-store.ts'
import type { HeldRow } from './held-rows.ts'

const NamedSchema = v.object({
  display_full_name: v.exactOptional(v.nullable(v.string())),
  name: v.exactOptional(v.nullable(v.string())),
})

const nameIn = ({ body }: StoredRecord): string | null => {
  const { display_full_name: full, name } = v.parse(NamedSchema, JSON.parse(body))
  return full ?? name ?? null
}

/** What records are called, by id: ids mean little to whoever decides about them. */
export const namesOf = async (
  { records }: { readonly records: Pick<RecordStore, 'get'> },
  integrationId: string,
  state: Pick<IntegrationState, 'generations'> | undefined,
  rows: readonly Pick<HeldRow, 'model' | 'id'>[],
): Promise<ReadonlyMap<string, string | null>> => {
  const names = new Map<string, string | null>()
  for (const [model, ofModel] of Map.groupBy(rows, (row) => row.model)) {
    const generation = state?.generations[model]
    const ids = ofModel.map(({ id }) => id)
    const stored = generation ? await records.get({ integrationId, model, ...generation }, ids) : []
    for (const record of stored) names.set(record.id, nameIn(record))
  }
  return names
}
