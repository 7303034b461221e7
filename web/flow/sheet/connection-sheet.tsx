import { useTranslations } from 'use-intl'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Facts } from '../../ui/facts.tsx'
import { useConnection } from '../connection.ts'
import { useAlgorithmFacts, useFacts, useHostKeyFacts } from './facts.ts'
import { Guide } from './guide.tsx'
import { PgpKey } from './pgp-key.tsx'

/** Everything that is entered in the HR system, for whoever enters it. */
export const ConnectionSheet = () => {
  const t = useTranslations('sheet')
  const connection = useConnection()
  const facts = useFacts(connection)
  const hostKeys = useHostKeyFacts(connection)
  const algorithms = useAlgorithmFacts(connection)
  return (
    <>
      <p>{t('intro')}</p>
      <Facts facts={facts} />
      {connection.pgp && <PgpKey pgp={connection.pgp} fileName={connection.file_names[0] ?? ''} />}
      <Guide connection={connection} />
      <Disclosure title={t('hostKeys')}>
        <p>{t('hostKeysHelp')}</p>
        <Facts facts={hostKeys} />
      </Disclosure>
      <Disclosure title={t('algorithms')}>
        <Facts facts={algorithms} />
      </Disclosure>
    </>
  )
}
