import type { ReactNode } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { useFlow } from './flow-context.ts'

type Props = {
  /** What the main button says; *Continue* unless given. */
  readonly label?: string
  /** What the main button does; going on unless given. */
  readonly onPress?: () => void
  readonly isPending?: boolean
  readonly error?: Error | null
  /** On the last step the main button finishes: there is no other. */
  readonly isLast?: boolean
  /** Beside the main button. */
  readonly children?: ReactNode
}

/** The ways out of a step: back, to the end, and on. */
export const StepActions = ({ label, onPress, isPending = false, error = null, isLast = false, children }: Props) => {
  const t = useTranslations('shell')
  const { goBack, goNext, finish, isFinishing, finishError } = useFlow()
  const problem = error ?? finishError
  return (
    <footer className="actions">
      {problem && <FailureNotice error={problem} />}
      <div className="actions-row">
        {goBack && (
          <Button kind="quiet" onPress={goBack}>
            {t('back')}
          </Button>
        )}
        <span className="spacer" />
        {children}
        {finish && !isLast && (
          <Button onPress={finish} isPending={isFinishing}>
            {t('finish')}
          </Button>
        )}
        <Button kind="primary" onPress={onPress ?? goNext} isPending={isPending}>
          {label ?? t('next')}
        </Button>
      </div>
    </footer>
  )
}
