import { type ModelId, modelIds } from '#core/model/models.ts'
import type { Place } from '#core/ports/scratch.ts'
import { type Role, roles } from '#core/records/built-record.ts'
import { binaryOf, dayOf, hexOf, latin1Of, numberOfDay, putHash, putLatin1 } from './byte-fields.ts'
import { idIndex } from './field-index.ts'
import { fields, hashBytes, idBytes, roleShift, rowBytes, targetMask } from './manifest-layout.ts'

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
 * The records of a file, and those that they mention: numbered from 0 as they are met. They lie in bytes, each as the row of
 * the manifest that it may become, so that a million of them cost neither objects nor their collection.
 */
export type FileTable = {
  size(): number
  /** -1 when there is none. */
  find(id: string): number
  /** The number of a record; a new one when it was not met before. */
  numberOf(id: string, model: ModelId, remoteId: string): number
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
  /** Its row of the manifest, but for the fields that only a manifest has. */
  bytes(number: number): Uint8Array
  /** Removes the references that are not wanted; the marks go with them, since the row no longer says what is remembered. */
  keepReferences(number: number, wanted: (reference: number) => boolean): void
}

// What fields of the manifest hold until there is one: nothing else needs to be kept of a record.
const working = {
  start: fields.changedAt,
  row: fields.feedAt,
  length: fields.feedAt + 4,
  references: fields.referencesEnd,
  mentions: fields.absentSince,
} as const

export const packReference = (role: Role, target: number): number => (roles.indexOf(role) << roleShift) | target
export const roleOf = (reference: number): Role => roles[reference >>> roleShift] ?? 'group'
export const targetOf = (reference: number): number => reference & targetMask

/** So many records lie in one piece: a table grows without being copied. */
const pageRows = 1_024
const noMark = '\0'.repeat(hashBytes)
const decoder = new TextDecoder()

type Page = { readonly bytes: Uint8Array; readonly view: DataView }

const newPage = (): Page => {
  const bytes = new Uint8Array(pageRows * rowBytes)
  return { bytes, view: new DataView(bytes.buffer) }
}

const noPage = newPage()

/** The rows in their pages. */
const pagedRows = () => {
  const pages: Page[] = []
  const page = (number: number): Page => pages[Math.floor(number / pageRows)] ?? noPage
  const offset = (number: number): number => (number % pageRows) * rowBytes
  return {
    page,
    offset,
    makeRoom: (number: number): void => {
      if (number % pageRows === 0) pages.push(newPage())
    },
    field: (number: number, field: number, length: number): Uint8Array => {
      const start = offset(number) + field
      return page(number).bytes.subarray(start, start + length)
    },
    number: (number: number, field: number): number => page(number).view.getUint32(offset(number) + field, true),
    setNumber: (number: number, field: number, value: number): void =>
      page(number).view.setUint32(offset(number) + field, value, true),
  }
}

/** Remote ids one behind another. */
const growingTexts = () => {
  const encoder = new TextEncoder()
  let bytes = new Uint8Array(1_024)
  let length = 0
  return {
    /** Answers where it ends. */
    add: (text: string): number => {
      const needed = length + 3 * text.length
      if (needed > bytes.length) {
        const larger = new Uint8Array(2 * needed)
        larger.set(bytes.subarray(0, length))
        bytes = larger
      }
      length += encoder.encodeInto(text, bytes.subarray(length)).written
      return length
    },
    part: (start: number, end: number): Uint8Array => bytes.subarray(start, end),
  }
}

const growingNumbers = () => {
  let numbers = new Uint32Array(1_024)
  let length = 0
  return {
    /** Answers where they begin. */
    add: (more: readonly number[]): number => {
      const start = length
      if (start + more.length > numbers.length) {
        const larger = new Uint32Array(2 * (start + more.length))
        larger.set(numbers)
        numbers = larger
      }
      for (const number of more) {
        numbers[length] = number
        length += 1
      }
      return start
    },
    part: (start: number, count: number): Uint32Array => numbers.subarray(start, start + count),
  }
}

/** A table without records. */
export const fileTable = (): FileTable => {
  const rows = pagedRows()
  const texts = growingTexts()
  const mentioned = growingNumbers()
  let size = 0
  const id = (number: number): string => latin1Of(rows.field(number, fields.id, idBytes))
  const index = idIndex(id)
  const textEnd = (number: number): number => (number < 0 ? 0 : rows.number(number, fields.textEnd))
  const text = (number: number): Uint8Array => texts.part(textEnd(number - 1), textEnd(number))
  const hash = (number: number, field: number): string => hexOf(rows.field(number, field, hashBytes))
  const day = (number: number): string | null => dayOf(rows.number(number, fields.day))
  const own = (number: number): string => hash(number, fields.own)

  const references = (number: number): Uint32Array => {
    const { view } = rows.page(number)
    const count = view.getUint16(rows.offset(number) + working.mentions, true)
    return mentioned.part(rows.number(number, working.references), count)
  }

  const setReferences = (number: number, wanted: readonly number[]): void => {
    rows.setNumber(number, working.references, mentioned.add(wanted))
    rows.page(number).view.setUint16(rows.offset(number) + working.mentions, wanted.length, true)
  }

  const numberOf = (text: string, model: ModelId, remoteId: string): number => {
    const known = index.find(text)
    if (known >= 0) return known
    const number = size
    size += 1
    rows.makeRoom(number)
    const { bytes } = rows.page(number)
    const at = rows.offset(number)
    putLatin1(bytes, at + fields.id, text)
    bytes[at + fields.model] = modelIds.indexOf(model)
    rows.setNumber(number, fields.textEnd, texts.add(remoteId))
    index.add(text, number)
    return number
  }

  const give = (number: number, record: GivenRecord): void => {
    const { bytes, view } = rows.page(number)
    const at = rows.offset(number)
    putLatin1(bytes, at + fields.raw, record.marks?.raw ?? noMark)
    putLatin1(bytes, at + fields.used, record.marks?.used || noMark)
    putHash(bytes, at + fields.own, record.own)
    putHash(bytes, at + fields.embed, record.embed)
    view.setUint32(at + fields.day, numberOfDay(record.day), true)
    view.setUint32(at + working.row, record.row, true)
    view.setFloat64(at + working.start, record.place.start, true)
    view.setUint32(at + working.length, record.place.length, true)
    setReferences(number, record.references)
  }

  const says: FileTable['says'] = (number, other) => {
    const said = references(number)
    if (own(number) !== other.own || day(number) !== other.day || said.length !== other.references.length) return false
    return other.references.every((reference, i) => reference === said[i])
  }

  const marks = (number: number): GivenRecord['marks'] => {
    const raw = binaryOf(rows.field(number, fields.raw, hashBytes))
    const used = binaryOf(rows.field(number, fields.used, hashBytes))
    return raw === noMark ? null : { raw, used: used === noMark ? '' : used }
  }

  const keepReferences: FileTable['keepReferences'] = (number, wanted) => {
    setReferences(number, [...references(number)].filter(wanted))
    rows.field(number, fields.raw, fields.own - fields.raw).fill(0)
  }

  return {
    size: () => size,
    find: index.find,
    numberOf,
    give,
    takeOut: (number) => rows.setNumber(number, working.row, 0),
    says,
    row: (number) => rows.number(number, working.row),
    id,
    model: (number) => modelIds[rows.page(number).bytes[rows.offset(number) + fields.model] ?? 0] ?? modelIds[0],
    remoteId: (number) => decoder.decode(text(number)),
    text,
    own,
    embed: (number) => hash(number, fields.embed),
    day,
    marks,
    place: (number) => ({
      start: rows.page(number).view.getFloat64(rows.offset(number) + working.start, true),
      length: rows.number(number, working.length),
    }),
    references,
    bytes: (number) => rows.field(number, 0, rowBytes),
    keepReferences,
  }
}
