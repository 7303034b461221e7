import { useFormatter, useTranslations } from 'use-intl'
import { Notice } from '../ui/notice.tsx'
import { Radios } from '../ui/radios.tsx'
import { dayIn, isoFormat, possibleFormats, tellingExample } from './date-formats.ts'
import { columnNamed, isDateUnsure, useEditor } from './editor-context.ts'
import { type ColumnSource, withSourceAt } from './edits.ts'

type Props = { readonly field: string; readonly at: number; readonly source: ColumnSource }

/** The time of day is kept as it is: only the order of the day's parts is chosen. */
const timeOf = (format: string): string => /(?:[T ]HH:mm(?::ss)?)?$/.exec(format)?.[0] ?? ''

const withFormat = ({ dateFormat: _, ...source }: ColumnSource, format: string): ColumnSource =>
  format === isoFormat ? source : { ...source, dateFormat: format }

/** How the dates of a column are written, each way with what it would make of a date of the file. */
export const DateChoice = ({ field, at, source }: Props) => {
  const t = useTranslations('mapping.date')
  const format = useFormatter()
  const { file, mapping, change } = useEditor()
  const column = columnNamed(file, source.column)
  const examples =
    column && !column.masked ? column.examples.map((each) => each.split(/[T ](?=\d{1,2}:)/)[0] ?? '') : []
  const time = timeOf(source.dateFormat ?? '')
  const chosen = (source.dateFormat ?? isoFormat).slice(0, source.dateFormat ? -time.length || undefined : undefined)
  const possible = possibleFormats(examples, chosen)
  const readingOf = (each: string): string | undefined => {
    const text = tellingExample(examples, possible)
    const day = text === undefined ? undefined : dayIn(each, text)
    if (text === undefined || day === undefined) return undefined
    const date = format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
    return t('reading', { text, date })
  }
  const options = possible.map((id) => {
    const hint = readingOf(id)
    return { id, name: id, ...(hint === undefined ? {} : { hint }) }
  })
  return (
    <div className="stack">
      {isDateUnsure(file, source.column) && <Notice kind="warn">{t('ambiguous')}</Notice>}
      {column?.masked && <p className="muted">{t('hidden')}</p>}
      <Radios
        label={t('title')}
        options={options}
        value={chosen}
        onChange={(next) => change(withSourceAt(mapping, field, at, withFormat(source, next + time)))}
      />
    </div>
  )
}
