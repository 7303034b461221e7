import * as v from 'valibot'
import { PartialDialectSchema } from './dialect.ts'
import { CurrentRowSchema } from './rows.ts'

const Columns = v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(5))

/** The word that files are named by, in any case; a date may follow, as in `contracts-2026-01-31.csv`. */
export const FilesSchema = v.pipe(
  v.string(),
  v.regex(/^[\p{L}\p{N}][\p{L}\p{N} _.-]{0,79}$/u, 'the beginning of a file name'),
)

/** So many words may name the files of a dataset. */
export const maxFileWords = 10

/** The word that manifests are named by, with whatever ending; or with the one that it says, `export.done`, alone if need be: `*.trg`. */
export const ManifestSchema = v.pipe(
  v.string(),
  v.regex(
    /^(?:\*\.[a-z][a-z0-9]{0,9}|[\p{L}\p{N}][\p{L}\p{N} _.-]{0,79})$/iu,
    'the beginning of a file name such as export, or an ending such as *.trg',
  ),
)

/** A further file of a dataset, a _part_: each row of the main file gets the cells of the row of the part that has its key. */
export const JoinSchema = v.strictObject({
  /** What its columns are called by: `contracts` makes `Title` `contracts.Title`. */
  name: v.pipe(v.string(), v.regex(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u, 'a name such as contracts')),
  files: FilesSchema,
  /** Columns of the part whose cells together are the key. */
  key: Columns,
  /** As many columns of the main file, or of an earlier part as `contracts.Unit`, that hold the same. */
  to: Columns,
  /** How its files are read; what is left out is detected in each. */
  dialect: v.exactOptional(PartialDialectSchema),
  /** Rows of the part that count: those with one of these words in the column. Without it, all do. */
  only: v.exactOptional(
    v.strictObject({ column: v.string(), values: v.pipe(v.array(v.string()), v.minLength(1), v.maxLength(50)) }),
  ),
  /** Of several rows of the part with one key, the one that counts. Without it, the last one does. */
  current: v.exactOptional(CurrentRowSchema),
  /** The column of the main file with the day on which the row of the part must hold. Without it, it is today. */
  day: v.exactOptional(v.strictObject({ column: v.string(), dateFormat: v.exactOptional(v.string()) })),
})
export type Join = v.InferOutput<typeof JoinSchema>

export const maxJoins = 10

/** How a column of a part is addressed. */
export const partColumn = ({ name }: Pick<Join, 'name'>, column: string): string => `${name}.${column}`

/** The file name that a part is asked for by. */
export const partFileName = ({ files }: Pick<Join, 'files'>): string => `${files}.csv`

/** Why joins cannot be stored, in a sentence. */
export const problemWithJoins = (joins: readonly Join[]): string | undefined => {
  const names = joins.map(({ name }) => name.toLowerCase())
  const twice = joins.find((_, index) => names.indexOf(names[index] ?? '') !== index)
  if (twice) return `Two joins are called ${twice.name}: give each a name of its own.`
  const dayless = joins.find(({ current, day }) => day && current?.from === undefined && current?.to === undefined)
  if (dayless)
    return `The join ${dayless.name} has a day: say with current which of its columns tell from when and until when a row holds.`
  const uneven = joins.find(({ key, to }) => key.length !== to.length)
  if (uneven)
    return `The join ${uneven.name} has ${uneven.key.length} key columns in one file and ${uneven.to.length} in the other: both need as many.`
  return undefined
}
