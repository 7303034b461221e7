import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { Fault } from '#core/fault.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { concatBytes } from '#core/files/record-splitter.ts'
import type { FileStore, StoredFile } from '#core/ports/file-store.ts'
import { encodeManifest, type ManifestContents, manifestOfRows } from '#core/sync/encode-manifest.ts'
import { bodyBytes, format, type Head, HeadSchema, prefixBytes } from '#core/sync/manifest-layout.ts'
import { type ManifestTable, openManifest } from '#core/sync/manifest-table.ts'
import { parseFormat1 } from './manifest-format-1.ts'

const checksumBytes = 32

const withChecksum = async function* (parts: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const checksum = createHash('sha256')
  for (const part of parts) {
    checksum.update(part)
    yield part
  }
  yield checksum.digest()
}

/** Stores a manifest: its bytes, then their SHA-256. */
export const writeManifest = (archive: FileStore, key: string, contents: ManifestContents): Promise<StoredFile> =>
  archive.put(key, withChecksum(encodeManifest(contents)))

const HeadJsonSchema = v.pipe(v.string(), v.parseJson(), HeadSchema)

/** The head, and where it ends: `damaged` when it is none, undefined while bytes of it are missing. */
const headOf = (bytes: Uint8Array): { readonly head: Head; readonly end: number } | 'damaged' | undefined => {
  if (bytes.length < prefixBytes) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  if (view.getUint32(0, true) !== format) return 'damaged'
  const end = prefixBytes + view.getUint32(4, true)
  if (bytes.length < end) return undefined
  const head = v.safeParse(HeadJsonSchema, new TextDecoder().decode(bytes.subarray(prefixBytes, end)))
  return head.success ? { head: head.output, end } : 'damaged'
}

/** Fills the body of a manifest from a stream, and checks that nothing is missing or damaged. */
const bodyReader = (head: Head, start: Uint8Array) => {
  const body = new Uint8Array(bodyBytes(head))
  const checksum = createHash('sha256').update(start)
  const trailer = new Uint8Array(checksumBytes)
  let length = 0
  const add = (bytes: Uint8Array): void => {
    const own = bytes.subarray(0, Math.max(0, body.length - length))
    body.set(own, Math.min(length, body.length))
    checksum.update(own)
    const at = Math.max(0, length - body.length)
    trailer.set(bytes.subarray(own.length).subarray(0, Math.max(0, checksumBytes - at)), Math.min(at, checksumBytes))
    length += bytes.length
  }
  const isWhole = (): boolean => length === body.length + checksumBytes && checksum.digest().equals(trailer)
  return { add, isWhole, body }
}

const openingBrace = 0x7b

const readFormat1 = async (start: Uint8Array, rest: AsyncIterator<Uint8Array>): Promise<ManifestTable | undefined> => {
  const parts = [start]
  for (let next = await rest.next(); !next.done; next = await rest.next()) parts.push(next.value)
  const rows = parseFormat1(new TextDecoder().decode(concatBytes(parts)))
  return rows && manifestOfRows(rows)
}

const readFormat2 = async (start: Uint8Array, rest: AsyncIterator<Uint8Array>): Promise<ManifestTable | undefined> => {
  let bytes = start
  let found = headOf(bytes)
  while (found === undefined) {
    const next = await rest.next()
    if (next.done) return undefined
    bytes = concatBytes([bytes, next.value])
    found = headOf(bytes)
  }
  if (found === 'damaged') return undefined
  const reader = bodyReader(found.head, bytes.subarray(0, found.end))
  reader.add(bytes.subarray(found.end))
  for (let next = await rest.next(); !next.done; next = await rest.next()) reader.add(next.value)
  return reader.isWhole() ? openManifest(found.head, reader.body.buffer) : undefined
}

const readChunks = async (chunks: AsyncIterator<Uint8Array>): Promise<ManifestTable | undefined> => {
  const first = await chunks.next()
  const start = first.done ? new Uint8Array(0) : first.value
  return start[0] === openingBrace ? readFormat1(start, chunks) : readFormat2(start, chunks)
}

/** Reads a committed manifest whole. Throws `MANIFEST_UNREADABLE` rather than let missing rows look like removals. */
export const readManifest = async (
  archive: Pick<FileStore, 'open'>,
  ref: { readonly key: string; readonly versionId: string },
  dataset: Dataset,
): Promise<ManifestTable> => {
  const bytes = await archive.open(ref)
  if (!bytes) throw new Fault('MANIFEST_UNREADABLE', `${dataset}: the object is gone`)
  const chunks = bytes[Symbol.asyncIterator]()
  const manifest = await readChunks(chunks).finally(() => chunks.return?.())
  if (!manifest) throw new Fault('MANIFEST_UNREADABLE', `${dataset}: damaged, or written by a newer release`)
  return manifest
}
