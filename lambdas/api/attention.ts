import { success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { setupOf } from '#core/api/setup-of.ts'
import { attentionOf, type Facts, newestReport } from '#core/attention/judge.ts'
import { readActivity } from '#core/control/activity.ts'
import { listDocuments, queryDocuments } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { deliveryPartition, endpointPartition, filePartition, syncPartition } from '#core/control/keys.ts'
import { SyncSchema } from '#core/control/sync.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { DeliverySchema } from '#core/webhooks/delivery.ts'
import { EndpointSchema, isOpen } from '#core/webhooks/endpoint.ts'
import { readHeld, waitingOf } from '../held/held-rows.ts'
import { shownExpectations } from './expected-files.ts'
import { ofPath } from './of-integration.ts'
import type { ApiPorts } from './ports.ts'

type Ports = Pick<ApiPorts, 'control' | 'archive' | 'system'>

/** So many of the newest files, syncs and deliveries are looked at. */
const recent = { descending: true, limit: 50 }

/** Manifests are opened only where the last report says that removals are held. */
const waitingIn = async (ports: Ports, integrationId: string, syncs: Facts['syncs']): Promise<Facts['waiting']> => {
  const isHeld = (dataset: Dataset): boolean =>
    newestReport(syncs, dataset)?.report.issues.some(({ code }) => code === 'REMOVALS_HELD') === true
  const counted = datasets.filter(isHeld).map(async (dataset) => {
    const { sets } = await readHeld(ports, integrationId, dataset)
    return [dataset, sets[0] ? waitingOf(sets[0]).length : 0] as const
  })
  return Object.fromEntries(await Promise.all(counted))
}

/** Deliveries that were given up, of the newest to each endpoint that is open. */
const failedDeliveries = async ({ control }: Ports, integrationId: string): Promise<Facts['failedDeliveries']> => {
  const endpoints = await Array.fromAsync(listDocuments(control, { pk: endpointPartition }, EndpointSchema))
  const pages = endpoints
    .filter(isOpen)
    .map(({ id }) => queryDocuments(control, { ...deliveryPartition(id), ...recent }, DeliverySchema))
  const deliveries = (await Promise.all(pages)).flatMap(({ values }) => values)
  return deliveries.filter((each) => each.state === 'FAILED' && each.integrationId === integrationId)
}

const factsOf = async (ports: Ports, integration: Integration): Promise<Facts> => {
  const { control } = ports
  const { id } = integration
  const [{ step }, files, syncs, expected, activity, failed] = await Promise.all([
    setupOf(control, integration),
    queryDocuments(control, { ...filePartition(id), ...recent }, ExportFileSchema),
    queryDocuments(control, { ...syncPartition(id), ...recent }, SyncSchema),
    shownExpectations(ports, integration),
    readActivity(control, id),
    failedDeliveries(ports, id),
  ])
  const waiting = await waitingIn(ports, id, syncs.values)
  const found = { files: files.values, syncs: syncs.values, waiting, expected, activity }
  return { integration, step, ...found, failedDeliveries: failed }
}

const show = (ports: Ports): GeneralEndpoint =>
  ofPath(ports.control, async (integration) => success({ results: attentionOf(await factsOf(ports, integration)) }))

export const attentionEndpoints = (ports: Ports) => ({
  'GET /manage/integrations/{integration_id}/attention': show(ports),
})
