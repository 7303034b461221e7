import { useTranslations } from 'use-intl'
import { type ListedState, needsAttention } from '#core/attention/listed-state.ts'
import { Badge, type BadgeKind } from '../../ui/badge.tsx'

const bad: ReadonlySet<ListedState> = new Set(['file_held', 'file_refused', 'sync_failed', 'to_connect_again'])

const kindOf = (state: ListedState): BadgeKind => {
  if (state === 'healthy') return 'good'
  if (bad.has(state)) return 'bad'
  return needsAttention(state) ? 'warn' : 'plain'
}

/** How an integration stands, in words. */
export const ListedStateBadge = ({ state }: { readonly state: ListedState }) => {
  const t = useTranslations('dashboard.integrations.states')
  return <Badge kind={kindOf(state)}>{t(state)}</Badge>
}
