import type { Role } from '#core/records/built-record.ts'
import { sameBytes } from './byte-fields.ts'
import { type Difference, difference, differenceOfMoved, differences } from './diff.ts'
import { type FileTable, roleOf, targetOf } from './file-table.ts'
import type { IdSet } from './id-table.ts'
import { givenNumbers, type LivingRows, storedIndexes } from './living-rows.ts'
import type { ManifestRow } from './manifest.ts'
import { fields, hashBytes, rowBytes } from './manifest-layout.ts'
import type { ManifestTable } from './manifest-table.ts'
import type { Others } from './others.ts'

/** Whether a reference of a committed row is to somebody who is gone. */
export type Drops = (reference: number) => boolean

/** The id that stands now for the target of a reference of a committed row; undefined where it is the same. */
export type SuccessorOf = (reference: number) => string | undefined

/** What becomes of the references of committed rows. */
type ReferenceFates = { readonly drops: Drops; readonly successorOf: SuccessorOf }

/** 1 for each record that shows something else inside others than is committed: in the table, and in the manifest. */
type Moved = { readonly inTable: Uint8Array; readonly inBase: Uint8Array }

/** Why what is stored of a record may not be what its committed row says. */
export type Doubt = {
  /** Ids that an unfinished plan may have written. */
  readonly unknown: IdSet
  readonly others: Others
}

/** How records differ, as indexes into `differences`: those that the file gives, and those that stay as stored. */
export type Judged = { readonly given: Uint8Array; readonly stored: Uint8Array }

const says = (table: FileTable, number: number, base: ManifestTable, index: number, field: number): boolean => {
  const start = index * rowBytes + field
  const given = table.hashes(number).subarray(field - fields.raw, field - fields.raw + hashBytes)
  return sameBytes(given, base.rows.subarray(start, start + hashBytes))
}

/** Whether a record that the file gives shows something else than is stored. */
const showsOther = (rows: LivingRows, { unknown, others }: Doubt) => {
  const { table, base } = rows
  return (number: number, index: number): boolean => {
    if (others.models.includes(table.model(number))) {
      const id = table.id(number)
      if (others.decide(id)) return others.move(id)
      const elsewhere = others.committed(id)
      if (elsewhere) return unknown.has(id) || elsewhere.embed !== table.embed(number)
    }
    // Ids become strings only where somebody asks for them.
    return (
      index < 0 ||
      (unknown.size > 0 && unknown.has(table.id(number))) ||
      !says(table, number, base, index, fields.embed)
    )
  }
}

/** What shows something else than is committed; what an unfinished plan may have overwritten shows what nobody knows. */
export const movedRecords = (rows: LivingRows, doubt: Doubt): Moved => {
  const { table, base, committed } = rows
  const { unknown, others } = doubt
  const inTable = new Uint8Array(table.size())
  const inBase = new Uint8Array(base.size)
  const isMoved = showsOther(rows, doubt)
  for (const number of givenNumbers(rows)) {
    const index = committed[number] ?? -1
    if (!isMoved(number, index)) continue
    inTable[number] = 1
    if (index >= 0) inBase[index] = 1
  }
  if (others.models.length > 0 || unknown.size > 0)
    for (const index of storedIndexes(rows)) {
      const id = base.id(index)
      if (others.decide(id) ? others.move(id) : unknown.has(id)) inBase[index] = 1
    }
  return { inTable, inBase }
}

const referencesIn = (base: ManifestTable, index: number): readonly number[] => {
  const start = base.referencesStart(index)
  return Array.from({ length: base.referencesStart(index + 1) - start }, (_, i) => start + i)
}

/** Compares records that the file gives with their committed rows. */
const judgeGiven = (rows: LivingRows, moved: Moved) => {
  const { table, base, committed } = rows

  const isMoved = (target: number): boolean =>
    moved.inTable[target] === 1 || moved.inBase[committed[target] ?? -1] === 1

  const sameReferences = (references: Uint32Array, index: number): boolean => {
    const start = base.referencesStart(index)
    if (base.referencesStart(index + 1) - start !== references.length) return false
    return references.every((reference, i) => {
      const target = base.target(start + i)
      if (base.role(start + i) !== roleOf(reference)) return false
      const own = targetOf(reference)
      return target < base.size ? committed[own] === target : base.targetId(target) === table.id(own)
    })
  }

  return (number: number, index: number): Difference => {
    const references = table.references(number)
    const movedRoles: Role[] = []
    for (const reference of references) if (isMoved(targetOf(reference))) movedRoles.push(roleOf(reference))
    if (sameReferences(references, index) && says(table, number, base, index, fields.own))
      return differenceOfMoved(movedRoles)
    const mentioned = [...references].map((each) => ({ role: roleOf(each), id: table.id(targetOf(each)) }))
    return difference(base.row(index), { own: table.own(number), references: mentioned }, movedRoles)
  }
}

/** Compares records that stay as they are stored: only what they mention can differ. */
const judgeStored =
  ({ base }: LivingRows, moved: Moved, { drops, successorOf }: ReferenceFates) =>
  (index: number): Difference => {
    const references = referencesIn(base, index)
    if (references.some((each) => drops(each) || successorOf(each) !== undefined)) return 'changed'
    return differenceOfMoved(
      references.filter((each) => moved.inBase[base.target(each)] === 1).map((each) => base.role(each)),
    )
  }

/** Compares a record with the committed row that another dataset has of it. */
const ofElsewhere = (table: FileTable, number: number, row: ManifestRow): Difference => {
  const references = [...table.references(number)].map((each) => ({ role: roleOf(each), id: table.id(targetOf(each)) }))
  return difference(row, { own: table.own(number), references }, [])
}

/** Judges every record that lives on and is not settled. What an unfinished plan may have written is never unchanged; what is decided elsewhere always is. */
export const judgeDifferences = (
  rows: LivingRows,
  { unknown, others }: Doubt,
  moved: Moved,
  fates: ReferenceFates,
): Judged => {
  const { table, base, committed } = rows
  const given = new Uint8Array(table.size())
  const stored = new Uint8Array(base.size)
  const code = (found: Difference): number => differences.indexOf(found)
  const ofGiven = judgeGiven(rows, moved)
  const ofStored = judgeStored(rows, moved, fates)
  const judge = (number: number, index: number): Difference => {
    const isShared = others.models.includes(table.model(number))
    if (index < 0 && !isShared) return 'created'
    const id = table.id(number)
    if (isShared && others.decide(id)) return 'unchanged'
    const elsewhere = isShared ? others.committed(id) : undefined
    if (index < 0 && !elsewhere) return 'created'
    if (unknown.has(id)) return 'changed'
    return elsewhere ? ofElsewhere(table, number, elsewhere) : ofGiven(number, index)
  }
  for (const number of givenNumbers(rows)) given[number] = code(judge(number, committed[number] ?? -1))
  for (const index of storedIndexes(rows)) {
    const id = base.id(index)
    if (others.decide(id)) stored[index] = code('unchanged')
    else stored[index] = code(unknown.has(id) ? 'changed' : ofStored(index))
  }
  return { given, stored }
}
