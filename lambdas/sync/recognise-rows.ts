import { isUtf8 } from 'node:buffer'
import { hash } from 'node:crypto'
import { type ColumnChoice, columnCutter } from '#core/files/cut-columns.ts'
import type { Recognise } from '#core/files/table.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import type { PresentIds } from '#core/sync/resolve.ts'

const markLength = 16

/** Begins with the mark. One-shot and to text: by far the cheapest way to hash a short piece. */
const digest = (bytes: Uint8Array): string => hash('sha256', bytes, 'binary')

/** Whether everybody from outside that a row mentions is still there. */
const stillThere = (base: ManifestTable, employees: PresentIds): ((index: number) => boolean) => {
  const { outside } = base.head
  if (outside === 0) return () => true
  const there = new Uint8Array(outside)
  for (let i = 0; i < outside; i += 1) if (employees.has(base.targetId(base.size + i))) there[i] = 1
  return (index) => {
    const end = base.referencesStart(index + 1)
    for (let i = base.referencesStart(index); i < end; i += 1) {
      const target = base.target(i)
      if (target >= base.size && there[target - base.size] !== 1) return false
    }
    return true
  }
}

const quote = 0x22

/** Whether some cell says something that is certainly no space. */
const saysSomething = (cells: Uint8Array, delimiter: number): boolean =>
  cells.some((byte) => byte > quote && byte < 0x80 && byte !== delimiter)

/** Finds committed rows by the bytes of a record: by all of them, else by those of the columns that the mapping reads. */
export const rowRecogniser = (base: ManifestTable, choice: ColumnChoice, employees: PresentIds): Recognise => {
  const cut = columnCutter(choice)
  const holds = stillThere(base, employees)
  const delimiter = choice.delimiter.charCodeAt(0)
  // A parser leaves out the space of a blank first cell, and blank rows: so these need all their cells.
  const suffices = (cells: Uint8Array): boolean => choice.columns[0] === 0 && saysSomething(cells, delimiter)
  return (record) => {
    if (record.length === 0) return undefined
    const raw = digest(record)
    const same = base.nextRaw(raw)
    if (same >= 0 && holds(same)) return same
    const cells = isUtf8(record) ? cut(record) : undefined
    const used = cells ? digest(cells) : ''
    // Whoever says the same in the columns in use is found with all that is equal: a second index would take memory for nothing.
    const alike = cells ? base.findUsed(used) : base.findRaw(raw)
    if (alike >= 0 && holds(alike)) return alike
    const marks = { raw: raw.slice(0, markLength), used: used.slice(0, markLength) }
    return { marks, cells: cells && suffices(cells) ? cells : undefined }
  }
}
