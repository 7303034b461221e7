import { describe, expect, it } from 'vitest'
import { stateKey } from '#core/control/keys.ts'
import { emptyState } from '#core/control/state.ts'
import { openSession } from '../../lambdas/sync/state-session.ts'
import { memoryControlStore } from '../fakes/memory-control-store.ts'

const id = 'sftp:x'
const start = 1_000_000

const openOffice = () => {
  let time = start
  const waited: number[] = []
  const ports = {
    control: memoryControlStore(),
    now: () => time,
    wait: async (milliseconds: number) => {
      waited.push(milliseconds)
      time += milliseconds
    },
  }
  const open = (holder: string, deadline = time + 900_000) => openSession(ports, id, holder, deadline)
  return {
    ...ports,
    open,
    waited,
    pass: (milliseconds: number) => {
      time += milliseconds
    },
  }
}

describe('the lease of an integration', () => {
  it("makes the next writer wait until a dead one's has run out", async () => {
    const office = openOffice()
    await office.open('dead')
    office.pass(20_000)
    await office.open('next')
    expect(office.waited).toEqual([40_000])
  })

  it('lets the next writer in at once when it was released', async () => {
    const office = openOffice()
    await (await office.open('first')).release()
    await office.open('next')
    expect(office.waited).toEqual([])
  })

  it('is extended while its holder works, and lasts no longer than the invocation', async () => {
    const office = openOffice()
    const session = await office.open('worker', start + 100_000)
    expect(await session.extend()).toBe(start + 50_000)
    office.pass(45_000)
    expect(await session.extend()).toBe(start + 90_000)
    office.pass(46_000)
    await expect(session.extend()).rejects.toMatchObject({ code: 'LEASE_LOST' })
  })

  it('is lost when somebody else wrote the state: nothing more can be saved', async () => {
    const office = openOffice()
    const session = await office.open('slow')
    office.pass(61_000)
    const next = await office.open('next')
    await expect(session.save((state) => ({ ...state, dueAt: '2026-01-01' }))).rejects.toMatchObject({
      code: 'LEASE_LOST',
    })
    await session.release()
    expect(next.state().lease?.holder).toBe('next')
    expect((await office.control.get(stateKey(id)))?.value).toMatchObject({ lease: { holder: 'next' }, dueAt: null })
  })

  it('is not waited for longer than the invocation lasts', async () => {
    const office = openOffice()
    await office.open('first')
    await expect(office.open('hurried', start + 30_000)).rejects.toMatchObject({ code: 'LEASE_LOST' })
  })

  it('begins with an empty state', async () => {
    const session = await openOffice().open('first')
    expect({ ...session.state(), lease: null }).toEqual(emptyState)
  })
})
