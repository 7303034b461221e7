import type { Issue } from '#core/issues/issue.ts'
import type { Dialect } from '#core/mapping/dialect.ts'
import type { Evidence } from '#core/mapping/evidence.ts'
import type { ColumnChoice } from './cut-columns.ts'

/**
 * How the row of a file is recognised: hashes of its raw bytes, and of those in the columns that the mapping reads
 * (empty where these could not be cut out without parsing). 16 characters, each one byte.
 */
export type RowMarks = { readonly raw: string; readonly used: string }

/**
 * What is told of a row that is not known: its marks, and of a row that can be read without its other cells those of the chosen
 * columns, as `columnCutter` cuts them. They hold until the next row is looked at.
 */
export type FreshRow = { readonly marks: RowMarks; readonly cells: Uint8Array | undefined }

/** Tells by the bytes of a record, its line end excluded, whether its row is known: answers its number. */
export type Recognise = (record: Uint8Array) => number | FreshRow | undefined

/** A row as cut from a file, before mapping. It has marks when known rows were looked for. */
export type TableRow = { readonly row: number; readonly cells: readonly string[]; readonly marks?: RowMarks }

/** Known rows one behind another, which were not cut: the row of the first, and the numbers by which they are known. */
export type KnownRun = { readonly row: number; readonly known: readonly number[] }

/**
 * What reading the body of a table yields, in file order. After `refused` nothing follows, and nothing of the file may be applied;
 * `part` is the id of the file that is to blame if it is one that this one is joined with.
 */
export type TableEvent =
  | { readonly kind: 'rows'; readonly rows: readonly TableRow[] }
  /** A record that could not be cut into cells, or has the wrong number of them; with an issue that is only said, one of totals. */
  | { readonly kind: 'bad-row'; readonly row: number; readonly issue: Issue }
  | { readonly kind: 'refused'; readonly issue: Issue; readonly part?: string | undefined }

/** Known rows that are also one behind another where they are known: the row of the first, its number, and how many there are. */
export type KnownRange = { readonly row: number; readonly index: number; readonly count: number }

/** Records one behind another, cut from the body of a table and not parsed. */
export type Slice = {
  /** The row of the first. */
  readonly firstRow: number
  /** UTF-8 text, with an empty record in the place of each that is known. */
  readonly text: Uint8Array
  /** Those that are known, in their order. */
  readonly known: readonly KnownRange[]
  /** How many are not. */
  readonly fresh: number
}

export type SliceEvent =
  | { readonly kind: 'slice'; readonly slice: Slice }
  | Extract<TableEvent, { readonly kind: 'refused' }>

export type KnownRowsEvent = { readonly kind: 'known' } & KnownRun

/** How a file was read in vain, and why so. */
export type Tried = { readonly dialect: Dialect; readonly evidence: readonly Evidence[] }

/** A file opened as a table: its dialect and column names are known, its rows stream. */
export type Table =
  | {
      readonly kind: 'refused'
      readonly issues: readonly Issue[]
      readonly part?: string | undefined
      /** How it was tried to be read, where it is text. */
      readonly tried?: Tried | undefined
    }
  | {
      readonly kind: 'table'
      readonly dialect: Dialect
      readonly header: readonly string[]
      /** Why the dialect is what it is. */
      readonly evidence: readonly Evidence[]
      /** The tables that the file holds, where it may hold several: sheets, or lists of records. */
      readonly tables: readonly string[]
      /** Warnings about the file as a whole. */
      readonly issues: readonly Issue[]
      readonly events: AsyncIterable<TableEvent>
      /** The first day on which other rows count by themselves, once the events are through; absent where none ever do. */
      readonly due?: () => string | null
      /** Cells that rows leave out at their end. */
      readonly missingCells: number
      /** The same events, but that known rows are not parsed, and that of others the cells outside the chosen columns may be empty. */
      readonly eventsBut: (recognise: Recognise, choice: ColumnChoice) => AsyncIterable<TableEvent | KnownRowsEvent>
      /**
       * The body in pieces of about `bytes` of text, of which `readSlice` tells the events; absent where a record alone does not tell
       * what its row is.
       */
      readonly slices?: (bytes: number, recognise?: Recognise) => AsyncIterable<SliceEvent>
    }
