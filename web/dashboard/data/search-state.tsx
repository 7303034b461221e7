import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'

type Props = {
  readonly found: number
  readonly searched: number
  /** Living records in all; undefined where nobody knows. */
  readonly total: number | undefined
  readonly isSelective: boolean
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly onGoOn: () => void
}

/** How much was looked through, and what is left: a search ends after so many records until somebody has it go on. */
export const SearchState = ({ found, searched, total, isSelective, hasMore, isLoading, onGoOn }: Props) => {
  const t = useTranslations('dashboard.data')
  if (!isSelective)
    return (
      <p role="status" className="muted">
        {total === undefined || !hasMore ? t('shown', { count: found }) : t('shownOf', { count: found, total })}
      </p>
    )
  const counts = { count: found, searched }
  const words = total === undefined ? t('searched', counts) : t('searchedOf', { ...counts, total })
  return (
    <div className="row">
      <p role="status" className="muted">
        {hasMore ? words : t('searchedAll', { count: found })}
      </p>
      {hasMore && (
        <Button size="small" onPress={onGoOn} isPending={isLoading}>
          {t('goOn')}
        </Button>
      )}
    </div>
  )
}
