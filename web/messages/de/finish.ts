export const finish = {
  title: 'Bereit zum Abschließen',
  user: 'Der SFTP-Benutzer {user} ist eingerichtet.',
  keys: '{count, plural, one {Ein Schlüssel kann sich anmelden.} other {# Schlüssel können sich anmelden.}}',
  files: '{count, plural, one {Eine Datei ist angekommen.} other {# Dateien sind angekommen.}}',
  noFile: 'Es ist noch keine Datei angekommen. Das kann auch später geschehen.',
  nextTitle: 'Wie es weitergeht',
  next: {
    files: 'Ihr HR-System lädt von selbst weiter hoch. Jede Datei bringt alles auf den neuesten Stand.',
    check: 'Die Zuordnung der Spalten wird geprüft, bevor etwas übernommen wird.',
    mail: 'Sie bekommen eine E-Mail, wenn die erste Datei angekommen ist und wenn mit einer etwas nicht stimmt.',
  },
  finish: 'Abschließen',
}
