import { createRoute } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Page } from '../page.tsx'
import { integrationRoute } from './route.tsx'

const Overview = () => {
  const t = useTranslations('dashboard.integration')
  const { integrationId } = integrationRoute.useParams()
  return (
    <Page title={t('title', { organization: integrationId })}>
      <span />
    </Page>
  )
}

const overviewRoute = createRoute({ getParentRoute: () => integrationRoute, path: '/', component: Overview })

export const integrationRoutes = [overviewRoute] as const
