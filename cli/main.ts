import { CommandError } from './client.ts'
import type { Command } from './command.ts'
import { commands } from './commands.ts'
import { type Options, readArguments } from './options.ts'
import { usage } from './usage.ts'

const unusable = (sentence: string): CommandError => new CommandError(`${sentence}\n\n${usage}`)

/** The longest name that the words begin with: `mapping draft` before `mapping`. */
const findCommand = (words: readonly string[]): { readonly command: Command; readonly rest: readonly string[] } => {
  for (const length of [2, 1]) {
    const name = words.slice(0, length).join(' ')
    const command = Object.hasOwn(commands, name) ? commands[name] : undefined
    if (command) return { command, rest: words.slice(length) }
  }
  throw unusable(`There is no command "${words.slice(0, 2).join(' ')}".`)
}

/** Nothing is ignored: a word or an option that a command does not know is probably meant for another. */
const argumentOf = ({ takes, argument, isArgumentOptional }: Command, options: Options, rest: readonly string[]) => {
  const [first, ...more] = argument === undefined ? [undefined, ...rest] : rest
  if (more.length > 0) throw unusable(`"${more.join(' ')}" is not understood here.`)
  if (argument !== undefined && first === undefined && !isArgumentOptional)
    throw unusable(`The ${argument} is missing.`)
  const known: readonly string[] = takes
  const unknown = Object.keys(options).filter((name) => !known.includes(name))
  if (unknown.length > 0) throw unusable(`This command does not know --${unknown.join(', --')}.`)
  return first ?? ''
}

const run = async (): Promise<string> => {
  const { values, positionals } = readArguments()
  if (values.help || positionals.length === 0) return usage
  const { command, rest } = findCommand(positionals)
  return JSON.stringify(await command.run(values, argumentOf(command, values, rest)), null, 2)
}

// A reader such as `head` may close the pipe early.
process.stdout.on('error', () => process.exit())

try {
  process.stdout.write(`${await run()}\n`)
} catch (error) {
  if (!(error instanceof CommandError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
