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

export const SyncStateBadge = ({ state }: { readonly state: Sync['state'] }) => {
  const t = useTranslations('dashboard.integration.syncs.states')
  return <Badge kind={kinds[state]}>{t(state)}</Badge>
}
