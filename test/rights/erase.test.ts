import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { identityChangeKey, identityPartition, integrationKey } from '#core/control/keys.ts'
import { readSuppressions } from '#core/control/suppression.ts'
import { dynalite } from '../contracts/dynalite.ts'
import { Killed, mortalPorts } from '../sync/mortal.ts'
import { facts, integrationId, type Workplace } from '../sync/workplace.ts'
import { ada, ask, bob, canary, erase, openAviary, people, tidy, whereFound, zephyrine } from './canary.ts'

const client = (await dynalite()).client()

const erased = await openAviary(client)
const before = { found: await whereFound(erased, client), facts: facts(await erased.stored()) }
const receipt = await erase(erased, await ask(erased))
await tidy(erased)

describe('after the erasure of a person', () => {
  it('neither id, name nor address is found in any version of an object, item, message or line of the log', async () => {
    expect(before.found.length).toBeGreaterThan(20)
    expect(await whereFound(erased, client)).toEqual([])
  })

  it('everybody else is as before, but for their manager', async () => {
    const { 'hris_employees 2': bobBefore, ...others } = before.facts
    const left = Object.entries(others).filter(([name]) => !/CANARY|Canary/.test(name))
    const after = facts(await erased.stored())
    const { 'hris_employees 2': bobAfter, ...rest } = after
    expect(rest).toEqual(Object.fromEntries(left))
    expect(bobAfter).toEqual({ ...bobBefore, body: { ...bobBefore?.body, manager: null, manager_id: null } })
  })

  it('the receipt says what went, and which copies remain until when', () => {
    expect(receipt).toMatchObject({
      kind: 'erasure',
      state: 'DONE',
      step: null,
      records: { hris_employees: 1, hris_absences: 1, hris_employments: 1 },
      mentions: 1,
    })
    expect(receipt?.files.map(({ outcome, rows }) => [outcome, rows])).toEqual([
      ['rewritten', 1],
      ['rewritten', 2],
      ['rewritten', 1],
      ['removed', 0],
      ['rewritten', 1],
      ['rewritten', 1],
    ])
    const dayMs = 24 * 60 * 60_000
    const longest = Math.max(...(receipt?.backups ?? []).map(({ until }) => until))
    expect(longest).toBe((receipt?.endedAt ?? 0) + 35 * dayMs)
  })

  it('verification finds that every record is what its manifest says', async () => {
    const sync = await erased.run({ kind: 'sync', integrationId, syncId: 'verify', reason: 'verify' })
    expect(sync.verified?.differing).toBe(0)
  })

  it('neither a file applied again nor the next upload brings them back, and the report counts without naming', async () => {
    const stored = facts(await erased.stored())
    await erased.run({ kind: 'sync', integrationId, syncId: 'forced', reason: 'forced' })
    expect(facts(await erased.stored())).toEqual(stored)
    const next = await erased.run(await erased.deliver('employees.csv', people(ada, bob, zephyrine('some day'))))
    expect(next.datasets).toMatchObject([{ counts: { rows: 3, suppressed: 1, removed: 0 }, issues: [] }])
    const days = await erased.run(
      await erased.deliver('absences.csv', `id,employee,type,start\na1,1,Sick,2026-01-05\nx,${canary.id},X,2026-01-06`),
    )
    expect(days.datasets).toMatchObject([{ counts: { suppressed: 1 }, issues: [] }])
    expect(JSON.stringify(facts(await erased.stored()))).not.toContain('CANARY')
  })

  it('what was uploaded since is soon stored without them, too, and stays what the records are made of', async () => {
    const stored = facts(await erased.stored())
    expect(JSON.parse(erased.sent.at(-1)?.body ?? '')).toMatchObject({ kind: 'upkeep' })
    for (let deaths = 1; ; deaths += 1) {
      const end = await erased.upkeep(mortalPorts(erased.ports, deaths).ports).catch((error: unknown) => error)
      if (!(end instanceof Killed)) break
    }
    await tidy(erased)
    expect(await whereFound(erased, client)).toEqual([])
    const sync = await erased.run({ kind: 'sync', integrationId, syncId: 'forced again', reason: 'forced' })
    expect(sync.state).toBe('SUCCEEDED')
    expect(facts(await erased.stored())).toEqual(stored)
  })
})

describe('an erasure', () => {
  it('that dies at each of its calls, one after another, comes to the same', { timeout: 120_000 }, async () => {
    const work = await openAviary()
    const message = await ask(work)
    let deaths = 0
    for (let fatal = 1; ; fatal += 1) {
      const { ports } = mortalPorts(work.ports, fatal)
      const end = await erase(work, message, ports).catch((error: unknown) => error)
      if (!(end instanceof Killed)) break
      deaths += 1
    }
    expect(deaths).toBeGreaterThan(20)
    const done = await erase(work, message)
    await tidy(work)
    expect(await whereFound(work)).toEqual([])
    expect(facts(await work.stored())).toEqual(facts(await erasedTwin()))
    expect(done).toMatchObject({ state: 'DONE', records: receipt?.records, mentions: 1 })
    expect(done?.files.map(({ outcome }) => outcome).toSorted()).toEqual(
      receipt?.files.map(({ outcome }) => outcome).toSorted(),
    )
  })

  it('that has no time left after any of its pieces queues itself again, and says how far it is', async () => {
    const work = await openAviary()
    const message = await ask(work)
    let runs = 0
    let end = await erase(work, message, ticking(work), 121_000)
    for (; end?.state !== 'DONE' && runs < 100; runs += 1) {
      expect(end?.state).toBe('RUNNING')
      expect(work.sent.at(-1)?.body).toBe(JSON.stringify(message))
      end = await erase(work, message, ticking(work), 121_000)
    }
    expect(runs).toBeGreaterThan(5)
    await tidy(work)
    expect(await whereFound(work)).toEqual([])
  })

  it('of somebody named by their record comes to the same; who has no record is not known', async () => {
    const work = await openAviary()
    await erase(work, await ask(work, { id: canary.recordId }))
    await tidy(work)
    expect(await whereFound(work)).toEqual([])
    await expect(ask(work, { id: canary.recordId })).rejects.toThrow('nobody')
  })

  it('of somebody who was linked reaches all that they were called, and the links', async () => {
    const work = await openAviary()
    const change = { id: 'change', integrationId, previous: null, undone: [], reason: 'renumbered', at: 0 }
    const links = [{ from: canary.id, to: 'CANARY-NEW', keep: 'from' }]
    await work.control.create(identityChangeKey(integrationId, change.id), { ...change, links })
    await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
      ...each,
      identity: change.id,
    }))
    const [, ...cells] = zephyrine()
    await work.run(await work.deliver('employees.csv', people(ada, bob, ['CANARY-NEW', ...cells])))
    expect((await work.stored()).get('hris_employees CANARY-NEW')).toMatchObject({
      id: canary.recordId,
      deletedAt: null,
    })
    const message = await ask(work, { remote_id: 'CANARY-NEW' })
    await erase(work, message)
    await tidy(work)
    expect(await whereFound(work)).toEqual([])
    expect(JSON.stringify(await work.control.query(identityPartition(integrationId)))).not.toContain('CANARY')
    for (const name of [canary.id, 'CANARY-NEW'])
      await work.run(await work.deliver('employees.csv', people(ada, bob, [name, ...cells])))
    expect(JSON.stringify(facts(await work.stored()))).not.toContain('CANARY')
  })

  it('gives up a plan that is unfinished, and the sync behind it brings what the file says of others', async () => {
    const work = await openAviary()
    const [, , ...cells] = bob
    const file = people(ada, ['2', 'Bobby', ...cells], zephyrine('2021-06-01'))
    const failing = { ...work.ports.records, write: () => Promise.reject(new Error('the table is gone')) }
    const waiting = await work.deliver('employees.csv', file)
    await expect(work.run(waiting, { ...work.ports, records: failing })).rejects.toThrow('the table is gone')
    expect((await work.state()).pending).not.toBeNull()
    await erase(work, await ask(work))
    await work.run(JSON.parse(work.sent.at(-1)?.body ?? ''))
    await work.upkeep()
    await tidy(work)
    expect((await work.state()).pending).toBeNull()
    expect(JSON.parse((await work.stored()).get('hris_employees 2')?.body ?? '')).toMatchObject({ first_name: 'Bobby' })
    expect(await whereFound(work)).toEqual([])
  })

  it('of somebody who only stands in a file that waits takes them out of it', async () => {
    const work = await openAviary()
    const waiting = await work.deliver(
      'employees.csv',
      people(ada, bob, zephyrine(), ['9', 'Nia', 'Nine', 'nia@nine.example', '', 'Rom', '', '']),
    )
    await erase(work, await ask(work, { remote_id: '9' }))
    const sync = await work.run(waiting)
    expect(sync.datasets).toMatchObject([{ counts: { rows: 3 } }])
    expect((await work.stored()).has('hris_employees 9')).toBe(false)
  })

  it('leaves nothing but a hash that tells nobody whom it stands for', async () => {
    const [hash] = await readSuppressions(erased.control, integrationId)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
  })
})

const erasedTwin = async () => {
  const work = await openAviary()
  await erase(work, await ask(work))
  return work.stored()
}

/** A clock that a second passes on at every look. */
const ticking = (work: Workplace) => ({
  ...work.ports,
  now: () => {
    work.pass(300)
    return work.now()
  },
})
