import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compileMapping } from '#core/mapping/compile.ts'
import type { Source } from '#core/mapping/mapping.ts'
import { readCountry } from '#core/values/country.ts'
import { countryCodes } from '#core/values/country-codes.ts'
import { readCurrency } from '#core/values/currency.ts'
import { dateReader } from '#core/values/date.ts'
import { readEmail } from '#core/values/email.ts'
import { readIban } from '#core/values/iban.ts'
import { numberReader } from '#core/values/number.ts'
import { phoneReader } from '#core/values/phone.ts'
import { readTime } from '#core/values/time.ts'

describe('countries', () => {
  it.each([
    ['Germany', 'DE'],
    ['Deutschland', 'DE'],
    ['Allemagne', 'DE'],
    ['Paesi Bassi', 'NL'],
    ['España', 'ES'],
    ['Nederland', 'NL'],
    ['Alemanha', 'DE'],
    ['deu', 'DE'],
    ['840', 'US'],
    ['UK', 'GB'],
    ['USA', 'US'],
    ['ch', 'CH'],
  ])('%s is %s', (text, code) => {
    expect(readCountry(text)).toBe(code)
  })

  it('are themselves by each of their codes', () => {
    for (const [alpha2, ...others] of countryCodes)
      expect([alpha2, ...others].map((code) => readCountry(code))).toEqual([alpha2, alpha2, alpha2])
  })
})

describe('days that a spreadsheet counts', () => {
  const read = dateReader('serial')

  it.each([
    ['45000', '2023-03-15'],
    ['45000.75', '2023-03-15'],
    ['61', '1900-03-01'],
    ['2958465', '9999-12-31'],
  ])('%s is %s', (serial, day) => {
    expect(read(serial)).toBe(day)
  })

  it.each(['60', '2958466', '15.03.2023', 'soon', '-45000'])('%s is none', (text) => {
    expect(read(text)).toMatchObject({ code: 'DATE_UNREADABLE' })
  })

  it('follow each other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_958_464 }), (serial) => {
        const [day, next] = [read(String(serial)), read(String(serial + 1))]
        expect(Date.parse(String(next)) - Date.parse(String(day))).toBe(86_400_000)
      }),
    )
  })
})

it.each([
  ['€ 1.234,50', ',', 1234.5],
  ['1,234.50 USD', '.', 1234.5],
  ['CHF 50’000', '.', 50_000],
  ['-€5', '.', -5],
  ['EUR -5', '.', -5],
  ['1.000,00 €-', ',', -1000],
  ['(1,234.50)', '.', -1234.5],
  ['− 5', '.', -5],
  ['€ 1.234,-', ',', 1234],
  ['SFr. 5.--', '.', 5],
  ['5 Euro', '.', 5],
] as const)('money is read beside its currency: %s', (text, decimal, number) => {
  expect(numberReader(decimal)(text)).toBe(number)
})

it.each(['EUR', '€', '5 h', 'EURO 5', '5 EUR EUR', '1.000,-', '(-5)', '-(5)', '- 5 -'])('%s is no amount', (text) => {
  expect(numberReader('.')(text)).toMatchObject({ code: 'NUMBER_UNREADABLE' })
})

it.each([
  ['Ann Berg <ann@example.com>', 'ann@example.com'],
  ['<ann@example.com>', 'ann@example.com'],
  ['mailto:ann@example.com', 'ann@example.com'],
])('the address in %s is found', (text, address) => {
  expect(readEmail(text)).toBe(address)
})

it('an address that is none stays none, however it is wrapped', () => {
  expect(readEmail('Ann <nobody>')).toMatchObject({ code: 'EMAIL_INVALID' })
})

it('of several addresses none is chosen', () => {
  expect(readEmail('ann@example.com, bob@example.com')).toMatchObject({ code: 'EMAIL_INVALID' })
})

describe('an IBAN', () => {
  it('loses its spaces', () => {
    expect(readIban('de89 3704 0044 0532 0130 00')).toBe('DE89370400440532013000')
    expect(readIban('IBAN: NL91 ABNA 0417 1643 00')).toBe('NL91ABNA0417164300')
  })

  it.each([
    ['DE88 3704 0044 0532 0130 00', 'DE88370400440532013000'],
    ['DE8937040044053201300', 'DE8937040044053201300'],
    ['12 34 56', '12 34 56'],
  ])('that is none, as %s, is kept and reported', (text, kept) => {
    expect(readIban(text)).toEqual({ code: 'IBAN_INVALID', value: kept })
  })
})

describe('phone numbers', () => {
  it.each([
    ['+49 (0)170 1234567', undefined, '+491701234567'],
    ['0049 170/1234567', undefined, '+491701234567'],
    ['tel:+39 347 1234567', undefined, '+393471234567'],
    ['0170 1234567', 'DE', '+491701234567'],
    ['06.12.34.56.78', 'FR', '+33612345678'],
    ['+1 415 555 2671 ext. 5', undefined, '+14155552671 ext. 5'],
    ['+491701234567', undefined, '+491701234567'],
    ['+49 171-123.45/67', 'CH', '+491711234567'],
    ['+49 0171 1234567', undefined, '+491711234567'],
    ['+1 202 555 0123', undefined, '+12025550123'],
  ])('%s (%s) is %s', (text, country, number) => {
    expect(phoneReader(country)(text)).toBe(number)
  })

  it('without a prefix stay as they are where no country is known', () => {
    expect(phoneReader(undefined)('0170 1234567')).toBe('0170 1234567')
  })

  it('keep no marks of the direction in which they are written', () => {
    expect(phoneReader(undefined)('\u202d+49 170 1234567\u202c')).toBe('+491701234567')
  })

  it.each([
    ['49 170 1234567', 'DE'],
    ['1.7012E+11', undefined],
    ['unknown', undefined],
    ['+49 12', undefined],
    ['12', 'DE'],
    ['+39 347 1234567 / +39 02 1234', undefined],
  ])('that cannot be one, as %s, are kept and reported', (text, country) => {
    expect(phoneReader(country)(text)).toEqual({ code: 'PHONE_INVALID', value: text })
  })
})

/** What a cell of a source becomes. */
const readAs = (field: string, source: Omit<Extract<Source, { from: 'column' }>, 'from' | 'column'>, cell: string) => {
  const more: Source = { from: 'constant', value: 'x' }
  const sources: Source[] = [{ from: 'column', column: 'c', ...source }, ...(field === 'job_title' ? [more] : [])]
  const compiled = compileMapping({ dataset: 'employees', id: { columns: ['id'] }, fields: { [field]: sources } }, [
    'id',
    'c',
  ])
  if (compiled.kind === 'refused') throw new Error(JSON.stringify(compiled.issues))
  const mapped = compiled.map(['1', cell], 2)
  return mapped.kind === 'mapped' ? mapped.values[field] : mapped.issues.map(({ code }) => code)
}

it('words that say nothing are no value, so that the next source is asked', () => {
  expect(readAs('job_title', { empty: ['N/A', '-'] }, 'n/a')).toBe('x')
  expect(readAs('job_title', { empty: ['N/A'] }, 'Nautical Assistant')).toBe('Nautical Assistant')
  expect(readAs('start_date', { empty: ['NULL'] }, 'null')).toBeNull()
})

it('words that say nothing are no day, no number and no address, but may be a text', () => {
  for (const word of ['null', 'N/D', '-', '#N/A', 'n.v.t.'])
    for (const field of ['start_date', 'weekly_hours', 'work_email']) expect(readAs(field, {}, word)).toBeNull()
  expect(readAs('job_title', {}, '-')).toBe('-')
  expect(readAs('start_date', {}, 'soon')).toEqual(['DATE_UNREADABLE'])
})

it('an answer that was left open is none, unless the field has a word for it', () => {
  expect(readAs('marital_status', {}, 'k. A.')).toBeNull()
  expect(readAs('gender', {}, 'k. A.')).toBe('NOT_SPECIFIED')
})

it('nobody leaves on the last day of the calendar', () => {
  expect(readAs('termination_date', { dateFormat: 'dd.MM.yyyy' }, '31.12.9999')).toBeNull()
  expect(readAs('termination_date', { dateFormat: 'dd.MM.yyyy' }, '31.12.2099')).toBe('2099-12-31')
})

it.each([
  ['code', '124#CEO', '124'],
  ['label', '124#CEO', 'CEO'],
  ['label', '124#R#D', 'R#D'],
  ['label', 'CEO', 'CEO'],
  ['label', '124#', 'x'],
] as const)('of a code and its label the %s of %s is %s', (take, cell, value) => {
  expect(readAs('job_title', { part: { separator: '#', take } }, cell)).toBe(value)
})

it.each([
  ['1001.0', ['ID_REWRITTEN']],
  ['1.23E+05', ['ID_REWRITTEN']],
  ['1,2e+5', ['ID_REWRITTEN']],
  ['00042', []],
  ['E100', []],
  ['1001.5', []],
])('of the id %s is told: %j', (id, codes) => {
  const compiled = compileMapping({ dataset: 'employees', id: { columns: ['id'] }, fields: {} }, ['id'])
  if (compiled.kind === 'refused') throw new Error('refused')
  const mapped = compiled.map([id], 2)
  expect(mapped).toMatchObject({ kind: 'mapped', key: id })
  expect(mapped.issues.map(({ code }) => code)).toEqual(codes)
})

describe('currencies', () => {
  it.each([
    ['€', 'EUR'],
    ['Euro', 'EUR'],
    ['US Dollar', 'USD'],
    ['Schweizer Franken', 'CHF'],
    ['livre sterling', 'GBP'],
    ['gbp', 'GBP'],
  ])('%s is %s', (text, code) => {
    expect(readCurrency(text)).toBe(code)
  })
})

describe('times of day', () => {
  it.each([
    ['8h30', '08:30:00'],
    ['8.30 Uhr', '08:30:00'],
    ['8 Uhr', '08:00:00'],
    ['8:30 p.m.', '20:30:00'],
    ['24:00', '24:00:00'],
    ['8:30\u00a0p.\u00a0m.', '20:30:00'],
  ])('%s is %s', (text, time) => {
    expect(readTime(text)).toBe(time)
  })

  it.each(['8', '25:00', '8.75', '8.05', '8.75 Uhr'])('%s is none', (text) => {
    expect(readTime(text)).toMatchObject({ code: 'TIME_UNREADABLE' })
  })
})
