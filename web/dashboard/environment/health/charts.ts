import type { MetricName } from '#core/deployment/metrics.ts'

type Line = { readonly metric: MetricName; readonly of: 'sum' | 'average' | 'highest'; readonly tone: Tone }
type Tone = 'accent' | 'good' | 'warn' | 'bad'

export type ChartPlan = {
  readonly id:
    | 'files'
    | 'rows'
    | 'records'
    | 'syncs'
    | 'lag'
    | 'duration'
    | 'held'
    | 'webhooks'
    | 'requests'
    | 'latency'
    | 'units'
  readonly unit: 'count' | 'seconds'
  readonly lines: readonly Line[]
}

const sum = (metric: MetricName, tone: Tone): Line => ({ metric, of: 'sum', tone })
const duration = (metric: MetricName): readonly Line[] => [
  { metric, of: 'average', tone: 'accent' },
  { metric, of: 'highest', tone: 'warn' },
]

/** What the health page draws, in its order. */
export const charts: readonly ChartPlan[] = [
  {
    id: 'files',
    unit: 'count',
    lines: [
      sum('FilesReceived', 'accent'),
      sum('FilesAccepted', 'good'),
      sum('FilesRefused', 'bad'),
      sum('LateFiles', 'warn'),
    ],
  },
  { id: 'rows', unit: 'count', lines: [sum('RowsRead', 'accent'), sum('RowsQuarantined', 'bad')] },
  { id: 'records', unit: 'count', lines: [sum('RecordsWritten', 'accent'), sum('RecordsRemoved', 'bad')] },
  {
    id: 'syncs',
    unit: 'count',
    lines: [sum('SyncsSucceeded', 'good'), sum('SyncsPartlyFailed', 'warn'), sum('SyncsFailed', 'bad')],
  },
  { id: 'lag', unit: 'seconds', lines: duration('CommitLag') },
  { id: 'duration', unit: 'seconds', lines: duration('SyncDuration') },
  { id: 'held', unit: 'count', lines: [sum('GuardTrips', 'warn'), sum('HeldRemovals', 'bad')] },
  {
    id: 'webhooks',
    unit: 'count',
    lines: [sum('WebhooksDelivered', 'good'), sum('WebhookAttemptsFailed', 'warn'), sum('WebhooksGivenUp', 'bad')],
  },
  { id: 'requests', unit: 'count', lines: [sum('ApiRequests', 'accent'), sum('ApiErrors', 'bad')] },
  { id: 'latency', unit: 'seconds', lines: duration('ApiLatency') },
  { id: 'units', unit: 'count', lines: [sum('WriteUnits', 'accent'), sum('ReadUnits', 'good')] },
]
