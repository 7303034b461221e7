import { AddWord, type SuggestedWord } from './add-word.tsx'
import { Choice } from './choice.tsx'
import { Tags } from './tags.tsx'

type Props = {
  readonly label: string
  readonly help: string
  readonly words: readonly string[]
  readonly suggested: readonly SuggestedWord[]
  readonly onChange: (words: readonly string[]) => void
}

const maxWords = 50

/** Some words of a column. */
export const WordsEntry = ({ label, help, words, suggested, onChange }: Props) => (
  <Choice label={label} help={help}>
    {words.length > 0 && <Tags label={label} names={words} onChange={onChange} />}
    {words.length < maxWords && (
      <AddWord label={label} taken={words} suggested={suggested} onAdd={(word) => onChange([...words, word])} />
    )}
  </Choice>
)
