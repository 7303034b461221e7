import * as v from 'valibot'

/** As the WHATWG calls them, and that of DOS: ISO 8859-1 is part of `windows-1252`, ISO 8859-9 of `windows-1254`. */
export const encodings = [
  'utf-8',
  'windows-1252',
  'utf-16le',
  'utf-16be',
  'windows-1250',
  'windows-1251',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-4',
  'iso-8859-5',
  'iso-8859-7',
  'iso-8859-15',
  'koi8-r',
  'ibm850',
  'macintosh',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'gb18030',
  'big5',
] as const
/** What cells usually stand between. */
export const delimiters = [',', ';', '\t', '|'] as const
/** What they stand between in a few files, which are looked at for these as well. Others can be said. */
export const rareDelimiters = ['~|~', '||', '¦', '~', '^', '§', '\u0001', '\u001f'] as const

const DelimiterSchema = v.pipe(
  v.string(),
  v.regex(
    /^(?:\t|[^A-Za-z0-9\s"'.\u00aa-\u00b5\u00ba\u00c0-\u024f]{1,3})$/,
    'a delimiter such as ";": up to three signs, no letters or digits',
  ),
)

/** What records are cut at, once a delimiter that is no ASCII character is replaced. */
export const cellDelimiter = (delimiter: string): string =>
  delimiter.length === 1 && delimiter < '\u0080' ? delimiter : '\u001f'

/** What cells stand in that hold a delimiter; nothing where none do. With a backslash, one stands before each quote within. */
export const quotes = ['"', "'", '', '\\"'] as const

/** How a file is cut into cells. What a mapping leaves out is detected in each file. */
export const DialectSchema = v.object({
  encoding: v.picklist(encodings),
  delimiter: DelimiterSchema,
  /** A double one unless it says another. */
  quote: v.exactOptional(v.picklist(quotes)),
  /** The spreadsheet row that holds the column names; 0 where none does, and the columns are called `column 1` and so on. */
  headerRow: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** The sheet of a workbook. */
  sheet: v.exactOptional(v.pipe(v.string(), v.nonEmpty(), v.maxLength(100))),
  /** The keys that lead to the list of records in JSON, joined by points; nothing where the file itself is the list. */
  records: v.exactOptional(v.pipe(v.string(), v.maxLength(500))),
})
export type Dialect = v.InferOutput<typeof DialectSchema>

/** What is said of it; the rest is found out. */
export const PartialDialectSchema = v.strictObject({
  encoding: v.exactOptional(DialectSchema.entries.encoding),
  delimiter: v.exactOptional(DialectSchema.entries.delimiter),
  quote: DialectSchema.entries.quote,
  headerRow: v.exactOptional(DialectSchema.entries.headerRow),
  sheet: DialectSchema.entries.sheet,
  records: DialectSchema.entries.records,
})
export type PartialDialect = v.InferOutput<typeof PartialDialectSchema>
