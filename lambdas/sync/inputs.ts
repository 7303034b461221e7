import { listDocuments, readDocument } from '#core/control/documents.ts'
import { brokeOff, byRank, type ExportFile, ExportFileSchema, fileRank } from '#core/control/file.ts'
import { type Integration, openStepsOf } from '#core/control/integration.ts'
import { fileKeyAt, filePartition, mappingKey } from '#core/control/keys.ts'
import { MappingVersionSchema } from '#core/control/mapping-version.ts'
import { type DatasetState, type Generation, type IntegrationState, rankOf } from '#core/control/state.ts'
import type { SyncMessage } from '#core/deployment/queues.ts'
import { buildOrder, type Dataset, type DatasetMode, datasetTraits, modeOf } from '#core/files/datasets.ts'
import { syncIdOfFile } from '#core/ids/base58.ts'
import type { Join } from '#core/mapping/join.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { setBrokenAside } from './broken-uploads.ts'
import { type Chain, readChain } from './delta-chain.ts'
import { isFileOf } from './find-parts.ts'
import { borrows, mainFiles, worthATrial } from './main-files.ts'
import { type SetManifests, setManifests } from './set-manifests.ts'

/** A mapping that may be used, or the fact that there is none yet. */
export type MappingInUse =
  | { readonly kind: 'approved'; readonly version: number; readonly mapping: Mapping }
  | { readonly kind: 'none' }

/** The files of a part, newest first. */
export type PartInputs = {
  readonly join: Join
  /** Those that could be read with the main file, down to the newest that a sync has accepted. */
  readonly files: readonly ExportFile[]
  /** Files that wait although a newer one has been accepted already. */
  readonly late: readonly ExportFile[]
  /** The one that the committed state was built from. */
  readonly current: ExportFile | undefined
}

/** What a dataset could be built from, best first. */
export type DatasetInputs = {
  readonly dataset: Dataset
  /** Files to be refused, whatever they hold: their upload broke off. */
  readonly broken: readonly ExportFile[]
  readonly committed: DatasetState | undefined
  /** Files that wait for a sync and are newer than the committed one, in the order in which to try them. */
  readonly candidates: readonly ExportFile[]
  /** Files that wait although a newer one is committed already. */
  readonly late: readonly ExportFile[]
  /** Files that syncs have accepted, newest first. */
  readonly accepted: readonly ExportFile[]
  /** The file that the committed state was built from. */
  readonly current: ExportFile | undefined
  /** All files that it was built from, oldest first, where they build on each other; else that one. */
  readonly chain: Chain
  /** Of the further files that its mapping joins its file with. */
  readonly parts: readonly PartInputs[]
  /** Manifests that its files wait for; undefined where they do not. */
  readonly manifests: SetManifests | undefined
  readonly mapping: MappingInUse
  /** Where the records of its model are; `undefined` before the first. */
  readonly generation: Generation | undefined
}

/** So many files are looked through for those that wait; an integration that pushes ten a day fills this in three months. */
const maxFilesSearched = 1_000

/** So many files of a part are tried. */
const maxPartFiles = 10

/** The files of an integration, the newest first. */
export const recentFiles = async (
  control: Pick<ControlStore, 'query'>,
  integrationId: string,
): Promise<readonly ExportFile[]> => {
  const files: ExportFile[] = []
  for await (const file of listDocuments(
    control,
    { ...filePartition(integrationId), descending: true },
    ExportFileSchema,
  )) {
    files.push(file)
    if (files.length === maxFilesSearched) break
  }
  return files.toSorted(byRank).toReversed()
}

const mappingInUse = async (
  control: ControlStore,
  integration: Integration,
  dataset: Dataset,
): Promise<MappingInUse> => {
  // Before the customer has confirmed whom and what the files may bring, nothing of them is stored.
  if (openStepsOf(integration).length > 0) return { kind: 'none' }
  const version = integration.mappings[dataset]?.approved ?? 0
  if (version === 0) return { kind: 'none' }
  const document = await readDocument(control, mappingKey(integration.id, dataset, version), MappingVersionSchema)
  return document ? { kind: 'approved', version, mapping: document.mapping } : { kind: 'none' }
}

/** What files of a dataset hold unless their names say something else. */
export const modeInUse = (dataset: Dataset, mapping: MappingInUse): DatasetMode =>
  modeOf(dataset, mapping.kind === 'approved' ? mapping.mapping : undefined)

/** Of full files the newest counts; files that cover a window each are applied together, oldest first. */
const inOrderOfTrial = (
  dataset: Dataset,
  mapping: MappingInUse,
  newestFirst: readonly ExportFile[],
): readonly ExportFile[] => (modeInUse(dataset, mapping) === 'window' ? newestFirst.toReversed() : newestFirst)

export type SyncCause = Pick<SyncMessage, 'syncId' | 'reason'> & {
  /** All that may wait for it; undefined: whatever does. */
  readonly files?: ReadonlySet<string>
}

const triesAgain: readonly SyncMessage['reason'][] = ['mapping', 'filter', 'fields', 'identity']

/** A file that one mapping could not read, or one filter not judge, may be good under the next; one that a guard held is, if somebody says so. */
const mayBeTriedAgain = ({ state, archive, releasedAt }: ExportFile, { reason }: SyncCause): boolean =>
  state === 'REFUSED' &&
  archive !== null &&
  (triesAgain.includes(reason) || (reason === 'removals' && releasedAt !== undefined))

/**
 * `receive` notes QUEUED only after it has sent the file's own sync, which may run before that. To any other sync an archived file
 * does not exist yet: taking it would leave what `receive` still has to do undone.
 */
const isWaiting = (file: ExportFile, cause: SyncCause): boolean => {
  const { state, id, receivedAt } = file
  const { syncId, files } = cause
  if (files && !files.has(id)) return false
  if (state === 'ARCHIVED') return syncIdOfFile(receivedAt, id) === syncId
  return state === 'QUEUED' || mayBeTriedAgain(file, cause)
}

/** Files that came before they were joined to anything, or borrowed, count as well. */
const isUsable = (file: ExportFile, cause: SyncCause): boolean => {
  if (isWaiting(file, cause)) return true
  const hasCome = file.state === 'ACCEPTED' || file.state === 'IGNORED'
  return hasCome && file.archive !== null && (cause.files?.has(file.id) ?? true)
}

const partInputs = (
  files: readonly ExportFile[],
  cause: SyncCause,
  mapping: MappingInUse,
  committed: DatasetState | undefined,
  isBroken = false,
): readonly PartInputs[] => {
  const joins = mapping.kind === 'approved' ? (mapping.mapping.joins ?? []) : []
  return joins.map((join) => {
    const ofPart = files.filter((file) => isFileOf(join, file))
    // A partial upload that was applied may have overtaken the very one that its sender uploaded before it.
    const wasBroken = ofPart.some((file) => brokeOff(file) && file.state === 'ACCEPTED')
    const isLeft = (file: ExportFile): boolean => cause.files !== undefined || !brokeOff(file) === !isBroken
    const mayReplace = ({ state, id }: ExportFile): boolean =>
      wasBroken && !isBroken && state === 'SUPERSEDED' && (cause.files?.has(id) ?? true)
    const usable = ofPart.filter((file) => isLeft(file) && (isUsable(file, cause) || mayReplace(file)))
    const accepted = usable.findIndex(({ state }) => state === 'ACCEPTED')
    const end = Math.min(accepted < 0 ? usable.length : accepted + 1, maxPartFiles)
    return {
      join,
      files: usable.slice(0, end),
      late: usable.slice(end).filter((file) => isWaiting(file, cause)),
      current: usable.find(({ id }) => committed?.files?.includes(id)),
    }
  })
}

const manifestsOf = (
  files: readonly ExportFile[],
  dataset: Dataset,
  mapping: MappingInUse,
  cause: SyncCause,
): SetManifests | undefined =>
  mapping.kind === 'approved'
    ? setManifests(files, dataset, mapping.mapping, (file) => isWaiting(file, cause))
    : undefined

type MainFilesOf = Pick<DatasetInputs, 'dataset' | 'mapping' | 'committed'> & { readonly integrationId: string }

/** The main files of a dataset, newest first, those that it may be built from, and the one that it was built from. */
const findMainFiles = async (
  control: Pick<ControlStore, 'get'>,
  files: readonly ExportFile[],
  cause: SyncCause,
  { integrationId, dataset, mapping, committed }: MainFilesOf,
) => {
  const inUse = mapping.kind === 'approved' ? mapping.mapping : undefined
  const isMain = mainFiles(dataset, inUse)
  const ofDataset = files.filter(isMain)
  const key = committed && fileKeyAt(integrationId, committed.fileOrder, committed.fileId)
  const built = key && (await readDocument(control, key, ExportFileSchema))
  const isOfOthers = built !== undefined && !isMain(built)
  const isNewer = (file: ExportFile): boolean =>
    committed === undefined || isOfOthers || fileRank(file) > rankOf(committed)
  return {
    ofDataset,
    current: isOfOthers ? undefined : built,
    isNewer,
    waiting: borrows(inUse)
      ? worthATrial(ofDataset.filter((file) => isNewer(file) && isUsable(file, cause)))
      : ofDataset.filter((file) => isWaiting(file, cause)),
  }
}

/** Looks up, for every dataset, what it was built from and what it could be built from now. */
export const findInputs = async (
  control: ControlStore,
  integration: Integration,
  state: IntegrationState,
  cause: SyncCause,
): Promise<readonly DatasetInputs[]> => {
  const files = await recentFiles(control, integration.id)
  return Promise.all(
    buildOrder.map(async (dataset) => {
      const committed = state.datasets[dataset]
      const mapping = await mappingInUse(control, integration, dataset)
      const { ofDataset, current, waiting, isNewer } = await findMainFiles(control, files, cause, {
        integrationId: integration.id,
        dataset,
        mapping,
        committed,
      })
      const inputs: DatasetInputs = {
        dataset,
        broken: [],
        committed,
        candidates: inOrderOfTrial(dataset, mapping, waiting.filter(isNewer)),
        late: waiting.filter((file) => !isNewer(file) && file.id !== committed?.fileId),
        accepted: ofDataset.filter((file) => file.state === 'ACCEPTED'),
        current,
        chain: await readChain(control, integration.id, committed?.chain, current),
        parts: partInputs(files, cause, mapping, committed),
        manifests: manifestsOf(files, dataset, mapping, cause),
        mapping,
        generation: state.generations[datasetTraits[dataset].model],
      }
      // What a plan was made of, it is finished with.
      if (cause.files) return inputs
      const brokenParts = partInputs(files, cause, mapping, committed, true)
      const parts = brokenParts.flatMap((part) => [...part.files, ...part.late])
      const broken = [...parts, ...(inputs.manifests?.broken ?? [])]
      return {
        ...inputs,
        ...setBrokenAside(inputs, committed?.chain ? 'delta' : modeInUse(dataset, mapping), ofDataset, broken),
      }
    }),
  )
}
