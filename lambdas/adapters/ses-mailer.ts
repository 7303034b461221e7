import { SESv2Client, SendEmailCommand } from '@aws-sdk/client-sesv2'
import type { Mailer } from '#core/ports/mailer.ts'

const utf8 = (text: string) => ({ Data: text, Charset: 'UTF-8' })

const unsubscribeHeaders = (url: string) => [
  { Name: 'List-Unsubscribe', Value: `<${url}>` },
  { Name: 'List-Unsubscribe-Post', Value: 'List-Unsubscribe=One-Click' },
]

/** Mails by Amazon SES; `undefined` where the deployment has no address to send from. */
export const sesMailer = (from: string, client = new SESv2Client({})): Mailer | undefined =>
  from === ''
    ? undefined
    : {
        send: async ({ to, subject, text, unsubscribeUrl }) => {
          await client.send(
            new SendEmailCommand({
              FromEmailAddress: from,
              Destination: { ToAddresses: [to] },
              Content: {
                Simple: {
                  Subject: utf8(subject),
                  Body: { Text: utf8(text) },
                  Headers: unsubscribeUrl === null ? [] : unsubscribeHeaders(unsubscribeUrl),
                },
              },
            }),
          )
        },
      }
