import { landingMessage } from '#core/files/landing.ts'
import type { StoredFile } from '#core/ports/file-store.ts'
import type { Stores } from './stores.ts'

/** Says about an object what S3's notification says. */
export const notify = (
  { landing, landingQueue }: Pick<Stores, 'landing' | 'landingQueue'>,
  file: StoredFile,
): Promise<void> => {
  const { key, versionId, etag, size, modifiedAt } = file
  // Version ids on disk sort by time, as sequencers do.
  const sequencer = Buffer.from(versionId).toString('hex').slice(0, 32)
  return landingQueue.send({
    body: landingMessage({ bucket: landing.bucket, key, versionId, etag, size, eventTime: modifiedAt, sequencer }),
  })
}
