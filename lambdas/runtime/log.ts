/** Every log event, with its level: what alarms, queries and tests go by. Fields hold ids, counts and codes, never what a file says about a person. */
const logEvents = {
  REQUEST_SERVED: 'info',
  REQUEST_FAILED: 'error',
  REQUEST_TIMED_OUT: 'error',
  MESSAGE_HANDLED: 'info',
  SYNC_STARTED: 'info',
  SYNC_FINISHED: 'info',
  SYNC_PUT_OFF: 'info',
  GUARD_HELD: 'warn',
  RECORDS_VERIFIED: 'info',
  ROLLBACK_GIVEN_UP: 'warn',
  FILE_RECEIVED: 'info',
  UPLOAD_END_NOTED: 'info',
  UPLOAD_END_IGNORED: 'info',
  FILE_EXPIRED: 'info',
  FILE_IGNORED: 'info',
  GENERATION_SWITCHED: 'info',
  GENERATION_PURGED: 'info',
  FILE_UNPACKED: 'info',
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

/** Writes one JSON object per line. */
export const jsonLog =
  (write: (line: string) => void, now: () => number = Date.now): Log =>
  (event, fields = {}) =>
    write(`${JSON.stringify({ time: new Date(now()).toISOString(), level: logEvents[event], event, ...fields })}\n`)

export const stdoutLog: Log = jsonLog((line) => process.stdout.write(line))
