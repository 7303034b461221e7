import { useTranslations } from 'use-intl'
import { NumberField } from '../ui/number-field.tsx'
import { Radios } from '../ui/radios.tsx'
import { useEditor } from './editor-context.ts'
import { withQuietMinutes } from './mode-edits.ts'

const usualMinutes = 10
const maxMinutes = 1_440

/** When the files that belong together are taken: as soon as each is there, or once no more have come for a while. */
export const WaitingChoice = () => {
  const t = useTranslations('mappingChoices.waiting')
  const { mapping, change } = useEditor()
  const { quietMinutes } = mapping
  return (
    <>
      <Radios
        label={t('title')}
        options={[
          { id: 'newest', name: t('newest'), hint: t('newestHelp') },
          { id: 'quiet', name: t('quiet'), hint: t('quietHelp') },
        ]}
        value={quietMinutes === undefined ? 'newest' : 'quiet'}
        onChange={(id) => change(withQuietMinutes(mapping, id === 'quiet' ? usualMinutes : undefined))}
      />
      {quietMinutes !== undefined && (
        <NumberField
          label={t('minutes')}
          value={quietMinutes}
          min={1}
          max={maxMinutes}
          onChange={(minutes) => change(withQuietMinutes(mapping, Math.round(minutes)))}
        />
      )}
    </>
  )
}
