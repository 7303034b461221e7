import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { callFlow } from '../flow/api.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { StepTitle } from '../ui/step-title.tsx'

/** Asks before it stops the mails: programs that look through mails open what is linked there. */
export const OptOut = ({ token }: { readonly token: string }) => {
  const t = useTranslations('page.optOut')
  const toPage = useTranslations('page')('toPage')
  const stop = useMutation({ mutationFn: () => callFlow('POST /flow/opt-out', { body: { token } }) })
  if (stop.isSuccess)
    return (
      <main className="message" key="done">
        <StepTitle>{t('doneTitle')}</StepTitle>
        <p>{t('done')}</p>
        <p>
          <a href={window.location.pathname}>{toPage}</a>
        </p>
      </main>
    )
  return (
    <main className="message">
      <StepTitle>{t('title')}</StepTitle>
      <p>{t('text')}</p>
      <Button kind="primary" onPress={() => stop.mutate()} isPending={stop.isPending}>
        {t('stop')}
      </Button>
      {stop.error && <FailureNotice error={stop.error} />}
    </main>
  )
}
