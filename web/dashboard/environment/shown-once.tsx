import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { Dialog } from '../../ui/dialog.tsx'

type Props = {
  readonly title: string
  readonly text: string
  /** What the text is. */
  readonly what: string
  readonly onClose: () => void
}

/** A secret that no other answer holds. A click beside it does not close it. */
export const ShownOnce = ({ title, text, what, onClose }: Props) => {
  const t = useTranslations('dashboard.environment.once')
  return (
    <Dialog title={title} role="alertdialog" onClose={onClose}>
      <p>{t('text')}</p>
      <CodeBlock text={text} what={what} />
      <div className="row">
        <Button kind="primary" onPress={onClose}>
          {t('done')}
        </Button>
      </div>
    </Dialog>
  )
}
