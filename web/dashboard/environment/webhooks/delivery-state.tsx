import { useTranslations } from 'use-intl'
import { Badge, type BadgeKind } from '../../../ui/badge.tsx'
import type { Delivery } from '../answers.ts'

const kinds: Readonly<Record<Delivery['state'], BadgeKind>> = {
  PENDING: 'warn',
  SUCCEEDED: 'good',
  FAILED: 'bad',
  CANCELLED: 'plain',
}

export const DeliveryState = ({ state }: Pick<Delivery, 'state'>) => {
  const t = useTranslations('dashboard.environment.webhooks')
  return <Badge kind={kinds[state]}>{t(`states.${state}`)}</Badge>
}
