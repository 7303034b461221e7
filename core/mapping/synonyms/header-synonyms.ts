/** Field to the names its column goes by, divided by `|`: English, German, French, Italian, Spanish, Dutch, Portuguese. */
export type HeaderSynonyms = Readonly<Record<string, string>>

export type DatasetSynonyms = {
  /** Names that mean the field and nothing else. */
  readonly sure: HeaderSynonyms
  /** Names that usually mean it. */
  readonly likely: HeaderSynonyms
  /** Names of fields inside HR systems. */
  readonly technical?: HeaderSynonyms
  /** Names of the column that identifies a row, the surest first. */
  readonly id: readonly string[]
}

/** Kind of word to the words of that kind, divided by `|`: a word may be of several. */
export type WordKinds = Readonly<Record<string, string>>
