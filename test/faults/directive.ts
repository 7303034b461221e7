import type { Random } from '../../bench/data/random.ts'

/** What happens to a worker at its port call number `call` since the last directive: before it takes effect, after it did, or meanwhile. */
export type Directive = {
  readonly kind: 'none' | 'die' | 'fail' | 'stall' | 'full'
  readonly call: number
  /** Counts only the calls of this name; null for all. */
  readonly only: string | null
  readonly moment: 'before' | 'after' | 'during'
  /** Who dies during a call is killed so many milliseconds after its beginning, whatever it does by then. */
  readonly afterMs: number
  /** So much still goes onto a disk that is getting full. */
  readonly freeBytes: number
  /** Streams come in small pieces, slowly; the first that reaches this piece breaks. */
  readonly breakAtPiece: number | null
  readonly slowStreams: boolean
}

/** A death at one call. */
export type Death = Pick<Directive, 'call' | 'moment'>

export const noDirective: Directive = {
  kind: 'none',
  call: 0,
  only: null,
  moment: 'before',
  afterMs: 0,
  freeBytes: 0,
  breakAtPiece: null,
  slowStreams: false,
}

const kinds = ['die', 'die', 'die', 'die', 'fail', 'full', 'stall'] as const
/** Between these calls lies what an interrupted sync leaves half done. */
const delicate = ['records.write', 'records.write', 'archive.put', 'control.replace'] as const
const moments = ['before', 'after', 'during', 'during'] as const

export const chooseDirective = (random: Random): Directive => {
  const kind = random.pick(kinds)
  const moment = random.pick(moments)
  const only = random.int(3) === 0 ? random.pick(delicate) : null
  return {
    kind,
    call: 1 + random.int(only === null ? random.pick([10, 30, 60]) : 8),
    only,
    // Only a death may come in the middle of something.
    moment: kind === 'die' || moment !== 'during' ? moment : 'before',
    afterMs: moment === 'during' ? random.int(40) : 0,
    freeBytes: random.int(random.pick([100, 5_000])),
    breakAtPiece: random.int(5) === 0 ? 1 + random.int(4) : null,
    slowStreams: random.int(3) === 0,
  }
}
