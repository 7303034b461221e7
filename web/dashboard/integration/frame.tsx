import './integration.css'
import { useQuery } from '@tanstack/react-query'
import { Link, Outlet } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { failureOf } from '../../api/failure.ts'
import { Busy } from '../../ui/busy.tsx'
import type { AnswerOf } from '../call.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { useManage } from '../manage.ts'
import { Gone } from './gone.tsx'
import { IntegrationStatus } from './integration-status.tsx'

/** The parts of an integration, in their order. */
const parts = [
  { id: 'overview', to: '/integrations/$integrationId' },
  { id: 'files', to: '/integrations/$integrationId/files' },
  { id: 'syncs', to: '/integrations/$integrationId/syncs' },
  { id: 'data', to: '/integrations/$integrationId/data' },
  { id: 'mapping', to: '/integrations/$integrationId/mapping' },
  { id: 'held', to: '/integrations/$integrationId/held' },
  { id: 'identity', to: '/integrations/$integrationId/identity' },
  { id: 'rights', to: '/integrations/$integrationId/rights' },
  { id: 'settings', to: '/integrations/$integrationId/settings' },
] as const

const Parts = ({ integrationId }: { readonly integrationId: string }) => {
  const t = useTranslations('dashboard.integration')
  return (
    <nav aria-label={t('parts')} className="part-links">
      {parts.map(({ id, to }) => (
        <Link
          key={id}
          to={to}
          params={{ integrationId }}
          activeOptions={{ exact: id === 'overview' }}
          className="part-link"
        >
          {t(`links.${id}`)}
        </Link>
      ))}
    </nav>
  )
}

type HeadProps = { readonly integration: AnswerOf<'GET /manage/integrations/{integration_id}'> }

const Head = ({ integration }: HeadProps) => {
  const t = useTranslations('dashboard.integration')
  const { end_user, status, setup_status } = integration
  return (
    <div className="integration-head">
      <p>
        <Link to="/integrations">{t('all')}</Link>
      </p>
      <p className="integration-name">
        <strong>{end_user.organization_name}</strong>
        <IntegrationStatus status={status} setup={setup_status} />
      </p>
    </div>
  )
}

/** Around every page of one integration: whose it is, how it stands, and its parts. */
export const IntegrationFrame = ({ integrationId }: { readonly integrationId: string }) => {
  const t = useTranslations('dashboard.parts')
  const { call } = useManage()
  const { data, error, refetch } = useQuery({
    queryKey: ['integration', integrationId, 'settings'],
    queryFn: () => call('GET /manage/integrations/{integration_id}', { path: { integration_id: integrationId } }),
  })
  if (error && failureOf(error).code === 'PLATFORM.INTEGRATION_NOT_FOUND') return <Gone integrationId={integrationId} />
  if (!data) return error ? <FailureNotice error={error} onRetry={() => refetch()} /> : <Busy label={t('loading')} />
  return (
    <>
      <Head integration={data} />
      <Parts integrationId={integrationId} />
      <Outlet />
    </>
  )
}
