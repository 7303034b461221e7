import type { ModelId } from '#core/model/models.ts'
import type { StoredRecord } from '#core/ports/record-store.ts'
import type { ContentHash } from '#core/ports/system.ts'
import { roleTraits } from '#core/records/built-record.ts'
import {
  type Belongings,
  type Embeds,
  noBelongings,
  ownOf,
  withBelongings,
  withReferences,
} from '#core/records/render.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import { unheardOf } from './manifest.ts'
import { hashBytes } from './manifest-layout.ts'
import type { ManifestTable } from './manifest-table.ts'

/** Ids of the records that others show, by model. */
export const embeddedIds = (manifest: ManifestTable): ReadonlyMap<ModelId, ReadonlySet<string>> => {
  const found = new Map<ModelId, Set<string>>()
  for (let index = 0; index < manifest.head.references; index += 1) {
    const target = manifest.target(index)
    if (!roleTraits[manifest.role(index)].shown || target >= manifest.size) continue
    const model = manifest.model(target)
    const ids = found.get(model) ?? new Set()
    found.set(model, ids.add(manifest.id(target)))
  }
  return found
}

/** What is hashed of a record that is called otherwise than what its id is made of. */
export const withName = (json: string, name: string | undefined): string =>
  name === undefined ? json : `${json}\u0000${name}`

/** What stored records show of themselves: in whoever mentions them, and in the employee they belong to. */
export type Shown = { readonly embeds: Embeds; readonly belongings: ReadonlyMap<string, Belongings> }

/** Whether a stored record is just what row `index` of its manifest remembers. */
export const isAsRemembered = (
  manifest: ManifestTable,
  index: number,
  record: StoredRecord,
  { embeds, belongings }: Shown,
  hash: ContentHash,
): boolean => {
  const { model, remoteId, own, references, changedAt, feedAt } = manifest.row(index)
  const body = storedBody(record)
  const mentioning = withReferences(model, body, references, embeds)
  const belonging = belongings.get(record.id) ?? noBelongings
  const whole = model === 'hris_employees' ? withBelongings(mentioning, belonging) : mentioning
  const isOwn = (): boolean => {
    const json = JSON.stringify(ownOf(model, body))
    return [undefined, remoteId].some((name) => hash(withName(json, name)).slice(0, 2 * hashBytes) === own)
  }
  return (
    record.deletedAt === null &&
    record.remoteId === remoteId &&
    record.employeeId === references.find(({ role }) => role === 'employee')?.id &&
    (own === unheardOf || (record.changedAt === changedAt && record.feedAt === feedAt && isOwn())) &&
    JSON.stringify(whole) === record.body
  )
}
