import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { type MappingVersion, revisionOf } from '#core/control/mapping-version.ts'

/** A version of a mapping on the wire. */
export const shownVersion = (stored: MappingVersion) => {
  const { version, origin, createdAt, approvedAt, mapping } = stored
  return {
    version,
    revision: revisionOf(stored),
    origin,
    created_at: isoTime(createdAt),
    approved_at: isoTimeIfAny(approvedAt),
    mapping,
  }
}
