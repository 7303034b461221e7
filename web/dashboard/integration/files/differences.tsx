import { useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { Group } from 'react-aria-components'
import { useFormatter, useTranslations } from 'use-intl'
import { Badge, type BadgeKind } from '../../../ui/badge.tsx'
import { Button } from '../../../ui/button.tsx'
import { useDataWords } from '../../../ui/data-words.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import type { AnswerOf } from '../../call.ts'
import { PagedTable, type TableColumn } from '../../paged-table.tsx'
import { useWhich } from '../use-integration.ts'
import { fileRoute } from './file-route.ts'
import { differences } from './file-search.ts'

type Preview = AnswerOf<'GET /manage/integrations/{integration_id}/files/{file_id}/replay'>
type Changed = Preview['results'][number]

const kinds: Readonly<Record<Changed['difference'], BadgeKind>> = {
  created: 'good',
  changed: 'plain',
  removed: 'bad',
  held: 'warn',
  left_out: 'warn',
}

const idOf = ({ id }: Changed): string => id
const shown = (value: string | number | boolean | null): string => (value === null ? '–' : String(value))

type FieldsProps = { readonly record: Changed; readonly onClose: () => void }

const Fields = ({ record, onClose }: FieldsProps) => {
  const t = useTranslations('dashboard.integration.replay')
  const words = useDataWords()
  const close = useTranslations('dashboard.parts')('close')
  return (
    <Dialog title={record.name ?? record.remote_id} onClose={onClose}>
      <div className="table-frame">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('field')}</th>
              <th scope="col">{t('before')}</th>
              <th scope="col">{t('after')}</th>
            </tr>
          </thead>
          <tbody>
            {record.fields.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row">{words.field(record.dataset, field)}</th>
                <td>{shown(before)}</td>
                <td>{shown(after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="row">
        <Button onPress={onClose}>{close}</Button>
      </div>
    </Dialog>
  )
}

const useColumns = (onShow: (record: Changed) => void): readonly TableColumn<Changed>[] => {
  const t = useTranslations('dashboard.integration.replay')
  const words = useDataWords()
  return useMemo(
    () => [
      { id: 'name', name: t('record'), share: 2, minWidth: 160, cell: ({ name, remote_id }) => name ?? remote_id },
      { id: 'id', name: t('id'), cell: ({ remote_id }) => remote_id },
      {
        id: 'difference',
        name: t('difference'),
        minWidth: 130,
        cell: ({ difference }) => <Badge kind={kinds[difference]}>{t(`differences.${difference}`)}</Badge>,
      },
      {
        id: 'fields',
        name: t('fields'),
        share: 3,
        minWidth: 220,
        cell: (record) =>
          record.fields.length > 0 && (
            <Button
              kind="quiet"
              size="small"
              onPress={() => onShow(record)}
              aria-label={t('fieldsOf', { name: record.name ?? record.remote_id })}
            >
              {record.fields.map(({ field }) => words.field(record.dataset, field)).join(', ')}
            </Button>
          ),
      },
    ],
    [t, words, onShow],
  )
}

type Props = {
  readonly totals: Preview['totals']
  readonly dataset: Preview['dataset']
  readonly records: readonly Changed[]
  readonly hasMore: boolean
  readonly isLoadingMore: boolean
  readonly loadMore: () => void
}

/** Which records would change, in which way and by which field. */
export const Differences = ({ totals, dataset, records, ...more }: Props) => {
  const t = useTranslations('dashboard.integration.replay')
  const format = useFormatter()
  const navigate = useNavigate()
  const { integrationId } = useWhich()
  const { fileId } = fileRoute.useParams()
  const { difference } = fileRoute.useSearch()
  const [open, setOpen] = useState<Changed>()
  const columns = useColumns(setOpen)
  const words = useDataWords()
  const narrow = (wanted: Changed['difference'] | undefined) =>
    navigate({
      to: '/integrations/$integrationId/files/$fileId',
      params: { integrationId, fileId },
      search: wanted ? { difference: wanted } : {},
      replace: true,
      resetScroll: false,
    })
  return (
    <>
      <Group className="row" aria-label={t('narrow')}>
        {differences.map((each) => (
          <Button
            key={each}
            size="small"
            kind={difference === each ? 'primary' : 'secondary'}
            aria-pressed={difference === each}
            onPress={() => narrow(difference === each ? undefined : each)}
          >
            {t(`differences.${each}`)}: {format.number(totals[each])}
          </Button>
        ))}
      </Group>
      <PagedTable
        label={t('list', { dataset: words.dataset(dataset) })}
        columns={columns}
        items={records}
        idOf={idOf}
        empty={t('none')}
        {...more}
      />
      {open && <Fields record={open} onClose={() => setOpen(undefined)} />}
    </>
  )
}
