import { BlockList, isIPv6 } from 'node:net'
import { parseAddressRange } from '#core/api/address-range.ts'

/** Whether an address lies in one of the ranges. No range at all lets everybody in. */
export const isAllowed = (ranges: readonly string[], address: string): boolean => {
  if (ranges.length === 0) return true
  const list = new BlockList()
  for (const range of ranges) {
    const parsed = parseAddressRange(range)
    if (parsed) list.addSubnet(parsed.address, parsed.prefix, parsed.family)
  }
  return list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
}
