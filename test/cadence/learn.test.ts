import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lateFrom } from '#core/cadence/late-from.ts'
import { learnCadence } from '#core/cadence/learn.ts'
import { momentOf } from '#core/values/zoned-day.ts'
import { arrivalsOf, placeOf, type Sender } from './arrivals.ts'

const hour = 3_600_000
const day = 24 * hour
const enough = 5

/** Goes through arrivals as they come: answers the gaps (index of the arrival that ends it) that would have been told of. */
const alarmsIn = (arrivals: readonly number[], sender: Sender, from = enough, to = arrivals.length) => {
  const place = placeOf(sender)
  const alarms: number[] = []
  for (let index = from; index < to; index += 1) {
    const cadence = learnCadence(arrivals.slice(0, index), place)
    if (!cadence) throw new Error(`nothing is learned from ${index} arrivals`)
    if (lateFrom(cadence, arrivals[index - 1] ?? 0, place) < (arrivals[index] ?? 0)) alarms.push(index)
  }
  return alarms
}

/** The first place at which a gap can be seen: what has never come on a Sunday is not waited for on one. */
const knownFrom = ({ weekdays }: Pick<Sender, 'weekdays'>) => Math.max(enough, weekdays.length)

const workdays = [1, 2, 3, 4, 5]
const berlin: Sender = {
  timeZone: 'Europe/Berlin',
  weekdays: workdays,
  holidays: ['2026-04-03', '2026-04-06'],
  time: 120,
  clock: 'zone',
  from: '2026-02-02',
  jitter: [9, 14, 0, 22, 41, 5, 17, 3],
}

const senders: readonly (readonly [string, Sender])[] = [
  ['on workdays at night', berlin],
  ['by a clock that knows no summer', { ...berlin, clock: 'utc' }],
  ['around midnight', { ...berlin, time: 0 }],
  ['when clocks change', { ...berlin, time: 150 }],
  ['in autumn', { ...berlin, from: '2026-08-31', holidays: ['2026-10-02', '2026-12-25'] }],
  ['in New York', { ...berlin, timeZone: 'America/New_York', time: 1380, holidays: ['2026-02-16', '2026-05-25'] }],
  ['every day', { ...berlin, weekdays: [...workdays, 6, 7], holidays: [] }],
  ['from Monday to Saturday', { ...berlin, weekdays: [...workdays, 6], time: 1200 }],
  ['on Sunday and Wednesday', { ...berlin, weekdays: [3, 7], holidays: [] }],
  ['on Mondays', { ...berlin, weekdays: [1], holidays: [] }],
]

describe.each(senders)('90 files that come %s', (_, sender) => {
  const arrivals = arrivalsOf(sender, 90)

  it('are never late', () => {
    expect(alarmsIn(arrivals, sender)).toEqual([])
  })

  it('are late wherever one is missing, there only, and again when the next one but one is missing', () => {
    for (let missing = knownFrom(sender); missing < 89; missing += 1) {
      const rest = arrivals.filter((_, index) => index !== missing)
      expect([missing, alarmsIn(rest, sender, missing, Math.min(rest.length, missing + 4))]).toEqual([
        missing,
        [missing],
      ])
      const without = arrivals.filter((_, index) => index !== missing && index !== missing + 2)
      if (missing < 87) expect(alarmsIn(without, sender, missing, missing + 2)).toEqual([missing, missing + 1])
    }
  })
})

const day0 = Date.parse('2026-01-01')
/** A clock that knows no summer may not carry the files over midnight: then nobody can say whose holiday it is. */
const startsOf = fc.oneof(
  fc.record({ clock: fc.constant('zone' as const), time: fc.integer({ min: 0, max: 1439 }) }),
  fc.record({ clock: fc.constant('utc' as const), time: fc.integer({ min: 90, max: 1260 }) }),
)
const senderOf = fc.record({
  start: startsOf,
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'),
  weekdays: fc.constantFrom(workdays, [...workdays, 6], [1, 2, 3, 4, 5, 6, 7]),
  from: fc.integer({ min: 0, max: 364 }).map((days) => new Date(day0 + days * day).toISOString().slice(0, 10)),
  /** Of the first files one comes on time: who always takes ten minutes and begins just before midnight looks like the next day. */
  jitter: fc.array(fc.integer({ min: 0, max: 45 }), { minLength: 6, maxLength: 12 }).map((later) => [0, ...later]),
  holidayOffsets: fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 61, max: 120 })),
})

it('whoever sends 90 files on certain weekdays but two holidays: no false alarm, and a gap anywhere is found', () => {
  fc.assert(
    fc.property(senderOf, fc.integer({ min: enough, max: 88 }), ({ holidayOffsets, start, ...rest }, place) => {
      // One of the holidays may be the first of its weekday.
      const missing = Math.max(place, knownFrom(rest), 2 * rest.weekdays.length)
      const holidays = holidayOffsets.map((days) =>
        new Date(Date.parse(rest.from) + days * day).toISOString().slice(0, 10),
      )
      const sender = { ...rest, ...start, holidays }
      const arrivals = arrivalsOf(sender, 90)
      expect(alarmsIn(arrivals, sender)).toEqual([])
      const gap = arrivals.filter((_, index) => index !== missing)
      expect(alarmsIn(gap, sender, missing, Math.min(gap.length, missing + 8))).toEqual([missing])
    }),
    { numRuns: 15 },
  )
})

const nowhere = { timeZone: 'UTC', isOff: () => false }
const start = Date.parse('2026-01-05T06:00:00Z')
const every = (ms: number, count: number) => Array.from({ length: count }, (_, index) => start + index * ms)
const onMonths = (dates: readonly string[]) => dates.map((date) => Date.parse(`${date}T04:00:00Z`))

describe('what is learned', () => {
  it.each([
    ['every hour', every(hour, 50), { every: 'hours', hours: 1, grace: 1 }],
    ['every six hours', every(6 * hour, 30), { every: 'hours', hours: 6, grace: 1 }],
    ['every two weeks', every(14 * day, 6), { every: 'days', days: 14, time: '06:00', grace: 14 }],
    ['every other day', every(2 * day, 20), { every: 'days', days: 2, time: '06:00', grace: 2 }],
    ['each half-year', every(182 * day, 5), { every: 'days', days: 182, time: '06:00' }],
    [
      'on the first workday of a month',
      onMonths(['2026-01-01', '2026-02-02', '2026-03-02', '2026-04-01', '2026-05-01', '2026-06-01']),
      { every: 'month', day: 1, time: '04:00', grace: 24 },
    ],
    ['each Monday', every(7 * day, 6), { every: 'week', weekdays: ['monday'], time: '06:00', grace: 2 }],
  ])('of files that come %s', (_, arrivals, cadence) => {
    expect(learnCadence(arrivals, nowhere)).toMatchObject(cadence)
  })

  it('of four files is nothing', () => {
    expect(learnCadence(every(day, 4), nowhere)).toBeUndefined()
    expect(learnCadence(every(day, 5), nowhere)).toBeDefined()
  })

  it('of files that come as they like is nothing', () => {
    const arrivals = [0, 1, 9, 10, 13, 40, 41, 59, 60, 84].map((days) => start + days * day)
    expect(learnCadence(arrivals, nowhere)).toBeUndefined()
  })

  it('is not mistaken by parts that come together, and second tries', () => {
    const arrivals = every(day, 10).flatMap((moment) => [moment, moment + 60_000, moment + 20 * 60_000])
    expect(learnCadence(arrivals, nowhere)).toMatchObject({ every: 'week', grace: 2 })
  })

  it('is another one some weeks after the files come on other days', () => {
    const sevenDays = { ...berlin, weekdays: [1, 2, 3, 4, 5, 6, 7], holidays: [] }
    const before = arrivalsOf(sevenDays, 56)
    const after = arrivalsOf({ ...sevenDays, weekdays: workdays, from: '2026-03-30' }, 20)
    const learned = learnCadence([...before, ...after], placeOf(sevenDays))
    expect(learned).toMatchObject({ every: 'week', weekdays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] })
  })
})

describe('a file is late', () => {
  const at = (wall: string, timeZone = 'Europe/Berlin') => momentOf(Date.parse(`${wall}Z`), timeZone)
  const place = { timeZone: 'Europe/Berlin', isOff: (date: string) => date === '2026-04-06' }
  const weekly = { every: 'week', weekdays: ['monday', 'friday'], time: '02:00', grace: 2 } as const
  const monthly = { every: 'month', day: 31, time: '02:00', grace: 24 } as const

  it.each([
    ['on the next weekday that is not off', weekly, '2026-04-03T02:10', '2026-04-10T04:00'],
    ['on the same day, if the last one came long before it', weekly, '2026-04-02T12:00', '2026-04-03T04:00'],
    ['not by one that came a little early', weekly, '2026-04-02T23:00', '2026-04-10T04:00'],
    [
      'after so many days, or the next that is not off',
      { every: 'days', days: 3, time: '02:00', grace: 1 },
      '2026-04-03T02:00',
      '2026-04-07T03:00',
    ],
    ['on the last day of a short month', monthly, '2026-03-31T02:00', '2026-05-01T02:00'],
    ['on the workday after the day of the month', monthly, '2026-04-30T02:00', '2026-06-02T02:00'],
    [
      'after so many hours of counted days',
      { every: 'hours', hours: 24, weekdays: ['friday', 'monday', 'tuesday'], grace: 0 },
      '2026-04-03T10:00',
      '2026-04-07T10:00',
    ],
    [
      'by real hours when clocks change',
      { every: 'hours', hours: 24, grace: 0 },
      '2026-03-28T10:00',
      '2026-03-29T11:00',
    ],
  ] as const)('%s', (_, cadence, last, late) => {
    expect(new Date(lateFrom(cadence, at(last), place))).toEqual(new Date(at(late)))
  })

  it('in two years at the latest, where every day is off', () => {
    const off = { timeZone: 'UTC', isOff: () => true }
    expect(lateFrom(weekly, start, off)).toBeLessThan(start + 740 * day)
    expect(lateFrom({ every: 'hours', hours: 1, grace: 0 }, start, off)).toBeLessThan(start + 740 * day)
  })
})
