import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Button } from '../../../ui/button.tsx'
import type { AnswerOf } from '../../call.ts'
import { Confirm } from '../../confirm.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { Moment } from '../../moment.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { usePages } from '../../use-pages.ts'
import { keyOf, useRefresh, useWhich } from '../use-integration.ts'

type Shown = AnswerOf<'GET /manage/integrations/{integration_id}/identity'>['results'][number]

const idOf = ({ to }: Shown): string => to

const useColumns = (onUndo: (link: Shown) => void): readonly TableColumn<Shown>[] => {
  const t = useTranslations('dashboard.integration.identity')
  return useMemo(
    () => [
      { id: 'to', name: t('nowAs'), cell: ({ to }) => to },
      { id: 'from', name: t('storedAs'), cell: ({ from }) => from },
      { id: 'at', name: t('at'), minWidth: 140, cell: ({ linked_at }) => <Moment at={linked_at} /> },
      { id: 'reason', name: t('why'), share: 2, minWidth: 160, cell: ({ reason }) => reason },
      {
        id: 'undo',
        name: t('action'),
        minWidth: 130,
        cell: (link) => (
          <Button
            size="small"
            onPress={() => onUndo(link)}
            aria-label={t('undoThis', { from: link.from, to: link.to })}
          >
            {t('undo')}
          </Button>
        ),
      },
    ],
    [t, onUndo],
  )
}

const useLinks = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return usePages({
    queryKey: keyOf(integrationId, 'links'),
    load: (cursor) => call('GET /manage/integrations/{integration_id}/identity', { path, query: { cursor } }),
  })
}

/** Remote ids that were linked, and the undoing of it. */
export const Links = ({ onDone }: { readonly onDone: () => void }) => {
  const t = useTranslations('dashboard.integration.identity')
  const words = useTranslations('dashboard.parts')
  const { call } = useManage()
  const { path } = useWhich()
  const refresh = useRefresh()
  const { first, items, error, ...more } = useLinks()
  const [undone, setUndone] = useState<Shown>()
  const columns = useColumns(setUndone)
  const undo = async (reason: string): Promise<void> => {
    if (!undone) return
    await call('POST /manage/integrations/{integration_id}/identity/undo', { path, body: { to: [undone.to], reason } })
    onDone()
    await refresh()
  }
  return (
    <section className="stack" aria-labelledby="links">
      <h2 id="links">{t('links')}</h2>
      {error && <FailureNotice error={error} />}
      {!items && !error && <Busy label={words('loading')} />}
      {first && !first.applied && <Busy label={t('applying')} />}
      {items && (
        <PagedTable label={t('links')} columns={columns} items={items} idOf={idOf} empty={t('noLinks')} {...more} />
      )}
      {undone && (
        <Confirm
          title={t('undoTitle')}
          action={t('undoNow')}
          isDangerous
          asksReason
          onConfirm={undo}
          onClose={() => setUndone(undefined)}
        >
          <p>{t('undoText', { from: undone.from, to: undone.to })}</p>
        </Confirm>
      )}
    </section>
  )
}
