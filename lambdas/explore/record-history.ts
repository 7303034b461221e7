import * as v from 'valibot'
import { readCursor, writeCursor } from '#core/api/cursor.ts'
import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import type { ExportFile } from '#core/control/file.ts'
import { type Integration, timeZoneOf } from '#core/control/integration.ts'
import type { IntegrationState } from '#core/control/state.ts'
import { datasets, datasetTraits } from '#core/files/datasets.ts'
import { dayIn } from '#core/values/zoned-day.ts'
import { changesBetween, mappedRecord, type Said } from './mapped-record.ts'
import type { ExplorePorts } from './ports.ts'
import { appliedFiles, type Committed, readingOf } from './readings.ts'
import { rowsInFile, type Sought } from './rows-in-file.ts'

/** What is read while somebody waits: so many files, and for so long. */
const maxFiles = 10
const filesMs = 12_000

/** A file and what it says; a word where nobody could look into it. */
type Looked = { readonly file: ExportFile; readonly said: Said | 'unreadable' | 'not_kept' | 'late' }

const lookInto = async (
  ports: ExplorePorts,
  integration: Integration,
  file: ExportFile,
  { reading, sought, stopAt }: { readonly reading: Committed; readonly sought: Sought; readonly stopAt: number },
): Promise<Looked['said']> => {
  if (!file.archive) return 'not_kept'
  if (ports.system.clock() > stopAt) return 'late'
  const found = await rowsInFile(ports, file, reading, sought, stopAt)
  if (found.kind !== 'read') return found.kind
  const day = dayIn(file.eventTime, timeZoneOf(integration))
  return (await mappedRecord(reading, found, day)) ?? 'unreadable'
}

/** Equal bytes say the same. */
const isRepetition = (file: ExportFile, newer: ExportFile | undefined): boolean =>
  file.checksum !== undefined && file.checksum === newer?.checksum && file.archive !== null

type Stretch = { readonly looked: readonly Looked[]; readonly next: ExportFile | undefined }

/** Looks into files from the newest one, or from `from` on. Behind the last one that is shown, one more is read to compare it with. */
const lookBack = async (
  ports: ExplorePorts,
  integration: Integration,
  reading: Committed,
  sought: Sought,
  from: string,
): Promise<Stretch> => {
  const stopAt = ports.system.clock() + filesMs
  const looked: Looked[] = []
  let isThere = from === ''
  for await (const file of appliedFiles(ports, integration.id, reading.dataset)) {
    isThere ||= file.id === from
    if (!isThere) continue
    const newer = looked.at(-1)
    const said =
      newer && isRepetition(file, newer.file)
        ? newer.said
        : await lookInto(ports, integration, file, { reading, sought, stopAt })
    // What there was no time for begins the next stretch, unless not even the first file could be read.
    if (said === 'late' && looked.length > 1) return { looked, next: newer?.file }
    looked.push({ file, said })
    if (said === 'late' || said === 'not_kept') return { looked, next: undefined }
    if (looked.length > maxFiles) return { looked, next: file }
  }
  return { looked, next: undefined }
}

const stateOf = (said: Looked['said'], changes: number, hasOlder: boolean) => {
  if (typeof said === 'string') return said
  if (said.kind !== 'said') return said.kind
  if (!hasOlder) return 'first'
  return changes > 0 ? 'changed' : 'same'
}

const shown = ({ file, said }: Looked, older: readonly Looked[]) => {
  const before = older.map((each) => each.said).find((each) => typeof each !== 'string' && each.kind === 'said')
  const isSaid = typeof said !== 'string' && said.kind === 'said'
  const isCompared = isSaid && before !== undefined && typeof before !== 'string' && before.kind === 'said'
  const changes = isCompared ? changesBetween(before.values, said.values) : []
  return {
    file_id: file.id,
    file_name: file.name,
    received_at: isoTime(file.receivedAt),
    applied_at: isoTimeIfAny(file.judgedAt ?? null),
    sync_id: file.judgedBy ?? null,
    state: stateOf(said, changes.length, isCompared),
    row: typeof said !== 'string' && said.kind !== 'absent' ? said.row : null,
    changes,
    issues: typeof said !== 'string' && said.kind === 'unusable' ? said.issues : [],
  }
}

/** What the files that are kept said of a record, newest first; undefined where the cursor is none of this list. */
export const recordHistory = async (
  ports: ExplorePorts,
  integration: Integration,
  state: IntegrationState,
  sought: Sought,
  cursor: string,
) => {
  const scope = { integrationId: integration.id, endpoint: `history ${sought.model} ${sought.id}`, filters: {} }
  const from = cursor === '' ? '' : readCursor(ports.system, scope, cursor, v.string())
  if (from === undefined) return undefined
  const dataset = datasets.find((each) => datasetTraits[each].model === sought.model)
  const reading = dataset && (await readingOf(ports, integration, state, dataset))
  if (!reading) return { next: null, mapping_version: null, results: [] }
  const { looked, next } = await lookBack(ports, integration, reading, sought, from)
  const listed = next ? looked.slice(0, -1) : looked
  return {
    next: next ? writeCursor(ports.system, scope, next.id) : null,
    mapping_version: reading.version,
    results: listed.map((each, index) => shown(each, looked.slice(index + 1))),
  }
}
