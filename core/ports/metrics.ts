import type { MetricName } from '#core/deployment/metrics.ts'

/** What was measured in one period, of which `at` (epoch ms) is the beginning. Periods in which nothing was measured have no point. */
export type MetricPoint = {
  readonly at: number
  readonly sum: number
  /** Of durations only: how many were measured, and the longest. */
  readonly spread: { readonly samples: number; readonly max: number } | null
}

export type MetricSeries = { readonly name: MetricName; readonly points: readonly MetricPoint[] }

/** What a deployment has measured of itself. */
export type Metrics = {
  /**
   * One series for each name, oldest point first. `from` (included) and `to` (excluded) are epoch ms and multiples of `period`, which
   * is in seconds, a multiple of 300.
   */
  read(range: {
    readonly names: readonly MetricName[]
    readonly from: number
    readonly to: number
    readonly period: number
  }): Promise<readonly MetricSeries[]>
}
