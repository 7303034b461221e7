export const receipts = {
  title: 'Receipts',
  intro: 'What was taken away for good, and until when backups hold it. Receipts name nobody.',
  empty: 'Nobody was erased, and no integration was purged.',
  kind: 'What',
  kinds: {
    erasure: 'A person was erased',
    purge: 'An integration was purged',
  },
  state: 'State',
  states: {
    QUEUED: 'waiting',
    RUNNING: 'at work',
    DONE: 'done',
  },
  asked: 'Asked for',
  ended: 'Done',
  records: 'Records',
  files: 'Files',
  backups: 'In backups until',
  integration: 'Integration',
}
