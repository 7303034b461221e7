import { ResponseType } from 'aws-cdk-lib/aws-apigateway'
import { describe, expect, it } from 'vitest'
import { generalErrors } from '../../core/api/errors.ts'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()
const answers = resourcesOf(template, 'AWS::ApiGateway::GatewayResponse').map(({ Properties }) => Object(Properties))

describe('the answers of the gateway itself', () => {
  it('cover every type that API Gateway has', () => {
    const known = Object.values(ResponseType).flatMap((type) =>
      type instanceof ResponseType ? [type.responseType] : [],
    )
    expect(known.length).toBeGreaterThan(15)
    expect(answers.map(({ ResponseType: type }) => type).toSorted()).toEqual(known.toSorted())
  })

  it.each(answers)(
    'to $ResponseType are the error envelope, with all four keys and a code of the closed list',
    (answer) => {
      expect(Object.keys(answer.ResponseTemplates)).toEqual(['application/json'])
      const body = answer.ResponseTemplates['application/json']
      expect(JSON.parse(body)).toEqual({
        status: 'error',
        error: {
          code: expect.toSatisfy((code: string) => Object.hasOwn(generalErrors, code)),
          title: expect.any(String),
          message: expect.any(String),
          log_url: null,
        },
      })
      expect(body, 'the gateway would take these for variables').not.toMatch(/[$#]/)
    },
  )

  it('have an error status; only the two defaults keep the one of the gateway', () => {
    const own = answers.filter(({ StatusCode }) => StatusCode !== undefined)
    expect(own.map(({ StatusCode }) => StatusCode)).toSatisfy((codes: string[]) =>
      codes.every((code) => /^[45]\d\d$/.test(code)),
    )
    const kept = answers.filter(({ StatusCode }) => StatusCode === undefined)
    expect(kept.map((answer) => answer.ResponseType)).toEqual(['DEFAULT_4XX', 'DEFAULT_5XX'])
  })

  const answerTo = (type: string) => answers.find((answer) => answer.ResponseType === type)

  it('to an unknown route are 404, with or without a bearer key', () => {
    expect(answerTo('MISSING_AUTHENTICATION_TOKEN').StatusCode).toBe('404')
    expect(answerTo('INVALID_SIGNATURE').StatusCode).toBe('404')
  })

  it('to too many requests say when to try again', () => {
    expect(answerTo('THROTTLED')).toMatchObject({
      StatusCode: '429',
      ResponseParameters: { 'gatewayresponse.header.Retry-After': "'1'" },
    })
  })

  it('are deployed with the routes: a change of one makes a new deployment', () => {
    const [deployment] = resourcesOf(template, 'AWS::ApiGateway::Deployment')
    const ids = Object.keys(template.findResources('AWS::ApiGateway::GatewayResponse'))
    expect(deployment?.DependsOn).toEqual(expect.arrayContaining(ids))
  })
})

describe('the REST API', () => {
  it('is regional and refuses TLS before 1.2', () => {
    expect(resourceOf(template, 'AWS::ApiGateway::RestApi', 'RestApi').Properties).toMatchObject({
      EndpointConfiguration: { Types: ['REGIONAL'] },
      SecurityPolicy: 'SecurityPolicy_TLS13_1_2_PQ_2025_09',
    })
  })

  it('limits requests, caches nothing, measures, and writes no execution log', () => {
    template.hasResourceProperties('AWS::ApiGateway::Stage', {
      StageName: 'prod',
      TracingEnabled: true,
      MethodSettings: [
        {
          HttpMethod: '*',
          ResourcePath: '/*',
          ThrottlingRateLimit: 200,
          ThrottlingBurstLimit: 400,
          MetricsEnabled: true,
          LoggingLevel: 'OFF',
          DataTraceEnabled: false,
          CachingEnabled: false,
        },
      ],
    })
  })

  it('logs each request without address, user agent, path, query or key', () => {
    const [stage] = resourcesOf(template, 'AWS::ApiGateway::Stage')
    const { Format, DestinationArn } = Object(stage?.Properties.AccessLogSetting)
    expect(spell(DestinationArn)).toBe(
      'arn:<AWS::Partition>:logs:<AWS::Region>:<AWS::AccountId>:log-group:<RestAccessLogs>',
    )
    const variables = new Set(Object.values(JSON.parse(Format)))
    expect(variables).toEqual(
      new Set([
        '$context.requestId',
        '$context.requestTime',
        '$context.httpMethod',
        '$context.resourcePath',
        '$context.status',
        '$context.error.responseType',
        '$context.responseLength',
        '$context.responseLatency',
        '$context.integrationLatency',
      ]),
    )
  })

  it('may log in a new account: the account’s log role is part of the stack', () => {
    template.resourceCountIs('AWS::ApiGateway::Account', 1)
  })

  it('asks nobody but the functions who the caller is', () => {
    template.allResourcesProperties('AWS::ApiGateway::Method', { AuthorizationType: 'NONE' })
    template.resourceCountIs('AWS::ApiGateway::Authorizer', 0)
  })
})
