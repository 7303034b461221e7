import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { FileColumn } from './client.ts'
import { ColumnChoice } from './column-choice.tsx'
import { useSuggestedWords } from './use-words.ts'
import { WordsEntry } from './words-entry.tsx'

type Flag = { readonly column: string; readonly values: string[] }

/** How the words of a column are looked for. */
export type ColumnLook = {
  /** How a column is called in the whole table: those of a joined file stand behind its name. */
  readonly addressOf: (column: string) => string
  /** The mapping without what leaves some of its words out. */
  readonly as?: Mapping
}

type Props = {
  readonly label: string
  readonly help: string
  readonly none: string
  readonly columns: readonly FileColumn[]
  readonly value: Flag | undefined
  readonly look: ColumnLook
  readonly onChange: (flag: Flag | undefined) => void
}

/** A column, and the words in it that say which rows are meant. Without words it says nothing yet. */
export const FlagEntry = ({ label, help, none, columns, value, look, onChange }: Props) => {
  const t = useTranslations('mappingChoices.words')
  const [begun, setBegun] = useState<string>()
  const column = value?.column ?? begun
  const suggested = useSuggestedWords(column === undefined ? undefined : look.addressOf(column), look.as)
  return (
    <>
      <ColumnChoice
        label={label}
        help={help}
        none={none}
        columns={columns}
        value={column}
        onChange={(next) => {
          setBegun(next)
          if (value) onChange(undefined)
        }}
      />
      {column !== undefined && (
        <WordsEntry
          label={t('of', { column })}
          help={t(value ? 'anyOf' : 'needed')}
          words={value?.values ?? []}
          suggested={suggested}
          onChange={(words) => {
            setBegun(column)
            onChange(words.length === 0 ? undefined : { column, values: [...words] })
          }}
        />
      )}
    </>
  )
}
