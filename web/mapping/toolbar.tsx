import { useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { CheckIcon } from '../ui/icons.tsx'
import { isDirty } from './draft-state.ts'
import type { Draft } from './use-draft.ts'

const SaveState = ({ draft: { state } }: { readonly draft: Draft }) => {
  const t = useTranslations('mapping')
  const words = state.isSaving ? t('saving') : isDirty(state) ? t('notSaved') : t('saved')
  return (
    <p className="muted with-icon" role="status">
      {!state.isSaving && !isDirty(state) && <CheckIcon />}
      {words}
    </p>
  )
}

/** Back, forth, and whether everything is saved. */
export const Toolbar = ({ draft }: { readonly draft: Draft }) => {
  const t = useTranslations('mapping')
  const { store, state } = draft
  return (
    <div className="row spread map-toolbar" role="toolbar" aria-label={t('history')}>
      <div className="row">
        <Button size="small" onPress={store.undo} isDisabled={state.history.past.length === 0}>
          {t('undo')}
        </Button>
        <Button size="small" onPress={store.redo} isDisabled={state.history.future.length === 0}>
          {t('redo')}
        </Button>
      </div>
      <SaveState draft={draft} />
      {state.error && (
        <Button size="small" onPress={store.save}>
          {t('saveAgain')}
        </Button>
      )}
    </div>
  )
}
