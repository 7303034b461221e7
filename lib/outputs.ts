import { CfnOutput, type Stack } from 'aws-cdk-lib'
import type { Parts } from './parts.ts'
import { domainsOf, type Settings } from './settings.ts'

/** What the environment begins with, where the settings say so: from then on the dashboard changes it. */
const tellFirstSettings = (stack: Stack, { allowedOrigins, rawFileDays }: Settings): void => {
  if (allowedOrigins === undefined && rawFileDays === undefined) return
  const body = JSON.stringify({ allowed_origins: allowedOrigins, raw_file_retention_days: rawFileDays })
  new CfnOutput(stack, 'FirstSettings', {
    value: `curl -sX PATCH "$ROSTERPORT_URL/manage/settings" -H "Authorization: Bearer $ROSTERPORT_API_KEY" -H "Content-Type: application/json" -d '${body}'`,
    description: 'Run once, after FirstApiKey: who may embed the flows, and how long files are kept',
  })
}

const dashboardAdvice = ({ openIdIssuer, firstAdmin }: Settings): string => {
  if (openIdIssuer !== undefined) return 'Register /signed-in and /signed-out below it with your issuer, then sign in'
  return firstAdmin === undefined
    ? 'Nobody may sign in yet: deploy again with firstAdmin'
    : 'Sign in as firstAdmin: a mail with the first password is on its way'
}

/** The records that a domain needs where the stack does not make them. */
const tellRecords = (stack: Stack, settings: Settings, { front, sftp }: Parts): void => {
  const domains = domainsOf(settings)
  if (domains === undefined || settings.hostedZoneId !== undefined) return
  const records = [
    `${domains.api} CNAME ${front.targets.api}`,
    `${domains.dashboard} CNAME ${front.targets.dashboard}`,
    `${domains.sftp} CNAME ${sftp.ownHost}`,
  ]
  new CfnOutput(stack, 'DnsRecords', { value: records.join('; '), description: 'Make these records in your DNS' })
}

/** What whoever has deployed the stack does next. */
export const tellWhatToDoNext = (stack: Stack, settings: Settings, parts: Parts): void => {
  const { front, sftp, tables, hashing } = parts
  const { CONTROL_TABLE } = tables.control('PutItem').environment
  const { HASH_SECRET_ID } = hashing.read().environment
  new CfnOutput(stack, 'ApiUrl', { value: front.apiUrl, description: 'ROSTERPORT_URL for the CLI and your app' })
  new CfnOutput(stack, 'DashboardUrl', { value: front.dashboardUrl, description: dashboardAdvice(settings) })
  new CfnOutput(stack, 'SftpHost', { value: sftp.host, description: 'What customers enter in their HR system' })
  new CfnOutput(stack, 'FirstApiKey', {
    value: `npm run -s cli -- api-key create --table ${CONTROL_TABLE} --secret ${HASH_SECRET_ID}`,
    description: 'Run once: prints ROSTERPORT_API_KEY, which is kept nowhere',
  })
  new CfnOutput(stack, 'SftpServerId', { value: sftp.serverId, description: 'For the console and the AWS CLI' })
  tellFirstSettings(stack, settings)
  tellRecords(stack, settings, parts)
}
