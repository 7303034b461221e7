import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { promisify } from 'node:util'
import ssh2 from 'ssh2'

export type SftpTarget = {
  readonly host: string
  readonly port: number
  readonly username: string
  readonly privateKey: string
  /** Fingerprints (`SHA256:…`) of which the server has to show one; any server is taken for the right one without them. */
  readonly hostKeys?: readonly string[]
}

const fingerprintOf = (key: Buffer): string =>
  `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`

/** Puts files by SFTP, one after the other, and says each one's name once the server has it. */
export const upload = async (
  { hostKeys, ...target }: SftpTarget,
  files: Readonly<Record<string, string>>,
  done: (name: string) => void,
): Promise<void> => {
  const client = new ssh2.Client()
  const ready = once(client, 'ready')
  const hostVerifier = (key: Buffer): boolean => hostKeys?.includes(fingerprintOf(key)) ?? true
  client.connect({ ...target, hostVerifier })
  await ready
  try {
    const sftp = await promisify<ssh2.SFTPWrapper>((callback) =>
      client.sftp((error, session) => callback(error ?? null, session)),
    )()
    for (const [name, text] of Object.entries(files)) {
      await promisify<void>((callback) =>
        sftp.writeFile(`/${name}`, text, (error) => callback(error ?? null, undefined)),
      )()
      done(name)
    }
  } finally {
    client.end()
  }
}
