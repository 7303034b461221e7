import { useTranslations } from 'use-intl'
import { hrefOf } from './place.ts'
import { type SectionId, sections } from './sections.ts'

export const SectionLinks = ({ current }: { readonly current: SectionId }) => {
  const t = useTranslations('page')
  return (
    <nav className="progress sections" aria-label={t('parts')}>
      <ul>
        {sections.map(({ id }) => (
          <li key={id}>
            <a href={hrefOf(id)} {...(id === current ? { 'aria-current': 'page' as const } : {})}>
              {t(`sections.${id}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
