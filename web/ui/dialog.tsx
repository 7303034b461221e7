import './dialog.css'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'

type Props = {
  readonly title: string
  readonly onClose: () => void
  /** `alertdialog` where something is lost. */
  readonly role?: 'dialog' | 'alertdialog'
  readonly children: ReactNode
}

/** A window over the page, which takes the focus and gives it back; Escape closes it. */
export const Dialog = ({ title, onClose, role = 'dialog', children }: Props) => (
  <ModalOverlay
    isOpen
    isDismissable={role === 'dialog'}
    onOpenChange={(isOpen) => !isOpen && onClose()}
    className="overlay"
  >
    <Modal className="modal">
      <AriaDialog role={role} className="dialog">
        <Heading slot="title" level={2}>
          {title}
        </Heading>
        {children}
      </AriaDialog>
    </Modal>
  </ModalOverlay>
)
