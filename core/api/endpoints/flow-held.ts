import type { Descriptions } from '../description.ts'
import { decision, HeldDatasetSchema, HeldPageSchema, HeldQuerySchema } from './held.ts'

export const flowHeldDescriptions = {
  'GET /flow/held': {
    summary: 'Records whose removal is held, and why, where deciding is left to the customer',
    query: HeldQuerySchema,
    data: HeldPageSchema,
  },
  'POST /flow/held/{dataset}/approve': {
    ...decision,
    summary: 'Remove records that are held, where that is left to the customer',
    path: HeldDatasetSchema,
    audit: 'removals.approved',
  },
  'POST /flow/held/{dataset}/discard': {
    ...decision,
    summary: 'Keep records that are held, where that is left to the customer',
    path: HeldDatasetSchema,
    audit: 'removals.discarded',
  },
} as const satisfies Partial<Descriptions>
