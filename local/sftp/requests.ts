import { looksLikeFolder } from '#core/connect/looks-like-folder.ts'
import type { FileStore } from '#core/ports/file-store.ts'
import type { SftpEvents } from './events.ts'
import { userFolder } from './folder.ts'
import * as onHandle from './handle-requests.ts'
import { handleTable } from './handles.ts'
import { openDirectory, openFile } from './open.ts'
import { noSuchFile, ok, type Reply, type Request, refuse } from './packets.ts'
import * as onPath from './path-requests.ts'
import { resolvePath } from './paths.ts'
import { uploader } from './uploader.ts'

const fixedReplies = {
  // Transfer Family with SetStatOption ENABLE_NO_OP: clients set times and modes after every upload.
  setstat: ok,
  link: refuse('OP_UNSUPPORTED', 'There are no symbolic links here.'),
  extended: refuse('OP_UNSUPPORTED', 'That request is not part of SFTP version 3.'),
  malformed: refuse('BAD_MESSAGE', 'That request could not be read.'),
} as const

const at = async (text: string, use: (path: string) => Reply | Promise<Reply>): Promise<Reply> => {
  const resolved = resolvePath(text)
  return resolved.kind === 'path' ? use(resolved.path) : refuse('PERMISSION_DENIED', resolved.message)
}

type SessionPorts = { readonly user: string; readonly files: FileStore; readonly events: SftpEvents }

const looksForFolder = (request: Request): boolean =>
  request.type === 'opendir' || (request.type === 'stat' && looksLikeFolder(request.path))

const isMissed = (reply: Reply): boolean =>
  reply === noSuchFile || (reply.type === 'status' && reply.code === 'PERMISSION_DENIED')

/** What one SFTP session of a user can do. Requests are answered one at a time. */
export const sessionRequests = ({ user, files, events }: SessionPorts) => {
  const folder = userFolder(files, user)
  const uploads = uploader(user, events)
  const handles = handleTable()

  const reply = async (request: Request): Promise<Reply> => {
    switch (request.type) {
      case 'open':
        return at(request.path, (path) => handles.keep(() => openFile({ files, folder }, path, request.flags)))
      case 'read':
        return onHandle.read(handles.get(request.handle), request)
      case 'write':
        return onHandle.write(handles.get(request.handle), request)
      case 'fstat':
        return onHandle.statHandle(handles.get(request.handle))
      case 'readdir':
        return onHandle.readDirectory(handles.get(request.handle))
      case 'close':
        return onHandle.close(handles.take(request.handle), uploads)
      case 'opendir':
        return at(request.path, (path) => handles.keep(() => openDirectory(folder, path)))
      case 'stat':
        return at(request.path, (path) => onPath.stat(folder, path))
      case 'remove':
        return at(request.path, (path) => onPath.remove(folder, path))
      case 'mkdir':
        return at(request.path, (path) => onPath.makeDirectory(folder, events, path))
      case 'rmdir':
        return at(request.path, (path) => onPath.removeDirectory(folder, path))
      case 'realpath':
        return at(request.path, onPath.realPath)
      case 'rename':
        return at(request.from, (from) => at(request.to, (to) => onPath.rename(folder, events, from, to)))
      default:
        return fixedReplies[request.type]
    }
  }

  const answer = async (request: Request): Promise<Reply> => {
    const answered = await reply(request)
    if (looksForFolder(request) && isMissed(answered)) events.folderMissed({ user })
    return answered
  }

  /** The session is over: uploads that were not closed end as they are. */
  const leave = async (): Promise<void> => {
    for (const handle of handles.takeAll()) {
      if (handle.kind === 'upload') await uploads.abandon(handle)
      else if (handle.kind === 'download') await handle.close()
    }
  }

  return { answer, leave }
}
