import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../', import.meta.url))
const adapters = join(root, 'lambdas', 'adapters') + sep

type Module = {
  readonly text: string
  /** Top-level declarations by name. */
  readonly declarations: ReadonlyMap<string, string>
  /** What local names stand for in other files of ours. */
  readonly imports: ReadonlyMap<string, { readonly file: string; readonly name: string }>
}

const pathOf = (specifier: string, importer: string): string =>
  specifier.startsWith('#') ? join(root, specifier.slice(1)) : resolve(dirname(importer), specifier)

const readModule = (file: string): Module => {
  const text = readFileSync(file, 'utf8')
  const starts = [...text.matchAll(/^(?:export )?(?:const|type|class) (\w+)/gm)]
  const declarations = starts.map(
    ({ 1: name = '', index }, at) => [name, text.slice(index, starts[at + 1]?.index)] as const,
  )
  const clauses = [...text.matchAll(/^import (?:type )?\{([^}]*)\} from '([.#][^']+)'/gm)]
  const imports = clauses.flatMap(([, names = '', specifier = '']) =>
    [...names.matchAll(/(?:type )?(\w+)(?: as (\w+))?/g)].map(
      ([, name = '', local = name]) => [local, { file: pathOf(specifier, file), name }] as const,
    ),
  )
  return { text, declarations: new Map(declarations), imports: new Map(imports) }
}

/** Leaves out the methods of an object that nobody calls. */
const withoutMethods = (text: string, called: ReadonlySet<string>): string =>
  text.replace(/^( +)(\w+): (?:async )?(?:\([^)]*\)|\w+) =>[\s\S]*?(?=^(?!\1 ).)/gm, (method, _indent, name) =>
    called.has(name) ? method : '',
  )

type Filter = (file: string, text: string) => string | undefined

/** The text of all declarations that can be reached from a file, name by name, where `filter` lets them through. */
const reach = (entry: string, filter: Filter): string => {
  const modules = new Map<string, Module>()
  const moduleOf = (file: string): Module => {
    const module = modules.get(file) ?? readModule(file)
    modules.set(file, module)
    return module
  }
  const texts = new Map<string, string>()
  const visit = (file: string, name: string | undefined): void => {
    const place = `${file} ${name}`
    const module = moduleOf(file)
    const declaration = name === undefined ? module.text : module.declarations.get(name)
    const text = declaration && filter(file, declaration)
    if (text === undefined || texts.has(place)) return
    texts.set(place, text)
    for (const word of new Set(text.match(/\w+/g))) {
      const imported = module.imports.get(word)
      if (imported !== undefined) visit(imported.file, imported.name)
      else visit(file, word)
    }
  }
  visit(entry, undefined)
  return [...texts.values()].join('\n')
}

/**
 * The text that a function runs, from its handler on. An adapter of which it takes one export counts with that export only,
 * and with those of its methods only that the function's own code calls.
 */
export const codeOf = (functionName: string): string => {
  const handler = join(root, 'lambdas', functionName, 'handler.ts')
  const own = reach(handler, (file, text) => (file.startsWith(adapters) ? undefined : text))
  const called = new Set([...own.matchAll(/\.(\w+)/g)].map(([, name = '']) => name))
  return reach(handler, (file, text) => (file.startsWith(adapters) ? withoutMethods(text, called) : text))
}

/** The SDK commands that a text sends. */
export const commandsIn = (text: string): readonly string[] => {
  const commands = [...text.matchAll(/new (\w+Command|Upload)\(/g)].map(([, name = '']) => name)
  const paged = [...text.matchAll(/\bpaginate(\w+)\(/g)].map(([, name = '']) => `${name}Command`)
  return [...new Set([...commands, ...paged])].toSorted()
}

const filesIn = (folder: string, named = /\.ts$/): readonly string[] =>
  readdirSync(join(root, 'lambdas', folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => named.test(name))
    .map((name) => readFileSync(join(root, 'lambdas', folder, name), 'utf8'))

/** The source files of a folder of lambdas/, whole. */
export const sourcesIn = (folder: string, named?: RegExp): string => filesIn(folder, named).join('\n')

/** The routes that a function has an endpoint for: the keys of its endpoint tables, which may name a constant of their file. */
export const endpointsIn = (functionName: string): readonly string[] =>
  filesIn(functionName).flatMap((text) => {
    const constants = new Map([...text.matchAll(/^const (\w+) = '([^']*)'/gm)].map(([, name, value]) => [name, value]))
    const keys = [...text.matchAll(/(?:^|\{)\s*\[?['`]((?:GET|POST|PUT|PATCH|DELETE) [^'`]*)['`](?: as const\])?:/gm)]
    return keys.map(([, key = '']) => key.replace(/\$\{(\w+)\}/g, (text, name) => constants.get(name) ?? text))
  })
