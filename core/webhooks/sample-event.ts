import type { WebhookEvent } from './event.ts'

/** Types that a test can send: an endpoint may be tested with what it does not get otherwise. */
export const sampleTypes = [
  'data-changed',
  'sync-finished',
  'integration-created',
  'integration-deleted',
  'integration-state-changed',
  'connection-flow-failed',
  'sync-held',
  'file-rejected',
  'file-late',
  'file-late-resolved',
] as const satisfies readonly WebhookEvent['type'][]

type SampleType = (typeof sampleTypes)[number]

/** An id that no integration has. */
const integrationId = `sftp:${'1'.repeat(24)}`
const runMs = 60_000
const hourMs = 60 * 60 * 1000

/** A made-up event of a type, as a test sends it. `id` makes it one that nobody has seen before. */
export const sampleEvent = (type: SampleType, id: string, now: number): WebhookEvent => {
  const common = {
    id: `test-${id}`,
    integrationId,
    endUser: { organizationName: 'Test', creatorEmail: null, originId: null },
    occurredAt: now,
    notBefore: now,
  }
  const samples: { readonly [Type in SampleType]: WebhookEvent } = {
    'data-changed': { ...common, type: 'data-changed', models: ['hris_employees'] },
    'sync-finished': {
      ...common,
      type: 'sync-finished',
      syncId: id,
      state: 'SUCCEEDED',
      startedAt: now - runMs,
      endedAt: now,
    },
    'integration-created': { ...common, type: 'integration-created' },
    'integration-deleted': { ...common, type: 'integration-deleted', deletedAt: now },
    'integration-state-changed': {
      ...common,
      type: 'integration-state-changed',
      state: 'ACTIVE',
      setupStatus: 'COMPLETED',
      qaStatus: 'PASSED',
    },
    'connection-flow-failed': { ...common, type: 'connection-flow-failed' },
    'sync-held': { ...common, type: 'sync-held', syncId: id, held: [{ dataset: 'employees', records: 12 }] },
    'file-rejected': {
      ...common,
      type: 'file-rejected',
      fileId: id,
      fileName: 'employees.csv',
      dataset: 'employees',
      codes: ['FILE_EMPTY'],
    },
    'file-late': {
      ...common,
      type: 'file-late',
      fileId: id,
      fileName: 'employees.csv',
      receivedAt: now - 27 * hourMs,
      dataset: 'employees',
      lateFrom: now,
      everyHours: 24,
    },
    'file-late-resolved': {
      ...common,
      type: 'file-late-resolved',
      fileId: id,
      fileName: 'employees.csv',
      receivedAt: now,
      dataset: 'employees',
      lateSince: now - 3 * hourMs,
    },
  }
  return samples[type]
}
