import { useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { FailureNotice } from '../../ui/failure-notice.tsx'
import { pageSettings } from '../page-settings.ts'
import { OwnFields } from '../setup/own-fields.tsx'
import { StepWithFiles } from '../setup/step-with-files.tsx'
import { useConfirm } from '../setup/use-confirm.ts'
import { useCustomFields } from '../setup/wishes.ts'
import { StepActions } from '../step-actions.tsx'

/** Each choice is saved when it is made. */
const nothingLeft = async (): Promise<void> => undefined

const Fields = () => {
  const t = useTranslations('setup.fields')
  const { data, error } = useCustomFields()
  const confirm = useConfirm('field_mapping', nothingLeft)
  return (
    <>
      <p>{t('intro', { vendor: pageSettings.name ?? t('vendor') })}</p>
      {error && <FailureNotice error={error} />}
      {data ? <OwnFields {...data} /> : <Busy label={t('loading')} />}
      <StepActions onPress={() => confirm.mutate()} isPending={confirm.isPending} error={confirm.error} />
    </>
  )
}

/** The columns that fill the vendor's own fields. */
export const FieldMappingStep = () => {
  const t = useTranslations('setup.fields')
  return (
    <StepWithFiles id="field_mapping" title={t('title')}>
      <Fields />
    </StepWithFiles>
  )
}
