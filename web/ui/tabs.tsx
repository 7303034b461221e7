import type { ReactNode } from 'react'
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components'

type Item = { readonly id: string; readonly name: ReactNode; readonly content: ReactNode }
type Props = { readonly label: string; readonly items: readonly Item[] }

export const Tabs = ({ label, items }: Props) => (
  <AriaTabs className="tabs">
    <TabList aria-label={label} className="tab-list">
      {items.map(({ id, name }) => (
        <Tab key={id} id={id} className="tab">
          {name}
        </Tab>
      ))}
    </TabList>
    {items.map(({ id, content }) => (
      <TabPanel key={id} id={id} className="tab-panel">
        {content}
      </TabPanel>
    ))}
  </AriaTabs>
)
