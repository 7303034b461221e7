import type { Entry } from 'yauzl'
import { mayBePart, memberName } from '#core/files/file-name.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { isClutter } from '../decode/unzip.ts'
import type { Claim } from '../receive/claim-part.ts'

/** A file in an archive that becomes a file of its own. */
export type Member = { readonly entry: Entry; readonly claim: Claim }

type Left = 'archiveMembersPacked' | 'archiveMembersForeign' | 'archiveMembersEmpty' | 'archiveMembersTwice'

const packed = /\.(?:zip|gz|pgp|gpg|asc)$/i

const whyLeft = ({ fileName, uncompressedSize }: Entry, { kind }: Claim, isRepeated: boolean): Left | undefined => {
  if (isRepeated) return 'archiveMembersTwice'
  if (packed.test(fileName)) return 'archiveMembersPacked'
  if (kind === 'unclaimed' && !mayBePart(fileName)) return 'archiveMembersForeign'
  return uncompressedSize === 0 && kind !== 'manifest' ? 'archiveMembersEmpty' : undefined
}

type Chosen = {
  /** In the order in which they count: of several of one dataset the last is the newest. */
  readonly members: readonly Member[]
  /** Which were taken, and which were not and why. */
  readonly issues: readonly Issue[]
}

const namesOf = (members: readonly Member[]): readonly string[] => members.map(({ entry }) => entry.fileName)

/** By name; a manifest stands behind the files that it is about. */
const byPlace = (a: Member, b: Member): number => {
  const [first, second] = [a, b].map(({ claim }) => claim.kind === 'manifest')
  if (first !== second) return first ? 1 : -1
  return a.entry.fileName < b.entry.fileName ? -1 : 1
}

const isUnnamed = ({ claim }: Member): boolean => claim.kind === 'unclaimed'

const unpackedIssue = (files: readonly string[]): Issue => issue('ARCHIVE_UNPACKED', say('archiveUnpacked', { files }))

/** The files in an archive, but for what packers add of their own accord. */
export const filesIn = (entries: readonly Entry[]): readonly Entry[] =>
  entries.filter(({ fileName }) => !isClutter(fileName))

/** Which files of an archive become files of their own: those that say what they hold, and those that may be joined once somebody says so. */
export const chooseMembers = async (
  archive: string,
  files: readonly Entry[],
  claimOf: (name: string) => Promise<Claim>,
): Promise<Chosen> => {
  const members = new Map<string, Member>()
  const left = new Map<Left, string[]>()
  for (const entry of files) {
    const { fileName } = entry
    const claim = await claimOf(memberName(archive, fileName))
    if (claim.kind === 'temporary' || claim.kind === 'marker') continue
    const why = whyLeft(entry, claim, members.has(fileName))
    if (why) left.set(why, [...(left.get(why) ?? []), fileName])
    else members.set(fileName, { entry, claim })
  }
  const all = [...members.values()].toSorted(byPlace)
  const [taken, unnamed] = [all.filter((member) => !isUnnamed(member)), all.filter(isUnnamed)]
  return {
    members: all,
    issues: [
      ...(taken.length > 0 ? [unpackedIssue(namesOf(taken))] : []),
      ...(unnamed.length > 0
        ? [issue('ARCHIVE_MEMBER_LEFT', say('archiveMembersUnnamed', { files: namesOf(unnamed) }))]
        : []),
      ...[...left].map(([why, names]) => issue('ARCHIVE_MEMBER_LEFT', say(why, { files: names }))),
    ],
  }
}
