import * as v from 'valibot'
import { ExportFileSchema } from '#core/control/file.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { DialectSchema, PartialDialectSchema } from '#core/mapping/dialect.ts'
import { EvidenceSchema } from '#core/mapping/evidence.ts'
import { moment } from '../description.ts'

/** Parts that several endpoints of the flows share. */

export const LanguageSchema = IntegrationSchema.entries.language

const { id, name, dataset, state, size, issues } = ExportFileSchema.entries

/** A file that arrived, and what became of it. */
export const ArrivedFileSchema = v.object({
  id,
  name,
  dataset,
  kind: v.picklist(['data', 'manifest']),
  state,
  size,
  received_at: moment,
  issues,
})

/** A column as the page shows it. */
export const FileColumnSchema = v.object({
  name: v.string(),
  filled: v.pipe(v.number(), v.description('Share of the rows that fill it, 0 to 1, in the first rows.')),
  distinct: v.pipe(v.number(), v.description('Different values in the first rows.')),
  examples: v.pipe(v.array(v.string()), v.description('Some values; masked where they tell too much.')),
  masked: v.boolean(),
  day_order: v.pipe(
    v.nullable(v.object({ order: v.picklist(['dayFirst', 'monthFirst']), row: v.number() })),
    v.description('Of dates whose day and month could be turned round: the first row that tells them apart.'),
  ),
})

/** How a file is read where nobody says it. */
export const foundDialect = {
  dialect: v.nullable(DialectSchema),
  evidence: v.pipe(v.array(EvidenceSchema), v.description('Why each part of the dialect is what it is.')),
  tables: v.pipe(
    v.array(v.string()),
    v.description('The sheets of a workbook, or the lists of records in JSON, of which one was read.'),
  ),
}

/** What a mapping or an answer is made from: an upload of the page, a file that arrived, else the newest file of the dataset. */
export const fileSource = {
  upload_id: v.optional(v.pipe(v.string(), v.regex(/^[1-9A-Za-z]{24}\.[\w-]{1,1200}$/, 'is no id of an upload'))),
  file_id: v.optional(v.pipe(v.string(), v.nonEmpty('is empty'), v.maxLength(100))),
}
export const said = v.pipe(
  v.optional(PartialDialectSchema),
  v.description('How the file is read, as a mapping says it; what is left out is found out.'),
)
const FileSourceSchema = v.object(fileSource)
export type FileSource = v.InferOutput<typeof FileSourceSchema>

/** A cell that may be shown; one that tells too much about a person shows only its shape. */
export const shownCell = v.object({
  column: v.string(),
  value: v.string(),
  masked: v.pipe(
    v.boolean(),
    v.description('Whether letters and digits are hidden: identity, tax and bank numbers, salaries, birth dates.'),
  ),
})
