import { useTranslations } from 'use-intl'
import type { Join } from '#core/mapping/join.ts'
import type { FileColumn } from './client.ts'
import { ColumnChoice } from './column-choice.tsx'
import { formatOf } from './date-formats.ts'
import { FormatChoice } from './format-choice.tsx'
import { withDay } from './join-edits.ts'
import { hasDays } from './rows-edits.ts'

type Props = {
  readonly join: Join
  /** Of the main file. */
  readonly columns: readonly FileColumn[]
  readonly onChange: (join: Join) => void
}

/** The day on which the row of a part must hold, where that is not today; only days in the part can tell. */
export const PartDay = ({ join, columns, onChange }: Props) => {
  const t = useTranslations('mappingChoices.joins')
  const { current, day } = join
  const enter = (column: string, dateFormat: string | undefined): void =>
    onChange(withDay(join, { column, ...(dateFormat !== undefined && { dateFormat }) }))
  const choose = (name: string | undefined): void => {
    const column = columns.find((each) => each.name === name)
    if (name === undefined) onChange(withDay(join, undefined))
    else enter(name, column && formatOf(column))
  }
  if (!hasDays(current)) return null
  return (
    <>
      <ColumnChoice
        label={t('day')}
        help={t('dayHelp')}
        none={t('today')}
        columns={columns}
        value={day?.column}
        onChange={choose}
      />
      {day && (
        <FormatChoice
          label={t('dayFormat')}
          column={day.column}
          value={day.dateFormat}
          onChange={(dateFormat) => enter(day.column, dateFormat)}
        />
      )}
    </>
  )
}
