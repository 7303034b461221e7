import { describe, expect, it } from 'vitest'
import { uploadEventTypes } from '../../core/files/upload-event.ts'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()
const rule = resourceOf(template, 'AWS::Events::Rule', 'UploadsRule').Properties

describe('how an upload ended', () => {
  it('is heard of uploads to the one server', () => {
    const { detail, ...pattern } = Object(rule.EventPattern)
    expect(pattern).toEqual({ source: ['aws.transfer'], 'detail-type': [...uploadEventTypes] })
    expect(detail['server-id'].map(spell)).toEqual(['<SftpServer.ServerId>'])
  })

  it('goes to the landing queue, and what cannot be sent there to its dead letters', () => {
    const [target, ...others] = Object(rule.Targets)
    expect(others).toEqual([])
    expect(spell(target.Arn)).toBe('<LandingQueue.Arn>')
    expect(spell(target.DeadLetterConfig.Arn)).toBe('<LandingQueueDeadLetters.Arn>')
  })

  it.each(['LandingQueue', 'LandingQueueDeadLetters'])('may be sent to %s by that rule only', (id) => {
    const policy = resourcesOf(template, 'AWS::SQS::QueuePolicy').find(({ Properties }) =>
      [Properties.Queues].flat().map(spell).includes(`<${id}>`),
    )
    const statements: readonly Record<string, unknown>[] = Object(policy?.Properties.PolicyDocument).Statement
    const ofEvents = statements.filter(({ Principal }) => Object(Principal).Service === 'events.amazonaws.com')
    expect(ofEvents).toMatchObject([{ Effect: 'Allow', Action: 'sqs:SendMessage' }])
    expect(spell(ofEvents[0]?.Resource)).toBe(`<${id}.Arn>`)
    expect(spell(Object(ofEvents[0]?.Condition).ArnEquals['aws:SourceArn'])).toBe('<UploadsRule.Arn>')
  })
})
