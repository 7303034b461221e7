export type QueueMessage = {
  readonly body: string
  /** FIFO queues only: messages of one group are handled one at a time, in order. */
  readonly groupId?: string
  /** FIFO queues only: a second message with this id within five minutes is dropped. */
  readonly deduplicationId?: string
  /** Standard queues only, seconds, at most 900. */
  readonly delaySeconds?: number
}

export type ReceivedMessage = {
  readonly messageId: string
  readonly body: string
  readonly groupId?: string | undefined
  /** How often this message has been handed out, this time included. */
  readonly receiveCount: number
  readonly receipt: string
}

/** At-least-once delivery. A message not removed within its visibility time-out comes back, and after `maxReceives` goes to the dead letters. */
export type Queue = {
  send(message: QueueMessage): Promise<void>
  receive(options: { readonly max: number; readonly waitSeconds: number }): Promise<readonly ReceivedMessage[]>
  remove(receipt: string): Promise<void>
  changeVisibility(receipt: string, seconds: number): Promise<void>
}

/** What a sender needs. */
export type QueueSender = Pick<Queue, 'send'>
