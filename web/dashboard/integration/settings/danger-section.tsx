import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslations } from 'use-intl'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Confirm } from '../../confirm.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'
import { LinkButton } from '../links/link-button.tsx'
import { useEnabled } from '../use-enabled.ts'
import { type Integration, keyOf, useWhich } from '../use-integration.ts'
import { useRights } from '../use-rights.ts'

type Props = { readonly integration: Integration }

const OnOff = ({ integration }: Props) => {
  const t = useTranslations('dashboard.integration.settings.danger')
  const enabled = useEnabled()
  const [isAsked, setAsked] = useState(false)
  const isOff = integration.status === 'INACTIVE'
  return (
    <section className="panel" aria-labelledby="on-off">
      <h2 id="on-off">{t(isOff ? 'isOff' : 'isOn')}</h2>
      <p className="muted">{t('offText')}</p>
      <div className="row">
        {isOff ? (
          <Button onPress={() => enabled.mutate(true)} isPending={enabled.isPending}>
            {t('turnOn')}
          </Button>
        ) : (
          <Button onPress={() => setAsked(true)}>{t('turnOff')}</Button>
        )}
      </div>
      {enabled.error && <FailureNotice error={enabled.error} />}
      {isAsked && (
        <Confirm
          title={t('turnOff')}
          action={t('turnOffNow')}
          isDangerous
          onConfirm={() => enabled.mutateAsync(false)}
          onClose={() => setAsked(false)}
        >
          <p>{t('offText')}</p>
        </Confirm>
      )}
    </section>
  )
}

const Delete = ({ integration }: Props) => {
  const t = useTranslations('dashboard.integration.settings.danger')
  const words = useTranslations('dashboard.parts')
  const { call } = useManage()
  const { isAdmin } = useRights()
  const { integrationId, path } = useWhich()
  const client = useQueryClient()
  const [isAsked, setAsked] = useState(false)
  const name = integration.end_user.organization_name
  const remove = async (): Promise<void> => {
    await call('DELETE /v1/integrations/{integration_id}', { path })
    await client.invalidateQueries({ queryKey: keyOf(integrationId, 'settings') })
  }
  return (
    <section className="panel danger" aria-labelledby="delete">
      <h2 id="delete">{t('delete')}</h2>
      <p className="muted">{t('deleteText')}</p>
      {isAdmin ? (
        <div className="row">
          <Button kind="danger" onPress={() => setAsked(true)}>
            {t('delete')}
          </Button>
        </div>
      ) : (
        <Notice kind="info">{words('adminsOnly')}</Notice>
      )}
      {isAsked && (
        <Confirm
          title={t('deleteTitle', { name })}
          action={t('deleteNow')}
          isDangerous
          typed={name}
          onConfirm={remove}
          onClose={() => setAsked(false)}
        >
          <p>{t('deleteText')}</p>
        </Confirm>
      )}
    </section>
  )
}

/** What ends or interrupts a connection. */
export const DangerSection = ({ integration }: Props) => {
  const t = useTranslations('dashboard.integration.settings.danger')
  return (
    <>
      <section className="panel" aria-labelledby="again">
        <h2 id="again">{t('again')}</h2>
        <p className="muted">{t('againText')}</p>
        <div className="row">
          <LinkButton integration={integration} kind="relink" />
        </div>
      </section>
      <OnOff integration={integration} />
      <Delete integration={integration} />
    </>
  )
}
