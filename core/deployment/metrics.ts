type Fields = Readonly<Record<string, string | number | boolean | null>>

/** What a log event adds to a metric; null: nothing. */
type Take = (fields: Fields) => number | null

type Logged = {
  readonly unit: 'Count' | 'Milliseconds'
  readonly counts: string
  /** By log event. */
  readonly from: Readonly<Record<string, Take>>
}

const once: Take = () => 1

const amount =
  (name: string): Take =>
  (fields) => {
    const value = fields[name]
    return typeof value === 'number' ? value : null
  }

const where =
  (name: string, expected: string, take: Take = once): Take =>
  (fields) =>
    fields[name] === expected ? take(fields) : null

/** The first file of a customer waits for its mapping: nothing of that is a failure. */
const failed: Take = (fields) => (fields.waits === true ? null : where('state', 'FAILED')(fields))

/**
 * Metrics that are read off log lines, in the line itself: what is counted is what was logged, where it happened and after it had.
 * Events may be repeated (a message that comes again, a process that dies after its commit): then they count again. A process that
 * dies between its commit and its line counts nothing. So these are for watching; what is owed to somebody stands in documents.
 */
const logged = {
  FilesReceived: {
    unit: 'Count',
    counts: 'Files that were archived and whose sync was queued.',
    from: { FILE_RECEIVED: once },
  },
  FilesAccepted: {
    unit: 'Count',
    counts: 'Files that a sync judged for the first time and took.',
    from: { SYNC_FINISHED: amount('filesAccepted') },
  },
  FilesRefused: {
    unit: 'Count',
    counts: 'Files that a sync judged for the first time and refused, and files that were rejected as they came.',
    from: { SYNC_FINISHED: amount('filesRefused'), FILE_IGNORED: where('state', 'REJECTED') },
  },
  RowsRead: { unit: 'Count', counts: 'Rows of files that syncs read.', from: { SYNC_FINISHED: amount('rows') } },
  RowsQuarantined: {
    unit: 'Count',
    counts: 'Of these, rows that could not be used.',
    from: { SYNC_FINISHED: amount('quarantined') },
  },
  RecordsWritten: {
    unit: 'Count',
    counts: 'Records that syncs created, updated or rendered again.',
    from: { SYNC_FINISHED: amount('written') },
  },
  RecordsRemoved: { unit: 'Count', counts: 'Records that syncs removed.', from: { SYNC_FINISHED: amount('removed') } },
  SyncsSucceeded: {
    unit: 'Count',
    counts: 'Syncs that took everything.',
    from: { SYNC_FINISHED: where('state', 'SUCCEEDED') },
  },
  SyncsPartlyFailed: {
    unit: 'Count',
    counts: 'Syncs that left out rows or files, or held removals.',
    from: { SYNC_FINISHED: where('state', 'PARTIALLY_FAILED') },
  },
  SyncsFailed: {
    unit: 'Count',
    counts: 'Syncs that took nothing, and those that were given up; not those whose files wait for a mapping.',
    from: { SYNC_FINISHED: failed, SYNC_STOPPED: where('state', 'FAILED') },
  },
  SyncDuration: {
    unit: 'Milliseconds',
    counts: 'From the start of a sync to its commit.',
    from: { SYNC_FINISHED: amount('milliseconds') },
  },
  CommitLag: {
    unit: 'Milliseconds',
    counts: 'From the landing of a file to its commit: the oldest file that a sync took for the first time.',
    from: { SYNC_FINISHED: amount('lag') },
  },
  HeldRemovals: {
    unit: 'Count',
    counts: 'Records whose removal a guard held.',
    from: { GUARD_HELD: where('code', 'REMOVALS_HELD', amount('held')) },
  },
  GuardTrips: {
    unit: 'Count',
    counts: 'Times that a guard held something it had not held before.',
    from: { GUARD_HELD: once },
  },
  RecordsDiffering: {
    unit: 'Count',
    counts: 'Records that a verification found to be otherwise than they were synced.',
    from: { RECORDS_VERIFIED: amount('differing') },
  },
  LateFiles: { unit: 'Count', counts: 'Files that had not come when they were due.', from: { FILE_LATE: once } },
  WebhooksDelivered: {
    unit: 'Count',
    counts: 'Webhook deliveries that an endpoint took.',
    from: { WEBHOOK_DELIVERED: once },
  },
  WebhookAttemptsFailed: {
    unit: 'Count',
    counts: 'Attempts at a webhook delivery that failed, the last ones included.',
    from: { WEBHOOK_FAILED: once, WEBHOOK_GIVEN_UP: once },
  },
  WebhooksGivenUp: {
    unit: 'Count',
    counts: 'Webhook deliveries that failed for good.',
    from: { WEBHOOK_GIVEN_UP: once },
  },
  ApiRequests: {
    unit: 'Count',
    counts: 'Requests to the API and to the flows.',
    from: { REQUEST_SERVED: once, REQUEST_FAILED: once, REQUEST_TIMED_OUT: once },
  },
  ApiErrors: {
    unit: 'Count',
    counts: 'Requests that failed by a fault of ours, or took too long.',
    from: { REQUEST_FAILED: once, REQUEST_TIMED_OUT: once },
  },
  ApiLatency: {
    unit: 'Milliseconds',
    counts: 'What an answer took in the function.',
    from: { REQUEST_SERVED: amount('milliseconds') },
  },
} as const satisfies Readonly<Record<string, Logged>>

/** Metrics that DynamoDB keeps of each table and index by itself; on the laptop its emulator tells them with each answer. */
const ofTables = {
  ReadUnits: { unit: 'Count', counts: 'Read units of both tables.', consumed: 'ConsumedReadCapacityUnits' },
  WriteUnits: {
    unit: 'Count',
    counts: 'Write units of both tables and their indexes.',
    consumed: 'ConsumedWriteCapacityUnits',
  },
} as const

export type LoggedMetric = keyof typeof logged
export type TableMetric = keyof typeof ofTables
export type MetricName = LoggedMetric | TableMetric

/** Every metric: its name, its unit and what it counts. */
export const metrics = { ...logged, ...ofTables }

const isName = <Name extends string>(table: Readonly<Record<Name, unknown>>, name: string): name is Name =>
  Object.hasOwn(table, name)

export const isTableMetric = (name: MetricName): name is TableMetric => isName(ofTables, name)

export const metricNames = Object.keys(metrics).filter((name): name is MetricName => isName(metrics, name))

/** Durations have an average and a maximum, counts only a sum. */
export const isDuration = (name: MetricName): boolean => metrics[name].unit === 'Milliseconds'

/** Where metrics of a deployment are kept: it has a namespace of its own, so they need no dimensions, each of which costs as a metric. */
export const metricNamespace = (stage: string): string => `Rosterport/${stage}`

const takesOf = new Map<string, readonly (readonly [LoggedMetric, Take])[]>()
for (const [name, { from }] of Object.entries(logged))
  for (const [event, take] of Object.entries(from))
    if (isName(logged, name)) takesOf.set(event, [...(takesOf.get(event) ?? []), [name, take]])

/** The log events that metrics are read off. */
export const meteredEvents: readonly string[] = [...takesOf.keys()]

type Measured = { readonly name: LoggedMetric; readonly value: number }

/** What one log line adds to metrics. */
export const metricsOf = (event: string, fields: Fields): readonly Measured[] =>
  (takesOf.get(event) ?? []).flatMap(([name, take]) => {
    const value = take(fields)
    return value === null ? [] : [{ name, value }]
  })
