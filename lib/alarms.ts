import { Duration } from 'aws-cdk-lib'
import { Alarm, ComparisonOperator, type IMetric, MathExpression, TreatMissingData } from 'aws-cdk-lib/aws-cloudwatch'
import { Construct } from 'constructs'
import type { LoggedMetric } from '#core/deployment/metrics.ts'
import { metricOf } from './metrics.ts'
import type { Parts } from './parts.ts'
import type { ServiceFunction } from './service-function.ts'
import type { Settings } from './settings.ts'
import type { WorkQueue } from './work-queue.ts'

/** One way to fail. */
type Failure = {
  readonly metric: IMetric
  readonly threshold: number
  /** How many periods of the metric in a row; one unless said. */
  readonly periods?: number
  /** Whether it is the lack of something that tells. */
  readonly isSilence?: boolean
  /** What users lose, in a sentence. */
  readonly loses: string
  /** The section of docs/runbook.md that says what to do. */
  readonly section: string
}
type Failures = Readonly<Record<string, Failure>>

type Watched = {
  readonly settings: Settings
  readonly parts: Parts
  readonly functions: ReadonlyMap<string, ServiceFunction>
}

const everyFiveMinutes = Duration.minutes(5)

const ofQueue = (
  name: string,
  { queue, deadLetters }: WorkQueue,
  dead: string,
  late: string,
  hours: number,
): Failures => ({
  [`${name}GivenUp`]: {
    metric: deadLetters.metricApproximateNumberOfMessagesVisible({ period: everyFiveMinutes, statistic: 'Maximum' }),
    threshold: 1,
    loses: dead,
    section: 'dead-letters',
  },
  [`${name}Waiting`]: {
    metric: queue.metricApproximateAgeOfOldestMessage({ period: everyFiveMinutes, statistic: 'Maximum' }),
    threshold: hours * 3600,
    periods: 2,
    loses: late,
    section: 'files-are-stuck',
  },
})

const ofQueues = ({ landingQueue, syncQueue, webhookQueue }: Parts): Failures => ({
  ...ofQueue(
    'Landing',
    landingQueue,
    'A file that a customer uploaded was not taken in, and will not be by itself.',
    'Files that customers uploaded are not taken in.',
    0.25,
  ),
  ...ofQueue(
    'Sync',
    syncQueue,
    'What the files of a customer say is not applied any more; the API serves what was.',
    'What files say reaches the API hours late.',
    2,
  ),
  ...ofQueue(
    'Webhook',
    webhookQueue,
    'An app was not told of something, and will not be by itself.',
    'Apps are told of events more than a day late.',
    26,
  ),
})

const summed = (
  functions: Watched['functions'],
  metric: (each: ServiceFunction['function']) => IMetric,
  label: string,
): MathExpression => {
  const using = Object.fromEntries(Array.from(functions, ([name, each]) => [name, metric(each.function)]))
  return new MathExpression({ expression: 'SUM(METRICS())', usingMetrics: using, period: everyFiveMinutes, label })
}

const ofFunctions = (functions: Watched['functions']): Failures => ({
  FunctionsFail: {
    metric: summed(functions, (each) => each.metricErrors({ period: everyFiveMinutes }), 'Errors'),
    threshold: 1,
    loses: 'A function crashed or ran out of time: a request was not answered, or a message comes once more.',
    section: 'a-function-fails',
  },
  FunctionsThrottled: {
    metric: summed(functions, (each) => each.metricThrottles({ period: everyFiveMinutes }), 'Throttles'),
    threshold: 1,
    periods: 3,
    loses: 'Requests are refused and files wait, because the account runs as many functions as it may.',
    section: 'functions-or-tables-are-throttled',
  },
})

const ofTables = ({ tables, rest }: Parts): Failures => ({
  TablesThrottled: {
    metric: new MathExpression({
      expression: 'SUM(METRICS())',
      usingMetrics: tables.throttles(everyFiveMinutes),
      period: everyFiveMinutes,
      label: 'Throttled reads and writes',
    }),
    threshold: 100,
    periods: 3,
    loses: 'Syncs take longer, and requests wait: a table takes no more for the moment.',
    section: 'functions-or-tables-are-throttled',
  },
  ApiFails: {
    metric: rest.stage.metricServerError({ period: everyFiveMinutes, statistic: 'Sum' }),
    threshold: 5,
    loses: 'Apps, customers and the dashboard get errors in place of answers.',
    section: 'the-api-answers-5xx',
  },
})

const logged = (
  settings: Settings,
  metric: LoggedMetric,
  loses: string,
  section: string,
  more: { readonly threshold?: number; readonly statistic?: 'Maximum' } = {},
): Failure => ({ metric: metricOf(settings, metric, more.statistic), threshold: more.threshold ?? 1, loses, section })

const hourMs = 3_600_000

const ofEvents = (settings: Settings): Failures => ({
  SyncFailed: logged(
    settings,
    'SyncsFailed',
    'A sync took nothing: a customer’s people stay as they were.',
    'a-sync-fails-again-and-again',
  ),
  CommitLate: logged(settings, 'CommitLag', 'A file was applied hours after it came.', 'files-are-stuck', {
    threshold: 2 * hourMs,
    statistic: 'Maximum',
  }),
  RecordsDiffer: logged(
    settings,
    'RecordsDiffering',
    'The API served records that were not what was synced; they have been written anew.',
    'a-table-was-restored',
  ),
  EndpointDead: logged(
    settings,
    'WebhooksGivenUp',
    'An endpoint of the vendor’s app took no delivery for a day.',
    'a-webhook-endpoint-is-dead',
  ),
  FileLate: logged(settings, 'LateFiles', 'A file that a customer usually sends has not come.', 'a-file-is-late'),
  GuardHeld: logged(
    settings,
    'GuardTrips',
    'A file was held, or would remove many people: it waits for somebody who decides.',
    'a-guard-has-held-something',
  ),
})

const ofSchedule = (functions: Watched['functions']): Failures => {
  const housekeeping = functions.get('housekeeping')
  if (housekeeping === undefined) throw new Error('Nobody keeps house.')
  return {
    HousekeepingSilent: {
      metric: housekeeping.function.metricInvocations({ period: everyFiveMinutes }),
      threshold: 1,
      periods: 3,
      isSilence: true,
      loses: 'Stuck files are not picked up, late ones not noticed, and nothing expires.',
      section: 'housekeeping-does-not-run',
    },
  }
}

const failuresOf = ({ settings, parts, functions }: Watched): Failures => ({
  ...ofQueues(parts),
  ...ofFunctions(functions),
  ...ofTables(parts),
  ...ofEvents(settings),
  ...ofSchedule(functions),
})

/** An alarm for each way to fail that somebody should hear of: what users lose, and where the runbook says what to do. */
export class Alarms extends Construct {
  readonly all: readonly Alarm[]

  constructor(scope: Construct, id: string, watched: Watched) {
    super(scope, id)
    this.all = Object.entries(failuresOf(watched)).map(([name, failure]) => {
      const { metric, threshold, periods = 1, isSilence = false, loses, section } = failure
      const alarm = new Alarm(this, name, {
        alarmDescription: `${loses} What to do: docs/runbook.md#${section}`,
        metric,
        threshold,
        evaluationPeriods: periods,
        comparisonOperator: isSilence
          ? ComparisonOperator.LESS_THAN_THRESHOLD
          : ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
        treatMissingData: isSilence ? TreatMissingData.BREACHING : TreatMissingData.NOT_BREACHING,
      })
      watched.parts.bell.ringFor(alarm)
      return alarm
    })
  }
}
