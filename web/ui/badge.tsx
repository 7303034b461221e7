import type { ReactNode } from 'react'

export type BadgeKind = 'good' | 'warn' | 'bad' | 'plain'

/** How something stands, in a word. */
export const Badge = ({ kind, children }: { readonly kind: BadgeKind; readonly children: ReactNode }) => (
  <span className={kind === 'plain' ? 'badge' : `badge ${kind}`}>{children}</span>
)
