import { electronicFormatIBAN, isValidIBAN } from 'ibantools'
import type { ValueReader } from './reading.ts'

const shape = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/

const bare = (text: string): string => electronicFormatIBAN(text.replace(/^IBAN[:\s]*/i, '')) ?? text

export const looksLikeIban = (text: string): boolean => shape.test(bare(text))

/** An IBAN without the spaces it is printed with. One whose check digits or length are wrong, and what is none, stays as it is and is reported. */
export const readIban: ValueReader = (text) => {
  const iban = bare(text)
  return isValidIBAN(iban) ? iban : { code: 'IBAN_INVALID', value: shape.test(iban) ? iban : text }
}
