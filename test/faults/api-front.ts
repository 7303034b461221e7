import { createApiKey } from '#core/control/api-keys.ts'
import { createApi } from '../../lambdas/api/api.ts'
import { decodeWithoutKeys } from '../../lambdas/decode/decode.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { startHttpFront } from '../../local/http-front.ts'
import { hashSecret } from './folders.ts'
import type { Stores } from './stores.ts'

const unused = async (): Promise<never> => {
  throw new Error('The apps only read.')
}

/** The API over the stores, behind a real HTTP server. */
export const openApiFront = async ({ control, records, archive, usage }: Stores, now: () => number) => {
  const system = { ...systemOf(hashSecret), clock: now }
  const syncQueue = { send: unused }
  const settings = {
    requestsPerMinute: 1_000_000,
    allowsLocalWebhooks: false,
    publicUrl: 'http://127.0.0.1',
    dashboardUrl: 'http://127.0.0.1',
  }
  const queues = { syncQueue, webhookQueue: syncQueue }
  const downloads = { linkTo: unused }
  const ports = {
    control,
    downloads,
    records,
    archive,
    decode: decodeWithoutKeys,
    usage,
    metrics: { read: unused },
    system,
    ...queues,
    sftpUsers: { remove: unused },
    ...settings,
  }
  const api = createApi(ports, () => undefined)
  const front = await startHttpFront({
    port: 0,
    functions: { api, connect: unused, docs: unused, pages: unused },
    isHealthy: () => true,
  })
  return { url: front.url, apiKey: await createApiKey({ control, system }, 'faults'), close: front.close }
}
