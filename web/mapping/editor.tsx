import './mapping.css'
import type { KeyboardEvent } from 'react'
import { customFieldTarget } from '#core/mapping/added-fields.ts'
import { FailureNotice } from '../ui/failure-notice.tsx'
import { IssueList } from '../ui/issue-list.tsx'
import type { MappingClient, UnderstoodFile } from './client.ts'
import { Conflict } from './conflict.tsx'
import { DialectSection } from './dialect-section.tsx'
import { EditorContext, type OwnField } from './editor-context.ts'
import { FieldList } from './field-list.tsx'
import { FurtherChoices } from './further-choices.tsx'
import { IdSection } from './id-section.tsx'
import { generalIssues } from './issue-places.ts'
import { JoinSection } from './join-section.tsx'
import { neededFields } from './needed-fields.ts'
import { PreviewPane } from './preview-pane.tsx'
import { Toolbar } from './toolbar.tsx'
import { UnusedColumns } from './unused-columns.tsx'
import type { Draft } from './use-draft.ts'
import { useJoins, withPartColumns } from './use-joins.ts'
import { usePreview } from './use-preview.ts'
import { useReading } from './use-reading.ts'

type Props = {
  readonly client: MappingClient
  readonly file: UnderstoodFile
  readonly draft: Draft
  /** The fields that may be filled; others of the mapping are shown behind them. */
  readonly fields: readonly string[]
  /** Data points that must be filled before a mapping can be approved. */
  readonly requiredPoints: readonly string[]
  readonly ownFields: readonly OwnField[]
}

/** Text fields take back what was typed in them by themselves. */
const isTyping = ({ target }: KeyboardEvent): boolean =>
  target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement

const onKeys =
  ({ store }: Draft) =>
  (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || isTyping(event)) return
    const key = event.key.toLowerCase()
    if (key !== 'z' && key !== 'y') return
    event.preventDefault()
    if (key === 'y' || event.shiftKey) store.redo()
    else store.undo()
  }

/** Says which columns of a file become which fields, with what comes of it beside it. Knows nothing of where it stands. */
export const MappingEditor = ({ client, file, draft, fields, requiredPoints, ownFields }: Props) => {
  const { present: mapping } = draft.state.history
  const preview = usePreview(client, mapping)
  const joins = useJoins(client, mapping)
  const reading = useReading(client, file, mapping.dialect)
  const readAs = reading.data && reading.data.columns.length > 0 && reading.isEnabled ? reading.data : file
  const own = ownFields.map(({ key }) => customFieldTarget(key))
  const issues = preview.data?.issues ?? []
  const context = {
    client,
    file: withPartColumns(readAs, joins),
    isRead: !reading.isFetching,
    mapping,
    change: draft.store.enter,
    fields: [...new Set([...fields, ...own, ...Object.keys(mapping.fields)])],
    ownFields,
    ...neededFields(mapping, requiredPoints),
    issues,
  }
  const general = generalIssues(mapping, issues)
  return (
    <EditorContext value={context}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: shortcuts for what the buttons do */}
      <div className="map-editor" onKeyDown={onKeys(draft)}>
        <div className="map-main">
          <Toolbar draft={draft} />
          <Conflict draft={draft} />
          {draft.state.error && <FailureNotice error={draft.state.error} />}
          {general.length > 0 && <IssueList issues={general} />}
          <DialectSection found={file} reading={reading} />
          <JoinSection found={joins} />
          <IdSection />
          <FieldList />
          <UnusedColumns />
          <FurtherChoices />
        </div>
        <PreviewPane preview={preview} />
      </div>
    </EditorContext>
  )
}
