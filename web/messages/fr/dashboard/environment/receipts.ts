export const receipts = {
  title: 'Justificatifs',
  intro: 'Ce qui a été supprimé définitivement, et jusqu’à quand les sauvegardes le gardent. Ils ne nomment personne.',
  empty: 'Personne n’a été effacé et aucune intégration n’a été purgée.',
  kind: 'Quoi',
  kinds: {
    erasure: 'Une personne a été effacée',
    purge: 'Une intégration a été purgée',
  },
  state: 'État',
  states: {
    QUEUED: 'en attente',
    RUNNING: 'en cours',
    DONE: 'terminé',
  },
  asked: 'Demandé',
  ended: 'Terminé',
  records: 'Enregistrements',
  files: 'Fichiers',
  backups: 'Sauvegardes jusqu’au',
  integration: 'Intégration',
}
