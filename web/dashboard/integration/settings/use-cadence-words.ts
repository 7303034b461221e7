import { useFormatter, useTranslations } from 'use-intl'
import type { Cadence, Weekday } from '#core/cadence/cadence.ts'

/** Says when files come. */
export const useCadenceWords = () => {
  const t = useTranslations('dashboard.integration.settings.expected')
  const format = useFormatter()
  const onDays = (days: readonly Weekday[]): string => format.list(days.map((day) => t(`weekdays.${day}`)))
  return (cadence: Cadence): string => {
    if (cadence.every === 'hours') return t('everyHours', { hours: cadence.hours })
    if (cadence.every === 'week') return t('everyWeek', { days: onDays(cadence.weekdays), time: cadence.time })
    if (cadence.every === 'days') return t('everyDays', { days: cadence.days, time: cadence.time })
    return t('everyMonth', { day: cadence.day, time: cadence.time })
  }
}
