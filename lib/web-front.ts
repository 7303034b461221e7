import { Aws, Duration, Fn } from 'aws-cdk-lib'
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager'
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginProtocolPolicy,
  OriginRequestPolicy,
  OriginSslPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront'
import { HttpOrigin } from 'aws-cdk-lib/aws-cloudfront-origins'
import { CfnRecordSet } from 'aws-cdk-lib/aws-route53'
import { CloudFrontTarget } from 'aws-cdk-lib/aws-route53-targets'
import { Construct } from 'constructs'
import { frontHeaders } from '#core/deployment/front-headers.ts'
import type { Access } from './access.ts'
import { acknowledge } from './acknowledge.ts'
import { edgeCode } from './edge-code.ts'
import type { OriginSecret } from './origin-secret.ts'
import { domainsOf, type Settings } from './settings.ts'

type WebFrontProps = {
  readonly settings: Settings
  readonly restApiId: string
  readonly originSecret: OriginSecret
}

type Host = keyof typeof edgeCode

const acknowledged = {
  'AwsSolutions-CFR1': 'Customers are anywhere; whoever must shut out countries knows which.',
  'AwsSolutions-CFR2':
    'The firewall stands at the API, behind both hosts: there its refusals carry the envelope, and it needs no second region.',
  'AwsSolutions-CFR3':
    'The log would hold addresses of people and paths with tokens; the API has an access log without.',
}
const withoutDomain = {
  'AwsSolutions-CFR4': 'Without a domain of its own a distribution has the certificate of CloudFront, and its rules.',
}

/** Two hosts in front of one API: `api` for it and the flows, `dashboard` for the vendor's people. Only what never changes is kept. */
export class WebFront extends Construct {
  readonly apiUrl: string
  readonly dashboardUrl: string
  /** The names that a domain of the vendor's own has to point to. */
  readonly targets: Readonly<Record<Host, string>>

  constructor(scope: Construct, id: string, props: WebFrontProps) {
    super(scope, id)
    const api = this.#distribute('api', 'Api', props)
    const dashboard = this.#distribute('dashboard', 'Dashboard', props)
    const domains = domainsOf(props.settings)
    this.apiUrl = `https://${domains?.api ?? api}`
    this.dashboardUrl = `https://${domains?.dashboard ?? dashboard}`
    this.targets = { api, dashboard }
  }

  /** Where links point. */
  tellPublicUrl(): Access {
    return { statements: [], environment: { PUBLIC_URL: this.apiUrl } }
  }

  tellDashboardUrl(): Access {
    return { statements: [], environment: { DASHBOARD_URL: this.dashboardUrl } }
  }

  /** The name that CloudFront gives. */
  #distribute(host: Host, id: string, { settings, restApiId, originSecret }: WebFrontProps): string {
    const domain = domainsOf(settings)?.[host]
    const behavior = {
      origin: originOf(restApiId, settings, originSecret),
      viewerProtocolPolicy: host === 'api' ? ViewerProtocolPolicy.HTTPS_ONLY : ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
      // A host of the viewer's would mean another API to API Gateway.
      originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
      responseHeadersPolicy: responseHeaders(this, `${id}Headers`, host),
      functionAssociations: [
        { eventType: FunctionEventType.VIEWER_REQUEST, function: edgeFunction(this, `${id}Edge`, host) },
      ],
    }
    const distribution = new Distribution(this, id, {
      comment: `Rosterport ${settings.stage}: ${host}`,
      defaultBehavior: {
        ...behavior,
        allowedMethods: AllowedMethods.ALLOW_ALL,
        cachePolicy: CachePolicy.CACHING_DISABLED,
      },
      // Their names hold hashes of their contents.
      additionalBehaviors: { '/assets/*': { ...behavior, cachePolicy: CachePolicy.CACHING_OPTIMIZED } },
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_ALL,
      ...(domain === undefined ? {} : named(this, domain, settings)),
    })
    acknowledge(distribution, domain === undefined ? { ...acknowledged, ...withoutDomain } : acknowledged)
    if (domain !== undefined) pointTo(this, id, { domain, settings, target: distribution.domainName })
    return distribution.domainName
  }
}

const named = (scope: Construct, domain: string, { certificate = '' }: Settings) => ({
  domainNames: [domain],
  certificate: Certificate.fromCertificateArn(scope, `Certificate${scope.node.children.length}`, certificate),
  minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
})

const originOf = (restApiId: string, { stage }: Settings, secret: OriginSecret): HttpOrigin =>
  new HttpOrigin(Fn.join('', [restApiId, `.execute-api.${Aws.REGION}.${Aws.URL_SUFFIX}`]), {
    originPath: `/${stage}`,
    protocolPolicy: OriginProtocolPolicy.HTTPS_ONLY,
    originSslProtocols: [OriginSslPolicy.TLS_V1_2],
    // A second more than the gateway waits for a function.
    readTimeout: Duration.seconds(30),
    customHeaders: { [frontHeaders.secret]: secret.reference },
  })

const edgeFunction = (scope: Construct, id: string, host: Host): EdgeFunction =>
  new EdgeFunction(scope, id, {
    comment: `Rosterport: requests to the host ${host}`,
    code: FunctionCode.fromInline(edgeCode[host]),
    runtime: FunctionRuntime.JS_2_0,
  })

/** What an answer without a policy of its own is: nothing that a browser should show, run or frame. */
const policyOfData = "default-src 'none'; frame-ancestors 'none'"

/** Documents bring a policy of their own. X-Frame-Options only where nobody may frame: it knows no list of those who may. */
const responseHeaders = (scope: Construct, id: string, host: Host): ResponseHeadersPolicy =>
  new ResponseHeadersPolicy(scope, id, {
    comment: `Rosterport: ${host}`,
    securityHeadersBehavior: {
      strictTransportSecurity: { accessControlMaxAge: Duration.days(365), includeSubdomains: false, override: true },
      contentTypeOptions: { override: true },
      referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
      contentSecurityPolicy: { contentSecurityPolicy: policyOfData, override: false },
      ...(host === 'dashboard' ? { frameOptions: { frameOption: HeadersFrameOption.DENY, override: true } } : {}),
    },
    customHeadersBehavior: {
      customHeaders: [
        { header: 'permissions-policy', value: 'camera=(), geolocation=(), microphone=()', override: true },
        { header: 'cross-origin-resource-policy', value: 'same-origin', override: true },
      ],
    },
  })

type Pointer = { readonly domain: string; readonly settings: Settings; readonly target: string }

const pointTo = (scope: Construct, id: string, { domain, settings, target }: Pointer): void => {
  const { hostedZoneId } = settings
  if (hostedZoneId === undefined) return
  for (const type of ['A', 'AAAA'])
    new CfnRecordSet(scope, `${id}${type}`, {
      hostedZoneId,
      name: domain,
      type,
      aliasTarget: { dnsName: target, hostedZoneId: CloudFrontTarget.CLOUDFRONT_ZONE_ID },
    })
}
