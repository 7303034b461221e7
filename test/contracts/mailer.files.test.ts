import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { fileMailer } from '../../local/adapters/file-mailer.ts'
import { mailerContract } from './mailer.ts'

const scratch = await mkdtemp(join(tmpdir(), 'rosterport-mail-'))
afterAll(() => rm(scratch, { recursive: true, force: true }))

const decoded = (base64: string): string => Buffer.from(base64, 'base64').toString()

const readMail = async (path: string) => {
  const [head = '', body = ''] = (await readFile(path, 'utf8')).split('\r\n\r\n')
  const header = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(head)?.[1]?.trimEnd() ?? null
  const subject = /^=\?UTF-8\?B\?(.*)\?=$/.exec(header('Subject') ?? '')?.[1] ?? ''
  const unsubscribe = header('List-Unsubscribe')
  return { to: header('To') ?? '', subject: decoded(subject), text: decoded(body), unsubscribe }
}

mailerContract('of files', async () => {
  const folder = await mkdtemp(join(scratch, 'mails-'))
  const arrived = async () => Promise.all((await readdir(folder)).map((name) => readMail(join(folder, name))))
  return { mailer: fileMailer(folder), arrived }
})

test('nobody else on the machine reads the mails', async () => {
  const folder = join(scratch, 'new')
  await fileMailer(folder).send({ to: 'a@example.com', subject: 'a', text: 'b', unsubscribeUrl: null })
  expect((await stat(folder)).mode & 0o077).toBe(0)
})
