import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import type { Integration } from '../use-integration.ts'
import { LinkDialog, type LinkKind } from './link-dialog.tsx'

type Props = { readonly integration: Integration; readonly kind: LinkKind; readonly isPrimary?: boolean }

export const LinkButton = ({ integration, kind, isPrimary = false }: Props) => {
  const t = useTranslations('dashboard.integration.linkDialog')
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <Button kind={isPrimary ? 'primary' : 'secondary'} onPress={() => setOpen(true)}>
        {t(`${kind}.open`)}
      </Button>
      {isOpen && <LinkDialog integration={integration} kind={kind} onClose={() => setOpen(false)} />}
    </>
  )
}
