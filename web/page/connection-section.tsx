import { useTranslations } from 'use-intl'
import { HandoutButton } from '../flow/handout/handout-button.tsx'
import { ConnectionSheet } from '../flow/sheet/connection-sheet.tsx'
import { StepTitle } from '../ui/step-title.tsx'

export const ConnectionSection = () => {
  const t = useTranslations('sheet')
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <ConnectionSheet />
      <div className="row">
        <HandoutButton />
      </div>
    </>
  )
}
