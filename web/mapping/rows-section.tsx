import { useTranslations } from 'use-intl'
import { columnsOfRows } from '#core/mapping/rows.ts'
import { Notice } from '../ui/notice.tsx'
import { Picker } from '../ui/picker.tsx'
import { Choice } from './choice.tsx'
import { columnOf, columnOptions } from './column-options.ts'
import { CurrentChoice } from './current-choice.tsx'
import { useEditor } from './editor-context.ts'
import { issuesIn } from './issue-places.ts'
import { MoreChoices } from './more-choices.tsx'
import { withCurrentRow, withFillDown } from './rows-edits.ts'
import { Tags } from './tags.tsx'
import { TroubleList } from './trouble-list.tsx'
import { useFind } from './use-find.ts'

/** Columns that a report prints once for a block of rows. */
const FillDown = () => {
  const t = useTranslations('mappingChoices.rows')
  const find = useFind()
  const { file, mapping, change } = useEditor()
  const columns = mapping.rows?.fillDown ?? []
  const free = file.columns.filter(({ name }) => !columns.includes(name))
  const choose = (next: readonly string[]): void => change(withFillDown(mapping, next))
  return (
    <Choice label={t('fillDown')} help={t('fillDownHelp')}>
      {columns.length > 0 && <Tags label={t('fillDown')} names={columns} onChange={choose} />}
      <Picker
        label={`${t('fillDown')}: ${t('addColumn')}`}
        options={columnOptions(free, mapping)}
        value={null}
        placeholder={t('addColumn')}
        find={find}
        onChange={(id) => choose([...columns, ...[columnOf(id) ?? []].flat()])}
      />
    </Choice>
  )
}

/** What several rows of one person mean. */
export const RowsSection = () => {
  const t = useTranslations('mappingChoices.rows')
  const { file, mapping, change, issues } = useEditor()
  const { current } = mapping.rows ?? {}
  const own = issuesIn(issues, new Set(columnsOfRows(mapping.rows ?? {})))
  return (
    <MoreChoices title={t('title')} isSaid={mapping.rows !== undefined}>
      <p className="muted">{t('help')}</p>
      <Notice kind="info">{t(current ? 'counts' : 'none')}</Notice>
      <CurrentChoice
        columns={file.columns}
        current={current}
        look={{ addressOf: (column) => column }}
        onChange={(next) => change(withCurrentRow(mapping, next))}
      />
      <FillDown />
      {own.length > 0 && <TroubleList issues={own} />}
    </MoreChoices>
  )
}
