import { useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StepTitle } from '../../ui/step-title.tsx'
import { useActivity } from '../live/activity.ts'
import { ArrivedFiles } from '../live/arrived-files.tsx'
import { LastFailure } from '../live/attempts.tsx'
import { Milestones } from '../live/milestones.tsx'
import { Sample } from '../live/sample.tsx'
import { StepActions } from '../step-actions.tsx'

/** Waits for the first login and the first file, and says why an attempt failed. */
export const LiveStep = () => {
  const t = useTranslations('live')
  const activity = useActivity()
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <p>{t('intro')}</p>
      {activity.data ? <Milestones activity={activity.data} /> : <Busy label={t('looking')} />}
      {activity.error && <FailureNotice error={activity.error} />}
      {activity.data && <LastFailure attempts={activity.data.attempts} />}
      {activity.data && activity.data.files.length > 0 && <ArrivedFiles files={activity.data.files} />}
      <Sample />
      <Notice kind="info">{t('noNeedToWait')}</Notice>
      <StepActions />
    </>
  )
}
