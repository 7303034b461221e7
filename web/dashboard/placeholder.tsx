import { useTranslations } from 'use-intl'
import { Page } from './page.tsx'

type Props = { readonly area: 'integrations' | 'data' | 'mapping' | 'environment' }

/** Stands where an area will be. */
export const Placeholder = ({ area }: Props) => {
  const t = useTranslations('dashboard')
  return (
    <Page title={t(`${area}.title`)}>
      <span />
    </Page>
  )
}
