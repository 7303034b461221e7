import { DropZone, FileTrigger, Text } from 'react-aria-components'
import { Button } from './button.tsx'
import { UploadIcon } from './icons.tsx'

type Props = {
  readonly label: string
  readonly button: string
  readonly onFile: (file: File) => void
  readonly isPending?: boolean
}

/** A place for one file: dropped, pasted, or chosen by the button. */
export const FileDrop = ({ label, button, onFile, isPending = false }: Props) => (
  <DropZone
    className="drop"
    onDrop={async ({ items }) => {
      const item = items.find(({ kind }) => kind === 'file')
      if (item?.kind === 'file') onFile(await item.getFile())
    }}
  >
    <UploadIcon />
    <Text slot="label">{label}</Text>
    <FileTrigger
      onSelect={(files) => {
        const file = files?.item(0)
        if (file) onFile(file)
      }}
    >
      <Button size="small" isPending={isPending}>
        {button}
      </Button>
    </FileTrigger>
  </DropZone>
)
