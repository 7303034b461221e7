import { describe, expect, it } from 'vitest'
import { queryDocuments, updateDocument } from '#core/control/documents.ts'
import { ExportFileSchema } from '#core/control/file.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { filePartition, integrationKey, stateKey, syncKey } from '#core/control/keys.ts'
import { queueSync } from '#core/control/queue-sync.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { random } from '../../lambdas/runtime/system.ts'
import { createSync } from '../../lambdas/sync/sync.ts'
import { employeesCsv, integrationId, openWorkplace, type Workplace } from './workplace.ts'

const file = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01'])

const change = ({ control }: Workplace, parts: Partial<Integration>) =>
  updateDocument(control, integrationKey(integrationId), IntegrationSchema, (each) => ({ ...each, ...parts }))

const askForSync = async ({ control, syncQueue, sent, now }: Workplace, reason: SyncMessage['reason']) => {
  await queueSync({ control, syncQueue, system: { clock: now, random } }, { integrationId, reason })
  return JSON.parse(sent.at(-1)?.body ?? '')
}

const fileStates = async ({ control }: Workplace) =>
  (await queryDocuments(control, filePartition(integrationId), ExportFileSchema)).values.map(({ state }) => state)

describe('an integration that is turned off', () => {
  it('while its sync is running has nothing written, and applies the file once it is on again', async () => {
    const work = await openWorkplace()
    const message = await work.deliver('employees.csv', file)
    const archive: typeof work.archive = {
      ...work.archive,
      open: async (...opening) => {
        await change(work, { status: 'INACTIVE' })
        return work.archive.open(...opening)
      },
    }
    expect((await work.run(message, { ...work.ports, archive })).state).toBe('CANCELLED')
    expect((await work.stored()).size).toBe(0)
    expect(await fileStates(work)).toEqual(['QUEUED'])
    await change(work, { status: 'ACTIVE' })
    expect((await work.run(await askForSync(work, 'file'))).state).toBe('SUCCEEDED')
    expect((await work.stored()).has('hris_employees 1')).toBe(true)
    expect(await fileStates(work)).toEqual(['ACCEPTED'])
  })

  it('keeps the files that arrive and applies them once it is on again', async () => {
    const work = await openWorkplace()
    await change(work, { status: 'INACTIVE' })
    expect((await work.run(await work.deliver('employees.csv', file))).state).toBe('CANCELLED')
    expect(await fileStates(work)).toEqual(['QUEUED'])
    await change(work, { status: 'ACTIVE' })
    expect((await work.run(await askForSync(work, 'file'))).state).toBe('SUCCEEDED')
    expect((await work.stored()).has('hris_employees 1')).toBe(true)
  })
})

describe('a message of an integration that is gone', () => {
  const deadline = Number.MAX_SAFE_INTEGER

  it.each(['deleted', 'unknown'] as const)('leaves nothing behind: %s', async (name) => {
    const work = await openWorkplace()
    if (name === 'deleted') await change(work, { status: 'DELETING' })
    const id = name === 'deleted' ? integrationId : 'sftp:999999999999999999999999'
    await createSync(work.ports)({ kind: 'sync', integrationId: id, syncId: 'late', reason: 'verify' }, deadline)
    expect(await work.control.get(stateKey(id))).toBeUndefined()
    expect(await work.control.get(syncKey(id, 'late'))).toBeUndefined()
  })
})

describe('a sync that was put off', () => {
  const second = employeesCsv(['1,Eda,,B,Berne,Sales,2020-01-01', '2,Bob,,B,Berne,Sales,2020-01-01'])

  const endsOf = ({ told }: Workplace, syncId: string) =>
    told
      .map(({ body }) => JSON.parse(body).event)
      .filter((event) => event?.type === 'sync-finished' && event.syncId === syncId)
      .map((event) => event.state)

  it.each([
    { name: 'before it goes on', early: true },
    { name: 'while it goes on', early: false },
  ])('and whose integration is turned off $name ends once, and the next one applies its file', async ({ early }) => {
    const work = await openWorkplace()
    await work.run(await work.deliver('employees.csv', file))
    const message = await work.deliver('employees.csv', second)
    await work.run(message, work.ports, 100_000)
    expect((await work.state()).pending).not.toBeNull()
    if (early) await change(work, { status: 'INACTIVE' })
    const archive: typeof work.archive = {
      ...work.archive,
      open: async (...opening) => {
        await change(work, { status: 'INACTIVE' })
        return work.archive.open(...opening)
      },
    }
    expect((await work.run(message, { ...work.ports, archive })).state).toBe('CANCELLED')
    await change(work, { status: 'ACTIVE' })
    expect((await work.run(await askForSync(work, 'file'))).state).toBe('SUCCEEDED')
    expect(endsOf(work, message.syncId)).toEqual(['CANCELLED'])
    expect((await work.stored()).get('hris_employees 1')?.body).toContain('Eda')
    expect((await work.stored()).has('hris_employees 2')).toBe(true)
  })
})

describe('an integration whose customer has steps to confirm', () => {
  it('has nothing stored before, even under an approved mapping, and is told what it waits for', async () => {
    const work = await openWorkplace()
    await change(work, { enableFiltering: true, openSteps: ['filtering'] })
    const sync = await work.run(await work.deliver('employees.csv', file))
    expect(sync).toMatchObject({ state: 'FAILED', datasets: [{ outcome: 'waiting_for_mapping' }] })
    expect(sync.datasets[0]?.issues[0]?.message).toContain('the customer has confirmed')
    expect((await work.stored()).size).toBe(0)
    await change(work, { openSteps: [] })
    expect((await work.run(await askForSync(work, 'mapping'))).state).toBe('SUCCEEDED')
    expect((await work.stored()).has('hris_employees 1')).toBe(true)
  })
})
