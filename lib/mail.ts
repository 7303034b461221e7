import { ArnFormat, Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import type { Construct } from 'constructs'
import type { Access } from './access.ts'
import type { Settings } from './settings.ts'

/** To send mails from the one address that the settings name, which SES has to know as itself or by its domain; else nothing. */
export const sendMails = (scope: Construct, { mailFrom }: Settings): Access => {
  const environment = { MAIL_FROM: mailFrom ?? '' }
  if (mailFrom === undefined) return { statements: [], environment }
  const identity = (resourceName: string) =>
    Stack.of(scope).formatArn({
      service: 'ses',
      resource: 'identity',
      resourceName,
      arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
    })
  const send = new PolicyStatement({
    actions: ['ses:SendEmail'],
    resources: [identity(mailFrom), identity(mailFrom.slice(mailFrom.indexOf('@') + 1))],
    conditions: { StringEquals: { 'ses:FromAddress': mailFrom } },
  })
  return { statements: [send], environment }
}
