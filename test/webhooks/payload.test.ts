import * as models from '@kombo-api/sdk/models'
import { describe, expect, it } from 'vitest'
import type { WebhookEvent } from '#core/webhooks/event.ts'
import { bodyOf } from '#core/webhooks/payload.ts'
import { sampleEvent, sampleTypes } from '#core/webhooks/sample-event.ts'

const now = Date.UTC(2026, 0, 2, 3, 4, 5, 678)
const bodyOfType = (type: (typeof sampleTypes)[number]) =>
  bodyOf(sampleEvent(type, 'id', now), 'https://hr.example.com')

const integrationKeys = ['integration_category', 'integration_id', 'integration_tool']

/** Contract section 6: every key, no other. */
const contract = [
  {
    type: 'data-changed',
    parse: models.dataChangedWebhookPayloadFromJSON,
    keys: ['changed_models', ...integrationKeys],
  },
  {
    type: 'sync-finished',
    parse: models.syncFinishedWebhookPayloadFromJSON,
    keys: [
      'end_user',
      ...integrationKeys,
      'log_url',
      'sync_duration_seconds',
      'sync_ended_at',
      'sync_id',
      'sync_started_at',
      'sync_state',
    ],
  },
  {
    type: 'integration-created',
    parse: models.integrationCreatedWebhookPayloadFromJSON,
    keys: ['category', 'end_user', 'id', 'tool'],
  },
  {
    type: 'integration-deleted',
    parse: models.integrationDeletedWebhookPayloadFromJSON,
    keys: ['category', 'deleted_at', 'end_user', 'id', 'tool'],
  },
  {
    type: 'integration-state-changed',
    parse: models.integrationStateChangedWebhookPayloadFromJSON,
    keys: ['end_user', ...integrationKeys, 'qa_status', 'setup_status', 'state', 'updated_at'],
  },
  {
    type: 'connection-flow-failed',
    parse: models.connectionFlowFailedWebhookPayloadFromJSON,
    keys: ['end_user', 'integration_category', 'integration_tool', 'log_url'],
  },
] as const

describe.each(contract)('the payload of $type', ({ type, parse, keys }) => {
  it('is one that the official SDK parses', () => {
    const result = parse(bodyOfType(type))
    expect(result.ok ? result.value.type : result.error).toBe(type)
  })

  it('has the keys of the contract and no other', () => {
    const payload = JSON.parse(bodyOfType(type))
    expect(Object.keys(payload)).toEqual(['id', 'type', 'data'])
    expect(Object.keys(payload.data).toSorted()).toEqual(keys.toSorted())
  })
})

it('names every model that changed so that the official SDK knows it', () => {
  const event: WebhookEvent = {
    ...sampleEvent('connection-flow-failed', 'id', now),
    type: 'data-changed',
    models: [
      'hris_legal_entities',
      'hris_locations',
      'hris_teams',
      'hris_absence_types',
      'hris_employees',
      'hris_absences',
      'hris_timesheets',
      'hris_join_employees_teams',
    ],
  }
  const result = models.dataChangedWebhookPayloadFromJSON(bodyOf(event, 'https://hr.example.com'))
  expect(result.ok && result.value.data.changed_models.map(({ name }) => name)).toEqual(event.models)
})

it('tells whole seconds and the address of the log, and keeps who connected though it is unknown', () => {
  const event: WebhookEvent = {
    ...sampleEvent('connection-flow-failed', 'id', now),
    type: 'sync-finished',
    syncId: 'sync-1',
    state: 'PARTIALLY_FAILED',
    startedAt: now - 60_500,
    endedAt: now,
  }
  expect(JSON.parse(bodyOf(event, 'https://hr.example.com')).data).toMatchObject({
    sync_state: 'PARTIALLY_FAILED',
    sync_started_at: '2026-01-02T03:03:05.178Z',
    sync_ended_at: '2026-01-02T03:04:05.678Z',
    sync_duration_seconds: 61,
    end_user: { organization_name: 'Test', creator_email: null, origin_id: null },
    log_url: 'https://hr.example.com/integrations/sftp%3A111111111111111111111111/syncs/sync-1',
  })
})

it('of every type is indented by two blanks', () => {
  for (const type of sampleTypes) {
    const body = bodyOfType(type)
    expect(body).toBe(JSON.stringify(JSON.parse(body), null, 2))
    expect(body.startsWith('{\n  "id": ')).toBe(true)
  }
})
