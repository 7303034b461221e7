import { describe, expect, it } from 'vitest'
import type { Mailer } from '#core/ports/mailer.ts'

type Arrived = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly unsubscribe: string | null
}

type MailerUnderTest = { readonly mailer: Mailer; arrived(): Promise<readonly Arrived[]> }

/** What every mailer promises. */
export const mailerContract = (name: string, make: () => Promise<MailerUnderTest>): void => {
  describe(`the mailer ${name}`, () => {
    it('sends what it is given, whatever the language', async () => {
      const { mailer, arrived } = await make()
      const text = `Guten Tag,\n\n${'Größe – ✓ '.repeat(40)}\nhttps://hr.example.com/page?token=a.b\n`
      const unsubscribeUrl = 'https://hr.example.com/flow/opt-out?token=a.b'
      await mailer.send({ to: 'hr@acme.example', subject: 'Die erste Datei wurde gelesen – ✓', text, unsubscribeUrl })
      expect(await arrived()).toEqual([
        {
          to: 'hr@acme.example',
          subject: 'Die erste Datei wurde gelesen – ✓',
          text,
          unsubscribe: `<${unsubscribeUrl}>`,
        },
      ])
    })

    it('offers no way to stop what was asked for', async () => {
      const { mailer, arrived } = await make()
      await mailer.send({ to: 'hr@acme.example', subject: 'a', text: 'b\n', unsubscribeUrl: null })
      expect(await arrived()).toMatchObject([{ unsubscribe: null }])
    })
  })
}
