import { type ModelId, modelIds } from '#core/model/models.ts'
import type { Place } from '#core/ports/scratch.ts'
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
import { growingNumbers, growingTexts, pagedRows } from './growing.ts'
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

type Memory = {
  readonly rows: ReturnType<typeof pagedRows>
  readonly texts: ReturnType<typeof growingTexts>
  readonly mentioned: ReturnType<typeof growingNumbers>
}

/** What is remembered of each record. */
const recordReader = ({ rows, texts, mentioned }: Memory) => {
  const textEnd = (number: number): number => (number < 0 ? 0 : rows.number(number, fields.textEnd))
  const text = (number: number): Uint8Array => texts.part(textEnd(number - 1), textEnd(number))
  const hash = (number: number, field: number): string => hexOf(rows.field(number, field, hashBytes))
  return {
    row: (number: number) => rows.number(number, working.row),
    id: (number: number) => latin1Of(rows.field(number, fields.id, idBytes)),
    model: (number: number) => modelIds[rows.field(number, fields.model, 1)[0] ?? 0] ?? modelIds[0],
    remoteId: (number: number) => textOf(text(number)),
    text,
    own: (number: number) => hash(number, fields.own),
    embed: (number: number) => hash(number, fields.embed),
    day: (number: number) => dayOf(rows.number(number, fields.day)),
    marks: (number: number) =>
      marksOf(rows.field(number, fields.raw, hashBytes), rows.field(number, fields.used, hashBytes)),
    place: (number: number) => ({
      start: rows.page(number).view.getFloat64(rows.offset(number) + working.start, true),
      length: rows.number(number, working.length),
    }),
    references: (number: number): Uint32Array => {
      const count = rows.page(number).view.getUint16(rows.offset(number) + working.mentions, true)
      return mentioned.part(rows.number(number, working.references), count)
    },
    bytes: (number: number) => rows.field(number, 0, rowBytes),
  }
}

/** Puts what a row gives where it is remembered. */
const recordWriter = ({ rows, mentioned }: Memory) => {
  const setReferences = (number: number, references: readonly number[]): void => {
    rows.setNumber(number, working.references, mentioned.add(references))
    rows.page(number).view.setUint16(rows.offset(number) + working.mentions, references.length, true)
  }
  const give: FileTable['give'] = (number, { row, own, embed, day, marks, references, place }) => {
    const { bytes, view } = rows.page(number)
    const at = rows.offset(number)
    putLatin1(bytes, at + fields.raw, marks?.raw ?? noMark)
    putLatin1(bytes, at + fields.used, marks?.used || noMark)
    putHash(bytes, at + fields.own, own)
    putHash(bytes, at + fields.embed, embed)
    view.setUint32(at + fields.day, numberOfDay(day), true)
    view.setUint32(at + working.row, row, true)
    view.setFloat64(at + working.start, place.start, true)
    view.setUint32(at + working.length, place.length, true)
    setReferences(number, references)
  }
  return { give, setReferences }
}

/** A table without records. */
export const fileTable = (): FileTable => {
  const memory = { rows: pagedRows(), texts: growingTexts(), mentioned: growingNumbers() }
  const { rows, texts } = memory
  const read = recordReader(memory)
  const { give, setReferences } = recordWriter(memory)
  const isId = (number: number, id: string): boolean =>
    holdsLatin1(rows.page(number).bytes, rows.offset(number) + fields.id, id)
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
    putLatin1(bytes, at + fields.id, id)
    bytes[at + fields.model] = modelIds.indexOf(model)
    rows.setNumber(number, fields.textEnd, texts.add(remoteId))
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
    rows.field(number, fields.raw, fields.own - fields.raw).fill(0)
  }

  const takeOut = (number: number): void => rows.setNumber(number, working.row, 0)
  return { ...read, size: () => size, find: index.find, numberOf, give, takeOut, says, keepReferences }
}
