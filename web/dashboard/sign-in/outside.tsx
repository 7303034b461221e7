import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { StepTitle } from '../../ui/step-title.tsx'

type Props = { readonly title: string; readonly children: ReactNode }

/** What somebody sees who is not let in. */
export const Outside = ({ title, children }: Props) => {
  const t = useTranslations('dashboard.shell')
  return (
    <div className="stage">
      <title>{`${title} · ${t('title')}`}</title>
      <main className="outside">
        <StepTitle>{title}</StepTitle>
        {children}
      </main>
    </div>
  )
}
