import { type Language, LanguageSchema, languageNames } from '../messages/languages.ts'
import { Select } from './select.tsx'

type Props = {
  readonly label: string
  readonly value: Language
  readonly onChange: (language: Language) => void
}

/** One of the languages of the product, each named as its speakers name it. */
export const LanguageChoice = ({ label, value, onChange }: Props) => (
  <Select
    label={label}
    options={LanguageSchema.options.map((id) => ({ id, name: languageNames[id], lang: id }))}
    value={value}
    onChange={(id) => {
      const language = LanguageSchema.options.find((each) => each === id)
      if (language) onChange(language)
    }}
  />
)
