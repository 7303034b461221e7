import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { type Language, LanguageSchema, languageNames } from '../../../messages/languages.ts'
import { Button } from '../../../ui/button.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { type Integration, useWhich } from '../use-integration.ts'

export type LinkKind = 'setup' | 'relink'
type LinkType = 'EMBEDDED' | 'MAGIC_LINK'

const languages = LanguageSchema.options.map((id) => ({ id, name: languageNames[id] }))
const isLanguage = (id: string): id is Language => id in languageNames

type Wish = { readonly language: Language; readonly link_type: LinkType }

const useNewLink = (kind: LinkKind) => {
  const { call } = useManage()
  const { path } = useWhich()
  return useMutation({
    mutationFn: (body: Wish) =>
      kind === 'setup'
        ? call('POST /v1/integrations/{integration_id}/setup-link', { path, body })
        : call('POST /v1/integrations/{integration_id}/relink', { path, body }),
  })
}

type MadeProps = {
  readonly link: string
  readonly kind: LinkKind
  readonly type: LinkType
  readonly email: string | null
}

/** The link is shown once: its token is not kept. */
const Made = ({ link, kind, type, email }: MadeProps) => {
  const t = useTranslations('dashboard.integration.linkDialog')
  const subject = encodeURIComponent(t(`${kind}.subject`))
  const body = encodeURIComponent(`${t(`${kind}.mail`)}\n\n${link}\n`)
  return (
    <>
      <Notice kind="good">{t(type === 'EMBEDDED' ? 'madeEmbedded' : 'madeMagic')}</Notice>
      <p className="row">
        <code className="file-name">{link}</code>
      </p>
      <div className="row">
        <CopyButton text={link} what={t('copy')} isNamed />
        {type === 'MAGIC_LINK' && (
          <a
            className="button secondary small link-button"
            href={`mailto:${encodeURIComponent(email ?? '')}?subject=${subject}&body=${body}`}
          >
            {t('send')}
          </a>
        )}
      </div>
    </>
  )
}

type Props = { readonly integration: Integration; readonly kind: LinkKind; readonly onClose: () => void }

/** Makes a link by which the customer sets up, or connects again, in their language. */
export const LinkDialog = ({ integration, kind, onClose }: Props) => {
  const t = useTranslations('dashboard.integration.linkDialog')
  const words = useTranslations('dashboard.parts')
  const [language, setLanguage] = useState<Language>(integration.language)
  const [type, setType] = useState<LinkType>('MAGIC_LINK')
  const made = useNewLink(kind)
  return (
    <Dialog title={t(`${kind}.title`)} onClose={onClose}>
      <p>{t(`${kind}.intro`)}</p>
      {!made.data && (
        <>
          <Radios
            label={t('language')}
            options={languages}
            value={language}
            onChange={(id) => isLanguage(id) && setLanguage(id)}
          />
          <Radios
            label={t('type')}
            options={[
              { id: 'MAGIC_LINK', name: t('magic'), hint: t('magicHint') },
              { id: 'EMBEDDED', name: t('embedded'), hint: t('embeddedHint') },
            ]}
            value={type}
            onChange={(id) => setType(id === 'EMBEDDED' ? 'EMBEDDED' : 'MAGIC_LINK')}
          />
        </>
      )}
      {made.error && <FailureNotice error={made.error} />}
      {made.data && <Made link={made.data.link} kind={kind} type={type} email={integration.end_user.creator_email} />}
      <div className="row">
        <Button onPress={onClose}>{made.data ? words('close') : words('cancel')}</Button>
        {!made.data && (
          <Button kind="primary" onPress={() => made.mutate({ language, link_type: type })} isPending={made.isPending}>
            {t('make')}
          </Button>
        )}
      </div>
    </Dialog>
  )
}
