import type { Alarm } from 'aws-cdk-lib/aws-cloudwatch'
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions'
import { Topic } from 'aws-cdk-lib/aws-sns'
import { EmailSubscription } from 'aws-cdk-lib/aws-sns-subscriptions'
import { Construct } from 'constructs'
import { acknowledge } from './acknowledge.ts'
import type { Settings } from './settings.ts'

/** Mails alarms to the address of the settings, once its owner has confirmed it. Without an address alarms only show themselves. */
export class AlarmBell extends Construct {
  readonly #topic: Topic | undefined

  constructor(scope: Construct, id: string, { alarmEmail }: Settings) {
    super(scope, id)
    if (alarmEmail === undefined) return
    this.#topic = new Topic(this, 'Topic', { displayName: 'Rosterport', enforceSSL: true })
    this.#topic.addSubscription(new EmailSubscription(alarmEmail))
    acknowledge(this.#topic, {
      'Serverless-SNSRedrivePolicy': 'SNS itself repeats mails for hours; the alarm shows itself as long as it lasts.',
    })
  }

  /** Rings when the alarm goes off, and when it is over. */
  ringFor(alarm: Alarm): void {
    if (this.#topic === undefined) return
    const action = new SnsAction(this.#topic)
    alarm.addAlarmAction(action)
    alarm.addOkAction(action)
  }
}
