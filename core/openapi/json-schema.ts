import { type ConversionConfig, toJsonSchema } from '@valibot/to-json-schema'

export type JsonSchema = Readonly<ReturnType<typeof toJsonSchema>>

const config: ConversionConfig = {
  target: 'draft-2020-12',
  // Checks by code have no equivalent; a schema that has none would show as an empty one.
  errorMode: 'ignore',
  /** Everything that we answer is listed; what a caller adds is ignored, but promised nothing. */
  overrideSchema: ({ valibotSchema, jsonSchema }) =>
    valibotSchema.type === 'object' ? { ...jsonSchema, additionalProperties: false } : undefined,
}

type Schema = Parameters<typeof toJsonSchema>[0]

const convert = (schema: Schema, typeMode: 'input' | 'ignore'): JsonSchema => {
  const { $schema: _, ...jsonSchema } = toJsonSchema(schema, { ...config, typeMode })
  return jsonSchema
}

/** The JSON schema of what a caller may send: transformations that parsing does are not its concern. */
export const requestSchema = (schema: Schema): JsonSchema => convert(schema, 'input')

export const answerSchema = (schema: Schema): JsonSchema => convert(schema, 'ignore')
