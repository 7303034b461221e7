import * as v from 'valibot'
import { SyncSchema } from '#core/control/sync.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { MappingSchema } from '#core/mapping/mapping.ts'
import { type Descriptions, moment } from '../description.ts'
import { joins } from './flow-joins.ts'
import { ArrivedFileSchema, FileColumnSchema, fileSource, foundDialect, said } from './flow-parts.ts'

/** As large as the browser may upload in one request. */
const maxUploadBytes = 1_000_000_000

const fileName = v.pipe(v.string(), v.nonEmpty('is empty'), v.maxLength(200))

export const UploadSchema = v.object({
  name: fileName,
  size: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(1, 'the file is empty'),
    v.maxValue(maxUploadBytes, 'the file is larger than 1 GB'),
  ),
  purpose: v.pipe(
    v.picklist(['sample', 'delivery']),
    v.description('A sample is looked at and applied to nothing; a delivery counts as if it had come by SFTP.'),
  ),
  dataset: v.pipe(v.optional(DatasetSchema), v.description('What a delivery holds, where its name does not say it.')),
})

export const UnderstandSchema = v.object({
  ...fileSource,
  dataset: v.pipe(v.optional(DatasetSchema), v.description('Left out, the name of the file says it, else employees.')),
  dialect: said,
})

export const ValuesSchema = v.object({
  ...fileSource,
  dataset: DatasetSchema,
  columns: v.pipe(v.array(v.string()), v.minLength(1, 'name at least one column'), v.maxLength(20)),
  joins: v.pipe(v.optional(joins), v.description('Files that it is joined with, whose columns may be named as well.')),
  dialect: said,
})

const UnderstoodSchema = v.object({
  upload_id: v.nullable(v.string()),
  file_id: v.nullable(v.string()),
  file_name: v.string(),
  dataset: DatasetSchema,
  ...foundDialect,
  row_count: v.nullable(v.number()),
  columns: v.array(FileColumnSchema),
  rows: v.pipe(
    v.array(v.object({ row: v.number(), cells: v.array(v.string()) })),
    v.description('The first rows, masked.'),
  ),
  mapping: v.pipe(
    v.nullable(MappingSchema),
    v.description('The draft; null where the file cannot be read as a table.'),
  ),
  proposals: v.array(v.object({ field: v.string(), column: v.string(), confidence: v.number(), reason: v.string() })),
  unmapped: v.array(v.string()),
  issues: v.array(IssueSchema),
})

const ValueSchema = v.object({ value: v.string(), count: v.number() })

const ValuesAnswerSchema = v.object({
  rows: v.number(),
  columns: v.array(
    v.object({
      column: v.string(),
      filled: v.pipe(v.number(), v.description('Rows that fill it.')),
      distinct: v.number(),
      masked: v.boolean(),
      values: v.pipe(v.array(ValueSchema), v.description('The most frequent 500, with how many rows have each.')),
    }),
  ),
  together: v.pipe(
    v.object({
      distinct: v.number(),
      empty: v.pipe(v.number(), v.description('Rows in which one of the columns is empty.')),
      repeated: v.pipe(
        v.array(v.object({ value: v.string(), rows: v.array(v.number()) })),
        v.description('Some values that stand in several rows, with those rows.'),
      ),
      unique: v.boolean(),
    }),
    v.description('The columns as one id: whether they tell every row apart.'),
  ),
})

const { outcome, counts, issuesLeft } = SyncSchema.entries.datasets.item.entries

const FileIssuesSchema = v.object({
  file: ArrivedFileSchema,
  sync_id: v.nullable(v.string()),
  outcome: v.nullable(outcome),
  counts: v.nullable(counts),
  issues: v.array(IssueSchema),
  issues_left: v.pipe(issuesLeft.wrapped, v.description('How many more there were than are listed: the least grave.')),
})

export const flowFileDescriptions = {
  'POST /flow/uploads': {
    summary: 'An address to which the browser puts a file: a sample, or a delivery when SFTP is down',
    body: UploadSchema,
    data: v.object({
      upload_id: v.pipe(v.nullable(v.string()), v.description('Names a sample afterwards; null for a delivery.')),
      method: v.literal('PUT'),
      url: v.string(),
      headers: v.record(v.string(), v.string()),
      file_name: v.pipe(v.string(), v.description('The name under which a delivery arrives.')),
      expires_at: moment,
    }),
    audit: 'flow.upload-begun',
  },
  'POST /flow/understand': {
    summary: 'How a file is read, and a mapping for it; nothing is applied',
    body: UnderstandSchema,
    data: UnderstoodSchema,
    audit: null,
  },
  'POST /flow/values': {
    summary: 'The different values of columns with their counts, and whether the columns identify a row',
    body: ValuesSchema,
    data: ValuesAnswerSchema,
    audit: null,
  },
  'GET /flow/files/{file_id}': {
    summary: 'What became of a file, and what is wrong in which rows',
    data: FileIssuesSchema,
  },
  'GET /flow/files/{file_id}/issues.csv': {
    summary: 'What is wrong with a file, one line for each row',
    contentType: 'text/csv',
    data: v.string(),
  },
} as const satisfies Partial<Descriptions>
