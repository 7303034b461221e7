import type { Dataset } from '#core/files/datasets.ts'
import { timeIdFloor } from '#core/ids/base58.ts'
import type { ModelId } from '#core/model/models.ts'
import type { DocumentKey } from '#core/ports/control-store.ts'
import { type ExportFile, fileOrder } from './file.ts'

/** The control table's layout: one line per kind of document. Everything that is listed has a partition to list it by. */

export const environmentKey: DocumentKey = { pk: 'ENVIRONMENT', sk: 'SETTINGS' }

export const apiKeyPartition = 'API_KEYS'
export const apiKeyKey = (id: string): DocumentKey => ({ pk: apiKeyPartition, sk: id })
/** Where uses are counted: no document, but a count beside its window. */
export const usageKey = (name: string): DocumentKey => ({ pk: `USAGE#${name}`, sk: 'USAGE' })

export const linkKey = (id: string): DocumentKey => ({ pk: `LINK#${id}`, sk: 'LINK' })
export const tokenKey = (id: string): DocumentKey => ({ pk: `TOKEN#${id}`, sk: 'TOKEN' })

export const integrationPartition = 'INTEGRATIONS'
export const integrationKey = (id: string): DocumentKey => ({ pk: integrationPartition, sk: id })

const ofIntegration = (id: string): string => `INTEGRATION#${id}`
export const stateKey = (integrationId: string): DocumentKey => ({ pk: ofIntegration(integrationId), sk: 'STATE' })

export const mappingKey = (integrationId: string, dataset: Dataset, version: number): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `MAPPING#${dataset}#${String(version).padStart(8, '0')}`,
})

export const customFieldPartition = 'CUSTOM_FIELDS'
export const customFieldKey = (model: ModelId, key: string): DocumentKey => ({
  pk: customFieldPartition,
  sk: `${model}#${key}`,
})

/** The columns of an integration's files, by dataset. */
export const columnsPartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'COLUMNS#' })
export const columnsKey = (integrationId: string, dataset: Dataset): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `COLUMNS#${dataset}`,
})

export const scopeConfigPartition = 'SCOPE_CONFIGS'
export const scopeConfigKey = (id: string): DocumentKey => ({ pk: scopeConfigPartition, sk: id })

export const mappingPartition = (integrationId: string, dataset: Dataset) => ({
  pk: ofIntegration(integrationId),
  prefix: `MAPPING#${dataset}#`,
})

/** Files and syncs of an integration sort by age. */
export const filePartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'FILE#' })
export const fileKeyAt = (integrationId: string, order: string, fileId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `FILE#${order}#${fileId}`,
})
export const fileKey = (file: Pick<ExportFile, 'integrationId' | 'id' | 'eventTime' | 'sequencer'>): DocumentKey =>
  fileKeyAt(file.integrationId, fileOrder(file), file.id)

export const syncPartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'SYNC#' })
export const syncKey = (integrationId: string, syncId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `SYNC#${syncId}`,
})

/** What was decided about held removals and no sync has carried out yet, by age. */
export const decisionPartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'DECISION#' })
export const decisionKey = (integrationId: string, decisionId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `DECISION#${decisionId}`,
})

/** Syncs that are to be rolled back and are not yet. */
export const rollbackPartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'ROLLBACK#' })
export const rollbackKey = (integrationId: string, rollbackId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `ROLLBACK#${rollbackId}`,
})

/** Of whom nothing may be stored any more. */
export const suppressionPartition = (integrationId: string) => ({
  pk: ofIntegration(integrationId),
  prefix: 'SUPPRESSION#',
})
export const suppressionKey = (integrationId: string, hash: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `SUPPRESSION#${hash}`,
})
export const erasureKey = (integrationId: string, receiptId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `ERASURE#${receiptId}`,
})
/** Files that hold rows of somebody suppressed, until they are stored without them. */
export const rewritePartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'REWRITE#' })
export const rewriteKey = (integrationId: string, fileId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `REWRITE#${fileId}`,
})
/** Archives that a sync is to look into for exports. */
export const unpackPartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'UNPACK#' })
export const unpackKey = (integrationId: string, fileId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `UNPACK#${fileId}`,
})
/** What was taken away for good, by time: it outlives its integration. */
export const receiptPartition = { pk: 'RECEIPTS' }
export const receiptKey = (id: string): DocumentKey => ({ pk: receiptPartition.pk, sk: id })
/** Everything that is stored under an integration. */
export const partitionOfIntegration = (integrationId: string) => ({ pk: ofIntegration(integrationId) })

/** What was said about which remote ids mean the same person, by age. */
export const identityPartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'IDENTITY#' })
export const identityChangeKey = (integrationId: string, changeId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `IDENTITY#${changeId}`,
})

/** Who gets mails about an integration. */
export const contactPartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'CONTACT#' })
export const contactKey = (integrationId: string, contactId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `CONTACT#${contactId}`,
})
/** The integrations that a mail address is a contact of. */
export const addressPartition = (addressHash: string): string => `ADDRESS#${addressHash}`
export const addressKey = (addressHash: string, integrationId: string): DocumentKey => ({
  pk: addressPartition(addressHash),
  sk: integrationId,
})
/** That the contacts were told of something that is told once. */
export const toldKey = (integrationId: string, occasion: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `TOLD#${occasion}`,
})

/** What the SFTP server has seen of the integration. */
export const activityKey = (integrationId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: 'ACTIVITY',
})

/** When files came, by dataset. */
export const arrivalsPartition = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'ARRIVALS#' })
export const arrivalsKey = (integrationId: string, dataset: Dataset): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `ARRIVALS#${dataset}`,
})

/** What endpoints were told of the integration's states. */
export const announcementKey = (integrationId: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: 'ANNOUNCEMENT',
})

export const endpointPartition = 'WEBHOOKS'
export const endpointKey = (id: string): DocumentKey => ({ pk: endpointPartition, sk: id })
/** Deliveries of an endpoint sort by the age of their event. */
export const deliveryPartition = (endpointId: string) => ({ pk: `WEBHOOK#${endpointId}`, prefix: 'DELIVERY#' })
export const deliveryKey = (endpointId: string, deliveryId: string): DocumentKey => ({
  pk: `WEBHOOK#${endpointId}`,
  sk: `DELIVERY#${deliveryId}`,
})

/** What people and programs did, by time; what is about an integration also stands beside it. */
export const auditPartition = { pk: 'AUDIT' }
export const auditKey = (id: string): DocumentKey => ({ pk: auditPartition.pk, sk: id })
export const auditPartitionOf = (integrationId: string) => ({ pk: ofIntegration(integrationId), prefix: 'AUDIT#' })
export const auditKeyOf = (integrationId: string, id: string): DocumentKey => ({
  pk: ofIntegration(integrationId),
  sk: `AUDIT#${id}`,
})

export const memberPartition = 'MEMBERS'
export const memberKey = (email: string): DocumentKey => ({ pk: memberPartition, sk: email })

/** The sort key up to which deliveries are older than a moment. */
export const deliveriesUntil = (moment: number): string => `DELIVERY#${timeIdFloor(moment)}`

/** Work that housekeeping does when its time has come, sorted by that time. */
export const chorePartition = 'CHORES'
const choreTime = (dueAt: number): string => String(dueAt).padStart(14, '0')
export const choreKey = (dueAt: number, name: string): DocumentKey => ({
  pk: chorePartition,
  sk: `${choreTime(dueAt)}#${name}`,
})
/** The sort key up to which chores are due. */
export const choresDueUntil = (now: number): string => `${choreTime(now)}#\uffff`
