import { useFormatter, useTranslations } from 'use-intl'
import * as v from 'valibot'
import { DateFormatSchema } from '#core/mapping/mapping.ts'
import { turnOfFormat } from '#core/values/date-turn.ts'
import { Notice } from '../ui/notice.tsx'
import { Radios } from '../ui/radios.tsx'
import { dayIn, isoFormat, possibleFormats, tellingExample } from './date-formats.ts'
import { columnNamed, isDateUnsure, useEditor } from './editor-context.ts'
import { TextEntry } from './text-entry.tsx'

type Props = {
  readonly label: string
  /** The column that the dates stand in. */
  readonly column: string
  /** `undefined` for ISO 8601. */
  readonly value: string | undefined
  readonly onChange: (format: string | undefined) => void
}

/** The time of day is kept as it is: only the order of the day's parts is chosen. */
const timeOf = (format: string): string => /(?:[T ]HH:mm(?::ss)?)?$/.exec(format)?.[0] ?? ''

const withoutTime = (text: string): string => text.split(/[T ](?=\d{1,2}:)/)[0] ?? ''

/** What each format would make of a date of the file, in words. */
const useReadings = () => {
  const t = useTranslations('mapping.date')
  const format = useFormatter()
  return (examples: readonly string[], possible: readonly string[]) => (each: string) => {
    const text = tellingExample(examples, possible)
    const day = text === undefined ? undefined : dayIn(each, text)
    if (text === undefined || day === undefined) return {}
    const date = format.dateTime(new Date(`${day}T00:00:00Z`), { dateStyle: 'long', timeZone: 'UTC' })
    return { hint: t('reading', { text, date }) }
  }
}

/** How the dates of a column are written: those ways that fit, each with what it would make of a date of the file, or any other. */
export const FormatChoice = ({ label, column: name, value, onChange }: Props) => {
  const t = useTranslations('mapping.date')
  const choices = useTranslations('mappingChoices.format')
  const numbers = useFormatter()
  const readings = useReadings()
  const { file } = useEditor()
  const column = columnNamed(file, name)
  const examples = column && !column.masked ? column.examples.map(withoutTime) : []
  const time = timeOf(value ?? '')
  const chosen = value === undefined ? isoFormat : value.slice(0, value.length - time.length)
  const possible = possibleFormats(examples, chosen)
  const hintOf = readings(examples, possible)
  const enter = (format: string): void => onChange(format === isoFormat ? undefined : format)
  return (
    <div className="stack">
      {column?.day_order && column.day_order.order === turnOfFormat(value) && (
        <p className="muted">{choices('told', { row: numbers.number(column.day_order.row) })}</p>
      )}
      {isDateUnsure(file, name) && <Notice kind="warn">{t('ambiguous')}</Notice>}
      {column?.masked && <p className="muted">{t('hidden')}</p>}
      <Radios
        label={label}
        options={possible.map((id) => ({ id, name: id === 'serial' ? choices('serial') : id, ...hintOf(id) }))}
        value={chosen}
        onChange={(format) => enter(format === 'serial' ? format : format + time)}
      />
      <TextEntry
        label={choices('other')}
        help={choices('otherHelp')}
        value={value ?? isoFormat}
        problemWith={(text) => (v.is(DateFormatSchema, text.trim()) ? undefined : choices('bad'))}
        onEnter={(text) => enter(text.trim())}
      />
    </div>
  )
}
