import { useTranslations } from 'use-intl'
import type { ExportFile } from '#core/control/file.ts'
import { Badge, type BadgeKind } from './badge.tsx'

type State = ExportFile['state']

const kinds: Readonly<Partial<Record<State, BadgeKind>>> = {
  ACCEPTED: 'good',
  REFUSED: 'bad',
  REJECTED: 'bad',
  EXCLUDED: 'warn',
}

/** What became of a file. */
export const FileState = ({ state }: { readonly state: State }) => {
  const t = useTranslations('live.states')
  return <Badge kind={kinds[state] ?? 'plain'}>{t(state)}</Badge>
}
