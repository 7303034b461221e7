import { Stack } from 'aws-cdk-lib'
import type { Stage } from 'aws-cdk-lib/aws-apigateway'
import { CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2'
import { Construct } from 'constructs'
import { frontHeaders } from '#core/deployment/front-headers.ts'
import type { OriginSecret } from './origin-secret.ts'

type FirewallProps = { readonly stage: Stage; readonly originSecret: OriginSecret }

type Rule = Omit<CfnWebACL.RuleProperty, 'priority' | 'visibilityConfig'>

const block = { block: {} }
const asIs = [{ priority: 0, type: 'NONE' }]

/** CloudFront takes no longer address. */
const longestQueryBytes = 8192

/** Of one address in five minutes, to paths that no API key opens. */
const mostRequests = 3000

/**
 * Rules of AWS's common set that would refuse what is meant here. Lists of ids make long queries. Mappings make long bodies, and hold
 * patterns and angle brackets; settings hold addresses of servers; programs need not say what they are.
 */
const toleratedRules = [
  'SizeRestrictions_QUERYSTRING',
  'SizeRestrictions_BODY',
  'CrossSiteScripting_BODY',
  'GenericLFI_BODY',
  'GenericRFI_BODY',
  'GenericRFI_QUERYARGUMENTS',
  'NoUserAgent_HEADER',
]

const managed = (name: string, tolerated: readonly string[] = []): Rule => ({
  name,
  overrideAction: { none: {} },
  statement: {
    managedRuleGroupStatement: {
      vendorName: 'AWS',
      name: `AWSManagedRules${name}`,
      ruleActionOverrides: tolerated.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
    },
  },
})

/** Else the addresses that CloudFront tells could be anybody's word, and what it adds could be gone round. */
const onlyThroughFront = (secret: OriginSecret): Rule => ({
  name: 'OnlyThroughFront',
  action: block,
  statement: {
    notStatement: {
      statement: {
        byteMatchStatement: {
          fieldToMatch: { singleHeader: { Name: frontHeaders.secret } },
          positionalConstraint: 'EXACTLY',
          searchString: secret.reference,
          textTransformations: asIs,
        },
      },
    },
  },
})

const longQuery: Rule = {
  name: 'LongQuery',
  action: block,
  statement: {
    sizeConstraintStatement: {
      fieldToMatch: { queryString: {} },
      comparisonOperator: 'GT',
      size: longestQueryBytes,
      textTransformations: asIs,
    },
  },
}

/** Requests with an API key are counted by the key: one address may be that of a whole product. */
const manyRequests: Rule = {
  name: 'ManyRequests',
  action: block,
  statement: {
    rateBasedStatement: {
      limit: mostRequests,
      aggregateKeyType: 'FORWARDED_IP',
      forwardedIpConfig: { headerName: frontHeaders.callerAddress, fallbackBehavior: 'MATCH' },
      scopeDownStatement: {
        notStatement: {
          statement: {
            byteMatchStatement: {
              fieldToMatch: { singleHeader: { Name: 'authorization' } },
              positionalConstraint: 'STARTS_WITH',
              searchString: 'bearer ',
              textTransformations: [{ priority: 0, type: 'LOWERCASE' }],
            },
          },
        },
      },
    },
  },
}

/** In front of the API. What it refuses is answered by the gateway, in the envelope. It keeps no samples of requests: they hold tokens. */
export class Firewall extends Construct {
  constructor(scope: Construct, id: string, { stage, originSecret }: FirewallProps) {
    super(scope, id)
    const rules = [
      onlyThroughFront(originSecret),
      manyRequests,
      longQuery,
      managed('CommonRuleSet', toleratedRules),
      managed('KnownBadInputsRuleSet'),
    ]
    const acl = new CfnWebACL(this, 'Acl', {
      description: 'Rosterport: in front of the API',
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility('Firewall'),
      rules: rules.map((rule, priority) => ({ ...rule, priority, visibilityConfig: visibility(rule.name) })),
    })
    new CfnWebACLAssociation(this, 'Association', {
      webAclArn: acl.attrArn,
      resourceArn: Stack.of(this).formatArn({
        service: 'apigateway',
        account: '',
        resource: `/restapis/${stage.restApi.restApiId}/stages/${stage.stageName}`,
      }),
    })
  }
}

const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: false,
})
