/** When a file is cut and into what, in bytes of text, and how many rows it may have. */
export type ChunkLimits = {
  readonly large: number
  readonly piece: number
  /** So many pieces are told by the run itself: sooner than others would be asked. */
  readonly here: number
  readonly rows: number
  /** Where a row alone does not tell what it is. */
  readonly rowsAlone: number
}

/**
 * Above a gigabyte (2.3 million rows of 430 bytes), computing a sync takes one function minutes, and starts over with each run that
 * it needs. A piece is some 40,000 rows, two CPU seconds. Ten million records fill the room beside memory of one function.
 * `docs/scale.md` has the measurements.
 */
export const chunkLimits: ChunkLimits = {
  large: 1_000_000_000,
  piece: 16_000_000,
  here: 4,
  rows: 10_000_000,
  rowsAlone: 5_000_000,
}
