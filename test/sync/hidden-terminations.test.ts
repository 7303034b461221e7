import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { integrationId, openWorkplace, type Workplace } from './workplace.ts'

const dayMs = 24 * 60 * 60_000
const column = (name: string) => [{ from: 'column' as const, column: name }]
const mapping: Mapping = {
  dataset: 'employees',
  id: { columns: ['id'] },
  fields: {
    first_name: column('name'),
    start_date: column('start'),
    termination_date: column('end'),
    'manager.remote_id': column('manager'),
  },
}

const file =
  'id,name,start,end,manager\n1,Ada,2020-01-01,2026-01-11,\n2,Bob,2020-01-01,,1\n3,Cyd,2020-01-01,2025-12-01,'

const hiding = async (hidesTerminations: boolean) => {
  const work = await openWorkplace()
  await work.approveAs(mapping)
  await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
    ...each,
    hidesTerminations,
  }))
  await work.run(await work.deliver('employees.csv', file))
  return work
}

const endOf = async (work: Workplace, id: string) => {
  const body = JSON.parse((await work.stored()).get(`hris_employees ${id}`)?.body ?? '{}')
  return { end: body.termination_date, status: body.employment_status, manager: body.manager?.termination_date }
}

/** What housekeeping queues once so much time has passed, carried out. */
const passDays = async (work: Workplace, days: number) => {
  work.pass(days * dayMs)
  const before = work.sent.length
  await createHousekeeping({ ...work, landingQueue: work.syncQueue, log: work.ports.log })()
  const messages = work.sent.slice(before).map(({ body }) => JSON.parse(body))
  for (const message of messages.filter(({ kind }) => kind === 'sync')) await work.run(message)
  return messages.map(({ reason }) => reason)
}

const lastDay = '2026-01-11T00:00:00.000Z'

describe('somebody who is to leave', () => {
  it('shows it from the first day on, unless that is hidden', async () => {
    const work = await hiding(false)
    expect(await endOf(work, '1')).toMatchObject({ end: lastDay, status: 'ACTIVE' })
  })

  it('shows it on the last day, also where others show them, and nobody has to upload anything', async () => {
    const work = await hiding(true)
    expect(await endOf(work, '1')).toMatchObject({ end: null, status: 'ACTIVE' })
    expect(await endOf(work, '2')).toMatchObject({ manager: null })
    expect(await endOf(work, '3')).toMatchObject({ end: '2025-12-01T00:00:00.000Z', status: 'INACTIVE' })
    expect((await work.state()).dueAt).toBe('2026-01-11')
    await passDays(work, 9)
    expect(await endOf(work, '1')).toMatchObject({ end: null })
    expect(await passDays(work, 1)).toContain('due')
    expect(await endOf(work, '1')).toMatchObject({ end: lastDay, status: 'ACTIVE' })
    expect(await endOf(work, '2')).toMatchObject({ manager: lastDay })
    await passDays(work, 1)
    expect(await endOf(work, '1')).toMatchObject({ end: lastDay, status: 'INACTIVE' })
  })

  it('hides it again, or shows it, once the setting is another one', async () => {
    const work = await hiding(false)
    const set = async (hidesTerminations: boolean) => {
      await updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, (each) => ({
        ...each,
        hidesTerminations,
      }))
      await work.run({ kind: 'sync', integrationId, syncId: `hide-${hidesTerminations}`, reason: 'due' })
      return (await endOf(work, '1')).end
    }
    expect(await set(true)).toBeNull()
    expect(await set(false)).toBe(lastDay)
  })
})
