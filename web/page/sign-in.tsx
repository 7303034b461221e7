import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { callFlow } from '../flow/api.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { StepTitle } from '../ui/step-title.tsx'
import { EmailForm } from './email-form.tsx'

type Props = {
  /** Why somebody who had a link stands here again. */
  readonly because?: 'used' | 'ended'
}

const Sent = ({ email, onOther }: { readonly email: string; readonly onOther: () => void }) => {
  const t = useTranslations('page.signIn')
  return (
    <main className="message">
      <StepTitle>{t('sentTitle')}</StepTitle>
      <p>{t('sent', { email })}</p>
      <p className="muted">{t('nothing')}</p>
      <Button onPress={onOther}>{t('other')}</Button>
    </main>
  )
}

/** Has a link mailed. Nobody learns here whether an address is known. */
export const SignIn = ({ because }: Props) => {
  const t = useTranslations('page.signIn')
  const send = useMutation({ mutationFn: (email: string) => callFlow('POST /flow/sign-in', { body: { email } }) })
  if (send.isSuccess) return <Sent email={send.variables} onOther={send.reset} />
  return (
    <main className="message sign-in">
      <StepTitle>{t('title')}</StepTitle>
      {because && <Notice kind="warn">{t(because)}</Notice>}
      <p>{t('intro')}</p>
      <EmailForm
        button={t('send')}
        isPending={send.isPending}
        error={send.error}
        onEmail={(email) => send.mutate(email)}
      />
    </main>
  )
}
