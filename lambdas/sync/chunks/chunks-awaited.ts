/** Thrown by the reading of a large file while rows of it are still being told elsewhere: the sync is to be run again once they are. */
export class ChunksAwaited extends Error {
  /** Where in the archive the pieces lie. */
  readonly folder: string
  readonly pieces: number

  constructor(folder: string, pieces: number) {
    super(`${pieces} pieces of a file are not told yet`)
    this.name = 'ChunksAwaited'
    this.folder = folder
    this.pieces = pieces
  }
}
