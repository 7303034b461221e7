import './health.css'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { MetricRangeSchema } from '#core/api/endpoints/metrics.ts'
import { useManage } from '../../manage.ts'
import { Page } from '../../page.tsx'
import { Loaded } from '../loaded.tsx'
import { ChartCard } from './chart-card.tsx'
import { charts } from './charts.ts'
import { Cost } from './cost.tsx'

const route = getRouteApi('/environment/health')

/** Every question to CloudWatch costs a little, and its numbers are a minute old. */
const askEveryMs = 60_000

const Ranges = ({ range }: { readonly range: string }) => {
  const t = useTranslations('dashboard.environment.health')
  return (
    <nav aria-label={t('range')} className="part-links">
      {MetricRangeSchema.options.map((each) => (
        <Link
          key={each}
          to="/environment/health"
          search={{ range: each }}
          className="part-link"
          aria-current={each === range ? 'true' : undefined}
        >
          {t(`ranges.${each}`)}
        </Link>
      ))}
    </nav>
  )
}

/** How the deployment does: what came, what became of it, how long it took and what it costs. */
export const HealthPage = () => {
  const t = useTranslations('dashboard.environment.health')
  const { call } = useManage()
  const { range = '24h' } = route.useSearch()
  const query = useQuery({
    queryKey: ['metrics', range],
    queryFn: () => call('GET /manage/metrics', { query: { range } }),
    refetchInterval: askEveryMs,
    placeholderData: keepPreviousData,
  })
  return (
    <Page title={t('title')}>
      <Ranges range={range} />
      <Loaded query={query}>
        {(measured) => (
          <div className="charts">
            {charts.map((plan) => (
              <ChartCard key={plan.id} plan={plan} measured={measured} />
            ))}
            <Cost measured={measured} />
          </div>
        )}
      </Loaded>
    </Page>
  )
}
