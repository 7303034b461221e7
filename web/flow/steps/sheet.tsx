import { useTranslations } from 'use-intl'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Facts } from '../../ui/facts.tsx'
import { StepTitle } from '../../ui/step-title.tsx'
import { useConnection } from '../connection.ts'
import { HandoutButton } from '../handout/handout-button.tsx'
import { useAlgorithmFacts, useFacts, useHostKeyFacts } from '../sheet/facts.ts'
import { Guide } from '../sheet/guide.tsx'
import { StepActions } from '../step-actions.tsx'

/** Everything that is entered in the HR system, for whoever enters it. */
export const SheetStep = () => {
  const t = useTranslations('sheet')
  const connection = useConnection()
  const facts = useFacts(connection)
  const hostKeys = useHostKeyFacts(connection)
  const algorithms = useAlgorithmFacts(connection)
  return (
    <>
      <StepTitle>{t('title')}</StepTitle>
      <p>{t('intro')}</p>
      <Facts facts={facts} />
      <Guide connection={connection} />
      <Disclosure title={t('hostKeys')}>
        <p>{t('hostKeysHelp')}</p>
        <Facts facts={hostKeys} />
      </Disclosure>
      <Disclosure title={t('algorithms')}>
        <Facts facts={algorithms} />
      </Disclosure>
      <StepActions>
        <HandoutButton />
      </StepActions>
    </>
  )
}
