import { Outlet, useRouter } from '@tanstack/react-router'
import { RouterProvider as AriaRouter } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { Navigation } from './navigation.tsx'
import { pageSettings } from './page-settings.ts'

/** Around every page: where one can go, and who is signed in. Links of the component library stay in the page, too. */
export const Frame = () => {
  const t = useTranslations('dashboard.shell')
  const router = useRouter()
  const { logo } = pageSettings.branding
  return (
    <AriaRouter navigate={(href) => router.navigate({ href })}>
      <div className="dashboard">
        <a className="skip" href="#content">
          {t('skip')}
        </a>
        <header className="side">
          <p className="side-title">
            {logo && <img src={logo} alt="" className="logo" />}
            {pageSettings.name ?? t('title')}
          </p>
          <Navigation />
        </header>
        <main id="content" tabIndex={-1} className="content">
          <Outlet />
        </main>
      </div>
    </AriaRouter>
  )
}
