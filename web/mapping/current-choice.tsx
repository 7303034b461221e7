import { useTranslations } from 'use-intl'
import type { CurrentRow } from '#core/mapping/rows.ts'
import type { FileColumn } from './client.ts'
import { ColumnChoice } from './column-choice.tsx'
import { formatOf } from './date-formats.ts'
import { type ColumnLook, FlagEntry } from './flag-entry.tsx'
import { FormatChoice } from './format-choice.tsx'
import { currentRowWith } from './rows-edits.ts'

type Props = {
  readonly columns: readonly FileColumn[]
  readonly current: CurrentRow | undefined
  readonly look: ColumnLook
  readonly onChange: (current: CurrentRow | undefined) => void
}

/** Which of several rows counts: by the days from and until which they hold, or by words that mark it. */
export const CurrentChoice = ({ columns, current, look, onChange }: Props) => {
  const t = useTranslations('mappingChoices.rows')
  const { from, to, dateFormat, flag } = current ?? {}
  const day = from ?? to
  const chooseDay = (part: 'from' | 'to') => (name: string | undefined) => {
    const column = columns.find((each) => each.name === name)
    const format = dateFormat ?? (column && formatOf(column))
    onChange(currentRowWith(current, { [part]: name, dateFormat: format }))
  }
  return (
    <>
      <div className="map-pair">
        <ColumnChoice label={t('from')} none={t('noDay')} columns={columns} value={from} onChange={chooseDay('from')} />
        <ColumnChoice label={t('to')} none={t('noDay')} columns={columns} value={to} onChange={chooseDay('to')} />
      </div>
      {day !== undefined && (
        <FormatChoice
          label={t('format')}
          column={look.addressOf(day)}
          value={dateFormat}
          onChange={(format) => onChange(currentRowWith(current, { dateFormat: format }))}
        />
      )}
      <FlagEntry
        label={t('flag')}
        help={t('flagHelp')}
        none={t('noFlag')}
        columns={columns}
        value={flag}
        look={look}
        onChange={(next) => onChange(currentRowWith(current, { flag: next }))}
      />
    </>
  )
}
