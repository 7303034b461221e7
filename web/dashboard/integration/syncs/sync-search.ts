import * as v from 'valibot'

/** How the issues of a sync are shown. */
export const views = ['groups', 'rows'] as const

export const SyncSearchSchema = v.object({ view: v.fallback(v.optional(v.picklist(views)), undefined) })
