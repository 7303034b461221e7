import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { useTranslations } from 'use-intl'
import { useIssueWords } from '../../../ui/issue-words.ts'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { useWhich } from '../use-integration.ts'
import { ReleaseFile } from './decide.tsx'
import type { HeldFile } from './use-held.ts'

type Pair = HeldFile['pairs'][number]

const idOf = ({ id, to }: Pair): string => `${id} ${to}`

const useColumns = (): readonly TableColumn<Pair>[] => {
  const t = useTranslations('dashboard.integration.held')
  return useMemo(
    () => [
      { id: 'name', name: t('name'), share: 2, minWidth: 160, cell: ({ name, from }) => name ?? from },
      { id: 'from', name: t('storedAs'), cell: ({ from }) => from },
      { id: 'to', name: t('inFileAs'), cell: ({ to }) => to },
      { id: 'by', name: t('by'), cell: ({ by }) => t(`pairedBy.${by}`) },
    ],
    [t],
  )
}

type Props = { readonly file: HeldFile; readonly onDecided: (syncId: string) => void }

/** A file of which nothing was applied, because its ids are not those of the same people as before. */
export const HeldFilePanel = ({ file, onDecided }: Props) => {
  const t = useTranslations('dashboard.integration.held')
  const inWords = useIssueWords()
  const { integrationId } = useWhich()
  const columns = useColumns()
  const { message, fix } = inWords(file.issue)
  return (
    <section className="panel danger" aria-labelledby="held-file">
      <h2 id="held-file">{t('fileTitle', { file: file.file_name })}</h2>
      <p>
        {message} {fix}
      </p>
      {file.pairs.length > 0 && (
        <>
          <p>{t('pairs', { shown: file.pairs.length, count: file.pairs_in_all })}</p>
          <PagedTable label={t('pairsList')} columns={columns} items={file.pairs} idOf={idOf} empty={null} />
          <p>
            <Link to="/integrations/$integrationId/identity" params={{ integrationId }}>
              {t('toIdentity')}
            </Link>
          </p>
        </>
      )}
      <p className="muted">{t('orWait')}</p>
      <div className="row">
        <ReleaseFile file={file} onDecided={onDecided} />
      </div>
    </section>
  )
}
