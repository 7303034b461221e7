import { describe, expect, it } from 'vitest'
import type { Uploads } from '#core/ports/uploads.ts'

type UploadsUnderTest = { readonly uploads: Uploads; contentOf(key: string): Promise<string | undefined> }

/** What every way to let a browser put a file promises. */
export const uploadsContract = (name: string, make: () => Promise<UploadsUnderTest>): void => {
  describe(`uploads ${name}`, () => {
    it('store what is put, under the key they were made for', async () => {
      const { uploads, contentOf } = await make()
      const key = 'samples/sftp/abc/Größe.csv'
      const { url, headers, expiresAt } = await uploads.linkTo(key, 5)
      expect(expiresAt).toBeGreaterThan(Date.now())
      expect((await fetch(url, { method: 'PUT', headers, body: 'a;b\r\n' })).status).toBe(200)
      expect(await contentOf(key)).toBe('a;b\r\n')
    })

    it('take no other size, and no other method', async () => {
      const { uploads, contentOf } = await make()
      const { url, headers } = await uploads.linkTo('key', 5)
      expect((await fetch(url, { method: 'PUT', headers, body: 'longer than that' })).ok).toBe(false)
      expect((await fetch(url, { method: 'POST', headers, body: 'a;b\r\n' })).ok).toBe(false)
      expect(await contentOf('key')).toBeUndefined()
    })
  })
}
