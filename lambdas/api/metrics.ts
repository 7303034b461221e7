import { success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { MetricQuerySchema, metricRanges } from '#core/api/endpoints/metrics.ts'
import { parseInput } from '#core/api/input.ts'
import { isoTime } from '#core/api/iso-time.ts'
import { metricNames, metrics } from '#core/deployment/metrics.ts'
import type { MetricPoint, MetricSeries } from '#core/ports/metrics.ts'
import type { ApiPorts } from './ports.ts'

const shownPoint = ({ at, sum, spread }: MetricPoint) => ({
  at: isoTime(at),
  sum,
  average: spread === null ? null : sum / spread.samples,
  highest: spread?.max ?? null,
})

const shownSeries = ({ name, points }: MetricSeries) => ({
  name,
  unit: metrics[name].unit,
  points: points.map(shownPoint),
})

/** The last period is the one that is going on. */
const show =
  (ports: Pick<ApiPorts, 'metrics' | 'system'>): GeneralEndpoint =>
  async ({ query }) => {
    const input = parseInput(MetricQuerySchema, query)
    if (input.kind === 'refused') return input
    const { length, period } = metricRanges[input.value.range]
    const to = (Math.floor(ports.system.clock() / 1000 / period) + 1) * period * 1000
    const from = to - length * 1000
    const series = await ports.metrics.read({ names: metricNames, from, to, period })
    return success({ from: isoTime(from), to: isoTime(to), period_seconds: period, series: series.map(shownSeries) })
  }

export const metricEndpoints = (ports: ApiPorts) => ({
  'GET /manage/metrics': show(ports),
})
