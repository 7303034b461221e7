import type { ReactNode } from 'react'
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components'
import { ChevronIcon } from './icons.tsx'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** Of the title. */
  readonly level?: 2 | 3 | 4
  /** Whether it is open at first. */
  readonly isOpen?: boolean
  /** Hears whether it is open. */
  readonly onChange?: (isOpen: boolean) => void
}

/** What only some want to read. */
export const Disclosure = ({ title, children, level = 2, isOpen = false, onChange }: Props) => (
  <AriaDisclosure className="disclosure" defaultExpanded={isOpen} {...(onChange ? { onExpandedChange: onChange } : {})}>
    <Heading level={level}>
      <Button slot="trigger" className="disclosure-button">
        <ChevronIcon />
        {title}
      </Button>
    </Heading>
    <DisclosurePanel className="disclosure-panel">
      <div className="disclosure-content">{children}</div>
    </DisclosurePanel>
  </AriaDisclosure>
)
