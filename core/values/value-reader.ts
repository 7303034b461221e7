import type { FieldType } from '#core/mapping/fields.ts'
import { readBoolean } from './boolean.ts'
import { readCountry } from './country.ts'
import { readCurrency } from './currency.ts'
import { dateReader, yearPivot } from './date.ts'
import { readEmail } from './email.ts'
import { enumReader, type Words } from './enumeration.ts'
import { readIban } from './iban.ts'
import { saysNothing } from './nothing.ts'
import { numberReader } from './number.ts'
import { phoneReader } from './phone.ts'
import { isFlaw, type ValueReader } from './reading.ts'
import { dateTimeReader, readTime } from './time.ts'
import { payFrequencyWords, payPeriodWords } from './words/pay.ts'
import { ethnicityWords, genderWords, maritalStatusWords } from './words/person.ts'
import {
  absenceStatusWords,
  employmentStatusWords,
  employmentTypeWords,
  groupTypeWords,
  unitWords,
} from './words/work.ts'

/** The words that are understood without a value table, by field. */
const builtInWords: Readonly<Record<string, Words>> = {
  gender: genderWords,
  ethnicity: ethnicityWords,
  marital_status: maritalStatusWords,
  employment_status: employmentStatusWords,
  employment_type: employmentTypeWords,
  pay_period: payPeriodWords,
  pay_frequency: payFrequencyWords,
  status: absenceStatusWords,
  unit: unitWords,
  'type.unit': unitWords,
  balance_unit: unitWords,
  used_unit: unitWords,
  type: groupTypeWords,
  'parent.type': groupTypeWords,
}

export type ReadAs = {
  readonly dateFormat?: string | undefined
  readonly decimal?: '.' | ',' | undefined
  /** Where phone numbers without a prefix ring. */
  readonly country?: string | undefined
  /** The mapping has its own value table, so the built-in words do not apply. */
  readonly ownWords?: boolean | undefined
}

const asIs: ValueReader = (text) => text

const textReader = (field: string, country: string | undefined): ValueReader => {
  if (field === 'pay_currency') return readCurrency
  if (field === 'mobile_phone_number') return phoneReader(country)
  if (field.endsWith('address.country')) return readCountry
  return field === 'bank_account.iban' ? readIban : asIs
}

/** How Python writes nothing, and how people leave an answer open. Where they are known words, as in `gender`, they are no flaw. */
const noAnswer =
  /^(?:none|nat|k\.?\s?a\.?|keine angabe|ohne angabe|nicht angegeben|not specified|not disclosed|non renseigné|non précisé|non specificato|no especificado|niet opgegeven|não informado)$/i

/** A word that says "nothing" is no day and no number, so it is no value rather than a flaw. Few cells are flawed, so only these are looked at. */
const unlessNothing =
  (read: ValueReader): ValueReader =>
  (text) => {
    const reading = read(text)
    return isFlaw(reading) && (saysNothing(text) || noAnswer.test(text)) ? undefined : reading
  }

/** Where HR systems put the end of what has none. */
const openEnd = '9999-01-01'

/** Nobody leaves or comes back on 31 December 9999: it says that there is no such day. */
const unlessOpen =
  (read: ValueReader): ValueReader =>
  (text) => {
    const reading = read(text)
    return typeof reading === 'string' && reading >= openEnd ? undefined : reading
  }

const typedReader = (
  field: string,
  type: FieldType,
  { dateFormat, decimal, country, ownWords }: ReadAs,
): ValueReader => {
  switch (type.kind) {
    case 'text':
      return textReader(field, country)
    case 'email':
      return readEmail
    case 'date':
      return field === 'termination_date' || field === 'end_date'
        ? unlessOpen(dateReader(dateFormat))
        : dateReader(dateFormat, field === 'date_of_birth' ? yearPivot.birth : yearPivot.usual)
    case 'datetime':
      return dateTimeReader(dateFormat)
    case 'time':
      return readTime
    case 'number':
      return numberReader(decimal)
    case 'boolean':
      return readBoolean
    default:
      return enumReader(type.values, type.kind === 'open', (ownWords ? undefined : builtInWords[field]) ?? {})
  }
}

/** How cells become values of a field. */
export const valueReader = (field: string, type: FieldType, readAs: ReadAs): ValueReader =>
  unlessNothing(typedReader(field, type, readAs))
