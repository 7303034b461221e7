import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../ui/button.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { pageSettings } from './page-settings.ts'
import { isEmbedded, tellParent } from './parent.ts'

type Props = { readonly heading?: ReactNode; readonly steps?: ReactNode; readonly children: ReactNode }

/** The window: a card over the vendor's app, or a page of its own. */
export const Card = ({ heading, steps, children }: Props) => {
  const t = useTranslations('shell')
  const { logo } = pageSettings.branding
  return (
    <div className="stage">
      <div className="card">
        <header className="card-head">
          {logo && <img src={logo} alt={pageSettings.name ?? ''} className="logo" />}
          {heading}
          {isEmbedded && (
            <IconButton label={t('close')} onPress={() => tellParent({ type: 'close' })}>
              <CloseIcon />
            </IconButton>
          )}
        </header>
        {steps}
        {children}
      </div>
    </div>
  )
}
