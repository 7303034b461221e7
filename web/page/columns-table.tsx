import { useTranslations } from 'use-intl'
import { isFilled } from '#core/mapping/added-fields.ts'
import type { Mapping, Source } from '#core/mapping/mapping.ts'
import { useWishes } from '../flow/setup/wishes.ts'
import { useFieldWords } from '../mapping/field-words.ts'

/** Each field with the columns that it is filled from, the first that is not empty counts. */
export const ColumnsTable = ({ mapping }: { readonly mapping: Mapping }) => {
  const t = useTranslations('page.columns')
  const { ownFields } = useWishes(mapping.dataset)
  const words = useFieldWords(mapping.dataset, ownFields)
  const textOf = (source: Source): string =>
    source.from === 'column' ? source.column : t('always', { value: source.value })
  const rows = Object.entries(mapping.fields).filter(([, sources]) => isFilled(sources))
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="table-frame" aria-label={t('title')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('field')}</th>
            <th scope="col">{t('column')}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('id')}</th>
            <td>{mapping.id.columns.join(' + ')}</td>
          </tr>
          {rows.map(([field, sources]) => (
            <tr key={field}>
              <th scope="row">{words(field)}</th>
              <td>{sources.map(textOf).join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
