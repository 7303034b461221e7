import { readDocument } from '#core/control/documents.ts'
import { type ExportFile, ExportFileSchema, fileRank } from '#core/control/file.ts'
import type { Integration } from '#core/control/integration.ts'
import { fileKeyAt } from '#core/control/keys.ts'
import type { MappingVersion } from '#core/control/mapping-version.ts'
import { mappingNumbers, readMappingVersion } from '#core/control/mapping-versions.ts'
import { type Basis, type DatasetState, type IntegrationState, rankOf } from '#core/control/state.ts'
import { Fault } from '#core/fault.ts'
import { type Dataset, datasetTraits } from '#core/files/datasets.ts'
import type { Join } from '#core/mapping/join.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { ManifestTable } from '#core/sync/manifest-table.ts'
import { isFileOf } from './find-parts.ts'
import { readManifest } from './manifest-file.ts'

/** What a dataset was before the sync that is rolled back, and what is needed to be that again. */
export type GoesBack = {
  readonly dataset: Dataset
  readonly to: Basis
  readonly file: ExportFile
  readonly parts: readonly ExportFile[]
  readonly mapping: MappingVersion
  /** The files that count no more. */
  readonly excluded: readonly ExportFile[]
  /** What was committed then. */
  readonly earlier: ManifestTable
}

/** Why a dataset cannot go back. */
export type Obstacle =
  | 'first-load'
  | 'not-remembered'
  | 'nothing-to-undo'
  | 'several-files'
  | 'not-kept'
  | 'newer-waits'
  | 'reconfigured'

type Ports = { readonly control: Pick<ControlStore, 'get'>; readonly archive: Pick<FileStore, 'open'> }

export type Present = {
  readonly integration: Integration
  readonly state: IntegrationState
  /** The newest first. */
  readonly files: readonly ExportFile[]
}

const waiting: readonly ExportFile['state'][] = ['RECEIVED', 'ARCHIVED', 'QUEUED']

/** What stands in the way before anything is looked up. */
export const obstacleOf = (
  dataset: Dataset,
  committed: DatasetState,
  { integration, files }: Pick<Present, 'integration' | 'files'>,
): Obstacle | null => {
  const before = committed.change?.before
  if (before === null) return 'first-load'
  if (datasetTraits[dataset].mode !== 'full' || committed.chain || before?.chain) return 'several-files'
  if (!before || before.mappingVersion === 0) return 'not-remembered'
  if (mappingNumbers(integration, dataset).approved !== committed.mappingVersion) return 'reconfigured'
  const isNewer = (file: ExportFile): boolean => waiting.includes(file.state) && fileRank(file) > rankOf(committed)
  return files.some((file) => file.dataset === dataset && isNewer(file)) ? 'newer-waits' : null
}

/** The files of then; undefined when one of them is not kept. */
const filesOfThen = async (
  { control }: Ports,
  { integration, files }: Present,
  { fileId, fileOrder, files: ids = [] }: Basis,
): Promise<readonly [ExportFile, ...ExportFile[]] | undefined> => {
  const file = await readDocument(control, fileKeyAt(integration.id, fileOrder, fileId), ExportFileSchema)
  const partIds = ids.filter((id) => id !== fileId)
  const parts = files.filter(({ id, archive }) => archive !== null && partIds.includes(id))
  return file?.archive && parts.length === partIds.length ? [file, ...parts] : undefined
}

/** The files that came since and were applied: the wrong one, and whatever repeated it. */
const excludedBy = (
  dataset: Dataset,
  joins: readonly Join[],
  [file, ...parts]: readonly [ExportFile, ...ExportFile[]],
  { to, files }: { readonly to: Basis; readonly files: readonly ExportFile[] },
): readonly ExportFile[] => {
  const sinceOf = (each: ExportFile): string | undefined => {
    if (each.dataset === dataset) return rankOf(to)
    const join = joins.find((joined) => isFileOf(joined, each))
    const part = join && parts.find((then) => isFileOf(join, then))
    return part && fileRank(part)
  }
  return files.filter((each) => {
    const since = sinceOf(each)
    const isOfThen = each.id === file.id || parts.some(({ id }) => id === each.id)
    return each.state === 'ACCEPTED' && !isOfThen && since !== undefined && fileRank(each) > since
  })
}

const manifestOfThen = async (
  { archive }: Ports,
  { manifest }: Basis,
  dataset: Dataset,
): Promise<ManifestTable | undefined> => {
  try {
    return await readManifest(archive, manifest, dataset)
  } catch (error) {
    if (error instanceof Fault) return undefined
    throw error
  }
}

/** Where it stands now, in the form of then. */
const placeNow = ({ fileId, fileName, fileOrder, files = [] }: DatasetState) => ({ fileId, fileName, fileOrder, files })

/** What a dataset goes back to when its last change is undone. A sync that brought no file leaves the present ones. */
export const goesBackTo = async (
  ports: Ports,
  present: Present,
  dataset: Dataset,
  committed: DatasetState,
): Promise<GoesBack | Obstacle> => {
  const { change } = committed
  if (!change?.before) return 'not-remembered'
  const to = change.newFiles ? change.before : { ...change.before, ...placeNow(committed) }
  const { id } = present.integration
  const [files, mapping, earlier] = await Promise.all([
    filesOfThen(ports, present, to),
    readMappingVersion(ports.control, id, dataset, to.mappingVersion),
    manifestOfThen(ports, to, dataset),
  ])
  if (!files || !mapping || !earlier) return 'not-kept'
  const [file, ...parts] = files
  const isClosedBy = ({ kind, state, judgedBy }: ExportFile): boolean =>
    kind === 'manifest' && state === 'ACCEPTED' && judgedBy === change.syncId
  const excluded = change.newFiles
    ? [
        ...excludedBy(dataset, mapping.mapping.joins ?? [], files, { to, files: present.files }),
        ...present.files.filter(isClosedBy),
      ]
    : []
  return { dataset, to, file, parts, mapping, excluded, earlier }
}
