import * as v from 'valibot'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { ContentHash } from '#core/ports/system.ts'
import { listDocuments } from './documents.ts'
import { suppressionKey, suppressionPartition } from './keys.ts'

/** Somebody of whom nothing may be stored any more. */
const SuppressionSchema = v.object({
  /** Hash of the record id, which is a keyed hash of the remote id: without the deployment's secret nobody can tell whose it is. */
  hash: v.string(),
  /** epoch ms */
  at: v.number(),
})

/** Tells by their record ids who is suppressed. */
export type Suppressed = (recordId: string) => boolean

export const suppress = async (
  control: Pick<ControlStore, 'create'>,
  hash: ContentHash,
  { integrationId, recordId, at }: { readonly integrationId: string; readonly recordId: string; readonly at: number },
): Promise<void> => {
  const name = hash(recordId)
  await control.create(suppressionKey(integrationId, name), { hash: name, at })
}

/** The hashes of those of whom nothing may be stored. */
export const readSuppressions = async (
  control: Pick<ControlStore, 'query'>,
  integrationId: string,
): Promise<ReadonlySet<string>> => {
  const found = listDocuments(control, suppressionPartition(integrationId), SuppressionSchema)
  return new Set((await Array.fromAsync(found)).map(({ hash }) => hash))
}

export const suppressedBy =
  (hashes: ReadonlySet<string>, hash: ContentHash): Suppressed =>
  (recordId) =>
    hashes.size > 0 && hashes.has(hash(recordId))
