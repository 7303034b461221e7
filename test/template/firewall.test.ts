import { describe, expect, it } from 'vitest'
import { frontHeaders } from '../../core/deployment/front-headers.ts'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize()
const acl = resourceOf(template, 'AWS::WAFv2::WebACL', 'FirewallAcl').Properties
const rules: readonly Record<string, unknown>[] = Object(acl.Rules)
const ruleOf = (name: string) => Object(rules.find(({ Name }) => Name === name))

describe('the firewall', () => {
  it('stands at the API, where its refusals are answered in the envelope', () => {
    const [association] = resourcesOf(template, 'AWS::WAFv2::WebACLAssociation')
    expect(acl.Scope).toBe('REGIONAL')
    expect(spell(association?.Properties.WebACLArn)).toBe('<FirewallAcl.Arn>')
    expect(spell(association?.Properties.ResourceArn)).toMatch(
      /^arn:<AWS::Partition>:apigateway:<AWS::Region>::\/restapis\/<RestApi>\/stages\/<RestApiDeploymentStageprod>$/,
    )
  })

  it('lets nobody pass who does not come through CloudFront', () => {
    const { Action, Statement } = ruleOf('OnlyThroughFront')
    expect(Action).toEqual({ Block: {} })
    const match = Statement.NotStatement.Statement.ByteMatchStatement
    expect(match).toMatchObject({
      FieldToMatch: { SingleHeader: { Name: frontHeaders.secret } },
      PositionalConstraint: 'EXACTLY',
    })
    expect(spell(match.SearchString)).toBe('{{resolve:secretsmanager:<OriginSecret>:SecretString:::}}')
  })

  it('counts requests without a bearer token by the address that CloudFront tells', () => {
    const { Action, Statement } = ruleOf('ManyRequests')
    expect(Action).toEqual({ Block: {} })
    expect(Statement.RateBasedStatement).toMatchObject({
      AggregateKeyType: 'FORWARDED_IP',
      ForwardedIPConfig: { HeaderName: frontHeaders.callerAddress },
      ScopeDownStatement: {
        NotStatement: {
          Statement: { ByteMatchStatement: { SearchString: 'bearer ', PositionalConstraint: 'STARTS_WITH' } },
        },
      },
    })
  })

  it('leaves room for long lists of ids, and for mappings', () => {
    expect(ruleOf('LongQuery').Statement.SizeConstraintStatement).toMatchObject({
      FieldToMatch: { QueryString: {} },
      ComparisonOperator: 'GT',
      Size: 8192,
    })
    const { RuleActionOverrides } = ruleOf('CommonRuleSet').Statement.ManagedRuleGroupStatement
    const counted = RuleActionOverrides.map(({ Name, ActionToUse }: Record<string, unknown>) => [Name, ActionToUse])
    for (const name of ['SizeRestrictions_BODY', 'SizeRestrictions_QUERYSTRING', 'CrossSiteScripting_BODY'])
      expect(counted).toContainEqual([name, { Count: {} }])
  })

  it('refuses what is known to be meant badly', () => {
    expect(ruleOf('KnownBadInputsRuleSet').Statement.ManagedRuleGroupStatement).toEqual({
      VendorName: 'AWS',
      Name: 'AWSManagedRulesKnownBadInputsRuleSet',
      RuleActionOverrides: [],
    })
  })

  it('keeps no samples of requests, which hold tokens and names', () => {
    for (const { VisibilityConfig } of [acl, ...rules])
      expect(VisibilityConfig).toMatchObject({ SampledRequestsEnabled: false })
  })

  it('can be left out', () => {
    const open = synthesize({ firewall: 'off' })
    open.resourceCountIs('AWS::WAFv2::WebACL', 0)
    open.resourceCountIs('AWS::WAFv2::WebACLAssociation', 0)
  })
})
