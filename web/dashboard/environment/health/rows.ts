import type { AnswerOf } from '../../call.ts'
import type { ChartPlan } from './charts.ts'

export type Measured = AnswerOf<'GET /manage/metrics'>

/** A period and the value of each line in it; null where nothing was measured that has an average. */
export type ChartRow = { readonly at: number; readonly values: readonly (number | null)[] }

const secondMs = 1_000

/** Every period of the range: nothing was counted where the server has no point. */
export const rowsOf = ({ from, to, period_seconds, series }: Measured, { lines }: ChartPlan): readonly ChartRow[] => {
  const points = lines.map(
    ({ metric }) =>
      new Map(series.find(({ name }) => name === metric)?.points.map((each) => [Date.parse(each.at), each])),
  )
  const [start, step] = [Date.parse(from), period_seconds * secondMs]
  const count = Math.round((Date.parse(to) - start) / step)
  return Array.from({ length: count }, (_, index) => {
    const at = start + index * step
    const values = lines.map(({ of }, line) => {
      const point = points[line]?.get(at)
      if (of === 'sum') return point?.sum ?? 0
      const milliseconds = point?.[of] ?? null
      return milliseconds === null ? null : milliseconds / secondMs
    })
    return { at, values }
  })
}

/** Whether anything was measured at all. */
export const isEmpty = (rows: readonly ChartRow[]): boolean =>
  rows.every(({ values }) => values.every((value) => value === null || value === 0))
