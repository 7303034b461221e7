import type { ModelId } from '#core/model/models.ts'
import type { StoredRecord } from '#core/ports/record-store.ts'
import type { ContentHash } from '#core/ports/system.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import { type Embeds, embedOf, ownOf, withReferences } from '#core/records/render.ts'
import { hashBytes } from './manifest-layout.ts'
import type { ManifestTable } from './manifest-table.ts'

const iso = (moment: number): string => new Date(moment).toISOString()
const bodyOf = ({ body }: StoredRecord): JsonObject => JSON.parse(body)

/** What a stored record shows of itself inside others. */
export const storedEmbed = (model: ModelId, record: StoredRecord): JsonObject =>
  embedOf(model, { ...bodyOf(record), changed_at: iso(record.changedAt), remote_deleted_at: null })

/** Ids of the records that others show, by model. */
export const embeddedIds = (manifest: ManifestTable): ReadonlyMap<ModelId, ReadonlySet<string>> => {
  const found = new Map<ModelId, Set<string>>()
  for (let index = 0; index < manifest.head.references; index += 1) {
    const target = manifest.target(index)
    if (manifest.role(index) === 'employee' || target >= manifest.size) continue
    const model = manifest.model(target)
    const ids = found.get(model) ?? new Set()
    found.set(model, ids.add(manifest.id(target)))
  }
  return found
}

/** Whether a stored record is just what row `index` of its manifest remembers. `embeds` is what the stored records show of themselves. */
export const isAsRemembered = (
  manifest: ManifestTable,
  index: number,
  record: StoredRecord,
  embeds: Embeds,
  hash: ContentHash,
): boolean => {
  const { model, remoteId, own, references, changedAt, feedAt } = manifest.row(index)
  const body = bodyOf(record)
  return (
    record.deletedAt === null &&
    record.remoteId === remoteId &&
    record.changedAt === changedAt &&
    record.feedAt === feedAt &&
    record.employeeId === references.find(({ role }) => role === 'employee')?.id &&
    hash(JSON.stringify(ownOf(model, body))).slice(0, 2 * hashBytes) === own &&
    JSON.stringify(withReferences(model, body, references, embeds)) === record.body
  )
}
