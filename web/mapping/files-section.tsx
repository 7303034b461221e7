import { useState } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { type DatasetMode, DatasetModeSchema, datasetTraits, mayCoverWindow, modeOf } from '#core/files/datasets.ts'
import { claimOf, fileNames } from '#core/files/file-name.ts'
import { FilesSchema } from '#core/mapping/join.ts'
import { Radios } from '../ui/radios.tsx'
import { useEditor } from './editor-context.ts'
import { joinsOf } from './join-edits.ts'
import { withFiles, withManifest, withMode } from './mode-edits.ts'
import { MoreChoices } from './more-choices.tsx'
import { TextEntry } from './text-entry.tsx'
import { WaitingChoice } from './waiting-choice.tsx'

/** What a file of the dataset holds, unless its name says something else. */
const ModeChoice = () => {
  const t = useTranslations('mappingChoices.mode')
  const { mapping, change } = useEditor()
  const { dataset } = mapping
  const possible = DatasetModeSchema.options.filter((mode) => mode !== 'window' || mayCoverWindow(dataset))
  const nameOf = (mode: DatasetMode): string =>
    mode === datasetTraits[dataset].mode ? t('usual', { mode: t(mode) }) : t(mode)
  if (joinsOf(mapping).length > 0 && modeOf(dataset, mapping) === 'full') return <p className="muted">{t('joined')}</p>
  return (
    <>
      <Radios
        label={t('title')}
        options={possible.map((mode) => ({ id: mode, name: nameOf(mode), hint: t(`${mode}Help`) }))}
        value={modeOf(dataset, mapping)}
        onChange={(id) => change(withMode(mapping, v.parse(DatasetModeSchema, id)))}
      />
      <p className="muted">{t('names')}</p>
    </>
  )
}

/** Only employments may stand in files that tell of something else, too. */
const FilesChoice = () => {
  const t = useTranslations('mappingChoices.files')
  const { mapping, change } = useEditor()
  const { files, dataset } = mapping
  const kind = files === undefined ? 'own' : files === 'employees' ? 'employees' : 'named'
  const [isNaming, setNaming] = useState(false)
  const problemWith = (text: string): string | undefined => {
    if (!v.is(FilesSchema, text.trim())) return t('badName')
    return claimOf(`${text.trim()}.csv`).kind === 'unclaimed' ? undefined : t('claimed')
  }
  const choose = (id: string): void => {
    setNaming(id === 'named')
    if (id === 'own') change(withFiles(mapping, undefined))
    // Whatever is read from these files waits with them.
    if (id === 'employees') change(withManifest(withFiles(mapping, id), undefined))
  }
  return (
    <>
      <Radios
        label={t('title')}
        options={[
          { id: 'own', name: t('own'), hint: fileNames[dataset] },
          { id: 'employees', name: t('employees'), hint: t('employeesHelp') },
          { id: 'named', name: t('named') },
        ]}
        value={isNaming ? 'named' : kind}
        onChange={choose}
      />
      {(isNaming || kind === 'named') && (
        <TextEntry
          label={t('word')}
          help={t('wordHelp')}
          value={kind === 'named' ? (files ?? '') : ''}
          problemWith={problemWith}
          onEnter={(text) => {
            setNaming(false)
            change(withFiles(mapping, text.trim()))
          }}
        />
      )}
    </>
  )
}

/** Which files are read, what each of them holds, and when; of files that are joined, the section on these says when. */
export const FilesSection = () => {
  const t = useTranslations('mappingChoices.files')
  const { mapping } = useEditor()
  const { files, mode, manifest, dataset } = mapping
  const isAlone = joinsOf(mapping).length === 0
  const isSaid = files !== undefined || mode !== undefined || (isAlone && manifest !== undefined)
  return (
    <MoreChoices title={t('sectionTitle')} isSaid={isSaid}>
      {(dataset === 'employments' || files !== undefined) && <FilesChoice />}
      <ModeChoice />
      {isAlone && <WaitingChoice />}
    </MoreChoices>
  )
}
