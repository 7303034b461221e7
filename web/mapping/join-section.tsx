import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { namesPart } from '#core/files/file-name.ts'
import { type Join, partFileName } from '#core/mapping/join.ts'
import { Busy } from '../ui/busy.tsx'
import { IconButton } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { AddFile } from './add-file.tsx'
import type { FileColumn, JoinLook } from './client.ts'
import { useEditor } from './editor-context.ts'
import { joinsOf, withJoinAt, withoutJoin } from './join-edits.ts'
import { JoinKeys } from './join-keys.tsx'
import { JoinProof, JoinTroubles } from './join-proof.tsx'
import { PartChoices } from './part-choices.tsx'
import type { FoundJoins } from './use-joins.ts'
import { WaitingChoice } from './waiting-choice.tsx'

const isOfFile = ({ files }: Join, name: string): boolean => namesPart(files, name)

/** The columns that a file can be joined by: those of the main file, and of files that are joined before it. */
const columnsBefore = (columns: readonly FileColumn[], later: readonly Join[]): readonly FileColumn[] =>
  columns.filter(({ name }) => !later.some((join) => name.startsWith(`${join.name}.`)))

type JoinedProps = {
  readonly join: Join
  readonly at: number
  readonly look: JoinLook
  readonly onRemoved: () => void
}

const JoinedFile = ({ join, at, look, onRemoved }: JoinedProps) => {
  const t = useTranslations('mapping.joins')
  const { mapping, change, file } = useEditor()
  const found = look.files.find(({ name }) => isOfFile(join, name))
  const part = look.parts.find(({ name }) => name === join.name)
  const fileName = found?.name ?? partFileName(join)
  const mainColumns = columnsBefore(file.columns, joinsOf(mapping).slice(at))
  return (
    <li className="map-join stack" aria-label={fileName}>
      <div className="row spread">
        <strong>{fileName}</strong>
        <IconButton
          label={t('remove', { file: fileName })}
          onPress={() => {
            change(withoutJoin(mapping, join))
            onRemoved()
          }}
        >
          <CloseIcon />
        </IconButton>
      </div>
      <JoinKeys
        join={join}
        fileName={fileName}
        mainName={file.file_name}
        columns={found?.columns ?? []}
        mainColumns={mainColumns}
        onChange={(next) => change(withJoinAt(mapping, at, next))}
      />
      {part && <JoinProof part={part} rows={look.rows} />}
      <PartChoices join={join} at={at} found={found} mainColumns={mainColumns} />
    </li>
  )
}

/** Other files whose columns belong to the same people, and the columns by which their rows are found. */
export const JoinSection = ({ found }: { readonly found: FoundJoins }) => {
  const t = useTranslations('mapping.joins')
  const { mapping } = useEditor()
  const { data: look, error, isFetching } = found
  // What was pressed goes with its file, or what it was typed in: the keyboard goes on from the title.
  const title = useRef<HTMLHeadingElement>(null)
  const goToTitle = () => title.current?.focus()
  return (
    <section className="stack" aria-labelledby="map-joins">
      <h2 id="map-joins" ref={title} tabIndex={-1}>
        {t('title')}
      </h2>
      <p className="muted">{t('help')}</p>
      {look && joinsOf(mapping).length > 0 && (
        <ul className="map-rows">
          {joinsOf(mapping).map((join, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: names change while they are entered
            <JoinedFile key={at} join={join} at={at} look={look} onRemoved={goToTitle} />
          ))}
        </ul>
      )}
      {isFetching && <Busy label={t('checking')} />}
      {error && <FailureNotice error={error} />}
      {look && <JoinTroubles look={look} />}
      {look && <AddFile look={look} onAdded={goToTitle} />}
      {joinsOf(mapping).length > 0 && <WaitingChoice />}
    </section>
  )
}
