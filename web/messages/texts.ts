import type { en } from './en.ts'

/** What a language must have: the keys of the English texts. */
export type Texts = typeof en
