import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAfter, dayIn, isTimeZone, startOfDay } from '#core/values/zoned-day.ts'

const zones = ['UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Pacific/Kiritimati', 'Pacific/Pago_Pago']

describe('a day in a zone', () => {
  it('is the one on the wall there', () => {
    const moment = Date.UTC(2026, 6, 1, 22, 30)
    expect(dayIn(moment, 'UTC')).toBe('2026-07-01')
    expect(dayIn(moment, 'Europe/Berlin')).toBe('2026-07-02')
    expect(dayIn(moment, 'America/New_York')).toBe('2026-07-01')
  })

  it('begins at midnight there, also where clocks change', () => {
    expect(startOfDay('2026-07-02', 'Europe/Berlin')).toBe(Date.UTC(2026, 6, 1, 22))
    expect(startOfDay('2026-03-29', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 28, 23))
    expect(startOfDay('2026-03-30', 'Europe/Berlin')).toBe(Date.UTC(2026, 2, 29, 22))
  })

  it('has begun at its start, and hardly earlier', () => {
    const days = fc.date({ min: new Date('2020-01-02'), max: new Date('2040-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(days, fc.constantFrom(...zones), (date, zone) => {
        const day = date.toISOString().slice(0, 10)
        const start = startOfDay(day, zone)
        expect(dayIn(start, zone)).toBe(day)
        expect(dayIn(start - 2 * 3_600_000, zone) < day).toBe(true)
      }),
    )
  })

  it('is followed by the next one of the calendar', () => {
    expect(dayAfter('2028-02-28')).toBe('2028-02-29')
    expect(dayAfter('2026-12-31')).toBe('2027-01-01')
  })

  it('knows which zones there are', () => {
    expect(isTimeZone('Europe/Berlin')).toBe(true)
    expect(isTimeZone('Europe/Bärlin')).toBe(false)
  })
})
