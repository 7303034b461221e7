import { expect, test } from 'vitest'
import { integrationKey, stateKey } from '#core/control/keys.ts'
import { emptyState } from '#core/control/state.ts'
import { freeLeases } from '../../local/free-leases.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'
import { integration } from '../sync/workplace.ts'

test('a start takes the lease of a killed process away, and nothing else', async () => {
  const control = memoryControlStore()
  const [held, idle] = [stateKey('held'), stateKey('idle')]
  for (const id of ['held', 'idle', 'never-synced']) await control.create(integrationKey(id), { ...integration, id })
  const pending = { key: 'plan', versionId: '1', progress: null, attempts: 2 }
  await control.create(held, { ...emptyState, pending, lease: { holder: 'killed', until: 1 } })
  await control.create(idle, emptyState)
  await freeLeases(control)
  expect((await control.get(held))?.value).toEqual({ ...emptyState, pending, lease: null })
  expect(await control.get(idle)).toMatchObject({ value: emptyState, revision: 1 })
})
