import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import ssh2, { type ParsedKey } from 'ssh2'
import { absentOn } from '../adapters/absent.ts'
import { newEd25519Pair } from './ed25519.ts'

const hostKeyTypes = ['ed25519', 'rsa'] as const
type HostKeyType = (typeof hostKeyTypes)[number]

const makeRsaKey = (): Promise<string> =>
  new Promise((resolve, reject) => {
    ssh2.utils.generateKeyPair('rsa', { bits: 3072 }, (error, pair) =>
      error === null ? resolve(pair.private) : reject(error),
    )
  })

const makePrivateKey = async (type: HostKeyType): Promise<string> =>
  type === 'rsa' ? makeRsaKey() : newEd25519Pair().private

const readOrMake = async (path: string, type: HostKeyType): Promise<string> => {
  const kept = await readFile(path, 'utf8').catch(absentOn('ENOENT'))
  if (kept !== undefined) return kept
  const made = await makePrivateKey(type)
  await writeFile(`${path}.new`, made, { mode: 0o600 })
  await rename(`${path}.new`, path)
  return made
}

/** The server's own keys: made once, then kept, so that clients never see them change. */
export const loadHostKeys = async (directory: string): Promise<readonly ParsedKey[]> => {
  await mkdir(directory, { recursive: true, mode: 0o700 })
  return Promise.all(
    hostKeyTypes.map(async (type) => {
      const path = join(directory, `ssh_host_${type}_key`)
      const key = ssh2.utils.parseKey(await readOrMake(path, type))
      if (key instanceof Error) {
        throw new Error(`${path} is not a private key: remove it and a new one is made.`, { cause: key })
      }
      return key
    }),
  )
}
