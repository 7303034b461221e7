import { lazy, Suspense, useState } from 'react'
import { useFormatter, useMessages, useTranslations } from 'use-intl'
import { Disclosure } from '../../../ui/disclosure.tsx'
import type { ChartPlan } from './charts.ts'
import { type ChartRow, isEmpty, type Measured, rowsOf } from './rows.ts'

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }))

const daySeconds = 24 * 60 * 60

type TableProps = { readonly title: string; readonly names: readonly string[]; readonly rows: readonly ChartRow[] }

const ChartTable = ({ title, names, rows }: TableProps) => {
  const t = useTranslations('dashboard.environment.health')
  const format = useFormatter()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="table-frame" aria-label={t('table', { title })} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('from')}</th>
            {names.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ at, values }) => (
            <tr key={at}>
              <th scope="row">{format.dateTime(new Date(at), { dateStyle: 'medium', timeStyle: 'short' })}</th>
              {values.map((value, line) => (
                <td key={names[line]}>{value === null ? '–' : format.number(value, { maximumFractionDigits: 2 })}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A chart, and its numbers as a table for whoever does not see it. */
export const ChartCard = ({ plan, measured }: { readonly plan: ChartPlan; readonly measured: Measured }) => {
  const t = useTranslations('dashboard.environment.health')
  const [isOpen, setOpen] = useState(false)
  const rows = rowsOf(measured, plan)
  const title = t(`charts.${plan.id}`)
  const { dashboard } = useMessages()
  const words: Readonly<Record<string, string>> = dashboard.environment.health.metrics
  const names = plan.lines.map(({ metric, of }) => (of === 'sum' ? (words[metric] ?? metric) : t(of)))
  return (
    <section className="chart-card" aria-label={title}>
      <h2>{title}</h2>
      {isEmpty(rows) ? (
        <p className="muted">{t('nothing')}</p>
      ) : (
        <>
          <div aria-hidden="true" className="chart">
            <Suspense fallback={null}>
              <Chart {...{ plan, rows, names, showsDays: measured.period_seconds >= daySeconds / 4 }} />
            </Suspense>
          </div>
          <Disclosure title={t('table', { title })} onChange={setOpen}>
            {isOpen && <ChartTable title={title} names={names} rows={rows} />}
          </Disclosure>
        </>
      )}
    </section>
  )
}
