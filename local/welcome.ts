import { relative } from 'node:path'
import { fileNames } from '#core/files/file-name.ts'
import type { Settings } from './settings.ts'
import type { LocalStack } from './stack.ts'

/** What must stand before a command so that it finds this product and not the one with the usual settings. */
const variables = (url: string, folder: string): string => {
  const { port } = new URL(url)
  const set = [port === '3000' ? '' : `PORT=${port} `, folder === '.rosterport' ? '' : `ROSTERPORT_DATA=${folder} `]
  return set.join('')
}

/** What to do next, for somebody who has just cloned the repository. */
export const welcome = (
  { url, dashboardUrl, sftpPort, sftpFingerprints }: LocalStack,
  { dataFolder }: Settings,
  logFile: string,
): string => {
  const folder = relative('', dataFolder) || '.'
  const set = variables(url, folder)
  return `
Rosterport runs on this machine. Ctrl+C stops it; its data stays in ${folder}.

  Dashboard ${dashboardUrl}
  API       ${url}/v1        key: ${folder}/api-key
  SFTP      127.0.0.1:${sftpPort}                  ${sftpFingerprints.join('\n                                           ')}
  Log       ${relative('', logFile)}

See it work:            ${set}npm run demo
Or do it step by step:
  1. A link:            curl -s -X POST ${url}/v1/connect/create-link -H "authorization: Bearer $(cat ${folder}/api-key)" \\
                          -d '{"end_user_email":"hr@example.com","end_user_organization_name":"Example","integration_tool":"sftp"}'
  2. A key:             ssh-keygen -q -t ed25519 -N '' -f ${folder}/demo-key
  3. A connection:      ${set}npm run -s cli -- connect --link LINK --public-key ${folder}/demo-key.pub
  4. A file:            sftp -P ${sftpPort} -i ${folder}/demo-key USERNAME@127.0.0.1     then: put YOUR-FILE.csv ${fileNames.employees}
  5. What came of it:   ${set}npm run -s cli -- syncs --integration ID --wait
  6. Go live:           ${set}npm run -s cli -- mapping approve --integration ID
Files that are understood: ${Object.values(fileNames).join(', ')}. Sample files: npm run demo leaves them in ${folder}/demo.
`
}
