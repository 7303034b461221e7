import type { Construct } from 'constructs'
import { AlarmBell } from './alarm-bell.ts'
import { Buckets } from './buckets.ts'
import type { DataKey } from './data-key.ts'
import { HashSecret } from './hash-secret.ts'
import { sendMails } from './mail.ts'
import { emitMetrics } from './metrics.ts'
import { OriginSecret } from './origin-secret.ts'
import { PgpKeys } from './pgp-keys.ts'
import { RestService } from './rest-service.ts'
import type { Settings } from './settings.ts'
import { SftpServer } from './sftp-server.ts'
import { SignIn } from './sign-in.ts'
import { Tables } from './tables.ts'
import { WebFront } from './web-front.ts'
import { WorkQueue } from './work-queue.ts'

export type Common = { readonly settings: Settings; readonly key: DataKey }

/** Everything that keeps something or talks to the world. */
export const createParts = (scope: Construct, common: Common) => {
  const landingQueue = new WorkQueue(scope, 'LandingQueue', 'landing')
  const syncQueue = new WorkQueue(scope, 'SyncQueue', 'sync')
  const webhookQueue = new WorkQueue(scope, 'WebhookQueue', 'webhook')
  const buckets = new Buckets(scope, 'Buckets', { ...common, landingQueue })
  const { settings } = common
  const rest = new RestService(scope, 'Rest', common)
  const originSecret = new OriginSecret(scope, 'Origin')
  const front = new WebFront(scope, 'Front', { settings, restApiId: rest.restApiId, originSecret })
  return {
    landingQueue,
    syncQueue,
    webhookQueue,
    buckets,
    sftp: new SftpServer(scope, 'Sftp', { ...common, landing: buckets.landing }),
    tables: new Tables(scope, 'Tables', common),
    hashing: new HashSecret(scope, 'Hashing', settings),
    pgp: new PgpKeys(scope, 'Pgp', common),
    rest,
    originSecret,
    front,
    signIn: new SignIn(scope, 'SignIn', { settings, dashboardUrl: front.dashboardUrl }),
    bell: new AlarmBell(scope, 'Bell', settings),
    mail: sendMails(scope, settings),
    measured: emitMetrics(settings),
  }
}

export type Parts = ReturnType<typeof createParts>
