import { useTranslations } from 'use-intl'
import { Picker } from '../ui/picker.tsx'
import { columnLabel } from './column-label.ts'
import { columnSource } from './column-source.ts'
import { columnNamed, useEditor } from './editor-context.ts'
import { sourcesOf, unusedColumns, withSources } from './edits.ts'
import { useFieldWords } from './field-words.ts'
import { useFind } from './use-find.ts'

/** Columns of the file from which nothing is made: any of them may fill a field that is still empty. */
export const UnusedColumns = () => {
  const t = useTranslations('mapping.unused')
  const find = useFind()
  const { file, mapping, change, fields, ownFields } = useEditor()
  const words = useFieldWords(mapping.dataset, ownFields)
  const header = file.columns.map(({ name }) => name)
  const unused = unusedColumns(mapping, header).flatMap((name) => columnNamed(file, name) ?? [])
  const free = fields
    .filter((field) => sourcesOf(mapping, field).length === 0)
    .map((field) => ({ id: field, name: words(field) }))
  if (unused.length === 0) return null
  return (
    <section className="stack" aria-labelledby="map-unused">
      <h2 id="map-unused">{t('title')}</h2>
      <p className="muted">{t('help')}</p>
      <ul className="map-rows">
        {unused.map((column) => (
          <li key={column.name} className="map-row">
            <div className="map-field">
              <strong>{columnLabel(mapping, column.name)}</strong>
              <p className="muted">{column.examples.join(', ')}</p>
            </div>
            <Picker
              label={t('use', { column: columnLabel(mapping, column.name) })}
              options={free}
              value={null}
              placeholder={t('choose')}
              find={find}
              onChange={(field) => change(withSources(mapping, field, [columnSource(mapping, field, column)]))}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
