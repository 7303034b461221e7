import { useFormatter, useTranslations } from 'use-intl'
import type { ShownSync } from '../overview/timeline-entries.ts'

export const shownCounts = ['rows', 'created', 'updated', 'removed', 'held', 'quarantined'] as const

type Counted = Pick<ShownSync, 'datasets'>

/** A dataset that waits is told of in every sync, until it need not wait any more. */
const hasWaited = ({ outcome }: Counted['datasets'][number]): boolean =>
  outcome === 'waiting_for_mapping' || outcome === 'waiting_for_files'

/** How many of each a sync came to, in the order of `shownCounts`: only of what it was done with. */
export const sumsOf = ({ datasets }: Counted) =>
  shownCounts.map((name) => ({
    name,
    count: datasets.filter((each) => !hasWaited(each)).reduce((sum, { counts }) => sum + counts[name], 0),
  }))

/** What a sync did, in a line: only what it did something of. */
export const useCounts = () => {
  const t = useTranslations('dashboard.integration.syncs')
  const format = useFormatter()
  return (sync: Counted): string => {
    const said = sumsOf(sync)
      .filter(({ count }) => count > 0)
      .map(({ name, count }) => t(`counted.${name}`, { count }))
    return said.length > 0 ? format.list(said, { type: 'unit' }) : t('nothing')
  }
}
