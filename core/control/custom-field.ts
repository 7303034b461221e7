import * as v from 'valibot'
import { addedFieldModels } from '#core/mapping/added-fields.ts'
import type { ModelId } from '#core/model/models.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { listDocuments } from './documents.ts'
import { customFieldPartition } from './keys.ts'

/** A field that the vendor defines: records of its model show it under `custom_fields`. */
export const CustomFieldSchema = v.object({
  id: v.string(),
  /** What the wire calls it. It never changes, and neither does the model. */
  key: v.string(),
  model: v.picklist(addedFieldModels),
  label: v.nullable(v.string()),
  description: v.nullable(v.string()),
  /** Names of columns that fill it without anybody mapping them. */
  aliases: v.array(v.string()),
  /** epoch ms */
  createdAt: v.number(),
  changedAt: v.number(),
})
export type CustomField = v.InferOutput<typeof CustomFieldSchema>

/** Every custom field of the environment, by model and key. */
export const readCustomFields = (control: Pick<ControlStore, 'query'>): Promise<readonly CustomField[]> =>
  Array.fromAsync(listDocuments(control, { pk: customFieldPartition }, CustomFieldSchema))

export const customFieldsOf = <Field extends Pick<CustomField, 'model'>>(
  fields: readonly Field[],
  model: ModelId,
): readonly Field[] => fields.filter((field) => field.model === model)
