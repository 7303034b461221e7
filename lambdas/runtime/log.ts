import { metrics, metricsOf } from '#core/deployment/metrics.ts'

/** Every log event, with its level: what alarms, queries and tests go by. Fields hold ids, counts and codes, never what a file says about a person. */
export const logEvents = {
  REQUEST_SERVED: 'info',
  REQUEST_FAILED: 'error',
  REQUEST_TIMED_OUT: 'error',
  MESSAGE_HANDLED: 'info',
  SYNC_STARTED: 'info',
  SYNC_FINISHED: 'info',
  SYNC_STOPPED: 'warn',
  SYNC_PUT_OFF: 'info',
  CHUNKS_AWAITED: 'info',
  CHUNK_TOLD: 'info',
  CHUNKS_GIVEN_UP: 'error',
  GUARD_HELD: 'warn',
  RECORDS_VERIFIED: 'info',
  ROLLBACK_GIVEN_UP: 'warn',
  FILE_RECEIVED: 'info',
  FILE_UNPACKED: 'info',
  UPLOAD_END_NOTED: 'info',
  UPLOAD_END_IGNORED: 'info',
  FILE_EXPIRED: 'info',
  FILE_IGNORED: 'info',
  GENERATION_SWITCHED: 'info',
  GENERATION_PURGED: 'info',
  PERSON_ERASED: 'info',
  INTEGRATION_PURGED: 'info',
  CHORE_DONE: 'info',
  HOUSEKEEPING_FAILED: 'error',
  QUEUE_FAILED: 'error',
  SFTP_LOGIN: 'info',
  SFTP_LOGIN_REFUSED: 'warn',
  SFTP_UPLOAD_COMPLETED: 'info',
  SFTP_UPLOAD_FAILED: 'warn',
  SFTP_FAULT: 'error',
  ATTEMPT_NOTED: 'info',
  LOG_LINES_READ: 'info',
  MESSAGE_FAILED: 'error',
  MESSAGE_POSTPONED: 'warn',
  WEBHOOK_DELIVERED: 'info',
  WEBHOOK_FAILED: 'warn',
  WEBHOOK_GIVEN_UP: 'error',
  MAIL_SENT: 'info',
  RESULT_PUT: 'info',
  RESULT_FAILED: 'error',
  FILE_LATE: 'warn',
  FILE_LATE_RESOLVED: 'info',
} as const

export type LogEvent = keyof typeof logEvents
export type LogFields = Readonly<Record<string, string | number | boolean | null>>
export type Log = (event: LogEvent, fields?: LogFields) => void

/** The embedded metric format: CloudWatch makes metrics of the lines that say so. */
const embedded = (namespace: string | undefined, time: number, event: LogEvent, fields: LogFields) => {
  const measured = metricsOf(event, fields)
  if (namespace === undefined || measured.length === 0) return {}
  const declared = measured.map(({ name }) => ({ Name: name, Unit: metrics[name].unit }))
  const directive = { Namespace: namespace, Dimensions: [[]], Metrics: declared }
  return {
    ...Object.fromEntries(measured.map(({ name, value }) => [name, value])),
    _aws: { Timestamp: time, CloudWatchMetrics: [directive] },
  }
}

/** Writes one JSON object per line; with a namespace, its metrics in the same line. */
export const jsonLog =
  (write: (line: string) => void, now: () => number = Date.now, namespace?: string): Log =>
  (event, fields = {}) => {
    const at = now()
    const entry = { time: new Date(at).toISOString(), level: logEvents[event], event, ...fields }
    write(`${JSON.stringify({ ...entry, ...embedded(namespace, at, event, fields) })}\n`)
  }

const toStdout = (line: string) => process.stdout.write(line)

export const stdoutLog: Log = jsonLog(toStdout)

/** The log of a function whose events are measured. */
export const meteredLog = (namespace: string): Log => jsonLog(toStdout, Date.now, namespace)
