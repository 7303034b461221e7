import { useFormatter, useTranslations } from 'use-intl'
import { mappingChanges } from '#core/mapping/mapping-changes.ts'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { useEditor } from './editor-context.ts'
import { useFieldWords } from './field-words.ts'
import type { Draft } from './use-draft.ts'

/** Another window stored something else: which of both goes on is for whoever sees this to say. */
export const Conflict = ({ draft: { store, state } }: { readonly draft: Draft }) => {
  const t = useTranslations('mapping')
  const choices = useTranslations('mappingChoices')
  const format = useFormatter()
  const { mapping, ownFields } = useEditor()
  const words = useFieldWords(mapping.dataset, ownFields)
  const { theirs } = state
  if (!theirs) return null
  const { id, dialect, joins, mode, rows, fields } = mappingChanges(theirs.mapping, mapping)
  const differing = [
    ...(id ? [t('id.title')] : []),
    ...(dialect ? [t('conflict.dialect')] : []),
    ...(joins ? [t('joins.title')] : []),
    ...(mode ? [choices('mode.title')] : []),
    ...(rows ? [choices('rows.title')] : []),
    ...fields.map(({ field }) => words(field)),
  ]
  const time = format.dateTime(new Date(theirs.created_at), { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <Notice kind="bad">
      <div className="stack">
        <strong>{t('conflict.title')}</strong>
        <p>{t('conflict.text', { version: String(theirs.version), time })}</p>
        <p>{t('conflict.differences', { fields: format.list(differing) })}</p>
        <div className="row">
          <Button size="small" onPress={() => store.keepMine()}>
            {t('conflict.keep')}
          </Button>
          <Button size="small" onPress={() => store.takeTheirs()}>
            {t('conflict.take')}
          </Button>
          <span>{t('conflict.takeHelp')}</span>
        </div>
      </div>
    </Notice>
  )
}
