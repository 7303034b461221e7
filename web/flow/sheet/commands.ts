import type { Connection } from '../api.ts'

type Place = Pick<Connection, 'host' | 'port' | 'username' | 'host_keys' | 'file_names'>

const keyFile = 'id_ed25519_hr_upload'

/** Trusts the server by its known key, and uploads without asking: fit for cron. */
export const opensshCommands = ({ host, port, username, host_keys, file_names }: Place): string => {
  const [line] = host_keys.map(({ known_hosts }) => known_hosts)
  return [
    ...(line === undefined ? [] : [`echo '${line}' >> ~/.ssh/known_hosts`]),
    `chmod 600 ${keyFile}`,
    `echo "put ${file_names[0]}" | sftp -b - -i ${keyFile} -P ${port} ${username}@${host}`,
  ].join('\n')
}

/** Temporary names and resuming are off: they leave parts of files behind. */
export const winscpCommands = ({ host, port, username, file_names }: Place): string =>
  [
    `winscp.com /ini=nul /command ^`,
    `  "open sftp://${username}@${host}:${port}/ -privatekey=${keyFile}.ppk" ^`,
    `  "put -resumesupport=off -nopreservetime ${file_names[0]} /" ^`,
    `  "exit"`,
  ].join('\n')
