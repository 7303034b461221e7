import Holidays from 'date-holidays'
import { expect, it } from 'vitest'
import { countries } from '#core/cadence/countries.ts'

it('the countries that a calendar may name are those whose holidays are known', () => {
  expect(countries).toEqual(Object.keys(new Holidays().getCountries()))
})
