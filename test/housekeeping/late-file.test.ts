import { describe, expect, it } from 'vitest'
import { updateDocument } from '#core/control/documents.ts'
import { awaitNextFile } from '#core/control/expected-file.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { integrationKey } from '#core/control/keys.ts'
import type { WebhookEvent } from '#core/webhooks/event.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { dynalite } from '../contracts/dynalite.ts'
import { employeesCsv, integrationId, openWorkplace } from '../sync/workplace.ts'

const dynamo = await dynalite()
const hour = 60 * 60 * 1000
const csv = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01'])

const openHouse = async (everyHours?: number) => {
  const work = await openWorkplace(dynamo.client())
  const change = (changed: (integration: Integration) => Integration) =>
    updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, changed)
  if (everyHours) await change((each) => ({ ...each, expectedFile: { everyHours, since: work.now() } }))
  const keepHouse = createHousekeeping({ ...work, landingQueue: { send: async () => undefined }, log: () => undefined })
  const late = () =>
    work.told.map(({ body }): WebhookEvent => JSON.parse(body).event).filter(({ type }) => type === 'file-late')
  /** What housekeeping tells in the hours that pass. */
  const toldIn = async (hours: number) => {
    work.told.length = 0
    for (let passed = 0; passed < hours; passed += 1) {
      work.pass(hour)
      await keepHouse()
    }
    return late()
  }
  return { work, change, toldIn }
}

describe('an employees file that is expected every 24 hours', () => {
  it('is late when none has come by a tenth more, and that is told once', async () => {
    const { work, toldIn } = await openHouse(24)
    await work.deliver('employees.csv', csv)
    const receivedAt = work.now()
    expect(await toldIn(26)).toEqual([])
    expect(await toldIn(1)).toMatchObject([{ integrationId, fileName: 'employees.csv', receivedAt, everyHours: 24 }])
    expect(await toldIn(72)).toEqual([])
  })

  it('is told of once, also when it is expected more often while it is late', async () => {
    const { work, change, toldIn } = await openHouse(24)
    await work.deliver('employees.csv', csv)
    expect(await toldIn(30)).toHaveLength(1)
    const after = await change((each) => ({ ...each, expectedFile: { everyHours: 12, since: work.now() } }))
    await awaitNextFile(work.control, after ?? expect.unreachable())
    expect(await toldIn(48)).toEqual([])
  })

  it('is late again after the next one', async () => {
    const { work, toldIn } = await openHouse(24)
    await work.deliver('employees.csv', csv)
    const [first] = await toldIn(48)
    await work.deliver('employees.csv', csv)
    const [second] = await toldIn(48)
    expect(second?.id).not.toBe(first?.id)
    expect(second).toMatchObject({ type: 'file-late' })
  })

  it('is not late while one comes every day', async () => {
    const { work, toldIn } = await openHouse(24)
    for (let day = 0; day < 4; day += 1) {
      await work.deliver('employees.csv', csv)
      expect(await toldIn(24)).toEqual([])
    }
  })

  it.each([
    ['of another dataset', 'absences.csv', 'id,employee,type,start\na1,1,Sick,2026-01-05'],
    ['with nothing in it', 'employees.csv', ''],
  ])('is late though a file %s has come', async (_, name, text) => {
    const { work, toldIn } = await openHouse(24)
    await work.deliver('employees.csv', csv)
    expect(await toldIn(12)).toEqual([])
    await work.deliver(name, text)
    expect(await toldIn(15)).toHaveLength(1)
  })

  it.each(['INACTIVE', 'DELETING'] as const)('is never late of one that is %s', async (status) => {
    const { work, change, toldIn } = await openHouse(24)
    await work.deliver('employees.csv', csv)
    await change((each) => ({ ...each, status }))
    expect(await toldIn(72)).toEqual([])
  })

  it('is not late before the first one has come', async () => {
    const { work, toldIn } = await openHouse(24)
    await awaitNextFile(work.control, { id: integrationId, expectedFile: { everyHours: 24, since: 0 } }, work.now())
    expect(await toldIn(48)).toEqual([])
  })

  it('is not late once it is not expected any more, or less often', async () => {
    const { work, change, toldIn } = await openHouse(24)
    await work.deliver('employees.csv', csv)
    await change((each) => ({ ...each, expectedFile: { everyHours: 48, since: work.now() } }))
    expect(await toldIn(48)).toEqual([])
    await work.deliver('employees.csv', csv)
    await change(({ expectedFile: _, ...each }) => each)
    expect(await toldIn(72)).toEqual([])
  })
})

it('a file that nobody expects is never late', async () => {
  const { work, toldIn } = await openHouse()
  await work.deliver('employees.csv', csv)
  expect(await toldIn(72)).toEqual([])
})

it('an hour’s grace is the least', async () => {
  const { work, toldIn } = await openHouse(1)
  await work.deliver('employees.csv', csv)
  expect(await toldIn(1)).toEqual([])
  expect(await toldIn(1)).toHaveLength(1)
})
