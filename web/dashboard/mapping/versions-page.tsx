import '../data/data.css'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { type Dataset, DatasetSchema } from '#core/files/datasets.ts'
import { Badge } from '../../ui/badge.tsx'
import { Busy } from '../../ui/busy.tsx'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import type { AnswerOf } from '../call.ts'
import { Confirm } from '../confirm.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { keyOf, useRefresh, useWhich } from '../integration/use-integration.ts'
import { useManage } from '../manage.ts'
import { Moment } from '../moment.tsx'
import { Page } from '../page.tsx'
import { usePages } from '../use-pages.ts'
import { DatasetLinks } from './dataset-links.tsx'
import { versionsRoute } from './route-api.ts'
import { VersionDiff } from './version-diff.tsx'

type Versions = AnswerOf<'GET /manage/integrations/{integration_id}/mappings/{dataset}/versions'>
type Version = Versions['results'][number]

type Asking = { readonly kind: 'restore' | 'approve'; readonly version: Version }

const useVersions = (dataset: Dataset) => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  return usePages<Versions>({
    queryKey: keyOf(integrationId, 'versions', dataset),
    load: (cursor) =>
      call('GET /manage/integrations/{integration_id}/mappings/{dataset}/versions', {
        path: { ...path, dataset },
        query: { cursor },
      }),
  })
}

/** The version that files are applied with is the one that was approved last. */
const inUseOf = (versions: readonly Version[]): number | undefined =>
  versions
    .filter(({ approved_at }) => approved_at !== null)
    .toSorted((a, b) => (b.approved_at ?? '').localeCompare(a.approved_at ?? ''))[0]?.version

const Stamps = ({ version }: { readonly version: Version }) => {
  const t = useTranslations('dashboard.mapping.version')
  const { origin, created_at, approved_at, stored_by, approved_by } = version
  return (
    <p className="muted">
      {t(`origins.${origin}`, { who: stored_by ?? t('nobody') })} <Moment at={created_at} />
      {approved_at !== null && (
        <>
          {' · '}
          {t('approvedBy', { who: approved_by ?? t('nobody') })} <Moment at={approved_at} />
        </>
      )}
    </p>
  )
}

type RowProps = {
  readonly version: Version
  readonly inUse: number | undefined
  readonly isLatest: boolean
  readonly isOpen: boolean
  readonly onAsk: (asking: Asking) => void
}

const VersionRow = ({ version, inUse, isLatest, isOpen, onAsk }: RowProps) => {
  const t = useTranslations('dashboard.mapping.version')
  const { integrationId } = useWhich()
  const { dataset } = versionsRoute.useParams()
  const isUsed = version.version === inUse
  return (
    <li data-open={isOpen}>
      <div className="row">
        <strong>{t('title', { version: version.version })}</strong>
        {isUsed && <Badge kind="good">{t('inUse')}</Badge>}
        {isLatest && !isUsed && <Badge kind="warn">{t('draft')}</Badge>}
      </div>
      <Stamps version={version} />
      {version.note !== null && <p>{t('note', { note: version.note })}</p>}
      <div className="row">
        <Link
          to="/integrations/$integrationId/mapping/$dataset/versions"
          params={{ integrationId, dataset }}
          search={{ version: version.version }}
          className="button secondary small link-button"
        >
          {t('changes', { version: version.version })}
        </Link>
        {!isUsed && isLatest && (
          <Button size="small" onPress={() => onAsk({ kind: 'approve', version })}>
            {t('approve', { version: version.version })}
          </Button>
        )}
        {!isLatest && (
          <Button size="small" onPress={() => onAsk({ kind: 'restore', version })}>
            {t('restore', { version: version.version })}
          </Button>
        )}
      </div>
    </li>
  )
}

const Ask = ({ asking: { kind, version }, onClose }: { readonly asking: Asking; readonly onClose: () => void }) => {
  const t = useTranslations('dashboard.mapping')
  const { call } = useManage()
  const { path } = useWhich()
  const { dataset } = versionsRoute.useParams()
  const refresh = useRefresh()
  const number = version.version
  const act = async (reason: string): Promise<void> => {
    if (kind === 'restore')
      await call('POST /manage/integrations/{integration_id}/mappings/{dataset}/versions/{version}/restore', {
        path: { ...path, dataset, version: String(number) },
        body: { reason },
      })
    else
      await call('POST /manage/integrations/{integration_id}/mappings/{dataset}/approve', {
        path: { ...path, dataset },
        body: { version: number, revision: version.revision, reason },
      })
    await refresh()
  }
  const words = kind === 'restore' ? 'restoring' : 'approval'
  return (
    <Confirm
      title={t(`${words}.title`, { version: number })}
      action={t(`${words}.confirm`)}
      asksReason
      onConfirm={act}
      onClose={onClose}
    >
      <p>{t(`${words}.text`)}</p>
    </Confirm>
  )
}

type AgainstProps = {
  readonly versions: readonly Version[]
  readonly version: number
  readonly against: number | undefined
}

const Against = ({ versions, version, against }: AgainstProps) => {
  const t = useTranslations('dashboard.mapping.diff')
  const { integrationId } = useWhich()
  const { dataset } = versionsRoute.useParams()
  const navigate = useNavigate()
  const others = versions.filter((each) => each.version !== version)
  if (others.length === 0) return null
  return (
    <Select
      label={t('against')}
      value={String(against ?? version - 1)}
      onChange={(id) =>
        navigate({
          to: '/integrations/$integrationId/mapping/$dataset/versions',
          params: { integrationId, dataset },
          search: { version, against: Number(id) },
          replace: true,
        })
      }
      options={others.map((each) => ({ id: String(each.version), name: t('with', { version: each.version }) }))}
    />
  )
}

const VersionList = ({ dataset }: { readonly dataset: Dataset }) => {
  const t = useTranslations('dashboard.mapping')
  const { version: asked, against } = versionsRoute.useSearch()
  const { items, error, hasMore, isLoadingMore, loadMore, refetch } = useVersions(dataset)
  const [asking, setAsking] = useState<Asking>()
  if (error && !items) return <FailureNotice error={error} onRetry={() => refetch()} />
  if (!items) return <Busy label={t('opening')} />
  const latest = items[0]?.version
  if (latest === undefined) return <div className="empty">{t('noVersions')}</div>
  const open = asked ?? latest
  const inUse = inUseOf(items)
  return (
    <div className="versions">
      <ol className="history">
        {items.map((version) => (
          <VersionRow
            key={version.version}
            version={version}
            inUse={inUse}
            isLatest={version.version === latest}
            isOpen={version.version === open}
            onAsk={setAsking}
          />
        ))}
        {hasMore && (
          <li>
            <Button onPress={loadMore} isPending={isLoadingMore}>
              {t('older')}
            </Button>
          </li>
        )}
      </ol>
      <div className="stack">
        <Against versions={items} version={open} against={against} />
        <VersionDiff dataset={dataset} version={open} against={against} />
      </div>
      {asking && <Ask asking={asking} onClose={() => setAsking(undefined)} />}
    </div>
  )
}

/** Who mapped what, when and why; what differs between two versions; and the way back to an earlier one. */
export const VersionsPage = () => {
  const t = useTranslations('dashboard.mapping')
  const { integrationId } = useWhich()
  const dataset = v.parse(DatasetSchema, versionsRoute.useParams().dataset)
  return (
    <Page
      title={t('versionsTitle')}
      actions={
        <Link
          to="/integrations/$integrationId/mapping/$dataset"
          params={{ integrationId, dataset }}
          className="button secondary normal link-button"
        >
          {t('edit')}
        </Link>
      }
    >
      <DatasetLinks />
      <VersionList key={dataset} dataset={dataset} />
    </Page>
  )
}
