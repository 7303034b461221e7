import { useFormatter, useTranslations } from 'use-intl'
import { useFind } from '../../mapping/use-find.ts'
import { Button } from '../../ui/button.tsx'
import { CheckboxList } from '../../ui/checkbox-list.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { useFilterWords } from './field-words.ts'
import { type FilterField, isNarrowed, passing, type Rule, withChosen, withoutRule, withPassing } from './rules.ts'

type Props = {
  readonly field: FilterField
  readonly rules: readonly Rule[]
  readonly onChange: (rules: readonly Rule[]) => void
}

/** Values are named by their place: one of them may be nothing. */
const idOf = (at: number): string => `value ${at}`

/** One thing that people can be told apart by: who of them is included. */
export const RuleChoice = ({ field: listed, rules, onChange }: Props) => {
  const t = useTranslations('setup.filter')
  const format = useFormatter()
  const find = useFind()
  const words = useFilterWords()
  const field = withChosen(listed, rules)
  const chosen = new Set(passing(rules, field))
  const name = words.field(field.field)
  const state = isNarrowed(rules, field) ? t('some', { count: chosen.size }) : t('all')
  const options = field.values.map((value, at) => ({
    id: idOf(at),
    name: words.value(field.field, value),
    hint: format.number(value.count),
  }))
  const select = (ids: readonly string[]): void => {
    const values = field.values.flatMap(({ value }, at) => (ids.includes(idOf(at)) ? [value] : []))
    onChange(withPassing(rules, field, values))
  }
  return (
    <Disclosure title={t('fieldTitle', { field: name, state })}>
      <CheckboxList
        label={t('included', { field: name })}
        options={options}
        value={field.values.flatMap(({ value }, at) => (chosen.has(value) ? [idOf(at)] : []))}
        onChange={select}
        find={find}
        error={chosen.size === 0 ? t('chooseOne') : undefined}
      />
      <div className="row">
        <Button size="small" onPress={() => onChange(withoutRule(rules, field.field))}>
          {t('chooseAll')}
        </Button>
        <Button size="small" onPress={() => onChange(withPassing(rules, { ...field, more: true }, []))}>
          {t('chooseNone')}
        </Button>
      </div>
      {isNarrowed(rules, field) && <p className="muted">{t('laterOnes')}</p>}
      {field.more && <p className="muted">{t('more')}</p>}
    </Disclosure>
  )
}
