import { expect, it } from 'vitest'
import {
  forgetInIdentities,
  type IdentityChange,
  keyOfIdentityChange,
  readIdentities,
} from '#core/control/identity-change.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

const integrationId = 'sftp:one'

const change = (id: string, previous: string | null, more: Partial<IdentityChange>): IdentityChange => ({
  id,
  integrationId,
  previous,
  links: [],
  undone: [],
  reason: 'why',
  at: 1,
  ...more,
})

const stored = async (...changes: readonly IdentityChange[]) => {
  const control = memoryControlStore()
  for (const each of changes) await control.create(keyOfIdentityChange(each), each)
  return control
}

const link = (from: string, to: string) => ({ from, to, keep: 'from' as const })

it('people are who the changes up to the last one say; those that no other names never happened', async () => {
  const control = await stored(
    change('a', null, { links: [link('1', 'X1')] }),
    change('b', 'a', { links: [link('2', 'X2')] }),
    change('c', 'a', { links: [link('3', 'X3')] }),
  )
  const { identities } = await readIdentities(control, { id: integrationId, identity: 'c' })
  expect(['X1', 'X2', 'X3'].map(identities('c').keyOf)).toEqual(['1', 'X2', '3'])
  expect(['X1', 'X3'].map(identities('a').keyOf)).toEqual(['1', 'X3'])
  expect(identities(undefined).name).toBe('')
})

it('a change of a chain that is missing is a fault, not a person who is somebody else', async () => {
  const control = await stored(change('b', 'a', {}))
  const { identities } = await readIdentities(control, { id: integrationId, identity: 'b' })
  expect(() => identities('b').keyOf('1')).toThrow('CONTROL_DOCUMENT_INVALID')
})

it('nothing tells any more what a forgotten person was called, and others stay linked', async () => {
  const control = await stored(
    change('a', null, { links: [link('secret', 'secret too'), link('1', 'X1')] }),
    change('b', 'a', { undone: ['secret too', 'X9'] }),
  )
  await forgetInIdentities(control, integrationId, ['secret', 'secret too'])
  const { changes, identities } = await readIdentities(control, { id: integrationId, identity: 'b' })
  expect(JSON.stringify(changes('b'))).not.toContain('secret')
  expect(identities('b').keyOf('X1')).toBe('1')
})
