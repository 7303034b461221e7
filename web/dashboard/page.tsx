import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { StepTitle } from '../ui/step-title.tsx'
import { pageSettings } from './page-settings.ts'

type Props = {
  readonly title: string
  /** Beside the heading: what can be done with the page as a whole. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** A page of the dashboard: names the document, and its heading takes the focus. */
export const Page = ({ title, actions, children }: Props) => {
  const t = useTranslations('dashboard.shell')
  const dashboard = pageSettings.name === null ? t('title') : t('titleFor', { vendor: pageSettings.name })
  return (
    <>
      <title>{`${title} · ${dashboard}`}</title>
      <header className="page-head">
        <StepTitle>{title}</StepTitle>
        {actions && <div className="page-actions">{actions}</div>}
      </header>
      {children}
    </>
  )
}
