import type { UseMutationResult } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { resolutions } from '#core/attention/attention.ts'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { LinkButton } from '../links/link-button.tsx'
import { useEnabled } from '../use-enabled.ts'
import { type Integration, useWhich } from '../use-integration.ts'
import { type Attention, useRedelivery, useSync } from './use-attention.ts'

type DeedProps<Input> = {
  readonly deed: UseMutationResult<unknown, Error, Input>
  readonly input: Input
  readonly name: string
}

const Deed = <Input,>({ deed, input, name }: DeedProps<Input>) => (
  <>
    <Button onPress={() => deed.mutate(input)} isPending={deed.isPending}>
      {name}
    </Button>
    {deed.error && <FailureNotice error={deed.error} />}
  </>
)

type ReportProps = { readonly syncId: string | null; readonly fileId: string | null }

/** To the report of the sync that says what is wrong; to the file, where no sync has read it. */
const ToReport = ({ syncId, fileId }: ReportProps) => {
  const t = useTranslations('dashboard.integration.attention.resolve')
  const { integrationId } = useWhich()
  const looks = 'button secondary link-button'
  if (syncId !== null)
    return (
      <Link className={looks} to="/integrations/$integrationId/syncs/$syncId" params={{ integrationId, syncId }}>
        {t('report')}
      </Link>
    )
  return (
    <Link
      className={looks}
      to="/integrations/$integrationId/files/$fileId"
      params={{ integrationId, fileId: fileId ?? '' }}
    >
      {t('report')}
    </Link>
  )
}

const places = {
  held: { to: '/integrations/$integrationId/held' },
  mapping: { to: '/integrations/$integrationId/mapping' },
  keys: { to: '/integrations/$integrationId/settings', search: { part: 'keys' } },
  cadence: { to: '/integrations/$integrationId/settings', search: { part: 'expected' } },
} as const

const ToPlace = ({ place }: { readonly place: keyof typeof places }) => {
  const t = useTranslations('dashboard.integration.attention.resolve')
  const { integrationId } = useWhich()
  return (
    <Link className="button secondary link-button" params={{ integrationId }} {...places[place]}>
      {t(place)}
    </Link>
  )
}

type Props = { readonly item: Attention; readonly integration: Integration }

/** The button that sees to something, or leads to where it is seen to. */
export const Resolve = ({ item, integration }: Props) => {
  const t = useTranslations('dashboard.integration.attention.resolve')
  const [enable, sync, redeliver] = [useEnabled(), useSync(), useRedelivery()]
  const resolution = resolutions[item.kind]
  if (resolution === 'enable') return <Deed deed={enable} input={true} name={t('enable')} />
  if (resolution === 'sync') return <Deed deed={sync} input={undefined} name={t('sync')} />
  if (item.kind === 'delivery_failed') return <Deed deed={redeliver} input={item} name={t('redeliver')} />
  if (resolution === 'relink') return <LinkButton integration={integration} kind="relink" />
  if (resolution === 'setup-link') return <LinkButton integration={integration} kind="setup" />
  if (resolution !== 'report' && resolution !== 'redeliver') return <ToPlace place={resolution} />
  return <ToReport syncId={'sync_id' in item ? item.sync_id : null} fileId={'file_id' in item ? item.file_id : null} />
}
