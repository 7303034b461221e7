import type { Role } from '#core/records/built-record.ts'
import { sameBytes } from './byte-fields.ts'
import { type Difference, difference, differenceOfMoved, differences } from './diff.ts'
import { type FileTable, roleOf, targetOf } from './file-table.ts'
import type { IdSet } from './id-table.ts'
import { givenNumbers, type LivingRows, storedIndexes } from './living-rows.ts'
import { fields, hashBytes, rowBytes } from './manifest-layout.ts'
import type { ManifestTable } from './manifest-table.ts'

/** Whether a reference of a committed row is to somebody who is gone. */
export type Drops = (reference: number) => boolean

/** 1 for each record that shows something else inside others than is committed: in the table, and in the manifest. */
type Moved = { readonly inTable: Uint8Array; readonly inBase: Uint8Array }

/** How records differ, as indexes into `differences`: those that the file gives, and those that stay as stored. */
export type Judged = { readonly given: Uint8Array; readonly stored: Uint8Array }

const says = (table: FileTable, number: number, base: ManifestTable, index: number, field: number): boolean => {
  const start = index * rowBytes + field
  const given = table.bytes(number).subarray(field, field + hashBytes)
  return sameBytes(given, base.rows.subarray(start, start + hashBytes))
}

/** What an unfinished plan may have overwritten shows something that nobody knows. */
export const movedRecords = (rows: LivingRows, unknown: IdSet): Moved => {
  const { table, base, committed } = rows
  const inTable = new Uint8Array(table.size())
  const inBase = new Uint8Array(base.size)
  for (const number of givenNumbers(rows)) {
    const index = committed[number] ?? -1
    const isUnknown = unknown.size > 0 && unknown.has(table.id(number))
    if (index >= 0 && !isUnknown && says(table, number, base, index, fields.embed)) continue
    inTable[number] = 1
    if (index >= 0) inBase[index] = 1
  }
  if (unknown.size > 0) for (const index of storedIndexes(rows)) if (unknown.has(base.id(index))) inBase[index] = 1
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
  ({ base }: LivingRows, moved: Moved, drops: Drops) =>
  (index: number): Difference => {
    const references = referencesIn(base, index)
    if (references.some(drops)) return 'changed'
    return differenceOfMoved(
      references.filter((each) => moved.inBase[base.target(each)] === 1).map((each) => base.role(each)),
    )
  }

/** Judges every record that lives on and is not settled. What an unfinished plan may have written is never unchanged. */
export const judgeDifferences = (rows: LivingRows, unknown: IdSet, moved: Moved, drops: Drops): Judged => {
  const { table, base, committed } = rows
  const given = new Uint8Array(table.size())
  const stored = new Uint8Array(base.size)
  const code = (found: Difference): number => differences.indexOf(found)
  const ofGiven = judgeGiven(rows, moved)
  const ofStored = judgeStored(rows, moved, drops)
  for (const number of givenNumbers(rows)) {
    const index = committed[number] ?? -1
    if (index < 0) given[number] = code('created')
    else given[number] = code(unknown.has(table.id(number)) ? 'changed' : ofGiven(number, index))
  }
  for (const index of storedIndexes(rows))
    stored[index] = code(unknown.has(base.id(index)) ? 'changed' : ofStored(index))
  return { given, stored }
}
