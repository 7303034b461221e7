import { useTranslations } from 'use-intl'
import { Busy } from '../../ui/busy.tsx'
import { CheckIcon } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Setup } from '../api.ts'
import { useStoredFilter } from '../filter/use-filter.ts'
import { useWords } from '../words.ts'
import { stateOf, useSetup } from './setup.ts'
import { useCustomFields } from './wishes.ts'

const isDone = (setup: Setup, id: Setup['steps'][number]['id']): boolean => stateOf(setup, id) === 'done'

/** What was chosen, in a line for each step that is done. */
const useLines = (setup: Setup): readonly string[] => {
  const t = useTranslations('setup.summary')
  const words = useWords()
  const own = useCustomFields().data?.fields ?? []
  const filter = useStoredFilter(isDone(setup, 'filtering')).data
  const mapped = stateOf(setup, 'file_mapping') === undefined ? [] : setup.datasets.filter(({ latest }) => latest > 0)
  const filled = own.filter(({ column_id }) => column_id !== null).length
  return [
    ...mapped.map(({ dataset, approved, latest }) =>
      t(approved === latest ? 'mapping' : 'mappingOpen', { dataset: words.dataset(dataset) }),
    ),
    ...(isDone(setup, 'field_mapping') ? [t('fields', { filled, all: own.length })] : []),
    ...(isDone(setup, 'filtering') && filter?.people && filter.kept !== null
      ? [t('kept', { kept: filter.kept, people: filter.people })]
      : []),
  ]
}

const SyncState = ({ setup: { step, people, last_sync } }: { readonly setup: Setup }) => {
  const t = useTranslations('setup.summary')
  if (last_sync?.state === 'QUEUED' || last_sync?.state === 'RUNNING') return <Busy label={t('syncing')} />
  if (step === 'waiting_for_sync') return <Notice kind="warn">{t('syncFailed')}</Notice>
  if (people !== null) return <Notice kind="good">{t('synced', { people })}</Notice>
  return <p className="muted">{t('later')}</p>
}

/** What the setup steps came to, and how far the sync behind them is. */
export const Summary = () => {
  const setup = useSetup()
  return setup && setup.steps.length > 0 ? <SetupSummary setup={setup} /> : null
}

const SetupSummary = ({ setup }: { readonly setup: Setup }) => {
  const t = useTranslations('setup.summary')
  const steps = useTranslations('shell.steps')
  const lines = useLines(setup)
  return (
    <section className="stack">
      <h2>{t('title')}</h2>
      <ul className="milestones">
        {lines.map((line) => (
          <li key={line} className="with-icon">
            <CheckIcon />
            {line}
          </li>
        ))}
        {setup.steps
          .filter(({ state }) => state !== 'done')
          .map(({ id }) => (
            <li key={id} className="muted">
              {t('open', { step: steps(id) })}
            </li>
          ))}
      </ul>
      <div aria-live="polite">
        <SyncState setup={setup} />
      </div>
    </section>
  )
}
