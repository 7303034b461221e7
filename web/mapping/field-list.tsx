import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Disclosure } from '../ui/disclosure.tsx'
import { Notice } from '../ui/notice.tsx'
import { useEditor } from './editor-context.ts'
import { sourcesOf } from './edits.ts'
import { FieldRow } from './field-row.tsx'
import { useFieldWords } from './field-words.ts'

/** A field that was emptied stays where it was, so that it can be filled with something else. */
const useShownFields = (): readonly (readonly string[])[] => {
  const { mapping, fields, needed } = useEditor()
  const [seen] = useState(() => new Set<string>())
  for (const field of fields) if (needed.has(field) || sourcesOf(mapping, field).length > 0) seen.add(field)
  return [fields.filter((field) => seen.has(field)), fields.filter((field) => !seen.has(field))]
}

const Rows = ({ fields }: { readonly fields: readonly string[] }) => (
  <ul className="map-rows">
    {fields.map((field) => (
      <FieldRow key={field} field={field} />
    ))}
  </ul>
)

/** What the columns become: first what is needed and filled, then what could be. */
export const FieldList = () => {
  const t = useTranslations('mapping')
  const { mapping, ownFields, missing } = useEditor()
  const words = useFieldWords(mapping.dataset, ownFields)
  const [shown = [], others = []] = useShownFields()
  return (
    <section className="stack" aria-labelledby="map-fields">
      <h2 id="map-fields">{t('fields.title')}</h2>
      <p className="muted">{t('fields.help')}</p>
      {missing.length > 0 && (
        <Notice kind="warn">
          <ul className="plain">
            {missing.map((field) => (
              <li key={field}>{t('missingOne', { field: words(field) })}</li>
            ))}
          </ul>
        </Notice>
      )}
      <Rows fields={shown} />
      {others.length > 0 && (
        <Disclosure title={t('fields.more', { count: others.length })}>
          <Rows fields={others} />
        </Disclosure>
      )}
    </section>
  )
}
