/** Texts by names that the server gives: there may be more of them than words, so whoever looks one up has another at hand. */
export type Words = Readonly<Record<string, string>>
