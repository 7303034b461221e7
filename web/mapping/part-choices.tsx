import { useTranslations } from 'use-intl'
import * as v from 'valibot'
import { claimOf } from '#core/files/file-name.ts'
import { FilesSchema, type Join, JoinSchema, partColumn, partFileName } from '#core/mapping/join.ts'
import type { FileColumn, JoinableFile } from './client.ts'
import { CurrentChoice } from './current-choice.tsx'
import { DialectParts } from './dialect-parts.tsx'
import { useEditor } from './editor-context.ts'
import { FlagEntry } from './flag-entry.tsx'
import { joinsOf, withJoinAt, withOnly, withPartCurrent, withPartDialect, withPartName } from './join-edits.ts'
import { MoreChoices } from './more-choices.tsx'
import { PartDay } from './part-day.tsx'
import { TextEntry } from './text-entry.tsx'

/** What is wrong with the word that files of a part are named by. */
export const useProblemWithFiles = (others: readonly Join[]) => {
  const t = useTranslations('mappingChoices.files')
  return (text: string): string | undefined => {
    const files = text.trim()
    if (!v.is(FilesSchema, files)) return t('badName')
    if (claimOf(partFileName({ files })).kind !== 'unclaimed') return t('claimed')
    return others.some((join) => join.files.toLowerCase() === files.toLowerCase()) ? t('joinedTwice') : undefined
  }
}

type Props = {
  readonly join: Join
  readonly at: number
  readonly found: JoinableFile | undefined
  readonly mainColumns: readonly FileColumn[]
}

/** What files of the part, and its columns, are called by. */
const Names = ({ join, at }: Pick<Props, 'join' | 'at'>) => {
  const t = useTranslations('mappingChoices.joins')
  const files = useTranslations('mappingChoices.files')
  const { mapping, change } = useEditor()
  const others = joinsOf(mapping).filter((each) => each !== join)
  const problemWithFiles = useProblemWithFiles(others)
  const problemWithName = (text: string): string | undefined => {
    if (!v.is(JoinSchema.entries.name, text.trim())) return t('badName')
    return others.some(({ name }) => name.toLowerCase() === text.trim().toLowerCase()) ? t('nameTwice') : undefined
  }
  return (
    <div className="map-pair">
      <TextEntry
        label={files('word')}
        help={files('wordHelp')}
        value={join.files}
        problemWith={problemWithFiles}
        onEnter={(text) => change(withJoinAt(mapping, at, { ...join, files: text.trim() }))}
      />
      <TextEntry
        label={t('name')}
        help={t('nameHelp', { column: partColumn(join, join.key[0] ?? '') })}
        value={join.name}
        problemWith={problemWithName}
        onEnter={(text) => change(withPartName(mapping, at, text.trim()))}
      />
    </div>
  )
}

const nothingFound = { dialect: null, evidence: [], tables: [] }

const saysMore = ({ only, current, day, dialect }: Join): boolean => [only, current, day, dialect].some(Boolean)

/** What a joined file is called, which of its rows count, and how it is read. */
export const PartChoices = ({ join, at, found, mainColumns }: Props) => {
  const t = useTranslations('mappingChoices.joins')
  const { mapping, change } = useEditor()
  const enter = (next: Join): void => change(withJoinAt(mapping, at, next))
  const columns = found?.columns ?? []
  // What counts is chosen among all rows.
  const look = {
    addressOf: (column: string) => partColumn(join, column),
    as: withJoinAt(mapping, at, withOnly(withPartCurrent(join, undefined), undefined)),
  }
  return (
    <MoreChoices title={t('more', { name: join.name })} isSaid={saysMore(join)}>
      <Names join={join} at={at} />
      <FlagEntry
        label={t('only')}
        help={t('onlyHelp')}
        none={t('all')}
        columns={columns}
        value={join.only}
        look={look}
        onChange={(only) => enter(withOnly(join, only))}
      />
      <h4>{t('several')}</h4>
      <p className="muted">{t('severalHelp')}</p>
      <CurrentChoice
        columns={columns}
        current={join.current}
        look={look}
        onChange={(current) => enter(withPartCurrent(join, current))}
      />
      <PartDay join={join} columns={mainColumns} onChange={enter} />
      <h4>{t('dialect')}</h4>
      <DialectParts
        found={found ?? nothingFound}
        said={join.dialect ?? {}}
        onChange={(dialect) => enter(withPartDialect(join, dialect))}
      />
    </MoreChoices>
  )
}
