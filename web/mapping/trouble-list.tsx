import { useMessages } from 'use-intl'
import type { Issue } from '#core/issues/issue.ts'
import { WarningIcon } from '../ui/icons.tsx'

/** What is wrong with cells, in a few words. */
export const TroubleList = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const titles = useMessages().issueTitles
  return (
    <ul className="plain map-troubles">
      {issues.map(({ code, column, example }) => (
        <li key={`${code} ${column} ${example}`} className="with-icon">
          <WarningIcon />
          <span>
            {titles[code]}
            {example !== null && (
              <>
                : <code>{example}</code>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}
