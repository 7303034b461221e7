import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { pageSettings } from '../flow/page-settings.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { Decision, HeldSet } from './held.ts'

type Props = {
  readonly set: HeldSet
  readonly isPending: boolean
  readonly onDecide: (decision: Decision) => void
}

type AskProps = Props & { readonly decision: Decision['decision']; readonly onBack: () => void }

/** Asks once more, and for what the vendor is to read about it. */
const Ask = ({ set, decision, isPending, onDecide, onBack }: AskProps) => {
  const t = useTranslations('page.held')
  const page = useTranslations('page')
  const vendor = pageSettings.name ?? page('vendor')
  const [reason, setReason] = useState('')
  const [isMissing, setMissing] = useState(false)
  const decide = (): void => {
    if (reason.trim() === '') setMissing(true)
    else onDecide({ decision, set, reason: reason.trim() })
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        decide()
      }}
    >
      <Notice kind={decision === 'approve' ? 'bad' : 'info'}>
        {t(`${decision}Sure`, { count: set.waiting, vendor })}
      </Notice>
      <TextField
        label={t('reason')}
        value={reason}
        onChange={setReason}
        isRequired
        error={isMissing && reason.trim() === '' ? t('reasonMissing') : undefined}
      />
      <div className="row">
        <Button autoFocus onPress={onBack}>
          {t('back')}
        </Button>
        <Button kind="primary" type="submit" isPending={isPending}>
          {t(`${decision}Now`, { count: set.waiting })}
        </Button>
      </div>
    </form>
  )
}

/** What can be done about all who wait in a dataset. */
export const DecideHeld = (props: Props) => {
  const t = useTranslations('page.held')
  const [decision, setDecision] = useState<Decision['decision']>()
  if (decision) return <Ask {...props} decision={decision} onBack={() => setDecision(undefined)} />
  return (
    <div className="row">
      <Button onPress={() => setDecision('discard')}>{t('discard')}</Button>
      <Button onPress={() => setDecision('approve')}>{t('approve')}</Button>
    </div>
  )
}
