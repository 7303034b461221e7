import { brokeOff, type ExportFile } from '#core/control/file.ts'
import type { Dataset } from '#core/files/datasets.ts'
import { claimOf, namesManifest, namesPart } from '#core/files/file-name.ts'
import type { Mapping } from '#core/mapping/mapping.ts'
import { mainFiles } from './main-files.ts'

/** What the manifests of a dataset are judged by; files newest first. */
export type SetManifests = {
  /** How they are named. */
  readonly name: string
  readonly isNamed: (path: string) => boolean
  /** Those that count, down to the newest that a sync has heeded. */
  readonly files: readonly ExportFile[]
  /** Those of which only a part came. */
  readonly broken: readonly ExportFile[]
  /** Whatever else has come and may be in a set, of other datasets as well. */
  readonly come: readonly ExportFile[]
  /** Files of the dataset, its main ones and those of each part, of which none can be used. */
  readonly spoilt: readonly (readonly ExportFile[])[]
  /** Tells each of these kinds. */
  readonly kinds: readonly ((file: ExportFile) => boolean)[]
}

/** Whether a sync still has to heed it. */
export const isUnheeded = ({ state }: ExportFile): boolean => state !== 'ACCEPTED' && state !== 'SUPERSEDED'

const passed: readonly ExportFile['state'][] = ['ACCEPTED', 'SUPERSEDED', 'IGNORED', 'UNPACKED']

/** The manifests that files of a dataset wait for; undefined where its mapping names none. `isWaiting` tells what a sync may take up. */
export const setManifests = (
  files: readonly ExportFile[],
  dataset: Dataset,
  mapping: Mapping,
  isWaiting: (file: ExportFile) => boolean,
): SetManifests | undefined => {
  const { manifest: name, files: word, joins = [] } = mapping
  if (name === undefined) return undefined
  const words = [...joins.map((join) => join.files), ...(word === undefined ? [] : [word])]
  const isNamed = (path: string): boolean =>
    namesManifest(name, path) && claimOf(path).kind !== 'export' && !words.some((each) => namesPart(each, path))
  const ofPart = joins.map((join) => (file: ExportFile) => file.dataset === null && namesPart(join.files, file.name))
  const kinds = [mainFiles(dataset, mapping), ...ofPart]
  const manifests = new Set(files.filter((file) => file.dataset === null && isNamed(file.name)))
  const hasCome = (file: ExportFile): boolean => !brokeOff(file) && (isWaiting(file) || passed.includes(file.state))
  const come = files.filter(hasCome)
  const readable = come.filter((file) => manifests.has(file) && (file.archive !== null || file.size === 0))
  const heeded = readable.findIndex(({ state }) => state === 'ACCEPTED')
  const isSpoilt = (file: ExportFile): boolean => (file.state === 'REFUSED' || brokeOff(file)) && !hasCome(file)
  const spoilt = files.filter(isSpoilt)
  return {
    name,
    isNamed,
    files: heeded < 0 ? readable : readable.slice(0, heeded + 1),
    broken: files.filter((file) => brokeOff(file) && manifests.has(file) && isWaiting(file)),
    come: come.filter((file) => !manifests.has(file)),
    spoilt: kinds.map((isOfKind) => spoilt.filter(isOfKind)),
    kinds,
  }
}
