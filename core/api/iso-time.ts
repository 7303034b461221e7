/** A moment (epoch ms) as the wire shows it. */
export const isoTime = (moment: number): string => new Date(moment).toISOString()

export const isoTimeIfAny = (moment: number | null): string | null => (moment === null ? null : isoTime(moment))
