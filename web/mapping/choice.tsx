import type { ReactNode } from 'react'

type Props = { readonly label: string; readonly help?: string; readonly children: ReactNode }

/** A choice under its name, with a sentence on what it does. What is chosen by says the name to screen readers itself. */
export const Choice = ({ label, help, children }: Props) => (
  <div className="map-choice">
    <span className="label" aria-hidden="true">
      {label}
    </span>
    {children}
    {help !== undefined && <p className="muted">{help}</p>}
  </div>
)
