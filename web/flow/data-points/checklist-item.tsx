import { useTranslations } from 'use-intl'
import { CheckIcon, LockIcon } from '../../ui/icons.tsx'
import { Switch } from '../../ui/switch.tsx'
import { useWords } from '../words.ts'
import type { ChecklistRow } from './checklist.ts'
import { useChoice } from './use-choice.ts'

type Props = { readonly dataset: string; readonly row: ChecklistRow }

const Columns = ({ row: { columns } }: { readonly row: ChecklistRow }) => {
  const t = useTranslations('dataPoints')
  const [first] = columns
  const example = first?.examples[0] ?? ''
  return (
    <p className="muted">
      <span className="hidden">{t('columns', { count: columns.length })}: </span>
      {columns.map(({ name }) => (
        <code key={name}>{name}</code>
      ))}
      {columns.length === 1 && example !== '' && <span> {t('example', { example })}</span>}
    </p>
  )
}

/** One thing that the file tells: needed, included, or the customer's choice. */
export const ChecklistItem = ({ dataset, row }: Props) => {
  const t = useTranslations('dataPoints')
  const words = useWords()
  const choose = useChoice()
  const { choice, isRequired, isLeftOut } = row
  const name = words.row(dataset, row)
  return (
    <li className={isLeftOut ? 'left-out' : ''}>
      {choice !== undefined && !isRequired ? (
        <Switch isSelected={!isLeftOut} onChange={(isShared) => choose(choice, isShared)}>
          {name}
        </Switch>
      ) : (
        <p className="with-icon">
          {isRequired ? <LockIcon /> : <CheckIcon />}
          <span>{name}</span>
          {isRequired && <span className="badge strong">{t('required')}</span>}
        </p>
      )}
      <Columns row={row} />
    </li>
  )
}
