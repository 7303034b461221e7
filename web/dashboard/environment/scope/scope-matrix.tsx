import { useTranslations } from 'use-intl'
import type { coverage } from '#core/api/coverage.ts'
import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { type ScopeSetting, settingOf } from '#core/scope/scope.ts'
import { useRecordWords } from '../../data/words.ts'
import { isLocked, mayBeRequired, pointsOf, type ScopeDraft } from './draft.ts'

const states = ['ENABLED', 'OPTIONAL', 'DISABLED'] as const satisfies readonly ScopeSetting[]

type RowProps = { readonly scope: ScopeDraft; readonly point: string; readonly name: string }

const PointRow = ({ scope, point, name }: RowProps) => {
  const t = useTranslations('dashboard.environment.scope')
  const current = settingOf(scope.draft, point)
  const locked = isLocked(point)
  const hasRequired = scope.draft.required.includes(point)
  return (
    <tr>
      <th scope="row">
        {name} <code className="muted">{point.split('.')[1] ?? point}</code>
      </th>
      {states.map((state) => (
        <td key={state}>
          <input
            type="radio"
            name={point}
            aria-label={t('cell', { name, state: t(`states.${state}`) })}
            checked={current === state}
            disabled={locked && state !== 'ENABLED'}
            onChange={() => scope.put(point, state)}
          />
        </td>
      ))}
      <td>
        {locked ? (
          <span className="muted">{t('locked')}</span>
        ) : (
          <input
            type="checkbox"
            aria-label={t('requiredOf', { name })}
            checked={hasRequired}
            disabled={!mayBeRequired(scope.draft, point)}
            onChange={({ target }) => scope.require(point, target.checked)}
          />
        )}
      </td>
    </tr>
  )
}

type Props = { readonly scope: ScopeDraft; readonly model: keyof typeof coverage }

/** A model and its fields, each with one of three states. */
export const ScopeMatrix = ({ scope, model }: Props) => {
  const t = useTranslations('dashboard.environment.scope')
  const dataset = datasets.find((each) => datasetTraits[each].model === model) ?? 'employees'
  const { word } = useRecordWords({ dataset })
  const nameOf = (point: string): string => {
    const field = point.split('.')[1]
    return field === undefined ? t('wholeModel') : word(field)
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must take the focus
    <section className="table-frame scope-frame" aria-label={t('matrix')} tabIndex={0}>
      <table className="scope-matrix">
        <thead>
          <tr>
            <th scope="col">{t('dataPoint')}</th>
            {states.map((state) => (
              <th key={state} scope="col" title={t(`hints.${state}`)}>
                {t(`states.${state}`)}
              </th>
            ))}
            <th scope="col" title={t('hints.required')}>
              {t('required')}
            </th>
          </tr>
        </thead>
        <tbody>
          {pointsOf(model).map((point) => (
            <PointRow key={point} scope={scope} point={point} name={nameOf(point)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}
