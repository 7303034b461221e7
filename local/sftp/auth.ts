import { createHash, timingSafeEqual } from 'node:crypto'
import ssh2, { type AuthContext, type ParsedKey, type PublicKeyAuthContext } from 'ssh2'
import type { SftpUsers } from '#core/ports/sftp-users.ts'
import { blobFingerprint } from '../../lambdas/runtime/fingerprint.ts'
import type { LoginRefusal } from './events.ts'

export type LoginDecision =
  | { readonly kind: 'accepted'; readonly keyFingerprint: string }
  | {
      readonly kind: 'refused'
      readonly reason: LoginRefusal
      readonly userExists: boolean
      readonly keyFingerprint: string | null
    }

const digest = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest()

const parse = (publicKey: string): ParsedKey[] => {
  const key = ssh2.utils.parseKey(publicKey)
  return key instanceof Error ? [] : [key]
}

/** Looks at every key, so that the time taken does not tell which one was close. */
const findKey = (publicKeys: readonly string[], offered: Uint8Array): ParsedKey | undefined => {
  const wanted = digest(offered)
  return publicKeys.flatMap(parse).filter((key) => timingSafeEqual(digest(key.getPublicSSH()), wanted))[0]
}

const signatureRefusal = (context: PublicKeyAuthContext, key: ParsedKey): LoginRefusal | undefined => {
  if (key.type === 'ssh-rsa' && context.hashAlgo === undefined) return 'SIGNATURE_WEAK'
  // Without a signature the client only asks whether the key would do.
  if (context.signature === undefined || context.blob === undefined) return undefined
  return key.verify(context.blob, context.signature, context.hashAlgo) === true ? undefined : 'SIGNATURE_INVALID'
}

/** Decides one attempt. The keys are looked up every time: a revoked key fails at the next login. */
export const decideLogin = async (users: Pick<SftpUsers, 'keys'>, context: AuthContext): Promise<LoginDecision> => {
  const publicKeys = await users.keys(context.username)
  const userExists = publicKeys !== undefined
  const keyFingerprint = context.method === 'publickey' ? blobFingerprint(context.key.data) : null
  const refused = (reason: LoginRefusal): LoginDecision => ({ kind: 'refused', reason, userExists, keyFingerprint })
  if (context.method !== 'publickey') return refused('NO_KEY_OFFERED')
  const key = findKey(publicKeys ?? [], context.key.data)
  if (key === undefined) return refused(userExists ? 'UNKNOWN_KEY' : 'UNKNOWN_USER')
  const refusal = signatureRefusal(context, key)
  if (refusal !== undefined) return refused(refusal)
  return { kind: 'accepted', keyFingerprint: blobFingerprint(context.key.data) }
}
