import { getRouteApi, Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Page } from '../../page.tsx'
import { type Integration, useIntegration, useWhich } from '../use-integration.ts'
import { ContactsSection } from './contacts-section.tsx'
import { DangerSection } from './danger-section.tsx'
import { ExpectedSection } from './expected-section.tsx'
import { FilesSection } from './files-section.tsx'
import { GuardsSection } from './guards-section.tsx'
import { KeysSection } from './keys-section.tsx'
import { ScopeSection } from './scope-section.tsx'
import { type SettingsPart, settingsParts } from './settings-search.ts'
import { SetupSection } from './setup-section.tsx'

const route = getRouteApi('/integrations/$integrationId/settings')

const sections: Readonly<Record<SettingsPart, (props: { readonly integration: Integration }) => ReactNode>> = {
  setup: SetupSection,
  keys: KeysSection,
  files: FilesSection,
  expected: ExpectedSection,
  guards: GuardsSection,
  contacts: ContactsSection,
  scope: ScopeSection,
  danger: DangerSection,
}

/** What can be set of an integration, each with what it means and the way back. */
export const SettingsPage = () => {
  const t = useTranslations('dashboard.integration.settings')
  const { integrationId } = useWhich()
  const { part = 'setup' } = route.useSearch()
  const { data: integration } = useIntegration()
  if (!integration) return null
  const Section = sections[part]
  return (
    <Page title={t('title', { organization: integration.end_user.organization_name })}>
      <nav aria-label={t('parts')} className="row">
        {settingsParts.map((each) => (
          <Link
            key={each}
            to="/integrations/$integrationId/settings"
            params={{ integrationId }}
            search={{ part: each }}
            activeProps={{}}
            aria-current={part === each ? 'page' : undefined}
            className="part-link"
          >
            {t(`links.${each}`)}
          </Link>
        ))}
      </nav>
      <Section integration={integration} />
    </Page>
  )
}
