import * as v from 'valibot'

const Column = v.string()

/** Of the rows with one key the one that counts: on the day it is there, by the days from and to which rows hold, or by a flag. */
export const CurrentRowSchema = v.pipe(
  v.strictObject({
    from: v.exactOptional(Column),
    to: v.exactOptional(Column),
    /** Of both. */
    dateFormat: v.exactOptional(v.string()),
    flag: v.exactOptional(
      v.strictObject({ column: Column, values: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(50)) }),
    ),
  }),
  v.check(({ from, to, flag }) => (from ?? to ?? flag) !== undefined, 'name from, to or flag'),
)
export type CurrentRow = v.InferOutput<typeof CurrentRowSchema>

/** What several rows of one person mean, in files that hold a row for each change. */
export const RowsSchema = v.strictObject({
  /** Columns that a report prints once for a block of rows: an empty cell means what stands above it. */
  fillDown: v.exactOptional(v.pipe(v.array(Column), v.minLength(1), v.maxLength(50))),
  current: v.exactOptional(CurrentRowSchema),
})
export type Rows = v.InferOutput<typeof RowsSchema>

/** The columns that it looks at. */
export const columnsOfRows = ({ fillDown = [], current }: Rows): readonly string[] => [
  ...fillDown,
  ...[current?.from, current?.to, current?.flag?.column].filter((column) => column !== undefined),
]
