import { useFormatter, useTranslations } from 'use-intl'
import type { PreviewPerson } from './client.ts'
import { columnLabel } from './column-label.ts'
import { useEditor } from './editor-context.ts'
import { useFieldWords } from './field-words.ts'
import { TroubleList } from './trouble-list.tsx'
import { useUnified } from './unified-values.ts'

type Field = PreviewPerson['fields'][number]

const isoDay = /^\d{4}-\d{2}-\d{2}$/

/** Dates as people write them: whether day and month are the right way round is seen at once. */
const useShown = () => {
  const format = useFormatter()
  const unified = useUnified()
  return ({ value, masked }: Field): string => {
    if (value === null) return ''
    if (typeof value === 'number') return format.number(value)
    if (typeof value === 'boolean' || masked) return String(value)
    if (isoDay.test(value))
      return format.dateTime(new Date(`${value}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
    return /^[A-Z]+(?:_[A-Z]+)*$/.test(value) && value.length > 3 ? unified(value) : value
  }
}

const cellOf = ({ cells }: PreviewPerson, column: string): string =>
  cells.find((cell) => cell.column === column)?.value ?? ''

const Line = ({ person, field }: { readonly person: PreviewPerson; readonly field: Field }) => {
  const t = useTranslations('mapping.preview')
  const { mapping, ownFields } = useEditor()
  const words = useFieldWords(mapping.dataset, ownFields)
  const shown = useShown()(field)
  const cells = field.columns.map((column) => [column, cellOf(person, column)] as const)
  return (
    <tr>
      <td>
        {cells.length === 0 && <span className="muted">{t('same')}</span>}
        {cells.map(([column, cell]) => (
          <p key={column}>
            <span className="muted">{columnLabel(mapping, column)}</span> <span className="cell">{cell}</span>
          </p>
        ))}
      </td>
      <td>
        <p>
          <span className="muted">{words(field.field)}</span>{' '}
          {shown === '' ? <span className="muted cell">{t('empty')}</span> : <strong className="cell">{shown}</strong>}
        </p>
      </td>
    </tr>
  )
}

const Troubles = ({ person: { issues, fields } }: { readonly person: PreviewPerson }) => {
  const t = useTranslations('mapping.preview')
  if (issues.length === 0) return null
  return (
    <div className={`notice ${fields.length === 0 ? 'bad' : 'warn'}`}>
      {fields.length === 0 && <strong>{t('leftOut')}</strong>}
      <TroubleList issues={issues} />
    </div>
  )
}

/** A row of the file beside what becomes of it. */
export const PersonCard = ({ person }: { readonly person: PreviewPerson }) => {
  const t = useTranslations('mapping.preview')
  const { mapping } = useEditor()
  const used = new Set([...mapping.id.columns, ...person.fields.flatMap(({ columns }) => columns)])
  const rest = person.cells.filter(({ column, value }) => !used.has(column) && value !== '')
  const ids = mapping.id.columns.map((column) => cellOf(person, column)).join(' | ')
  return (
    <>
      <Troubles person={person} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
      <section className="person" aria-label={t('result', { row: String(person.row) })} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('inFile')}</th>
              <th scope="col">{t('becomes')}</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <td>
                <span className="muted">{mapping.id.columns.join(' + ')}</span> <span className="cell">{ids}</span>
              </td>
              <td>
                <span className="muted">{t('id')}</span> <strong className="cell">{person.remote_id}</strong>
              </td>
            </tr>
            {person.fields.map((field) => (
              <Line key={field.field} person={person} field={field} />
            ))}
            {rest.map(({ column, value }) => (
              <tr key={column}>
                <td>
                  <span className="muted">{columnLabel(mapping, column)}</span> <span className="cell">{value}</span>
                </td>
                <td className="muted">{t('notUsed')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
