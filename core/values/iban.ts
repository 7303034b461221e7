import type { ValueReader } from './reading.ts'

const shape = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/

/** An IBAN without the spaces it is printed with; whatever is none stays as it is. */
export const readIban: ValueReader = (text) => {
  const bare = text.replace(/[\s-]/g, '').toUpperCase()
  return shape.test(bare) ? bare : text
}
