import { useTranslations } from 'use-intl'
import { StepTitle } from '../../ui/step-title.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { checklistOf } from '../data-points/checklist.ts'
import { FileChecklist } from '../data-points/file-checklist.tsx'
import { useFlow } from '../flow-context.ts'
import { HandoutButton } from '../handout/handout-button.tsx'
import { StepActions } from '../step-actions.tsx'
import { useWords } from '../words.ts'

/** What the files must and may hold, and what of it the customer shares. */
export const DataPointsStep = () => {
  const t = useTranslations('dataPoints')
  const words = useWords()
  const { link, leftOut } = useFlow()
  const files = checklistOf(link, leftOut)
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <p>{t('intro')}</p>
      <Tabs
        label={t('files')}
        items={files.map((file) => ({
          id: file.dataset,
          name: words.dataset(file.dataset),
          content: <FileChecklist file={file} />,
        }))}
      />
      <p className="muted">{t('rule')}</p>
      <StepActions>
        <HandoutButton />
      </StepActions>
    </>
  )
}
