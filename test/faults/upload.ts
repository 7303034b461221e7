import type { LandedObject } from '#core/files/landing.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import { userOf } from './customer.ts'
import type { Upload } from './export-file.ts'

/** Puts files into the landing bucket, and answers what S3 would say about them. */
export const lander = (landing: FileStore, integrationId: string) => {
  let sequence = 0
  return async ({ name, csv, eventTime }: Upload): Promise<LandedObject> => {
    sequence += 1
    const stored = await landing.put(`${userOf(integrationId)}/${name}`, new TextEncoder().encode(csv))
    const { key, versionId, etag, size } = stored
    const sequencer = sequence.toString(16).padStart(18, '0')
    return { bucket: landing.bucket, key, versionId, etag, size, eventTime, sequencer }
  }
}
