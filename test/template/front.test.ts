import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passedOn, pathAtApi, signInPaths } from '../../core/deployment/dashboard-front.ts'
import { frontHeaders } from '../../core/deployment/front-headers.ts'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()
const hosts = ['FrontApi', 'FrontDashboard'] as const

const configOf = (host: string, of = template) =>
  Object(resourceOf(of, 'AWS::CloudFront::Distribution', host).Properties.DistributionConfig)
const behaviorsOf = (host: string) => {
  const { DefaultCacheBehavior, CacheBehaviors } = configOf(host)
  return [DefaultCacheBehavior, ...CacheBehaviors]
}

/** Managed policies of CloudFront, by the ids that AWS publishes. */
const cachingDisabled = '4135ea2d-6df8-44a3-9df3-4b5a84be39ad'
const cachingOptimized = '658327ea-f89d-4fab-a63d-7e88639e58f6'
const allViewerExceptHost = 'b689b0a8-53d0-40ab-baf2-68738e2966ac'

describe.each(hosts)('the distribution %s', (host) => {
  it('has the API as its one origin, over TLS, and proves itself to it by a secret', () => {
    const [origin, ...others] = configOf(host).Origins
    expect(others).toEqual([])
    expect(spell(origin.DomainName)).toBe('<RestApi>.execute-api.<AWS::Region>.<AWS::URLSuffix>')
    expect(origin.OriginPath).toBe('/prod')
    expect(origin.CustomOriginConfig).toMatchObject({
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    })
    expect(
      origin.OriginCustomHeaders.map(({ HeaderName, HeaderValue }: Record<string, string>) => [
        HeaderName,
        spell(HeaderValue),
      ]),
    ).toEqual([[frontHeaders.secret, '{{resolve:secretsmanager:<OriginSecret>:SecretString:::}}']])
  })

  it('keeps nothing but files whose names hold their contents’ hashes', () => {
    const { DefaultCacheBehavior, CacheBehaviors } = configOf(host)
    expect(DefaultCacheBehavior.CachePolicyId).toBe(cachingDisabled)
    expect(
      CacheBehaviors.map(({ PathPattern, CachePolicyId }: Record<string, string>) => [PathPattern, CachePolicyId]),
    ).toEqual([['/assets/*', cachingOptimized]])
  })

  it('passes on every method and everything but the host that was asked for', () => {
    const { DefaultCacheBehavior } = configOf(host)
    expect(DefaultCacheBehavior.AllowedMethods.toSorted()).toEqual(
      ['GET', 'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'POST', 'DELETE'].toSorted(),
    )
    for (const behavior of behaviorsOf(host)) expect(behavior.OriginRequestPolicyId).toBe(allViewerExceptHost)
  })

  it('speaks no plain HTTP', () => {
    const policy = host === 'FrontApi' ? 'https-only' : 'redirect-to-https'
    for (const behavior of behaviorsOf(host)) expect(behavior.ViewerProtocolPolicy).toBe(policy)
  })

  it('leaves every error as it is: the envelope is for programs', () => {
    expect(configOf(host).CustomErrorResponses).toBeUndefined()
  })
})

const headersOf = (id: string) =>
  Object(resourceOf(template, 'AWS::CloudFront::ResponseHeadersPolicy', id).Properties.ResponseHeadersPolicyConfig)

describe('the headers that CloudFront adds', () => {
  it.each(hosts)('are strict on every path of %s', (host) => {
    for (const behavior of behaviorsOf(host)) expect(spell(behavior.ResponseHeadersPolicyId)).toBe(`<${host}Headers>`)
    expect(headersOf(`${host}Headers`).SecurityHeadersConfig).toMatchObject({
      StrictTransportSecurity: { AccessControlMaxAgeSec: 365 * 24 * 60 * 60, Override: true },
      ContentTypeOptions: { Override: true },
      ReferrerPolicy: { ReferrerPolicy: 'no-referrer', Override: true },
    })
  })

  it.each(hosts)('give a policy to answers of %s that have none of their own, and leave that of a document', (host) => {
    expect(headersOf(`${host}Headers`).SecurityHeadersConfig.ContentSecurityPolicy).toEqual({
      ContentSecurityPolicy: "default-src 'none'; frame-ancestors 'none'",
      Override: false,
    })
  })

  it('forbid frames around the dashboard, and never around the flows, which customers see in one', () => {
    expect(headersOf('FrontDashboardHeaders').SecurityHeadersConfig.FrameOptions).toMatchObject({ FrameOption: 'DENY' })
    expect(headersOf('FrontApiHeaders').SecurityHeadersConfig.FrameOptions).toBeUndefined()
  })
})

type EdgeRequest = { uri: string; headers: Record<string, { value: string }> }

const edgeOf = (host: string) => {
  const { FunctionCode, FunctionConfig } = resourceOf(template, 'AWS::CloudFront::Function', `${host}Edge`).Properties
  expect(Object(FunctionConfig).Runtime).toBe('cloudfront-js-2.0')
  const run: (event: object) => EdgeRequest = new Function('event', `${FunctionCode}\nreturn handler(event)`) as never
  return (uri: string, headers: EdgeRequest['headers'] = {}, ip = '203.0.113.7') =>
    run({ viewer: { ip }, request: { uri, headers } })
}

describe('what runs at the edge', () => {
  it.each(hosts)('runs before every request to %s', (host) => {
    for (const behavior of behaviorsOf(host)) {
      const [association, ...others] = behavior.FunctionAssociations
      expect(others).toEqual([])
      expect(association.EventType).toBe('viewer-request')
      expect(spell(association.FunctionARN)).toBe(`<${host}Edge.FunctionARN>`)
    }
  })

  it.each(hosts)('tells who calls %s, whatever the caller says of itself', (host) => {
    const { headers } = edgeOf(host)('/v1/check-api-key', { [frontHeaders.callerAddress]: { value: '10.0.0.1' } })
    expect(headers).toEqual({ [frontHeaders.callerAddress]: { value: '203.0.113.7' } })
  })

  it('leaves the paths of the API and the flows as they are', () => {
    const edge = edgeOf('FrontApi')
    fc.assert(
      fc.property(fc.webPath(), (path) => {
        expect(edge(path).uri).toBe(path)
      }),
    )
  })

  it('shows the dashboard’s document for every path of its host but those that are passed on, as the laptop does', () => {
    const edge = edgeOf('FrontDashboard')
    const paths = fc.oneof(
      fc.webPath(),
      fc.tuple(fc.constantFrom(...passedOn), fc.webPath()).map(([first, rest]) => `/${first}${rest}`),
    )
    fc.assert(
      fc.property(paths, (path) => {
        expect(edge(path).uri).toBe(pathAtApi(path))
      }),
    )
    expect(edge('/integrations/sftp%3Aabc').uri).toBe('/dashboard')
    expect(edge('/manage/me').uri).toBe('/manage/me')
  })
})

describe('a deployment with a domain', () => {
  const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-0123456789ab'
  const domain = { domain: 'hr.example.com', certificate }
  const without = synthesize(domain)

  it('answers on it with its certificate, and takes no TLS before 1.2', () => {
    const named = hosts.map((host) => configOf(host, without))
    expect(named.map(({ Aliases }) => Aliases)).toEqual([['hr.example.com'], ['dashboard.hr.example.com']])
    for (const { ViewerCertificate } of named)
      expect(ViewerCertificate).toEqual({
        AcmCertificateArn: certificate,
        MinimumProtocolVersion: 'TLSv1.2_2021',
        SslSupportMethod: 'sni-only',
      })
  })

  it('tells the functions, the customers and the sign-in of it', () => {
    const { Variables } = Object(resourceOf(without, 'AWS::Lambda::Function', 'apiFunction').Properties.Environment)
    expect(Variables).toMatchObject({
      PUBLIC_URL: 'https://hr.example.com',
      DASHBOARD_URL: 'https://dashboard.hr.example.com',
    })
    expect(without.findOutputs('SftpHost').SftpHost?.Value).toBe('sftp.hr.example.com')
    expect(resourceOf(without, 'AWS::Cognito::UserPoolClient', 'SignInClient').Properties.CallbackURLs).toEqual([
      `https://dashboard.hr.example.com${signInPaths.signedIn}`,
    ])
  })

  it('says which records to make where it may not make them', () => {
    expect(spell(without.findOutputs('DnsRecords').DnsRecords?.Value)).toBe(
      'hr.example.com CNAME <FrontApi.DomainName>; dashboard.hr.example.com CNAME <FrontDashboard.DomainName>; ' +
        'sftp.hr.example.com CNAME <SftpServer.ServerId>.server.transfer.<AWS::Region>.amazonaws.com',
    )
    without.resourceCountIs('AWS::Route53::RecordSet', 0)
  })

  it('makes them itself in a zone at Route 53', () => {
    const within = synthesize({ ...domain, hostedZoneId: 'Z0123456789ABCDEFGHIJ' })
    const records = resourcesOf(within, 'AWS::Route53::RecordSet').map(({ Properties }) => [
      Properties.Name,
      Properties.Type,
      spell(Object(Properties.AliasTarget).DNSName ?? Object(Properties.ResourceRecords)[0]),
    ])
    expect(records.toSorted()).toEqual(
      [
        ['hr.example.com', 'A', '<FrontApi.DomainName>'],
        ['hr.example.com', 'AAAA', '<FrontApi.DomainName>'],
        ['dashboard.hr.example.com', 'A', '<FrontDashboard.DomainName>'],
        ['dashboard.hr.example.com', 'AAAA', '<FrontDashboard.DomainName>'],
        ['sftp.hr.example.com', 'CNAME', '<SftpServer.ServerId>.server.transfer.<AWS::Region>.amazonaws.com'],
      ].toSorted(),
    )
    expect(within.findOutputs('DnsRecords')).toEqual({})
  })
})
