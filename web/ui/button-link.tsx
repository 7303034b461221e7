import { createLink } from '@tanstack/react-router'
import type { AnchorHTMLAttributes, Ref } from 'react'

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'className'> & {
  readonly kind?: 'primary' | 'secondary'
  readonly ref?: Ref<HTMLAnchorElement>
}

const Anchor = ({ kind = 'secondary', ...props }: Props) => <a {...props} className={`button ${kind} link-button`} />

/** Leads to another page of the dashboard, and looks like a button. */
export const ButtonLink = createLink(Anchor)
