import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import { isEmail } from './email.ts'

type Props = {
  readonly button: string
  readonly isPending: boolean
  readonly error: Error | null
  readonly onEmail: (email: string, done: () => void) => void
  /** Between the field and the button. */
  readonly children?: ReactNode
}

/** Asks for a mail address; one that is not whole goes nowhere. */
export const EmailForm = ({ button, isPending, error, onEmail, children }: Props) => {
  const t = useTranslations('page.signIn')
  const [text, setText] = useState('')
  const [isTried, setTried] = useState(false)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (isPending) return
    setTried(!isEmail(text))
    if (isEmail(text)) onEmail(text.trim(), () => setText(''))
  }
  return (
    <form className="email-form" onSubmit={submit} noValidate>
      <TextField
        label={t('email')}
        type="email"
        autoComplete="email"
        isRequired
        value={text}
        onChange={setText}
        error={isTried && !isEmail(text) ? t('badEmail') : undefined}
      />
      {children}
      <Button kind="primary" type="submit" isPending={isPending}>
        {button}
      </Button>
      {error && <FailureNotice error={error} />}
    </form>
  )
}
