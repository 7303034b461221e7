import {
  type CloudWatchClient,
  GetMetricDataCommand,
  type MetricDataQuery,
  type MetricDataResult,
} from '@aws-sdk/client-cloudwatch'
import { isDuration, isTableMetric, type MetricName, metrics } from '#core/deployment/metrics.ts'
import { controlTable, recordsTable, type TableShape } from '#core/deployment/tables.ts'
import type { MetricPoint, Metrics } from '#core/ports/metrics.ts'

type Options = {
  readonly client: CloudWatchClient
  readonly namespace: string
  readonly tables: { readonly control: string; readonly records: string }
}

type Range = Parameters<Metrics['read']>[0]
type Statistic = 'Sum' | 'SampleCount' | 'Maximum'

const dimension = (Name: string, Value: string) => ({ Name, Value })

/** DynamoDB counts a table and each of its indexes for themselves. */
const dimensionsOf = (table: string, { indexes }: TableShape) => [
  [dimension('TableName', table)],
  ...indexes.map(({ name }) => [dimension('TableName', table), dimension('GlobalSecondaryIndexName', name)]),
]

const sourcesOf = (name: MetricName, { namespace, tables }: Options) => {
  if (!isTableMetric(name)) return [{ Namespace: namespace, MetricName: name, Dimensions: [] }]
  const { consumed } = metrics[name]
  return [...dimensionsOf(tables.control, controlTable), ...dimensionsOf(tables.records, recordsTable)].map(
    (Dimensions) => ({ Namespace: 'AWS/DynamoDB', MetricName: consumed, Dimensions }),
  )
}

const statisticsOf = (name: MetricName): readonly Statistic[] =>
  isDuration(name) ? ['Sum', 'SampleCount', 'Maximum'] : ['Sum']

/** A query, and which series it is a part of. */
type Asked = { readonly name: MetricName; readonly statistic: Statistic; readonly query: MetricDataQuery }

const ask = (names: readonly MetricName[], period: number, options: Options): readonly Asked[] =>
  names
    .flatMap((name) =>
      sourcesOf(name, options).flatMap((Metric) =>
        statisticsOf(name).map((statistic) => ({ name, statistic, stat: { Metric, Period: period, Stat: statistic } })),
      ),
    )
    .map(({ stat, ...asked }, index) => ({ ...asked, query: { Id: `q${index}`, MetricStat: stat } }))

const receive = async (client: CloudWatchClient, asked: readonly Asked[], { from, to }: Range) => {
  const results: MetricDataResult[] = []
  let next: string | undefined
  do {
    const { MetricDataResults = [], NextToken } = await client.send(
      new GetMetricDataCommand({
        MetricDataQueries: asked.map(({ query }) => query),
        StartTime: new Date(from),
        EndTime: new Date(to),
        ScanBy: 'TimestampAscending',
        NextToken: next,
      }),
    )
    results.push(...MetricDataResults)
    next = NextToken
  } while (next !== undefined)
  return results
}

type Values = Readonly<Partial<Record<Statistic, number>>>

const pointOf = (at: number, { Sum = 0, SampleCount, Maximum = 0 }: Values): MetricPoint => ({
  at,
  sum: Sum,
  spread: SampleCount === undefined ? null : { samples: SampleCount, max: Maximum },
})

/** What several tables or pages tell of one moment is added up. */
const pointsOf = (name: MetricName, asked: readonly Asked[], results: readonly MetricDataResult[]) => {
  const byMoment = new Map<number, Partial<Record<Statistic, number>>>()
  for (const { statistic, query } of asked.filter((each) => each.name === name))
    for (const { Timestamps = [], Values = [] } of results.filter(({ Id }) => Id === query.Id))
      for (const [index, moment] of Timestamps.entries()) {
        const values = byMoment.get(moment.getTime()) ?? {}
        byMoment.set(moment.getTime(), { ...values, [statistic]: (values[statistic] ?? 0) + (Values[index] ?? 0) })
      }
  return [...byMoment].toSorted(([a], [b]) => a - b).map(([at, values]) => pointOf(at, values))
}

/** Metrics as CloudWatch keeps them: those of log lines, and DynamoDB's own. */
export const cloudwatchMetrics = (options: Options): Metrics => ({
  read: async (range) => {
    const asked = ask(range.names, range.period, options)
    const results = await receive(options.client, asked, range)
    return range.names.map((name) => ({ name, points: pointsOf(name, asked, results) }))
  },
})
