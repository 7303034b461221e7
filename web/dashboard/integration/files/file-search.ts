import * as v from 'valibot'

/** How applying a file again may change a record. */
export const differences = ['created', 'changed', 'removed', 'held', 'left_out'] as const

export const FileSearchSchema = v.object({ difference: v.fallback(v.optional(v.picklist(differences)), undefined) })
