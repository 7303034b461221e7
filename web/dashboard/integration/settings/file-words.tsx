import { useState } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { FilesSchema, maxFileWords } from '#core/mapping/join.ts'
import { Button } from '../../../ui/button.tsx'
import { useDataWords } from '../../../ui/data-words.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Select } from '../../../ui/select.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Integration } from '../use-integration.ts'
import type { SettingsChange } from './use-settings.ts'

const wordsIn = (text: string): string[] =>
  text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '')

const areWords = (words: readonly string[]): boolean =>
  words.length <= maxFileWords && words.every((word) => v.is(FilesSchema, word))

type WordsProps = {
  readonly dataset: Dataset
  readonly words: readonly string[]
  readonly change: SettingsChange
}

const Words = ({ dataset, words, change }: WordsProps) => {
  const t = useTranslations('dashboard.integration.settings.files')
  const data = useDataWords()
  const [text, setText] = useState(words.join(', '))
  const wanted = wordsIn(text)
  const isBad = !areWords(wanted)
  const save = (): void => {
    if (!isBad) change.save({ file_names: { [dataset]: wanted } }, { file_names: { [dataset]: [...words] } })
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextField
        label={t('wordsOf', { dataset: data.dataset(dataset) })}
        value={text}
        onChange={setText}
        error={isBad ? t('wordsBad') : undefined}
      />
      <div className="row">
        <Button type="submit" isPending={change.isPending}>
          {t('saveWords')}
        </Button>
      </div>
    </form>
  )
}

type Props = { readonly fileNames: Integration['file_names']; readonly change: SettingsChange }

/** By which words files are named where the HR system cannot rename them, dataset by dataset. */
export const FileWords = ({ fileNames, change }: Props) => {
  const t = useTranslations('dashboard.integration.settings.files')
  const data = useDataWords()
  const [dataset, setDataset] = useState<Dataset>('employees')
  const words = fileNames[dataset] ?? []
  const said = datasets.flatMap((id) => {
    const value = fileNames[id]?.join(', ')
    return value === undefined ? [] : [{ id, name: data.dataset(id), value }]
  })
  return (
    <>
      <h3>{t('words')}</h3>
      <p className="muted">{t('wordsHint')}</p>
      {said.length > 0 && <Facts facts={said} isCopied={false} />}
      <div className="row">
        <span aria-hidden="true">{t('wordsHold')}</span>
        <Select
          label={t('wordsHold')}
          options={datasets.map((id) => ({ id, name: data.dataset(id) }))}
          value={dataset}
          onChange={(id) => setDataset(datasets.find((each) => each === id) ?? dataset)}
        />
      </div>
      <Words key={`${dataset} ${words.join()}`} dataset={dataset} words={words} change={change} />
    </>
  )
}
