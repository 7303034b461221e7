import type { DownloadHandle } from './download.ts'
import type { NamedEntry } from './folder.ts'
import { type Reply, refuse } from './packets.ts'
import type { UploadHandle } from './upload.ts'

/** What of a directory is not yet told. */
type DirectoryHandle = { readonly kind: 'directory'; readonly remaining: NamedEntry[] }

export type Handle = UploadHandle | DownloadHandle | DirectoryHandle

const maxOpenHandles = 256
const tooManyHandles = refuse('FAILURE', 'Too many files are open: close some first.')

/** The open handles of one session, under names that it never uses twice. */
export const handleTable = () => {
  const open = new Map<string, Handle>()
  let opened = 0
  return {
    /** Answers with the handle's name, or with the reply that stands for a refusal. */
    keep: async (make: () => Promise<Handle | Reply>): Promise<Reply> => {
      if (open.size >= maxOpenHandles) return tooManyHandles
      const made = await make()
      if (!('kind' in made)) return made
      opened += 1
      const name = String(opened)
      open.set(name, made)
      return { type: 'handle', handle: name }
    },
    get: (name: string): Handle | undefined => open.get(name),
    take: (name: string): Handle | undefined => {
      const handle = open.get(name)
      open.delete(name)
      return handle
    },
    takeAll: (): readonly Handle[] => {
      const handles = Array.from(open.values())
      open.clear()
      return handles
    },
  }
}
