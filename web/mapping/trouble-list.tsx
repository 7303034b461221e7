import { useMessages, useTranslations } from 'use-intl'
import type { Issue } from '#core/issues/issue.ts'
import { WarningIcon } from '../ui/icons.tsx'
import { type TroubleGroup, troubleGroups } from './trouble-groups.ts'

const Examples = ({ examples, more }: Pick<TroubleGroup, 'examples' | 'more'>) => {
  const t = useTranslations('mapping')
  if (examples.length === 0) return null
  return (
    <>
      :{' '}
      {examples.map((example, at) => (
        <span key={example}>
          {at > 0 && ', '}
          <code>{example}</code>
        </span>
      ))}
      {more > 0 && ` ${t('moreTroubles', { count: more })}`}
    </>
  )
}

/** What is wrong with cells, in a few words. */
export const TroubleList = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const titles = useMessages().issueTitles
  return (
    <ul className="plain map-troubles">
      {troubleGroups(issues).map(({ code, ...found }) => (
        <li key={code} className="with-icon">
          <WarningIcon />
          <span>
            {titles[code]}
            <Examples {...found} />
          </span>
        </li>
      ))}
    </ul>
  )
}
