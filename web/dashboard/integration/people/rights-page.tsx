import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { Page } from '../../page.tsx'
import { usePages } from '../../use-pages.ts'
import { keyOf, useIntegration, useWhich } from '../use-integration.ts'
import { useRights } from '../use-rights.ts'
import { OnePerson } from './one-person.tsx'
import { ReceiptFacts } from './receipt-facts.tsx'

const useReceipts = () => {
  const { call } = useManage()
  const { integrationId } = useWhich()
  return usePages({
    queryKey: keyOf(integrationId, 'receipts'),
    load: (cursor) => call('GET /manage/receipts', { query: { cursor, integration_id: integrationId } }),
  })
}

const Receipts = () => {
  const t = useTranslations('dashboard.integration.receipts')
  const words = useTranslations('dashboard.parts')
  const { items, error } = useReceipts()
  return (
    <section className="stack" aria-labelledby="receipts">
      <h2 id="receipts">{t('title')}</h2>
      {error && <FailureNotice error={error} />}
      {!items && !error && <Busy label={words('loading')} />}
      {items?.length === 0 && <p className="empty">{t('none')}</p>}
      {items?.map((receipt) => (
        <section key={receipt.id} className="panel" aria-label={t('of', { id: receipt.id })}>
          <p>{t(`states.${receipt.state}`)}</p>
          <ReceiptFacts receipt={receipt} />
        </section>
      ))}
    </section>
  )
}

/** What a single person may ask for: a copy of everything, or that all of it goes. */
export const RightsPage = () => {
  const t = useTranslations('dashboard.integration.rights')
  const words = useTranslations('dashboard.parts')
  const organization = useIntegration().data?.end_user.organization_name ?? ''
  const { isAdmin } = useRights()
  return (
    <Page title={t('title', { organization })}>
      <p className="muted">{t('intro')}</p>
      {isAdmin ? (
        <>
          <OnePerson />
          <Receipts />
        </>
      ) : (
        <Notice kind="info">{words('adminsOnly')}</Notice>
      )}
    </Page>
  )
}
