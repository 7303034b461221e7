import type { TableRow } from '#core/files/table.ts'
import type { Claim } from './claims.ts'

const cellOf = ({ cells }: TableRow, { column }: Claim): string => (cells[column.index] ?? '').trim()

/** Whether a column fills in where another one is empty, and says the same where both are filled. */
const fillsIn = (claim: Claim, first: Claim, rows: readonly TableRow[]): boolean => {
  const filled = rows.filter((row) => cellOf(row, claim) !== '')
  const isGap = (row: TableRow): boolean => cellOf(row, first) === ''
  return filled.some(isGap) && filled.every((row) => isGap(row) || cellOf(row, claim) === cellOf(row, first))
}

const asSureWithin = 0.01

const isLessSure = (claim: Claim, first: Claim): boolean => claim.confidence < first.confidence - asSureWithin

/** Claims of columns that are called as well as those that a field was given to, and of which the sample shows that they fill in for them. */
export const alternativesOf = (
  claims: readonly Claim[],
  settled: readonly Claim[],
  rows: readonly TableRow[],
): readonly Claim[] => {
  const used = new Set(settled.map(({ column }) => column.index))
  return claims.filter((claim) => {
    const first = settled.find(({ field }) => field === claim.field)
    if (first === undefined || used.has(claim.column.index) || isLessSure(claim, first)) return false
    if (rows.length > 0 && !fillsIn(claim, first, rows)) return false
    used.add(claim.column.index)
    return true
  })
}
