import { describe, expect, it } from 'vitest'
import { resourceOf, resourcesOf, spell, synthesize } from './synthesize.ts'

const template = synthesize({ firstAdmin: 'ada@example.com' })
const pool = resourceOf(template, 'AWS::Cognito::UserPool', 'SignInPool')
const client = resourceOf(template, 'AWS::Cognito::UserPoolClient', 'SignInClient').Properties

describe('the user pool', () => {
  it('knows people by e-mail addresses that they have proved to be theirs', () => {
    expect(pool.Properties).toMatchObject({
      UsernameAttributes: ['email'],
      UsernameConfiguration: { CaseSensitive: false },
      AutoVerifiedAttributes: ['email'],
      UserAttributeUpdateSettings: { AttributesRequireVerificationBeforeUpdate: ['email'] },
    })
  })

  it('asks for long passwords and offers a second factor', () => {
    expect(pool.Properties).toMatchObject({
      Policies: { PasswordPolicy: { MinimumLength: 14 } },
      MfaConfiguration: 'OPTIONAL',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
    })
  })

  it('survives the stack and cannot be deleted by mistake', () => {
    expect(pool.DeletionPolicy).toBe('Retain')
    expect(pool.Properties.DeletionProtection).toBe('ACTIVE')
  })

  it('has pages where people sign in, under a name that nobody else can have taken', () => {
    const domain = resourceOf(template, 'AWS::Cognito::UserPoolDomain', 'SignInPoolDomain').Properties
    expect(spell(domain.Domain)).toMatch(/^rosterport-prod-.*AWS::StackId/)
    expect(domain.ManagedLoginVersion).toBe(2)
    const look = resourceOf(template, 'AWS::Cognito::ManagedLoginBranding', 'SignInLook').Properties
    expect(spell(look.ClientId)).toBe('<SignInClient>')
    expect(look.UseCognitoProvidedValues).toBe(true)
  })
})

describe('the dashboard at the user pool', () => {
  it('is a public client, with the code flow and nothing else', () => {
    expect(client).toMatchObject({
      GenerateSecret: false,
      AllowedOAuthFlowsUserPoolClient: true,
      AllowedOAuthFlows: ['code'],
      AllowedOAuthScopes: ['openid', 'email', 'profile'],
      PreventUserExistenceErrors: 'ENABLED',
      EnableTokenRevocation: true,
    })
  })

  it('is sent back to only at its own addresses', () => {
    expect([client.CallbackURLs, client.LogoutURLs].map((urls) => Object(urls).map(spell))).toEqual([
      ['https://<FrontDashboard.DomainName>/signed-in'],
      ['https://<FrontDashboard.DomainName>/signed-out'],
    ])
  })
})

describe('the first admin', () => {
  it('is invited by mail, and let in by name', () => {
    const user = resourceOf(template, 'AWS::Cognito::UserPoolUser', 'SignInFirstAdmin')
    expect(user.Properties).toMatchObject({
      Username: 'ada@example.com',
      DesiredDeliveryMediums: ['EMAIL'],
      UserAttributes: [
        { Name: 'email', Value: 'ada@example.com' },
        { Name: 'email_verified', Value: 'true' },
      ],
    })
    const { Variables } = Object(resourceOf(template, 'AWS::Lambda::Function', 'apiFunction').Properties.Environment)
    expect(Variables.FIRST_ADMIN).toBe('ada@example.com')
    expect(template.findOutputs('DashboardUrl').DashboardUrl?.Description).toMatch(/^Sign in as firstAdmin/)
  })

  it('can be named later: the outputs say so', () => {
    const nobody = synthesize()
    nobody.resourceCountIs('AWS::Cognito::UserPoolUser', 0)
    expect(nobody.findOutputs('DashboardUrl').DashboardUrl?.Description).toMatch(/deploy again with firstAdmin/)
  })
})

it('an issuer of the vendor’s own takes the pool’s place', () => {
  const own = synthesize({ openIdIssuer: 'https://login.example.com', openIdClientId: 'rosterport' })
  expect(resourcesOf(own, 'AWS::Cognito::UserPool')).toEqual([])
  for (const name of ['apiFunction', 'connectFunction', 'pagesFunction']) {
    const { Variables } = Object(resourceOf(own, 'AWS::Lambda::Function', name).Properties.Environment)
    expect(Variables).toMatchObject({ OPENID_ISSUER: 'https://login.example.com', OPENID_CLIENT_ID: 'rosterport' })
  }
})
