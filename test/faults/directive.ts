import type { Random } from '../../bench/data/random.ts'

/** What happens to a worker at its port call number `call`: before it takes effect, or after it did. */
export type Directive = {
  readonly kind: 'none' | 'die' | 'fail' | 'stall'
  readonly call: number
  readonly moment: 'before' | 'after'
  /** The worker is killed so many milliseconds after its start, whatever it does. */
  readonly killAfterMs: number | null
  /** Streams come in small pieces, slowly; the first that reaches this piece breaks. */
  readonly breakAtPiece: number | null
  readonly slowStreams: boolean
}

export const noDirective: Directive = {
  kind: 'none',
  call: 0,
  moment: 'before',
  killAfterMs: null,
  breakAtPiece: null,
  slowStreams: false,
}

const kinds = ['die', 'die', 'die', 'die', 'fail', 'fail', 'stall'] as const

export const chooseDirective = (random: Random): Directive => ({
  kind: random.pick(kinds),
  call: 1 + random.int(random.pick([10, 30, 60])),
  moment: random.pick(['before', 'after']),
  killAfterMs: random.int(4) === 0 ? random.int(1_500) : null,
  breakAtPiece: random.int(5) === 0 ? 1 + random.int(4) : null,
  slowStreams: random.int(3) === 0,
})
