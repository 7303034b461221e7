import { describe, expect, it } from 'vitest'
import { dateReader } from '#core/values/date.ts'
import { turnOf } from '#core/values/date-turn.ts'

const unreadable = { code: 'DATE_UNREADABLE', value: null }

describe('a date that can be read in one way only', () => {
  it.each([
    ['2020-12-31', '2020-12-31'],
    ['2020-12-31-08:00', '2020-12-31'],
    ['2020-12-31Z', '2020-12-31'],
    ['2020-12-31T23:30:00.000+02:00', '2020-12-31'],
    ['2020-12-31 00:00:00 UTC', '2020-12-31'],
    ['2020-12-31 00:00:00+00', '2020-12-31'],
    ['31-Dec-2020', '2020-12-31'],
    ['31-DEC-20', '2020-12-31'],
    ['31DEC2020', '2020-12-31'],
    ['Dec 31, 2020', '2020-12-31'],
    ['Thursday, December 31st, 2020 9:00 AM', '2020-12-31'],
    ['31. Dezember 2020', '2020-12-31'],
    ['1. März 2020', '2020-03-01'],
    ['1 Mrz. 2020', '2020-03-01'],
    ['31 déc. 2020', '2020-12-31'],
    ['1er août 2020', '2020-08-01'],
    ['31 de diciembre de 2020', '2020-12-31'],
    ['15-ago-2020', '2020-08-15'],
    ['31 dicembre 2020', '2020-12-31'],
    ['3 mei 2020', '2020-05-03'],
    ['3 de março de 2020', '2020-03-03'],
    ['2020-Dec-31', '2020-12-31'],
    ['44196', '2020-12-31'],
    ['44196,75', '2020-12-31'],
  ])('is understood in every column: %s', (text, day) => {
    for (const format of [undefined, 'dd.MM.yyyy', 'MM/dd/yyyy']) expect(dateReader(format)(text)).toBe(day)
  })

  it.each(['31-Foo-2020', '31 Feb 2020', 'Dec 2020', 'Decimal 31, 2020', '00042', '99999', '1234567', 'x'.repeat(70)])(
    'is not made of %s',
    (text) => {
      expect(dateReader('dd.MM.yyyy')(text)).toEqual(unreadable)
    },
  )

  it('is no number in a column without separators', () => {
    expect(dateReader('ddMMyy')('44196')).toEqual(unreadable)
  })
})

it.each([
  ['31/12/2020', 'dayFirst'],
  ['12/31/2020 08:00', 'monthFirst'],
  ['1.2.20', 'either'],
  ['31122020', 'dayFirst'],
  ['12312020', 'monthFirst'],
  ['13/13/2020', undefined],
  ['00/00/0000', undefined],
  ['2020-12-31', undefined],
  ['1234', undefined],
])('%s is read with %s', (text, turn) => {
  expect(turnOf(text)).toBe(turn)
})
