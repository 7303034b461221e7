import * as v from 'valibot'
import { SyncSchema } from '#core/control/sync.ts'
import { DatasetSchema } from '#core/files/datasets.ts'
import { IssueSchema } from '#core/issues/issue.ts'
import { ModelIdSchema } from '#core/model/models.ts'
import { type Descriptions, pageOf, pageQuery } from '../description.ts'

const maxReason = 500

const difference = v.picklist(['created', 'changed', 'removed', 'held', 'left_out'])

export const ReplayQuerySchema = v.object({
  ...pageQuery.entries,
  difference: v.pipe(v.optional(difference), v.description('Only records that would change in this way.')),
})

const reason = v.pipe(v.string(), v.trim(), v.nonEmpty('must say why'), v.maxLength(maxReason))

export const ReplaySchema = v.strictObject({ reason })

export const RollbackSchema = v.strictObject({
  removals: v.pipe(
    v.number(),
    v.integer(),
    v.minValue(0),
    v.description('How many records go, as the preview says: nothing is done when it is another number by now.'),
  ),
  reason,
})

const count = v.number()
const cell = v.nullable(v.union([v.string(), v.number(), v.boolean()]))
const record = {
  dataset: DatasetSchema,
  model: ModelIdSchema,
  id: v.string(),
  remote_id: v.string(),
  name: v.pipe(v.nullable(v.string()), v.description('As it is stored; null for whoever is not stored yet.')),
}

const { counts } = SyncSchema.entries.datasets.item.entries

const PreviewedSchema = v.strictObject({
  file_id: v.string(),
  file_name: v.string(),
  dataset: DatasetSchema,
  verdict: v.pipe(
    v.picklist(['applied', 'held', 'refused']),
    v.description('held: all but the removals that a guard holds would be applied; refused: nothing would.'),
  ),
  counts,
  totals: v.pipe(
    v.object({ created: count, changed: count, removed: count, held: count, left_out: count }),
    v.description('Of all pages, groups and locations that rows mention included. left_out: the employee filter does.'),
  ),
  issues: v.array(IssueSchema),
  ...pageOf(
    v.object({ ...record, difference, fields: v.array(v.object({ field: v.string(), before: cell, after: cell })) }),
  ).entries,
})

const UndoneSchema = v.object({
  dataset: DatasetSchema,
  file_id: v.pipe(v.string(), v.description('The file that its records come from again.')),
  file_name: v.string(),
  mapping_version: v.number(),
  excluded_files: v.pipe(v.array(v.string()), v.description('Files that are not used any more, unless replayed.')),
  created: count,
  changed: count,
  removed: count,
  not_restored: v.pipe(
    count,
    v.description('Records that no file gave any more then: what they were before, no file says.'),
  ),
})

const RollbackPreviewSchema = v.object({
  sync_id: v.string(),
  removals: v.pipe(count, v.description('How many records go: what the request has to confirm.')),
  filter_changes: v.pipe(v.boolean(), v.description('Whether the employee filter becomes the one of before, too.')),
  datasets: v.array(UndoneSchema),
  removed: v.pipe(v.array(v.object(record)), v.description('The first hundred of those who go.')),
})

export const replayDescriptions = {
  'GET /manage/integrations/{integration_id}/files/{file_id}/replay': {
    summary: 'What applying an archived file again would change; nothing is written',
    query: ReplayQuerySchema,
    data: PreviewedSchema,
    audit: 'file.replay-previewed',
    personal: true,
  },
  'POST /manage/integrations/{integration_id}/files/{file_id}/replay': {
    summary: 'Apply an archived file again, as if it came now',
    body: ReplaySchema,
    data: v.object({ file_id: v.string(), sync_id: v.string() }),
    audit: 'file.replayed',
    admin: true,
  },
  'GET /manage/integrations/{integration_id}/syncs/{sync_id}/rollback': {
    summary: 'What undoing a sync would change; nothing is written',
    data: RollbackPreviewSchema,
    audit: 'sync.rollback-previewed',
    personal: true,
  },
  'POST /manage/integrations/{integration_id}/syncs/{sync_id}/rollback': {
    summary: 'Undo the last sync of a dataset: its records are what they were before',
    body: RollbackSchema,
    data: v.object({ sync_id: v.string(), removals: count }),
    audit: 'sync.rolled-back',
    admin: true,
  },
} as const satisfies Partial<Descriptions>
