import { type ExecFileException, execFile } from 'node:child_process'
import Client from 'ssh2-sftp-client'

/** The clients that customers push files with, as far as they run here. */

export type Target = {
  readonly port: number
  readonly user: string
  /** Private key in OpenSSH's format. */
  readonly keyFile: string
  readonly privateKey: string
  /** `SHA256:...` of the server's keys, for clients that want to know before. */
  readonly fingerprints: readonly string[]
}

export type SftpClient = {
  readonly name: string
  readonly isInstalled: () => Promise<boolean>
  /** Rejects when the client says that it failed. */
  readonly put: (target: Target, localPath: string, remoteName: string) => Promise<void>
  /** The names in the user's folder; not every client can list. */
  readonly list?: (target: Target) => Promise<readonly string[]>
}

type Ran = { readonly code: number; readonly output: string }

const run = (command: string, args: readonly string[], input = ''): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const done = (error: ExecFileException | null, stdout: string, stderr: string): void => {
      if (error !== null && typeof error.code !== 'number') reject(error)
      else resolve({ code: Number(error?.code ?? 0), output: stdout + stderr })
    }
    // Newer rclone writes to a temporary name and renames, which S3 refuses onto yesterday's file.
    const env = { ...process.env, RCLONE_INPLACE: 'true', RCLONE_CONFIG: '/dev/null', LC_ALL: 'C.UTF-8' }
    const child = execFile(command, args, { env, timeout: 60_000 }, done)
    // A program that ends without reading what it is told is no trouble: its exit code says what happened.
    child.stdin?.on('error', () => undefined)
    child.stdin?.end(input)
  })

const must = async (command: string, args: readonly string[], input?: string): Promise<string> => {
  const { code, output } = await run(command, args, input)
  if (code !== 0) throw new Error(`${command} ended with ${code}: ${output}`)
  return output
}

const starts =
  (command: string, ...args: readonly string[]) =>
  (): Promise<boolean> =>
    run(command, args).then(
      () => true,
      () => false,
    )

const lastWords = (output: string): readonly string[] =>
  output.split('\n').flatMap((line) => line.trim().split(/\s+/).at(-1) ?? [])

const openSshOptions = ({ keyFile }: Target): readonly string[] => [
  ...['-F', '/dev/null', '-i', keyFile],
  ...[
    'IdentitiesOnly=yes',
    'BatchMode=yes',
    'StrictHostKeyChecking=no',
    'UserKnownHostsFile=/dev/null',
    'LogLevel=ERROR',
  ].flatMap((option) => ['-o', option]),
]

const sftp = (target: Target, commands: string): Promise<string> =>
  must('sftp', [...openSshOptions(target), '-P', String(target.port), '-b', '-', `${target.user}@127.0.0.1`], commands)

const lftp = (target: Target, commands: string): Promise<string> => {
  const connect = `set sftp:connect-program 'ssh -a -x ${openSshOptions(target).join(' ')}'; set cmd:fail-exit yes; set net:max-retries 1`
  return must('lftp', ['-c', `${connect}; open -u ${target.user}, -p ${target.port} sftp://127.0.0.1; ${commands}`])
}

const psftp = async (target: Target, commands: string): Promise<string> => {
  const ppk = `${target.keyFile}.ppk`
  await must('puttygen', [target.keyFile, '-O', 'private', '-o', ppk])
  const options = [
    '-P',
    String(target.port),
    '-i',
    ppk,
    '-batch',
    ...target.fingerprints.flatMap((print) => ['-hostkey', print]),
  ]
  return must('psftp', [...options, `${target.user}@127.0.0.1`], `${commands}\nbye\n`)
}

const rclone = ({ port, user, keyFile }: Target, ...args: readonly string[]): Promise<string> => {
  const remote = [
    '--sftp-host',
    '127.0.0.1',
    '--sftp-port',
    String(port),
    '--sftp-user',
    user,
    '--sftp-key-file',
    keyFile,
  ]
  return must('rclone', [...args, ...remote, '--retries', '1', '--low-level-retries', '1'])
}

const pythons = ['python3', '/usr/bin/python3']
const hasParamiko = (python: string): Promise<boolean> =>
  run(python, ['-c', 'import paramiko']).then(
    ({ code }) => code === 0,
    () => false,
  )
const findPython = async (): Promise<string | undefined> => {
  for (const python of pythons) if (await hasParamiko(python)) return python
  return undefined
}

const paramiko = async ({ port, user, keyFile }: Target, statement: string): Promise<string> => {
  const script = `import paramiko
transport = paramiko.Transport(('127.0.0.1', ${port}))
transport.connect(username='${user}', pkey=paramiko.Ed25519Key.from_private_key_file('${keyFile}'))
sftp = paramiko.SFTPClient.from_transport(transport)
${statement}
transport.close()`
  return must((await findPython()) ?? 'python3', ['-c', script])
}

const inNode = async <Result>(target: Target, use: (client: Client) => Promise<Result>): Promise<Result> => {
  const { port, user, privateKey } = target
  const client = new Client()
  await client.connect({ host: '127.0.0.1', port, username: user, privateKey })
  return use(client).finally(() => client.end())
}

export const sftpClients: readonly SftpClient[] = [
  {
    name: 'ssh2-sftp-client',
    isInstalled: async () => true,
    put: (target, localPath, name) => inNode(target, async (client) => void (await client.put(localPath, name))),
    list: (target) => inNode(target, async (client) => (await client.list('.')).map((entry) => entry.name)),
  },
  {
    name: 'sftp (OpenSSH)',
    isInstalled: starts('sftp', '-h'),
    put: async (target, localPath, name) => void (await sftp(target, `put "${localPath}" "${name}"\n`)),
    list: async (target) => lastWords(await sftp(target, 'ls -1\n')),
  },
  {
    name: 'scp (OpenSSH)',
    isInstalled: starts('scp', '-h'),
    put: async (target, localPath, name) => {
      await must('scp', [
        '-s',
        ...openSshOptions(target),
        '-P',
        String(target.port),
        localPath,
        `${target.user}@127.0.0.1:${name}`,
      ])
    },
  },
  {
    name: 'lftp',
    isInstalled: starts('lftp', '--version'),
    put: async (target, localPath, name) => void (await lftp(target, `put "${localPath}" -o "${name}"`)),
    list: async (target) => lastWords(await lftp(target, 'cls -1')),
  },
  {
    name: 'psftp (PuTTY)',
    isInstalled: starts('psftp', '-V'),
    put: async (target, localPath, name) => void (await psftp(target, `put "${localPath}" "${name}"`)),
    list: async (target) => lastWords(await psftp(target, 'ls')),
  },
  {
    name: 'rclone',
    isInstalled: starts('rclone', 'version'),
    put: async (target, localPath, name) => void (await rclone(target, 'copyto', localPath, `:sftp:${name}`)),
    list: async (target) => lastWords(await rclone(target, 'lsf', ':sftp:')),
  },
  {
    name: 'paramiko',
    isInstalled: async () => (await findPython()) !== undefined,
    put: async (target, localPath, name) => void (await paramiko(target, `sftp.put('${localPath}', '${name}')`)),
    list: async (target) => lastWords(await paramiko(target, `print('\\n'.join(sftp.listdir('.')))`)),
  },
]

/** Where every client must be there (`REQUIRE_ALL_CLIENTS=1`), a missing one fails its tests instead of skipping them. */
export const mayBeSkipped = async (client: SftpClient): Promise<boolean> =>
  process.env.REQUIRE_ALL_CLIENTS !== '1' && !(await client.isInstalled())
