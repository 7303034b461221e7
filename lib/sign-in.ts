import { Aws, Duration, Fn } from 'aws-cdk-lib'
import {
  AccountRecovery,
  CfnManagedLoginBranding,
  CfnUserPoolUser,
  ClientAttributes,
  FeaturePlan,
  ManagedLoginVersion,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  UserPoolClientIdentityProvider,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { signInPaths } from '#core/deployment/dashboard-front.ts'
import type { Access } from './access.ts'
import { acknowledge } from './acknowledge.ts'
import { removal } from './removal.ts'
import type { Settings } from './settings.ts'

type SignInProps = { readonly settings: Settings; readonly dashboardUrl: string }
type Issuer = { readonly issuer: string; readonly clientId: string }

const plus = 'Threat protection needs a plan that costs more for every person; members are few, and listed by e-mail.'
const acknowledged = {
  'AwsSolutions-COG2': 'Who wants a second factor has one; an issuer that demands it is a setting away.',
  'AwsSolutions-COG3': plus,
  'AwsSolutions-COG8': plus,
}

/**
 * How people sign in to the dashboard: at the issuer of the settings, else at a user pool of the stack. Anybody may sign up there with
 * an e-mail address that is theirs; only who is on the list of members is let in.
 */
export class SignIn extends Construct {
  readonly #issuer: Issuer
  readonly #firstAdmin: string

  constructor(scope: Construct, id: string, props: SignInProps) {
    super(scope, id)
    const { openIdIssuer, openIdClientId = '', firstAdmin = '' } = props.settings
    this.#firstAdmin = firstAdmin
    this.#issuer =
      openIdIssuer === undefined ? this.#makePool(props) : { issuer: openIdIssuer, clientId: openIdClientId }
  }

  tellIssuer(): Access {
    const { issuer, clientId } = this.#issuer
    return { statements: [], environment: { OPENID_ISSUER: issuer, OPENID_CLIENT_ID: clientId } }
  }

  tellFirstAdmin(): Access {
    return { statements: [], environment: { FIRST_ADMIN: this.#firstAdmin } }
  }

  #makePool({ settings, dashboardUrl }: SignInProps): Issuer {
    const pool = new UserPool(this, 'Pool', {
      featurePlan: FeaturePlan.ESSENTIALS,
      signInAliases: { email: true },
      signInCaseSensitive: false,
      selfSignUpEnabled: true,
      autoVerify: { email: true },
      // A new address counts only once it has proved to be theirs.
      keepOriginal: { email: true },
      standardAttributes: { email: { required: true, mutable: true } },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { sms: false, otp: true },
      passwordPolicy: {
        minLength: 14,
        requireDigits: true,
        requireLowercase: true,
        requireUppercase: true,
        requireSymbols: true,
        tempPasswordValidity: Duration.days(7),
      },
      deletionProtection: settings.removalPolicy === 'retain',
      removalPolicy: removal(settings),
    })
    acknowledge(pool, acknowledged)
    const clientId = addLogin(this, pool, { settings, dashboardUrl })
    inviteFirstAdmin(this, pool, settings)
    return { issuer: Fn.join('', [`https://cognito-idp.${Aws.REGION}.${Aws.URL_SUFFIX}/`, pool.userPoolId]), clientId }
  }
}

/** The pages where people sign in, and the one client that may send them there: public, code flow, with PKCE. */
const addLogin = (scope: Construct, pool: UserPool, { settings, dashboardUrl }: SignInProps): string => {
  pool.addDomain('Domain', {
    // Taken once in a region: the stack's own id makes it ours.
    cognitoDomain: { domainPrefix: `rosterport-${settings.stage}-${Fn.select(4, Fn.split('-', Aws.STACK_ID))}` },
    managedLoginVersion: ManagedLoginVersion.NEWER_MANAGED_LOGIN,
  })
  const client = new UserPoolClient(scope, 'Client', {
    userPool: pool,
    generateSecret: false,
    authFlows: {},
    oAuth: {
      flows: { authorizationCodeGrant: true },
      scopes: [OAuthScope.OPENID, OAuthScope.EMAIL, OAuthScope.PROFILE],
      callbackUrls: [`${dashboardUrl}${signInPaths.signedIn}`],
      logoutUrls: [`${dashboardUrl}${signInPaths.signedOut}`],
    },
    supportedIdentityProviders: [UserPoolClientIdentityProvider.COGNITO],
    preventUserExistenceErrors: true,
    enableTokenRevocation: true,
    idTokenValidity: Duration.hours(1),
    accessTokenValidity: Duration.hours(1),
    refreshTokenValidity: Duration.hours(12),
    readAttributes: new ClientAttributes().withStandardAttributes({ email: true, emailVerified: true, fullname: true }),
    writeAttributes: new ClientAttributes().withStandardAttributes({ email: true, fullname: true }),
  })
  // The pages are shown only where somebody has said how they look.
  new CfnManagedLoginBranding(scope, 'Look', {
    userPoolId: pool.userPoolId,
    clientId: client.userPoolClientId,
    useCognitoProvidedValues: true,
  })
  return client.userPoolClientId
}

/** Gets a mail with a first password. */
const inviteFirstAdmin = (scope: Construct, pool: UserPool, settings: Settings): void => {
  const { firstAdmin } = settings
  if (firstAdmin === undefined) return
  const user = new CfnUserPoolUser(scope, 'FirstAdmin', {
    userPoolId: pool.userPoolId,
    username: firstAdmin,
    desiredDeliveryMediums: ['EMAIL'],
    userAttributes: [
      { name: 'email', value: firstAdmin },
      { name: 'email_verified', value: 'true' },
    ],
  })
  // Another first admin later on is no reason to shut this one out.
  user.applyRemovalPolicy(removal(settings))
}
