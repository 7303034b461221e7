import { useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { CodeBlock } from '../../ui/code-block.tsx'
import { CopyButton } from '../../ui/copy-button.tsx'
import { download } from '../../ui/download.ts'
import { Facts } from '../../ui/facts.tsx'
import { DownloadIcon } from '../../ui/icons.tsx'
import type { Connection } from '../api.ts'
import { encryptCommands, pgpKeyFile } from './commands.ts'
import { usePgpFacts } from './facts.ts'

type Pgp = NonNullable<Connection['pgp']>

/** What files are encrypted for, and how. */
export const PgpKey = ({ pgp, fileName }: { readonly pgp: Pgp; readonly fileName: string }) => {
  const t = useTranslations('sheet.pgp')
  return (
    <section className="stack">
      <h2>{t('title')}</h2>
      <p>{t(pgp.required ? 'required' : 'optional')}</p>
      <Facts facts={usePgpFacts(pgp)} />
      <div className="row">
        <CopyButton text={pgp.public_key} what={t('copy')} isNamed />
        <Button size="small" onPress={() => download(pgpKeyFile, 'application/pgp-keys', pgp.public_key)}>
          <DownloadIcon />
          {t('download')}
        </Button>
      </div>
      <p>{t('howTo', { file: pgpKeyFile })}</p>
      <CodeBlock text={encryptCommands(pgp, fileName)} what={t('commands')} />
    </section>
  )
}
