import { useTranslations } from 'use-intl'
import { Radios } from '../../../ui/radios.tsx'
import { Switch } from '../../../ui/switch.tsx'
import { LinkButton } from '../links/link-button.tsx'
import type { Integration } from '../use-integration.ts'
import { Saved } from './saved.tsx'
import { useSettings } from './use-settings.ts'

type Props = { readonly integration: Integration }
type Approver = Integration['mapping_approver']

const approverOf = (id: string): Approver => (id === 'customer' ? 'customer' : 'vendor')

/** What the customer is asked for in the setup flow, and who approves what. */
export const SetupSection = ({ integration }: Props) => {
  const t = useTranslations('dashboard.integration.settings.setup')
  const change = useSettings()
  const { enable_field_mapping, enable_filtering, mapping_approver, removals_approver } = integration
  const approvers = [
    { id: 'vendor', name: t('vendor') },
    { id: 'customer', name: t('customer') },
  ]
  return (
    <section className="panel" aria-labelledby="setup">
      <h2 id="setup">{t('title')}</h2>
      <p className="muted">{t('intro')}</p>
      <Switch
        isSelected={enable_field_mapping}
        onChange={(isOn) => change.save({ enable_field_mapping: isOn }, { enable_field_mapping })}
      >
        {t('fieldMapping')}
      </Switch>
      <p className="muted">{t('fieldMappingHint')}</p>
      <Switch
        isSelected={enable_filtering}
        onChange={(isOn) => change.save({ enable_filtering: isOn }, { enable_filtering })}
      >
        {t('filtering')}
      </Switch>
      <p className="muted">{t('filteringHint')}</p>
      <div className="row">
        <LinkButton integration={integration} kind="setup" />
      </div>
      <Radios
        label={t('mappingApprover')}
        options={approvers}
        value={mapping_approver}
        onChange={(id) => change.save({ mapping_approver: approverOf(id) }, { mapping_approver })}
      />
      <p className="muted">{t('mappingApproverHint')}</p>
      <Radios
        label={t('removalsApprover')}
        options={approvers}
        value={removals_approver}
        onChange={(id) => change.save({ removals_approver: approverOf(id) }, { removals_approver })}
      />
      <p className="muted">{t('removalsApproverHint')}</p>
      <Saved change={change} />
    </section>
  )
}
