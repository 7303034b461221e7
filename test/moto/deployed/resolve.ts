import * as v from 'valibot'

/** What a resource is called once it is there: by `LogicalId` for a Ref, by `LogicalId.Attribute` for a GetAtt. */
export type Values = ReadonlyMap<string, string>

const Ref = v.strictObject({ Ref: v.string() })
const GetAtt = v.strictObject({ 'Fn::GetAtt': v.tuple([v.string(), v.string()]) })
const Join = v.strictObject({ 'Fn::Join': v.tuple([v.string(), v.array(v.unknown())]) })
const Record = v.record(v.string(), v.unknown())

const nameOf = (value: unknown): string | undefined => {
  if (v.is(Ref, value)) return value.Ref
  return v.is(GetAtt, value) ? value['Fn::GetAtt'].join('.') : undefined
}

/** Puts values in the place of what refers to them; other references stay. A join of texts becomes a text. */
export const resolve = (value: unknown, values: Values): unknown => {
  const name = nameOf(value)
  if (name !== undefined) return values.get(name) ?? value
  if (v.is(Join, value)) {
    const [separator, parts] = value['Fn::Join']
    const resolved = parts.map((part) => resolve(part, values))
    const isText = resolved.every((part) => typeof part === 'string')
    return isText ? resolved.join(separator) : { 'Fn::Join': [separator, resolved] }
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, values))
  if (!v.is(Record, value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, resolve(item, values)]))
}

/** Everything that is referred to. */
export const referencesIn = (value: unknown): readonly string[] => {
  const name = nameOf(value)
  if (name !== undefined) return [name]
  if (Array.isArray(value)) return value.flatMap(referencesIn)
  return v.is(Record, value) ? Object.values(value).flatMap(referencesIn) : []
}
