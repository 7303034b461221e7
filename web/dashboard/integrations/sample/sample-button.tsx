import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Busy } from '../../../ui/busy.tsx'
import { Button } from '../../../ui/button.tsx'
import { FailureNotice } from '../../failure-notice.tsx'
import { useManage } from '../../manage.ts'

/** Makes the sample and leads to it. */
const useSample = () => {
  const t = useTranslations('dashboard.integrations')
  const { call, me } = useManage()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async () => {
      const { makeSample } = await import('./make-sample.ts')
      return makeSample(call, { organization: t('first.organization'), email: me.id })
    },
    onSuccess: (integrationId) => navigate({ to: '/integrations/$integrationId', params: { integrationId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['integrations'] }),
  })
}

/** Makes a customer to look around with. */
export const SampleButton = () => {
  const t = useTranslations('dashboard.integrations.first')
  const sample = useSample()
  return (
    <>
      <div>
        <Button onPress={() => sample.mutate()} isPending={sample.isPending}>
          {t('sample')}
        </Button>
      </div>
      {sample.isPending && <Busy label={t('making')} />}
      {sample.error && <FailureNotice error={sample.error} onRetry={() => sample.mutate()} />}
    </>
  )
}
