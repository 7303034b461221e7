import { useQuery } from '@tanstack/react-query'
import { type FormEvent, useContext, useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { LanguageContext } from '../../ui/language.tsx'
import { LanguageChoice } from '../../ui/language-choice.tsx'
import { Radios } from '../../ui/radios.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useManage } from '../manage.ts'
import type { LinkWish } from './use-new-link.ts'

type Change = (part: Partial<LinkWish>) => void
type PartProps = { readonly wish: LinkWish; readonly onChange: Change }

const looksLikeEmail = (email: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email.trim())

/** Who connects. */
const Customer = ({ wish, onChange, isTried }: PartProps & { readonly isTried: boolean }) => {
  const t = useTranslations('dashboard.integrations.link')
  const isMissing = isTried && wish.organization.trim() === ''
  const badEmail = wish.email.trim() === '' ? t('missingEmail') : looksLikeEmail(wish.email) ? undefined : t('badEmail')
  return (
    <>
      <TextField
        label={t('organization')}
        isRequired
        value={wish.organization}
        onChange={(organization) => onChange({ organization })}
        error={isMissing ? t('missing') : undefined}
      />
      <TextField
        label={t('email')}
        type="email"
        isRequired
        value={wish.email}
        onChange={(email) => onChange({ email })}
        error={isTried ? badEmail : undefined}
      />
      <TextField
        label={t('origin')}
        value={wish.originId}
        onChange={(originId) => onChange({ originId })}
        error={undefined}
      />
    </>
  )
}

const useScopes = () => {
  const { call } = useManage()
  const { data } = useQuery({ queryKey: ['scope-configs'], queryFn: () => call('GET /manage/scope-configs') })
  return data?.results ?? []
}

/** In which language, for which data, and how it is opened. */
const Kind = ({ wish, onChange }: PartProps) => {
  const t = useTranslations('dashboard.integrations.link')
  const scopes = useScopes().map(({ id, name }) => ({ id, name }))
  return (
    <>
      <div className="labelled">
        <span aria-hidden="true">{t('language')}</span>
        <LanguageChoice label={t('language')} value={wish.language} onChange={(language) => onChange({ language })} />
      </div>
      <div className="labelled">
        <span aria-hidden="true">{t('scope')}</span>
        <Select
          label={t('scope')}
          options={[{ id: '', name: t('defaultScope') }, ...scopes]}
          value={wish.scopeConfigId}
          onChange={(scopeConfigId) => onChange({ scopeConfigId })}
        />
      </div>
      <Radios
        label={t('type')}
        options={[
          { id: 'MAGIC_LINK', name: t('magic'), hint: t('magicHint') },
          { id: 'EMBEDDED', name: t('embedded'), hint: t('embeddedHint') },
        ]}
        value={wish.linkType}
        onChange={(id) => onChange({ linkType: id === 'EMBEDDED' ? 'EMBEDDED' : 'MAGIC_LINK' })}
      />
    </>
  )
}

/** What the customer does after the connection. */
const SetupSteps = ({ wish, onChange }: PartProps) => {
  const t = useTranslations('dashboard.integrations.link')
  return (
    <fieldset>
      <legend>{t('setup')}</legend>
      <p className="muted">{t('setupHelp')}</p>
      <Switch isSelected={wish.fieldMapping} onChange={(fieldMapping) => onChange({ fieldMapping })}>
        {t('mapping')} <span className="muted">{t('mappingHelp')}</span>
      </Switch>
      <Switch isSelected={wish.filtering} onChange={(filtering) => onChange({ filtering })}>
        {t('filtering')} <span className="muted">{t('filteringHelp')}</span>
      </Switch>
    </fieldset>
  )
}

type Props = {
  readonly onMake: (wish: LinkWish) => void
  readonly isPending: boolean
  readonly error: Error | null
}

export const LinkForm = ({ onMake, isPending, error }: Props) => {
  const t = useTranslations('dashboard.integrations.link')
  const { language } = useContext(LanguageContext)
  const [isTried, setTried] = useState(false)
  const [wish, setWish] = useState<LinkWish>({
    ...{ organization: '', email: '', originId: '', scopeConfigId: '' },
    ...{ language, linkType: 'MAGIC_LINK', fieldMapping: false, filtering: false },
  })
  const onChange: Change = (part) => setWish((before) => ({ ...before, ...part }))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (wish.organization.trim() !== '' && looksLikeEmail(wish.email) && !isPending) onMake(wish)
  }
  return (
    <form className="link-form" onSubmit={submit} noValidate>
      <p>{t('intro')}</p>
      <Customer wish={wish} onChange={onChange} isTried={isTried} />
      <Kind wish={wish} onChange={onChange} />
      <SetupSteps wish={wish} onChange={onChange} />
      {error && <FailureNotice error={error} />}
      <div className="actions-row">
        <Button kind="primary" type="submit" isPending={isPending}>
          {t('make')}
        </Button>
      </div>
    </form>
  )
}
