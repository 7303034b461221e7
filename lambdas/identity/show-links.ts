import * as v from 'valibot'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { readDocument } from '#core/control/documents.ts'
import { readIdentities } from '#core/control/identity-change.ts'
import type { Integration } from '#core/control/integration.ts'
import { stateKey } from '#core/control/keys.ts'
import { IntegrationStateSchema } from '#core/control/state.ts'
import { linksAfter } from '#core/ids/links.ts'
import { recordId } from '#core/ids/record-id.ts'
import { namesOf } from '../held/name-held.ts'
import { findSuggestions } from './find-suggestions.ts'
import type { IdentityPorts } from './ports.ts'

const pageSize = 100
const model = 'hris_employees'

type Wish = { readonly cursor: string; readonly by?: string | undefined }

/** Where a page begins; undefined when the cursor is none of this list. */
const pageAt = (
  { system }: Pick<IdentityPorts, 'system'>,
  { id }: Integration,
  endpoint: string,
  { cursor, by }: Wish,
) => {
  const scope = { integrationId: id, endpoint, filters: { by } }
  const start = cursor === '' ? 0 : readCursor(system, scope, cursor, v.number())
  if (start === undefined) return undefined
  const end = start + pageSize
  return { start, end, next: (size: number) => (end < size ? writeCursor(system, scope, end) : null) }
}

/** A page of the links that stand, and whether the last sync has carried all of them out. */
export const showLinks = async (ports: IdentityPorts, integration: Integration, wish: Wish) => {
  const page = pageAt(ports, integration, 'identity', wish)
  if (!page) return undefined
  const { id: integrationId, identity } = integration
  const history = await readIdentities(ports.control, integration)
  const standing = linksAfter(history.changes(identity))
  const { keyOf } = history.identities(identity)
  const state = await readDocument(ports.control, stateKey(integrationId), IntegrationStateSchema)
  return {
    next: page.next(standing.length),
    applied: (state?.datasets.employees?.identities ?? '') === (identity ?? ''),
    results: standing.slice(page.start, page.end).map(({ link, change: { at, reason } }) => ({
      ...link,
      id: recordId(ports.system.hash, integrationId, model, keyOf(link.to)),
      linked_at: isoTime(at),
      reason,
    })),
  }
}

/** A page of links that seem right; `bad-cursor`, or `too-many` when there are too many people to say. */
export const showSuggestions = async (ports: IdentityPorts, integration: Integration, wish: Wish) => {
  const page = pageAt(ports, integration, 'identity/suggestions', wish)
  if (!page) return 'bad-cursor'
  const found = await findSuggestions(ports, integration, wish.by)
  if (!found) return 'too-many'
  const { links, set, state } = found
  const shown = links.slice(page.start, page.end)
  const names = await namesOf(
    ports,
    integration.id,
    state,
    shown.map(({ id }) => ({ model, id })),
  )
  return {
    next: page.next(links.length),
    set,
    links: links.length,
    results: shown.map((link) => ({ ...link, name: names.get(link.id) ?? null })),
  }
}
