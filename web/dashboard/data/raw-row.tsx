import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { useFieldWords } from '../../mapping/field-words.ts'
import { Busy } from '../../ui/busy.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { AnswerOf } from '../call.ts'
import { FailureNotice } from '../failure-notice.tsx'
import { keyOf, useWhich } from '../integration/use-integration.ts'
import { useManage } from '../manage.ts'
import { Moment } from '../moment.tsx'
import type { ModelView } from './models.ts'

type Rows = AnswerOf<'GET /manage/integrations/{integration_id}/records/{model}/{record_id}/rows'>
type Found = NonNullable<Rows['found']>

const Cells = ({ found, at }: { readonly found: Found; readonly at: number }) => {
  const t = useTranslations('dashboard.data.row')
  const words = useFieldWords(found.dataset, [])
  const row = found.rows[at]
  if (!row) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="table-frame" aria-label={t('row', { row: String(row.row) })} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('cell')}</th>
            <th scope="col">{t('becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {found.columns.map(({ name, fields }, index) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="cell">{row.cells[index]}</td>
              <td className="muted">
                {fields.length === 0
                  ? t('notUsed')
                  : fields.map((field) => (field === 'remote_id' ? t('id') : words(field))).join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The rows of the file that a record comes from, cell by cell. */
export const RawRow = ({ view, recordId }: { readonly view: ModelView; readonly recordId: string }) => {
  const t = useTranslations('dashboard.data.row')
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const { data, error, refetch } = useQuery({
    queryKey: keyOf(integrationId, 'rows', view.model, recordId),
    queryFn: () =>
      call('GET /manage/integrations/{integration_id}/records/{model}/{record_id}/rows', {
        path: { ...path, model: view.model, record_id: recordId },
      }),
    staleTime: Number.POSITIVE_INFINITY,
    refetchInterval: false,
  })
  if (error) return <FailureNotice error={error} onRetry={() => refetch()} />
  if (!data) return <Busy label={t('looking')} />
  const { found, files_read, files_not_read } = data
  if (!found) return <Notice kind="info">{t('notFound', { read: files_read, unread: files_not_read })}</Notice>
  return (
    <>
      <p>
        {t('from', { file: found.file_name, version: found.mapping_version })} <Moment at={found.received_at} />
      </p>
      {files_read + files_not_read > 1 && <p className="muted">{t('earlier')}</p>}
      {found.rows.map(({ row }, at) => (
        <div key={row}>
          <h3>{t('row', { row: String(row) })}</h3>
          <Cells found={found} at={at} />
        </div>
      ))}
    </>
  )
}
