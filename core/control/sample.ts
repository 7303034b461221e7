import type { Integration } from './integration.ts'

/** The origin id of a customer that is none: somebody of the vendor's team made it to look around. */
export const sampleOriginId = 'rosterport-sample'

export const isSample = ({ endUser }: Pick<Integration, 'endUser'>): boolean => endUser.originId === sampleOriginId
