import type { RowMarks } from '#core/files/table.ts'
import { type ModelId, modelIds } from '#core/model/models.ts'
import type { Role } from '#core/records/built-record.ts'
import type { Reference } from '#core/records/render.ts'
import { dayOf, hexOf, latin1Of, marksOf, textOf } from './byte-fields.ts'
import { fieldIndex, markFinder } from './field-index.ts'
import type { ManifestRow } from './manifest.ts'
import { emptyHead, fields, type Head, hashBytes, idBytes, roleShift, rowBytes, targetMask } from './manifest-layout.ts'

/** A manifest as it lies in memory: rows are numbered from 0, and become objects only when asked for. */
export type ManifestTable = {
  readonly size: number
  readonly head: Head
  /** All rows, `rowBytes` each. */
  readonly rows: Uint8Array
  /** Number of the row with this id; -1 when there is none. */
  find(id: string): number
  /** Number of the row whose mark this is, or begins; -1 when there is none. */
  findRaw(mark: string): number
  /** The same, but only where a file in the order of the rows goes on. */
  nextRaw(mark: string): number
  findUsed(mark: string): number
  model(index: number): ModelId
  id(index: number): string
  remoteId(index: number): string
  /** The remote id in UTF-8. */
  text(index: number): Uint8Array
  own(index: number): string
  day(index: number): string | null
  absentSince(index: number): string | null
  /** Where the references of a row begin; they end where those of the next row begin. */
  referencesStart(index: number): number
  /** The target of a reference: the number of a row, or, from `size` on, of an id from outside. */
  target(reference: number): number
  role(reference: number): Role
  /** The id of a target. */
  targetId(target: number): string
  row(index: number): ManifestRow
}

const wordBytes = 4

/** Builds an index when it is first asked. */
const lazily = (build: () => (text: string) => number): ((text: string) => number) => {
  let find: ((text: string) => number) | undefined
  return (text) => {
    find ??= build()
    return find(text)
  }
}

type Sections = {
  readonly rows: Uint8Array
  readonly view: DataView
  /** The rows as numbers of four bytes. */
  readonly words: Uint32Array
  readonly references: Uint32Array
  readonly outside: Uint8Array
  readonly texts: Uint8Array
}

const sectionsOf = (head: Head, body: ArrayBuffer): Sections => {
  const outsideStart = head.rows * rowBytes + head.references * 4
  const textStart = outsideStart + head.outside * idBytes
  return {
    rows: new Uint8Array(body, 0, head.rows * rowBytes),
    view: new DataView(body),
    words: new Uint32Array(body, 0, (head.rows * rowBytes) / wordBytes),
    references: new Uint32Array(body, head.rows * rowBytes, head.references),
    outside: new Uint8Array(body, outsideStart, head.outside * idBytes),
    texts: new Uint8Array(body, textStart, head.textBytes),
  }
}

/** What a row holds of itself. */
const rowReader = (head: Head, { rows, view, words, texts }: Sections) => {
  const bytes = (index: number, offset: number, length: number): Uint8Array =>
    rows.subarray(index * rowBytes + offset, index * rowBytes + offset + length)
  const end = (index: number, offset: number): number =>
    index < 0 ? 0 : (words[(index * rowBytes + offset) / wordBytes] ?? 0)
  const text = (index: number): Uint8Array => texts.subarray(end(index - 1, fields.textEnd), end(index, fields.textEnd))
  const marks = (index: number): RowMarks | null =>
    marksOf(bytes(index, fields.raw, hashBytes), bytes(index, fields.used, hashBytes))
  return {
    marks,
    end,
    id: (index: number) => latin1Of(bytes(index, fields.id, idBytes)),
    hash: (index: number, offset: number) => hexOf(bytes(index, offset, hashBytes)),
    moment: (index: number, offset: number) => view.getFloat64(index * rowBytes + offset, true),
    day: (index: number) => dayOf(view.getUint32(index * rowBytes + fields.day, true)),
    model: (index: number): ModelId => head.models[rows[index * rowBytes + fields.model] ?? 0] ?? modelIds[0],
    absentSince: (index: number) =>
      head.absentSince[view.getUint16(index * rowBytes + fields.absentSince, true) - 1] ?? null,
    text,
    remoteId: (index: number) => textOf(text(index)),
  }
}

/** Opens the body of a manifest, without copying it. */
export const openManifest = (head: Head, body: ArrayBuffer): ManifestTable => {
  const sections = sectionsOf(head, body)
  const { rows, references, outside } = sections
  const read = rowReader(head, sections)
  const target = (reference: number): number => (references[reference] ?? 0) & targetMask
  const role = (reference: number): Role => head.roles[(references[reference] ?? 0) >>> roleShift] ?? 'group'
  const referencesStart = (index: number): number => read.end(index - 1, fields.referencesEnd)
  const targetId = (number: number): string => {
    const start = (number - head.rows) * idBytes
    return number < head.rows ? read.id(number) : latin1Of(outside.subarray(start, start + idBytes))
  }
  const referencesOf = (index: number): readonly Reference[] => {
    const found: Reference[] = []
    for (let i = referencesStart(index); i < referencesStart(index + 1); i += 1)
      found.push({ role: role(i), id: targetId(target(i)) })
    return found
  }
  return {
    size: head.rows,
    head,
    rows,
    find: lazily(() => fieldIndex(rows, { rowBytes, offset: fields.id, length: idBytes })),
    ...markFinder(rows, { rowBytes, raw: fields.raw, used: fields.used, length: hashBytes }),
    model: read.model,
    id: read.id,
    remoteId: read.remoteId,
    text: read.text,
    own: (index) => read.hash(index, fields.own),
    day: read.day,
    absentSince: read.absentSince,
    referencesStart,
    target,
    role,
    targetId,
    row: (index) => ({
      id: read.id(index),
      model: read.model(index),
      remoteId: read.remoteId(index),
      own: read.hash(index, fields.own),
      embed: read.hash(index, fields.embed),
      references: referencesOf(index),
      day: read.day(index),
      marks: read.marks(index),
      changedAt: read.moment(index, fields.changedAt),
      feedAt: read.moment(index, fields.feedAt),
      absentSince: read.absentSince(index),
    }),
  }
}

export const emptyManifest = openManifest(emptyHead, new ArrayBuffer(0))
