import { describe, expect, it } from 'vitest'
import { ArrivalsSchema, lookForAllFiles } from '#core/control/arrivals.ts'
import { readDocument, updateDocument } from '#core/control/documents.ts'
import { type Integration, IntegrationSchema } from '#core/control/integration.ts'
import { arrivalsKey, integrationKey } from '#core/control/keys.ts'
import type { WebhookEvent } from '#core/webhooks/event.ts'
import { createHousekeeping } from '../../lambdas/housekeeping/housekeeping.ts'
import { employeesCsv, integrationId, openWorkplace } from '../sync/workplace.ts'

const hour = 60 * 60 * 1000
const csv = employeesCsv(['1,Ada,,B,Bern,Research,2020-01-01'])

const openHouse = async (everyHours?: number) => {
  const work = await openWorkplace()
  const change = (changed: (integration: Integration) => Integration) =>
    updateDocument(work.control, integrationKey(integrationId), IntegrationSchema, changed)
  if (everyHours) await change((each) => ({ ...each, expectedFile: { everyHours, since: work.now() } }))
  const keepHouse = createHousekeeping({ ...work, landingQueue: { send: async () => undefined }, log: () => undefined })
  const told = (wanted: WebhookEvent['type']) =>
    work.told.map(({ body }): WebhookEvent => JSON.parse(body).event).filter(({ type }) => type === wanted)
  /** What housekeeping tells in the hours that pass. */
  const toldIn = async (hours: number) => {
    work.told.length = 0
    for (let passed = 0; passed < hours; passed += 1) {
      work.pass(hour)
      await keepHouse()
    }
    return told('file-late')
  }
  const arrivals = () => readDocument(work.control, arrivalsKey(integrationId, 'employees'), ArrivalsSchema)
  return { work, change, told, toldIn, arrivals }
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
    await change((each) => ({ ...each, expectedFile: { everyHours: 12, since: work.now() } }))
    await lookForAllFiles(work.control, integrationId, work.now())
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
    await lookForAllFiles(work.control, integrationId, work.now())
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

describe('files that came on five workdays', () => {
  const untilMonday = 3 * 24
  const friday = Date.parse('2026-05-15T06:00:00Z')

  /** On the Friday when the fifth has come, each at the same time of day. */
  const openAfterFive = async (calendar?: Integration['calendar']) => {
    const house = await openHouse()
    const { work, change, toldIn } = house
    await change((each) => ({ ...each, timeZone: 'Europe/Berlin', ...(calendar ? { calendar } : {}) }))
    work.pass(friday - 4 * 24 * hour - work.now())
    for (let day = 0; day < 4; day += 1) {
      await work.deliver('employees.csv', csv)
      expect(await toldIn(24)).toEqual([])
    }
    await work.deliver('employees.csv', csv)
    return house
  }

  it('are expected on the next workday, and late some time after', async () => {
    const { toldIn, arrivals } = await openAfterFive()
    expect(await toldIn(untilMonday + 1)).toEqual([])
    expect(await arrivals()).toMatchObject({ lateFrom: friday + (untilMonday + 2) * hour })
    const [late] = await toldIn(2)
    expect(late).toMatchObject({ type: 'file-late', dataset: 'employees', everyHours: null })
    expect(await arrivals()).toMatchObject({ lateSince: friday + (untilMonday + 2) * hour })
    expect(await toldIn(48)).toEqual([])
  })

  it('are late no longer once another has come, and that is told once', async () => {
    const { work, toldIn, told, arrivals } = await openAfterFive()
    expect(await toldIn(untilMonday + 5)).toHaveLength(1)
    await work.deliver('employees.csv', csv)
    await toldIn(2)
    const lateSince = friday + (untilMonday + 2) * hour
    expect(told('file-late-resolved')).toMatchObject([{ dataset: 'employees', lateSince }])
    expect(await arrivals()).not.toHaveProperty('lateSince')
    await toldIn(2)
    expect(told('file-late-resolved')).toEqual([])
  })

  it.each([
    ['a holiday of their country', { country: 'DE', region: null, days: [] }, '2026-05-25'],
    ['a holiday of their region', { country: 'DE', region: 'BY', days: [] }, '2026-06-04'],
    ['a day that is listed', { country: null, region: null, days: ['2026-05-18'] }, '2026-05-18'],
  ])('are not expected on %s', async (_, calendar, off) => {
    const { work, toldIn } = await openAfterFive(calendar)
    const daysUntil = Math.round((Date.parse(`${off}T06:00:00Z`) - friday) / (24 * hour))
    for (let day = 1; day < daysUntil; day += 1) {
      expect(await toldIn(24)).toEqual([])
      if (new Date(work.now()).getUTCDay() % 6 !== 0) await work.deliver('employees.csv', csv)
    }
    expect(await toldIn(48)).toEqual([])
    expect(await toldIn(3)).toHaveLength(1)
  })

  it('are not late where none are wanted', async () => {
    const { work, change, toldIn } = await openAfterFive()
    await change((each) => ({ ...each, cadences: { employees: { cadence: null, since: work.now() } } }))
    expect(await toldIn(untilMonday + 24)).toEqual([])
  })

  it('are awaited as was said, not as was learned', async () => {
    const { work, change, toldIn } = await openAfterFive()
    const cadence = { every: 'week', weekdays: ['wednesday'], time: '08:00', grace: 1 } as const
    await change((each) => ({ ...each, cadences: { employees: { cadence, since: work.now() } } }))
    expect(await toldIn(5 * 24)).toEqual([])
    expect(await toldIn(2)).toHaveLength(1)
  })

  it('have their time again after they were turned on', async () => {
    const { work, change, toldIn } = await openAfterFive()
    await change((each) => ({ ...each, status: 'INACTIVE' }))
    expect(await toldIn(14 * 24)).toEqual([])
    await change((each) => ({ ...each, status: 'ACTIVE', turnedOnAt: work.now() }))
    await lookForAllFiles(work.control, integrationId, work.now())
    expect(await toldIn(untilMonday + 1)).toEqual([])
    expect(await toldIn(2)).toHaveLength(1)
  })
})

it('each dataset has a cadence of its own', async () => {
  const { work, change, toldIn } = await openHouse()
  const since = work.now()
  const every = (hours: number) => ({ cadence: { every: 'hours' as const, hours, grace: 0 }, since })
  await change((each) => ({ ...each, cadences: { employees: every(48), absences: every(24) } }))
  await work.deliver('employees.csv', csv)
  await work.deliver('absences.csv', 'id,employee,type,start\na1,1,Sick,2026-01-05')
  expect(await toldIn(24)).toMatchObject([{ dataset: 'absences', fileName: 'absences.csv' }])
  expect(await toldIn(24)).toMatchObject([{ dataset: 'employees' }])
})
