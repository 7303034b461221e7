import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { attachment, type Downloads, downloadSeconds } from '#core/ports/downloads.ts'
import type { FileRef, FileStore } from '#core/ports/file-store.ts'

type Offer = { readonly ref: FileRef; readonly name: string; readonly expiresAt: number }

const prefix = '/downloads/'

/** Links to this machine, which hold until they expire or the product ends; `serve` answers them. */
export const diskDownloads = (files: Pick<FileStore, 'open'>, publicUrl: string) => {
  const offers = new Map<string, Offer>()
  const forgetExpired = (): void => {
    for (const [token, { expiresAt }] of offers) if (expiresAt <= Date.now()) offers.delete(token)
  }
  const linkTo: Downloads['linkTo'] = async (ref, name) => {
    forgetExpired()
    const token = randomBytes(24).toString('base64url')
    const expiresAt = Date.now() + downloadSeconds * 1000
    offers.set(token, { ref, name, expiresAt })
    return { url: `${publicUrl}${prefix}${token}`, expiresAt }
  }
  /** `false` leaves the request to others. */
  const serve = async ({ url = '', method }: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    if (method !== 'GET' || !url.startsWith(prefix)) return false
    forgetExpired()
    const offer = offers.get(url.slice(prefix.length))
    const bytes = offer && (await files.open(offer.ref))
    if (!bytes) return false
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment(offer.name),
      'x-content-type-options': 'nosniff',
    })
    await pipeline(bytes, response)
    return true
  }
  return { linkTo, serve }
}
