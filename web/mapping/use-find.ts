import { useTranslations } from 'use-intl'

/** What a picker with a search needs to say. */
export const useFind = () => {
  const t = useTranslations('mapping')
  return { label: t('find'), nothing: t('nothingFound') }
}
