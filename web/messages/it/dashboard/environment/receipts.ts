export const receipts = {
  title: 'Ricevute',
  intro: 'Che cosa è stato tolto per sempre e fino a quando lo tengono i backup. Non nominano nessuno.',
  empty: 'Nessuno è stato cancellato e nessuna integrazione eliminata.',
  kind: 'Che cosa',
  kinds: {
    erasure: 'Una persona è stata cancellata',
    purge: 'Un’integrazione è stata eliminata',
  },
  state: 'Stato',
  states: {
    QUEUED: 'in attesa',
    RUNNING: 'in corso',
    DONE: 'fatto',
  },
  asked: 'Richiesto',
  ended: 'Fatto',
  records: 'Record',
  files: 'File',
  backups: 'Nei backup fino al',
  integration: 'Integrazione',
}
