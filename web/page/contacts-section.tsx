import { useTranslations } from 'use-intl'
import { useFlow } from '../flow/flow-context.ts'
import { Busy } from '../ui/busy.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { Notice } from '../ui/notice.tsx'
import { StepTitle } from '../ui/step-title.tsx'
import { AddContact } from './add-contact.tsx'
import { ContactRow } from './contact-row.tsx'
import { type Contact, useChangeContact, useContacts, useRemoveContact } from './contacts.ts'

const ContactList = ({ contacts }: { readonly contacts: readonly Contact[] }) => {
  const t = useTranslations('page.contacts')
  const me = useFlow().link.contact_id
  const change = useChangeContact()
  const remove = useRemoveContact()
  const error = change.error ?? remove.error
  return (
    <>
      <ul className="keys" aria-label={t('list')}>
        {contacts.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            isMe={contact.id === me}
            change={change}
            onRemove={contact.id === me ? undefined : () => remove.mutate(contact.id)}
          />
        ))}
      </ul>
      {error && <FailureNotice error={error} />}
    </>
  )
}

/** Who hears of the connection, and may open its page. */
export const ContactsSection = () => {
  const t = useTranslations('page.contacts')
  const { data, error } = useContacts()
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <p>{t('intro')}</p>
      {error && <FailureNotice error={error} />}
      {!data && !error && <Busy label={t('loading')} />}
      {data && <ContactList contacts={data.contacts} />}
      {data?.contacts.every(({ mails }) => !mails) && <Notice kind="warn">{t('nobody')}</Notice>}
      <AddContact />
    </>
  )
}
