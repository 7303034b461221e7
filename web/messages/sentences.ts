import type { Sentence, SentenceName } from '#core/issues/say.ts'

/** What issues say, with the names and places of the English sentences in `core/issues/sentences/`. */
export type Sentences<Name extends SentenceName = SentenceName> = Readonly<Record<Name, Sentence>>
