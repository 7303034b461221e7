import './mapping.css'
import { useTranslations } from 'use-intl'
import type { PartialDialect } from '#core/mapping/dialect.ts'
import { Busy } from '../ui/busy.tsx'
import { IssueList } from '../ui/issue-list.tsx'
import type { UnderstoodFile } from './client.ts'
import { DialectParts } from './dialect-parts.tsx'

type Props = {
  readonly file: UnderstoodFile
  readonly said: PartialDialect | undefined
  readonly onSay: (said: PartialDialect) => void
  readonly isReading: boolean
}

/** A file that is no table as it was found: what is wrong with it, and how it is to be read instead. */
export const UnreadFile = ({ file, said = {}, onSay, isReading }: Props) => {
  const t = useTranslations('mappingChoices.dialect')
  return (
    <section className="map-main" aria-labelledby="map-unread">
      <IssueList issues={file.issues} />
      <h2 id="map-unread">{t('unread')}</h2>
      <p className="muted">{t('unreadHelp')}</p>
      <DialectParts found={file} said={said} onChange={onSay} />
      {isReading && <Busy label={t('reading')} />}
    </section>
  )
}
