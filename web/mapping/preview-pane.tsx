import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../ui/busy.tsx'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import type { Preview } from './client.ts'
import { PersonCard } from './person-card.tsx'
import type { usePreview } from './use-preview.ts'

const Summary = ({ preview: { outcome, counts } }: { readonly preview: Preview }) => {
  const t = useTranslations('mapping.preview')
  if (outcome === 'refused') return <Notice kind="bad">{t('refused')}</Notice>
  const { rows, quarantined } = counts
  return (
    <p className="muted">
      {t('summary', { rows, kept: rows - quarantined })}{' '}
      {quarantined > 0 && <strong>{t('quarantined', { count: quarantined })}</strong>}
    </p>
  )
}

const People = ({ people }: Pick<Preview, 'people'>) => {
  const t = useTranslations('mapping.preview')
  const [wanted, setWanted] = useState(0)
  const at = Math.min(wanted, people.length - 1)
  const person = people[at]
  if (!person) return <p>{t('noRows')}</p>
  return (
    <>
      <div className="row spread">
        <strong aria-live="polite">{t('row', { row: String(person.row) })}</strong>
        <div className="row">
          <Button size="small" onPress={() => setWanted(at - 1)} isDisabled={at === 0}>
            {t('previous')}
          </Button>
          <Button size="small" onPress={() => setWanted(at + 1)} isDisabled={at === people.length - 1}>
            {t('next')}
          </Button>
        </div>
      </div>
      <PersonCard person={person} />
    </>
  )
}

/** Beside the choices: what they come to, person by person. */
export const PreviewPane = ({ preview }: { readonly preview: ReturnType<typeof usePreview> }) => {
  const t = useTranslations('mapping.preview')
  const { data, error, isBehind } = preview
  return (
    <section className="map-preview" aria-labelledby="map-preview">
      <div className="row spread">
        <h2 id="map-preview">{t('title')}</h2>
        {isBehind && <Busy label={t('updating')} />}
      </div>
      {error && <FailureNotice error={error} />}
      {data && <Summary preview={data} />}
      {data && <People people={data.people} />}
    </section>
  )
}
