import { useTranslations } from 'use-intl'
import { Badge, type BadgeKind } from '../../ui/badge.tsx'
import type { AnswerOf } from '../call.ts'

type Shown = AnswerOf<'GET /manage/integrations/{integration_id}'>

const statusKinds: Readonly<Record<Shown['status'], BadgeKind>> = {
  ACTIVE: 'good',
  INVALID: 'bad',
  INACTIVE: 'warn',
}

type Props = { readonly status: Shown['status']; readonly setup: Shown['setup_status'] }

/** How an integration stands: whether it is on, and how far its setup is. */
export const IntegrationStatus = ({ status, setup }: Props) => {
  const t = useTranslations('dashboard.integration')
  return (
    <>
      <Badge kind={statusKinds[status]}>{t(`status.${status}`)}</Badge>
      {setup !== 'COMPLETED' && <Badge kind="warn">{t(`setup.${setup}`)}</Badge>}
    </>
  )
}
