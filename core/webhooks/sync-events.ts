import type { ExportFile } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import type { SyncEvent } from '#core/control/state.ts'
import type { Sync } from '#core/control/sync.ts'
import { aboutIntegration, eventId, type WebhookEvent } from './event.ts'

export const fileRejected = (
  integration: Integration,
  { id, name, dataset, issues }: ExportFile,
  occurredAt: number,
): WebhookEvent => ({
  ...aboutIntegration(integration, occurredAt),
  type: 'file-rejected',
  id: eventId('file-rejected', id),
  fileId: id,
  fileName: name,
  dataset,
  codes: [...new Set(issues.map(({ code }) => code))],
})

type Ended = Pick<SyncEvent, 'state' | 'endedAt'>

export const syncFinished = (
  integration: Integration,
  { id, startedAt }: Sync,
  { state, endedAt }: Ended,
): WebhookEvent => ({
  ...aboutIntegration(integration, endedAt),
  type: 'sync-finished',
  id: eventId('sync-finished', id),
  syncId: id,
  state,
  startedAt: startedAt ?? endedAt,
  endedAt,
})

const syncHeld = (integration: Integration, { id, datasets }: Sync, endedAt: number): readonly WebhookEvent[] => {
  const held = datasets
    .filter(({ counts }) => counts.held > 0)
    .map(({ dataset, counts }) => ({ dataset, records: counts.held }))
  if (held.length === 0) return []
  const about = aboutIntegration(integration, endedAt)
  return [{ ...about, type: 'sync-held', id: eventId('sync-held', id), syncId: id, held }]
}

const dataChanged = (
  integration: Integration,
  { syncId, endedAt, changedModels }: SyncEvent,
): readonly WebhookEvent[] =>
  changedModels.length === 0
    ? []
    : [
        {
          ...aboutIntegration(integration, endedAt),
          type: 'data-changed',
          id: eventId('data-changed', syncId),
          models: changedModels,
        },
      ]

/** Clocks of two machines differ by less. */
const clockMarginMs = 1_000

/** What endpoints are told of a committed sync, none of it before the feed shows everything that the sync wrote. */
export const syncEvents = (
  integration: Integration,
  sync: Sync,
  event: SyncEvent,
  refused: readonly ExportFile[],
): readonly WebhookEvent[] => {
  const notBefore = Math.max(event.endedAt, event.shownAt + clockMarginMs)
  return [
    ...refused.map((file) => fileRejected(integration, file, event.endedAt)),
    ...syncHeld(integration, sync, event.endedAt),
    syncFinished(integration, sync, event),
    ...dataChanged(integration, event),
  ].map((each) => ({ ...each, notBefore }))
}
