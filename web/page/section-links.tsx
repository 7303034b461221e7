import { useTranslations } from 'use-intl'
import { useConnection } from '../flow/connection.ts'
import { hrefOf } from './place.ts'
import { type SectionId, sections } from './sections.ts'

export const SectionLinks = ({ current }: { readonly current: SectionId }) => {
  const t = useTranslations('page')
  const connection = useConnection()
  const linked = sections.filter(({ isLinked }) => !isLinked || isLinked(connection))
  return (
    <nav className="progress sections" aria-label={t('parts')}>
      <ul>
        {linked.map(({ id }) => (
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
