import { datasetTraits } from '#core/files/datasets.ts'
import { hasAddedFields } from '#core/mapping/added-fields.ts'
import type { ModelId } from '#core/model/models.ts'
import type { RecordPosition, RecordPut, RecordSpace, StoredRecord } from '#core/ports/record-store.ts'
import { addedWithin, employmentsWithin, showsLess } from '#core/records/added-within.ts'
import type { JsonObject } from '#core/records/built-record.ts'
import { emptiedBody } from '#core/records/emptied.ts'
import { shownBy } from '#core/records/row-rules.ts'
import { storedBody } from '#core/records/stored-embed.ts'
import { isOff, type Scope } from '#core/scope/scope.ts'
import { bodyWithin, showing, tellsOffPoints } from '#core/scope/within-scope.ts'
import type { RebuiltDataset } from './dataset-outcome.ts'
import { spreadModel } from './gather-feed.ts'
import type { SyncPorts } from './ports.ts'
import type { StateSession } from './state-session.ts'

/** Models in which something was emptied, and when the feed shows it, epoch ms. */
export type Emptied = { readonly models: readonly ModelId[]; readonly shownAt: number }

/** For which integration, by which rules, and until when, epoch ms. */
export type Emptying = {
  readonly integrationId: string
  readonly scope: Scope
  /** Whether it may have been begun by another run. */
  readonly isResumed: boolean
  readonly stopAt: number
}

const pageSize = 500

/** Takes custom fields and columns out of a body that its record may not show any more. */
type Trim = (body: JsonObject) => JsonObject

/** Records to look through; `shown` when the rules say nothing of their own properties, only of others that they show. */
type Look = { readonly space: RecordSpace; readonly shown: boolean; readonly trim: Trim }

/** The record without what may not be stored of it; `undefined` when it holds nothing of the kind. */
const emptied = (
  scope: Scope,
  { space: { model }, shown, trim }: Look,
  record: StoredRecord,
): RecordPut | undefined => {
  const held = storedBody(record)
  const body = JSON.stringify(isOff(scope, model) ? emptiedBody(model, held) : trim(bodyWithin(scope, model, held)))
  if (body === JSON.stringify(held)) return undefined
  const { id, remoteId, deletedAt, employeeId, changedAt } = record
  return { id, remoteId, body, employeeId, deletedAt, changedAt: shown ? changedAt : 'stamp', feedAt: 'stamp' }
}

/** Answers when the feed shows it, epoch ms. What is empty already costs no write, so another run gets further. */
const emptyModel = async (
  { records, now }: SyncPorts,
  session: StateSession,
  look: Look,
  { scope, stopAt }: Emptying,
): Promise<number | 'put-off'> => {
  const { space } = look
  let shownAt = 0
  let from: RecordPosition | undefined
  do {
    const page = await records.list(space, from, { records: pageSize })
    const puts = page.records.flatMap((record) => emptied(scope, look, record) ?? [])
    if (puts.length > 0) {
      const stamps = await records.write(space, puts, await session.extend())
      shownAt = stamps.values().reduce((latest, stamp) => Math.max(latest, stamp), shownAt)
    }
    from = page.next
    if (from && puts.length > 0 && now() >= stopAt) return 'put-off'
  } while (from)
  return shownAt
}

type Ruled = Pick<RebuiltDataset, 'dataset' | 'committed' | 'configuration'>

/** Whether the files of a dataset give the records of a model. */
const isOwn = ({ dataset }: Pick<Ruled, 'dataset'>, model: ModelId): boolean =>
  model === datasetTraits[dataset].model || datasetTraits[dataset].derived.includes(model)

/** Models whose records may hold what the rules of a dataset turn off, when these were others before. */
const modelsToEmpty = ({ dataset, committed, configuration }: Ruled, scope: Scope): readonly ModelId[] => {
  if (!committed || committed.configuration === configuration) return []
  const { model, derived } = datasetTraits[dataset]
  const losing = showsLess(shownBy(committed.configuration ?? ''), shownBy(configuration))
    ? [model, ...showing(model)]
    : []
  return [...new Set([model, ...derived, ...showing(model)])].filter(
    (each) => tellsOffPoints(scope, each) || losing.includes(each),
  )
}

/** Only its own records, and employees who show its employments, have room for what the rules of a dataset add. */
const trimOf = ({ dataset, configuration }: Ruled, model: ModelId): Trim => {
  const shown = shownBy(configuration)
  if (model === datasetTraits[dataset].model && hasAddedFields(model)) return (body) => addedWithin(body, shown)
  if (dataset === 'employments' && model === 'hris_employees') return (body) => employmentsWithin(body, shown)
  return (body) => body
}

/** Whether records of a dataset that no file gives will be emptied in part. */
export const emptiesOffPoints = (ruled: Ruled, scope: Scope): boolean => modelsToEmpty(ruled, scope).length > 0

/**
 * Empties what was turned off in records that no file gives any more, or not readably: those whose removal is held, those that were
 * removed, those of quarantined rows. A dataset is looked through once, by the sync that first builds it by other rules.
 */
export const emptyOffPoints = async (
  ports: SyncPorts,
  session: StateSession,
  emptying: Emptying,
  rebuilt: readonly RebuiltDataset[],
): Promise<Emptied | 'put-off'> => {
  const { integrationId, scope, isResumed } = emptying
  const models: ModelId[] = []
  let shownAt = 0
  for (const ruled of rebuilt)
    for (const each of modelsToEmpty(ruled, scope)) {
      const { rows = 0 } = session.state().generations[each] ?? {}
      await spreadModel(session, each, rows, ports.now())
      const generation = session.state().generations[each]
      if (!generation) continue
      const space = { integrationId, model: each, ...generation }
      const look = { space, shown: !isOwn(ruled, each), trim: trimOf(ruled, each) }
      const latest = await emptyModel(ports, session, look, emptying)
      if (latest === 'put-off') return latest
      // A run before this one may have emptied some.
      if (latest > 0 || isResumed) models.push(each)
      shownAt = Math.max(shownAt, latest)
    }
  return { models, shownAt }
}
