import { useTranslations } from 'use-intl'
import { StepTitle } from '../../ui/step-title.tsx'
import { HandoutButton } from '../handout/handout-button.tsx'
import { ConnectionSheet } from '../sheet/connection-sheet.tsx'
import { StepActions } from '../step-actions.tsx'

/** Where and how the HR system logs in. */
export const SheetStep = () => {
  const t = useTranslations('sheet')
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <ConnectionSheet />
      <StepActions>
        <HandoutButton />
      </StepActions>
    </>
  )
}
