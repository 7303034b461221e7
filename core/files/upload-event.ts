import * as v from 'valibot'

/** What an SFTP server tells of the end of an upload. It comes before or after the notification of the object, or never. */
export type UploadEvent = {
  readonly bucket: string
  readonly key: string
  readonly outcome: 'completed' | 'failed'
  /** epoch ms */
  readonly endedAt: number
  readonly etag?: string
  /** Bytes that came. */
  readonly size?: number
}

const outcomes = {
  'SFTP Server File Upload Completed': 'completed',
  'SFTP Server File Upload Failed': 'failed',
} as const
type DetailType = keyof typeof outcomes

/** The kinds of Transfer Family's events that are listened to. */
export const uploadEventTypes = [
  'SFTP Server File Upload Completed',
  'SFTP Server File Upload Failed',
] as const satisfies readonly DetailType[]

/** Times have nanoseconds. */
const TimeSchema = v.pipe(v.string(), v.transform(Date.parse), v.number())

/** `/bucket/key` */
const PathSchema = v.pipe(v.string(), v.regex(/^\/[^/]+\/./))

/** An event of Transfer Family as EventBridge delivers it, as far as it is looked at. */
export const UploadEventSchema = v.pipe(
  v.object({
    source: v.literal('aws.transfer'),
    'detail-type': v.picklist(uploadEventTypes),
    time: TimeSchema,
    detail: v.object({
      'file-path': PathSchema,
      'end-timestamp': v.exactOptional(TimeSchema),
      etag: v.exactOptional(v.string()),
      bytes: v.exactOptional(v.number()),
    }),
  }),
  v.transform(({ time, detail, 'detail-type': type }): UploadEvent => {
    const path = detail['file-path']
    const slash = path.indexOf('/', 1)
    return {
      bucket: path.slice(1, slash),
      key: path.slice(slash + 1),
      outcome: outcomes[type],
      endedAt: detail['end-timestamp'] ?? time,
      ...(detail.etag === undefined ? {} : { etag: detail.etag }),
      ...(detail.bytes === undefined ? {} : { size: detail.bytes }),
    }
  }),
)

/** The event as Transfer Family writes it: for the laptop's SFTP server. */
export const uploadEventMessage = ({ bucket, key, outcome, endedAt, etag, size }: UploadEvent): string => {
  const time = new Date(endedAt).toISOString()
  return JSON.stringify({
    source: 'aws.transfer',
    'detail-type': uploadEventTypes.find((type) => outcomes[type] === outcome),
    time,
    detail: { 'file-path': `/${bucket}/${key}`, 'end-timestamp': time, etag, bytes: size },
  })
}
