import { describe, expect, it } from 'vitest'
import { ChoreSchema } from '#core/control/chore.ts'
import { listDocuments, updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { chorePartition, integrationKey, syncKey } from '#core/control/keys.ts'
import { newSync } from '#core/control/sync.ts'
import type { WebhookEvent } from '#core/webhooks/event.ts'
import { abandonSync } from '../../lambdas/sync/abandon.ts'
import { createUpkeep } from '../../lambdas/sync/upkeep.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const open = () => openWorkplace()

const ada = '1,Ada,,B,Bern,Research,'
const bob = '2,Bob,1,B,Bern,Research,'
const cy = '3,Cy,1,Z,Basel,Sales,'

const events = ({ told }: Workplace): WebhookEvent[] => told.map(({ body }) => JSON.parse(body).event)
const sync = async (work: Workplace, rows: readonly string[], name = 'employees.csv') =>
  work.run(await work.deliver(name, employeesCsv(rows)))

/** What `data-changed` names after one more file. */
const changedBy = async (work: Workplace, rows: readonly string[]): Promise<readonly string[] | undefined> => {
  work.told.length = 0
  await sync(work, rows)
  const changed = events(work).find((event) => event.type === 'data-changed')
  return changed && [...changed.models].sort()
}

describe('a sync', () => {
  it('tells that it has finished, with its state and times, and then what changed', async () => {
    const work = await open()
    const { id, startedAt, endedAt } = await sync(work, [ada, bob])
    const [finished, changed, state] = events(work)
    expect(finished).toMatchObject({
      type: 'sync-finished',
      id: `sync-finished-${id}`,
      syncId: id,
      state: 'SUCCEEDED',
      startedAt,
      endedAt,
      integrationId,
      endUser: { organizationName: 'Example' },
    })
    expect(changed).toMatchObject({ type: 'data-changed', id: `data-changed-${id}` })
    expect(state).toMatchObject({ type: 'integration-state-changed', setupStatus: 'COMPLETED', qaStatus: 'PASSED' })
    expect(work.told.every(({ groupId }) => groupId === integrationId)).toBe(true)
  })

  it('lets nothing leave before the feed shows the last thing that it wrote', async () => {
    const work = await open()
    await sync(work, [ada, bob])
    const stored = [...(await work.stored()).values()]
    const shown = Math.max(...stored.map(({ feedAt }) => feedAt))
    expect(shown).toBeGreaterThan(work.now())
    for (const event of events(work).filter(({ type }) => type !== 'integration-state-changed'))
      expect(event.notBefore).toBeGreaterThanOrEqual(shown)
  })

  it('that changed nothing sends no data-changed, though it has finished', async () => {
    const work = await open()
    await sync(work, [ada, bob])
    work.told.length = 0
    await sync(work, [ada, bob])
    await sync(work, [bob, ada])
    expect(events(work).map(({ type }) => type)).toEqual(['sync-finished', 'sync-finished'])
  })

  it('names what changed: people, what they embed, and who belongs to which group', async () => {
    const work = await open()
    expect(await changedBy(work, [ada, bob, cy])).toEqual([
      'hris_employees',
      'hris_join_employees_teams',
      'hris_locations',
      'hris_teams',
    ])
    expect(await changedBy(work, ['1,Adele,,B,Bern,Research,', bob, cy])).toEqual(['hris_employees'])
    expect(await changedBy(work, ['1,Adele,,B,Bern,Research,', bob, '3,Cy,1,Z,Basel,Research,'])).toEqual([
      'hris_employees',
      'hris_join_employees_teams',
      'hris_teams',
    ])
    expect(await changedBy(work, ['1,Adele,,B,Bern,Research,', bob])).toEqual([
      'hris_employees',
      'hris_join_employees_teams',
      'hris_locations',
    ])
  })

  it('names a place that has another name, and the people who are shown with it', async () => {
    const work = await open()
    await sync(work, [ada, bob])
    expect(await changedBy(work, ['1,Ada,,B,Berne,Research,', '2,Bob,1,B,Berne,Research,'])).toEqual([
      'hris_employees',
      'hris_locations',
    ])
  })

  it('tells of a file that it refuses and of removals that it holds, with codes and numbers only', async () => {
    const work = await open()
    const many = Array.from({ length: 40 }, (_, index) => `${index + 1},Name ${index},,B,Bern,Research,`)
    await sync(work, many)
    work.told.length = 0
    const refused = await work.deliver('employees.csv', 'nothing,that,is\nmapped,at,all')
    await work.run(refused)
    await sync(work, many.slice(0, 10))
    const own = events(work).filter(({ type }) => type === 'file-rejected' || type === 'sync-held')
    expect(own).toMatchObject([
      { type: 'file-rejected', fileName: 'employees.csv', dataset: 'employees' },
      { type: 'sync-held', held: [{ dataset: 'employees', records: 30 }] },
    ])
    expect(JSON.stringify(own)).not.toContain('mapped')
    expect(JSON.stringify(own)).not.toContain('Name 1')
  })

  it('of an integration that is turned off has finished as cancelled, one that is given up as failed', async () => {
    const work = await open()
    const abandoned = await work.deliver('employees.csv', employeesCsv([ada]))
    await work.control.create(
      syncKey(integrationId, abandoned.syncId),
      newSync({ ...abandoned, id: abandoned.syncId, queuedAt: 0 }),
    )
    await abandonSync(work.ports, abandoned)
    await abandonSync(work.ports, abandoned)
    const off = await work.deliver('employees.csv', employeesCsv([bob]))
    await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
      ...each,
      status: 'INACTIVE' as const,
    }))
    await work.run(off)
    const finished = events(work).filter((event) => event.type === 'sync-finished')
    expect(finished.map(({ syncId, state }) => [syncId, state])).toEqual([
      [abandoned.syncId, 'FAILED'],
      [off.syncId, 'CANCELLED'],
    ])
  })
})

describe('events that a dead run left on the state', () => {
  const chores = (work: Workplace) => Array.fromAsync(listDocuments(work.control, { pk: chorePartition }, ChoreSchema))
  const reminders = async (work: Workplace) => (await chores(work)).filter(({ kind }) => kind === 'upkeep')

  it('are sent by the upkeep that housekeeping queues for them, under the same ids', async () => {
    const work = await open()
    const message = await work.deliver('employees.csv', employeesCsv([ada, bob]))
    let sends = 0
    const send = async (queued: (typeof work.told)[number]) => {
      sends += 1
      if (sends === 2) throw new Error('killed')
      work.told.push(queued)
    }
    await expect(work.run(message, { ...work.ports, webhookQueue: { send } })).rejects.toThrow('killed')
    expect(await reminders(work)).toHaveLength(1)
    await createUpkeep(work.ports)({ kind: 'upkeep', integrationId }, work.now() + 900_000)
    expect(events(work).map(({ id }) => id)).toEqual([
      `sync-finished-${message.syncId}`,
      `sync-finished-${message.syncId}`,
      `data-changed-${message.syncId}`,
      expect.stringContaining('integration-state-changed'),
    ])
    expect(await reminders(work)).toEqual([])
  })

  it('need no reminder once they are sent', async () => {
    const work = await open()
    await sync(work, [ada])
    expect(await reminders(work)).toEqual([])
  })
})
