import { type ErrorComponentProps, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { FailureNotice } from './failure-notice.tsx'
import { Page } from './page.tsx'

export const MissingPage = () => {
  const t = useTranslations('dashboard.shell.notFound')
  return (
    <Page title={t('title')}>
      <p>{t('text')}</p>
      <p>
        <Link to="/">{t('back')}</Link>
      </p>
    </Page>
  )
}

export const FailedPage = ({ error, reset }: ErrorComponentProps) => {
  const t = useTranslations('dashboard.shell.failed')
  return (
    <Page title={t('title')}>
      <FailureNotice error={error instanceof Error ? error : new Error(String(error))} onRetry={reset} />
    </Page>
  )
}
