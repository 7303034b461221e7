import { useTranslations } from 'use-intl'
import type { Sync } from '#core/control/sync.ts'
import { Badge, type BadgeKind } from '../../../ui/badge.tsx'

const kinds: Readonly<Record<Sync['state'], BadgeKind>> = {
  QUEUED: 'plain',
  RUNNING: 'plain',
  SUCCEEDED: 'good',
  PARTIALLY_FAILED: 'warn',
  FAILED: 'bad',
  CANCELLED: 'plain',
}

type Shown = Pick<Sync, 'state'> & { readonly datasets: readonly Pick<Sync['datasets'][number], 'outcome'>[] }

/** Whether nothing went wrong but that nobody has approved a mapping yet. */
const isWaiting = ({ state, datasets }: Shown): boolean =>
  state === 'FAILED' &&
  datasets.some(({ outcome }) => outcome === 'waiting_for_mapping') &&
  datasets.every(({ outcome }) => outcome !== 'refused')

/** How a run ended, or how far it is. */
export const SyncStateBadge = ({ sync }: { readonly sync: Shown }) => {
  const t = useTranslations('dashboard.integration')
  if (isWaiting(sync)) return <Badge kind="warn">{t('report.outcomes.waiting_for_mapping')}</Badge>
  return <Badge kind={kinds[sync.state]}>{t(`syncs.states.${sync.state}`)}</Badge>
}
