import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

type Props = Omit<ButtonProps, 'className' | 'children'> & {
  /** `primary` is the one way forward; there is at most one in view. */
  readonly kind?: 'primary' | 'secondary' | 'quiet'
  readonly size?: 'normal' | 'small'
  readonly children: ReactNode
}

export const Button = ({ kind = 'secondary', size = 'normal', children, ...props }: Props) => (
  <AriaButton {...props} className={`button ${kind} ${size}`}>
    {children}
  </AriaButton>
)

type IconButtonProps = Omit<ButtonProps, 'className' | 'children'> & {
  readonly label: string
  readonly children: ReactNode
}

export const IconButton = ({ label, children, ...props }: IconButtonProps) => (
  <AriaButton {...props} aria-label={label} className="icon-button">
    {children}
  </AriaButton>
)
