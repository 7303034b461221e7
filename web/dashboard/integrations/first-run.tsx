import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { Button } from '../../ui/button.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { FailureNotice } from '../failure-notice.tsx'
import { useManage } from '../manage.ts'
import { Page } from '../page.tsx'

/** Makes the sample and leads to it. */
const useSample = () => {
  const t = useTranslations('dashboard.integrations')
  const { call, me } = useManage()
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: async () => {
      const { makeSample } = await import('./sample/make-sample.ts')
      return makeSample(call, { organization: t('first.organization'), email: me.id })
    },
    onSuccess: (integrationId) => navigate({ to: '/integrations/$integrationId', params: { integrationId } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['integrations'] }),
  })
}

/** What an empty dashboard shows: the way to the first customer, and one to look around with. */
export const FirstRun = () => {
  const t = useTranslations('dashboard.integrations.first')
  const sample = useSample()
  return (
    <Page title={t('title')}>
      <section className="first-run" aria-label={t('title')}>
        <p>{t('intro')}</p>
        <div>
          <ButtonLink to="/integrations/new" kind="primary">
            {t('make')}
          </ButtonLink>
        </div>
        <p className="muted">{t('sampleHelp')}</p>
        <div>
          <Button onPress={() => sample.mutate()} isPending={sample.isPending}>
            {t('sample')}
          </Button>
        </div>
        {sample.isPending && <Busy label={t('making')} />}
        {sample.error && <FailureNotice error={sample.error} onRetry={() => sample.mutate()} />}
      </section>
    </Page>
  )
}
