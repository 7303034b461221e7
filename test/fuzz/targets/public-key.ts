import fc from 'fast-check'
import { parsePublicKey } from '#core/connect/public-key.ts'
import { hostileText, mutated } from '../hostile.ts'
import { hold, target } from '../target.ts'
import { uint32 } from './uint32.ts'

const blob = (type: string, body: Uint8Array): string => {
  const bytes = Buffer.concat([uint32(type.length), Buffer.from(type), uint32(body.length), body])
  return `${type} ${bytes.toString('base64')}`
}
const keys = fc
  .tuple(
    fc.constantFrom('ssh-ed25519', 'ssh-rsa', 'ecdsa-sha2-nistp256', 'ssh-dss'),
    fc.uint8Array({ maxLength: 300 }),
    hostileText(4),
  )
  .map(([type, body, comment]) => `${blob(type, body)} ${comment}`)
const pastes = fc.oneof(
  keys,
  mutated(keys.map((text) => new TextEncoder().encode(text))).map((bytes) => new TextDecoder().decode(bytes)),
  hostileText(),
  hostileText().map((text) => `---- BEGIN SSH2 PUBLIC KEY ----\n${text}\n---- END SSH2 PUBLIC KEY ----`),
)

export const publicKeyTarget = target('public-key', pastes, (pasted) => {
  const key = parsePublicKey(pasted)
  if (key.kind === 'refused') return hold(key.message !== '', 'refused without a reason')
  const again = parsePublicKey(key.openssh)
  hold(again.kind === 'key' && again.openssh === key.openssh, 'an accepted key that is refused when it comes again')
})
