import { useState } from 'react'
import { useFormatter, useTranslations } from 'use-intl'
import { defaultLimits, type Limit } from '#core/sync/limits.ts'
import { Button } from '../../../ui/button.tsx'
import { NumberField } from '../../../ui/number-field.tsx'
import type { Integration } from '../use-integration.ts'
import { Saved } from './saved.tsx'
import { type SettingsChange, useSettings } from './use-settings.ts'

const guards = [
  { id: 'removal_limit', limit: defaultLimits.removals },
  { id: 'quarantine_limit', limit: defaultLimits.quarantine },
  { id: 'drift_limit', limit: defaultLimits.drift },
  { id: 'swap_limit', limit: defaultLimits.swaps },
] as const
type Guard = (typeof guards)[number]

type Props = {
  readonly guard: Guard
  readonly set: Limit | null
  readonly change: SettingsChange
}

const GuardForm = ({ guard: { id, limit }, set, change }: Props) => {
  const t = useTranslations('dashboard.integration.settings.guards')
  const format = useFormatter()
  const { share: setShare, records: setRecords } = set ?? limit
  const [share, setWantedShare] = useState(setShare)
  const [records, setWantedRecords] = useState(setRecords)
  const isChanged = share !== setShare || records !== setRecords
  const percent = (part: number): string => format.number(part, { style: 'percent', maximumFractionDigits: 1 })
  return (
    <form
      className="stack"
      aria-label={t(`names.${id}`)}
      onSubmit={(event) => {
        event.preventDefault()
        if (isChanged) change.save({ [id]: { share, records } }, { [id]: set })
      }}
    >
      <h3>{t(`names.${id}`)}</h3>
      <p className="muted">{t(`hints.${id}`)}</p>
      <div className="number-pair">
        <NumberField label={t('share')} value={share} onChange={setWantedShare} min={0} max={1} style="percent" />
        <NumberField label={t('records')} value={records} onChange={setWantedRecords} min={1} />
      </div>
      <div className="row">
        <Button type="submit" isDisabled={!isChanged} isPending={change.isPending && isChanged}>
          {t('save')}
        </Button>
        {set && <Button onPress={() => change.save({ [id]: null }, { [id]: set })}>{t('useDefault')}</Button>}
        <span className="muted">{t('default', { share: percent(limit.share), records: limit.records })}</span>
      </div>
    </form>
  )
}

/** From when on a file is not believed, and somebody is asked. */
export const GuardsSection = ({ integration }: { readonly integration: Integration }) => {
  const t = useTranslations('dashboard.integration.settings.guards')
  const change = useSettings()
  return (
    <section className="panel" aria-labelledby="guards">
      <h2 id="guards">{t('title')}</h2>
      <p className="muted">{t('intro')}</p>
      <Saved change={change} />
      {guards.map((guard) => (
        <GuardForm
          key={`${guard.id} ${JSON.stringify(integration[guard.id])}`}
          guard={guard}
          set={integration[guard.id]}
          change={change}
        />
      ))}
    </section>
  )
}
