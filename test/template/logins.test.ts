import { describe, expect, it } from 'vitest'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()

describe('the log of the SFTP server', () => {
  const [filter] = resourcesOf(template, 'AWS::Logs::SubscriptionFilter')

  it('goes to the function that reads it, as far as it tells of attempts', () => {
    expect(spell(filter?.Properties.LogGroupName)).toBe('<SftpLogs>')
    expect(spell(filter?.Properties.DestinationArn)).toBe('<loginsFunction.Arn>')
    const kinds = String(filter?.Properties.FilterPattern).matchAll(/\$\.activity-type = "(\w+)"/g)
    expect([...kinds].map(([, kind]) => kind)).toEqual(['CONNECTED', 'AUTH_FAILURE', 'PARTIAL_CLOSE', 'ERROR'])
  })

  it('may call it, from that log group only, before it is subscribed', () => {
    const permissions = resourcesOf(template, 'AWS::Lambda::Permission').filter(
      ({ Properties }) => spell(Properties.FunctionName) === '<loginsFunction.Arn>',
    )
    expect(permissions.map(({ Properties }) => [Properties.Principal, spell(Properties.SourceArn)])).toEqual([
      ['logs.amazonaws.com', '<SftpLogs.Arn>'],
    ])
    expect(filter?.DependsOn).toEqual([expect.stringMatching(/^AttemptsFilterCanInvokeLambda/)])
  })
})

describe('a call of the function that reads the log', () => {
  const retries = resourceOf(template, 'AWS::Lambda::EventInvokeConfig', 'AttemptsRetries')

  it('is repeated twice, and kept for two weeks if it still fails', () => {
    const { FunctionName, DestinationConfig, ...times } = retries.Properties
    expect(spell(FunctionName)).toBe('<loginsFunction>')
    expect(times).toEqual({ Qualifier: '$LATEST', MaximumRetryAttempts: 2, MaximumEventAgeInSeconds: 6 * 60 * 60 })
    expect(spell(Object(DestinationConfig).OnFailure.Destination)).toBe('<AttemptsDeadLetters.Arn>')
    const { MessageRetentionPeriod } = resourceOf(template, 'AWS::SQS::Queue', 'AttemptsDeadLetters').Properties
    expect(MessageRetentionPeriod).toBe(14 * 24 * 60 * 60)
  })

  it('may be kept: the role has that right before Lambda tries it', () => {
    expect(retries.DependsOn).toEqual(expect.arrayContaining([expect.stringMatching(/^loginsRoleDefaultPolicy/)]))
  })
})
