import { type ExportFile, fileRank } from '#core/control/file.ts'
import { listedNames } from '#core/files/file-name.ts'
import type { RefusedFile } from './dataset-outcome.ts'
import { readFileList } from './read-file-list.ts'
import { isUnheeded, type SetManifests } from './set-manifests.ts'

/** What one manifest comes to. */
type ManifestSet = {
  readonly manifest: ExportFile
  /** Names of listed files that have not come. */
  readonly missing: readonly string[]
  /** Files that spoil it, of which no other has come since. */
  readonly spoilt: readonly ExportFile[]
  /** Whether everything in it has come and can be used. */
  readonly isComplete: boolean
  readonly has: (file: ExportFile) => boolean
}

export type Sets = {
  /** Newest first. */
  readonly sets: readonly ManifestSet[]
  /** Manifests that cannot be read. */
  readonly refused: readonly RefusedFile[]
}

const isAfter = (file: ExportFile, other: ExportFile | undefined): boolean =>
  other === undefined || fileRank(file) > fileRank(other)

const isNamed =
  (name: string) =>
  ({ name: path }: ExportFile): boolean =>
    listedNames(path).includes(name)

/**
 * The set of a manifest that lists names: of each the newest file before it that no manifest before has closed, else the first behind
 * it, as long as no sync has heeded it.
 */
const listedSet = (
  { come }: SetManifests,
  manifest: ExportFile,
  before: ExportFile | undefined,
  names: readonly string[],
): ManifestSet => {
  const isTaken = ({ judgedBy }: ExportFile): boolean => judgedBy !== undefined && judgedBy === before?.judgedBy
  const open = come.filter((file) => isAfter(file, before) && !isTaken(file))
  const fileOf = (name: string): ExportFile | undefined => {
    const named = open.filter(isNamed(name))
    const late = isUnheeded(manifest) ? named.findLast((file) => isAfter(file, manifest)) : undefined
    return named.find((file) => isAfter(manifest, file)) ?? late
  }
  const files = names.map((name) => ({ name, file: fileOf(name) }))
  const ids = new Set(files.map(({ file }) => file?.id))
  const missing = files.filter(({ file }) => file === undefined).map(({ name }) => name)
  return { manifest, missing, spoilt: [], isComplete: missing.length === 0, has: ({ id }) => ids.has(id) }
}

/** The set of a manifest that lists nothing: whatever came before it. One newest file that cannot be used spoils it. */
const wholeSet = (
  { come, spoilt, kinds }: SetManifests,
  manifest: ExportFile,
  before: ExportFile | undefined,
): ManifestSet => {
  const has = (file: ExportFile): boolean => isAfter(manifest, file)
  const spoiling = kinds.flatMap((isOfKind, index) => {
    const [bad] = spoilt[index]?.filter((file) => has(file) && isAfter(file, before)) ?? []
    const since = come.filter((file) => isOfKind(file) && isAfter(file, bad))
    return bad && !since.some(has) ? [{ bad, isReplaced: since.length > 0 }] : []
  })
  const unreplaced = spoiling.filter(({ isReplaced }) => !isReplaced).map(({ bad }) => bad)
  return { manifest, missing: [], spoilt: unreplaced, isComplete: spoiling.length === 0, has }
}

/** Reads which files belong together by the manifests that came behind them. */
export const setsOfManifests = async (
  ports: Parameters<typeof readFileList>[0],
  manifests: SetManifests,
): Promise<Sets> => {
  const sets: ManifestSet[] = []
  const refused: RefusedFile[] = []
  const heeded = manifests.files.find(({ state }) => state === 'ACCEPTED')
  for (const manifest of manifests.files) {
    const before = manifest === heeded ? undefined : heeded
    const list = await readFileList(ports, manifest)
    // Some list themselves.
    const names = list.kind === 'list' ? [...list.names].filter((name) => !manifests.isNamed(name)) : []
    if (list.kind === 'refused') refused.push({ file: manifest, issues: list.issues })
    else if (names.length > 0) sets.push(listedSet(manifests, manifest, before, names))
    else sets.push(wholeSet(manifests, manifest, before))
  }
  return { sets, refused: refused.filter(({ file }) => isUnheeded(file)) }
}
