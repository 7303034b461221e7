import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Confirm } from '../../confirm.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { usePages } from '../../use-pages.ts'
import type { ShownFile } from '../overview/timeline-entries.ts'
import { keyOf, useRefresh, useWhich } from '../use-integration.ts'
import { useRights } from '../use-rights.ts'
import { Differences } from './differences.tsx'
import { fileRoute } from './file-route.ts'

const usePreview = (fileId: string) => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const { difference } = fileRoute.useSearch()
  return usePages({
    queryKey: keyOf(integrationId, 'replay', fileId, difference),
    load: (cursor) =>
      call('GET /manage/integrations/{integration_id}/files/{file_id}/replay', {
        path: { ...path, file_id: fileId },
        query: { cursor, difference },
      }),
    isLive: false,
  })
}

const Preview = ({ file }: { readonly file: ShownFile }) => {
  const t = useTranslations('dashboard.integration.replay')
  const words = useTranslations('dashboard.parts')
  const { isAdmin } = useRights()
  const { first, items, error, ...more } = usePreview(file.id)
  if (error) return <FailureNotice error={error} />
  if (!first || !items) return <Busy label={t('loading')} />
  return (
    <>
      <Notice kind={first.verdict === 'applied' ? 'info' : 'warn'}>{t(`verdicts.${first.verdict}`)}</Notice>
      <Differences totals={first.totals} dataset={first.dataset} records={items} {...more} />
      {isAdmin ? <ApplyAgain file={file} /> : <Notice kind="info">{words('adminsOnly')}</Notice>}
    </>
  )
}

const ApplyAgain = ({ file: { id, name } }: { readonly file: ShownFile }) => {
  const t = useTranslations('dashboard.integration.replay')
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  const [isOpen, setOpen] = useState(false)
  const [isDone, setDone] = useState(false)
  const apply = async (reason: string): Promise<void> => {
    await call('POST /manage/integrations/{integration_id}/files/{file_id}/replay', {
      path: { ...path, file_id: id },
      body: { reason },
    })
    setDone(true)
    await refresh()
  }
  return (
    <>
      {isDone && <Notice kind="good">{t('done')}</Notice>}
      <div className="row">
        <Button onPress={() => setOpen(true)}>{t('apply')}</Button>
      </div>
      {isOpen && (
        <Confirm
          title={t('applyTitle', { name })}
          action={t('applyNow')}
          asksReason
          onConfirm={apply}
          onClose={() => setOpen(false)}
        >
          <p>{t('applyText')}</p>
        </Confirm>
      )}
    </>
  )
}

/** What applying the file again would change, and doing so. */
export const Replay = ({ file }: { readonly file: ShownFile }) => {
  const t = useTranslations('dashboard.integration.replay')
  const [isAsked, setAsked] = useState(false)
  return (
    <section className="stack" aria-labelledby="replay">
      <h2 id="replay">{t('title')}</h2>
      <p className="muted">{t('intro')}</p>
      {isAsked ? (
        <Preview file={file} />
      ) : (
        <div className="row">
          <Button onPress={() => setAsked(true)}>{t('ask')}</Button>
        </div>
      )}
    </section>
  )
}
