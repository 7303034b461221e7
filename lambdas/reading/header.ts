import type { Issue } from '#core/issues/issue.ts'
import { type Said, say } from '#core/issues/say.ts'
import { headerDuplicate } from './problems.ts'

/** Outer space goes, inner line breaks become blanks. */
const cleanName = (cell: string): string => cell.replace(/[\s\u200b\ufeff]+/g, ' ').trim()

// No two parts can match the same text: a header of a hundred thousand dots must not take a minute.
const isEmail = (name: string): boolean => /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(name)
const isDate = (name: string): boolean => /^\d{1,4}[-./]\d{1,2}[-./]\d{1,4}(?:[ T][\d:.]+)?$/.test(name)
const isTruth = (name: string): boolean => /^(?:true|false|wahr|falsch|yes|nein)$/i.test(name)
const isNumber = (name: string): boolean => /^[-+]?\d+(?:[.,]\d+)*$/.test(name)

/** Why a row cannot be the column names; `undefined` when it may be. */
export const whyNoHeader = (row: number, cells: readonly string[]): Said | undefined => {
  const names = cells.map(cleanName)
  const filled = names.filter((name) => name !== '')
  const holds = (test: (name: string) => boolean): number => names.findIndex(test) + 1
  if (holds(isEmail) > 0) return say('headerHoldsEmail', { row, cell: holds(isEmail) })
  if (holds(isDate) > 0) return say('headerHoldsDate', { row, cell: holds(isDate) })
  if (holds(isTruth) > 0) return say('headerHoldsTruth', { row, cell: holds(isTruth) })
  return filled.filter(isNumber).length * 2 > filled.length ? say('headerHoldsNumbers', { row }) : undefined
}

export type Header = { readonly names: readonly string[]; readonly issues: readonly Issue[] }

const unusedName = (name: string, used: ReadonlySet<string>): string => {
  if (!used.has(name)) return name
  let count = 2
  while (used.has(`${name} (${count})`)) count += 1
  return `${name} (${count})`
}

/** Column names as the rest of the product knows them: trimmed, none empty, no two alike. `width` is how many columns there are. */
export const nameColumns = (cells: readonly string[], width: number, row: number): Header => {
  const used = new Set<string>()
  const issues: Issue[] = []
  for (const [index, cell] of cells.slice(0, width).entries()) {
    const name = cleanName(cell)
    const unique = unusedName(name === '' ? `column ${index + 1}` : name, used)
    if (name !== '' && unique !== name) issues.push(headerDuplicate(row, name, unique))
    used.add(unique)
  }
  return { names: [...used], issues }
}
