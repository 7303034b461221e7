import { once } from 'node:events'
import type { ServerChannel } from 'ssh2'
import type { FileStore } from '#core/ports/file-store.ts'
import type { SftpEvents } from './events.ts'
import { cutPackets, isInit, readRequest } from './packet-reader.ts'
import { versionPacket, writeReply } from './packet-writer.ts'
import { type Reply, type Request, refuse } from './packets.ts'
import { sessionRequests } from './requests.ts'

type SessionOptions = {
  readonly user: string
  readonly files: FileStore
  readonly events: SftpEvents
  /** Aborts when the client is gone: replies then reach nobody. */
  readonly gone: AbortSignal
}

const failed = refuse('FAILURE', 'The server could not do that. Try again; if it stays so, tell the operator.')

/**
 * Speaks SFTP on a channel until the client ends it.
 *
 * ssh2's own SFTP server is not used: it hands out requests without back-pressure, so that a fast client fills the memory,
 * and it cannot send the exit status that scp waits for. Reading packets from the channel one by one gives both, and keeps
 * the answers in order.
 */
export const runSftpSession = async (channel: ServerChannel, options: SessionOptions): Promise<void> => {
  const { events, gone } = options
  const session = sessionRequests(options)

  const answer = (request: Request): Promise<Reply> =>
    session.answer(request).catch((error: unknown) => {
      events.fault(error)
      return failed
    })

  const send = async (packet: Buffer): Promise<void> => {
    if (!channel.write(packet)) await once(channel, 'drain', { signal: gone })
  }

  const converse = async (): Promise<void> => {
    for await (const packet of cutPackets(channel.iterator({ destroyOnReturn: false }))) {
      if (isInit(packet)) await send(versionPacket)
      else {
        const request = readRequest(packet)
        await send(writeReply(request.id, await answer(request)))
      }
    }
  }

  // A client that breaks the protocol or goes away ends the conversation, and nothing else.
  const status = await converse().then(
    () => 0,
    () => 1,
  )
  await session.leave().catch(events.fault)
  channel.exit(status)
  channel.end()
}
