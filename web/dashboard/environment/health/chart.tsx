import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useFormatter } from 'use-intl'
import type { ChartPlan } from './charts.ts'
import type { ChartRow } from './rows.ts'

/** Lines differ in more than their colour. */
const dashes = ['', '6 3', '2 3', '8 3 2 3']
const height = 220

type Props = {
  readonly plan: ChartPlan
  readonly rows: readonly ChartRow[]
  /** One for each line. */
  readonly names: readonly string[]
  readonly showsDays: boolean
}

/** A drawing for who can see it: the same numbers stand in a table beside it. */
export const Chart = ({ plan, rows, names, showsDays }: Props) => {
  const format = useFormatter()
  const time = (at: unknown): string =>
    format.dateTime(new Date(Number(at)), showsDays ? { day: 'numeric', month: 'short' } : { timeStyle: 'short' })
  const exact = (at: unknown): string =>
    format.dateTime(new Date(Number(at)), { dateStyle: 'medium', timeStyle: 'short' })
  const number = (value: unknown): string =>
    format.number(Number(value), { notation: 'compact', maximumFractionDigits: 1 })
  const data = rows.map(({ at, values }) => ({ at, ...Object.fromEntries(values.map((value, line) => [line, value])) }))
  return (
    <ResponsiveContainer width="100%" height={height}>
      <LineChart data={data} accessibilityLayer={false} margin={{ top: 8, right: 16, bottom: 0, left: 0 }}>
        <CartesianGrid stroke="var(--line)" vertical={false} />
        <XAxis dataKey="at" tickFormatter={time} stroke="var(--muted)" minTickGap={32} fontSize={12} />
        <YAxis
          tickFormatter={number}
          stroke="var(--muted)"
          width={48}
          fontSize={12}
          allowDecimals={plan.unit === 'seconds'}
        />
        <Tooltip
          labelFormatter={exact}
          formatter={(value) => format.number(Number(value), { maximumFractionDigits: 2 })}
          contentStyle={{ background: 'var(--surface)', border: '1px solid var(--line)', color: 'var(--text)' }}
          isAnimationActive={false}
        />
        <Legend itemSorter={null} />
        {plan.lines.map(({ metric, of, tone }, line) => (
          <Line
            key={`${metric} ${of}`}
            dataKey={String(line)}
            name={names[line] ?? metric}
            stroke={`var(--${tone})`}
            strokeDasharray={dashes[line] ?? ''}
            strokeWidth={2}
            dot={plan.unit === 'seconds'}
            type="linear"
            connectNulls
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  )
}
