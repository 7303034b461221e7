import { randomBytes } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { FileStore, StoredFile } from '#core/ports/file-store.ts'
import { type Uploads, uploadSeconds } from '#core/ports/uploads.ts'

type Offer = { readonly key: string; readonly size: number; readonly expiresAt: number }

type Options = {
  readonly files: Pick<FileStore, 'put'>
  readonly publicUrl: string
  /** Tells the uploads of one bucket from those of another. */
  readonly name: string
  /** Awaited before the browser hears of success. */
  readonly onStored?: (file: StoredFile) => Promise<void>
}

/** Cuts off what is longer than was promised. */
const limited = async function* (request: IncomingMessage, size: number): AsyncGenerator<Uint8Array> {
  let received = 0
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk)
    received += bytes.length
    if (received > size) return
    yield bytes
  }
}

/** Addresses on this machine, which hold until they are used, expire or the product ends; `serve` takes the bytes. */
export const diskUploads = ({ files, publicUrl, name, onStored }: Options) => {
  const prefix = `/uploads/${name}/`
  const offers = new Map<string, Offer>()
  const forgetExpired = (): void => {
    for (const [token, { expiresAt }] of offers) if (expiresAt <= Date.now()) offers.delete(token)
  }
  const linkTo: Uploads['linkTo'] = async (key, size) => {
    forgetExpired()
    const token = randomBytes(24).toString('base64url')
    const expiresAt = Date.now() + uploadSeconds * 1000
    offers.set(token, { key, size, expiresAt })
    return { url: `${publicUrl}${prefix}${token}`, headers: { 'content-type': 'application/octet-stream' }, expiresAt }
  }
  /** As the buckets do: pages of other addresses may put files. */
  const allowOrigin = { 'access-control-allow-origin': '*' } as const
  const allowAll = {
    ...allowOrigin,
    'access-control-allow-methods': 'PUT',
    'access-control-allow-headers': '*',
  } as const
  /** `false` leaves the request to others. */
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<boolean> => {
    const { method, url = '' } = request
    if (!url.startsWith(prefix)) return false
    if (method === 'OPTIONS') {
      response.writeHead(204, allowAll).end()
      return true
    }
    if (method !== 'PUT') return false
    forgetExpired()
    const offer = offers.get(url.slice(prefix.length))
    if (!offer) return false
    if (Number(request.headers['content-length']) !== offer.size) {
      response.writeHead(403, allowOrigin).end()
      return true
    }
    offers.delete(url.slice(prefix.length))
    const file = await files.put(offer.key, limited(request, offer.size))
    await onStored?.(file)
    response.writeHead(200, allowOrigin).end()
    return true
  }
  return { linkTo, serve }
}
