import { useFormatter, useTranslations } from 'use-intl'
import type { ShownSync } from '../overview/timeline-entries.ts'

export const shownCounts = ['rows', 'created', 'updated', 'removed', 'held', 'quarantined'] as const

/** What a sync did, in a line: only what it did something of. */
export const useCounts = () => {
  const t = useTranslations('dashboard.integration.syncs')
  const format = useFormatter()
  return ({ datasets }: Pick<ShownSync, 'datasets'>): string => {
    const sums = shownCounts.map((name) => ({
      name,
      count: datasets.reduce((sum, { counts }) => sum + counts[name], 0),
    }))
    const said = sums.filter(({ count }) => count > 0).map(({ name, count }) => t(`counted.${name}`, { count }))
    return said.length > 0 ? format.list(said, { type: 'unit' }) : t('nothing')
  }
}
