import { isoTimeIfAny } from '#core/api/iso-time.ts'
import { parsePublicKey } from '#core/connect/public-key.ts'
import type { Integration } from '#core/control/integration.ts'
import { keyFingerprint, keyId, oldFingerprint } from '../runtime/fingerprint.ts'
import type { SftpPlace } from './ports.ts'

const traitsOf = (openssh: string) => {
  const key = parsePublicKey(openssh)
  return key.kind === 'key' ? { type: key.type, bits: key.bits } : { type: openssh.split(' ')[0] ?? '', bits: 0 }
}

/** The keys that may log in. */
export const shownKeys = ({ publicKeys, keysAddedAt = {} }: Pick<Integration, 'publicKeys' | 'keysAddedAt'>) =>
  publicKeys.map((openssh) => ({
    id: keyId(openssh),
    ...traitsOf(openssh),
    fingerprint: keyFingerprint(openssh),
    added_at: isoTimeIfAny(keysAddedAt[keyId(openssh)] ?? null),
  }))

const sshPort = 22

/** How a client that asks whether to trust the server shows its key, and how it is told beforehand. */
export const shownHostKey = ({ host, port }: Pick<SftpPlace, 'host' | 'port'>, openssh: string) => ({
  type: traitsOf(openssh).type,
  sha256: keyFingerprint(openssh),
  md5: oldFingerprint(openssh),
  known_hosts: `${port === sshPort ? host : `[${host}]:${port}`} ${openssh}`,
})
