import { Size } from 'aws-cdk-lib'
import {
  AccessLogField,
  AccessLogFormat,
  CfnRestApi,
  EndpointType,
  LambdaIntegration,
  LogGroupLogDestination,
  MethodLoggingLevel,
  ResponseType,
  RestApi,
  SecurityPolicy,
  type Stage,
} from 'aws-cdk-lib/aws-apigateway'
import { Construct } from 'constructs'
import { type GatewayError, gatewayErrorBody, gatewayErrors } from '#core/api/gateway-errors.ts'
import { type GatewayPath, gatewayPaths } from '#core/deployment/gateway.ts'
import type { Access } from './access.ts'
import { acknowledge } from './acknowledge.ts'
import type { DataKey } from './data-key.ts'
import { createLogGroup } from './log-group.ts'
import type { ServiceFunction } from './service-function.ts'
import type { Settings } from './settings.ts'

type RestServiceProps = { readonly settings: Settings; readonly key: DataKey }

/**
 * The access log holds no personal data: no address, no user agent, no query (filters hold e-mails),
 * and the folder instead of the path (some paths hold tokens). The function that answers logs the route under the same request id.
 */
const accessLogFormat = AccessLogFormat.custom(
  JSON.stringify({
    requestId: AccessLogField.contextRequestId(),
    time: AccessLogField.contextRequestTime(),
    method: AccessLogField.contextHttpMethod(),
    route: AccessLogField.contextResourcePath(),
    status: AccessLogField.contextStatus(),
    errorType: AccessLogField.contextErrorResponseType(),
    bytes: AccessLogField.contextResponseLength(),
    milliseconds: AccessLogField.contextResponseLatency(),
    functionMilliseconds: AccessLogField.contextIntegrationLatency(),
  }),
)

const acknowledged = {
  'AwsSolutions-APIG2': 'The functions parse every request by a schema and answer in the envelope of the API.',
  'AwsSolutions-APIG4': 'API keys and link tokens are stored as hashes and checked by the functions.',
  'AwsSolutions-APIG6':
    'Execution logs would copy queries with e-mail addresses and paths with tokens; there is an access log.',
  'AwsSolutions-COG4': 'API keys, link tokens and the ID tokens of members are checked by the functions.',
  'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs]':
    'The policy that AWS demands for the log role of API Gateway.',
}

const withoutFirewall = { 'AwsSolutions-APIG3': 'The operator chose to save its monthly price.' }

/** The REST API: paths from core/deployment/gateway.ts, and the gateway's own answers in the API's envelope. */
export class RestService extends Construct {
  readonly #api: RestApi
  readonly #requestsPerMinute: string

  constructor(scope: Construct, id: string, { settings, key }: RestServiceProps) {
    super(scope, id)
    this.#api = new RestApi(this, 'Api', {
      restApiName: `rosterport-${settings.stage}`,
      endpointTypes: [EndpointType.REGIONAL],
      // The pages' scripts, above all: those who ask for it get them compressed.
      minCompressionSize: Size.kibibytes(1),
      // Without this account-wide role a new account refuses access logs.
      cloudWatchRole: true,
      deployOptions: {
        stageName: settings.stage,
        accessLogDestination: new LogGroupLogDestination(createLogGroup(this, 'AccessLogs', { settings, key })),
        accessLogFormat,
        loggingLevel: MethodLoggingLevel.OFF,
        metricsEnabled: true,
        cachingEnabled: false,
        tracingEnabled: true,
        throttlingRateLimit: settings.apiRateLimit,
        throttlingBurstLimit: settings.apiBurstLimit,
      },
    })
    // The stack's outputs name the public address; this one would compete with it.
    this.#api.node.tryRemoveChild('Endpoint')
    refuseOldTls(this.#api)
    for (const [type, error] of Object.entries(gatewayErrors)) addGatewayAnswer(this.#api, type, error)
    acknowledge(this.#api, settings.firewall === 'on' ? acknowledged : { ...acknowledged, ...withoutFirewall })
    this.#requestsPerMinute = String(settings.apiKeyRequestsPerMinute)
  }

  get restApiId(): string {
    return this.#api.restApiId
  }

  get stage(): Stage {
    return this.#api.deploymentStage
  }

  tellRateLimit(): Access {
    return { statements: [], environment: { REQUESTS_PER_MINUTE: this.#requestsPerMinute } }
  }

  serve(functions: Readonly<Record<GatewayPath['function'], ServiceFunction>>): void {
    const integrations = {
      api: integrationOf(functions.api),
      connect: integrationOf(functions.connect),
      docs: integrationOf(functions.docs),
      pages: integrationOf(functions.pages),
    }
    for (const { method, path, function: name } of gatewayPaths) {
      this.#api.root.resourceForPath(path).addMethod(method, integrations[name])
    }
  }
}

/** One permission for all routes of a function: one each would pass the size limit of a function's policy. */
const integrationOf = (target: ServiceFunction): LambdaIntegration =>
  new LambdaIntegration(target.function, { scopePermissionToMethod: false })

const addGatewayAnswer = (api: RestApi, type: string, error: GatewayError): void => {
  api.addGatewayResponse(type, {
    type: ResponseType.of(type),
    ...(error.status === null ? {} : { statusCode: String(error.status) }),
    ...(error.retryAfterSeconds === undefined
      ? {}
      : { responseHeaders: { 'Retry-After': `'${error.retryAfterSeconds}'` } }),
    templates: { 'application/json': gatewayErrorBody(error) },
  })
}

/** The default of a regional API still accepts TLS 1.0. */
const refuseOldTls = (api: RestApi): void => {
  const resource = api.node.defaultChild
  if (!CfnRestApi.isCfnRestApi(resource)) throw new Error('A REST API without its resource.')
  resource.securityPolicy = SecurityPolicy.TLS13_1_2_PQ_2025_09
  resource.endpointAccessMode = 'BASIC'
}
