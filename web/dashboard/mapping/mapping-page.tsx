import '../data/data.css'
import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { type Dataset, DatasetSchema } from '#core/files/datasets.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import { failureOf } from '../../api/failure.ts'
import type { MappingClient, UnderstoodFile } from '../../mapping/client.ts'
import { isInUse } from '../../mapping/draft-state.ts'
import type { DraftStore } from '../../mapping/draft-store.ts'
import { MappingEditor } from '../../mapping/editor.tsx'
import { neededFields } from '../../mapping/needed-fields.ts'
import { UnreadFile } from '../../mapping/unread-file.tsx'
import { useDraft, useOpenedFile } from '../../mapping/use-draft.ts'
import { Badge } from '../../ui/badge.tsx'
import { Busy } from '../../ui/busy.tsx'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useRefresh, useWhich } from '../integration/use-integration.ts'
import { useRights } from '../integration/use-rights.ts'
import { Page } from '../page.tsx'
import { Approve } from './approve.tsx'
import { DatasetLinks } from './dataset-links.tsx'
import { editorRoute } from './route-api.ts'
import { useMappingClient } from './use-mapping-client.ts'
import { useWishes } from './use-wishes.ts'

const listenEveryMs = 5_000

type EditingProps = {
  readonly client: MappingClient
  readonly file: UnderstoodFile
  readonly store: DraftStore
  readonly onNote: (note: string) => void
}

const Editing = ({ client, file, store, onNote }: EditingProps) => {
  const t = useTranslations('dashboard.mapping')
  const draft = useDraft(client, store)
  const wishes = useWishes(file.dataset)
  const refresh = useRefresh()
  const [isAsking, setAsking] = useState(false)
  const { missing } = neededFields(draft.state.history.present, wishes.requiredPoints)
  const inUse = isInUse(draft.state)
  return (
    <>
      <div className="row spread">
        <p className="row">
          {inUse ? <Badge kind="good">{t('inUse')}</Badge> : <Badge kind="warn">{t('isDraft')}</Badge>}
          <span className="muted">{t('file', { file: file.file_name })}</span>
        </p>
        {!inUse && (
          <Button kind="primary" onPress={() => setAsking(true)} isDisabled={missing.length > 0}>
            {t('approve')}
          </Button>
        )}
      </div>
      {!inUse && missing.length > 0 && <p className="muted">{t('missing', { count: missing.length })}</p>}
      <MappingEditor client={client} file={file} draft={draft} {...wishes} />
      {isAsking && (
        <Approve
          onApprove={async (note) => {
            onNote(note)
            const isDone = await store.finish()
            await refresh()
            return isDone
          }}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}

/** What the editor asks is asked once; only what others have stored is looked for again and again. */
const useCalmEditor = (key: MappingClient['key']): void => {
  const queries = useQueryClient()
  useState(() => {
    queries.setQueryDefaults(key, { refetchInterval: false, refetchOnWindowFocus: false })
    queries.setQueryDefaults([...key, 'stored'], { refetchInterval: listenEveryMs })
  })
}

const DatasetEditor = ({ dataset }: { readonly dataset: Dataset }) => {
  const t = useTranslations('dashboard.mapping')
  const note = useRef('')
  const client = useMappingClient(dataset, note)
  useCalmEditor(client.key)
  const [said, say] = useState<PartialDialect>()
  const { data, error, refetch, isFetching } = useOpenedFile(client, said)
  const remember = (text: string): void => {
    note.current = text
  }
  if (data?.store) return <Editing client={client} file={data.file} store={data.store} onNote={remember} />
  if (data) return <UnreadFile file={data.file} said={said} onSay={say} isReading={isFetching} />
  if (!error) return <Busy label={t('opening')} />
  const isNoFile = failureOf(error).code === 'PLATFORM.INPUT_INVALID'
  return isNoFile ? (
    <div className="empty">{t('noFile')}</div>
  ) : (
    <FailureNotice error={error} onRetry={() => refetch()} />
  )
}

/** Which columns of a customer's files become which fields. */
export const MappingPage = () => {
  const t = useTranslations('dashboard.mapping')
  const { integrationId } = useWhich()
  const dataset = v.parse(DatasetSchema, editorRoute.useParams().dataset)
  const { seesPeople } = useRights()
  return (
    <Page
      title={t('title')}
      actions={
        <Link
          to="/integrations/$integrationId/mapping/$dataset/versions"
          params={{ integrationId, dataset }}
          className="button secondary normal link-button"
        >
          {t('versions')}
        </Link>
      }
    >
      <DatasetLinks />
      {seesPeople ? <DatasetEditor key={dataset} dataset={dataset} /> : <Notice kind="info">{t('notAllowed')}</Notice>}
    </Page>
  )
}
