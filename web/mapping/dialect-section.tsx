import { useTranslations } from 'use-intl'
import { columnIndex } from '#core/mapping/columns.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { Button } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { IssueList } from '../ui/issue-list.tsx'
import type { UnderstoodFile } from './client.ts'
import { DialectParts, partsOf } from './dialect-parts.tsx'
import { useEditor } from './editor-context.ts'
import { isColumn, withDraft } from './edits.ts'
import { joinsOf } from './join-edits.ts'
import { isOverridden, type Reading } from './use-reading.ts'

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
  const said = mapping.dialect ?? {}
  const shown = partsOf(found, said).some((part) => isOverridden(found, said, part)) && reading ? reading : found
  const drafted = shown.mapping
  return (
    <section className="stack" aria-labelledby="map-dialect">
      <h2 id="map-dialect">{t('title')}</h2>
      <p className="muted">{t('help')}</p>
      <DialectParts found={found} said={said} onChange={(dialect) => change({ ...mapping, dialect })} />
      <p aria-live="polite">{t('columns', { count: shown.columns.length })}</p>
      {error && <FailureNotice error={error} />}
      {shown !== found && shown.issues.length > 0 && shown.columns.length === 0 && <IssueList issues={shown.issues} />}
      {shown !== found && drafted && isOff(mapping, shown) && (
        <p className="row">
          <Button onPress={() => change(withDraft(mapping, drafted))}>{t('draft')}</Button>
          <span className="muted">{t('draftHelp')}</span>
        </p>
      )}
    </section>
  )
}
