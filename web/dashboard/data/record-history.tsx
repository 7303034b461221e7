import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useFieldWords } from '../../mapping/field-words.ts'
import { Badge, type BadgeKind } from '../../ui/badge.tsx'
import { Busy } from '../../ui/busy.tsx'
import { Button } from '../../ui/button.tsx'
import type { AnswerOf } from '../call.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { keyOf, useWhich } from '../integration/use-integration.ts'
import { useManage } from '../manage.ts'
import { Moment } from '../moment.tsx'
import type { ModelView } from './models.ts'
import { useShownValue } from './words.ts'

type History = AnswerOf<'GET /manage/integrations/{integration_id}/records/{model}/{record_id}/history'>
type Entry = History['results'][number]

const kinds: Readonly<Record<Entry['state'], BadgeKind>> = {
  first: 'good',
  changed: 'good',
  same: 'plain',
  absent: 'warn',
  unusable: 'bad',
  unreadable: 'bad',
  not_kept: 'plain',
  late: 'plain',
}

const Changes = ({ view, entry }: { readonly view: ModelView; readonly entry: Entry }) => {
  const t = useTranslations('dashboard.data.history')
  const words = useFieldWords(view.dataset, [])
  const shown = useShownValue()
  const said = (value: Entry['changes'][number]['before']) => (value === null ? t('empty') : shown(value))
  return (
    <ul className="changes">
      {entry.changes.map(({ field, before, after }) => (
        <li key={field}>
          <strong>{words(field)}</strong> <del>{said(before)}</del> <span aria-hidden="true">→</span>{' '}
          <ins>{said(after)}</ins>
        </li>
      ))}
    </ul>
  )
}

const FileEntry = ({ view, entry }: { readonly view: ModelView; readonly entry: Entry }) => {
  const t = useTranslations('dashboard.data.history')
  const { integrationId } = useWhich()
  const { file_name, received_at, sync_id, state, row, issues } = entry
  return (
    <li>
      <div className="row">
        <Badge kind={kinds[state]}>{t(`states.${state}`)}</Badge>
        <span>{row === null ? file_name : t('fileRow', { file: file_name, row: String(row) })}</span>
        <Moment at={received_at} />
        {sync_id !== null && (
          <Link to="/integrations/$integrationId/syncs/$syncId" params={{ integrationId, syncId: sync_id }}>
            {t('sync')}
          </Link>
        )}
      </div>
      {issues.map(({ code, message }) => (
        <p key={code} className="muted">
          {message}
        </p>
      ))}
      {entry.changes.length > 0 && <Changes view={view} entry={entry} />}
    </li>
  )
}

/** What changed when, by which file: read from the files that are kept, since nothing else remembers what somebody was. */
export const RecordHistory = ({ view, recordId }: { readonly view: ModelView; readonly recordId: string }) => {
  const t = useTranslations('dashboard.data.history')
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const { data, error, hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = useInfiniteQuery({
    queryKey: keyOf(integrationId, 'history', view.model, recordId),
    queryFn: ({ pageParam: cursor }) =>
      call('GET /manage/integrations/{integration_id}/records/{model}/{record_id}/history', {
        path: { ...path, model: view.model, record_id: recordId },
        query: { cursor },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
  })
  if (error && !data) return <FailureNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Busy label={t('looking')} />
  const entries = data.pages.flatMap(({ results }) => results)
  const version = data.pages[0]?.mapping_version
  if (entries.length === 0) return <p className="muted">{t('nothing')}</p>
  return (
    <>
      <p className="muted">{t('how', { version: version ?? 0, count: entries.length })}</p>
      <ol className="history">
        {entries.map((entry) => (
          <FileEntry key={entry.file_id} view={view} entry={entry} />
        ))}
      </ol>
      {hasNextPage && (
        <Button onPress={() => fetchNextPage()} isPending={isFetchingNextPage}>
          {t('older')}
        </Button>
      )}
      {error && <FailureNotice error={error} />}
    </>
  )
}
