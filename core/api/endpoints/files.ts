import * as v from 'valibot'
import { ExportFileSchema } from '#core/control/file.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { DialectSchema } from '#core/mapping/dialect.ts'
import { type Descriptions, moment, pageOf, pageQuery } from '../description.ts'

const { id, name, dataset, state, size, issues } = ExportFileSchema.entries

const FileSchema = v.object({
  id,
  name,
  dataset,
  kind: v.pipe(
    v.picklist(['data', 'manifest']),
    v.description('A manifest says that a set of files is complete; it holds no data.'),
  ),
  state,
  size,
  received_at: moment,
  kept: v.pipe(
    v.boolean(),
    v.description('Whether its contents are still there: to download, and to be read anew by another mapping.'),
  ),
  issues,
})

const RowsSchema = v.object({
  file_id: v.string(),
  file_name: v.string(),
  dialect: v.nullable(DialectSchema),
  header: v.array(v.string()),
  rows: v.array(v.object({ row: v.number(), cells: v.array(v.string()) })),
  issues: v.array(IssueSchema),
})

export const fileDescriptions = {
  'GET /manage/integrations/{integration_id}/files': {
    summary: 'Files that arrived, newest first',
    query: pageQuery,
    data: pageOf(FileSchema),
  },
  'GET /manage/integrations/{integration_id}/files/{file_id}': {
    summary: 'One file and what became of it',
    data: FileSchema,
  },
  'GET /manage/integrations/{integration_id}/files/{file_id}/rows': {
    summary: 'The first rows of a file, as they were cut into cells',
    data: RowsSchema,
    audit: 'file.rows-seen',
    personal: true,
  },
  'POST /manage/integrations/{integration_id}/files/{file_id}/download': {
    summary: 'An address from which the file can be fetched for five minutes',
    body: v.object({ reason: v.optional(v.string()) }),
    data: v.object({ url: v.string(), expires_at: moment }),
    audit: 'file.downloaded',
    personal: true,
  },
} as const satisfies Partial<Descriptions>
