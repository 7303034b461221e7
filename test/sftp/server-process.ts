import { diskFileStore } from '../../local/adapters/disk-file-store.ts'
import { startSftpServer } from '../../local/sftp/server.ts'

/** The SFTP server alone in a process, so that its memory can be measured: prints its port, and at the end its greatest size. */
const [root = '', publicKey = ''] = process.argv.slice(2)

const nothing = (): void => undefined
const { port, close } = await startSftpServer({
  port: 0,
  hostKeyDir: `${root}/host-keys`,
  users: { keys: async () => [publicKey] },
  files: diskFileStore(root, 'landing'),
  events: {
    objectCreated: async () => undefined,
    uploadFailed: async () => undefined,
    uploadCompleted: nothing,
    loginSucceeded: nothing,
    loginFailed: nothing,
    folderMissed: nothing,
    fault: nothing,
  },
})

const report = (fields: object): boolean => process.stdout.write(`${JSON.stringify(fields)}\n`)
const megabytes = (): number => process.resourceUsage().maxRSS / 1024

report({ port, megabytes: megabytes() })
process.on('SIGTERM', async () => {
  await close()
  report({ megabytes: megabytes() })
})
