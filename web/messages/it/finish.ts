export const finish = {
  title: 'Pronto a concludere',
  user: 'L’utente SFTP {user} è configurato.',
  keys: '{count, plural, one {Una chiave può accedere.} other {# chiavi possono accedere.}}',
  files: '{count, plural, one {È arrivato un file.} other {Sono arrivati # file.}}',
  noFile: 'Non è ancora arrivato nessun file. Può succedere anche più tardi.',
  nextTitle: 'Che cosa succede dopo',
  next: {
    files: 'Il sistema HR continua a caricare da solo. Ogni file aggiorna tutto.',
    check: 'L’abbinamento delle colonne viene controllato prima che si applichi qualcosa.',
    mail: 'Ricevi un’e-mail quando arriva il primo file, e quando qualcosa non va con un file.',
  },
  finish: 'Concludi',
}
