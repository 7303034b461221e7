import * as v from 'valibot'
import { synthesize } from '../../template/synthesize.ts'

const ResourceSchema = v.object({
  Type: v.string(),
  Properties: v.optional(v.record(v.string(), v.unknown()), {}),
  DependsOn: v.optional(v.array(v.string()), []),
})
export type TemplateResource = v.InferOutput<typeof ResourceSchema>
export type Resources = Readonly<Record<string, TemplateResource>>

/** The resources of the stack as it is deployed without any setting. */
export const templateResources = (): Resources =>
  v.parse(v.object({ Resources: v.record(v.string(), ResourceSchema) }), synthesize().toJSON()).Resources

export const ofType = (resources: Resources, type: string) =>
  Object.entries(resources).filter(([, resource]) => resource.Type === type)
