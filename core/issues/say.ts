import * as v from 'valibot'
import { archiveSentences } from './sentences/of-archives.ts'
import { fileSentences } from './sentences/of-files.ts'
import { joinSentences } from './sentences/of-joins.ts'
import { mappingSentences } from './sentences/of-mappings.ts'
import { rowSentences } from './sentences/of-rows.ts'
import { tableSentences } from './sentences/of-tables.ts'

/** What issues say in English, by name. Where an issue is shown in another language, the sentence of that name is said there. */
export const sentences = {
  ...archiveSentences,
  ...fileSentences,
  ...joinSentences,
  ...mappingSentences,
  ...rowSentences,
  ...tableSentences,
} as const

export type SentenceName = keyof typeof sentences

/** `{name}` stands for a value; `{names, and}` for a list with this word between its items, which else have a comma. */
export type Sentence = { readonly message: string; readonly fix: string; readonly example?: string }

export const ParamsSchema = v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())]))
export type Params = v.InferOutput<typeof ParamsSchema>

const place = /\{(\w+)(?:, (\p{L}+))?\}/gu

/** Puts values into the places of a text. A place without a value stays as it is. */
export const fill = (text: string, params: Params): string =>
  text.replace(place, (whole, name: string, word?: string) => {
    const value = params[name]
    if (value === undefined) return whole
    return typeof value === 'object' ? value.join(word === undefined ? ', ' : ` ${word} `) : String(value)
  })

/** Column names come from files: a report must fit where it is kept, whatever they are. */
export const maxColumnLength = 80
const maxListed = 30

export const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length)}…` : text

type Value = string | number | readonly string[]

const cut = (value: Value): Params[string] => {
  if (typeof value === 'number') return value
  if (typeof value === 'string') return shortened(value, maxColumnLength)
  const listed = value.slice(0, maxListed).map((each) => shortened(each, maxColumnLength))
  return listed.length < value.length ? [...listed, '…'] : listed
}

type NameOf<Place extends string> = Place extends `${infer Name}, ${string}` ? Name : Place
type NamesIn<Text extends string> = Text extends `${string}{${infer Place}}${infer Rest}`
  ? NameOf<Place> | NamesIn<Rest>
  : never
type TextsOf<Name extends SentenceName> = (typeof sentences)[Name][keyof (typeof sentences)[Name]] & string
type ValuesOf<Name extends SentenceName> = Readonly<Record<NamesIn<TextsOf<Name>>, Value>>

export type Said = Sentence & { readonly says: SentenceName; readonly params?: Params }

type Say = {
  <Name extends SentenceName>(says: Name, values: ValuesOf<Name>): Said
  <Name extends SentenceName>(says: [NamesIn<TextsOf<Name>>] extends [never] ? Name : never): Said
}

/** A sentence in English, with what it takes to say it in another language. Its values are never what cells hold. */
export const say: Say = (says: SentenceName, values?: Readonly<Record<string, Value>>): Said => {
  const { message, fix, example }: Sentence = sentences[says]
  if (values === undefined) return { says, ...sentences[says] }
  const params = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, cut(value)]))
  return {
    says,
    params,
    message: fill(message, params),
    fix: fill(fix, params),
    ...(example === undefined ? {} : { example: fill(example, params) }),
  }
}
