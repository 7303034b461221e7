import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import type { MappingVersion } from '#core/control/mapping-version.ts'

/** A version of a mapping on the wire. */
export const shownVersion = ({ version, origin, createdAt, approvedAt, mapping }: MappingVersion) => ({
  version,
  origin,
  created_at: isoTime(createdAt),
  approved_at: isoTimeIfAny(approvedAt),
  mapping,
})
