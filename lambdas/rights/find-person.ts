import { readDocument } from '#core/control/documents.ts'
import { readIdentities } from '#core/control/identity-change.ts'
import type { Integration } from '#core/control/integration.ts'
import { stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { linkedPeople, linksAfter } from '#core/ids/links.ts'
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
  readonly control: Pick<ControlStore, 'get' | 'query'>
  readonly records: Pick<RecordStore, 'get'>
  readonly system: Pick<System, 'hash'>
}

export const stateOf = (control: Pick<ControlStore, 'get'>, integrationId: string) =>
  readDocument(control, stateKey(integrationId), IntegrationStateSchema)

const storedRemoteId = async (
  { control, records }: Ports,
  integrationId: string,
  id: string,
): Promise<string | null> => {
  const state = await stateOf(control, integrationId)
  const [space] = state ? spacesOf(state, integrationId, 'hris_employees') : []
  const [found] = space ? await records.get(space, [id]) : []
  return found?.remoteId ?? null
}

/** All that a person is and was called: whoever links said to be the same person is. */
const namesOf = async ({ control }: Ports, integration: Linked, remoteId: string): Promise<readonly string[]> => {
  const { changes } = await readIdentities(control, integration)
  const links = linksAfter(changes(integration.identity)).map(({ link }) => link)
  return linkedPeople(links).get(remoteId)?.names ?? [remoteId]
}

type Linked = Pick<Integration, 'id' | 'identity'>

/** Undefined when there is no record with the id. Whoever is named by a remote id may be in files only. */
export const findPerson = async (ports: Ports, integration: Linked, named: Named): Promise<Person | undefined> => {
  const { id, remote_id: asked } = named
  const known = asked ?? (id === undefined ? null : await storedRemoteId(ports, integration.id, id))
  if (known === null) return undefined
  const remoteIds = await namesOf(ports, integration, known)
  const idOf = (remoteId: string): string => recordId(ports.system.hash, integration.id, 'hris_employees', remoteId)
  return { ids: [...new Set([...(id === undefined ? [] : [id]), ...remoteIds.map(idOf)])], remoteIds }
}
