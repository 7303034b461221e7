import { useFormatter, useTranslations } from 'use-intl'
import { Button } from '../ui/button.tsx'
import { LanguageChoice } from '../ui/language-choice.tsx'
import { Switch } from '../ui/switch.tsx'
import type { Contact, useChangeContact } from './contacts.ts'

type Props = {
  readonly contact: Contact
  readonly isMe: boolean
  readonly change: ReturnType<typeof useChangeContact>
  /** undefined where the contact must stay. */
  readonly onRemove: (() => void) | undefined
}

export const ContactRow = ({ contact: { id, email, language, mails, added_at }, isMe, change, onRemove }: Props) => {
  const t = useTranslations('page.contacts')
  const format = useFormatter()
  return (
    <li className="contact">
      <div className="grow">
        <p>
          {email} {isMe && <span className="badge strong">{t('you')}</span>}
        </p>
        <p className="muted">{t('addedAt', { date: format.dateTime(new Date(added_at), { dateStyle: 'medium' }) })}</p>
      </div>
      <LanguageChoice
        label={t('language', { email })}
        value={language}
        onChange={(chosen) => change.mutate({ id, language: chosen })}
      />
      <Switch isSelected={mails} onChange={(wanted) => change.mutate({ id, mails: wanted })}>
        {t('mails')}
        <span className="hidden"> {email}</span>
      </Switch>
      {onRemove && (
        <Button kind="quiet" size="small" onPress={onRemove} aria-label={t('removeThis', { email })}>
          {t('remove')}
        </Button>
      )}
    </li>
  )
}
