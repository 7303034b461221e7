import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { purgeAfterMs } from '#core/control/retention.ts'
import { Busy } from '../../ui/busy.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useManage } from '../manage.ts'
import { Moment } from '../moment.tsx'
import { Page } from '../page.tsx'
import { type Receipt, ReceiptFacts } from './people/receipt-facts.tsx'
import { useRights } from './use-rights.ts'

const Purge = ({ receipt }: { readonly receipt: Receipt }) => {
  const t = useTranslations('dashboard.integration.gone')
  const due = new Date(Date.parse(receipt.requested_at) + purgeAfterMs).toISOString()
  return (
    <>
      <p>
        {t('deleted')} <Moment at={receipt.requested_at} />
      </p>
      {receipt.state === 'QUEUED' && (
        <p>
          {t('due')} <Moment at={due} />
        </p>
      )}
      <p>{t(`states.${receipt.state}`)}</p>
      <ReceiptFacts receipt={receipt} />
    </>
  )
}

const PurgeOf = ({ integrationId }: { readonly integrationId: string }) => {
  const t = useTranslations('dashboard.integration.gone')
  const words = useTranslations('dashboard.parts')
  const { call } = useManage()
  const { data, error } = useQuery({
    queryKey: ['receipts', integrationId],
    queryFn: () => call('GET /manage/receipts', { query: { integration_id: integrationId } }),
  })
  if (error) return <FailureNotice error={error} />
  if (!data) return <Busy label={words('loading')} />
  const purge = data.results.find(({ kind }) => kind === 'purge')
  return purge ? <Purge receipt={purge} /> : <p>{t('never')}</p>
}

/** An integration that is deleted, or never was: what becomes of what is left of it. */
export const Gone = ({ integrationId }: { readonly integrationId: string }) => {
  const t = useTranslations('dashboard.integration.gone')
  const { isAdmin } = useRights()
  return (
    <Page title={t('title')}>
      <p>
        <code>{integrationId}</code>
      </p>
      {isAdmin ? <PurgeOf integrationId={integrationId} /> : <p>{t('members')}</p>}
      <p>
        <Link to="/integrations">{t('back')}</Link>
      </p>
    </Page>
  )
}
