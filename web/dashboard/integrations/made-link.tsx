import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Made } from './use-new-link.ts'

type Props = { readonly made: Made; readonly onAgain: () => void }

/** The link, to copy or to send by one's own mail program. Its token is not kept anywhere. */
export const MadeLink = ({ made: { link, wish }, onAgain }: Props) => {
  const t = useTranslations('dashboard.integrations.link')
  const subject = encodeURIComponent(t('subject'))
  const body = encodeURIComponent(`${t('mail')}\n\n${link}\n`)
  const isSent = wish.linkType === 'MAGIC_LINK'
  return (
    <section className="made-link" aria-label={t('ready')}>
      <Notice kind="good">{t(isSent ? 'shownOnce' : 'within')}</Notice>
      <p>
        <code>{link}</code>
      </p>
      <div className="actions-row">
        <CopyButton text={link} what={t('copy')} isNamed />
        {isSent && (
          <a
            className="button secondary small link-button"
            href={`mailto:${encodeURIComponent(wish.email)}?subject=${subject}&body=${body}`}
          >
            {t('send')}
          </a>
        )}
      </div>
      <div className="actions-row">
        <Button onPress={onAgain}>{t('another')}</Button>
        <ButtonLink to="/integrations">{t('back')}</ButtonLink>
      </div>
    </section>
  )
}
