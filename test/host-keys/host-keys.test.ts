import { createPrivateKey } from 'node:crypto'
import { utils } from 'ssh2'
import { describe, expect, it } from 'vitest'
import type { HostKeys } from '../../core/deployment/host-keys.ts'
import { customResource } from '../../lambdas/host-keys/custom-resource.ts'
import { generateHostKeys } from '../../lambdas/host-keys/generate-host-keys.ts'
import { keepHostKeys } from '../../lambdas/host-keys/keep-host-keys.ts'
import { publicHostKeys } from '../../lambdas/host-keys/public-keys.ts'

const memoryStore = (keys?: HostKeys) => {
  let stored = keys
  return {
    load: async () => stored,
    save: async (saved: HostKeys) => {
      stored = saved
    },
  }
}

describe('new host keys', () => {
  const keys = generateHostKeys()

  it('are an RSA key of 3072 bits and an ECDSA key on P-256', () => {
    expect(createPrivateKey(keys.rsa)).toMatchObject({
      asymmetricKeyType: 'rsa',
      asymmetricKeyDetails: { modulusLength: 3072 },
    })
    expect(createPrivateKey(keys.ecdsa)).toMatchObject({ asymmetricKeyDetails: { namedCurve: 'prime256v1' } })
  })

  it('have the form that ssh-keygen -m PEM writes, and fit into an import', () => {
    expect(keys.rsa).toMatch(/^-----BEGIN RSA PRIVATE KEY-----\n/)
    expect(keys.ecdsa).toMatch(/^-----BEGIN EC PRIVATE KEY-----\n/)
    for (const key of Object.values(keys)) expect(key.length).toBeLessThan(4096)
  })

  it('have public halves as OpenSSH writes them', () => {
    const expected = [keys.ecdsa, keys.rsa].map((key) => {
      const parsed = utils.parseKey(key)
      if (parsed instanceof Error) throw parsed
      return `${parsed.type} ${parsed.getPublicSSH().toString('base64')}`
    })
    expect(publicHostKeys(keys)).toEqual(expected)
  })

  it('can be read by an SSH server', () => {
    for (const key of Object.values(keys)) expect(utils.parseKey(key)).not.toBeInstanceOf(Error)
  })
})

describe('keeping host keys', () => {
  it('makes them the first time and never again', async () => {
    const store = memoryStore()
    await keepHostKeys(store, () => ({ rsa: 'first', ecdsa: 'first' }))
    await keepHostKeys(store, () => ({ rsa: 'second', ecdsa: 'second' }))
    expect(await store.load()).toEqual({ rsa: 'first', ecdsa: 'first' })
  })
})

describe('the custom resource', () => {
  const request = {
    RequestType: 'Create',
    ResponseURL: 'https://answers.example.com/here?signed',
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'Keys',
    ResourceProperties: { ServiceToken: 'ignored' },
  }
  const identity = { StackId: 'stack', RequestId: 'request', LogicalResourceId: 'Keys', PhysicalResourceId: 'Keys' }

  const answersTo = async (event: unknown, provide: () => Promise<Record<string, string>>) => {
    const answers: unknown[] = []
    await customResource(provide, async (url, body) => {
      answers.push({ url, ...JSON.parse(body) })
    })(event)
    return answers
  }

  it('tells CloudFormation that the keys are there', async () => {
    expect(await answersTo(request, async () => ({ PublicKeys: 'a' }))).toEqual([
      { url: request.ResponseURL, Status: 'SUCCESS', Data: { PublicKeys: 'a' }, ...identity },
    ])
  })

  it('tells CloudFormation what went wrong, without waiting for its time-out', async () => {
    const [answer] = await answersTo(request, async () => {
      throw new TypeError('secret contents')
    })
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining('TypeError'), ...identity })
    expect(JSON.stringify(answer)).not.toContain('secret contents')
  })

  it('leaves the keys alone when the stack goes', async () => {
    const provide = async (): Promise<never> => expect.unreachable('nothing is to be done')
    expect(await answersTo({ ...request, RequestType: 'Delete', PhysicalResourceId: 'Keys' }, provide)).toEqual([
      { url: request.ResponseURL, Status: 'SUCCESS', ...identity },
    ])
  })
})
