import { useTranslations } from 'use-intl'
import { StepTitle } from '../../ui/step-title.tsx'
import { StepActions } from '../step-actions.tsx'

export const DataPointsStep = () => {
  const t = useTranslations('shell')
  return (
    <>
      <StepTitle>{t('steps.data_points')}</StepTitle>
      <StepActions />
    </>
  )
}
