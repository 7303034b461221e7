import { concatBytes } from '#core/files/record-splitter.ts'
import { modelIds } from '#core/model/models.ts'
import { roles } from '#core/records/built-record.ts'
import type { ManifestRow } from './manifest.ts'
import { fields, format, type Head, hashBytes, idBytes, prefixBytes, roleShift, rowBytes } from './manifest-layout.ts'
import { emptyManifest, type ManifestTable, openManifest } from './manifest-table.ts'

/** What a new manifest holds: rows taken over from the one before, then new ones. */
export type ManifestContents = {
  readonly reading: string | null
  readonly base: ManifestTable
  /** Numbers of the rows taken over, ascending. Their targets must be in the new manifest too, or come from outside. */
  readonly carried: Uint32Array
  /** Whether the marks of a row taken over no longer hold. */
  readonly forgets: (index: number) => boolean
  readonly added: readonly ManifestRow[]
}

const piece = 2_000

const putLatin1 = (into: Uint8Array, at: number, text: string): void => {
  for (let i = 0; i < text.length; i += 1) into[at + i] = text.charCodeAt(i)
}

const putHex = (into: Uint8Array, at: number, digits: string): void => {
  for (let i = 0; i < hashBytes; i += 1) into[at + i] = Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16)
}

/** Numbers the rows of the new manifest, and the ids from outside as they are met. */
const numbering = ({ base, carried, added }: ManifestContents) => {
  const rows = carried.length + added.length
  const moved = new Uint32Array(base.size)
  for (const [number, index] of carried.entries()) moved[index] = number + 1
  const numbers = new Map(added.map(({ id }, i) => [id, carried.length + i]))
  const outside = new Map<string, number>()
  const ofId = (id: string): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const index = base.find(id)
    const kept = index < 0 ? 0 : (moved[index] ?? 0)
    if (kept > 0) return kept - 1
    const number = outside.get(id) ?? rows + outside.size
    outside.set(id, number)
    return number
  }
  const ofTarget = (target: number): number => {
    const kept = target < base.size ? (moved[target] ?? 0) : 0
    return kept > 0 ? kept - 1 : ofId(base.targetId(target))
  }
  return { ofId, ofTarget, outside }
}

/** All references in row order, and how many there are up to each row. */
const referencesOf = (contents: ManifestContents, { ofId, ofTarget }: ReturnType<typeof numbering>) => {
  const { base, carried, added } = contents
  const ends = new Uint32Array(carried.length + added.length)
  let count = 0
  for (const index of carried) count += base.referencesStart(index + 1) - base.referencesStart(index)
  for (const { references } of added) count += references.length
  const packed = new Uint32Array(count)
  let at = 0
  for (const [i, index] of carried.entries()) {
    for (let r = base.referencesStart(index); r < base.referencesStart(index + 1); r += 1, at += 1)
      packed[at] = (roles.indexOf(base.role(r)) << roleShift) | ofTarget(base.target(r))
    ends[i] = at
  }
  for (const [i, { references }] of added.entries()) {
    for (const { role, id } of references) {
      packed[at] = (roles.indexOf(role) << roleShift) | ofId(id)
      at += 1
    }
    ends[carried.length + i] = at
  }
  return { packed, ends }
}

/** All remote ids in row order, and how many bytes there are up to each row. */
const textsOf = ({ base, carried, added }: ManifestContents) => {
  const encoder = new TextEncoder()
  const fresh = added.map(({ remoteId }) => encoder.encode(remoteId))
  const ends = new Uint32Array(carried.length + added.length)
  let bytes = 0
  for (const [i, index] of carried.entries()) {
    bytes += base.text(index).length
    ends[i] = bytes
  }
  for (const [i, text] of fresh.entries()) {
    bytes += text.length
    ends[carried.length + i] = bytes
  }
  return { fresh, ends, bytes }
}

type Ends = { readonly references: Uint32Array; readonly texts: Uint32Array }

const putAdded = (into: Uint8Array, at: number, row: ManifestRow, absentSince: readonly string[]): void => {
  const view = new DataView(into.buffer, into.byteOffset + at)
  putLatin1(into, at + fields.id, row.id)
  putLatin1(into, at + fields.raw, row.marks?.raw ?? '')
  putLatin1(into, at + fields.used, row.marks?.used ?? '')
  putHex(into, at + fields.own, row.own)
  putHex(into, at + fields.embed, row.embed)
  view.setFloat64(fields.changedAt, row.changedAt, true)
  view.setFloat64(fields.feedAt, row.feedAt, true)
  view.setUint32(fields.day, Number(row.day?.replaceAll('-', '') ?? 0), true)
  view.setUint16(fields.absentSince, row.absentSince === null ? 0 : absentSince.indexOf(row.absentSince) + 1, true)
  into[at + fields.model] = modelIds.indexOf(row.model)
}

const putCarried = (into: Uint8Array, at: number, index: number, { base, forgets }: ManifestContents): void => {
  into.set(base.rows.subarray(index * rowBytes, (index + 1) * rowBytes), at)
  into[at + fields.model] = modelIds.indexOf(base.model(index))
  if (forgets(index)) into.fill(0, at + fields.raw, at + fields.used + hashBytes)
}

function* encodeRows(contents: ManifestContents, ends: Ends, absentSince: readonly string[]): Generator<Uint8Array> {
  const { carried, added } = contents
  const total = carried.length + added.length
  for (let start = 0; start < total; start += piece) {
    const bytes = new Uint8Array(Math.min(piece, total - start) * rowBytes)
    const view = new DataView(bytes.buffer)
    for (let at = 0; at < bytes.length; at += rowBytes) {
      const number = start + at / rowBytes
      const row = added[number - carried.length]
      if (row) putAdded(bytes, at, row, absentSince)
      else putCarried(bytes, at, carried[number] ?? 0, contents)
      view.setUint32(at + fields.referencesEnd, ends.references[number] ?? 0, true)
      view.setUint32(at + fields.textEnd, ends.texts[number] ?? 0, true)
    }
    yield bytes
  }
}

const encodeHead = (head: Head): Uint8Array => {
  const json = new TextEncoder().encode(JSON.stringify(head))
  const bytes = new Uint8Array(prefixBytes + json.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, format, true)
  view.setUint32(4, json.length, true)
  bytes.set(json, prefixBytes)
  return bytes
}

const encodeIds = (ids: ReadonlyMap<string, number>): Uint8Array => {
  const bytes = new Uint8Array(ids.size * idBytes)
  for (const [i, id] of [...ids.keys()].entries()) putLatin1(bytes, i * idBytes, id)
  return bytes
}

/** The same bytes in fewer, larger parts. */
function* joined(parts: Iterable<Uint8Array>): Generator<Uint8Array> {
  let kept: Uint8Array[] = []
  for (const part of parts) {
    kept.push(part)
    if (kept.length < piece) continue
    yield concatBytes(kept)
    kept = []
  }
  yield concatBytes(kept)
}

type Encoded = { readonly head: Head; readonly body: () => Generator<Uint8Array> }

const encode = (contents: ManifestContents): Encoded => {
  const { base, carried, added } = contents
  const numbers = numbering(contents)
  const references = referencesOf(contents, numbers)
  const texts = textsOf(contents)
  // A row whose removal is held is never taken over as it is, so its file is among these.
  const absentSince = [...new Set(added.map((row) => row.absentSince).filter((file) => file !== null))]
  const head: Head = {
    format,
    reading: contents.reading,
    rows: carried.length + added.length,
    references: references.packed.length,
    outside: numbers.outside.size,
    textBytes: texts.bytes,
    models: [...modelIds],
    roles: [...roles],
    absentSince,
  }
  const textParts = function* () {
    for (const index of carried) yield base.text(index)
    yield* texts.fresh
  }
  const body = function* () {
    yield* encodeRows(contents, { references: references.ends, texts: texts.ends }, absentSince)
    yield new Uint8Array(references.packed.buffer)
    yield encodeIds(numbers.outside)
    yield* joined(textParts())
  }
  return { head, body }
}

/** The bytes of a manifest, a few at a time. */
export function* encodeManifest(contents: ManifestContents): Generator<Uint8Array> {
  const { head, body } = encode(contents)
  yield encodeHead(head)
  yield* body()
}

/** A manifest of these rows, in memory. */
export const manifestOfRows = (added: readonly ManifestRow[], reading: string | null = null): ManifestTable => {
  const carried = new Uint32Array(0)
  const { head, body } = encode({ reading, base: emptyManifest, carried, forgets: () => false, added })
  return openManifest(head, concatBytes([...body()]).buffer)
}
