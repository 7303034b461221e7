import * as v from 'valibot'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { ModelIdSchema } from '#core/model/models.ts'
import { type Descriptions, moment, pageQuery } from '../description.ts'
import { CommaListSchema, MomentSchema, pageSizeUpTo } from '../query-values.ts'

const integrationId = v.string()
const maxSearchLength = 200
const maxColumns = 40

export const ModelPathSchema = v.object({ integration_id: integrationId, model: ModelIdSchema })
const RecordPathSchema = v.object({ ...ModelPathSchema.entries, record_id: v.string() })

const columnPath = v.pipe(v.string(), v.regex(/^\w[\w.-]{0,119}$/, 'must be names of fields such as manager.id'))

export const RecordsQuerySchema = v.object({
  cursor: v.optional(v.string(), ''),
  page_size: pageSizeUpTo(250),
  columns: v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => (text === '' ? [] : text.split(','))),
    v.array(columnPath),
    v.maxLength(maxColumns),
    v.description('What each result shows, by comma: paths such as `manager.display_full_name` or `groups.name`.'),
  ),
  search: v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.maxLength(maxSearchLength),
    v.description('Words that are all part of the name, e-mail address, number or id of a record.'),
  ),
  statuses: v.optional(CommaListSchema),
  group_id: v.optional(v.string()),
  employee_id: v.optional(v.string()),
  deleted: v.pipe(
    v.optional(v.picklist(['without', 'with', 'only']), 'without'),
    v.description('Whether records that were removed are shown, too, or nothing else.'),
  ),
  changed_since: v.optional(MomentSchema),
})
export type RecordsQuery = v.InferOutput<typeof RecordsQuerySchema>

const cell = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
const named = v.nullable(v.object({ id: v.string(), name: v.nullable(v.string()) }))

const record = {
  id: v.string(),
  remote_id: v.nullable(v.string()),
  name: v.nullable(v.string()),
  employee: v.pipe(named, v.description('The person that it belongs to.')),
  changed_at: moment,
  remote_deleted_at: v.nullable(moment),
}

const ModelsSchema = v.object({
  models: v.array(
    v.object({
      model: ModelIdSchema,
      records: v.pipe(v.nullable(v.number()), v.description('Living records; null where nothing was ever stored.')),
      disabled: v.pipe(v.boolean(), v.description('Whether nothing of it may be stored.')),
    }),
  ),
})

const RecordsSchema = v.object({
  next: v.nullable(v.string()),
  searched: v.pipe(
    v.number(),
    v.description('Records that were read for this page. A search ends after so many: go on with the cursor.'),
  ),
  results: v.array(v.object({ ...record, cells: v.array(cell) })),
})

const file = {
  file_id: v.string(),
  file_name: v.string(),
}

const RecordSchema = v.object({
  model: ModelIdSchema,
  ...record,
  fields: v.pipe(
    v.array(v.object({ path: v.array(v.string()), value: cell })),
    v.description('All that is stored of it: every value, and the keys and places in lists that lead to it.'),
  ),
  sources: v.pipe(
    v.array(
      v.object({
        dataset: DatasetSchema,
        ...file,
        mapping_version: v.number(),
        sync_id: v.nullable(v.string()),
        committed_at: moment,
      }),
    ),
    v.description('The files that tell of its model as they were applied last.'),
  ),
})

const RowsSchema = v.object({
  found: v.nullable(
    v.object({
      dataset: DatasetSchema,
      ...file,
      received_at: moment,
      sync_id: v.nullable(v.string()),
      mapping_version: v.number(),
      columns: v.array(
        v.object({
          name: v.string(),
          fields: v.pipe(v.array(v.string()), v.description('What the mapping makes of it.')),
        }),
      ),
      rows: v.array(v.object({ row: v.number(), cells: v.array(v.string()) })),
    }),
  ),
  files_read: v.number(),
  files_not_read: v.pipe(
    v.number(),
    v.description('Files in which nobody could look: not kept any longer, not readable, or no time was left.'),
  ),
})

const HistorySchema = v.object({
  next: v.nullable(v.string()),
  mapping_version: v.pipe(
    v.nullable(v.number()),
    v.description('Every file is read by this version, so that only what files say makes a difference.'),
  ),
  results: v.array(
    v.object({
      ...file,
      received_at: moment,
      applied_at: v.nullable(moment),
      sync_id: v.nullable(v.string()),
      state: v.pipe(
        v.picklist(['first', 'changed', 'same', 'absent', 'unusable', 'unreadable', 'not_kept', 'late']),
        v.description(
          '`first`: no older file that was read has the record. `absent`: the file has no row of it. `unusable`: its row cannot be applied. `late`: no time was left to read it.',
        ),
      ),
      row: v.nullable(v.number()),
      changes: v.array(v.object({ field: v.string(), before: cell, after: cell })),
      issues: v.array(IssueSchema),
    }),
  ),
})

const records = '/manage/integrations/{integration_id}/records'
const personal = true

export const recordDescriptions = {
  [`GET ${records}` as const]: {
    summary: 'The models of an integration, with how many records each has',
    data: ModelsSchema,
  },
  [`GET ${records}/{model}` as const]: {
    summary: 'Records of a model: some columns of each, searched and filtered page by page',
    path: ModelPathSchema,
    query: RecordsQuerySchema,
    data: RecordsSchema,
    audit: 'records.listed',
    personal,
  },
  [`GET ${records}/{model}/{record_id}` as const]: {
    summary: 'One record, removed ones too',
    path: RecordPathSchema,
    data: RecordSchema,
    audit: 'record.seen',
    personal,
  },
  [`GET ${records}/{model}/{record_id}/rows` as const]: {
    summary: 'The rows of the file that a record comes from, as they were cut into cells',
    path: RecordPathSchema,
    data: RowsSchema,
    audit: 'record.rows-seen',
    personal,
  },
  [`GET ${records}/{model}/{record_id}/history` as const]: {
    summary: 'What the files that are kept said of a record, one after another, newest first',
    path: RecordPathSchema,
    query: pageQuery,
    data: HistorySchema,
    audit: 'record.history-seen',
    personal,
  },
} as const satisfies Partial<Descriptions>
