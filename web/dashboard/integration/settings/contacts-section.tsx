import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Button } from '../../../ui/button.tsx'
import { LanguageChoice } from '../../../ui/language-choice.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { AnswerOf } from '../../call.ts'
import { Confirm } from '../../confirm.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { type Integration, keyOf, useRefresh, useWhich } from '../use-integration.ts'

type Contact = AnswerOf<'GET /manage/connections/{integration_id}/contacts'>['contacts'][number]
type Change = Partial<Pick<Contact, 'language' | 'mails'>> & Pick<Contact, 'id'>

const useContacts = () => {
  const { call } = useManage()
  const { integrationId, path } = useWhich()
  const refresh = useRefresh()
  const list = useQuery({
    queryKey: keyOf(integrationId, 'contacts'),
    queryFn: () => call('GET /manage/connections/{integration_id}/contacts', { path }),
  })
  const add = useMutation({
    mutationFn: (body: Pick<Contact, 'email' | 'language'>) =>
      call('POST /manage/connections/{integration_id}/contacts', { path, body }),
    onSettled: refresh,
  })
  const change = useMutation({
    mutationFn: ({ id, ...body }: Change) =>
      call('PATCH /manage/connections/{integration_id}/contacts/{contact_id}', {
        path: { ...path, contact_id: id },
        body,
      }),
    onSettled: refresh,
  })
  const remove = async ({ id }: Contact): Promise<void> => {
    await call('DELETE /manage/connections/{integration_id}/contacts/{contact_id}', {
      path: { ...path, contact_id: id },
    })
    await refresh()
  }
  return { list, add, change, remove }
}

type RowProps = {
  readonly contact: Contact
  readonly onChange: (change: Change) => void
  readonly onRemove: () => void
}

const ContactRow = ({ contact: { id, email, language, mails }, onChange, onRemove }: RowProps) => {
  const t = useTranslations('page.contacts')
  return (
    <li className="row">
      <span className="grow">{email}</span>
      <LanguageChoice
        label={t('language', { email })}
        value={language}
        onChange={(chosen) => onChange({ id, language: chosen })}
      />
      <Switch isSelected={mails} onChange={(wanted) => onChange({ id, mails: wanted })}>
        {t('mails')}
        <span className="hidden"> {email}</span>
      </Switch>
      <Button kind="quiet" size="small" onPress={onRemove} aria-label={t('removeThis', { email })}>
        {t('remove')}
      </Button>
    </li>
  )
}

const AddContact = ({ language, add }: Pick<Integration, 'language'> & Pick<ReturnType<typeof useContacts>, 'add'>) => {
  const t = useTranslations('page.contacts')
  const words = useTranslations('page.signIn')
  const [email, setEmail] = useState('')
  const [chosen, setChosen] = useState(language)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate({ email, language: chosen }, { onSuccess: () => setEmail('') })
      }}
    >
      <h3>{t('add')}</h3>
      <TextField
        label={words('email')}
        type="email"
        autoComplete="off"
        value={email}
        onChange={setEmail}
        error={add.error ? words('badEmail') : undefined}
      />
      <div className="row">
        <LanguageChoice label={t('newLanguage')} value={chosen} onChange={setChosen} />
        <Button type="submit" isPending={add.isPending}>
          {t('addThis')}
        </Button>
      </div>
    </form>
  )
}

/** Who at the customer's gets mails and may open the page of the connection. */
export const ContactsSection = ({ integration }: { readonly integration: Integration }) => {
  const t = useTranslations('dashboard.integration.settings.contacts')
  const words = useTranslations('dashboard.parts')
  const { list, add, change, remove } = useContacts()
  const [doubtful, setDoubtful] = useState<Contact>()
  return (
    <section className="panel" aria-labelledby="contacts">
      <h2 id="contacts">{t('title')}</h2>
      <p className="muted">{t('intro')}</p>
      {list.error && <FailureNotice error={list.error} />}
      {!list.data && !list.error && <Busy label={words('loading')} />}
      {list.data?.contacts.length === 0 && <p className="empty">{t('none')}</p>}
      <ul className="plain-list">
        {list.data?.contacts.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            onChange={(wish) => change.mutate(wish)}
            onRemove={() => setDoubtful(contact)}
          />
        ))}
      </ul>
      {change.error && <FailureNotice error={change.error} />}
      <AddContact language={integration.language} add={add} />
      {doubtful && (
        <Confirm
          title={t('removeTitle', { email: doubtful.email })}
          action={t('removeNow')}
          isDangerous
          onConfirm={() => remove(doubtful)}
          onClose={() => setDoubtful(undefined)}
        >
          <p>{t('removeText')}</p>
        </Confirm>
      )}
    </section>
  )
}
