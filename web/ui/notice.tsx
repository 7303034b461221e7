import type { ReactNode } from 'react'

type Props = {
  readonly kind: 'good' | 'warn' | 'bad' | 'info'
  readonly children: ReactNode
}

/** A box with news; what is bad is read out at once. */
export const Notice = ({ kind, children }: Props) => (
  <div className={`notice ${kind}`} role={kind === 'bad' ? 'alert' : 'status'}>
    {children}
  </div>
)
