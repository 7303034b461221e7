import * as v from 'valibot'
import { Fault } from '#core/fault.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { ModelIdSchema } from '#core/model/models.ts'
import type { FileStore, StoredFile } from '#core/ports/file-store.ts'
import type { Manifest, ManifestRow } from '#core/sync/manifest.ts'
import { readLines } from './lines.ts'

const format = 1

const HeadSchema = v.object({ format: v.literal(format), rows: v.number() })

const RoleSchema = v.picklist(['manager', 'legal_entity', 'work_location', 'group', 'type', 'employee'])
const ManifestRowSchema = v.object({
  id: v.string(),
  model: ModelIdSchema,
  remoteId: v.string(),
  own: v.string(),
  embed: v.string(),
  references: v.array(v.object({ role: RoleSchema, id: v.string() })),
  day: v.nullable(v.string()),
  changedAt: v.number(),
  feedAt: v.number(),
  absentSince: v.nullable(v.string()),
})

const linesPerChunk = 1_000

const encodeRows = async function* (manifest: Manifest): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  let lines = [JSON.stringify({ format, rows: manifest.size })]
  for (const row of manifest.values()) {
    lines.push(JSON.stringify(row))
    if (lines.length < linesPerChunk) continue
    yield encoder.encode(`${lines.join('\n')}\n`)
    lines = []
  }
  yield encoder.encode(`${lines.join('\n')}\n`)
}

export const writeManifest = (archive: FileStore, key: string, manifest: Manifest): Promise<StoredFile> =>
  archive.put(key, encodeRows(manifest))

/** Reads a committed manifest whole. Throws `MANIFEST_UNREADABLE` rather than let missing rows look like removals. */
export const readManifest = async (
  archive: FileStore,
  ref: { readonly key: string; readonly versionId: string },
  dataset: Dataset,
): Promise<Manifest> => {
  const bytes = await archive.open(ref)
  if (!bytes) throw new Fault('MANIFEST_UNREADABLE', `${dataset}: the object is gone`)
  const rows = new Map<string, ManifestRow>()
  let head: v.InferOutput<typeof HeadSchema> | undefined
  for await (const line of readLines(bytes)) {
    const parsed: unknown = JSON.parse(line)
    if (!head) {
      if (!v.is(HeadSchema, parsed)) throw new Fault('MANIFEST_UNREADABLE', `${dataset}: written in another format`)
      head = parsed
      continue
    }
    if (!v.is(ManifestRowSchema, parsed)) throw new Fault('MANIFEST_UNREADABLE', `${dataset}: a row is damaged`)
    rows.set(parsed.id, parsed)
  }
  if (rows.size !== head?.rows) throw new Fault('MANIFEST_UNREADABLE', `${dataset}: rows are missing`)
  return rows
}
