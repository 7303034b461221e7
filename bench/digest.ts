import { createHash } from 'node:crypto'

export type CellsDigest = { add(cells: readonly string[]): void; hex(): string }

/** Tells whether two readers cut the same cells from a file. */
export const cellsDigest = (): CellsDigest => {
  const hash = createHash('sha256')
  return {
    add: (cells) => {
      hash.update(JSON.stringify(cells))
    },
    hex: () => hash.digest('hex'),
  }
}
