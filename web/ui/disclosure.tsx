import type { ReactNode } from 'react'
import { Disclosure as AriaDisclosure, Button, DisclosurePanel, Heading } from 'react-aria-components'
import { ChevronIcon } from './icons.tsx'

type Props = {
  readonly title: string
  readonly children: ReactNode
  /** Hears whether it is open. */
  readonly onChange?: (isOpen: boolean) => void
}

/** What only some want to read. */
export const Disclosure = ({ title, children, onChange }: Props) => (
  <AriaDisclosure className="disclosure" {...(onChange ? { onExpandedChange: onChange } : {})}>
    <Heading level={2}>
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
