import type { AttemptReason } from '#core/connect/attempt.ts'
import type { LoginRefused, Sighting } from '#core/connect/sighting.ts'
import { integrationOfSftpUser } from '#core/ids/integration-id.ts'
import { tellContacts } from '#core/mail/queue-mail.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import type { QueueSender } from '#core/ports/queue.ts'
import { type Attempt, recordAttempt } from './activity.ts'
import { listDocuments } from './documents.ts'
import { type Integration, IntegrationSchema } from './integration.ts'
import { readIntegration } from './integrations.ts'
import { integrationPartition } from './keys.ts'

export type SightingPorts = {
  readonly control: Pick<ControlStore, 'get' | 'create' | 'replace' | 'query'>
  readonly webhookQueue: QueueSender
  /** `SHA256:` and base64 without padding, of a public key in OpenSSH's one-line form. */
  readonly fingerprint: (publicKey: string) => string
}

type NotedAttempt = { readonly integrationId: string; readonly attempt: Attempt }

/** Where the server does not tell why it refused, it follows from whose key was offered. */
const refusalOf = (
  { fingerprint }: SightingPorts,
  { publicKeys }: Integration,
  { reason, keyFingerprint }: LoginRefused,
): AttemptReason => {
  if (reason) return reason
  const own = publicKeys.find((key) => fingerprint(key) === keyFingerprint)
  if (own === undefined) return 'UNKNOWN_KEY'
  // Only RSA keys sign with SHA-1, which the service's policies refuse.
  return own.startsWith('ssh-rsa ') ? 'SIGNATURE_WEAK' : 'SIGNATURE_INVALID'
}

const attemptOf = (ports: SightingPorts, integration: Integration, sighting: Sighting): Attempt => {
  const { at, client } = sighting
  switch (sighting.kind) {
    case 'logged-in':
      return { at, outcome: 'logged_in', reason: null, client }
    case 'login-refused':
      return { at, outcome: 'refused', reason: refusalOf(ports, integration, sighting), client }
    case 'folder-missed':
      return { at, outcome: 'refused', reason: 'WRONG_FOLDER', client }
    case 'upload-failed':
      return { at, outcome: 'upload_failed', reason: sighting.reason, client }
  }
}

const note = async (ports: SightingPorts, integrationId: string, attempt: Attempt): Promise<NotedAttempt> => {
  const { isFirstLogin } = await recordAttempt(ports.control, integrationId, attempt)
  if (isFirstLogin) await tellContacts(ports, integrationId, { occasion: 'first-login' })
  return { integrationId, attempt }
}

type Owners = (keyFingerprint: string) => Promise<readonly string[]>

/** Those who may log in with a key: a wrong name with a right key is a slip of theirs. Reads every integration, once and only when asked. */
const ownersOfKeys = ({ control, fingerprint }: SightingPorts): Owners => {
  let listed: Promise<ReadonlyMap<string, readonly string[]>> | undefined
  const list = async () => {
    const owners = new Map<string, string[]>()
    const integrations = listDocuments(control, { pk: integrationPartition }, IntegrationSchema)
    for await (const { id, status, publicKeys } of integrations) {
      if (status === 'DELETING') continue
      for (const key of publicKeys.map(fingerprint)) owners.set(key, [...(owners.get(key) ?? []), id])
    }
    return owners
  }
  return async (keyFingerprint) => {
    listed ??= list()
    return (await listed).get(keyFingerprint) ?? []
  }
}

const noteOne = async (
  ports: SightingPorts,
  ownersOf: Owners,
  sighting: Sighting,
): Promise<readonly NotedAttempt[]> => {
  const { user } = sighting
  const integration = user === null ? undefined : await readIntegration(ports.control, integrationOfSftpUser(user))
  if (integration) return [await note(ports, integration.id, attemptOf(ports, integration, sighting))]
  if (sighting.kind !== 'login-refused' || sighting.keyFingerprint === null) return []
  const { at, client, keyFingerprint } = sighting
  const attempt = { at, outcome: 'refused', reason: 'WRONG_USER', client } as const
  return Promise.all((await ownersOf(keyFingerprint)).map((owner) => note(ports, owner, attempt)))
}

/**
 * Notes what an SFTP server saw, for those who wait for the first login or wonder why there is none, and tells of the first
 * login. Answers what was noted: nothing of strangers. Safe to repeat, in any order.
 */
export const noteSightings = async (
  ports: SightingPorts,
  sightings: readonly Sighting[],
): Promise<readonly NotedAttempt[]> => {
  const ownersOf = ownersOfKeys(ports)
  const noted: NotedAttempt[] = []
  for (const sighting of sightings) noted.push(...(await noteOne(ports, ownersOf, sighting)))
  return noted
}
