import type { ModelId } from '#core/model/models.ts'
import type { ControlStore } from '#core/ports/control-store.ts'
import { customFieldKey } from './keys.ts'

/** Whether the vendor has defined this field, which records of the model show under `custom_fields`. */
export const isCustomField = async (
  control: Pick<ControlStore, 'get'>,
  model: ModelId,
  key: string,
): Promise<boolean> => (await control.get(customFieldKey(model, key))) !== undefined
