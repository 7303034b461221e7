import { useTranslations } from 'use-intl'
import { failureOf } from '../../api/failure.ts'
import { Busy } from '../../ui/busy.tsx'
import { Button } from '../../ui/button.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { EmployeeFilter } from '../api.ts'
import { KeptPeople } from '../filter/kept-people.tsx'
import { RuleChoice } from '../filter/rule-choice.tsx'
import { emptyRules } from '../filter/rules.ts'
import { useRules, useStoredFilter } from '../filter/use-filter.ts'
import { StepWithFiles } from '../setup/step-with-files.tsx'
import { useConfirm } from '../setup/use-confirm.ts'
import { StepActions } from '../step-actions.tsx'

const Choice = ({ stored }: { readonly stored: EmployeeFilter }) => {
  const t = useTranslations('setup.filter')
  const { rules, change, save, takeTheirs } = useRules(stored)
  const confirm = useConfirm('filtering', save)
  const isChanged = confirm.error && failureOf(confirm.error).code === 'FLOW.CHANGED_MEANWHILE'
  const isEmpty = emptyRules(rules).length > 0
  return (
    <>
      <p>{t('intro')}</p>
      {stored.problem !== null && <Notice kind="warn">{t('uncounted')}</Notice>}
      <KeptPeople rules={rules} />
      <div>
        {stored.fields.map((field) => (
          <RuleChoice key={field.field} field={field} rules={rules} onChange={change} />
        ))}
      </div>
      {isChanged && (
        <Notice kind="bad">
          <p>{t('changed')}</p>
          <Button
            size="small"
            onPress={async () => {
              await takeTheirs()
              confirm.reset()
            }}
          >
            {t('takeTheirs')}
          </Button>
        </Notice>
      )}
      <StepActions
        onPress={() => !isEmpty && confirm.mutate()}
        isPending={confirm.isPending}
        error={isChanged ? null : confirm.error}
      >
        {isEmpty && <span className="error">{t('chooseOne')}</span>}
      </StepActions>
    </>
  )
}

const Loaded = () => {
  const t = useTranslations('setup.filter')
  const { data, error } = useStoredFilter()
  if (data) return <Choice stored={data} />
  return (
    <>
      {error ? <FailureNotice error={error} /> : <Busy label={t('loading')} />}
      <StepActions />
    </>
  )
}

/** Who of the people in the files is included. */
export const FilteringStep = () => {
  const t = useTranslations('setup.filter')
  return (
    <StepWithFiles id="filtering" title={t('title')}>
      <Loaded />
    </StepWithFiles>
  )
}
