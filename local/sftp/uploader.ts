import type { SftpEvents, UploadFailure } from './events.ts'
import { ok, type Reply, refuse } from './packets.ts'
import type { UploadHandle } from './upload.ts'

export const randomAccess = refuse('OP_UNSUPPORTED', 'AWS Transfer does not support random access writes to S3 objects')

/** Ends a user's uploads and tells of it. */
export const uploader = (user: string, events: SftpEvents) => {
  const fail = async (upload: UploadHandle, reason: UploadFailure): Promise<void> => {
    const file = await upload.finish()
    await events.uploadFailed({ user, file, reason })
    await events.objectCreated(file)
  }

  return {
    /** The client closed the handle: what it wrote becomes an object. */
    close: async (upload: UploadHandle): Promise<Reply> => {
      if (upload.isRefused() || upload.hasGap()) {
        await fail(upload, 'RANDOM_ACCESS')
        return randomAccess
      }
      const file = await upload.finish()
      await events.objectCreated(file)
      events.uploadCompleted({ user, file })
      return ok
    },
    /** The client went away before: what came so far becomes an object too, as on Transfer Family. */
    abandon: (upload: UploadHandle): Promise<void> =>
      fail(upload, upload.isRefused() ? 'RANDOM_ACCESS' : 'CONNECTION_LOST'),
  }
}

export type Uploader = ReturnType<typeof uploader>
