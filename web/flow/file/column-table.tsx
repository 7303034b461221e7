import { useFormatter, useTranslations } from 'use-intl'
import { Confidence } from '../../ui/confidence.tsx'
import type { Understanding } from '../api.ts'
import { useWords } from '../words.ts'

type Props = { readonly understanding: Understanding }

const Proposal = ({ understanding, column }: Props & { readonly column: string }) => {
  const t = useTranslations('file')
  const words = useWords()
  const format = useFormatter()
  const proposals = understanding.proposals.filter((proposal) => proposal.column === column)
  const isId = understanding.mapping?.id.columns.includes(column)
  if (proposals.length === 0) return <span className="muted">{isId ? t('isId') : t('notUsed')}</span>
  return (
    <ul className="plain">
      {proposals.map(({ field, confidence }) => (
        <li key={field}>
          {field === 'remote_id' ? t('isId') : words.field(understanding.dataset, field)}{' '}
          <Confidence value={confidence}>
            {t('sure', { percent: format.number(confidence, { style: 'percent' }) })}
          </Confidence>
        </li>
      ))}
    </ul>
  )
}

/** Every column of the file: some of its values, and what it would become. */
export const ColumnTable = ({ understanding }: Props) => {
  const t = useTranslations('file')
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="table-frame" aria-label={t('columns')} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('examples')}</th>
            <th scope="col">{t('becomes')}</th>
          </tr>
        </thead>
        <tbody>
          {understanding.columns.map(({ name, examples }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="muted">{examples.slice(0, 3).join(', ')}</td>
              <td>
                <Proposal understanding={understanding} column={name} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
