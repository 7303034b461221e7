import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createApiKey } from '#core/control/api-keys.ts'
import { type UploadEvent, uploadEventMessage } from '#core/files/upload-event.ts'
import type { StoredFile } from '#core/ports/file-store.ts'
import type { System } from '#core/ports/system.ts'
import { errorFields } from '../lambdas/runtime/error-fields.ts'
import { keyFingerprint } from '../lambdas/runtime/fingerprint.ts'
import type { Log } from '../lambdas/runtime/log.ts'
import { clock, constantTimeEqual, keyedHash, random } from '../lambdas/runtime/system.ts'
import { chunkCrew } from './chunk-crew.ts'
import { lockData } from './data-lock.ts'
import { freeLeases } from './free-leases.ts'
import { startFronts } from './fronts.ts'
import { countingLog } from './metered.ts'
import { notify } from './notify.ts'
import { openPlace } from './place.ts'
import { keepSecret, newSecret } from './secrets.ts'
import type { Settings } from './settings.ts'
import { startSftpServer } from './sftp/server.ts'
import { sftpActivity } from './sftp-activity.ts'
import { filesFolder, openStores, type Stores } from './stores.ts'
import { startWorkers } from './workers.ts'

export type LocalStack = {
  readonly url: string
  readonly dashboardUrl: string
  readonly sftpPort: number
  readonly sftpFingerprints: readonly string[]
  readonly apiKey: string
  /** Ends everything, letting what runs come to its end. */
  close(): Promise<void>
}

/** Says how an upload ended, as Transfer Family's event does: about when its object is told of, in no certain order. */
const tellUploadEnd = (
  { landing, landingQueue }: Stores,
  { key, etag, size }: StoredFile,
  outcome: UploadEvent['outcome'],
): Promise<void> =>
  landingQueue.send({
    body: uploadEventMessage({ bucket: landing.bucket, key, etag, size, outcome, endedAt: clock() }),
  })

const startSftp = (settings: Settings, stores: Stores, log: Log) => {
  const { control, webhookQueue } = stores
  const activity = sftpActivity({ control, webhookQueue, fingerprint: keyFingerprint, now: clock })
  const fault = (error: unknown) => log('SFTP_FAULT', errorFields(error))
  return startSftpServer({
    port: settings.sftpPort,
    hostKeyDir: join(settings.dataFolder, 'sftp-host-keys'),
    users: stores.sftpUsers,
    files: stores.landing,
    events: {
      objectCreated: (file) => notify(stores, file),
      uploadCompleted: ({ user, file }) => {
        log('SFTP_UPLOAD_COMPLETED', { user, bytes: file.size })
        tellUploadEnd(stores, file, 'completed').catch(fault)
      },
      uploadFailed: async (upload) => {
        log('SFTP_UPLOAD_FAILED', { user: upload.user, bytes: upload.file.size, reason: upload.reason })
        await tellUploadEnd(stores, upload.file, 'failed')
        await activity.uploadFailed(upload)
      },
      loginSucceeded: (login) => {
        log('SFTP_LOGIN', { user: login.user, keyFingerprint: login.keyFingerprint })
        activity.loggedIn(login).catch(fault)
      },
      loginFailed: (login) => {
        log('SFTP_LOGIN_REFUSED', { user: login.user, reason: login.reason })
        activity.refused(login).catch(fault)
      },
      folderMissed: ({ user }) => {
        activity.folderMissed(user).catch(fault)
      },
      fault,
    },
  })
}

/** Starts the whole product on this machine; resolves once everything accepts work. */
export const startStack = async (settings: Settings, given: Log): Promise<LocalStack> => {
  await mkdir(settings.dataFolder, { recursive: true, mode: 0o700 })
  const lock = lockData(settings.dataFolder)
  const secret = await keepSecret(settings.dataFolder, 'hash-secret', newSecret)
  const system: System = { clock, random, hash: keyedHash(secret), equal: constantTimeEqual }
  const stores = await openStores(settings)
  if (!settings.endpoints.dynamodb) await freeLeases(stores.control)
  const log = countingLog(given, stores.metrics.add)
  const makeKey = () => createApiKey({ control: stores.control, system }, 'laptop')
  const apiKey = await keepSecret(settings.dataFolder, 'api-key', makeKey)
  const sftp = await startSftp(settings, stores, log)
  const place = await openPlace(settings)
  const files = { root: filesFolder(settings), bucket: stores.archive.bucket }
  const crew = settings.endpoints.s3 ? undefined : chunkCrew({ ...files, secret })
  const workers = startWorkers(place, stores, system, log, { crew })
  const sftpPlace = { host: '127.0.0.1', port: sftp.port, hostKeys: sftp.publicKeys, addresses: [] }
  const fronts = await startFronts(place, stores, system, sftpPlace, log)
  return {
    url: place.publicUrl,
    dashboardUrl: place.dashboardUrl,
    sftpPort: sftp.port,
    sftpFingerprints: sftp.fingerprints,
    apiKey,
    close: async () => {
      await fronts.close()
      await place.close()
      await sftp.close()
      await workers.stop()
      await stores.close()
      lock.release()
    },
  }
}
