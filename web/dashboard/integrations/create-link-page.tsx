import './integrations.css'
import { useTranslations } from 'use-intl'
import { Page } from '../page.tsx'
import { LinkForm } from './link-form.tsx'
import { MadeLink } from './made-link.tsx'
import { useNewLink } from './use-new-link.ts'

/** A link by which a customer connects: what it asks for, then the link itself, once. */
export const CreateLinkPage = () => {
  const t = useTranslations('dashboard.integrations.link')
  const made = useNewLink()
  const { data } = made
  return (
    <Page title={data ? t('ready') : t('title')} key={data ? 'made' : 'form'}>
      {data ? (
        <MadeLink made={data} onAgain={() => made.reset()} />
      ) : (
        <LinkForm onMake={(wish) => made.mutate(wish)} isPending={made.isPending} error={made.error} />
      )}
    </Page>
  )
}
