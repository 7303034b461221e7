import { useMutation } from '@tanstack/react-query'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { FailureNotice } from './failure-notice.tsx'

type Props = {
  readonly title: string
  /** What will happen, and what cannot be taken back. */
  readonly children: ReactNode
  /** The words of the button that does it. */
  readonly action: string
  readonly isDangerous?: boolean
  /** Whether it is to be said why, for the audit log. */
  readonly asksReason?: boolean
  /** What has to be typed first, for what is lost for good. */
  readonly typed?: string
  readonly onConfirm: (reason: string) => Promise<unknown>
  readonly onClose: () => void
}

const useAnswers = ({ asksReason = false, typed }: Pick<Props, 'asksReason' | 'typed'>) => {
  const t = useTranslations('dashboard.parts')
  const [reason, setReason] = useState('')
  const [word, setWord] = useState('')
  const [isTried, setTried] = useState(false)
  const reasonError = asksReason && reason.trim() === '' ? t('reasonMissing') : undefined
  const wordError = typed !== undefined && word.trim() !== typed ? t('typedWrong', { word: typed }) : undefined
  return {
    reason: { value: reason, onChange: setReason, error: isTried ? reasonError : undefined },
    word: { value: word, onChange: setWord, error: isTried ? wordError : undefined },
    isGiven: reasonError === undefined && wordError === undefined,
    tryIt: () => setTried(true),
  }
}

/** Asks once more before something is done that is not easily taken back. */
export const Confirm = (props: Props) => {
  const { title, children, action, isDangerous = false, asksReason = false, typed, onConfirm, onClose } = props
  const t = useTranslations('dashboard.parts')
  const answers = useAnswers(props)
  const deed = useMutation({ mutationFn: onConfirm, onSuccess: onClose })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    answers.tryIt()
    if (answers.isGiven && !deed.isPending) deed.mutate(answers.reason.value.trim())
  }
  return (
    <Dialog title={title} role={isDangerous ? 'alertdialog' : 'dialog'} onClose={onClose}>
      <form className="stack" onSubmit={submit}>
        {children}
        {asksReason && <TextField label={t('reason')} isRequired {...answers.reason} />}
        {typed !== undefined && (
          <TextField label={t('typed', { word: typed })} autoComplete="off" isRequired {...answers.word} />
        )}
        {deed.error && <FailureNotice error={deed.error} />}
        <div className="row">
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button kind={isDangerous ? 'danger' : 'primary'} type="submit" isPending={deed.isPending}>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
