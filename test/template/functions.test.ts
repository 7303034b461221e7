import { describe, expect, it } from 'vitest'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()

describe.each(resourcesOf(template, 'AWS::Lambda::Function'))('the function $id', ({ id, Properties }) => {
  it('runs on Node 24, on ARM', () => {
    expect(Properties).toMatchObject({ Runtime: 'nodejs24.x', Architectures: ['arm64'] })
  })

  it('is traced and logs as JSON to a group of its own, encrypted, which forgets', () => {
    expect(Properties.TracingConfig).toEqual({ Mode: 'Active' })
    const { LogFormat, LogGroup } = Object(Properties.LoggingConfig)
    expect(LogFormat).toBe('JSON')
    const group = spell(LogGroup).slice(1, -1)
    expect(group).toBe(`${id.slice(0, -'Function'.length)}Logs`)
    expect(resourceOf(template, 'AWS::Logs::LogGroup', group).Properties).toMatchObject({
      RetentionInDays: 90,
      KmsKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^DataKey/), 'Arn'] },
    })
  })
})

describe('the functions behind the API', () => {
  it.each(['api', 'connect', 'docs', 'pages'])('give up before the gateway does: %s', (name) => {
    const { Timeout } = resourceOf(template, 'AWS::Lambda::Function', `${name}Function`).Properties
    expect(Number(Timeout)).toBeLessThanOrEqual(29)
  })
})

describe('housekeeping', () => {
  const schedule = resourceOf(template, 'AWS::Scheduler::Schedule', 'HousekeepingSchedule').Properties

  it('is called every minute and never twice at once', () => {
    expect(schedule.ScheduleExpression).toBe('rate(1 minute)')
    expect(spell(Object(schedule.Target).Arn)).toBe('<housekeepingFunction.Arn>')
    expect(
      Number(resourceOf(template, 'AWS::Lambda::Function', 'housekeepingFunction').Properties.Timeout),
    ).toBeLessThan(60)
  })

  it('is not called again for a call that failed: the next minute does the same work', () => {
    expect(Object(schedule.Target).RetryPolicy).toMatchObject({ MaximumRetryAttempts: 0 })
  })
})

describe('the stack', () => {
  it('tells the operator where the API, the dashboard and the SFTP server are, how to make a key, and how the server is recognized', () => {
    expect(Object.keys(template.findOutputs('*')).toSorted()).toEqual([
      'ApiUrl',
      'DashboardUrl',
      'FirstApiKey',
      'SftpHost',
      'SftpHostKeyECDSA',
      'SftpHostKeyRSA',
      'SftpServerId',
    ])
  })

  it('keeps every log for as long as the setting says', () => {
    const short = synthesize({ logRetentionDays: '7' })
    short.allResourcesProperties('AWS::Logs::LogGroup', { RetentionInDays: 7 })
  })

  it('contains no function or role that it did not name', () => {
    expect(
      resourcesOf(template, 'AWS::Lambda::Function')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([
      'PgpKeeperFunction',
      'SftpHostKeysKeeperFunction',
      'apiFunction',
      'connectFunction',
      'deliverFunction',
      'docsFunction',
      'housekeepingFunction',
      'loginsFunction',
      'pagesFunction',
      'receiveFunction',
      'syncFunction',
    ])
    expect(
      resourcesOf(template, 'AWS::IAM::Role')
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([
      'HousekeepingScheduleRole',
      'PgpKeeperRole',
      'RestApiCloudWatchRole',
      'SftpHostKeysKeeperRole',
      'SftpUserRole',
      'apiRole',
      'connectRole',
      'deliverRole',
      'docsRole',
      'housekeepingRole',
      'loginsRole',
      'pagesRole',
      'receiveRole',
      'syncRole',
    ])
  })
})
