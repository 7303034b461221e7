import type { Mapping } from '#core/mapping/mapping.ts'
import type { CurrentRow, Rows } from '#core/mapping/rows.ts'

/** Rows of which nothing is said are not spoken of. */
const withRows = ({ rows: _, ...others }: Mapping, rows: Rows): Mapping =>
  Object.keys(rows).length === 0 ? others : { ...others, rows }

/** The mapping with these columns printed once for each block. */
export const withFillDown = (mapping: Mapping, columns: readonly string[]): Mapping => {
  const { fillDown: _, ...others } = mapping.rows ?? {}
  return withRows(mapping, columns.length === 0 ? others : { ...others, fillDown: [...new Set(columns)] })
}

export const withCurrentRow = (mapping: Mapping, current: CurrentRow | undefined): Mapping => {
  const { current: _, ...others } = mapping.rows ?? {}
  return withRows(mapping, current === undefined ? others : { ...others, current })
}

type Said = { readonly [Part in keyof CurrentRow]: CurrentRow[Part] | undefined }

/** Which row counts with another part of it said, or no longer said; nothing where neither days nor a flag are left. */
export const currentRowWith = (current: CurrentRow | undefined, said: Said): CurrentRow | undefined => {
  const { from, to, dateFormat, flag } = { ...current, ...said }
  if (from === undefined && to === undefined && flag === undefined) return undefined
  return {
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(dateFormat !== undefined && (from ?? to) !== undefined && { dateFormat }),
    ...(flag !== undefined && { flag }),
  }
}

/** Whether days decide which row counts. */
export const hasDays = (current: CurrentRow | undefined): boolean => (current?.from ?? current?.to) !== undefined
