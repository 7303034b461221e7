import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'
import { openProxy, type ProxyFault } from '../contracts/proxy-server.ts'
import type { Directive } from './directive.ts'
import type { Assignment, FromWorker, ToWorker } from './messages.ts'
import type { Hand, Pool } from './pool.ts'

export type CrewOptions = {
  readonly pool: Pool
  readonly size: number
  readonly assignment: Omit<Assignment, 'directives' | 'offset'>
  readonly offset: () => number
  readonly fault: () => ProxyFault
  /** What the next worker meets. */
  readonly nextDirectives: () => readonly Directive[]
  readonly note: (line: string) => void
  /** Lets others take what a dead or stalled worker holds. */
  readonly release: () => Promise<void>
}

/** Whether the workers are all at rest, and when the first of them wants to go on. */
export type Rest = { readonly wakeAt: number | null }

type Member = {
  readonly hand: Hand
  readonly proxy: Awaited<ReturnType<typeof openProxy>>
  readonly ended: Promise<unknown>
  doomed: boolean
  stalled: boolean
  asked: number
  answer: ((rest: Rest | undefined) => void) | undefined
}

export const peace: ProxyFault = (_, forward) => forward()

const tell = ({ hand }: Member, message: ToWorker): void => {
  // Whoever is just dying does not hear it any more.
  if (hand.child.connected) hand.child.send(message, () => undefined)
}

const obey = (member: Member, note: CrewOptions['note']): void => {
  const { child } = member.hand
  const kill = (): void => {
    member.doomed = true
    child.kill('SIGKILL')
  }
  child.on('message', (message: FromWorker) => {
    if (message.kind === 'ready') return
    if (message.kind !== 'reached') {
      // What comes too late says how it was before the last `go`.
      if (message.number === member.asked) member.answer?.(message.kind === 'parked' ? message : undefined)
      return
    }
    const { kind, moment, call, afterMs } = message.directive
    note(`${kind} ${moment} call ${call}, ${message.name}${moment === 'during' ? `, after ${afterMs} ms` : ''}`)
    if (kind === 'stall') member.stalled = true
    if (kind === 'die') setTimeout(kill, afterMs)
  })
  child.once('exit', () => {
    member.doomed = true
    member.answer?.(undefined)
  })
}

const join = async (options: CrewOptions, directives: readonly Directive[]): Promise<Member> => {
  const { pool, assignment, offset, fault, note } = options
  const hand = await pool.take()
  const proxy = await openProxy(assignment.endpoint)
  proxy.fault = directives.length === 0 ? peace : fault()
  const ended = once(hand.child, 'exit')
  const member: Member = { hand, proxy, ended, doomed: false, stalled: false, asked: 0, answer: undefined }
  obey(member, note)
  tell(member, {
    kind: 'start',
    assignment: { ...assignment, endpoint: proxy.endpoint, offset: offset(), directives },
  })
  return member
}

/** Kills a worker and waits until nothing that it sent is under way any more. */
const bury = async ({ hand, proxy, ended }: Member, note: CrewOptions['note']): Promise<void> => {
  hand.child.kill('SIGKILL')
  if (hand.child.exitCode === null && hand.child.signalCode === null) await ended
  await proxy.settle()
  proxy.close()
  if (hand.errors() !== '') note(`worker said: ${hand.errors().slice(0, 2_000)}`)
}

/** When it wants to go on, if it is at rest. */
const ask = (member: Member): Promise<Rest | undefined> => {
  if (member.doomed) return Promise.resolve(undefined)
  member.asked += 1
  const answer = new Promise<Rest | undefined>((resolve) => {
    member.answer = resolve
  })
  tell(member, { kind: 'park', number: member.asked })
  // A worker that cannot answer is at work, or about to be found dead.
  return Promise.race([answer, delay(2_000, undefined, { ref: false })])
}

const soothe = (member: Member): void => {
  tell(member, { kind: 'calm', calm: true })
  member.proxy.fault = peace
}

/** The processes that work on a run. Whoever dies is replaced. */
export const hireCrew = async (given: CrewOptions) => {
  let troubles = 0
  const note = (line: string): void => {
    troubles += 1
    given.note(line)
  }
  const options = { ...given, note }
  const { size, release, offset, fault } = options
  const members = await Promise.all(Array.from({ length: size }, () => join(options, options.nextDirectives())))
  let calm = false
  let kills = 0

  const replaceDead = async (): Promise<void> => {
    for (const [index, member] of members.entries()) {
      if (member.doomed) {
        kills += 1
        await bury(member, note)
        await release()
        const successor = await join(options, options.nextDirectives())
        members[index] = successor
        if (calm) soothe(successor)
      } else if (member.stalled) {
        member.stalled = false
        await release()
      }
    }
  }

  return {
    replaceDead,
    kills: () => kills,
    troubles: () => troubles,
    /** Parks everybody who is at rest; undefined unless they all are. */
    rest: async (): Promise<Rest | undefined> => {
      const answers = await Promise.all(members.map(ask))
      const parked = answers.filter((answer) => answer !== undefined)
      if (parked.length < members.length) return undefined
      const times = parked.map(({ wakeAt }) => wakeAt).filter((time) => time !== null)
      return { wakeAt: times.length === 0 ? null : Math.min(...times) }
    },
    go: (): void => {
      for (const member of members) tell(member, { kind: 'go', offset: offset() })
    },
    /** Whether anything gets in the way of those who work. */
    calm: (wanted: boolean): void => {
      if (calm === wanted) return
      calm = wanted
      for (const member of members) {
        if (calm) soothe(member)
        else {
          tell(member, { kind: 'calm', calm })
          member.proxy.fault = fault()
        }
      }
    },
    dismiss: async (): Promise<void> => {
      await Promise.all(members.map((member) => bury(member, note)))
    },
  }
}
