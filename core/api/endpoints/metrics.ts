import * as v from 'valibot'
import { metricNames } from '#core/deployment/metrics.ts'
import { type Descriptions, moment } from '../description.ts'

const hour = 3_600

/** How far back, in seconds, and how many seconds a point is. */
export const metricRanges = {
  '3h': { length: 3 * hour, period: 300 },
  '24h': { length: 24 * hour, period: hour },
  '7d': { length: 7 * 24 * hour, period: 6 * hour },
  '30d': { length: 30 * 24 * hour, period: 24 * hour },
} as const

export const MetricRangeSchema = v.picklist([
  '3h',
  '24h',
  '7d',
  '30d',
] as const satisfies readonly (keyof typeof metricRanges)[])

const PointSchema = v.strictObject({
  at: v.pipe(moment, v.description('The beginning of the period.')),
  sum: v.number(),
  average: v.pipe(v.nullable(v.number()), v.description('Of durations only.')),
  highest: v.pipe(v.nullable(v.number()), v.description('Of durations only.')),
})

export const MetricQuerySchema = v.object({ range: v.optional(MetricRangeSchema, '24h') })

export const metricDescriptions = {
  'GET /manage/metrics': {
    summary: 'What the deployment has measured of itself',
    query: MetricQuerySchema,
    data: v.strictObject({
      from: moment,
      to: moment,
      period_seconds: v.number(),
      series: v.array(
        v.strictObject({
          name: v.picklist(metricNames),
          unit: v.picklist(['Count', 'Milliseconds']),
          points: v.pipe(v.array(PointSchema), v.description('Periods in which nothing was measured have none.')),
        }),
      ),
    }),
  },
} as const satisfies Partial<Descriptions>
