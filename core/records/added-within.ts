import { isJsonObject, type JsonObject } from './built-record.ts'

/** What records may show beside the fields of their model: keys of custom fields, and ids of columns that are passed through. */
export type Shown = { readonly custom: readonly string[]; readonly passed: readonly string[] }

/** Whether records that were built to show the one hold something that they may not show by the other. */
export const showsLess = (before: Shown, after: Shown): boolean =>
  before.custom.some((key) => !after.custom.includes(key)) || before.passed.some((id) => !after.passed.includes(id))

/** A record's body without the custom fields and columns that it may not show any more. */
export const addedWithin = (body: JsonObject, { custom, passed }: Shown): JsonObject => {
  const { custom_fields: fields, integration_fields: columns } = body
  return {
    ...body,
    ...(isJsonObject(fields) && {
      custom_fields: Object.fromEntries(Object.entries(fields).filter(([key]) => custom.includes(key))),
    }),
    ...(Array.isArray(columns) && {
      integration_fields: columns.filter((each) => isJsonObject(each) && passed.includes(String(each.id))),
    }),
  }
}

/** The same for the employments that an employee shows. */
export const employmentsWithin = (body: JsonObject, shown: Shown): JsonObject => {
  const { employments } = body
  if (!Array.isArray(employments)) return body
  return { ...body, employments: employments.map((each) => (isJsonObject(each) ? addedWithin(each, shown) : each)) }
}
