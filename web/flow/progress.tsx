import { Button } from 'react-aria-components'
import { useTranslations } from 'use-intl'
import { CheckIcon } from '../ui/icons.tsx'
import type { Facts, Step, StepId } from './steps.ts'

type Props = {
  readonly facts: Facts
  readonly shown: readonly Step[]
  readonly current: StepId
  readonly onGo: (id: StepId) => void
}

type ItemProps = {
  readonly step: Step
  readonly number: number
  readonly props: Props
}

const Item = ({ step, number, props: { facts, current, onGo } }: ItemProps) => {
  const t = useTranslations('shell')
  const isDone = step.isDone(facts)
  return (
    <li>
      <Button
        className="step"
        {...(step.id === current ? { 'aria-current': 'step' as const } : {})}
        data-done={isDone || undefined}
        data-step={step.id}
        isDisabled={!step.isOpen(facts)}
        onPress={() => onGo(step.id)}
      >
        <span className="step-mark" aria-hidden="true">
          {isDone ? <CheckIcon /> : number}
        </span>
        {t(`steps.${step.id}`)}
        {isDone && <span className="hidden"> ({t('done')})</span>}
      </Button>
    </li>
  )
}

/** Where the customer is, and the way back to what is done. */
export const Progress = (props: Props) => {
  const t = useTranslations('shell')
  const number = props.shown.findIndex(({ id }) => id === props.current) + 1
  return (
    <nav className="progress" aria-label={t('progress')}>
      <p className="position" aria-hidden="true">
        {t('position', { number: String(number), count: String(props.shown.length) })}
      </p>
      <ol>
        {props.shown.map((step, index) => (
          <Item key={step.id} step={step} number={index + 1} props={props} />
        ))}
      </ol>
    </nav>
  )
}
