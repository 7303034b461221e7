import { useRef } from 'react'
import { useTranslations } from 'use-intl'
import { namesPart } from '#core/files/file-name.ts'
import { type Join, maxJoins, partFileName } from '#core/mapping/join.ts'
import { Busy } from '../ui/busy.tsx'
import { IconButton } from '../ui/button.tsx'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { CloseIcon } from '../ui/icons.tsx'
import { Picker } from '../ui/picker.tsx'
import type { FileColumn, JoinLook } from './client.ts'
import { useEditor } from './editor-context.ts'
import { joinsOf, withFile, withJoinAt, withoutJoin } from './join-edits.ts'
import { JoinKeys } from './join-keys.tsx'
import { JoinProof, JoinTroubles } from './join-proof.tsx'
import { useFind } from './use-find.ts'
import type { FoundJoins } from './use-joins.ts'

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
        mainColumns={columnsBefore(file.columns, joinsOf(mapping).slice(at))}
        onChange={(next) => change(withJoinAt(mapping, at, next))}
      />
      {part && <JoinProof part={part} rows={look.rows} />}
    </li>
  )
}

const AddFile = ({ look }: { readonly look: JoinLook }) => {
  const t = useTranslations('mapping.joins')
  const find = useFind()
  const { mapping, change, file } = useEditor()
  const joins = joinsOf(mapping)
  const free = look.files.filter(
    ({ name, columns }) => columns.length > 0 && !joins.some((join) => isOfFile(join, name)),
  )
  if (joins.length >= maxJoins) return null
  if (free.length === 0) return joins.length > 0 ? null : <p className="muted">{t('none')}</p>
  return (
    <Picker
      label={t('add')}
      options={free.map(({ file_id: id, name, columns }) => ({
        id,
        name,
        hint: columns.map((column) => column.name).join(', '),
      }))}
      value={null}
      placeholder={t('add')}
      find={find}
      onChange={(id) => {
        const chosen = free.find((each) => each.file_id === id)
        const header = file.columns.map(({ name }) => name)
        if (chosen) change(withFile(mapping, chosen, header))
      }}
    />
  )
}

/** Other files whose columns belong to the same people, and the columns by which their rows are found. */
export const JoinSection = ({ found }: { readonly found: FoundJoins }) => {
  const t = useTranslations('mapping.joins')
  const { mapping } = useEditor()
  const { data: look, error, isFetching } = found
  // What was pressed goes with its file: the keyboard goes on from the title.
  const title = useRef<HTMLHeadingElement>(null)
  return (
    <section className="stack" aria-labelledby="map-joins">
      <h2 id="map-joins" ref={title} tabIndex={-1}>
        {t('title')}
      </h2>
      <p className="muted">{t('help')}</p>
      {look && joinsOf(mapping).length > 0 && (
        <ul className="map-rows">
          {joinsOf(mapping).map((join, at) => (
            <JoinedFile key={join.name} join={join} at={at} look={look} onRemoved={() => title.current?.focus()} />
          ))}
        </ul>
      )}
      {isFetching && <Busy label={t('checking')} />}
      {error && <FailureNotice error={error} />}
      {look && <JoinTroubles look={look} />}
      {look && <AddFile look={look} />}
    </section>
  )
}
