import type { ValueReader } from './reading.ts'

const shape = /^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/

const bare = (text: string): string => text.replace(/[\s-]/g, '').toUpperCase()

export const looksLikeIban = (text: string): boolean => shape.test(bare(text))

/** An IBAN without the spaces it is printed with; whatever is none stays as it is. */
export const readIban: ValueReader = (text) => (looksLikeIban(text) ? bare(text) : text)
