import { describe, expect, it } from 'vitest'
import { readSettings } from '../../local/settings.ts'

describe('the settings of npm start', () => {
  it('have defaults that need nothing', () => {
    expect(readSettings({})).toMatchObject({
      port: 3000,
      sftpPort: 2222,
      dashboardPort: undefined,
      firstAdmin: 'admin@example.com',
      openId: undefined,
      endpoints: { dynamodb: undefined, s3: undefined },
    })
  })

  it('take one endpoint for all of AWS, and one of a service before it', () => {
    const { endpoints } = readSettings({
      AWS_ENDPOINT_URL: 'http://127.0.0.1:5000',
      ROSTERPORT_S3_ENDPOINT: 'http://127.0.0.1:9000',
    })
    expect(endpoints).toMatchObject({
      dynamodb: 'http://127.0.0.1:5000',
      s3: 'http://127.0.0.1:9000',
      transfer: 'http://127.0.0.1:5000',
    })
  })

  it('let webhooks go to this machine only when they say so', () => {
    expect(readSettings({}).allowsLocalWebhooks).toBe(false)
    expect(readSettings({ ROSTERPORT_LOCAL_WEBHOOKS: 'true' }).allowsLocalWebhooks).toBe(true)
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT is "eighty", which is not a valid port.'],
    [{ DASHBOARD_PORT: 'next' }, 'DASHBOARD_PORT is "next", which is not a valid port.'],
    [{ SFTP_PORT: '70000' }, 'SFTP_PORT is "70000", which is not a valid port.'],
    [
      { ROSTERPORT_REQUESTS_PER_MINUTE: 'many' },
      'ROSTERPORT_REQUESTS_PER_MINUTE is "many", which is not a valid whole number.',
    ],
    [{ ROSTERPORT_SYNC_SECONDS: '10' }, 'ROSTERPORT_SYNC_SECONDS is "10", which is not a whole number from 60 to 900.'],
    [{ ROSTERPORT_LOCAL_WEBHOOKS: 'yes' }, 'ROSTERPORT_LOCAL_WEBHOOKS is "yes", which is not true or false.'],
    [{ AWS_ENDPOINT_URL: 'moto' }, 'AWS_ENDPOINT_URL is "moto", which is not a valid address.'],
  ])('that are wrong (%j) are named', (variables, sentence) => {
    expect(() => readSettings(variables)).toThrow(sentence)
  })
})
