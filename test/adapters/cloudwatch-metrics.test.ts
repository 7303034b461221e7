import type { CloudWatchClient, GetMetricDataCommand, GetMetricDataCommandOutput } from '@aws-sdk/client-cloudwatch'
import { expect, test } from 'vitest'
import { cloudwatchMetrics } from '../../lambdas/adapters/cloudwatch-metrics.ts'

const at = (hour: number) => Date.UTC(2026, 0, 1, hour)

/** Says of every query that it measured `values` in the first hours, one page for each of `pages`. */
const cloudwatch = (pages: readonly (readonly number[])[]) => {
  const asked: GetMetricDataCommand['input'][] = []
  const send = async ({ input }: GetMetricDataCommand): Promise<Partial<GetMetricDataCommandOutput>> => {
    const page = asked.push(input) - 1
    const values = pages[page] ?? []
    return {
      MetricDataResults: input.MetricDataQueries?.map(({ Id }) => ({
        Id,
        Timestamps: values.map((_, hour) => new Date(at(hour + page))),
        Values: [...values],
      })),
      NextToken: page + 1 < pages.length ? `page ${page + 1}` : undefined,
    }
  }
  const metrics = cloudwatchMetrics({
    client: { send } as unknown as CloudWatchClient,
    namespace: 'Rosterport/prod',
    tables: { control: 'control', records: 'records' },
  })
  return { metrics, asked }
}

const range = { from: at(0), to: at(3), period: 3600 }

test('metrics of log lines are asked for without dimensions: counts by their sum, durations with their longest', async () => {
  const { metrics, asked } = cloudwatch([[4, 2]])
  const series = await metrics.read({ names: ['RowsRead', 'ApiLatency'], ...range })
  const stats = asked[0]?.MetricDataQueries?.map(({ MetricStat }) => [MetricStat?.Metric?.MetricName, MetricStat?.Stat])
  expect(stats).toEqual([
    ['RowsRead', 'Sum'],
    ['ApiLatency', 'Sum'],
    ['ApiLatency', 'SampleCount'],
    ['ApiLatency', 'Maximum'],
  ])
  expect(asked[0]?.MetricDataQueries?.[0]?.MetricStat?.Metric).toMatchObject({
    Namespace: 'Rosterport/prod',
    Dimensions: [],
  })
  expect(series).toEqual([
    { name: 'RowsRead', points: [4, 2].map((sum, hour) => ({ at: at(hour), sum, spread: null })) },
    {
      name: 'ApiLatency',
      points: [4, 2].map((sum, hour) => ({ at: at(hour), sum, spread: { samples: sum, max: sum } })),
    },
  ])
})

test('units are added up over both tables and their indexes', async () => {
  const { metrics, asked } = cloudwatch([[1]])
  const [series] = await metrics.read({ names: ['WriteUnits'], ...range })
  const dimensions = asked[0]?.MetricDataQueries?.map(({ MetricStat }) =>
    MetricStat?.Metric?.Dimensions?.map(({ Value }) => Value).join('/'),
  )
  expect(dimensions).toEqual(['control', 'records', 'records/feed', 'records/employee'])
  expect(series?.points).toEqual([{ at: at(0), sum: 4, spread: null }])
})

test('every page is read', async () => {
  const { metrics, asked } = cloudwatch([[1], [2]])
  const [series] = await metrics.read({ names: ['RowsRead'], ...range })
  expect(series?.points.map(({ sum }) => sum)).toEqual([1, 2])
  expect(asked.map(({ NextToken }) => NextToken)).toEqual([undefined, 'page 1'])
})
