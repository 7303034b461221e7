import type { Connection } from '../api.ts'

type Place = Pick<Connection, 'host' | 'port' | 'username' | 'host_keys' | 'file_names'>

const keyFile = 'id_ed25519_hr_upload'

/** What the downloaded PGP key is called. */
export const pgpKeyFile = 'rosterport-pgp-key.asc'

/** GnuPG, without questions: fit for cron. The fingerprint says whose key it is, so nobody need sign it. */
export const encryptCommands = ({ fingerprint }: { readonly fingerprint: string }, fileName: string): string =>
  [
    `gpg --batch --import ${pgpKeyFile}`,
    `gpg --batch --yes --trust-model always --recipient ${fingerprint} --output ${fileName} --encrypt ${fileName.replace(/\.pgp$/, '')}`,
  ].join('\n')

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
