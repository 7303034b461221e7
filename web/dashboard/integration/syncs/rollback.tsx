import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Button } from '../../../ui/button.tsx'
import { useDataWords } from '../../../ui/data-words.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { AnswerOf } from '../../call.ts'
import { Confirm } from '../../confirm.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import type { ShownSync } from '../overview/timeline-entries.ts'
import { keyOf, useRefresh, useWhich } from '../use-integration.ts'

type Undone = AnswerOf<'GET /manage/integrations/{integration_id}/syncs/{sync_id}/rollback'>

const usePreview = (syncId: string) => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return useQuery({
    queryKey: keyOf(integrationId, 'rollback', syncId),
    queryFn: () =>
      call('GET /manage/integrations/{integration_id}/syncs/{sync_id}/rollback', {
        path: { ...path, sync_id: syncId },
      }),
    refetchInterval: false,
    retry: 0,
    gcTime: 0,
  })
}

const WhatChanges = ({ preview }: { readonly preview: Undone }) => {
  const t = useTranslations('dashboard.integration.rollback')
  const words = useDataWords()
  return (
    <>
      {preview.datasets.map(({ dataset, file_name, created, changed, removed, not_restored }) => (
        <p key={dataset}>
          <strong>{words.dataset(dataset)}</strong>: {t('from', { file: file_name })}{' '}
          {t('counts', { created, changed, removed })}
          {not_restored > 0 && ` ${t('notRestored', { count: not_restored })}`}
        </p>
      ))}
      {preview.filter_changes && <p>{t('filter')}</p>}
      {preview.removed.length > 0 && (
        <Notice kind="warn">
          <p>{t('removed', { count: preview.removals })}</p>
          <ul>
            {preview.removed.map(({ id, name, remote_id }) => (
              <li key={id}>{name ?? remote_id}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  )
}

type AskProps = { readonly sync: ShownSync; readonly onClose: () => void; readonly onDone: () => void }

const Ask = ({ sync, onClose, onDone }: AskProps) => {
  const t = useTranslations('dashboard.integration.rollback')
  const words = useTranslations('dashboard.parts')
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  const { data, error } = usePreview(sync.id)
  if (!data)
    return (
      <Dialog title={t('title')} onClose={onClose}>
        {error ? <FailureNotice error={error} /> : <Busy label={t('loading')} />}
        <div className="row">
          <Button onPress={onClose}>{words('close')}</Button>
        </div>
      </Dialog>
    )
  const undo = async (reason: string): Promise<void> => {
    await call('POST /manage/integrations/{integration_id}/syncs/{sync_id}/rollback', {
      path: { ...path, sync_id: sync.id },
      body: { removals: data.removals, reason },
    })
    onDone()
    await refresh()
  }
  return (
    <Confirm
      title={t('title')}
      action={t('now')}
      isDangerous
      asksReason
      {...(data.removals > 0 ? { typed: String(data.removals) } : {})}
      onConfirm={undo}
      onClose={onClose}
    >
      <WhatChanges preview={data} />
    </Confirm>
  )
}

/** Undoes a sync, after showing what that changes. */
export const Rollback = ({ sync }: { readonly sync: ShownSync }) => {
  const t = useTranslations('dashboard.integration.rollback')
  const [isOpen, setOpen] = useState(false)
  const [isDone, setDone] = useState(false)
  return (
    <>
      {isDone && <Notice kind="good">{t('done')}</Notice>}
      <Button onPress={() => setOpen(true)}>{t('open')}</Button>
      {isOpen && <Ask sync={sync} onClose={() => setOpen(false)} onDone={() => setDone(true)} />}
    </>
  )
}
