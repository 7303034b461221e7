import * as v from 'valibot'

/** The part of an S3 notification that counts (S3 user guide, notification content structure, versions 2.x). */
const RecordSchema = v.object({
  eventName: v.string(),
  eventTime: v.pipe(v.string(), v.isoTimestamp()),
  s3: v.object({
    bucket: v.object({ name: v.string() }),
    object: v.object({
      key: v.string(),
      size: v.optional(v.number(), 0),
      eTag: v.optional(v.string(), ''),
      versionId: v.string(),
      sequencer: v.optional(v.string(), '0'),
    }),
  }),
})

/** A notification; the test message that S3 sends once has no records. */
export const LandingMessageSchema = v.object({ Records: v.optional(v.array(RecordSchema), []) })

/** An object that appeared in the landing bucket. Event time (epoch ms) and sequencer are the order of files. */
export const LandedObjectSchema = v.object({
  bucket: v.string(),
  key: v.string(),
  versionId: v.string(),
  etag: v.string(),
  size: v.number(),
  eventTime: v.number(),
  sequencer: v.string(),
})
export type LandedObject = v.InferOutput<typeof LandedObjectSchema>

/** Notifications encode keys as HTML forms do: a space is a plus sign. */
const decodeKey = (key: string): string => decodeURIComponent(key.replaceAll('+', ' '))
const encodeKey = (key: string): string => encodeURIComponent(key).replaceAll('%20', '+').replaceAll('%2F', '/')

export const landedObjects = (message: v.InferOutput<typeof LandingMessageSchema>): readonly LandedObject[] =>
  message.Records.filter(({ eventName }) => eventName.startsWith('ObjectCreated:')).map(({ eventTime, s3 }) => ({
    bucket: s3.bucket.name,
    key: decodeKey(s3.object.key),
    versionId: s3.object.versionId,
    etag: s3.object.eTag,
    size: s3.object.size,
    eventTime: Date.parse(eventTime),
    sequencer: s3.object.sequencer,
  }))

/** The notification of an object, as S3 writes it: for handing an object to `receive` once more, and for the laptop. */
export const landingMessage = ({ bucket, key, versionId, etag, size, eventTime, sequencer }: LandedObject): string =>
  JSON.stringify({
    Records: [
      {
        eventName: 'ObjectCreated:Put',
        eventTime: new Date(eventTime).toISOString(),
        s3: { bucket: { name: bucket }, object: { key: encodeKey(key), size, eTag: etag, versionId, sequencer } },
      },
    ],
  })
