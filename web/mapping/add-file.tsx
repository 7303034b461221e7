import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { modeOf } from '#core/files/datasets.ts'
import { namesPart } from '#core/files/file-name.ts'
import { maxJoins } from '#core/mapping/join.ts'
import { Button } from '../ui/button.tsx'
import { Picker } from '../ui/picker.tsx'
import type { JoinableFile, JoinLook } from './client.ts'
import { useEditor } from './editor-context.ts'
import { joinsOf, withFile } from './join-edits.ts'
import { useProblemWithFiles } from './part-choices.tsx'
import { TextEntry } from './text-entry.tsx'
import { useFind } from './use-find.ts'

type AddProps = { readonly onAdd: (file: Pick<JoinableFile, 'word' | 'columns'>) => void }

const Arrived = ({ files, onAdd }: AddProps & { readonly files: readonly JoinableFile[] }) => {
  const t = useTranslations('mapping.joins')
  const find = useFind()
  return (
    <Picker
      label={t('add')}
      options={files.map(({ file_id: id, name, columns }) => ({
        id,
        name,
        hint: columns.map((column) => column.name).join(', '),
      }))}
      value={null}
      placeholder={t('add')}
      find={find}
      onChange={(id) => {
        const chosen = files.find((each) => each.file_id === id)
        if (chosen) onAdd(chosen)
      }}
    />
  )
}

/** A file that has not come yet, by what its name will begin with. */
const Awaited = ({ onAdd }: AddProps) => {
  const t = useTranslations('mappingChoices.joins')
  const files = useTranslations('mappingChoices.files')
  const { mapping } = useEditor()
  const [isOpen, setOpen] = useState(false)
  const problemWith = useProblemWithFiles(joinsOf(mapping))
  if (!isOpen)
    return (
      <Button kind="quiet" size="small" onPress={() => setOpen(true)}>
        {t('addAwaited')}
      </Button>
    )
  return (
    <TextEntry
      label={files('word')}
      help={t('awaitedHelp')}
      autoFocus
      value=""
      problemWith={(text) => (text.trim() === '' ? undefined : problemWith(text))}
      onEnter={(text) => {
        setOpen(false)
        if (text.trim() !== '') onAdd({ word: text.trim(), columns: [] })
      }}
    />
  )
}

/** Joins one more file: one that is there, or one that is to come. */
export const AddFile = ({ look, onAdded }: { readonly look: JoinLook; readonly onAdded: () => void }) => {
  const t = useTranslations('mapping.joins')
  const choices = useTranslations('mappingChoices.joins')
  const { mapping, change, file } = useEditor()
  const joins = joinsOf(mapping)
  const free = look.files.filter(
    ({ name, columns }) => columns.length > 0 && !joins.some(({ files }) => namesPart(files, name)),
  )
  const add: AddProps['onAdd'] = (chosen) => {
    const header = file.columns.map(({ name }) => name)
    change(withFile(mapping, chosen, header))
    onAdded()
  }
  if (modeOf(mapping.dataset, mapping) !== 'full') return <p className="muted">{choices('notFull')}</p>
  if (joins.length >= maxJoins) return null
  return (
    <>
      {free.length === 0 && joins.length === 0 && <p className="muted">{t('none')}</p>}
      <div className="row">
        {free.length > 0 && <Arrived files={free} onAdd={add} />}
        <Awaited onAdd={add} />
      </div>
    </>
  )
}
