import type { AppliedFilter } from '#core/api/filters.ts'
import { readIdentities } from '#core/control/identity-change.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { ModelId } from '#core/model/models.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { KeyedHash } from '#core/ports/system.ts'
import { identityKeys } from '#core/records/directory.ts'

type Ports = { readonly control: Pick<ControlStore, 'query'>; readonly system: { readonly hash: KeyedHash } }

type Asked = { readonly integrationId: string; readonly model: ModelId; readonly remoteIds: readonly string[] }

/** What records that are called so may be made of, where people were linked: also a part of what they are called may be a person. */
const linkedKeys = (remoteId: string, keyOf: (remoteId: string) => string): readonly string[] => {
  const parts = remoteId.split('|')
  return [remoteId, keyOf(remoteId), ...parts.map((part, place) => parts.with(place, keyOf(part)).join('|'))]
}

/** The ids that records with these remote ids may have, and the filter for those that really have them. */
export const idsOfRemoteIds = async (
  { control, system }: Ports,
  { datasets }: Pick<IntegrationState, 'datasets'>,
  { integrationId, model, remoteIds }: Asked,
): Promise<{ readonly ids: readonly string[]; readonly filters: readonly AppliedFilter[] }> => {
  const identity = datasets.employees?.identities
  const history = await readIdentities(control, { id: integrationId, identity })
  const { keyOf } = history.identities(identity)
  const keys = remoteIds
    .flatMap((remoteId) => (identity === undefined ? [remoteId] : linkedKeys(remoteId, keyOf)))
    .flatMap((key) => identityKeys(model, key))
  const ids = [...new Set(keys)].map((key) => recordId(system.hash, integrationId, model, key)).sort()
  const wanted = new Set(remoteIds)
  const isCalledSo: AppliedFilter = {
    value: remoteIds,
    keeps: ({ remote_id }) => typeof remote_id === 'string' && wanted.has(remote_id),
    needs: [],
    customField: undefined,
  }
  return { ids, filters: identity === undefined ? [] : [isCalledSo] }
}
