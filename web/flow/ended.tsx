import { useTranslations } from 'use-intl'
import { StepTitle } from '../ui/step-title.tsx'
import type { LinkAnswer } from './api.ts'

/** After the end of a page of its own: a frame has been taken away by then. */
export const Ended = ({ link }: { readonly link: LinkAnswer }) => {
  const t = useTranslations('shell.ended')
  return (
    <main className="message">
      <StepTitle>{t('title')}</StepTitle>
      <p>{t('text', { organization: link.organization_name })}</p>
      <p className="muted">{t('later')}</p>
    </main>
  )
}
