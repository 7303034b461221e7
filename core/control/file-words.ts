import { type Dataset, datasets } from '#core/files/datasets.ts'
import { claimOf, type FileClaim, namesExport, namesManifest } from '#core/files/file-name.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { FileWords, Integration } from './integration.ts'
import { mappingInUse, type Named } from './joined-name.ts'

type Worded = Pick<Integration, 'fileWords'>

/** Judges a name inside the customer's folder by the fixed names, then by the words of the integration. */
export const claimByWords = ({ fileWords = {} }: Worded, path: string): FileClaim => {
  const claim = claimOf(path)
  if (claim.kind !== 'unclaimed' && claim.kind !== 'archive') return claim
  const dataset = datasets.find((each) => fileWords[each]?.some((word) => namesExport(word, path)))
  return dataset ? { kind: 'export', dataset } : claim
}

/** The words after a wish: datasets that it leaves out keep theirs. */
export const changedWords = ({ fileWords = {} }: Worded, wish: FileWords): FileWords => {
  const all = Object.entries({ ...fileWords, ...wish })
  return Object.fromEntries(
    all.flatMap(([dataset, words]) =>
      words.length > 0 ? [[dataset, [...new Set(words.map((word) => word.trim()))]] as const] : [],
    ),
  )
}

/** Whether a file may be named by both. */
const meet = (word: string, other: string): boolean =>
  ['', 's', '.csv'].some((end) => namesExport(word, other + end) || namesExport(other, word + end))

/** Where the manifest is named by its ending alone, the words must not be names of data files that end so. */
const meetsManifest = (word: string, manifest: string): boolean =>
  namesManifest(manifest, `${word}.csv`) || namesExport(word, manifest.trim().replace(/^\*/, word))

const needs = ({ joins = [], files, manifest }: Named, word: string): boolean =>
  [...joins.map((join) => join.files), ...(files === undefined ? [] : [files])].some((each) => meet(word, each)) ||
  (manifest !== undefined && meetsManifest(word, manifest))

/** Why a mapping cannot have the files that it names, in a sentence: words of the integration go before. */
export const wordsTaken = ({ fileWords = {} }: Worded, mapping: Named): string | undefined => {
  for (const dataset of datasets) {
    const word = fileWords[dataset]?.find((each) => needs(mapping, each))
    if (word !== undefined)
      return `Files named ${word} hold ${dataset}, by the file names of the integration: name others in the mapping, or take the word away there first (file_names).`
  }
  return undefined
}

const problemWithFixed = (word: string, dataset: Dataset): string | undefined => {
  const claim = claimOf(`${word}.csv`)
  if (claim.kind === 'unclaimed' || (claim.kind === 'export' && claim.dataset === dataset)) return undefined
  return claim.kind === 'export'
    ? `Files named ${word} always hold ${claim.dataset}: choose another word for ${dataset}.`
    : `Files named ${word} are never read: choose another word for ${dataset}.`
}

const pairs = (words: FileWords) =>
  datasets.flatMap((dataset) => (words[dataset] ?? []).map((word) => ({ dataset, word })))

/** Why files cannot be named as a wish says, in a sentence. */
export const problemWithWords = async (
  control: Pick<ControlStore, 'get'>,
  integration: Integration,
  wish: FileWords,
): Promise<string | undefined> => {
  const all = pairs(changedWords(integration, wish))
  const mappings = await Promise.all(
    datasets.map(async (of) => ({ of, mapping: await mappingInUse(control, integration, of) })),
  )
  for (const { dataset, word } of pairs(changedWords({}, wish))) {
    const fixed = problemWithFixed(word, dataset)
    if (fixed !== undefined) return fixed
    const other = all.find((each) => each.dataset !== dataset && meet(word, each.word))
    if (other)
      return `A file could be named by ${word} (${dataset}) and by ${other.word} (${other.dataset}), but it can hold only one: choose a longer word, or take one of the two away.`
    const user = mappings.find(({ mapping }) => mapping && needs(mapping, word))
    if (user)
      return `Files named ${word} are joined or waited for by the mapping of ${user.of}: choose another word for ${dataset}, or change that mapping first.`
  }
  return undefined
}
