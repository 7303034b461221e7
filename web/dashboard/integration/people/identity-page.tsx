import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../page.tsx'
import { useIntegration } from '../use-integration.ts'
import { useRights } from '../use-rights.ts'
import { Links } from './links.tsx'
import { Merge } from './merge.tsx'
import { Suggestions } from './suggestions.tsx'

/** Remote ids that mean one person: which were linked, which seem to be, and the undoing of it. */
export const IdentityPage = () => {
  const t = useTranslations('dashboard.integration.identity')
  const words = useTranslations('dashboard.parts')
  const organization = useIntegration().data?.end_user.organization_name ?? ''
  const { seesPeople } = useRights()
  const [said, setSaid] = useState<string>()
  if (!seesPeople)
    return (
      <Page title={t('title', { organization })}>
        <Notice kind="info">{words('personalOnly')}</Notice>
      </Page>
    )
  return (
    <Page title={t('title', { organization })} actions={<Merge onDone={() => setSaid(t('linked'))} />}>
      <p className="muted">{t('intro')}</p>
      {said !== undefined && <Notice kind="good">{said}</Notice>}
      <Suggestions onDone={() => setSaid(t('linked'))} />
      <Links onDone={() => setSaid(t('undone'))} />
    </Page>
  )
}
