import { readDocument } from '#core/control/documents.ts'
import { stateKey } from '#core/control/keys.ts'
import { type IntegrationState, IntegrationStateSchema } from '#core/control/state.ts'
import { recordId } from '#core/ids/record-id.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { RecordStore } from '#core/ports/record-store.ts'
import type { System } from '#core/ports/system.ts'
import { spacesOf } from './erase-records.ts'

/** One person: the ids that their record has or may have, and what files call them, as far as that is known. */
export type Person = { readonly ids: readonly string[]; readonly remoteIds: readonly string[] }

/** How somebody is named who asks for a person: by the id of the record, or by what files call them. */
export type Named = { readonly id?: string | undefined; readonly remote_id?: string | undefined }

type Ports = {
  readonly control: Pick<ControlStore, 'get'>
  readonly records: Pick<RecordStore, 'get'>
  readonly system: Pick<System, 'hash'>
}

export const stateOf = (control: Pick<ControlStore, 'get'>, integrationId: string) =>
  readDocument(control, stateKey(integrationId), IntegrationStateSchema)

const storedRemoteIds = async (
  { records }: Pick<Ports, 'records'>,
  state: IntegrationState,
  integrationId: string,
  id: string,
): Promise<readonly string[]> => {
  const [space] = spacesOf(state, integrationId, 'hris_employees')
  const found = space ? await records.get(space, [id]) : []
  return found.flatMap(({ remoteId }) => remoteId ?? [])
}

/** Undefined when there is no record with the id. Whoever is named by a remote id may be in files only. */
export const findPerson = async (ports: Ports, integrationId: string, named: Named): Promise<Person | undefined> => {
  const { id, remote_id: remoteId } = named
  if (remoteId !== undefined)
    return { ids: [recordId(ports.system.hash, integrationId, 'hris_employees', remoteId)], remoteIds: [remoteId] }
  const state = await stateOf(ports.control, integrationId)
  const remoteIds = state && id !== undefined ? await storedRemoteIds(ports, state, integrationId, id) : []
  return id === undefined || remoteIds.length === 0 ? undefined : { ids: [id], remoteIds }
}
