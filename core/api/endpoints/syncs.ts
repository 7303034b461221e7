import * as v from 'valibot'
import { SyncSchema } from '#core/control/sync.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { type Descriptions, moment, pageOf, pageQuery } from '../description.ts'

const { dataset, fileId, fileName, outcome, counts, issues, issuesLeft, pairs } =
  SyncSchema.entries.datasets.item.entries
const { id, type, reason, state, verified } = SyncSchema.entries

const ShownSyncSchema = v.object({
  id,
  type,
  reason,
  state,
  queued_at: moment,
  started_at: v.nullable(moment),
  ended_at: v.nullable(moment),
  datasets: v.array(
    v.object({
      dataset,
      file_id: fileId,
      file_name: fileName,
      outcome,
      counts,
      issues,
      issues_left: v.pipe(
        v.exactOptional(issuesLeft.wrapped),
        v.description('How many more there were than are listed: the least grave.'),
      ),
      pairs,
    }),
  ),
  write_units: v.pipe(
    v.nullable(v.number()),
    v.description('What its writes cost, in write units of DynamoDB; null when it has not written yet.'),
  ),
  write_units_estimated: v.pipe(
    v.boolean(),
    v.description('Whether the store does not tell the costs, so that they follow from the sizes of what was written.'),
  ),
  verified: v.pipe(
    v.nullable(verified.wrapped),
    v.description('How many records were compared with what is remembered of them, and how many differed.'),
  ),
})

export const IssuesQuerySchema = v.object({
  ...pageQuery.entries,
  dataset: v.optional(DatasetSchema),
  severity: v.optional(IssueSchema.entries.severity),
  code: v.optional(IssueSchema.entries.code),
})

export const syncDescriptions = {
  'GET /manage/integrations/{integration_id}/syncs/{sync_id}/issues': {
    summary: 'What was wrong with the files of a sync',
    query: IssuesQuerySchema,
    data: pageOf(IssueSchema),
  },
  'GET /manage/integrations/{integration_id}/syncs/{sync_id}/issues.csv': {
    summary: 'The same as a table, one line for each row of a file',
    query: IssuesQuerySchema,
    contentType: 'text/csv',
    data: v.string(),
  },
  'GET /manage/integrations/{integration_id}/syncs': {
    summary: 'Syncs, newest first',
    query: pageQuery,
    data: pageOf(ShownSyncSchema),
  },
  'GET /manage/integrations/{integration_id}/syncs/{sync_id}': {
    summary: 'One sync with its whole report',
    data: ShownSyncSchema,
  },
  'POST /manage/integrations/{integration_id}/verify': {
    summary: 'Compare the records with what is remembered of them, and repair what differs',
    data: v.object({ sync_id: id }),
    audit: 'sync.verified',
  },
} as const satisfies Partial<Descriptions>
