import { useTranslations } from 'use-intl'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import { Picker } from '../ui/picker.tsx'
import type { UnderstoodFile } from './client.ts'
import { dialectValues, useDialectWords } from './dialect-options.ts'
import { type DialectPart, withDialectPart } from './mode-edits.ts'
import { TextEntry } from './text-entry.tsx'
import { useFind } from './use-find.ts'
import { dialectParts, foundPart, isOverridden } from './use-reading.ts'

/** What was found of how a file is read. */
export type FoundDialect = Pick<UnderstoodFile, 'dialect' | 'evidence' | 'tables'>

const detect = 'detect'

/** JSON has no rows, and a workbook no delimiters; whatever somebody has said is shown all the same. */
export const partsOf = ({ dialect }: FoundDialect, said: PartialDialect): readonly DialectPart[] => {
  const ofKind = (part: DialectPart): boolean => {
    if (dialect?.records !== undefined) return part === 'records'
    if (dialect?.sheet !== undefined) return part === 'sheet' || part === 'headerRow'
    return dialect === null || (part !== 'sheet' && part !== 'records')
  }
  return dialectParts.filter((part) => ofKind(part) || said[part] !== undefined)
}

/** Why a part is what it is, in a sentence. */
const useEvidence = () => {
  const t = useTranslations('mapping.dialect')
  const words = useDialectWords()
  return (found: FoundDialect, said: PartialDialect, part: DialectPart): string => {
    const value = foundPart(found, part)
    if (found.dialect === null) return ''
    if (isOverridden(found, said, part)) return t('chosen', { value: value === undefined ? '' : words(part, value) })
    const evidence = found.evidence.find((each) => each.part === part)
    return evidence ? t(`evidence.${evidence.by}`, { count: evidence.count ?? 0 }) : ''
  }
}

type Props = {
  readonly found: FoundDialect
  readonly said: PartialDialect
  readonly onChange: (said: PartialDialect) => void
}

const usePartLabel = () => {
  const t = useTranslations('mapping.dialect')
  const file = useTranslations('file')
  return (part: DialectPart): string => (part === 'quote' ? t('quote') : file(part))
}

/** A sheet or a list of records that nobody has found is called by its name. */
const NamedTable = ({ part, said, onChange }: Omit<Props, 'found'> & { readonly part: 'sheet' | 'records' }) => {
  const label = usePartLabel()(part)
  return (
    <TextEntry
      label={label}
      isLabelHidden
      value={said[part] ?? ''}
      problemWith={() => undefined}
      onEnter={(text) => onChange(withDialectPart(said, part, text.trim() === '' ? undefined : text.trim()))}
    />
  )
}

const PartPicker = ({ part, found, said, onChange }: Props & { readonly part: DialectPart }) => {
  const t = useTranslations('mapping.dialect')
  const choices = useTranslations('mappingChoices.dialect')
  const words = useDialectWords()
  const label = usePartLabel()(part)
  const find = useFind()
  const value = found.dialect === null ? undefined : foundPart(found, part)
  const values = dialectValues(part, found, said)
  const detected = value === undefined ? choices('detect') : t('detect', { value: words(part, value) })
  return (
    <Picker
      label={label}
      options={[
        { id: detect, name: detected },
        ...values.map((each, index) => ({ id: String(index), name: words(part, each) })),
      ]}
      value={said[part] === undefined ? detect : String(values.indexOf(said[part]))}
      placeholder={String(said[part] ?? '')}
      find={find}
      onChange={(id) => onChange(withDialectPart(said, part, id === detect ? undefined : values[Number(id)]))}
    />
  )
}

/** How a file is read, part by part: what was found and why, or what somebody says instead. */
export const DialectParts = ({ found, said, onChange }: Props) => {
  const evidence = useEvidence()
  const label = usePartLabel()
  return (
    <ul className="map-dialect">
      {partsOf(found, said).map((part) => (
        <li key={part} className="map-dialect-part">
          <span aria-hidden="true">{label(part)}</span>
          {(part === 'sheet' || part === 'records') && found.tables.length === 0 ? (
            <NamedTable part={part} said={said} onChange={onChange} />
          ) : (
            <PartPicker part={part} found={found} said={said} onChange={onChange} />
          )}
          <span className="muted">{evidence(found, said, part)}</span>
        </li>
      ))}
    </ul>
  )
}
