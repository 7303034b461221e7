import { useContext, useState } from 'react'
import { useTranslations } from 'use-intl'
import { LanguageContext } from '../ui/language.tsx'
import { LanguageChoice } from '../ui/language-choice.tsx'
import { Notice } from '../ui/notice.tsx'
import { useAddContact } from './contacts.ts'
import { EmailForm } from './email-form.tsx'

/** Whoever is added may open the page from then on. */
export const AddContact = () => {
  const t = useTranslations('page.contacts')
  const [language, setLanguage] = useState(useContext(LanguageContext).language)
  const add = useAddContact()
  return (
    <section className="stack add-contact">
      <h2>{t('add')}</h2>
      <EmailForm
        button={t('addThis')}
        isPending={add.isPending}
        error={add.error}
        onEmail={(email, done) => add.mutate({ email, language }, { onSuccess: done })}
      >
        <LanguageChoice label={t('newLanguage')} value={language} onChange={setLanguage} />
      </EmailForm>
      {add.isSuccess && <Notice kind="good">{t('added', { email: add.variables.email })}</Notice>}
    </section>
  )
}
