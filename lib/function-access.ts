import type { FunctionName } from '#core/deployment/environment.ts'
import type { Access } from './access.ts'
import { readMetrics } from './metrics.ts'
import type { Parts } from './parts.ts'

/** Those that stay at work after the deployment. */
export type ProductFunction = Exclude<FunctionName, 'host-keys' | 'pgp-keys'>

const accessOfApi = (parts: Parts): readonly Access[] => {
  const { tables, buckets, hashing, pgp, sftp, syncQueue, webhookQueue, originSecret, front, rest, signIn, measured } =
    parts
  return [
    measured,
    readMetrics(),
    tables.control('GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'),
    tables.records('BatchGetItem', 'Query'),
    buckets.readArchive(),
    hashing.read(),
    pgp.read(),
    syncQueue.send(),
    webhookQueue.send(),
    sftp.removeUsers(),
    originSecret.read(),
    front.tellPublicUrl(),
    front.tellDashboardUrl(),
    rest.tellRateLimit(),
    signIn.tellIssuer(),
    signIn.tellFirstAdmin(),
  ]
}

const accessOfConnect = (parts: Parts): readonly Access[] => {
  const { tables, buckets, hashing, pgp, sftp, syncQueue, webhookQueue, originSecret, rest, signIn, measured } = parts
  return [
    measured,
    tables.control('GetItem', 'PutItem', 'UpdateItem', 'DeleteItem', 'Query'),
    tables.records('BatchGetItem'),
    buckets.readArchive(),
    buckets.signUploads(),
    hashing.read(),
    pgp.read(),
    sftp.manageUsers(),
    sftp.removeUsers(),
    syncQueue.send(),
    webhookQueue.send(),
    originSecret.read(),
    rest.tellRateLimit(),
    signIn.tellIssuer(),
    signIn.tellFirstAdmin(),
  ]
}

const accessOfDeliver = ({ tables, hashing, webhookQueue, front, mail, measured }: Parts): readonly Access[] => [
  measured,
  tables.control('GetItem', 'PutItem', 'Query'),
  hashing.read(),
  webhookQueue.send(),
  webhookQueue.postpone(),
  front.tellPublicUrl(),
  front.tellDashboardUrl(),
  mail,
]

/** Each function beside everything that it may do. */
export const accessOf = (parts: Parts) => {
  const { tables, buckets, hashing, pgp, landingQueue, syncQueue, webhookQueue, measured } = parts
  return {
    receive: [
      measured,
      tables.control('GetItem', 'PutItem', 'DeleteItem', 'Query'),
      buckets.takeFromLanding(),
      buckets.putToArchive(),
      landingQueue.postpone(),
      syncQueue.send(),
      webhookQueue.send(),
    ],
    sync: [
      measured,
      tables.control('GetItem', 'PutItem', 'DeleteItem', 'Query'),
      tables.records('BatchGetItem', 'BatchWriteItem', 'Query'),
      buckets.readArchive(),
      buckets.putToArchive(),
      buckets.removeFromArchive(),
      buckets.putResults(),
      hashing.read(),
      pgp.read(),
      syncQueue.send(),
      syncQueue.postpone(),
      webhookQueue.send(),
    ],
    api: accessOfApi(parts),
    connect: accessOfConnect(parts),
    deliver: accessOfDeliver(parts),
    housekeeping: [
      measured,
      tables.control('GetItem', 'PutItem', 'DeleteItem', 'Query'),
      buckets.cleanLanding(),
      landingQueue.send(),
      syncQueue.send(),
      webhookQueue.send(),
    ],
    logins: [tables.control('GetItem', 'PutItem', 'Query'), webhookQueue.send()],
    docs: [],
    pages: [
      tables.control('GetItem'),
      buckets.tellUploadOrigins(),
      parts.front.tellDashboardUrl(),
      parts.signIn.tellIssuer(),
    ],
  } satisfies Readonly<Record<ProductFunction, readonly Access[]>>
}
