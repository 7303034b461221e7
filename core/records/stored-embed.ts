import { isoTime } from '#core/api/iso-time.ts'
import type { ModelId } from '#core/model/models.ts'
import type { StoredRecord } from '#core/ports/record-store.ts'
import type { JsonObject } from './built-record.ts'
import { embedOf } from './render.ts'

/** The body of a stored record as an object. */
export const storedBody = ({ body }: Pick<StoredRecord, 'body'>): JsonObject => JSON.parse(body)

/** What a stored record shows of itself inside others. */
export const storedEmbed = (model: ModelId, record: StoredRecord): JsonObject =>
  embedOf(model, { ...storedBody(record), changed_at: isoTime(record.changedAt), remote_deleted_at: null })
