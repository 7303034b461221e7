import type { ReactNode } from 'react'

/** From here on a proposal is seldom wrong. */
const sure = 0.85

type Props = {
  /** 0 to 1. */
  readonly value: number
  readonly children: ReactNode
}

/** How sure a proposal is, in words and a colour. */
export const Confidence = ({ value, children }: Props) => (
  <span className={`badge ${value >= sure ? 'good' : 'warn'}`}>{children}</span>
)
