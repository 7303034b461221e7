import { Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Badge } from '../../../ui/badge.tsx'
import { Busy } from '../../../ui/busy.tsx'
import { useDataWords } from '../../../ui/data-words.ts'
import { Notice } from '../../../ui/notice.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { Page } from '../../page.tsx'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { useIntegration, useRefresh, useWhich } from '../use-integration.ts'
import { useRights } from '../use-rights.ts'
import { DecideSet } from './decide.tsx'
import { HeldFilePanel } from './held-file.tsx'
import { type HeldRecord, type HeldSet, useHeld, useWaiting } from './use-held.ts'
import { useOutcome } from './use-outcome.ts'

const idOf = ({ id }: HeldRecord): string => id

const useColumns = (): readonly TableColumn<HeldRecord>[] => {
  const t = useTranslations('dashboard.integration.held')
  const causes = useTranslations('page.held.causes')
  const words = useDataWords()
  return useMemo(
    () => [
      { id: 'name', name: t('name'), share: 2, minWidth: 160, cell: ({ name, remote_id }) => name ?? remote_id },
      { id: 'id', name: t('id'), cell: ({ remote_id }) => remote_id },
      { id: 'holds', name: t('dataset'), cell: ({ dataset }) => words.dataset(dataset) },
      {
        id: 'why',
        name: t('why'),
        share: 2,
        minWidth: 180,
        cell: ({ cause, kept }) => (kept ? <Badge kind="plain">{t('kept')}</Badge> : causes(cause)),
      },
    ],
    [t, causes, words],
  )
}

type SetsProps = { readonly sets: readonly HeldSet[]; readonly onDecided: (syncId: string) => void }

const Sets = ({ sets, onDecided }: SetsProps) => {
  const t = useTranslations('dashboard.integration.held')
  const words = useDataWords()
  return sets
    .filter(({ waiting }) => waiting > 0)
    .map((set) => (
      <section key={set.set} className="panel" aria-label={words.dataset(set.dataset)}>
        <h2>{t('waiting', { dataset: words.dataset(set.dataset), count: set.waiting })}</h2>
        <p>{t('explained')}</p>
        <DecideSet set={set} onDecided={onDecided} />
      </section>
    ))
}

const List = ({ waiting }: { readonly waiting: string }) => {
  const t = useTranslations('dashboard.integration.held')
  const words = useTranslations('dashboard.parts')
  const { integrationId } = useWhich()
  const { first, items, error, ...more } = useHeld(waiting)
  const columns = useColumns()
  const refresh = useRefresh()
  const [decided, setDecided] = useState<string>()
  const outcome = useOutcome(decided, refresh)
  if (error) return <FailureNotice error={error} />
  if (!first || !items) return <Busy label={words('loading')} />
  return (
    <>
      {outcome === 'pending' && <Busy label={t('deciding')} />}
      {outcome === 'done' && (
        <Notice kind="good">
          {t('done')}{' '}
          <Link to="/integrations/$integrationId/syncs/$syncId" params={{ integrationId, syncId: decided ?? '' }}>
            {t('toReport')}
          </Link>
        </Notice>
      )}
      {outcome !== 'pending' && first.file && <HeldFilePanel file={first.file} onDecided={setDecided} />}
      {outcome !== 'pending' && <Sets sets={first.sets} onDecided={setDecided} />}
      <PagedTable label={t('list')} columns={columns} items={items} idOf={idOf} empty={t('none')} {...more} />
    </>
  )
}

/** Everybody whose removal waits for a decision, and files that are held as a whole. */
export const HeldPage = () => {
  const t = useTranslations('dashboard.integration.held')
  const words = useTranslations('dashboard.parts')
  const organization = useIntegration().data?.end_user.organization_name ?? ''
  const { seesPeople } = useRights()
  const waiting = useWaiting()
  return (
    <Page title={t('title', { organization })}>
      <p className="muted">{t('intro')}</p>
      {!seesPeople && <Notice kind="info">{words('personalOnly')}</Notice>}
      {seesPeople && waiting === undefined && <Busy label={words('loading')} />}
      {seesPeople && waiting !== undefined && <List waiting={waiting} />}
    </Page>
  )
}
