import * as v from 'valibot'

const isIpv4 = (text: string): boolean => v.is(v.pipe(v.string(), v.ipv4()), text)
const isIpv6 = (text: string): boolean => v.is(v.pipe(v.string(), v.ipv6()), text)

export type AddressRange = { readonly address: string; readonly prefix: number; readonly family: 'ipv4' | 'ipv6' }

/** An address, or a range in CIDR notation; `undefined` when it is neither. An address is a range of one. */
export const parseAddressRange = (text: string): AddressRange | undefined => {
  const [address = '', prefixText, ...rest] = text.split('/')
  const family = isIpv4(address) ? 'ipv4' : isIpv6(address) ? 'ipv6' : undefined
  if (family === undefined || rest.length > 0) return undefined
  const bits = family === 'ipv4' ? 32 : 128
  if (prefixText === undefined) return { address, prefix: bits, family }
  const prefix = /^\d{1,3}$/.test(prefixText) ? Number(prefixText) : Number.NaN
  return prefix <= bits ? { address, prefix, family } : undefined
}

export const AddressRangeSchema = v.pipe(
  v.string(),
  v.check(
    (text) => parseAddressRange(text) !== undefined,
    'must be an IP address such as 203.0.113.7, or a range such as 203.0.113.0/24',
  ),
)
