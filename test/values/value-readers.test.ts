import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readBoolean } from '#core/values/boolean.ts'
import { dateReader, yearPivot } from '#core/values/date.ts'
import { isEmail } from '#core/values/email.ts'
import { numberReader } from '#core/values/number.ts'
import { isFlaw, type ValueReader } from '#core/values/reading.ts'
import { dateTimeReader, readTime } from '#core/values/time.ts'
import { wordKey } from '#core/values/word-key.ts'

const unreadable = 'unreadable'
const empty = 'empty'
const read = (reader: ValueReader, text: string): unknown => {
  const reading = reader(text)
  if (reading === undefined) return empty
  return isFlaw(reading) ? unreadable : reading
}

describe('dates', () => {
  it.each([
    [undefined, '2024-02-29', '2024-02-29'],
    [undefined, '20240229', '2024-02-29'],
    [undefined, '2024-02-29T23:30:00+02:00', '2024-02-29'],
    [undefined, '2023-02-29', unreadable],
    [undefined, '29.02.2024', unreadable],
    ['dd.MM.yyyy', '01.05.2022', '2022-05-01'],
    ['dd.MM.yyyy', '1.5.2022', '2022-05-01'],
    ['dd.MM.yyyy', '01.05.2022 00:00:00', '2022-05-01'],
    ['dd.MM.yyyy', '01.05.22', unreadable],
    ['dd.MM.yyyy', '01/05/2022', unreadable],
    ['dd.MM.yyyy', '31.04.2022', unreadable],
    ['dd.MM.yyyy', '00.00.0000', empty],
    ['dd.MM.yyyy', '01.01.0001', empty],
    ['dd.MM.yyyy', '31.12.9999', '9999-12-31'],
    ['dd.MM.yyyy', '01.05.20222', unreadable],
    ['dd.MM.yyyy', '01.05.2022x', unreadable],
    ['dd.MM.yyyy HH:mm', '01.05.2022 08:15', '2022-05-01'],
    ['MM/dd/yyyy', '05/01/2022', '2022-05-01'],
    ['MM/dd/yyyy', '13/01/2022', unreadable],
    ['yyyyMMdd', '20220501', '2022-05-01'],
    ['yyyyMMdd', '00000000', empty],
    ['ddMMyyyy', '01052022', '2022-05-01'],
    ['ddMMyyyy', '1052022', unreadable],
    ['dd.MM.yy', '01.05.49', '2049-05-01'],
    ['dd.MM.yy', '01.05.50', '1950-05-01'],
    ['d M yyyy', '1 5 2022', '2022-05-01'],
  ])('as %s read %j as %s', (format, text, expected) => {
    expect(read(dateReader(format), text)).toBe(expected)
  })

  it('put two-digit birth years into the past', () => {
    expect(read(dateReader('dd.MM.yy', yearPivot.birth), '01.05.45')).toBe('1945-05-01')
  })

  it('read back every day written in any format', () => {
    const day = fc.date({ min: new Date('1950-01-01'), max: new Date('2049-12-31'), noInvalidDate: true })
    const order = fc.shuffledSubarray(['y', 'M', 'd'], { minLength: 3 })
    const separator = fc.constantFrom('', '.', '/', '-', ' ')
    fc.assert(
      fc.property(day, order, separator, fc.boolean(), (date, units, between, short) => {
        const iso = date.toISOString().slice(0, 10)
        const year = short ? iso.slice(2, 4) : iso.slice(0, 4)
        const written: Record<string, string> = { y: year, M: iso.slice(5, 7), d: iso.slice(8) }
        const tokens: Record<string, string> = { y: short ? 'yy' : 'yyyy', M: 'MM', d: 'dd' }
        const format = units.map((unit) => tokens[unit]).join(between)
        expect(read(dateReader(format), units.map((unit) => written[unit]).join(between))).toBe(iso)
      }),
    )
  })

  it('are real days or unreadable, whatever the text', () => {
    const format = fc.constantFrom(undefined, 'dd.MM.yyyy', 'MM/dd/yy', 'yyyyMMdd')
    fc.assert(
      fc.property(
        format,
        fc.string({ unit: fc.constantFrom(...'0123456789./-: TZ+'), maxLength: 20 }),
        (shape, text) => {
          const value = read(dateReader(shape), text)
          if (value === unreadable || value === empty) return
          expect(new Date(String(value)).toISOString().slice(0, 10)).toBe(value)
        },
      ),
      { numRuns: 2000 },
    )
  })
})

describe('times', () => {
  it.each([
    ['8:05', '08:05:00'],
    ['23:59:59', '23:59:59'],
    ['24:00', '24:00:00'],
    ['12:30 am', '00:30:00'],
    ['1:15PM', '13:15:00'],
    ['24:01', unreadable],
    ['13:00 pm', unreadable],
    ['8.05', unreadable],
    ['', unreadable],
  ])('%j is %s', (text, expected) => {
    expect(read(readTime, text)).toBe(expected)
  })

  it.each([
    [undefined, '2024-05-01T08:00:00Z', '2024-05-01T08:00:00.000Z'],
    [undefined, '2024-05-01 08:00', '2024-05-01T08:00:00.000Z'],
    [undefined, '2024-05-01T00:30:00+02:00', '2024-04-30T22:30:00.000Z'],
    [undefined, '2024-05-01T08:00+02', '2024-05-01T06:00:00.000Z'],
    [undefined, '2024-05-01 08:00:00 UTC', '2024-05-01T08:00:00.000Z'],
    ['dd.MM.yyyy HH:mm', '01.05.2024 08:15', '2024-05-01T08:15:00.000Z'],
    ['MM/dd/yyyy', '05/01/2024 1:15 PM', '2024-05-01T13:15:00.000Z'],
    [undefined, '2024-05-01', unreadable],
    [undefined, '2024-02-30T08:00:00Z', unreadable],
    [undefined, '2024-05-01T25:00:00Z', unreadable],
  ])('with a date as %s, %j is %s', (format, text, expected) => {
    expect(read(dateTimeReader(format), text)).toBe(expected)
  })
})

describe('numbers', () => {
  it.each([
    ['.', '38.5', 38.5],
    ['.', '1,234.50', 1234.5],
    ['.', '1234', 1234],
    ['.', '1.234', 1.234],
    ['.', '.5', 0.5],
    ['.', '-3', -3],
    ['.', '3-', -3],
    ['.', '38,5', unreadable],
    ['.', '12,34,567', unreadable],
    [',', '38,5', 38.5],
    [',', '1.234', 1234],
    [',', '1.234.567,89', 1234567.89],
    [',', "1'234,5", 1234.5],
    [',', '1\u00a0234,5', 1234.5],
    [',', '1\u202f234', 1234],
    [',', '38.5', unreadable],
    ['.', '50%', unreadable],
    ['.', '5 €', 5],
    ['.', '5 h', unreadable],
    ['.', '1e5', unreadable],
    ['.', 'Infinity', unreadable],
    ['.', '-', unreadable],
    ['.', '-0', 0],
  ] as const)('with decimal %j read %j as %s', (decimal, text, expected) => {
    expect(read(numberReader(decimal), text)).toBe(expected)
  })

  it('come back as they were written in a country', () => {
    const countries = fc.constantFrom(['.', 'en-US'], [',', 'de-DE'], [',', 'fr-FR'], ['.', 'de-CH'])
    fc.assert(
      fc.property(countries, fc.integer({ min: -999_999_999, max: 999_999_999 }), ([decimal, country = ''], cents) => {
        const written = new Intl.NumberFormat(country, { minimumFractionDigits: 2 }).format(cents / 100)
        expect(read(numberReader(decimal === ',' ? ',' : '.'), written)).toBe(cents / 100)
      }),
    )
  })
})

describe('other values', () => {
  it.each([
    ['TRUE', true],
    ['ja', true],
    ['Sí', true],
    ['x', true],
    ['1', true],
    ['Nein', false],
    ['FAUX', false],
    ['não', false],
    ['0', false],
    ['perhaps', unreadable],
  ])('%j is %s', (text, expected) => {
    expect(read(readBoolean, text)).toBe(expected)
  })

  it.each([
    ['ann.o-hara+hr@mail.example.com', true],
    ["d'arcy@example.co.uk", true],
    ['Ann@Example.COM', true],
    ['.ann@example.com', false],
    ['a..b@example.com', false],
    ['ann@example', false],
    ['ann example.com', false],
    ['jürgen@example.com', false],
    [`${'a'.repeat(300)}@example.com`, false],
  ])('%j is an address: %s', (text, expected) => {
    expect(isEmail(text)).toBe(expected)
  })

  it('compares words without case, accents and punctuation, umlauts spelled out', () => {
    expect(wordKey('  Übergröße (m/w) ')).toBe('uebergroesse m w')
    expect(wordKey('U\u0308ber')).toBe('ueber')
    expect(wordKey('FULL_TIME')).toBe(wordKey('Full-time'))
    expect(wordKey('Prénom')).toBe('prenom')
    expect(wordKey('社員番号')).toBe('社員番号')
  })
})
