import { createServer } from 'node:http'
import { Kombo } from '@kombo-api/sdk'
import { KomboGeneralError, KomboHrisError } from '@kombo-api/sdk/models/errors'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { generalErrors } from '#core/api/errors.ts'
import { type GatewayError, gatewayErrorBody, gatewayErrors } from '#core/api/gateway-errors.ts'

/** A gateway that answers by itself: the bodies and statuses that test/template holds API Gateway to. */
let answered: GatewayError
const gateway = createServer((_, response) => {
  const { code, status } = answered
  response.writeHead(status ?? generalErrors[code].status, { 'content-type': 'application/json' })
  response.end(gatewayErrorBody(answered))
})

let sdk: Kombo

beforeAll(async () => {
  await new Promise<void>((resolve) => gateway.listen(0, '127.0.0.1', resolve))
  const { port } = Object(gateway.address())
  sdk = new Kombo({ api_key: 'key', integration_id: 'sftp:x', server_url: `http://127.0.0.1:${port}/v1` })
})
afterAll(() => gateway.close())

describe('an answer that the gateway gives by itself is an error that the official SDK understands', () => {
  test.each(Object.entries<GatewayError>(gatewayErrors))('%s', async (_, gatewayError) => {
    answered = gatewayError
    const error = { code: gatewayError.code, message: gatewayError.message, title: expect.any(String), log_url: null }
    await expect(sdk.general.checkApiKey()).rejects.toBeInstanceOf(KomboGeneralError)
    await expect(sdk.hris.getEmployees()).rejects.toBeInstanceOf(KomboHrisError)
    await expect(sdk.connect.getIntegrationByToken({ token: 'x' })).rejects.toMatchObject({ error })
    await expect(sdk.hris.getEmployees()).rejects.toMatchObject({ error })
  })
})
