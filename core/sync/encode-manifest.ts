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

/** Rows are encoded so many at a time. */
const piece = 2_000

/** The place of each, counted from 1; 0 for those that are left out. */
const placesOf = (size: number, chosen: Uint32Array, first: number): Uint32Array => {
  const places = new Uint32Array(size)
  for (let i = 0; i < chosen.length; i += 1) places[chosen[i] ?? 0] = first + i + 1
  return places
}

/** Numbers the rows of the new manifest, and the ids from outside as they are met. */
const numbering = ({ base, carried, table, given, added }: ManifestContents) => {
  const rows = carried.length + given.length + added.length
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
  return { rows, ofId, ofCommitted, ofGiven, outside }
}

type Numbering = ReturnType<typeof numbering>

/** Rows of the new manifest that come from one place, numbered from 0. Nothing is kept of them: there may be a million. */
type RowsFrom = {
  readonly size: number
  /** Fills in a row, but for where its references and its text end. */
  put(row: number, into: Uint8Array, view: DataView): void
  /** The remote id. */
  text(row: number): Uint8Array
  /** How many references it has. */
  mentions(row: number): number
  eachReference(row: number, take: (reference: number) => void): void
}

const putMoments = (view: DataView, { changedAt, feedAt }: Moments): void => {
  view.setFloat64(fields.changedAt, changedAt, true)
  view.setFloat64(fields.feedAt, feedAt, true)
}

const carriedRows = ({ base, carried, forgets }: ManifestContents, { ofCommitted }: Numbering): RowsFrom => {
  const indexOf = (row: number): number => carried[row] ?? 0
  return {
    size: carried.length,
    put: (row, into) => {
      const index = indexOf(row)
      into.set(base.rows.subarray(index * rowBytes, (index + 1) * rowBytes))
      into[fields.model] = modelIds.indexOf(base.model(index))
      if (forgets(index)) into.fill(0, fields.raw, fields.used + hashBytes)
    },
    text: (row) => base.text(indexOf(row)),
    mentions: (row) => base.referencesStart(indexOf(row) + 1) - base.referencesStart(indexOf(row)),
    eachReference: (row, take) => {
      const end = base.referencesStart(indexOf(row) + 1)
      for (let i = base.referencesStart(indexOf(row)); i < end; i += 1)
        take(packReference(base.role(i), ofCommitted(base.target(i))))
    },
  }
}

const givenRows = ({ table, given, momentsOf }: ManifestContents, { ofGiven }: Numbering): RowsFrom => {
  const numberOf = (row: number): number => given[row] ?? 0
  return {
    size: given.length,
    put: (row, into, view) => {
      table.putRow(numberOf(row), into)
      putMoments(view, momentsOf(numberOf(row)))
    },
    text: (row) => table.text(numberOf(row)),
    mentions: (row) => table.references(numberOf(row)).length,
    eachReference: (row, take) => {
      for (const each of table.references(numberOf(row))) take(packReference(roleOf(each), ofGiven(targetOf(each))))
    },
  }
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

const addedRows = (added: readonly ManifestRow[], absentSince: readonly string[], { ofId }: Numbering): RowsFrom => {
  const encoder = new TextEncoder()
  return {
    size: added.length,
    put: (number, into, view) => {
      const row = added[number]
      if (row) putAdded(into, view, row, absentSince)
    },
    text: (number) => encoder.encode(added[number]?.remoteId),
    mentions: (number) => added[number]?.references.length ?? 0,
    eachReference: (number, take) => {
      for (const { role, id } of added[number]?.references ?? []) take(packReference(role, ofId(id)))
    },
  }
}

/** What is made of the rows, a piece of them at a time. */
function* inPieces(
  sources: readonly RowsFrom[],
  encodePiece: (source: RowsFrom, from: number, to: number) => Uint8Array,
): Generator<Uint8Array> {
  for (const source of sources)
    for (let from = 0; from < source.size; from += piece)
      yield encodePiece(source, from, Math.min(from + piece, source.size))
}

const rowEncoder = () => {
  let references = 0
  let texts = 0
  return (source: RowsFrom, from: number, to: number): Uint8Array => {
    const bytes = new Uint8Array((to - from) * rowBytes)
    for (let row = from; row < to; row += 1) {
      const start = (row - from) * rowBytes
      const view = new DataView(bytes.buffer, start, rowBytes)
      source.put(row, bytes.subarray(start, start + rowBytes), view)
      references += source.mentions(row)
      texts += source.text(row).length
      view.setUint32(fields.referencesEnd, references, true)
      view.setUint32(fields.textEnd, texts, true)
    }
    return bytes
  }
}

const encodeReferences = (source: RowsFrom, from: number, to: number): Uint8Array => {
  const packed: number[] = []
  for (let row = from; row < to; row += 1) source.eachReference(row, (reference) => packed.push(reference))
  return new Uint8Array(Uint32Array.from(packed).buffer)
}

const encodeTexts = (source: RowsFrom, from: number, to: number): Uint8Array =>
  concatBytes(Array.from({ length: to - from }, (_, i) => source.text(from + i)))

/** How many references there are, and bytes of remote ids. Afterwards all ids from outside are met. */
const countAll = (sources: readonly RowsFrom[]) => {
  let references = 0
  let textBytes = 0
  const count = (): void => {
    references += 1
  }
  for (const source of sources)
    for (let row = 0; row < source.size; row += 1) {
      source.eachReference(row, count)
      textBytes += source.text(row).length
    }
  return { references, textBytes }
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

type Encoded = { readonly head: Head; readonly body: () => Generator<Uint8Array> }

const encode = (contents: ManifestContents): Encoded => {
  const { reading, added } = contents
  const numbers = numbering(contents)
  // A row whose removal is held is never taken over as it is, so its file is among these.
  const absentSince = [...new Set(added.map((row) => row.absentSince).filter((file) => file !== null))]
  const sources = [carriedRows(contents, numbers), givenRows(contents, numbers), addedRows(added, absentSince, numbers)]
  const counted = countAll(sources)
  const head: Head = {
    format,
    reading,
    rows: numbers.rows,
    references: counted.references,
    outside: numbers.outside.size,
    textBytes: counted.textBytes,
    models: [...modelIds],
    roles: [...roles],
    absentSince,
  }
  const body = function* () {
    yield* inPieces(sources, rowEncoder())
    yield* inPieces(sources, encodeReferences)
    yield encodeIds(numbers.outside)
    yield* inPieces(sources, encodeTexts)
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
