import { useTranslations } from 'use-intl'
import { CheckIcon } from '../../ui/icons.tsx'
import { StepTitle } from '../../ui/step-title.tsx'
import { useConnection } from '../connection.ts'
import { useFlow } from '../flow-context.ts'
import { useActivity } from '../live/activity.ts'
import { Summary } from '../setup/summary.tsx'
import { StepActions } from '../step-actions.tsx'

/** What stands, and what goes on by itself. */
export const FinishStep = () => {
  const t = useTranslations('finish')
  const { goNext, isFinishing } = useFlow()
  const { username, keys } = useConnection()
  const activity = useActivity().data
  const files = activity?.files.length ?? 0
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <ul className="milestones">
        <li className="with-icon">
          <CheckIcon />
          {t('user', { user: username ?? '' })}
        </li>
        <li className="with-icon">
          <CheckIcon />
          {t('keys', { count: keys.length })}
        </li>
        {files > 0 && (
          <li className="with-icon">
            <CheckIcon />
            {t('files', { count: files })}
          </li>
        )}
        {files === 0 && <li className="muted">{t('noFile')}</li>}
      </ul>
      <Summary />
      <h2>{t('nextTitle')}</h2>
      <ul>
        <li>{t('next.files')}</li>
        <li>{t('next.check')}</li>
        <li>{t('next.mail')}</li>
      </ul>
      <StepActions label={t('finish')} onPress={goNext} isPending={isFinishing} isLast />
    </>
  )
}
