import { Link, useParams } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { datasets } from '#core/files/datasets.ts'
import { useDataWords } from '../../ui/data-words.ts'
import { useIntegration, useWhich } from '../integration/use-integration.ts'
import { useCurrentInView } from '../use-current-in-view.ts'

type Numbers = { readonly approved: number; readonly latest: number }

/** Whether a mapping waits for somebody, is in use, or is not there. */
const stateOf = ({ approved, latest }: Numbers) => {
  if (latest === 0) return 'none'
  if (approved === 0) return 'waiting'
  return latest > approved ? 'newer' : 'inUse'
}

/** The datasets, each with how its mapping stands. */
export const DatasetLinks = () => {
  const t = useTranslations('dashboard.mapping')
  const { integrationId } = useWhich()
  const { dataset: nameOf } = useDataWords()
  const { data } = useIntegration()
  const nav = useCurrentInView(useParams({ strict: false }).dataset ?? '')
  return (
    <nav ref={nav} aria-label={t('datasets')} className="model-links">
      {datasets.map((dataset) => (
        <Link
          key={dataset}
          to="/integrations/$integrationId/mapping/$dataset"
          params={{ integrationId, dataset }}
          className="model-link"
        >
          {nameOf(dataset)}{' '}
          <span className="muted">{t(`states.${stateOf(data?.mappings[dataset] ?? { approved: 0, latest: 0 })}`)}</span>
        </Link>
      ))}
    </nav>
  )
}
