import { useState } from 'react'
import { useTranslations } from 'use-intl'
import type { Cadence } from '#core/cadence/cadence.ts'
import { type Dataset, datasets } from '#core/files/datasets.ts'
import { Badge } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { useDataWords } from '../../../ui/data-words.ts'
import { Moment } from '../../moment.tsx'
import type { Integration } from '../use-integration.ts'
import { CadenceForm } from './cadence-form.tsx'
import { CalendarForm } from './calendar-form.tsx'
import { Saved } from './saved.tsx'
import { useCadenceWords } from './use-cadence-words.ts'
import { type SettingsChange, useSettings, type Wish } from './use-settings.ts'

type Expected = Integration['expected_files'][number]
type WishedCadence = NonNullable<NonNullable<Wish['cadences']>[Dataset]>

/** As it is sent. */
const asWish = (cadence: Cadence): WishedCadence => {
  if (cadence.every === 'week') return { ...cadence, weekdays: [...cadence.weekdays] }
  if (cadence.every !== 'hours') return cadence
  const { weekdays, ...rest } = cadence
  return weekdays ? { ...rest, weekdays: [...weekdays] } : rest
}

/** What was said of a dataset before, as it is said again to take a change back. */
const asSaid = (expected: Expected | undefined): WishedCadence => {
  if (expected?.source !== 'set') return 'learned'
  return expected.cadence ? asWish(expected.cadence) : 'none'
}

const When = ({ expected }: { readonly expected: Expected | undefined }) => {
  const t = useTranslations('dashboard.integration.settings.expected')
  const inWords = useCadenceWords()
  if (!expected) return <p className="muted">{t('unknown')}</p>
  const { cadence, source, expected_by, late_since } = expected
  return (
    <p>
      {cadence ? inWords(cadence) : t(source === 'set' ? 'none' : 'notLearned')}{' '}
      {cadence && <span className="muted">{t(`sources.${source}`)}</span>}{' '}
      {late_since !== null && (
        <>
          <Badge kind="bad">{t('late')}</Badge> <Moment at={late_since} />
        </>
      )}
      {late_since === null && expected_by !== null && (
        <span className="muted">
          {t('by')} <Moment at={expected_by} />
        </span>
      )}
    </p>
  )
}

type DatasetProps = {
  readonly dataset: Dataset
  readonly expected: Expected | undefined
  readonly change: SettingsChange
}

const DatasetCadence = ({ dataset, expected, change }: DatasetProps) => {
  const t = useTranslations('dashboard.integration.settings.expected')
  const words = useDataWords()
  const [isOpen, setOpen] = useState(false)
  const save = (wanted: Cadence | 'learned' | 'none'): void => {
    const wish = typeof wanted === 'string' ? wanted : asWish(wanted)
    change.save({ cadences: { [dataset]: wish } }, { cadences: { [dataset]: asSaid(expected) } })
    setOpen(false)
  }
  return (
    <section className="stack" aria-label={words.dataset(dataset)}>
      <h3>{words.dataset(dataset)}</h3>
      <When expected={expected} />
      <div className="row">
        <Button size="small" aria-expanded={isOpen} onPress={() => setOpen(!isOpen)}>
          {t('change', { dataset: words.dataset(dataset) })}
        </Button>
      </div>
      {isOpen && <CadenceForm label={words.dataset(dataset)} expected={expected} onSave={save} />}
    </section>
  )
}

/** When files are to come, dataset by dataset, and on which days none do. */
export const ExpectedSection = ({ integration }: { readonly integration: Integration }) => {
  const t = useTranslations('dashboard.integration.settings.expected')
  const change = useSettings()
  const { expected_files, calendar } = integration
  return (
    <section className="panel" aria-labelledby="expected">
      <h2 id="expected">{t('title')}</h2>
      <p className="muted">{t('intro')}</p>
      <Saved change={change} />
      {datasets.map((dataset) => (
        <DatasetCadence
          key={dataset}
          dataset={dataset}
          expected={expected_files.find((each) => each.dataset === dataset)}
          change={change}
        />
      ))}
      <CalendarForm
        key={JSON.stringify(calendar)}
        calendar={calendar}
        onSave={(wanted) => change.save({ calendar: wanted }, { calendar })}
      />
    </section>
  )
}
