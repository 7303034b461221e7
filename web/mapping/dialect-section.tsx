import { useTranslations } from 'use-intl'
import { columnIndex } from '#core/mapping/columns.ts'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { IssueList } from '../ui/issue-list.tsx'
import { Picker } from '../ui/picker.tsx'
import type { UnderstoodFile } from './client.ts'
import { dialectValues, useDialectWords } from './dialect-options.ts'
import { useEditor } from './editor-context.ts'
import { isColumn } from './edits.ts'
import { joinsOf } from './join-edits.ts'
import { useFind } from './use-find.ts'
import { type DialectPart, dialectParts, foundPart, isOverridden, type Reading } from './use-reading.ts'

const detect = 'detect'

/** JSON has no rows, and a workbook no delimiters. */
const partsOf = ({ dialect }: UnderstoodFile): readonly DialectPart[] => {
  if (dialect?.records !== undefined) return ['records']
  const ofText = dialectParts.filter((part) => part !== 'sheet' && part !== 'records')
  return dialect?.sheet === undefined ? ofText : ['sheet', 'headerRow']
}

const withPart = (said: PartialDialect, part: DialectPart, value: string | number | undefined): PartialDialect => {
  const { [part]: _, ...others } = said
  return value === undefined ? others : { ...others, [part]: value }
}

/** Why a part is what it is, in a sentence. */
const useEvidence = () => {
  const t = useTranslations('mapping.dialect')
  const words = useDialectWords()
  return (found: UnderstoodFile, said: PartialDialect, part: DialectPart): string => {
    const value = foundPart(found, part)
    if (isOverridden(found, said, part)) return t('chosen', { value: value === undefined ? '' : words(part, value) })
    const evidence = found.evidence.find((each) => each.part === part)
    return evidence ? t(`evidence.${evidence.by}`, { count: evidence.count ?? 0 }) : ''
  }
}

const Part = ({ part, found }: { readonly part: DialectPart; readonly found: UnderstoodFile }) => {
  const t = useTranslations('mapping.dialect')
  const file = useTranslations('file')
  const words = useDialectWords()
  const evidence = useEvidence()
  const find = useFind()
  const { mapping, change } = useEditor()
  const said = mapping.dialect ?? {}
  const value = foundPart(found, part)
  const values = dialectValues(part, found)
  const label = part === 'quote' ? t('quote') : file(part)
  const choose = (id: string): void =>
    change({ ...mapping, dialect: withPart(said, part, id === detect ? undefined : values[Number(id)]) })
  return (
    <li className="map-dialect-part">
      <span aria-hidden="true">{label}</span>
      <Picker
        label={label}
        options={[
          { id: detect, name: t('detect', { value: value === undefined ? '' : words(part, value) }) },
          ...values.map((each, index) => ({ id: String(index), name: words(part, each) })),
        ]}
        value={said[part] === undefined ? detect : String(values.indexOf(said[part]))}
        placeholder={String(said[part] ?? '')}
        find={find}
        onChange={choose}
      />
      <span className="muted">{evidence(found, said, part)}</span>
    </li>
  )
}

/** Whether the mapping speaks of columns that are not there when the file is read so. */
const isOff = (mapping: Mapping, { columns }: UnderstoodFile): boolean => {
  const header = columns.map(({ name }) => name)
  const named = [
    ...mapping.id.columns,
    ...Object.values(mapping.fields).flatMap((sources) => sources.filter(isColumn).map(({ column }) => column)),
  ]
  const ofMain = named.filter((name) => !joinsOf(mapping).some((join) => name.startsWith(`${join.name}.`)))
  return ofMain.some((name) => columnIndex(header, name) < 0)
}

type Props = { readonly found: UnderstoodFile; readonly reading: Reading }

/** How the file is read: what was found and why, and what somebody says instead. */
export const DialectSection = ({ found, reading: { data: reading, error } }: Props) => {
  const t = useTranslations('mapping.dialect')
  const { mapping, change } = useEditor()
  const parts = partsOf(found)
  const shown = parts.some((part) => isOverridden(found, mapping.dialect ?? {}, part)) && reading ? reading : found
  const drafted = shown.mapping
  return (
    <section className="stack" aria-labelledby="map-dialect">
      <h2 id="map-dialect">{t('title')}</h2>
      <p className="muted">{t('help')}</p>
      <ul className="map-dialect">
        {parts.map((part) => (
          <Part key={part} part={part} found={found} />
        ))}
      </ul>
      <p aria-live="polite">{t('columns', { count: shown.columns.length })}</p>
      {error && <FailureNotice error={error} />}
      {shown !== found && shown.issues.length > 0 && shown.columns.length === 0 && <IssueList issues={shown.issues} />}
      {shown !== found && drafted && isOff(mapping, shown) && (
        <p className="row">
          <Button onPress={() => change({ ...drafted, dialect: { ...drafted.dialect, ...mapping.dialect } })}>
            {t('draft')}
          </Button>
          <span className="muted">{t('draftHelp')}</span>
        </p>
      )}
    </section>
  )
}
