/** When a file is cut, and into what: bytes of text. */
export type ChunkLimits = { readonly large: number; readonly piece: number }

/**
 * Above a gigabyte (2.3 million rows of 430 bytes), whatever else a sync does, computing it takes one function minutes, and starts over with
 * each run that it needs. `docs/scale.md` has the measurements. A piece is some 40,000 rows, one and a half CPU seconds.
 */
export const chunkLimits: ChunkLimits = { large: 1_000_000_000, piece: 16_000_000 }
