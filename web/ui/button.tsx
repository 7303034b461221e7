import type { ReactNode } from 'react'
import { Button as AriaButton, type ButtonProps } from 'react-aria-components'

type Props = Omit<ButtonProps, 'className' | 'children' | 'isPending'> & {
  /** `primary` is the one way forward; there is at most one in view. */
  readonly kind?: 'primary' | 'secondary' | 'quiet' | 'danger'
  readonly size?: 'normal' | 'small'
  /** While what it started goes on, the button keeps the focus and does nothing. */
  readonly isPending?: boolean
  readonly children: ReactNode
}

const nothing = (): void => undefined

export const Button = ({ kind = 'secondary', size = 'normal', isPending = false, children, ...props }: Props) => (
  <AriaButton
    {...props}
    {...(isPending ? { 'aria-disabled': true, onPress: nothing } : {})}
    className={`button ${kind} ${size}`}
  >
    {isPending && <span className="busy-ring" aria-hidden="true" />}
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
