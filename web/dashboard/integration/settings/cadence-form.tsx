import { useState } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { type Cadence, CadenceSchema, type Weekday, weekdays } from '#core/cadence/cadence.ts'
import { Button } from '../../../ui/button.tsx'
import { CheckboxList } from '../../../ui/checkbox-list.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import { Radios } from '../../../ui/radios.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Integration } from '../use-integration.ts'

type Expected = Integration['expected_files'][number]
type Kind = Cadence['every'] | 'learned' | 'none'
const kinds = ['learned', 'none', 'hours', 'week', 'days', 'month'] as const satisfies readonly Kind[]

const workdays = weekdays.slice(0, 5)

const isWeekday = (day: string): day is Weekday => weekdays.some((each) => each === day)

const kindOf = (expected: Expected | undefined): Kind => {
  if (!expected || expected.source === 'learned') return 'learned'
  return expected.cadence?.every ?? 'none'
}

/** Everything that any kind of cadence asks for, so that a change of the kind loses nothing. */
const useCadence = (expected: Expected | undefined) => {
  const set = expected?.cadence ?? undefined
  const [kind, setKind] = useState(kindOf(expected))
  const [hours, setHours] = useState(set?.every === 'hours' ? set.hours : 24)
  const [days, setDays] = useState(set?.every === 'days' ? set.days : 14)
  const [day, setDay] = useState(set?.every === 'month' ? set.day : 1)
  const [onDays, setOnDays] = useState<readonly Weekday[]>(set?.every === 'week' ? set.weekdays : workdays)
  const [time, setTime] = useState(set && set.every !== 'hours' ? set.time : '06:00')
  const [grace, setGrace] = useState(set?.grace ?? 3)
  const wish = { every: kind, hours, days, day, weekdays: [...onDays], time, grace }
  const { weekdays: _, ...withoutDays } = wish
  return {
    ...{
      kind,
      setKind,
      hours,
      setHours,
      days,
      setDays,
      day,
      setDay,
      onDays,
      setOnDays,
      time,
      setTime,
      grace,
      setGrace,
    },
    /** undefined while it is not whole. */
    cadence: (): Cadence | undefined => {
      const parsed = v.safeParse(CadenceSchema, kind === 'hours' ? withoutDays : wish)
      return parsed.success ? parsed.output : undefined
    },
  }
}

type FieldsProps = { readonly form: ReturnType<typeof useCadence> }

const Fields = ({ form }: FieldsProps) => {
  const t = useTranslations('dashboard.integration.settings.expected')
  const { kind } = form
  return (
    <>
      {kind === 'hours' && (
        <NumberField label={t('hours')} value={form.hours} onChange={form.setHours} min={1} max={8_784} />
      )}
      {kind === 'days' && <NumberField label={t('days')} value={form.days} onChange={form.setDays} min={1} max={366} />}
      {kind === 'month' && <NumberField label={t('day')} value={form.day} onChange={form.setDay} min={1} max={31} />}
      {kind === 'week' && (
        <CheckboxList
          label={t('onDays')}
          options={weekdays.map((id) => ({ id, name: t(`weekdays.${id}`), hint: '' }))}
          value={form.onDays}
          onChange={(ids) => form.setOnDays(weekdays.filter((day) => ids.filter(isWeekday).includes(day)))}
          find={{ label: '', nothing: '' }}
          error={form.onDays.length === 0 ? t('noDays') : undefined}
        />
      )}
      {kind !== 'hours' && (
        <TextField
          label={t('time')}
          type="time"
          value={form.time}
          onChange={form.setTime}
          error={form.time === '' ? t('noTime') : undefined}
        />
      )}
      <NumberField label={t('grace')} value={form.grace} onChange={form.setGrace} min={0} max={8_784} />
    </>
  )
}

type Props = {
  readonly label: string
  readonly expected: Expected | undefined
  readonly onSave: (wish: Cadence | 'learned' | 'none') => void
}

/** When files of a dataset are to come. */
export const CadenceForm = ({ label, expected, onSave }: Props) => {
  const t = useTranslations('dashboard.integration.settings.expected')
  const form = useCadence(expected)
  const { kind } = form
  const isPlain = kind === 'learned' || kind === 'none'
  const save = (): void => {
    const wish = isPlain ? kind : form.cadence()
    if (wish) onSave(wish)
  }
  return (
    <form
      className="panel"
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <Radios
        label={t('kind')}
        options={kinds.map((id) => ({ id, name: t(`kinds.${id}`) }))}
        value={kind}
        onChange={(id) => form.setKind(kinds.find((each) => each === id) ?? 'learned')}
      />
      {!isPlain && <Fields form={form} />}
      <div className="row">
        <Button kind="primary" type="submit">
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
