import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { useWhich } from '../integration/use-integration.ts'
import { Moment } from '../moment.tsx'
import type { ModelView } from './models.ts'
import type { OpenedRecord } from './related-records.tsx'
import { useRecordWords, useShownValue } from './words.ts'

type Props = { readonly view: ModelView; readonly record: OpenedRecord }
type Field = OpenedRecord['fields'][number]

/** What a record holds beside the fields of the unified model, in the order in which it is shown. */
const extras = ['custom_fields', 'integration_fields', 'remote_data'] as const

/** Other records that are shown in this one, and parts that repeat others. */
const hidden: ReadonlySet<string> = new Set(['teams'])

const isExtra = ({ path: [first = ''] }: Field): boolean => extras.some((extra) => extra === first)

type ListProps = { readonly fields: readonly Field[]; readonly nameOf: (field: Field) => string }

const FieldTable = ({ fields, nameOf, label }: ListProps & { readonly label: string }) => {
  const shown = useShownValue()
  return (
    <table className="record-fields" aria-label={label}>
      <tbody>
        {fields.map((field) => (
          <tr key={field.path.join('.')}>
            <th scope="row">{nameOf(field)}</th>
            <td className="cell">{shown(field.value)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Integration fields lie in a list: what each is called and holds. */
const integrationFields = (fields: readonly Field[]): readonly Field[] => {
  const places = Map.groupBy(
    fields.filter(({ path }) => path.length > 2),
    ({ path }) => path[1],
  )
  return [...places.values()].map((parts) => {
    const at = (name: string) => parts.find(({ path }) => path[2] === name)?.value ?? null
    return { path: ['integration_fields', String(at('label') ?? at('key') ?? at('id'))], value: at('value') }
  })
}

const Extra = ({ extra, fields }: { readonly extra: (typeof extras)[number]; readonly fields: readonly Field[] }) => {
  const t = useTranslations('dashboard.data')
  const own = fields.filter(({ path }) => path[0] === extra)
  const listed = extra === 'integration_fields' ? integrationFields(own) : own.filter(({ path }) => path.length > 1)
  return (
    <>
      <h3>{t(`fields.${extra}`)}</h3>
      {listed.length === 0 ? (
        <p className="muted">{t(`record.none.${extra}`)}</p>
      ) : (
        <FieldTable label={t(`fields.${extra}`)} fields={listed} nameOf={({ path }) => path.slice(1).join('.')} />
      )}
    </>
  )
}

const Sources = ({ sources }: Pick<OpenedRecord, 'sources'>) => {
  const t = useTranslations('dashboard.data.record')
  const { integrationId } = useWhich()
  return (
    <ul className="plain">
      {sources.map(({ dataset, file_id, file_name, mapping_version, committed_at }) => (
        <li key={dataset}>
          <Link to="/integrations/$integrationId/files/$fileId" params={{ integrationId, fileId: file_id }}>
            {file_name}
          </Link>{' '}
          <span className="muted">
            {t('source', { version: mapping_version })} <Moment at={committed_at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** All that is stored of a record: what is filled first. */
export const RecordFields = ({ view, record }: Props) => {
  const t = useTranslations('dashboard.data.record')
  const words = useRecordWords(view)
  const unified = record.fields.filter((field) => !isExtra(field) && !hidden.has(field.path[0] ?? ''))
  const filled = unified.filter(({ value }) => value !== null)
  const empty = unified.filter(({ value }) => value === null)
  return (
    <>
      <FieldTable label={t('fields')} fields={filled} nameOf={({ path }) => words.path(path)} />
      {empty.length > 0 && (
        <p className="muted">{t('empty', { fields: empty.map(({ path }) => words.path(path)).join(', ') })}</p>
      )}
      {extras.map((extra) => (
        <Extra key={extra} extra={extra} fields={record.fields} />
      ))}
      <h3>{t('sources')}</h3>
      <Sources sources={record.sources} />
    </>
  )
}
