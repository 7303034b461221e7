import { shell } from './en/shell.ts'

/** The English texts: every other language has the same keys. */
export const en = { shell }
