import type { ExportFile } from '#core/control/file.ts'
import { Fault } from '#core/fault.ts'
import { filesListed } from '#core/files/listed-files.ts'
import { type Issue, issue } from '#core/issues/issue.ts'
import { say } from '#core/issues/say.ts'
import { detectEncoding } from '../reading/detect-encoding.ts'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import { openArchived } from './open-archived.ts'

type Ports = Parameters<typeof openArchived>[0]

/** What a manifest lists; nothing where it is a mere sign. */
export type FileList =
  | { readonly kind: 'list'; readonly names: ReadonlySet<string> }
  | { readonly kind: 'refused'; readonly issues: readonly Issue[] }

/** bytes: a thousand names. */
const longest = 64 * 1024

const tooLong = (): FileList => ({
  kind: 'refused',
  issues: [issue('FORMAT_NOT_SUPPORTED', say('manifestTooLong', { kilobytes: longest / 1024 }))],
})

const wrapped = /\.(?:gz|pgp|gpg|asc)$/i

/** What is neither packed nor encrypted is read as it is: JSON that lists names is no table. */
const open = async (ports: Ports, file: ExportFile): Promise<AsyncIterable<Uint8Array>> => {
  if (wrapped.test(file.name)) return openArchived(ports, file, longest)()
  const bytes = file.archive && (await ports.archive.open(file.archive))
  if (!bytes) throw new Fault('ARCHIVE_OBJECT_MISSING', `file ${file.id}`)
  return bytes
}

/** Reads which files a manifest lists. */
export const readFileList = async (ports: Ports, file: ExportFile): Promise<FileList> => {
  if (file.size === 0) return { kind: 'list', names: new Set() }
  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for await (const chunk of await open(ports, file)) {
      length += chunk.length
      if (length > longest) return tooLong()
      chunks.push(chunk)
    }
  } catch (error) {
    if (error instanceof UnreadableFile) return { kind: 'refused', issues: [error.issue] }
    throw error
  }
  const bytes = Buffer.concat(chunks)
  const { encoding } = await detectEncoding(bytes, undefined)
  const text = new TextDecoder(encoding === 'undecided' ? 'utf-8' : encoding).decode(bytes)
  return { kind: 'list', names: filesListed(text) }
}
