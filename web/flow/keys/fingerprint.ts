import { base64 } from '../../keys/openssh-private-key.ts'

/** As `ssh-keygen -l` prints it. */
export const fingerprintOf = async (openssh: string): Promise<string> => {
  const blob = Uint8Array.from(atob(openssh.split(' ')[1] ?? ''), (character) => character.charCodeAt(0))
  const digest = await crypto.subtle.digest('SHA-256', blob)
  return `SHA256:${base64(new Uint8Array(digest)).replace(/=+$/, '')}`
}
