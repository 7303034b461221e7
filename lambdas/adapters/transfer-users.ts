import {
  CreateUserCommand,
  DeleteSshPublicKeyCommand,
  DeleteUserCommand,
  type DescribedUser,
  DescribeUserCommand,
  ImportSshPublicKeyCommand,
  ResourceExistsException,
  ResourceNotFoundException,
  type SshPublicKey,
  type TransferClient,
  UpdateUserCommand,
} from '@aws-sdk/client-transfer'
import { Fault } from '#core/fault.ts'
import type { SftpUsers } from '#core/ports/sftp-users.ts'
import { hasSettings, type UserHome, userSettings } from './transfer-user-settings.ts'

/** For the client: Transfer does not publish its request limits, so the client finds them by slowing down when told to. */
export const transferRetries = { retryMode: 'adaptive', maxAttempts: 8 } as const

type Server = { readonly client: TransferClient; readonly serverId: string }

/** A missing server (or the wrong region) is no missing user: taking it for one would pretend that users are gone. */
const isAbsent = (error: unknown): boolean =>
  error instanceof ResourceNotFoundException && !/server/i.test(error.ResourceType ?? '')

const isPresent = (error: unknown): boolean => error instanceof ResourceExistsException

const unless = (isExpected: (error: unknown) => boolean) => {
  return (error: unknown): undefined => {
    if (!isExpected(error)) throw error
  }
}

/** Only the error's name goes on: Transfer repeats rejected values in its messages, and keys are among them. */
const failing = (what: string, name: string) => {
  return (error: unknown): never => {
    if (error instanceof Fault) throw error
    throw new Fault(
      'SFTP_USER_FAILED',
      `${what} user ${name}: ${error instanceof Error ? error.name : 'unknown error'}`,
    )
  }
}

/** `<type> <base64>`, whatever Transfer adds to it. */
const bodyOf = (key: SshPublicKey): string => (key.SshPublicKeyBody ?? '').trim().split(/\s+/).slice(0, 2).join(' ')

const describe = async ({ client, serverId }: Server, name: string): Promise<DescribedUser | undefined> => {
  const command = new DescribeUserCommand({ ServerId: serverId, UserName: name })
  const described = await client.send(command).catch(unless(isAbsent))
  return described?.User
}

/** Makes the user's keys exactly these. New ones come first, so that a change of keys never locks the customer out. */
const convergeKeys = async (
  { client, serverId }: Server,
  user: DescribedUser,
  publicKeys: readonly string[],
): Promise<void> => {
  const of = { ServerId: serverId, UserName: user.UserName }
  const present = user.SshPublicKeys ?? []
  const bodies = present.map(bodyOf)
  const missing = new Set(publicKeys.filter((key) => !bodies.includes(key)))
  for (const key of missing) {
    await client.send(new ImportSshPublicKeyCommand({ ...of, SshPublicKeyBody: key })).catch(unless(isPresent))
  }
  // A key that is there twice goes too, but for its first entry.
  const surplus = present.filter((_key, index) => {
    const body = bodies[index] ?? ''
    return !publicKeys.includes(body) || bodies.indexOf(body) < index
  })
  for (const { SshPublicKeyId } of surplus) {
    await client.send(new DeleteSshPublicKeyCommand({ ...of, SshPublicKeyId })).catch(unless(isAbsent))
  }
}

/** For functions that may remove users but not make them. */
export const transferUserRemoval = ({ client, serverId }: Server): Pick<SftpUsers, 'remove'> => ({
  remove: async (name) => {
    const command = new DeleteUserCommand({ ServerId: serverId, UserName: name })
    await client.send(command).catch(unless(isAbsent)).catch(failing('remove', name))
  },
})

/** The service-managed users of a Transfer Family server. */
export const transferUsers = ({ bucket, roleArn, ...server }: Server & UserHome): SftpUsers => {
  const { client, serverId } = server

  const create = async (name: string, firstKey: string | undefined): Promise<DescribedUser> => {
    const settings = userSettings({ bucket, roleArn }, name)
    const command = new CreateUserCommand({
      ServerId: serverId,
      UserName: name,
      SshPublicKeyBody: firstKey,
      ...settings,
    })
    await client.send(command).catch(unless(isPresent))
    const user = await describe(server, name)
    if (user === undefined) throw new Fault('SFTP_USER_FAILED', `user ${name} was made and is not there`)
    return user
  }

  const put: SftpUsers['put'] = async ({ name, publicKeys }) => {
    const user = (await describe(server, name)) ?? (await create(name, publicKeys[0]))
    const settings = userSettings({ bucket, roleArn }, name)
    if (!hasSettings(user, settings)) {
      await client.send(new UpdateUserCommand({ ServerId: serverId, UserName: name, ...settings }))
    }
    await convergeKeys(server, user, publicKeys)
  }

  return {
    ...transferUserRemoval(server),
    put: (user) => put(user).catch(failing('put', user.name)),
    keys: async (name) => {
      const user = await describe(server, name).catch(failing('read', name))
      return user?.SshPublicKeys?.map(bodyOf) ?? (user && [])
    },
  }
}
