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
export const CopyIcon = icon(<path d="M7 7V4h9v9h-3M4 7h9v9H4z" strokeLinejoin="round" />)
export const DownloadIcon = icon(<path d="M10 3v9m-4-4l4 4 4-4M4 16h12" strokeLinecap="round" strokeLinejoin="round" />)
export const LockIcon = icon(<path d="M5 9h10v7H5zM7.5 9V6.5a2.5 2.5 0 0 1 5 0V9" strokeLinejoin="round" />)
export const UploadIcon = icon(<path d="M10 13V4m-4 4l4-4 4 4M4 16h12" strokeLinecap="round" strokeLinejoin="round" />)
export const WarningIcon = icon(<path d="M10 3l8 14H2zM10 8v4m0 2.5v.5" strokeLinecap="round" strokeLinejoin="round" />)
export const KeyIcon = icon(
  <path d="M8.5 11.5a3.5 3.5 0 1 1-1-1zM11 9l6-6M14 6l2 2" strokeLinecap="round" strokeLinejoin="round" />,
)
