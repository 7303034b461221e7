import { ProgressBar } from 'react-aria-components'

/** Something goes on whose end is not known. */
export const Busy = ({ label }: { readonly label: string }) => (
  <ProgressBar isIndeterminate aria-label={label} className="busy">
    <span className="busy-ring" aria-hidden="true" />
    <span aria-hidden="true">{label}</span>
  </ProgressBar>
)
