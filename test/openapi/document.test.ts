import { Ajv2020 as Validator } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { descriptionOf } from '#core/api/descriptions.ts'
import { routes } from '#core/deployment/routes.ts'
import { openApiDocument } from '#core/openapi/document.ts'

type Node = Readonly<Record<string, unknown>>

const document = JSON.parse(JSON.stringify(openApiDocument()))

const operations = Object.entries<Record<string, Node>>(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
)

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null

/** Every schema below a value, with the names on the way to it. */
const schemasIn = (value: unknown, path: readonly string[] = []): { path: readonly string[]; schema: Node }[] => {
  if (!isNode(value)) return []
  const below = Object.entries(value).flatMap(([name, child]) => schemasIn(child, [...path, name]))
  const isSchema = ['schema', 'items', 'additionalProperties'].includes(path.at(-1) ?? '')
  const isPart = ['properties', 'anyOf', 'oneOf', 'allOf'].includes(path.at(-2) ?? '')
  return isSchema || isPart ? [{ path, schema: value }, ...below] : below
}

const mayBeOpen = ['custom_fields', 'remote_data']

test('every route of the two functions is described, and nothing else', () => {
  const described = routes.filter((route) => descriptionOf(route)).map(({ method, path }) => `${method} ${path}`)
  expect(operations.map(({ name }) => name).toSorted()).toEqual(described.toSorted())
  const isDescribed = ['api', 'connect']
  expect(routes.filter((route) => isDescribed.includes(route.function) && !descriptionOf(route))).toEqual([])
})

test('every operation has an id of its own and a line for the table of contents', () => {
  const ids = operations.map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { operation } of operations) expect(operation.summary).toMatch(/^\S.{5,100}$/)
})

test('what is stated about variables of a path is about variables that it has', () => {
  for (const route of routes) {
    const stated = Object.keys(descriptionOf(route)?.path?.entries ?? {})
    expect(stated.filter((name) => !route.path.includes(`{${name}}`))).toEqual([])
  }
})

describe.each(operations)('$name', ({ operation }) => {
  const schemas = schemasIn(operation)

  test('leaves no object open but custom fields, the row of the file and cells', () => {
    const isOpen = ({ type, additionalProperties: others }: Node) =>
      type === 'object' && (others === undefined || others === true || Object.keys(Object(others)).length === 0)
    const open = schemas
      .filter(({ schema }) => schema.additionalProperties !== false && isOpen(schema))
      .filter(({ path }) => !path.some((name) => mayBeOpen.includes(name)))
    expect(open.map(({ path }) => path.join('.'))).toEqual([])
  })

  test('leaves nothing unsaid but the value of an integration field', () => {
    const unsaid = schemas.filter(({ schema }) => Object.keys(schema).every((key) => key === 'description'))
    expect(unsaid.map(({ path }) => path.slice(-2).join('.'))).toSatisfy((paths: string[]) =>
      paths.every((path) => path === 'properties.value' || mayBeOpen.includes(path)),
    )
  })

  test('has schemas that a validator accepts', () => {
    const validator = new Validator({
      strict: true,
      strictRequired: false,
      allowUnionTypes: true,
      validateFormats: false,
    })
    validator.addSchema(document.components, 'components')
    for (const { path, schema } of schemas.filter(({ path }) => path.at(-1) === 'schema'))
      if (!('$ref' in schema)) expect(() => validator.compile(schema), path.join('.')).not.toThrow()
  })
})
