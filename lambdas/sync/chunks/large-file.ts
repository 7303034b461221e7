import type { Dataset } from '#core/files/datasets.ts'
import type { Recognise, Table } from '#core/files/table.ts'
import { issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { cellDelimiter } from '#core/mapping/dialect.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { RowRules } from '#core/records/row-rules.ts'
import type { Opened } from '../../reading/chunks.ts'
import type { OpenBytes } from '../../reading/read-table.ts'
import type { Telling } from './chunk-file.ts'
import type { FanOut, LargeEvent } from './fan-out-port.ts'
import { toldFormat } from './told-file.ts'

/** A file that may be too large for one run. */
export type LargeFile = {
  readonly id: string
  readonly integrationId: string
  /** Bytes as it was uploaded: packed, it may come to far more. */
  readonly size: number
  readonly fanOut: FanOut
}

/** Opens the same, and tells whether more has come out of it than one run is to read. */
export const measuredText = (open: OpenBytes, file: LargeFile | undefined) => {
  const { size, fanOut } = file ?? { size: 0 }
  const large = fanOut?.limits.large ?? Number.POSITIVE_INFINITY
  let read = 0
  async function* counted(opened: Opened): AsyncGenerator<Uint8Array> {
    read = 0
    for await (const bytes of opened) {
      read += bytes.length
      yield bytes
    }
  }
  const openCounted: OpenBytes = async (wish) => {
    const opened = await open(wish)
    return opened.made ? Object.assign(counted(opened), { made: opened.made }) : counted(opened)
  }
  return { open: file ? openCounted : open, isLarge: () => Math.max(size, read) > large }
}

export const tooLarge = (dataset: Dataset, says: 'fileTooLarge' | 'fileTooLargeAlone', rows: number) => ({
  kind: 'refused' as const,
  issue: issue('FILE_TOO_LARGE', { ...say(says, { rows }), dataset }),
})

export type PiecesInput = {
  readonly file: LargeFile | undefined
  readonly dataset: Dataset
  readonly mapping: Mapping
  readonly rules: RowRules | undefined
  readonly readingVersion: number
  /** Absent where nothing is known. */
  readonly recognise: (() => Recognise) | undefined
}

/** Of whom nothing may be stored, the sync itself finds out. */
const rulingOf = (rules: RowRules | undefined): Telling['ruling'] => {
  if (!rules?.ruling) return null
  const { suppressed: _, ...ruling } = rules.ruling
  return ruling
}

/** The rows of a table as others tell them; undefined where only one who sees all rows can tell what one says. */
export const inPieces = (
  { slices, header, dialect, missingCells }: Extract<Table, { readonly kind: 'table' }>,
  { file, dataset, mapping, rules, readingVersion, recognise }: PiecesInput,
): (() => AsyncIterable<Iterable<LargeEvent>>) | undefined => {
  if (!file || !slices || (rules && !rules.ruling)) return undefined
  const { integrationId, id, fanOut } = file
  const telling: Telling = {
    versions: [toldFormat, readingVersion],
    integrationId,
    dataset,
    mapping,
    ruling: rulingOf(rules),
    header: header,
    delimiter: cellDelimiter(dialect.delimiter),
    missingCells,
  }
  return () => fanOut.tell(telling, id, slices(fanOut.limits.piece, recognise?.()))
}
