import * as v from 'valibot'
import { modelIds } from '#core/model/models.ts'

/** The event types of contract section 6: an endpoint gets all of them unless it asks for certain ones. */
export const contractEventTypes = [
  'data-changed',
  'sync-finished',
  'integration-created',
  'integration-deleted',
  'integration-state-changed',
  'connection-flow-failed',
] as const

/** Event types of our own, which the official SDK does not know: they go only to endpoints that ask for them. */
const ownEventTypes = ['sync-held', 'file-rejected', 'file-late', 'file-late-resolved'] as const

export const EventTypeSchema = v.picklist([...contractEventTypes, ...ownEventTypes])
export type EventType = v.InferOutput<typeof EventTypeSchema>

/** What `data-changed` can name: the models, and who belongs to which group. */
export const ChangedModelSchema = v.picklist([...modelIds, 'hris_join_employees_teams'])
export type ChangedModel = v.InferOutput<typeof ChangedModelSchema>
