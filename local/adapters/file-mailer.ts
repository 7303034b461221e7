import { randomUUID } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mailer } from '#core/ports/mailer.ts'

/** RFC 2047: headers are ASCII. */
const encodedWord = (text: string): string => `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`

const lines = (base64: string): string => base64.replace(/(.{76})/g, '$1\r\n')

/** Puts every mail into a folder, as a file that mail programs open. */
export const fileMailer = (folder: string): Mailer => ({
  send: async ({ to, subject, text, unsubscribeUrl }) => {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const now = new Date()
    const mail = [
      'From: Rosterport <rosterport@localhost>',
      `To: ${to}`,
      `Subject: ${encodedWord(subject)}`,
      `Date: ${now.toUTCString()}`,
      ...(unsubscribeUrl === null ? [] : [`List-Unsubscribe: <${unsubscribeUrl}>`]),
      'MIME-Version: 1.0',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      lines(Buffer.from(text).toString('base64')),
      '',
    ].join('\r\n')
    const path = join(folder, `${now.toISOString().replaceAll(':', '-')}-${randomUUID()}.eml`)
    await writeFile(`${path}.new`, mail, { mode: 0o600 })
    await rename(`${path}.new`, path)
  },
})
