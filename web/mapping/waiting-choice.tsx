import { useState } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { isDataset } from '#core/files/datasets.ts'
import { ManifestSchema } from '#core/mapping/join.ts'
import { NumberField } from '../ui/number-field.tsx'
import { Radios } from '../ui/radios.tsx'
import { useEditor } from './editor-context.ts'
import { joinsOf } from './join-edits.ts'
import { withManifest, withQuietMinutes } from './mode-edits.ts'
import { TextEntry } from './text-entry.tsx'

const usualMinutes = 10
const maxMinutes = 1_440

const Manifest = ({ onEntered }: { readonly onEntered: () => void }) => {
  const t = useTranslations('mappingChoices.waiting')
  const { mapping, change } = useEditor()
  return (
    <TextEntry
      label={t('manifestName')}
      help={t('manifestNameHelp')}
      value={mapping.manifest ?? ''}
      problemWith={(text) => (v.is(ManifestSchema, text.trim()) ? undefined : t('manifestBad'))}
      onEnter={(text) => {
        onEntered()
        change(withManifest(withQuietMinutes(mapping, undefined), text.trim()))
      }}
    />
  )
}

const Minutes = ({ minutes }: { readonly minutes: number }) => {
  const t = useTranslations('mappingChoices.waiting')
  const { mapping, change } = useEditor()
  return (
    <NumberField
      label={t('minutes')}
      value={minutes}
      min={1}
      max={maxMinutes}
      onChange={(next) => change(withQuietMinutes(mapping, Math.round(next)))}
    />
  )
}

/** When files are taken: as soon as each is there, once no more have come for a while, or behind a manifest. */
export const WaitingChoice = () => {
  const t = useTranslations('mappingChoices.waiting')
  const { mapping, change } = useEditor()
  const { quietMinutes, manifest, files } = mapping
  const isJoined = joinsOf(mapping).length > 0
  const [isNaming, setNaming] = useState(false)
  const chosen = isNaming || manifest !== undefined ? 'manifest' : quietMinutes === undefined ? 'newest' : 'quiet'
  const choose = (id: string): void => {
    setNaming(id === 'manifest')
    if (id !== 'manifest')
      change(withManifest(withQuietMinutes(mapping, id === 'quiet' ? usualMinutes : undefined), undefined))
  }
  // Whatever is read from the files of another dataset waits with them.
  const waitsWith = files !== undefined && isDataset(files) && manifest === undefined
  if (waitsWith && !isJoined) return <p className="muted">{t('waitsWith')}</p>
  return (
    <>
      <Radios
        label={t(isJoined ? 'title' : 'oneTitle')}
        options={[
          isJoined ? { id: 'newest', name: t('newest'), hint: t('newestHelp') } : { id: 'newest', name: t('one') },
          ...(isJoined || quietMinutes !== undefined ? [{ id: 'quiet', name: t('quiet'), hint: t('quietHelp') }] : []),
          ...(waitsWith ? [] : [{ id: 'manifest', name: t('manifest'), hint: t('manifestHelp') }]),
        ]}
        value={chosen}
        onChange={choose}
      />
      {quietMinutes !== undefined && <Minutes minutes={quietMinutes} />}
      {chosen === 'manifest' && <Manifest onEntered={() => setNaming(false)} />}
    </>
  )
}
