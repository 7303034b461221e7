import { isoTime, isoTimeIfAny } from '#core/api/iso-time.ts'
import { type MappingVersion, revisionOf } from '#core/control/mapping-version.ts'

/** A version of a mapping on the wire, as customers see it, too. */
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

/** The same for the vendor's team: they also see who did what, and why. */
export const signedVersion = (stored: MappingVersion) => ({
  ...shownVersion(stored),
  stored_by: stored.storedBy?.name ?? null,
  approved_by: stored.approvedBy?.name ?? null,
  note: stored.note ?? null,
})
