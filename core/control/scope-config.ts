import * as v from 'valibot'
import type { ControlStore } from '#core/ports/control-store.ts'
import { type Scope, ScopeSettingSchema } from '#core/scope/scope.ts'
import { readDocument } from './documents.ts'
import type { Integration } from './integration.ts'
import { scopeConfigKey } from './keys.ts'

/** Which data points may be stored, for all integrations that are made with it. */
export const ScopeConfigSchema = v.object({
  id: v.string(),
  name: v.string(),
  settings: v.record(v.string(), ScopeSettingSchema),
  /** Data points that a customer's file must give before its mapping is approved for the first time. */
  required: v.array(v.string()),
  createdAt: v.number(),
  changedAt: v.number(),
})
export type ScopeConfig = v.InferOutput<typeof ScopeConfigSchema>

export const defaultScopeConfigId = 'default'

/** What holds until somebody says otherwise: everything. */
const everything: ScopeConfig = {
  id: defaultScopeConfigId,
  name: 'Default',
  settings: {},
  required: [],
  createdAt: 0,
  changedAt: 0,
}

type Reader = Pick<ControlStore, 'get'>

/** `undefined` when there is none; the default one is always there. */
export const readScopeConfig = async (control: Reader, id: string): Promise<ScopeConfig | undefined> =>
  (await readDocument(control, scopeConfigKey(id), ScopeConfigSchema)) ??
  (id === defaultScopeConfigId ? everything : undefined)

/** The configuration of an integration, and what its customer made of it. */
export const scopeOfIntegration = async (
  control: Reader,
  { scopeConfigId, optedOut = [] }: Pick<Integration, 'scopeConfigId' | 'optedOut'>,
): Promise<{ readonly config: ScopeConfig; readonly scope: Scope }> => {
  const config = (await readScopeConfig(control, scopeConfigId ?? defaultScopeConfigId)) ?? everything
  return { config, scope: { settings: config.settings, optedOut } }
}
