import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslations } from 'use-intl'
import type { ModelId } from '#core/model/models.ts'
import { Badge } from '../../ui/badge.tsx'
import { Busy } from '../../ui/busy.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { keyOf, useWhich } from '../integration/use-integration.ts'
import { useManage } from '../manage.ts'
import { Moment } from '../moment.tsx'
import { type ModelView, viewOf } from './models.ts'
import { RawRow } from './raw-row.tsx'
import { RecordFields } from './record-fields.tsx'
import { RecordHistory } from './record-history.tsx'
import { RelatedRecords } from './related-records.tsx'
import { recordRoute } from './route-api.ts'

const useRecord = (model: ModelId, recordId: string) => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return useQuery({
    queryKey: keyOf(integrationId, 'record', model, recordId),
    queryFn: () =>
      call('GET /manage/integrations/{integration_id}/records/{model}/{record_id}', {
        path: { ...path, model, record_id: recordId },
      }),
    refetchInterval: false,
  })
}

const parts = [undefined, 'row', 'history'] as const

const PartLinks = () => {
  const t = useTranslations('dashboard.data.record')
  return (
    <nav aria-label={t('parts')} className="part-links">
      {parts.map((part) => (
        <Link
          key={part ?? 'fields'}
          from="/integrations/$integrationId/data/$list/$recordId"
          to="."
          search={(before) => ({ ...before, show: part })}
          className="part-link"
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t(part ?? 'fields')}
        </Link>
      ))}
    </nav>
  )
}

type FrameProps = { readonly title: string; readonly list: string; readonly children: ReactNode }

/** Takes the focus when a record is opened; it is beside the list, and where there is no room for both, over it. */
const PanelFrame = ({ title, list, children }: FrameProps) => {
  const t = useTranslations('dashboard.data.record')
  const { integrationId } = useWhich()
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another record is another heading
  useEffect(() => heading.current?.focus({ preventScroll: true }), [title])
  return (
    <section className="panel record-panel" aria-labelledby="record-title">
      <div className="row spread">
        <h2 id="record-title" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <Link
          to="/integrations/$integrationId/data/$list"
          params={{ integrationId, list }}
          search={({ show: _, ...filters }) => filters}
          className="button secondary small link-button"
        >
          {t('close')}
        </Link>
      </div>
      {children}
    </section>
  )
}

const OpenRecord = ({
  list,
  view,
  recordId,
}: {
  readonly list: string
  readonly view: ModelView
  readonly recordId: string
}) => {
  const t = useTranslations('dashboard.data')
  const { show } = recordRoute.useSearch()
  const { data, error, refetch } = useRecord(view.model, recordId)
  if (!data)
    return (
      <PanelFrame title={t('record.title')} list={list}>
        {error ? <FailureNotice error={error} onRetry={() => refetch()} /> : <Busy label={t('loading')} />}
      </PanelFrame>
    )
  return (
    <PanelFrame title={data.name ?? data.remote_id ?? data.id} list={list}>
      <p className="row">
        <span className="muted">
          {t('record.changed')} <Moment at={data.changed_at} />
        </span>
        {data.remote_deleted_at !== null && (
          <Badge kind="plain">
            {t('removed')} <Moment at={data.remote_deleted_at} />
          </Badge>
        )}
      </p>
      <RelatedRecords view={view} record={data} />
      <PartLinks />
      {show === undefined && <RecordFields view={view} record={data} />}
      {show === 'row' && <RawRow key={recordId} view={view} recordId={recordId} />}
      {show === 'history' && <RecordHistory key={recordId} view={view} recordId={recordId} />}
    </PanelFrame>
  )
}

/** One record beside the table. */
export const RecordPanel = () => {
  const { list, recordId } = recordRoute.useParams()
  const view = viewOf(list)
  return view ? <OpenRecord list={list} view={view} recordId={recordId} /> : null
}
