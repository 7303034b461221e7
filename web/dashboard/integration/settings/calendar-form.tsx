import { useMemo, useState } from 'react'
import { useLocale, useTranslations } from 'use-intl'
import type { Calendar } from '#core/cadence/calendar.ts'
import { countries } from '#core/cadence/countries.ts'
import { Button } from '../../../ui/button.tsx'
import { Picker } from '../../../ui/picker.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'

const nowhere = 'none'
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
const wordsOf = (text: string): readonly string[] => text.split(/[\s,;]+/).filter((word) => word !== '')

const useCountries = () => {
  const locale = useLocale()
  const t = useTranslations('dashboard.integration.settings.calendar')
  return useMemo(() => {
    const names = new Intl.DisplayNames([locale], { type: 'region' })
    const named = countries.map((id) => ({ id, name: names.of(id) ?? id }))
    return [{ id: nowhere, name: t('nowhere') }, ...named.toSorted((a, b) => a.name.localeCompare(b.name, locale))]
  }, [locale, t])
}

type Props = { readonly calendar: Calendar; readonly onSave: (calendar: Calendar) => void }

/** Days on which no file is expected. */
export const CalendarForm = ({ calendar, onSave }: Props) => {
  const t = useTranslations('dashboard.integration.settings.calendar')
  const [country, setCountry] = useState(calendar.country ?? nowhere)
  const [region, setRegion] = useState(calendar.region ?? '')
  const [days, setDays] = useState(calendar.days.join('\n'))
  const wrong = wordsOf(days).find((word) => !isDay(word))
  const save = (): void => {
    if (wrong !== undefined) return
    const code = region.trim().toUpperCase()
    onSave({
      country: country === nowhere ? null : country,
      region: country === nowhere || code === '' ? null : code,
      days: [...wordsOf(days)],
    })
  }
  return (
    <form
      className="stack"
      aria-label={t('title')}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <h3>{t('title')}</h3>
      <p className="muted">{t('intro')}</p>
      <Picker
        label={t('country')}
        options={useCountries()}
        value={country}
        onChange={setCountry}
        placeholder={t('nowhere')}
        find={{ label: t('find'), nothing: t('nothing') }}
      />
      {country !== nowhere && <TextField label={t('region')} value={region} onChange={setRegion} error={undefined} />}
      <TextArea
        label={t('days')}
        placeholder="2026-12-24"
        value={days}
        onChange={setDays}
        error={wrong === undefined ? undefined : t('badDay', { day: wrong })}
      />
      <div className="row">
        <Button type="submit">{t('save')}</Button>
      </div>
    </form>
  )
}
