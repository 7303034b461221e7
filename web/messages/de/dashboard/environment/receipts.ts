export const receipts = {
  title: 'Löschbelege',
  intro: 'Was endgültig entfernt wurde und bis wann Sicherungen es noch halten. Belege nennen niemanden.',
  empty: 'Es wurde niemand gelöscht und keine Integration bereinigt.',
  kind: 'Was',
  kinds: {
    erasure: 'Eine Person wurde gelöscht',
    purge: 'Eine Integration wurde bereinigt',
  },
  state: 'Zustand',
  states: {
    QUEUED: 'wartet',
    RUNNING: 'läuft',
    DONE: 'erledigt',
  },
  asked: 'Verlangt',
  ended: 'Erledigt',
  records: 'Datensätze',
  files: 'Dateien',
  backups: 'In Sicherungen bis',
  integration: 'Kunde (Integration)',
}
