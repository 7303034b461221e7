import { useState } from 'react'
import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { CodeBlock } from '../../ui/code-block.tsx'
import { Select } from '../../ui/select.tsx'
import type { Connection } from '../api.ts'
import { keep, kept } from '../kept.ts'
import { opensshCommands, winscpCommands } from './commands.ts'

const GuideSchema = v.picklist([
  'generic',
  'successfactors',
  'sap_hcm',
  'workday',
  'adp',
  'personio',
  'openssh',
  'winscp',
])
type GuideId = v.InferOutput<typeof GuideSchema>

const commands: Readonly<Partial<Record<GuideId, (connection: Connection) => string>>> = {
  openssh: opensshCommands,
  winscp: winscpCommands,
}

/** How to set the upload up, for the system that the customer has. */
export const Guide = ({ connection }: { readonly connection: Connection }) => {
  const t = useTranslations('sheet')
  const [chosen, setChosen] = useState<GuideId>(() => kept('guide', GuideSchema) ?? 'generic')
  const { host, port, username, file_names } = connection
  const values = { host, port: String(port), user: username ?? '', file: file_names[0] ?? '' }
  const command = commands[chosen]?.(connection)
  const choose = (id: string): void => {
    const guide = v.parse(GuideSchema, id)
    keep('guide', guide)
    setChosen(guide)
  }
  return (
    <section className="stack">
      <div className="row spread">
        <h2>{t('guide')}</h2>
        <Select
          label={t('system')}
          options={GuideSchema.options.map((id) => ({ id, name: t(`guides.${id}.name`) }))}
          value={chosen}
          onChange={choose}
        />
      </div>
      <ol className="guide">
        {t(`guides.${chosen}.steps`, values)
          .split('\n')
          .map((step) => (
            <li key={step}>{step}</li>
          ))}
      </ol>
      {command !== undefined && <CodeBlock text={command} what={t('commands')} />}
    </section>
  )
}
