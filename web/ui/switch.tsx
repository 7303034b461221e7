import type { ReactNode } from 'react'
import { Switch as AriaSwitch, type SwitchProps } from 'react-aria-components'

type Props = Omit<SwitchProps, 'className' | 'children'> & { readonly children: ReactNode }

export const Switch = ({ children, ...props }: Props) => (
  <AriaSwitch {...props} className="switch">
    <span className="switch-track" aria-hidden="true" />
    <span>{children}</span>
  </AriaSwitch>
)
