import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { AnswerSchema, type Question } from './chunk-question.ts'

const script = fileURLToPath(new URL('chunk-process.ts', import.meta.url))

/** One core is left for everything else. */
export const crewSize = Math.max(1, Math.min(4, availableParallelism() - 1))

const isThere = (message: unknown): boolean => {
  const answer = v.parse(AnswerSchema, message)
  if ('isThere' in answer) return answer.isThere
  const { error: name, stack } = answer.failed
  throw Object.assign(new Error('A piece of a file could not be told.'), { name, stack })
}

const ask = (member: ChildProcess, question: Question): Promise<unknown> =>
  new Promise((resolve, reject) => {
    const ended = (): void => {
      member.off('message', answered)
      reject(new Error('The process that told a piece of a file has ended.'))
    }
    const answered = (message: unknown): void => {
      member.off('exit', ended)
      resolve(message)
    }
    member.once('message', answered).once('exit', ended)
    member.send(question)
  })

/** Processes that tell pieces of large files, as functions do in the cloud. They are started when there is something to tell. */
export const chunkCrew = (place: Omit<Question, 'key'>) => {
  const members = new Set<ChildProcess>()
  const idle = new Set<ChildProcess>()

  const start = (): ChildProcess => {
    const member = fork(script, { execArgv: [], stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    members.add(member)
    return member.once('exit', () => {
      members.delete(member)
      idle.delete(member)
    })
  }

  const end = async (member: ChildProcess): Promise<void> => {
    const ended = once(member, 'exit')
    member.disconnect()
    await ended
  }

  return {
    /** Answers whether the piece is still there. */
    tell: async (key: string): Promise<boolean> => {
      const [rested] = idle
      const member = rested ?? start()
      idle.delete(member)
      const message = await ask(member, { ...place, key })
      idle.add(member)
      return isThere(message)
    },
    /** Ends the processes, whatever they do. */
    close: async (): Promise<void> => {
      await Promise.all([...members].map(end))
    },
    processIds: () => [...members].flatMap(({ pid }) => pid ?? []),
  }
}

export type ChunkCrew = ReturnType<typeof chunkCrew>
