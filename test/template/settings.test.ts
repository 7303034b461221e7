import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { readSettings, settingNames } from '../../lib/settings.ts'
import { readStageFile } from '../../lib/stage-file.ts'

const read = (values: Readonly<Record<string, unknown>>) => readSettings((key) => values[key])

describe('the settings of a deployment', () => {
  it('are complete without a word from the operator', () => {
    expect(read({})).toEqual({
      stage: 'prod',
      removalPolicy: 'retain',
      firewall: 'on',
      sftpEndpoint: 'public',
      sftpSecurityPolicy: 'TransferSecurityPolicy-2025-03',
      malwareProtection: 'off',
      logRetentionDays: 90,
      apiRateLimit: 200,
      apiBurstLimit: 400,
      apiKeyRequestsPerMinute: 300,
    })
  })

  it('take numbers and lists as the command line gives them', () => {
    const given = {
      logRetentionDays: '30',
      rawFileDays: '0',
      allowedOrigins: 'https://a.example.com,https://b.example.com',
    }
    expect(read(given)).toMatchObject({
      logRetentionDays: 30,
      rawFileDays: 0,
      allowedOrigins: ['https://a.example.com', 'https://b.example.com'],
    })
  })

  it.each([
    ['stage', 'Prod 1', /^Setting stage: Use up to 16/],
    ['removalPolicy', 'snapshot', /^Setting removalPolicy: Give one of: retain, destroy/],
    ['domain', 'https://hr.example.com', /^Setting domain: Give a host name/],
    ['domain', 'localhost', /^Setting domain: Give a host name/],
    ['certificate', 'arn:aws:acm:eu-central-1:123456789012:certificate/a-b', /^Setting certificate: .*us-east-1/],
    ['hostedZoneId', 'example.com', /^Setting hostedZoneId: Give the id/],
    ['firewall', 'yes', /^Setting firewall: Give one of: on, off/],
    ['sftpEndpoint', 'private', /^Setting sftpEndpoint: Give one of: public, vpc/],
    ['sftpClients', '203.0.113.7', /^Setting sftpClients.*: Give networks/],
    ['sftpAddresses', 'here', /^Setting sftpAddresses.*: Give IP addresses/],
    ['sftpSecurityPolicy', '2018-11', /^Setting sftpSecurityPolicy: Name a Transfer Family security policy/],
    ['kmsKey', 'alias/mine', /^Setting kmsKey: Give the ARN/],
    ['logRetentionDays', '8', /^Setting logRetentionDays: CloudWatch only knows/],
    ['logRetentionDays', 'long', /^Setting logRetentionDays: Give a whole number/],
    ['rawFileDays', '-1', /^Setting rawFileDays: Give whole days/],
    ['allowedOrigins', 'https://app.example.com/', /^Setting allowedOrigins.*: Give origins/],
    ['openIdIssuer', 'http://login.example.com', /^Setting openIdIssuer: Give the https address/],
    ['firstAdmin', 'ada', /^Setting firstAdmin: Give an e-mail address/],
    ['alarmEmail', 'ops', /^Setting alarmEmail: Give an e-mail address/],
    ['apiRateLimit', '-1', /^Setting apiRateLimit: Give a whole number above 0/],
  ])('refuse %s = %s with a sentence', (key, value, sentence) => {
    expect(() => read({ [key]: value })).toThrow(sentence)
  })

  it.each([
    [{ domain: 'hr.example.com' }, 'Setting domain: Give certificate as well.'],
    [{ hostedZoneId: 'Z0123456789ABCDEFGHIJ' }, 'Setting hostedZoneId: Give domain as well.'],
    [{ openIdIssuer: 'https://login.example.com' }, 'Setting openIdIssuer: Give openIdClientId as well.'],
    [{ openIdClientId: 'rosterport' }, 'Setting openIdClientId: Give openIdIssuer as well.'],
    [{ sftpClients: '203.0.113.0/24' }, 'Setting sftpClients: It only means something with sftpEndpoint=vpc.'],
    [
      { sftpEndpoint: 'vpc', sftpAllocationIds: 'eipalloc-0a', sftpAddresses: '203.0.113.7' },
      'Setting sftpAllocationIds: Give two, one for each zone that the server stands in.',
    ],
  ])('refuse what means nothing alone: %o', (values, sentence) => {
    expect(() => read(values)).toThrow(sentence)
  })

  it('name every wrong one at once', () => {
    expect(() => read({ stage: '', removalPolicy: 'x' })).toThrow(/Setting stage: .*\nSetting removalPolicy: /)
  })
})

describe('the file of a stage', () => {
  const fileWith = async (text: string): Promise<URL> => {
    const folder = await mkdtemp(join(tmpdir(), 'stages-'))
    onTestFinished(() => rm(folder, { recursive: true }))
    await writeFile(join(folder, 'prod.json'), text)
    return pathToFileURL(join(folder, 'prod.json'))
  }

  it('remembers what was chosen', async () => {
    expect(readStageFile(await fileWith('{ "alarmEmail": "ops@example.com", "rawFileDays": 30 }'))).toEqual({
      alarmEmail: 'ops@example.com',
      rawFileDays: 30,
    })
  })

  it('need not be there', async () => {
    expect(readStageFile(new URL('./none.json', await fileWith('{}')))).toEqual({})
  })

  it('is refused with a sentence where it holds something else', async () => {
    const wrong = await fileWith('{ "alarmMail": "ops@example.com" }')
    expect(() => readStageFile(wrong)).toThrow('Setting alarmMail: There is no such setting.')
    const broken = await fileWith('alarmEmail: ops@example.com')
    expect(() => readStageFile(broken)).toThrow(/prod\.json holds no JSON object/)
  })
})

describe('docs/deploy.md', () => {
  it('explains every setting, and none that is not there', async () => {
    const text = await readFile(new URL('../../docs/deploy.md', import.meta.url), 'utf8')
    const [, section = ''] = /## Settings\n([\s\S]*?)\n## /.exec(text) ?? []
    const explained = [...section.matchAll(/^\| `(\w+)`/gm)].map(([, name]) => name)
    expect(explained.toSorted()).toEqual(settingNames.toSorted())
  })
})
