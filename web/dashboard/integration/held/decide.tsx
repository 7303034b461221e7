import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { Confirm } from '../../confirm.tsx'
import { useManage } from '../../manage.ts'
import { useWhich } from '../use-integration.ts'
import type { HeldFile, HeldSet } from './use-held.ts'

type Decision = 'approve' | 'discard'

type Props = { readonly set: HeldSet; readonly onDecided: (syncId: string) => void }

/** Decides about all who wait in a dataset; the server refuses when by then others do. */
export const DecideSet = ({ set: { dataset, set, waiting }, onDecided }: Props) => {
  const t = useTranslations('dashboard.integration.held')
  const { call } = useManage()
  const { path } = useWhich()
  const [decision, setDecision] = useState<Decision>()
  const decide = async (reason: string): Promise<void> => {
    if (!decision) return
    const { sync_id } = await call(`POST /manage/integrations/{integration_id}/held/{dataset}/${decision}`, {
      path: { ...path, dataset },
      body: { set, reason },
    })
    onDecided(sync_id)
  }
  return (
    <div className="row">
      <Button onPress={() => setDecision('approve')}>{t('approve', { count: waiting })}</Button>
      <Button onPress={() => setDecision('discard')}>{t('discard', { count: waiting })}</Button>
      {decision && (
        <Confirm
          title={t(`${decision}Title`, { count: waiting })}
          action={t(`${decision}Now`)}
          isDangerous={decision === 'approve'}
          asksReason
          onConfirm={decide}
          onClose={() => setDecision(undefined)}
        >
          <p>{t(`${decision}Text`, { count: waiting })}</p>
        </Confirm>
      )}
    </div>
  )
}

type FileProps = { readonly file: HeldFile; readonly onDecided: (syncId: string) => void }

/** Applies a file that is held as a whole. To leave it held nothing has to be done: the next good file takes its place. */
export const ReleaseFile = ({ file: { dataset, file_id, file_name }, onDecided }: FileProps) => {
  const t = useTranslations('dashboard.integration.held')
  const { call } = useManage()
  const { path } = useWhich()
  const [isOpen, setOpen] = useState(false)
  const release = async (reason: string): Promise<void> => {
    const { sync_id } = await call('POST /manage/integrations/{integration_id}/held/{dataset}/approve', {
      path: { ...path, dataset },
      body: { file_id, reason },
    })
    onDecided(sync_id)
  }
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('release')}</Button>
      {isOpen && (
        <Confirm
          title={t('releaseTitle', { file: file_name })}
          action={t('releaseNow')}
          isDangerous
          asksReason
          typed={file_name}
          onConfirm={release}
          onClose={() => setOpen(false)}
        >
          <p>{t('releaseText')}</p>
        </Confirm>
      )}
    </>
  )
}
