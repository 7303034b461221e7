import { useLocale, useTranslations } from 'use-intl'
import { countryCodes } from '#core/values/country-codes.ts'
import { Picker } from '../ui/picker.tsx'
import { Choice } from './choice.tsx'
import { useEditor } from './editor-context.ts'
import { type ColumnSource, withSourceAt } from './edits.ts'
import { withCountry } from './source-edits.ts'
import { useFind } from './use-find.ts'

type Props = { readonly field: string; readonly at: number; readonly source: ColumnSource }

const noneId = 'none'

/** The country of phone numbers that name none. */
export const CountryChoice = ({ field, at, source }: Props) => {
  const t = useTranslations('mappingChoices.country')
  const find = useFind()
  const language = useLocale()
  const { mapping, change } = useEditor()
  const names = new Intl.DisplayNames(language, { type: 'region' })
  const countries = countryCodes
    .map(([id]) => ({ id, name: names.of(id) ?? id, hint: id }))
    .toSorted((a, b) => a.name.localeCompare(b.name, language))
  return (
    <Choice label={t('title')} help={t('help')}>
      <Picker
        label={t('title')}
        options={[{ id: noneId, name: t('none') }, ...countries]}
        value={source.country ?? noneId}
        placeholder={source.country ?? t('none')}
        find={find}
        onChange={(id) => change(withSourceAt(mapping, field, at, withCountry(source, id === noneId ? undefined : id)))}
      />
    </Choice>
  )
}
