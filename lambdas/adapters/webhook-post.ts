import { lookup } from 'node:dns/promises'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { WebhookPost } from '#core/ports/webhook-post.ts'
import type { FailureCode, Outcome } from '#core/webhooks/delivery.ts'
import { isLoopback, isPublicAddress, literalAddress } from '../runtime/public-address.ts'

type Options = {
  /** Lets http and loopback addresses through: for a developer's own machine. */
  readonly allowsLocal: boolean
  /** How long all of it may take, from the name's look-up to the end of the answer. */
  readonly timeoutMs?: number
  /** The IP addresses of a name. */
  readonly resolve?: (name: string) => Promise<readonly string[]>
  /** Another authority to trust, as PEM. */
  readonly ca?: string
}

const defaultTimeoutMs = 10_000
/** Of an answer's body; the rest is not read. */
const readBytes = 4_096
const keptCharacters = 2_000

const resolveName = async (name: string): Promise<readonly string[]> =>
  (await lookup(name, { all: true })).map(({ address }) => address)

type Failed = Extract<Outcome, { readonly kind: 'failed' }>

const failed = (code: FailureCode, message: string): Failed => ({ kind: 'failed', code, message })

const timedOut = failed('TIMED_OUT', 'No answer came in time.')

const untilAborted = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })

type Found = { readonly kind: 'found'; readonly address: string } | Failed

/** One of the URL's addresses, looked up once and judged: what is connected to is this and no other. IPv4 is preferred. */
const findAddress = async (target: URL, { allowsLocal, resolve = resolveName }: Options): Promise<Found> => {
  const literal = literalAddress(target)
  const addresses = literal ? [literal] : await resolve(target.hostname)
  const isRefused = (address: string) => !isPublicAddress(address) && !(allowsLocal && isLoopback(address))
  const refused = addresses.find(isRefused)
  if (refused !== undefined)
    return failed('ADDRESS_REFUSED', `${target.hostname} leads to ${refused}, which is not an address on the internet.`)
  const address = addresses.find((each) => each.includes('.')) ?? addresses[0]
  return address === undefined ? failed('NAME_NOT_FOUND', 'The name has no address.') : { kind: 'found', address }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** What kept an answer from coming, as the developer of the receiving app needs to know it. */
const failureOf = (error: unknown, signal: AbortSignal): Outcome => {
  if (signal.aborted) return timedOut
  const code = codeOf(error)
  if (/^(ENOTFOUND|EAI_\w+)$/.test(code)) return failed('NAME_NOT_FOUND', `The name cannot be looked up (${code}).`)
  if (/^(ERR_TLS|ERR_SSL|EPROTO|UNABLE_TO_)|CERT/.test(code))
    return failed('TLS_FAILED', `The certificate or the encrypted connection is not acceptable (${code}).`)
  return failed('CONNECTION_FAILED', `The connection failed (${code || 'without a reason'}).`)
}

/** The beginning of the body, however its end comes about. */
const beginningOf = async (response: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of response) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes >= readBytes) break
    }
  } catch {
    // The status has come, and it alone decides.
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, keptCharacters)
}

type Exchange = Parameters<WebhookPost>[0] & {
  readonly target: URL
  readonly address: string
  readonly signal: AbortSignal
  readonly ca: string | undefined
}

const exchange = ({ target, address, headers, body, signal, ca }: Exchange): Promise<Outcome> =>
  new Promise((settle) => {
    const { request } = target.protocol === 'https:' ? https : http
    const outgoing = request({
      method: 'POST',
      host: address,
      port: target.port,
      path: `${target.pathname}${target.search}`,
      // The certificate has to be the name's, not the address's.
      ...(literalAddress(target) === undefined ? { servername: target.hostname } : {}),
      headers: { ...headers, host: target.host, 'content-length': Buffer.byteLength(body) },
      agent: false,
      signal,
      ca,
    })
    let hasAnswer = false
    outgoing.on('error', (error) => {
      if (!hasAnswer) settle(failureOf(error, signal))
    })
    outgoing.once('response', (response) => {
      hasAnswer = true
      void beginningOf(response).then((text) => {
        outgoing.destroy()
        settle({ kind: 'answered', status: response.statusCode ?? 0, response: text })
      })
    })
    outgoing.end(body)
  })

/** Posts over HTTPS to the address that was judged. A redirect is an answer like any other. */
export const webhookPost =
  (options: Options): WebhookPost =>
  async (message) => {
    const target = new URL(message.url)
    if (target.protocol !== 'https:' && !(options.allowsLocal && target.protocol === 'http:'))
      return failed('ADDRESS_REFUSED', 'Only https addresses are told of events.')
    const signal = AbortSignal.timeout(options.timeoutMs ?? defaultTimeoutMs)
    const aborted = untilAborted(signal)
    aborted.catch(() => undefined)
    try {
      const found = await Promise.race([findAddress(target, options), aborted])
      if (found.kind !== 'found') return found
      return await exchange({ ...message, target, address: found.address, signal, ca: options.ca })
    } catch (error) {
      return failureOf(error, signal)
    }
  }
