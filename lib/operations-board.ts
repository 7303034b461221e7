import { AlarmStatusWidget, Dashboard, GraphWidget, type IMetric, PeriodOverride } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { LoggedMetric } from '#core/deployment/metrics.ts'
import type { Alarms } from './alarms.ts'
import { metricOf } from './metrics.ts'
import type { Settings } from './settings.ts'

type BoardProps = { readonly settings: Settings; readonly alarms: Alarms }

/** What is drawn together. */
const graphs: Readonly<Record<string, readonly LoggedMetric[]>> = {
  Files: ['FilesReceived', 'FilesAccepted', 'FilesRefused', 'LateFiles'],
  Syncs: ['SyncsSucceeded', 'SyncsPartlyFailed', 'SyncsFailed'],
  Rows: ['RowsRead', 'RowsQuarantined'],
  Records: ['RecordsWritten', 'RecordsRemoved', 'HeldRemovals'],
  'From the landing of a file to its commit': ['CommitLag', 'SyncDuration'],
  Guards: ['GuardTrips', 'RecordsDiffering'],
  Webhooks: ['WebhooksDelivered', 'WebhookAttemptsFailed', 'WebhooksGivenUp'],
  API: ['ApiRequests', 'ApiErrors'],
}

const durations: readonly LoggedMetric[] = ['CommitLag', 'SyncDuration']

/** A dashboard of CloudWatch for whoever was woken: alarms first, then what they are about. */
export class OperationsBoard extends Construct {
  constructor(scope: Construct, id: string, { settings, alarms }: BoardProps) {
    super(scope, id)
    const drawn = (metric: LoggedMetric): IMetric =>
      metricOf(settings, metric, durations.includes(metric) ? 'Maximum' : 'Sum')
    new Dashboard(this, 'Board', {
      dashboardName: `rosterport-${settings.stage}`,
      periodOverride: PeriodOverride.AUTO,
      widgets: [
        [new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms.all], width: 24, height: 5 })],
        Object.entries(graphs).map(
          ([title, names]) => new GraphWidget({ title, left: names.map(drawn), width: 12, height: 6, liveData: true }),
        ),
      ],
    })
  }
}
