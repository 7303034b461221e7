import { expect, test } from 'vitest'
import { attentionOf, type Facts } from '#core/attention/judge.ts'
import type { Sync, SyncDatasetReport } from '#core/control/sync.ts'
import { issue } from '#core/issues/issue.ts'
import { noCounts } from '../../lambdas/sync/dataset-report.ts'

const said = { says: 'idDrift', message: 'x', fix: 'x' } as const

const well: Facts = {
  integration: { status: 'ACTIVE', mappings: { employees: { approved: 1, latest: 1 } } },
  step: 'ready',
  files: [{ id: 'f', name: 'employees.csv', dataset: 'employees', state: 'ACCEPTED', issues: [] }],
  syncs: [],
  waiting: {},
  expected: [{ dataset: 'employees', late_since: null }],
  activity: { lastLoginAt: 1, attempts: [] },
  failedDeliveries: [],
}

const reportWith = (outcome: SyncDatasetReport['outcome']): SyncDatasetReport => ({
  dataset: 'employees',
  fileId: 'f',
  fileName: 'employees.csv',
  outcome,
  counts: noCounts,
  issues: [],
})
const syncWith = (state: Sync['state'], ...outcomes: SyncDatasetReport['outcome'][]) => ({
  id: 's',
  state,
  datasets: outcomes.map(reportWith),
})
const fileWith = (parts: Partial<Facts['files'][number]>) => ({
  id: 'f',
  name: 'employees.csv',
  dataset: 'employees' as const,
  state: 'REFUSED' as const,
  issues: [],
  ...parts,
})
const attempt = (at: number, reason: 'UNKNOWN_KEY' | null) => ({
  at,
  outcome: reason ? ('refused' as const) : ('logged_in' as const),
  reason,
  client: null,
})
const named = { dataset: 'employees', file_id: 'f', file_name: 'employees.csv' }

test.each<readonly [string, Partial<Facts>, readonly object[]]>([
  ['all is well', {}, []],
  ['it is off', { integration: { ...well.integration, status: 'INACTIVE' } }, [{ kind: 'disabled' }]],
  ['it lost its keys', { integration: { ...well.integration, status: 'INVALID' } }, [{ kind: 'to_connect_again' }]],
  ['removals wait', { waiting: { employees: 12 } }, [{ kind: 'removals_held', dataset: 'employees', count: 12 }]],
  ['all that were held stay', { waiting: { employees: 0 } }, []],
  [
    'a file is held for its ids',
    { files: [fileWith({ issues: [issue('ID_DRIFT', said)] })] },
    [{ kind: 'file_held', ...named }],
  ],
  [
    'the newest file is refused',
    { files: [fileWith({ judgedBy: 's' })] },
    [{ kind: 'file_refused', ...named, sync_id: 's' }],
  ],
  ['the newest file is empty', { files: [fileWith({ state: 'REJECTED' })] }, [{ kind: 'file_refused', sync_id: null }]],
  ['a refused file was followed by one that was taken', { files: [fileWith({ state: 'ACCEPTED' }), fileWith({})] }, []],
  [
    'a refused file is followed by one on its way',
    { files: [fileWith({ state: 'QUEUED' }), fileWith({})] },
    [{ kind: 'file_refused' }],
  ],
  [
    'a draft is newer than what is approved',
    { integration: { status: 'ACTIVE', mappings: { employees: { approved: 1, latest: 2 } } } },
    [{ kind: 'mapping_to_approve', dataset: 'employees' }],
  ],
  [
    'a file waits for a mapping that nobody has begun',
    { integration: { status: 'ACTIVE', mappings: {} }, syncs: [syncWith('FAILED', 'waiting_for_mapping')] },
    [{ kind: 'mapping_to_approve', dataset: 'employees' }],
  ],
  [
    'the mapping waits for the customer',
    {
      step: 'waiting_for_customer',
      integration: { status: 'ACTIVE', mappings: { employees: { approved: 0, latest: 1 } } },
    },
    [{ kind: 'customer_awaited' }],
  ],
  [
    'nobody has logged in yet',
    { step: 'waiting_for_file', activity: { lastLoginAt: null, attempts: [] } },
    [{ kind: 'first_file_awaited', logged_in: false }],
  ],
  ['the last sync failed', { syncs: [syncWith('FAILED')] }, [{ kind: 'sync_failed', sync_id: 's' }]],
  ['it failed since its file was refused', { syncs: [syncWith('FAILED', 'refused')] }, []],
  ['a sync that failed was followed by another', { syncs: [syncWith('SUCCEEDED'), syncWith('FAILED')] }, []],
  [
    'a sync that failed is followed by one that runs',
    { syncs: [syncWith('RUNNING'), syncWith('FAILED')] },
    [{ kind: 'sync_failed' }],
  ],
  [
    'a joined file is awaited',
    { syncs: [syncWith('SUCCEEDED', 'waiting_for_files')] },
    [{ kind: 'parts_awaited', dataset: 'employees', sync_id: 's' }],
  ],
  [
    'a file is late',
    { expected: [{ dataset: 'employees', late_since: '2026-01-02T00:00:00.000Z' }] },
    [{ kind: 'file_late', dataset: 'employees', since: '2026-01-02T00:00:00.000Z' }],
  ],
  [
    'a login was refused',
    { activity: { lastLoginAt: 1, attempts: [attempt(2, 'UNKNOWN_KEY'), attempt(1, null)] } },
    [{ kind: 'login_refused', reason: 'UNKNOWN_KEY', since: '1970-01-01T00:00:00.002Z' }],
  ],
  [
    'a refused login was followed by one that succeeded',
    { activity: { lastLoginAt: 3, attempts: [attempt(3, null), attempt(2, 'UNKNOWN_KEY')] } },
    [],
  ],
  [
    'deliveries were given up',
    {
      failedDeliveries: [
        { endpointId: 'w', id: 'd1' },
        { endpointId: 'w', id: 'd2' },
      ],
    },
    [{ kind: 'delivery_failed', webhook_id: 'w', deliveries: ['d1', 'd2'] }],
  ],
])('%s', (_, facts, expected) => {
  const found = attentionOf({ ...well, ...facts })
  expect(found).toHaveLength(expected.length)
  expect(found).toMatchObject(expected)
})

test('what stops everything comes before what only waits', () => {
  const facts: Facts = {
    ...well,
    integration: { ...well.integration, status: 'INACTIVE' },
    waiting: { absences: 1, employees: 20 },
    syncs: [syncWith('FAILED')],
    expected: [{ dataset: 'employees', late_since: '2026-01-02T00:00:00.000Z' }],
  }
  const kinds = attentionOf(facts).map(({ kind }) => kind)
  expect(kinds).toEqual(['disabled', 'removals_held', 'removals_held', 'sync_failed', 'file_late'])
})
