import ipaddr from 'ipaddr.js'

/** All of today's global unicast addresses. What lies outside includes the old IPv4-compatible ones, `::127.0.0.1`. */
const globalUnicast = ipaddr.parseCIDR('2000::/3')

/**
 * Whether an IP address (as text) is one of the internet's: not private, loopback, link-local or metadata, unique-local, shared
 * (CGNAT), multicast, reserved, nor an IPv6 form that stands for some IPv4 address.
 */
export const isPublicAddress = (text: string): boolean => {
  if (!ipaddr.isValid(text)) return false
  const address = ipaddr.parse(text)
  return address.range() === 'unicast' && (address.kind() === 'ipv4' || address.match(globalUnicast))
}

export const isLoopback = (text: string): boolean => ipaddr.isValid(text) && ipaddr.parse(text).range() === 'loopback'

/** The address that a URL names itself, without brackets; `undefined` where it gives a name to look up. */
export const literalAddress = ({ hostname }: URL): string | undefined => {
  const text = hostname.replace(/^\[|\]$/g, '')
  return ipaddr.isValid(text) ? text : undefined
}
