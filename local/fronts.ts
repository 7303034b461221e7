import { pathAtApi } from '#core/deployment/dashboard-front.ts'
import type { StoredFile } from '#core/ports/file-store.ts'
import type { System } from '#core/ports/system.ts'
import { issuerEndpoints, openIdVerifier } from '../lambdas/adapters/open-id.ts'
import { readPageFiles } from '../lambdas/adapters/page-files.ts'
import { createApi } from '../lambdas/api/api.ts'
import { createConnect } from '../lambdas/connect/connect.ts'
import type { SftpPlace } from '../lambdas/connect/ports.ts'
import { decoder } from '../lambdas/decode/decode.ts'
import { createDocs } from '../lambdas/docs/docs.ts'
import { createPages } from '../lambdas/pages/pages.ts'
import type { Log } from '../lambdas/runtime/log.ts'
import { diskDownloads } from './adapters/disk-downloads.ts'
import { diskUploads } from './adapters/disk-uploads.ts'
import { readDocsAsset } from './docs-assets.ts'
import { type HttpFrontOptions, startHttpFront } from './http-front.ts'
import { notify } from './notify.ts'
import { pageFolder } from './page-folder.ts'
import type { Place } from './place.ts'
import type { Stores } from './stores.ts'

const frontOptions = async (
  place: Place,
  stores: Stores,
  system: System,
  sftp: SftpPlace,
  log: Log,
): Promise<Omit<HttpFrontOptions, 'port'>> => {
  const { control, records, archive, syncQueue, webhookQueue, sftpUsers, usage, metrics, pgpKeys } = stores
  const { publicUrl, dashboardUrl, openId } = place
  const decode = decoder(pgpKeys)
  const queues = { syncQueue, webhookQueue }
  const signIn = { verify: openIdVerifier(openId), firstAdmin: openId.firstAdmin }
  const downloads = diskDownloads(archive, publicUrl)
  const samples = diskUploads({ files: archive, publicUrl, name: 'samples' })
  const onStored = (file: StoredFile) => notify(stores, file)
  const deliveries = diskUploads({ files: stores.landing, publicUrl, name: 'deliveries', onStored })
  return {
    functions: {
      api: createApi(
        {
          ...{ control, records, archive, decode, downloads, ...queues, sftpUsers, usage, metrics, system, signIn },
          ...place,
        },
        log,
      ),
      connect: createConnect(
        {
          ...{ control, archive, decode, pgpKeys, records, sftpUsers, ...queues, system, sftp, usage, signIn },
          requestsPerMinute: place.requestsPerMinute,
          sampleUploads: samples,
          landingUploads: deliveries,
        },
        log,
      ),
      docs: createDocs({ readAsset: readDocsAsset }),
      pages: createPages({
        control,
        uploadOrigins: [publicUrl],
        files: await readPageFiles(pageFolder),
        dashboardUrl,
        signIn: { clientId: openId.clientId, endpoints: issuerEndpoints(openId.issuer) },
      }),
    },
    isHealthy: () => true,
    fallback: async (request, response) =>
      (await downloads.serve(request, response)) ||
      (await samples.serve(request, response)) ||
      deliveries.serve(request, response),
  }
}

/** Opens the two addresses of the product: the API with the flows, and the dashboard in front of the same functions. */
export const startFronts = async (
  place: Place,
  stores: Stores,
  system: System,
  sftp: SftpPlace,
  log: Log,
): Promise<{ close(): Promise<void> }> => {
  const options = await frontOptions(place, stores, system, sftp, log)
  const front = await startHttpFront({ ...options, port: place.port })
  const dashboard = await startHttpFront({ ...options, port: place.dashboardPort, pathAtApi })
  return {
    close: async () => {
      await Promise.all([front.close(), dashboard.close()])
    },
  }
}
