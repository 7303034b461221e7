import { describe, expect, it } from 'vitest'
import { readSettings } from '../../lib/settings.ts'

const read = (values: Readonly<Record<string, unknown>>) => readSettings((key) => values[key])

describe('the settings of a deployment', () => {
  it('are complete without a word from the operator', () => {
    expect(read({})).toEqual({
      stage: 'prod',
      sftpSecurityPolicy: 'TransferSecurityPolicy-2025-03',
      removalPolicy: 'retain',
      logRetentionDays: 90,
      apiRateLimit: 200,
      apiBurstLimit: 400,
      apiKeyRequestsPerMinute: 300,
    })
  })

  it('take numbers as the command line gives them', () => {
    expect(read({ logRetentionDays: '30', apiRateLimit: '50' })).toMatchObject({
      logRetentionDays: 30,
      apiRateLimit: 50,
    })
  })

  it.each([
    ['stage', 'Prod 1', /^Setting stage: Use up to 16/],
    ['sftpSecurityPolicy', '2018-11', /^Setting sftpSecurityPolicy: Name a Transfer Family security policy/],
    ['publicUrl', 'http://hr.example.com', /^Setting publicUrl: Give an https URL/],
    ['publicUrl', 'https://hr.example.com/', /^Setting publicUrl: Give an https URL/],
    ['removalPolicy', 'snapshot', /^Setting removalPolicy: /],
    ['logRetentionDays', '8', /^Setting logRetentionDays: CloudWatch only knows/],
    ['apiRateLimit', '-1', /^Setting apiRateLimit: /],
  ])('refuse %s = %s with a sentence', (key, value, sentence) => {
    expect(() => read({ [key]: value })).toThrow(sentence)
  })

  it('name every wrong one at once', () => {
    expect(() => read({ stage: '', removalPolicy: 'x' })).toThrow(/Setting stage: .*\nSetting removalPolicy: /)
  })
})
