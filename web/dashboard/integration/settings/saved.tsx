import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import type { SettingsChange } from './use-settings.ts'

type Props = { readonly change: Pick<SettingsChange, 'undo' | 'canUndo' | 'isSaved' | 'isPending' | 'error'> }

/** That a change was saved, and the way back. */
export const Saved = ({ change: { undo, canUndo, isSaved, isPending, error } }: Props) => {
  const t = useTranslations('dashboard')
  if (error) return <FailureNotice error={error} />
  if (!isSaved) return null
  return (
    <Notice kind="good">
      <p className="row">
        {canUndo ? t('integration.settings.saved') : t('parts.undone')}
        {canUndo && (
          <Button size="small" onPress={undo} isPending={isPending}>
            {t('parts.undo')}
          </Button>
        )}
      </p>
    </Notice>
  )
}
