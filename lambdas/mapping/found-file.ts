import type { Dataset } from '#core/files/datasets.ts'
import type { OpenBytes } from '../reading/read-table.ts'

/** A file that the mapping editor asks about. */
export type FoundFile = {
  readonly name: string
  readonly dataset: Dataset
  /** bytes */
  readonly size: number
  readonly open: OpenBytes
}

/** What is read to its end well before the gateway hangs up: of all files together, and of what packed ones come to. */
export const maxBytes = 100_000_000
