import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'use-intl'
import { callFlow, type LinkAnswer } from '../flow/api.ts'
import { LanguageSelect } from '../flow/language-select.tsx'
import { forgetLink } from '../flow/link.ts'
import { pageSettings } from '../flow/page-settings.ts'
import { Button } from '../ui/button.tsx'

const Title = ({ organization }: { readonly organization?: string }) => {
  const t = useTranslations()
  const vendor = pageSettings.name
  const title = vendor === null ? t('page.title') : t('page.titleTo', { vendor })
  return (
    <>
      <title>{title}</title>
      <div className="card-title">
        <p className="title">{title}</p>
        {organization !== undefined && <p className="muted">{t('shell.organization', { organization })}</p>}
      </div>
    </>
  )
}

/** Before anybody has signed in: nothing tells whose connection it is. */
export const OutsideHeading = () => (
  <>
    <Title />
    <LanguageSelect />
  </>
)

/** The session ends on the server too; where that cannot be reached, it ends within its hour. */
const useSignOut = (session: string) =>
  useMutation({
    mutationFn: () => callFlow('DELETE /flow/session', { session }),
    retry: 0,
    onSettled: () => {
      forgetLink()
      window.location.replace(window.location.pathname)
    },
  })

export const PageHeading = ({ link }: { readonly link: LinkAnswer }) => {
  const t = useTranslations('page')
  const signOut = useSignOut(link.session)
  return (
    <>
      <Title organization={link.organization_name} />
      <LanguageSelect />
      <Button kind="quiet" onPress={() => signOut.mutate()} isPending={!signOut.isIdle}>
        {t('signOut')}
      </Button>
    </>
  )
}
