import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FailureNotice } from '../failure-notice.tsx'

type Props = {
  /** Answers whether it was done: somebody else may have stored another mapping. */
  readonly onApprove: (note: string) => Promise<boolean>
  readonly onClose: () => void
}

/** From now on files are applied with the mapping: asks once more, and for a note that others will read. */
export const Approve = ({ onApprove, onClose }: Props) => {
  const t = useTranslations('dashboard.mapping.approval')
  const parts = useTranslations('dashboard.parts')
  const [note, setNote] = useState('')
  const approval = useMutation({ mutationFn: onApprove, onSuccess: (isDone) => isDone && onClose() })
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (!approval.isPending) approval.mutate(note.trim())
        }}
      >
        <p>{t('text')}</p>
        <TextField label={t('note')} value={note} onChange={setNote} error={undefined} />
        {approval.data === false && <Notice kind="bad">{t('changed')}</Notice>}
        {approval.error && <FailureNotice error={approval.error} />}
        <div className="row">
          <Button onPress={onClose}>{parts('cancel')}</Button>
          <Button kind="primary" type="submit" isPending={approval.isPending}>
            {t('confirm')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
