import { CfnRule } from 'aws-cdk-lib/aws-events'
import { Construct } from 'constructs'
import { uploadEventTypes } from '#core/files/upload-event.ts'
import type { SftpServer } from './sftp-server.ts'
import type { WorkQueue } from './work-queue.ts'

type UploadEventsProps = {
  readonly sftp: SftpServer
  /** Hears of the objects too: both are about what lies in the landing bucket. */
  readonly landingQueue: WorkQueue
}

/** Tells the landing queue how uploads ended. Transfer Family's events are sent at best effort, and in any order. */
export class UploadEvents extends Construct {
  constructor(scope: Construct, id: string, { sftp, landingQueue }: UploadEventsProps) {
    super(scope, id)
    const rule = new CfnRule(this, 'Rule', {
      description: 'Rosterport: how uploads to the SFTP server ended',
      eventPattern: {
        source: ['aws.transfer'],
        'detail-type': [...uploadEventTypes],
        detail: { 'server-id': [sftp.serverId] },
      },
      targets: [landingQueue.asTarget('landing')],
    })
    landingQueue.acceptFromRule(rule.attrArn)
  }
}
