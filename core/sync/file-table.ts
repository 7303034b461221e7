import { type ModelId, modelIds } from '#core/model/models.ts'
import type { ByteRoom, Place } from '#core/ports/scratch.ts'
import { type Role, roles } from '#core/records/built-record.ts'
import {
  dayOf,
  hexOf,
  holdsLatin1,
  latin1Of,
  marksOf,
  noMark,
  numberOfDay,
  putHash,
  putLatin1,
  textOf,
} from './byte-fields.ts'
import { idIndex } from './field-index.ts'
import { growingNumbers, growingTexts, pagedRows, spilledEntries } from './growing.ts'
import { fields, hashBytes, idBytes, roleShift, targetMask } from './manifest-layout.ts'
import { memoryRoom } from './memory-room.ts'

/** What a row of a file says of a record. */
export type GivenRecord = {
  /** The spreadsheet row, from 1. */
  readonly row: number
  /** Hashes of what it says of itself and of what it shows inside others, 32 hexadecimal digits each. */
  readonly own: string
  readonly embed: string
  readonly day: string | null
  readonly marks: { readonly raw: string; readonly used: string } | null
  /** Each a role and the number of a record, as `packReference` makes it. */
  readonly references: readonly number[]
  /** Where its own properties lie as JSON. */
  readonly place: Place
}

/**
 * The records of a file, and those that they mention: numbered from 0 as they are met. They lie in bytes, so that a million of them
 * cost neither objects nor their collection; their hashes, which are more than half of that, lie beside memory.
 */
export type FileTable = {
  size(): number
  /** -1 when there is none. */
  find(id: string): number
  /** The number of a record; a new one when it was not met before. */
  numberOf(id: string, model: ModelId, remoteId: string): number
  /** What the record is called from now on. */
  rename(number: number, remoteId: string): void
  give(number: number, record: GivenRecord): void
  /** Makes it a record that is only mentioned. */
  takeOut(number: number): void
  /** Whether the record says the same, its marks aside. */
  says(number: number, record: Pick<GivenRecord, 'own' | 'day' | 'references'>): boolean
  /** The spreadsheet row that gives it; 0 when it is only mentioned. */
  row(number: number): number
  id(number: number): string
  model(number: number): ModelId
  remoteId(number: number): string
  /** The remote id in UTF-8. */
  text(number: number): Uint8Array
  own(number: number): string
  embed(number: number): string
  day(number: number): string | null
  marks(number: number): GivenRecord['marks']
  place(number: number): Place
  references(number: number): Uint32Array
  /** Its hashes as they lie in a row of the manifest, from the first mark on. */
  hashes(number: number): Uint8Array
  /** Fills in its row of the manifest, empty so far, but for the fields that only a manifest has. */
  putRow(number: number, into: Uint8Array): void
  /** Removes the references that are not wanted; the marks go with them, since the row no longer says what is remembered. */
  keepReferences(number: number, wanted: (reference: number) => boolean): void
}

/** Where in a row of the table each field lies. The rest of what a record is lies at `hashes`, `references` and `textEnd`. */
const inRow = {
  id: 0,
  start: 24,
  length: 32,
  row: 36,
  hashes: 40,
  references: 44,
  textEnd: 48,
  day: 52,
  mentions: 56,
  model: 58,
  isMarked: 59,
} as const
const tableRowBytes = 60

/** Where among its hashes each of them lies: in the order of the manifest. */
const inHashes = {
  raw: 0,
  used: fields.used - fields.raw,
  own: fields.own - fields.raw,
  embed: fields.embed - fields.raw,
}
const hashesBytes = inHashes.embed + hashBytes

export const packReference = (role: Role, target: number): number => (roles.indexOf(role) << roleShift) | target
export const roleOf = (reference: number): Role => roles[reference >>> roleShift] ?? 'group'
export const targetOf = (reference: number): number => reference & targetMask

type Memory = {
  readonly rows: ReturnType<typeof pagedRows>
  readonly texts: ReturnType<typeof growingTexts>
  /** Those that got another name than they came with. */
  readonly renamed: Map<number, Uint8Array>
  readonly mentioned: ReturnType<typeof growingNumbers>
  readonly spilled: ReturnType<typeof spilledEntries>
}

/** What is remembered of each record. */
const recordReader = ({ rows, texts, renamed, mentioned, spilled }: Memory) => {
  const textEnd = (number: number): number => (number < 0 ? 0 : rows.number(number, inRow.textEnd))
  const text = (number: number): Uint8Array =>
    (renamed.size > 0 && renamed.get(number)) || texts.part(textEnd(number - 1), textEnd(number))
  const byte = (number: number, field: number): number => rows.page(number).bytes[rows.offset(number) + field] ?? 0
  const hashes = (number: number): Uint8Array => spilled.get(rows.number(number, inRow.hashes))
  const hash = (number: number, at: number): Uint8Array => hashes(number).subarray(at, at + hashBytes)
  return {
    row: (number: number) => rows.number(number, inRow.row),
    id: (number: number) => latin1Of(rows.field(number, inRow.id, idBytes)),
    model: (number: number) => modelIds[byte(number, inRow.model)] ?? modelIds[0],
    remoteId: (number: number) => textOf(text(number)),
    text,
    hashes,
    own: (number: number) => hexOf(hash(number, inHashes.own)),
    embed: (number: number) => hexOf(hash(number, inHashes.embed)),
    day: (number: number) => dayOf(rows.number(number, inRow.day)),
    marks: (number: number) =>
      byte(number, inRow.isMarked) === 1 ? marksOf(hash(number, inHashes.raw), hash(number, inHashes.used)) : null,
    place: (number: number) => ({
      start: rows.page(number).view.getFloat64(rows.offset(number) + inRow.start, true),
      length: rows.number(number, inRow.length),
    }),
    references: (number: number): Uint32Array => {
      const count = rows.page(number).view.getUint16(rows.offset(number) + inRow.mentions, true)
      return mentioned.part(rows.number(number, inRow.references), count)
    },
    putRow: (number: number, into: Uint8Array): void => {
      into.set(rows.field(number, inRow.id, idBytes), fields.id)
      into.set(hashes(number), fields.raw)
      if (byte(number, inRow.isMarked) === 0) into.fill(0, fields.raw, fields.own)
      into.set(rows.field(number, inRow.day, 4), fields.day)
      into[fields.model] = byte(number, inRow.model)
    },
  }
}

/** Puts what a row gives where it is remembered. */
const recordWriter = ({ rows, mentioned, spilled }: Memory) => {
  const setReferences = (number: number, references: readonly number[]): void => {
    rows.setNumber(number, inRow.references, mentioned.add(references))
    rows.page(number).view.setUint16(rows.offset(number) + inRow.mentions, references.length, true)
  }
  const forgetMarks = (number: number): void => {
    rows.page(number).bytes[rows.offset(number) + inRow.isMarked] = 0
  }
  const give: FileTable['give'] = (number, { row, own, embed, day, marks, references, place }) => {
    const { bytes, view } = rows.page(number)
    const at = rows.offset(number)
    const entry = spilled.add()
    const hashes = spilled.get(entry)
    putLatin1(hashes, inHashes.raw, marks?.raw ?? noMark)
    putLatin1(hashes, inHashes.used, marks?.used || noMark)
    putHash(hashes, inHashes.own, own)
    putHash(hashes, inHashes.embed, embed)
    bytes[at + inRow.isMarked] = marks ? 1 : 0
    view.setUint32(at + inRow.hashes, entry, true)
    view.setUint32(at + inRow.day, numberOfDay(day), true)
    view.setUint32(at + inRow.row, row, true)
    view.setFloat64(at + inRow.start, place.start, true)
    view.setUint32(at + inRow.length, place.length, true)
    setReferences(number, references)
  }
  return { give, setReferences, forgetMarks }
}

/** A table without records. `room` takes what is seldom needed. */
export const fileTable = (room: ByteRoom = memoryRoom()): FileTable => {
  const rows = pagedRows(tableRowBytes)
  const texts = growingTexts()
  const renamed = new Map<number, Uint8Array>()
  const memory = { rows, texts, renamed, mentioned: growingNumbers(), spilled: spilledEntries(hashesBytes, room) }
  const read = recordReader(memory)
  const { give, setReferences, forgetMarks } = recordWriter(memory)
  const isId = (number: number, id: string): boolean =>
    holdsLatin1(rows.page(number).bytes, rows.offset(number) + inRow.id, id)
  const index = idIndex({ idOf: read.id, isId })
  let size = 0

  const numberOf = (id: string, model: ModelId, remoteId: string): number => {
    const known = index.find(id)
    if (known >= 0) return known
    const number = size
    size += 1
    rows.makeRoom(number)
    const { bytes } = rows.page(number)
    const at = rows.offset(number)
    putLatin1(bytes, at + inRow.id, id)
    bytes[at + inRow.model] = modelIds.indexOf(model)
    rows.setNumber(number, inRow.textEnd, texts.add(remoteId))
    index.add(id, number)
    return number
  }

  const says: FileTable['says'] = (number, { own, day, references }) => {
    const said = read.references(number)
    if (read.own(number) !== own || read.day(number) !== day || said.length !== references.length) return false
    return references.every((reference, i) => reference === said[i])
  }

  const keepReferences: FileTable['keepReferences'] = (number, wanted) => {
    setReferences(number, [...read.references(number)].filter(wanted))
    forgetMarks(number)
  }

  const rename = (number: number, remoteId: string): void => {
    if (read.remoteId(number) !== remoteId) renamed.set(number, new TextEncoder().encode(remoteId))
  }

  const takeOut = (number: number): void => rows.setNumber(number, inRow.row, 0)
  return { ...read, size: () => size, find: index.find, numberOf, rename, give, takeOut, says, keepReferences }
}

/** Whether a row of the file gives the record, and does not only mention it. */
export const isGiven = (table: Pick<FileTable, 'find' | 'row'>, id: string): boolean => {
  const number = table.find(id)
  return number >= 0 && table.row(number) > 0
}
