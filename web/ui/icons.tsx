import type { ReactNode } from 'react'

/** Pictures beside words: a screen reader passes over them. */
const icon = (shape: ReactNode) => () => (
  <svg className="icon" viewBox="0 0 20 20" fill="none" stroke="currentColor" strokeWidth="1.8" aria-hidden="true">
    {shape}
  </svg>
)

export const CloseIcon = icon(<path d="M5 5l10 10M15 5L5 15" strokeLinecap="round" />)
export const CheckIcon = icon(<path d="M4 10.5l4 4 8-9" strokeLinecap="round" strokeLinejoin="round" />)
export const ChevronIcon = icon(<path d="M6 8l4 4 4-4" strokeLinecap="round" strokeLinejoin="round" />)
