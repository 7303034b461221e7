import { useQuery } from '@tanstack/react-query'
import { useFormatter, useTranslations } from 'use-intl'
import { Busy } from '../ui/busy.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { Picker } from '../ui/picker.tsx'
import type { ValueCounts } from './client.ts'
import { columnOf, columnOptions, optionOf } from './column-options.ts'
import { areThere, useEditor } from './editor-context.ts'
import { withIdColumns } from './edits.ts'
import { joinsOf } from './join-edits.ts'
import { Tags } from './tags.tsx'
import { useFind } from './use-find.ts'

type Choose = (columns: readonly string[]) => void

const shownRepeated = 3
/** The server names no more. */
const mostRepeated = 20

const Proof = ({ counts: { rows, together } }: { readonly counts: ValueCounts }) => {
  const t = useTranslations('mapping.id')
  const format = useFormatter()
  const { unique, repeated, empty } = together
  const { id, rows: several } = useEditor().mapping
  const isFilledDown = id.columns.some((column) => several?.fillDown?.includes(column))
  if (unique) return <Notice kind="good">{t('unique', { count: rows })}</Notice>
  if (several?.current && (empty === 0 || isFilledDown)) return <Notice kind="info">{t('settled')}</Notice>
  return (
    <Notice kind="bad">
      {repeated.length > 0 && (
        <p>{repeated.length < mostRepeated ? t('repeated', { count: repeated.length }) : t('many')}</p>
      )}
      <ul>
        {repeated.slice(0, shownRepeated).map(({ value, rows: places }) => (
          <li key={value}>{t('example', { value, rows: format.list(places.map(String)) })}</li>
        ))}
      </ul>
      {empty > 0 && <p>{t('empty', { count: empty })}</p>}
      <p>{t('wayOut')}</p>
      {repeated.length > 0 && <p>{t('wayOutRows')}</p>}
    </Notice>
  )
}

const useProof = (columns: readonly string[]) => {
  const editor = useEditor()
  const { client, mapping } = editor
  const { dialect } = mapping
  return useQuery({
    queryKey: [...client.key, 'id', columns, joinsOf(mapping), dialect],
    queryFn: () => client.countValues(columns, mapping),
    enabled: areThere(editor, columns),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

const Chosen = ({ columns, choose }: { readonly columns: readonly string[]; readonly choose: Choose }) => {
  const t = useTranslations('mapping.id')
  const find = useFind()
  const { file, mapping } = useEditor()
  const [only = ''] = columns
  if (columns.length === 1)
    return (
      <Picker
        label={t('replace')}
        options={columnOptions(file.columns, mapping)}
        value={optionOf(only)}
        placeholder={only}
        find={find}
        onChange={(id) => choose([columnOf(id) ?? only])}
      />
    )
  return <Tags label={t('columns')} names={columns} onChange={choose} />
}

/** The columns that identify a row, with the proof that they do. */
export const IdSection = () => {
  const t = useTranslations('mapping.id')
  const find = useFind()
  const { file, mapping, change } = useEditor()
  const { columns } = mapping.id
  const proof = useProof(columns)
  const choose: Choose = (next) => change(withIdColumns(mapping, next))
  const free = file.columns.filter(({ name }) => !columns.includes(name))
  return (
    <section className="stack" aria-labelledby="map-id">
      <h2 id="map-id">{t('title')}</h2>
      <p className="muted">{t('help')}</p>
      <div className="row">
        <Chosen columns={columns} choose={choose} />
        <Picker
          label={t('add')}
          options={columnOptions(free, mapping)}
          value={null}
          placeholder={t('add')}
          find={find}
          onChange={(id) => choose([...columns, ...[columnOf(id) ?? []].flat()])}
        />
      </div>
      {proof.isLoading && <Busy label={t('checking')} />}
      {proof.error && <FailureNotice error={proof.error} />}
      {proof.data && <Proof counts={proof.data} />}
    </section>
  )
}
