import { concatBytes } from '#core/files/record-splitter.ts'
import { modelIds } from '#core/model/models.ts'
import { roles } from '#core/records/built-record.ts'
import { numberOfDay, putHash, putLatin1 } from './byte-fields.ts'
import { type FileTable, fileTable, packReference, roleOf, targetOf } from './file-table.ts'
import type { ManifestRow } from './manifest.ts'
import { fields, format, type Head, hashBytes, idBytes, prefixBytes, rowBytes } from './manifest-layout.ts'
import { emptyManifest, type ManifestTable, openManifest } from './manifest-table.ts'

/** When a record changed, and when the feed shows it, epoch ms. */
type Moments = { readonly changedAt: number; readonly feedAt: number }

/** What a new manifest holds: rows taken over from the one before, records of a file, then other rows. */
export type ManifestContents = {
  readonly reading: string | null
  readonly base: ManifestTable
  /** Numbers of the rows taken over, ascending. Their targets must be in the new manifest too, or come from outside. */
  readonly carried: Uint32Array
  /** Whether the marks of a row taken over no longer hold. */
  readonly forgets: (index: number) => boolean
  readonly table: FileTable
  /** Numbers of the file's records. */
  readonly given: Uint32Array
  readonly momentsOf: (number: number) => Moments
  readonly added: readonly ManifestRow[]
}

const piece = 2_000

const rowCount = ({ carried, given, added }: ManifestContents): number => carried.length + given.length + added.length

/** The place of each, counted from 1; 0 for those that are left out. */
const placesOf = (size: number, chosen: Uint32Array, first: number): Uint32Array => {
  const places = new Uint32Array(size)
  for (let i = 0; i < chosen.length; i += 1) places[chosen[i] ?? 0] = first + i + 1
  return places
}

/** Numbers the rows of the new manifest, and the ids from outside as they are met. */
const numbering = (contents: ManifestContents) => {
  const { base, carried, table, given, added } = contents
  const rows = rowCount(contents)
  const moved = placesOf(base.size, carried, 0)
  const placed = placesOf(table.size(), given, carried.length)
  const numbers = new Map(added.map(({ id }, i) => [id, carried.length + given.length + i]))
  const outside = new Map<string, number>()
  const ofId = (id: string): number => {
    const known = numbers.get(id)
    if (known !== undefined) return known
    const place = (placed[table.find(id)] ?? 0) || (moved[base.find(id)] ?? 0)
    if (place > 0) return place - 1
    const number = outside.get(id) ?? rows + outside.size
    outside.set(id, number)
    return number
  }
  const ofCommitted = (target: number): number => {
    const place = moved[target] ?? 0
    return place > 0 ? place - 1 : ofId(base.targetId(target))
  }
  const ofGiven = (target: number): number => {
    const place = placed[target] ?? 0
    return place > 0 ? place - 1 : ofId(table.id(target))
  }
  return { ofId, ofCommitted, ofGiven, outside }
}

/** All references in row order, and how many there are up to each row. */
const referencesOf = (contents: ManifestContents, { ofId, ofCommitted, ofGiven }: ReturnType<typeof numbering>) => {
  const { base, carried, table, given, added } = contents
  const ends = new Uint32Array(rowCount(contents))
  let count = 0
  let row = 0
  for (const index of carried) ends[row++] = count += base.referencesStart(index + 1) - base.referencesStart(index)
  for (const number of given) ends[row++] = count += table.references(number).length
  for (const { references } of added) ends[row++] = count += references.length
  const packed = new Uint32Array(count)
  let at = 0
  for (const index of carried)
    for (let r = base.referencesStart(index); r < base.referencesStart(index + 1); r += 1)
      packed[at++] = packReference(base.role(r), ofCommitted(base.target(r)))
  for (const number of given)
    for (const each of table.references(number)) packed[at++] = packReference(roleOf(each), ofGiven(targetOf(each)))
  for (const { references } of added)
    for (const { role, id } of references) packed[at++] = packReference(role, ofId(id))
  return { packed, ends }
}

/** All remote ids in row order. */
function* textsOf({ base, carried, table, given, added }: ManifestContents): Generator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const index of carried) yield base.text(index)
  for (const number of given) yield table.text(number)
  for (const { remoteId } of added) yield encoder.encode(remoteId)
}

/** How many bytes the remote ids have up to each row. */
const textEnds = (contents: ManifestContents): Uint32Array => {
  const ends = new Uint32Array(rowCount(contents))
  let bytes = 0
  let row = 0
  for (const text of textsOf(contents)) ends[row++] = bytes += text.length
  return ends
}

const putMoments = (view: DataView, { changedAt, feedAt }: Moments): void => {
  view.setFloat64(fields.changedAt, changedAt, true)
  view.setFloat64(fields.feedAt, feedAt, true)
}

const putAdded = (into: Uint8Array, view: DataView, row: ManifestRow, absentSince: readonly string[]): void => {
  putLatin1(into, fields.id, row.id)
  putLatin1(into, fields.raw, row.marks?.raw ?? '')
  putLatin1(into, fields.used, row.marks?.used ?? '')
  putHash(into, fields.own, row.own)
  putHash(into, fields.embed, row.embed)
  putMoments(view, row)
  view.setUint32(fields.day, numberOfDay(row.day), true)
  view.setUint16(fields.absentSince, row.absentSince === null ? 0 : absentSince.indexOf(row.absentSince) + 1, true)
  into[fields.model] = modelIds.indexOf(row.model)
}

const putGiven = (into: Uint8Array, view: DataView, number: number, { table, momentsOf }: ManifestContents): void => {
  into.set(table.bytes(number))
  putMoments(view, momentsOf(number))
  view.setUint16(fields.absentSince, 0, true)
}

const putCarried = (into: Uint8Array, index: number, { base, forgets }: ManifestContents): void => {
  into.set(base.rows.subarray(index * rowBytes, (index + 1) * rowBytes))
  into[fields.model] = modelIds.indexOf(base.model(index))
  if (forgets(index)) into.fill(0, fields.raw, fields.used + hashBytes)
}

type Ends = { readonly references: Uint32Array; readonly texts: Uint32Array }

function* encodeRows(contents: ManifestContents, ends: Ends, absentSince: readonly string[]): Generator<Uint8Array> {
  const { carried, given, added } = contents
  const total = rowCount(contents)
  for (let start = 0; start < total; start += piece) {
    const bytes = new Uint8Array(Math.min(piece, total - start) * rowBytes)
    for (let at = 0; at < bytes.length; at += rowBytes) {
      const number = start + at / rowBytes
      const into = bytes.subarray(at, at + rowBytes)
      const view = new DataView(bytes.buffer, at, rowBytes)
      const row = added[number - carried.length - given.length]
      if (row) putAdded(into, view, row, absentSince)
      else if (number < carried.length) putCarried(into, carried[number] ?? 0, contents)
      else putGiven(into, view, given[number - carried.length] ?? 0, contents)
      view.setUint32(fields.referencesEnd, ends.references[number] ?? 0, true)
      view.setUint32(fields.textEnd, ends.texts[number] ?? 0, true)
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
  const numbers = numbering(contents)
  const references = referencesOf(contents, numbers)
  const texts = textEnds(contents)
  // A row whose removal is held is never taken over as it is, so its file is among these.
  const absentSince = [...new Set(contents.added.map((row) => row.absentSince).filter((file) => file !== null))]
  const head: Head = {
    format,
    reading: contents.reading,
    rows: rowCount(contents),
    references: references.packed.length,
    outside: numbers.outside.size,
    textBytes: texts.at(-1) ?? 0,
    models: [...modelIds],
    roles: [...roles],
    absentSince,
  }
  const body = function* () {
    yield* encodeRows(contents, { references: references.ends, texts }, absentSince)
    yield new Uint8Array(references.packed.buffer)
    yield encodeIds(numbers.outside)
    yield* joined(textsOf(contents))
  }
  return { head, body }
}

/** The bytes of a manifest, a few at a time. */
export function* encodeManifest(contents: ManifestContents): Generator<Uint8Array> {
  const { head, body } = encode(contents)
  yield encodeHead(head)
  yield* body()
}

const none = new Uint32Array(0)

/** A manifest of these rows, in memory. */
export const manifestOfRows = (added: readonly ManifestRow[], reading: string | null = null): ManifestTable => {
  const nothingElse = { base: emptyManifest, carried: none, forgets: () => false, table: fileTable(), given: none }
  const momentsOf = () => ({ changedAt: 0, feedAt: 0 })
  const { head, body } = encode({ ...nothingElse, reading, momentsOf, added })
  return openManifest(head, concatBytes([...body()]).buffer)
}
