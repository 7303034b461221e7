import { useLocale, useTranslations } from 'use-intl'
import { Button } from '../../ui/button.tsx'
import { download } from '../../ui/download.ts'
import { DownloadIcon } from '../../ui/icons.tsx'
import type { Connection } from '../api.ts'
import { useConnection } from '../connection.ts'
import { type ChecklistFile, checklistOf } from '../data-points/checklist.ts'
import { useFlow } from '../flow-context.ts'
import { encryptCommands } from '../sheet/commands.ts'
import { type Fact, useAlgorithmFacts, useFacts, useHostKeyFacts, usePgpFacts } from '../sheet/facts.ts'
import { useWords } from '../words.ts'
import { handoutHtml } from './handout-html.ts'

const lines = (facts: readonly Fact[]) => facts.map(({ name, value }) => [name, value] as const)

const useFileSection = () => {
  const t = useTranslations('dataPoints')
  const words = useWords()
  return (file: ChecklistFile) => ({
    heading: `${file.fileName} (${t(file.isRequired ? 'required' : 'optionalFile')})`,
    lines: file.rows
      .filter(({ isLeftOut }) => !isLeftOut)
      .map((row) => {
        const name = words.row(file.dataset, row)
        const columns = row.columns.map((column) => column.name).join(', ')
        return [row.isRequired ? `${name} (${t('required')})` : name, columns] as const
      }),
  })
}

/** The key to encrypt files with, and the commands that do. */
const usePgpSections = (connection: Connection) => {
  const t = useTranslations('sheet.pgp')
  const facts = usePgpFacts(connection.pgp)
  const { pgp, file_names } = connection
  if (!pgp) return []
  const key = [t('key'), pgp.public_key] as const
  const commands = [t('commands'), encryptCommands(pgp, file_names[0] ?? '')] as const
  return [{ heading: t('title'), lines: [...lines(facts), key, commands] }]
}

/** Everything that IT asks for, as one file: frames cannot print, and not everybody has the link. */
export const HandoutButton = () => {
  const t = useTranslations('handout')
  const language = useLocale()
  const { link, leftOut } = useFlow()
  const connection = useConnection()
  const [facts, hostKeys, algorithms] = [
    useFacts(connection),
    useHostKeyFacts(connection),
    useAlgorithmFacts(connection),
  ]
  const fileSection = useFileSection()
  const files = checklistOf(link, leftOut).filter(({ isLeftOut }) => !isLeftOut)
  const sections = [
    { heading: t('connection'), lines: lines(facts) },
    ...usePgpSections(connection),
    { heading: t('hostKeys'), lines: lines(hostKeys) },
    { heading: t('algorithms'), lines: lines(algorithms) },
    ...files.map(fileSection),
  ]
  const save = () => {
    const subtitle = t('subtitle', { organization: link.organization_name })
    download('sftp-upload.html', 'text/html', handoutHtml({ language, title: t('title'), subtitle, sections }))
  }
  return (
    <Button kind="quiet" onPress={save}>
      <DownloadIcon />
      {t('download')}
    </Button>
  )
}
