import { type Language, LanguageSchema, languageNames } from '../messages/languages.ts'
import { Select } from '../ui/select.tsx'

type Props = {
  readonly label: string
  readonly value: Language
  readonly onChange: (language: Language) => void
}

/** In which language somebody gets mails. */
export const ContactLanguage = ({ label, value, onChange }: Props) => (
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
