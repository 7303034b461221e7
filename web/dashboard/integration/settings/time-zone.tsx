import { useTranslations } from 'use-intl'
import { Picker } from '../../../ui/picker.tsx'
import type { SettingsChange } from './use-settings.ts'

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')]

type Props = { readonly timeZone: string; readonly change: SettingsChange }

/** The zone whose days decide what is in the future, and when a file is late. */
export const TimeZone = ({ timeZone, change }: Props) => {
  const t = useTranslations('dashboard.integration.settings.files')
  const options = [timeZone, ...zones.filter((zone) => zone !== timeZone)].map((id) => ({ id, name: id }))
  return (
    <>
      <h3>{t('timeZone')}</h3>
      <Picker
        label={t('timeZone')}
        options={options}
        value={timeZone}
        onChange={(zone) => change.save({ time_zone: zone }, { time_zone: timeZone })}
        placeholder=""
        find={{ label: t('findZone'), nothing: t('noZone') }}
      />
      <p className="muted">{t('timeZoneHint')}</p>
    </>
  )
}
