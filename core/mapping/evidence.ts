import * as v from 'valibot'

/** The parts of a dialect. */
const parts = ['encoding', 'delimiter', 'quote', 'headerRow', 'sheet', 'records'] as const

/**
 * What tells a part of a dialect: the mapping; a byte order mark, bytes that are UTF-8 or UTF-16, nothing but ASCII, or letters; rows of
 * one width, or none; the usual, single, or escaped quotes; the first row, a lower one, none, or the keys of records; the only table, the one
 * named after the dataset, or the largest.
 */
const reasons = [
  'said',
  'mark',
  'utf8',
  'utf16',
  'ascii',
  'letters',
  'even',
  'oneColumn',
  'usual',
  'singles',
  'escaped',
  'firstRow',
  'lowerRow',
  'noRow',
  'keys',
  'only',
  'named',
  'largest',
] as const

/** Why a part of a dialect is what it is. */
export const EvidenceSchema = v.object({
  part: v.picklist(parts),
  by: v.picklist(reasons),
  /** Of `even` rows of one width, of `singles` cells, of `escaped` quotes. */
  count: v.exactOptional(v.number()),
})
export type Evidence = v.InferOutput<typeof EvidenceSchema>
