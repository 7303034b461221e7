import { useTranslations } from 'use-intl'
import { typeOfTarget } from '#core/mapping/added-fields.ts'
import { useIssueWords } from '../ui/issue-words.ts'
import { Notice } from '../ui/notice.tsx'
import { CellChoices } from './cell-choices.tsx'
import { CountryChoice } from './country-choice.tsx'
import { DateChoice } from './date-choice.tsx'
import { DecimalChoice } from './decimal-choice.tsx'
import { useEditor } from './editor-context.ts'
import { type ColumnSource, columnsOf, isColumn, sourcesOf } from './edits.ts'
import { useFieldWords } from './field-words.ts'
import { doubtsIn } from './issue-places.ts'
import { SourcePicker } from './source-picker.tsx'
import { useReason } from './use-reason.ts'
import { WordTable } from './word-table.tsx'

type Props = { readonly field: string }
type PlaceProps = { readonly field: string; readonly at: number; readonly source: ColumnSource }

/** The only numbers that are known by their country. */
const phoneField = 'mobile_phone_number'

/** How the cells of a column are read: by what the field holds. */
const Reading = (place: PlaceProps) => {
  const { mapping } = useEditor()
  const type = typeOfTarget(mapping.dataset, place.field)
  if (!type) return null
  if (type.kind === 'date' || type.kind === 'datetime') return <DateChoice {...place} />
  if (type.kind === 'number') return <DecimalChoice {...place} />
  if (type.kind === 'boolean') return <WordTable type={{ kind: 'boolean' }} {...place} />
  if ('values' in type) return <WordTable type={type} {...place} />
  return place.field === phoneField ? <CountryChoice {...place} /> : null
}

const Source = (place: PlaceProps) => (
  <>
    <Reading {...place} />
    <CellChoices {...place} />
  </>
)

/** What counts where the cell of the source before is empty. */
const Otherwise = ({ field, at }: { readonly field: string; readonly at: number }) => {
  const t = useTranslations('mapping')
  const { mapping, ownFields } = useEditor()
  const words = useFieldWords(mapping.dataset, ownFields)
  const label = t(at > 1 ? 'otherwiseToo' : 'otherwise')
  return (
    <div className="stack">
      <p className="label">{label}</p>
      <SourcePicker field={field} at={at} label={`${words(field)}: ${label}`} nothing={t('otherwiseNothing')} />
    </div>
  )
}

/** What the values leave open, with what can be done about it. */
const Doubts = ({ field }: Props) => {
  const inWords = useIssueWords()
  const { mapping, file } = useEditor()
  return doubtsIn(file.issues, columnsOf(mapping, field)).map((doubt) => {
    const { message, fix } = inWords(doubt)
    return (
      <Notice key={`${doubt.code} ${doubt.column}`} kind="warn">
        {message} {fix}
      </Notice>
    )
  })
}

/** Why a column was proposed, how it is read, and what counts where it is empty. */
export const FieldDetails = ({ field }: Props) => {
  const t = useTranslations('mapping')
  const { mapping } = useEditor()
  const reason = useReason(field)
  const sources = sourcesOf(mapping, field)
  return (
    <div className="stack">
      {reason !== undefined && <p>{t('reason', { reason })}</p>}
      <Doubts field={field} />
      {sources.map((source, at) =>
        isColumn(source) ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the place in the order is what a source is known by
          <div key={at} className="stack">
            <Source field={field} at={at} source={source} />
            <Otherwise field={field} at={at + 1} />
          </div>
        ) : null,
      )}
    </div>
  )
}
