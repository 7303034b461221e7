import { useId, useState } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import type { Issue } from '#core/issues/issue.ts'
import { typeOfTarget } from '#core/mapping/added-fields.ts'
import { ChevronIcon, WarningIcon } from '../ui/icons.tsx'
import { columnNamed, isDateUnsure, useEditor } from './editor-context.ts'
import { columnsOf, isColumn, sourcesOf } from './edits.ts'
import { FieldDetails } from './field-details.tsx'
import { useFieldWords } from './field-words.ts'
import { doubtsIn, issuesIn } from './issue-places.ts'
import { ProposalBadge } from './proposal-badge.tsx'
import { SourcePicker } from './source-picker.tsx'
import { TroubleList } from './trouble-list.tsx'

/** What is wrong in the cells of the columns that a field is filled from, or left open by them. */
const useIssuesOf = (field: string, isOpen: boolean): readonly Issue[] => {
  const { mapping, issues, file } = useEditor()
  const columns = columnsOf(mapping, field)
  // What is left open is told in the details at length.
  return [...issuesIn(issues, columns), ...(isOpen ? [] : doubtsIn(file.issues, columns))]
}

const Examples = ({ field }: { readonly field: string }) => {
  const t = useTranslations('mapping')
  const { file, mapping } = useEditor()
  const [first] = sourcesOf(mapping, field)
  const column = first && isColumn(first) ? columnNamed(file, first.column) : undefined
  if (!column) return null
  return (
    <p className="muted map-examples">
      {column.examples.length === 0 ? t('noExamples') : column.examples.join(', ')}
      {column.masked && ` (${t('masked')})`}
    </p>
  )
}

/** A date that may be another day is right or wrong without anybody seeing it, so it is asked for in the row. */
const useIsDateUnsure = (field: string): boolean => {
  const { file, mapping } = useEditor()
  const type = typeOfTarget(mapping.dataset, field)
  const [first] = sourcesOf(mapping, field)
  return type?.kind === 'date' && first !== undefined && isColumn(first) && isDateUnsure(file, first.column)
}

/** One field: the column that fills it, and whatever there is to say about how. */
export const FieldRow = ({ field }: { readonly field: string }) => {
  const t = useTranslations('mapping')
  const { mapping, ownFields, needed, missing } = useEditor()
  const words = useFieldWords(mapping.dataset, ownFields)
  const [isOpen, setOpen] = useState(false)
  const issues = useIssuesOf(field, isOpen)
  const details = useId()
  const isFilled = sourcesOf(mapping, field).length > 0
  const isUnsure = useIsDateUnsure(field)
  return (
    <li className="map-row" data-missing={missing.includes(field) || undefined}>
      <div className="map-field">
        <strong>{words(field)}</strong>
        {needed.has(field) && <span className="badge strong">{t('needed')}</span>}
      </div>
      <div className="map-source">
        <SourcePicker field={field} at={0} label={t('columnFor', { field: words(field) })} />
        <Examples field={field} />
      </div>
      <div className="map-mark">
        <ProposalBadge field={field} />
        {isFilled && (
          <AriaButton
            className="icon-button map-toggle"
            aria-expanded={isOpen}
            aria-controls={details}
            aria-label={t('details', { field: words(field) })}
            onPress={() => setOpen(!isOpen)}
          >
            <ChevronIcon />
          </AriaButton>
        )}
      </div>
      {isUnsure && !isOpen && (
        <p className="map-troubles with-icon">
          <WarningIcon />
          {t('date.ambiguous')}
        </p>
      )}
      {issues.length > 0 && <TroubleList issues={issues} />}
      <div id={details} className="map-details" hidden={!isOpen || !isFilled}>
        {isOpen && isFilled && <FieldDetails field={field} />}
      </div>
    </li>
  )
}
