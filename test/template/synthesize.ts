import { readFileSync } from 'node:fs'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import * as v from 'valibot'
import { defineApp } from '../../lib/define-app.ts'

const CdkJson = v.object({ context: v.record(v.string(), v.unknown()) })
const { context } = v.parse(CdkJson, JSON.parse(readFileSync(new URL('../../cdk.json', import.meta.url), 'utf8')))

/** Whoever runs the tests may have settings of their own. */
const noStages = new URL('./no-stages/', import.meta.url)

/** The template as `cdk synth` makes it, but without bundling the functions. `settings` as with `-c`. */
export const synthesize = (settings: Readonly<Record<string, unknown>> = {}): Template => {
  const app = new App({ context: { ...context, 'aws:cdk:bundling-stacks': [], ...settings } })
  return Template.fromStack(defineApp(app, noStages))
}

const Resource = v.object({
  Type: v.string(),
  Properties: v.optional(v.record(v.string(), v.unknown()), {}),
  DeletionPolicy: v.optional(v.string()),
  UpdateReplacePolicy: v.optional(v.string()),
  DependsOn: v.optional(v.array(v.string()), []),
})
export type Resource = v.InferOutput<typeof Resource> & { readonly id: string }

/** The resources of a type. Ids lose the hash that CDK appends. */
export const resourcesOf = (template: Template, type: string): readonly Resource[] =>
  Object.entries(template.findResources(type)).map(([id, resource]) => ({
    id: withoutHash(id),
    ...v.parse(Resource, resource),
  }))

export const resourceOf = (template: Template, type: string, id: string): Resource => {
  const found = resourcesOf(template, type).find((resource) => resource.id === id)
  if (found === undefined) throw new Error(`There is no ${type} ${id}.`)
  return found
}

export const withoutHash = (id: string): string => id.replace(/[0-9A-F]{8}$/, '')

const Ref = v.object({ Ref: v.string() })
const GetAtt = v.object({ 'Fn::GetAtt': v.array(v.string()) })
const Join = v.object({ 'Fn::Join': v.tuple([v.literal(''), v.array(v.unknown())]) })

/** A value of the template as people read it: `<DataKey.Arn>`, `<BucketsLanding.Arn>/*`. */
export const spell = (value: unknown): string => {
  if (v.is(Ref, value)) return `<${withoutHash(value.Ref)}>`
  if (v.is(GetAtt, value)) return `<${value['Fn::GetAtt'].map(withoutHash).join('.')}>`
  if (v.is(Join, value)) return value['Fn::Join'][1].map(spell).join('')
  return typeof value === 'string' ? value : JSON.stringify(value)
}
