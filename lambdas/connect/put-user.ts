import type { Integration } from '#core/control/integration.ts'
import { readIntegration } from '#core/control/integrations.ts'
import type { ConnectPorts } from './ports.ts'

const haveSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key) => b.includes(key))

/**
 * Makes the user have the integration's keys. A deletion may have come since the integration was looked at, and found no user
 * to remove; or another change of the keys, whose user this one has overwritten. Answers whether the integration is still there.
 */
export const putUser = async (
  ports: Pick<ConnectPorts, 'control' | 'sftpUsers'>,
  { id, sftpUser, publicKeys }: Integration,
): Promise<boolean> => {
  const { control, sftpUsers } = ports
  const [made] = await Promise.allSettled([sftpUsers.put({ name: sftpUser, publicKeys })])
  const current = await readIntegration(control, id)
  if (!current) {
    await sftpUsers.remove(sftpUser)
    return false
  }
  if (made.status === 'rejected') throw made.reason
  return haveSame(publicKeys, current.publicKeys) || putUser(ports, current)
}
