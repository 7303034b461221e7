import { expect, test } from 'vitest'
import { deliveryKey, endpointKey } from '#core/control/keys.ts'
import { newDelivery } from '#core/webhooks/delivery.ts'
import { attentionEndpoints } from '../../lambdas/api/attention.ts'
import { systemOf } from '../../lambdas/runtime/system.ts'
import { crowd, decide, pushCrowd } from '../sync/held-staff.ts'
import { integrationId, openWorkplace, type Workplace } from '../sync/workplace.ts'

const attentionIn = async (work: Workplace) => {
  const show = attentionEndpoints({ ...work.ports, system: systemOf('secret') })[
    'GET /manage/integrations/{integration_id}/attention'
  ]
  const request = { path: { integration_id: integrationId }, query: {}, headers: {}, body: undefined }
  const answer = await show({ ...request, address: '', caller: null })
  return answer.kind === 'refused' ? answer.message : JSON.parse(answer.body).data.results
}

test('held removals ask for a decision until it is made', async () => {
  const work = await openWorkplace()
  await pushCrowd(work, crowd(1, 40))
  expect(await attentionIn(work)).toEqual([])
  await pushCrowd(work, crowd(1, 20))
  expect(await attentionIn(work)).toEqual([{ kind: 'removals_held', dataset: 'employees', count: 20 }])
  await work.run(await decide(work, 'discarded', ['21']))
  expect(await attentionIn(work)).toEqual([{ kind: 'removals_held', dataset: 'employees', count: 19 }])
  await work.run(await decide(work, 'discarded'))
  expect(await attentionIn(work)).toEqual([])
})

test('deliveries of this integration that were given up ask to be sent again', async () => {
  const work = await openWorkplace()
  await pushCrowd(work, crowd(1, 3))
  const endpoint = { id: 'w', url: 'https://a.example', description: '', events: null, isEnabled: true }
  await work.control.create(endpointKey('w'), { ...endpoint, secrets: [], createdAt: 1, deletedAt: null })
  const beginning = { endpointId: 'w', eventId: 'e', eventType: 'data-changed', body: '{}' } as const
  for (const [id, of, state] of [
    ['1', integrationId, 'FAILED'],
    ['2', integrationId, 'SUCCEEDED'],
    ['3', 'sftp:other', 'FAILED'],
  ] as const)
    await work.control.create(deliveryKey('w', id), {
      ...newDelivery({ ...beginning, id, integrationId: of }, 1),
      state,
    })
  expect(await attentionIn(work)).toEqual([{ kind: 'delivery_failed', webhook_id: 'w', deliveries: ['1'] }])
})
