import * as v from 'valibot'
import { DatasetModeSchema, DatasetSchema } from '#core/files/datasets.ts'
import { PartialDialectSchema } from './dialect.ts'
import { FilesSchema, JoinSchema, ManifestSchema, maxJoins } from './join.ts'
import { RowsSchema } from './rows.ts'

/** `serial` for days counted as spreadsheets do; else the order of day, month and year, and what stands between them, for example `dd.MM.yyyy`, `MM/dd/yyyy`, `yyyy-MM-dd`, `dd.MM.yy`. */
export const DateFormatSchema = v.pipe(
  v.string(),
  v.regex(/^(?:serial|(?:(?:yyyy|yy|MM|M|dd|d)[-./ ]?){3}(?:[T ]HH:mm(?::ss)?)?)$/, 'a date format such as dd.MM.yyyy'),
)

/** One place a field's value may come from. The first source whose cell is not empty wins. */
const SourceSchema = v.variant('from', [
  v.strictObject({
    from: v.literal('column'),
    column: v.string(),
    /** How to read a date; without it, ISO 8601. */
    dateFormat: v.optional(DateFormatSchema),
    /** The decimal sign of a number; without it, the point. */
    decimal: v.optional(v.picklist(['.', ','])),
    /** The country, ISO 3166-1 with two letters, of phone numbers that name none. */
    country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/, 'two capital letters'))),
    /** Word in the file (compared without case and outer space) to unified value; null empties the field. */
    values: v.optional(v.record(v.string(), v.nullable(v.string()))),
    /** Words that say "nothing", such as `N/A`; compared without case. Then the next source is asked. */
    empty: v.optional(v.pipe(v.array(v.string()), v.maxLength(50))),
    /** Of a cell such as `124#CEO` what stands before the separator, or behind it. Without the separator, all of it. */
    part: v.optional(
      v.strictObject({ separator: v.pipe(v.string(), v.nonEmpty()), take: v.picklist(['code', 'label']) }),
    ),
    /** `false` keeps outer space. */
    trim: v.optional(v.boolean()),
  }),
  v.strictObject({ from: v.literal('constant'), value: v.string() }),
])
export type Source = v.InferOutput<typeof SourceSchema>

/** How the columns of one dataset become unified fields. Versioned: an approved version is never edited. */
export const MappingSchema = v.strictObject({
  dataset: DatasetSchema,
  dialect: v.optional(PartialDialectSchema),
  /** The columns that identify a row for ever. Several are joined. Ids are text: leading zeros stay. */
  id: v.strictObject({ columns: v.pipe(v.array(v.string()), v.minLength(1)) }),
  /** Target field (see `fields.ts`) to its ordered sources. */
  fields: v.record(v.string(), v.pipe(v.array(SourceSchema), v.minLength(1))),
  /**
   * The files that it is read from, where they are not its own: those of another dataset, such as `employees`, or those whose names
   * begin with this word.
   */
  files: v.exactOptional(FilesSchema),
  /** What several rows of one person mean; without it, rows that repeat an id must say the same. */
  rows: v.exactOptional(RowsSchema),
  /** Further files that its file is joined with; their columns are addressed as `contracts.Title`. */
  joins: v.exactOptional(v.pipe(v.array(JoinSchema), v.maxLength(maxJoins))),
  /** What a file holds whose name does not say: everything, changes only, or all of the days it covers. The dataset's own unless said. */
  mode: v.exactOptional(DatasetModeSchema),
  /** Fields of which a blank cell in a file of changes says nothing; in all others it empties them. */
  keep: v.exactOptional(v.array(v.string())),
  /** A sync waits until no file of the set has come for so many minutes; without it, it takes the newest of each at once. */
  quietMinutes: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_440))),
  /**
   * How manifests are named: `export` for `export.done` or `Export-2026-01-31.trg`, `*.trg` for whatever ends so. Files wait until one
   * is pushed behind them, which is empty or lists their names.
   */
  manifest: v.exactOptional(ManifestSchema),
})
export type Mapping = v.InferOutput<typeof MappingSchema>
