import { type ReactNode, useState } from 'react'
import { Disclosure } from '../ui/disclosure.tsx'

type Props = {
  readonly title: string
  /** Whether the mapping says something of it already: what is said is shown. */
  readonly isSaid: boolean
  readonly children: ReactNode
}

/** What only some mappings say. It is made when somebody looks: some of it asks for the whole file. */
export const MoreChoices = ({ title, isSaid, children }: Props) => {
  const [isOpen, setOpen] = useState(isSaid)
  return (
    <Disclosure title={title} level={3} isOpen={isSaid} onChange={setOpen}>
      {isOpen && children}
    </Disclosure>
  )
}
