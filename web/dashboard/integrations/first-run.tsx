import { useTranslations } from 'use-intl'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Page } from '../page.tsx'
import { SampleButton } from './sample/sample-button.tsx'

/** What an empty dashboard shows: the way to the first customer, and one to look around with. */
export const FirstRun = () => {
  const t = useTranslations('dashboard.integrations.first')
  return (
    <Page title={t('title')}>
      <section className="first-run" aria-label={t('title')}>
        <p>{t('intro')}</p>
        <div>
          <ButtonLink to="/integrations/new" kind="primary">
            {t('make')}
          </ButtonLink>
        </div>
        <hr />
        <SampleButton />
        <p className="muted">{t('sampleHelp')}</p>
      </section>
    </Page>
  )
}
