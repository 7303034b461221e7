import { describe, expect, it } from 'vitest'
import { type ListedFacts, listedStateOf, listedStates, needsAttention } from '#core/attention/listed-state.ts'

const healthy: ListedFacts = {
  integration: { status: 'ACTIVE', mappings: { employees: { approved: 1, latest: 1 } } },
  step: 'ready',
  lastFile: { state: 'ACCEPTED', issues: [] },
  lastSync: { state: 'SUCCEEDED', datasets: [] },
  held: 0,
  isLate: false,
}

const drifted = { code: 'ID_DRIFT' } as const
const behind = { status: 'ACTIVE', mappings: { employees: { approved: 1, latest: 2 } } } as const

describe('how an integration stands in a list', () => {
  it.each<[(typeof listedStates)[number], Partial<ListedFacts>]>([
    ['healthy', {}],
    ['disabled', { integration: { status: 'INACTIVE', mappings: {} }, isLate: true }],
    ['to_connect_again', { integration: { status: 'INVALID', mappings: {} } }],
    ['syncing', { lastSync: { state: 'RUNNING', datasets: [] }, isLate: true }],
    ['file_held', { lastFile: { state: 'REFUSED', issues: [drifted] } }],
    ['file_refused', { lastFile: { state: 'REJECTED', issues: [] } }],
    ['removals_held', { held: 3, lastSync: { state: 'PARTIALLY_FAILED', datasets: [] } }],
    ['customer_awaited', { step: 'waiting_for_customer', lastSync: { state: 'FAILED', datasets: [] } }],
    ['mapping_to_approve', { step: 'waiting_for_approval', lastSync: { state: 'FAILED', datasets: [] } }],
    ['mapping_to_approve', { integration: behind }],
    ['healthy', { integration: { ...behind, mappingApprover: 'customer' } }],
    ['first_file_awaited', { step: 'waiting_for_file', lastFile: undefined, lastSync: undefined }],
    ['parts_awaited', { lastSync: { state: 'SUCCEEDED', datasets: [{ outcome: 'waiting_for_files' }] } }],
    ['sync_failed', { lastSync: { state: 'FAILED', datasets: [] } }],
    ['file_late', { isLate: true }],
    ['rows_left_out', { lastSync: { state: 'PARTIALLY_FAILED', datasets: [] } }],
  ])('is %s when %j', (state, facts) => {
    expect(listedStateOf({ ...healthy, ...facts })).toBe(state)
  })

  it('says who has to do something: the team, and not the customer', () => {
    expect(listedStates.filter((state) => !needsAttention(state))).toEqual([
      'disabled',
      'syncing',
      'customer_awaited',
      'first_file_awaited',
      'parts_awaited',
      'healthy',
    ])
  })
})
