import { useFormatter, useTranslations } from 'use-intl'
import { estimateCost, prices } from '#core/deployment/cost.ts'
import type { Measured } from './rows.ts'

const hourMs = 3_600_000
const hoursOfMonth = 730

/** What the measured time costs on AWS, line by line, and what a month like it would. */
export const Cost = ({ measured }: { readonly measured: Measured }) => {
  const t = useTranslations('dashboard.environment.health')
  const format = useFormatter()
  const hours = (Date.parse(measured.to) - Date.parse(measured.from)) / hourMs
  const sums = Object.fromEntries(
    measured.series.map(({ name, points }) => [name, points.reduce((total, { sum }) => total + sum, 0)]),
  )
  const lines = estimateCost({ hours, sums })
  const total = lines.reduce((sum, { dollars }) => sum + dollars, 0)
  const money = (dollars: number) =>
    format.number(dollars, { style: 'currency', currency: 'USD', maximumFractionDigits: dollars < 1 ? 4 : 2 })
  return (
    <div className="chart-card wide">
      <h2>{t('cost')}</h2>
      <p className="muted">{t('costText', { date: prices.asOf, region: prices.region })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus */}
      <section className="table-frame" aria-label={t('cost')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('item')}</th>
              <th scope="col">{t('formula')}</th>
              <th scope="col">{t('amount')}</th>
              <th scope="col">{t('month')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map(({ item, formula, dollars }) => (
              <tr key={item}>
                <th scope="row">{t(`items.${item}`)}</th>
                <td>
                  <code>{formula}</code>
                </td>
                <td>{money(dollars)}</td>
                <td>{money((dollars / hours) * hoursOfMonth)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">{t('total')}</th>
              <td />
              <td>{money(total)}</td>
              <td>{money((total / hours) * hoursOfMonth)}</td>
            </tr>
          </tbody>
        </table>
      </section>
      <p>
        <a href={prices.source} target="_blank" rel="noreferrer">
          {t('prices')}
        </a>
      </p>
    </div>
  )
}
