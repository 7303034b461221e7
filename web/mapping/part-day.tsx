import { useTranslations } from 'use-intl'
import type { Join } from '#core/mapping/join.ts'
import type { FileColumn } from './client.ts'
import { ColumnChoice } from './column-choice.tsx'
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
  if (!hasDays(current)) return null
  return (
    <>
      <ColumnChoice
        label={t('day')}
        help={t('dayHelp')}
        none={t('today')}
        columns={columns}
        value={day?.column}
        onChange={(column) => onChange(withDay(join, column === undefined ? undefined : { ...day, column }))}
      />
      {day && (
        <FormatChoice
          label={t('dayFormat')}
          column={day.column}
          value={day.dateFormat}
          onChange={(dateFormat) =>
            onChange(withDay(join, { column: day.column, ...(dateFormat !== undefined && { dateFormat }) }))
          }
        />
      )}
    </>
  )
}
