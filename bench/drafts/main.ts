import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { scoreDrafts } from './score.ts'
import { ExpectedSchema, SpecsSchema } from './specs.ts'

const usage = `Usage: npm run -s drafts -- FILE.json

  Drafts mappings for the header rows in FILE.json and compares them with what FILE.expected.json says of each column. One JSON object comes out.

  FILE.json           {"specs": [{"vendor": "…", "headers": ["First name", …], "sample_values": {"First name": ["Ann", …]}}]}
  FILE.expected.json  {"vendor": {"First name": "hris_employees.first_name", "Shoe size": null}}`

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const readJson = async <Schema extends v.GenericSchema>(
  path: string,
  schema: Schema,
): Promise<v.InferOutput<Schema> | string> => {
  try {
    const { success, output, issues } = v.safeParse(
      v.pipe(v.string(), v.parseJson(), schema),
      await readFile(path, 'utf8'),
    )
    return success
      ? output
      : `${path}: ${issues.map((each) => `${v.getDotPath(each) ?? 'file'}: ${each.message}`).join('; ')}`
  } catch (error) {
    if (isMissing(error)) return `There is no file ${path}.`
    throw error
  }
}

const [path] = process.argv.slice(2)
if (path === undefined) {
  console.error(usage)
  process.exitCode = 2
} else {
  const found = await readJson(path, SpecsSchema)
  const expected = await readJson(path.replace(/(?:\.json)?$/, '.expected.json'), ExpectedSchema)
  if (typeof found === 'string' || typeof expected === 'string') {
    for (const problem of [found, expected]) if (typeof problem === 'string') console.error(problem)
    process.exitCode = 1
  } else console.log(JSON.stringify(scoreDrafts(found.specs, expected), null, 2))
}
