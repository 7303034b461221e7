import { gunzipSync } from 'node:zlib'
import * as v from 'valibot'
import { TransferLineSchema } from '#core/connect/transfer-log.ts'
import { Fault } from '#core/fault.ts'

/** An invocation brings 1 MB at most, and CloudWatch unpacks no more than this into one. */
const maxUnpackedBytes = 32 * 1024 * 1024

/** How CloudWatch Logs calls a function that is subscribed to a log group. */
const SubscriptionSchema = v.object({ awslogs: v.object({ data: v.pipe(v.string(), v.base64()) }) })

const BatchSchema = v.object({
  /** `CONTROL_MESSAGE` only tries whether somebody is there. */
  messageType: v.string(),
  logEvents: v.array(v.object({ timestamp: v.number(), message: v.string() })),
})

const LineSchema = v.pipe(v.string(), v.parseJson(), TransferLineSchema)

type ReadLine = { readonly at: number; readonly line: v.InferOutput<typeof TransferLineSchema> }

const unpack = (event: unknown): v.InferOutput<typeof BatchSchema>['logEvents'] => {
  try {
    const { data } = v.parse(SubscriptionSchema, event).awslogs
    const json = gunzipSync(Buffer.from(data, 'base64'), { maxOutputLength: maxUnpackedBytes }).toString('utf8')
    const { messageType, logEvents } = v.parse(BatchSchema, JSON.parse(json))
    return messageType === 'DATA_MESSAGE' ? logEvents : []
  } catch {
    throw new Fault('MESSAGE_INVALID', 'not a batch of log events')
  }
}

/** The lines that a call brings, and how many it brings that cannot be read. Throws `MESSAGE_INVALID`. */
export const readLines = (event: unknown): { readonly lines: readonly ReadLine[]; readonly unreadable: number } => {
  const events = unpack(event)
  const lines = events.flatMap(({ timestamp, message }) => {
    const { success, output } = v.safeParse(LineSchema, message)
    return success ? [{ at: timestamp, line: output }] : []
  })
  return { lines, unreadable: events.length - lines.length }
}
