import { useTranslations } from 'use-intl'
import type { LinkAnswer } from './api.ts'
import { LanguageSelect } from './language-select.tsx'
import { pageSettings } from './page-settings.ts'

/** What this window is for, and whose it is. */
export const Heading = ({ link }: { readonly link: LinkAnswer }) => {
  const t = useTranslations('shell')
  const vendor = pageSettings.name
  const isSetup = link.kind === 'setup'
  const ofVendor = (name: string) => (isSetup ? t('setupTitleFor', { vendor: name }) : t('titleTo', { vendor: name }))
  const title = vendor === null ? t(isSetup ? 'setupTitle' : 'title') : ofVendor(vendor)
  return (
    <>
      <title>{title}</title>
      <div className="card-title">
        <p className="title">{title}</p>
        <p className="muted">{t('organization', { organization: link.organization_name })}</p>
      </div>
      <LanguageSelect />
    </>
  )
}
