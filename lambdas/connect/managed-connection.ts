import { success } from '#core/api/answer.ts'
import type { GeneralEndpoint } from '#core/api/endpoint.ts'
import { isoTimeIfAny } from '#core/api/iso-time.ts'
import { readActivity } from '#core/control/activity.ts'
import { shownAttempt } from './activity.ts'
import { managed } from './managed.ts'
import type { ConnectPorts } from './ports.ts'
import { shownHostKey, shownKeys } from './shown-keys.ts'
import { shownPgp } from './shown-pgp.ts'

/** What the customer's connection sheet says, and what the SFTP server has seen. */
export const showManagedConnection = (ports: ConnectPorts): GeneralEndpoint =>
  managed(ports, async (integration) => {
    const { sftp, control } = ports
    const [activity, pgp] = await Promise.all([readActivity(control, integration.id), shownPgp(ports, integration)])
    return success({
      username: integration.sftpUser,
      host: sftp.host,
      port: sftp.port,
      folder: '/',
      addresses: sftp.addresses,
      host_keys: sftp.hostKeys.map((key) => shownHostKey(sftp, key)),
      keys: shownKeys(integration),
      ...pgp,
      first_login_at: isoTimeIfAny(activity.firstLoginAt),
      last_login_at: isoTimeIfAny(activity.lastLoginAt),
      attempts: activity.attempts.map(shownAttempt),
    })
  })
