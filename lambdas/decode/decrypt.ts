import { ReadableStream } from 'node:stream/web'
import { decrypt, enums, type Message, type PrivateKey, readMessage, readPrivateKey } from 'openpgp'
import type { PgpKeys } from '#core/deployment/pgp-keys.ts'
import { evenChunks } from '../reading/chunks.ts'
import { UnreadableFile } from '../reading/unreadable-file.ts'
import { bytesThatMayBeAnything, mostFrom } from './bounded.ts'
import { type Bytes, peek } from './bytes.ts'
import { dearmored } from './dearmor.ts'
import * as refusals from './refusals.ts'
import { stallWatch } from './stall-watch.ts'

type Decryption = {
  readonly armoured: boolean
  readonly mustBeEncrypted: boolean
  readonly keys: () => Promise<PgpKeys>
  /** bytes */
  readonly limit: number
}

const chunkBytes = 64 * 1024

type PgpMessage = Message<ReadableStream<Uint8Array>>

const configFor = ({ limit }: Pick<Decryption, 'limit'>) => ({
  // A change shows at the end of the stream: nothing of a file is applied before that.
  allowUnauthenticatedStream: true,
  maxDecompressedMessageSize: limit,
})

const parseMessage = (bytes: Bytes, how: Decryption): Promise<PgpMessage> => {
  const binary = how.armoured ? dearmored(bytes) : bytes
  const stream = ReadableStream.from(evenChunks(binary, chunkBytes, 0))
  return readMessage({ binaryMessage: stream, config: configFor(how) })
}

const refuse = (issue: ReturnType<typeof refusals.cutShort>): never => {
  throw new UnreadableFile(issue)
}

/** Nobody is named: any of the keys may fit. */
const isHidden = (id: string): boolean => /^0+$/.test(id)
const keyId = (fingerprint: string): string => fingerprint.slice(-16)

/** The private keys that may open the message: those that it names, or all where it hides whom it is for. */
const keysFor = async (message: PgpMessage, known: PgpKeys): Promise<PrivateKey[]> => {
  const ids = message.getEncryptionKeyIDs()
  if (ids.length === 0) return refuse(refusals.passwordProtected())
  const keys = await Promise.all(known.map(({ privateKey }) => readPrivateKey({ armoredKey: privateKey })))
  const fitting = keys.filter((key) => ids.some((id) => isHidden(id.toHex()) || key.getKeys(id).length > 0))
  if (fitting.length > 0) return fitting
  const found = ids.map((id) => id.toHex().toUpperCase())
  return refuse(refusals.otherKey(found, known[0] && keyId(known[0].fingerprint)))
}

const { publicKeyEncryptedSessionKey, symEncryptedSessionKey, symEncryptedIntegrityProtectedData } = enums.packet
const encryption = [publicKeyEncryptedSessionKey, symEncryptedSessionKey, symEncryptedIntegrityProtectedData]

const contentsOf = async (message: PgpMessage, how: Decryption): Promise<Bytes> => {
  if (message.packets.filterByTag(...encryption).length > 0) {
    const decryptionKeys = await keysFor(message, await how.keys())
    return (await decrypt({ message, decryptionKeys, format: 'binary', config: configFor(how) })).data
  }
  if (how.mustBeEncrypted) return refuse(refusals.encryptionMissing())
  return message.unwrapCompressed().getLiteralData() ?? refuse(refusals.undecryptable())
}

/** The library's errors have no codes. */
const asIssue = (error: unknown): unknown => {
  if (error instanceof UnreadableFile) return error
  const message = error instanceof Error ? error.message : ''
  if (/maximum decompressed/i.test(message)) return new UnreadableFile(refusals.bomb())
  return new UnreadableFile(/unexpected end/i.test(message) ? refusals.cutShort() : refusals.undecryptable())
}

/** The library waits for ever where a damaged message ends in packets that it does not expect. */
const stalledAfterMs = 3_000

/** What a message says, whoever signed it. What `bytes` or the keys throw is thrown as it is. */
export const unseal = (how: Decryption) =>
  async function* (bytes: Bytes): AsyncGenerator<Uint8Array> {
    const failures: unknown[] = []
    const { outside, within } = stallWatch(stalledAfterMs)
    const note = (error: unknown): never => {
      failures.push(error)
      throw error
    }
    async function* watched(): AsyncGenerator<Uint8Array> {
      const given = bytes[Symbol.asyncIterator]()
      try {
        for (;;) {
          const { done, value } = await outside(given.next()).catch(note)
          if (done) return
          yield value
        }
      } finally {
        await given.return?.()
      }
    }
    const source = watched()
    const keys = () => outside(how.keys()).catch(note)
    try {
      // The library unpacks a whole block before it gives anything of it: it must know how much a small message may come to.
      const { head, all } = await peek(source, bytesThatMayBeAnything(how.limit))
      const bound = { ...how, keys, limit: mostFrom(head.length, how.limit) }
      const message = await within(parseMessage(all, bound))
      const contents = (await within(contentsOf(message, bound)))[Symbol.asyncIterator]()
      for (;;) {
        const { done, value } = await within(contents.next())
        if (done) return
        yield value
      }
    } catch (error) {
      throw failures.length > 0 ? failures[0] : asIssue(error)
    } finally {
      await source.return(undefined)
    }
  }
