import type { MailTexts } from './mail-texts.ts'

export const de: MailTexts = {
  vendor: 'Ihrem Software-Anbieter',
  open: 'Zur Seite der Verbindung:',
  linkEnds:
    'Der Link gilt einmal und 15 Minuten lang. Wenn Sie ihn nicht angefordert haben, brauchen Sie nichts zu tun.',
  optOut: 'Keine Mails mehr zu dieser Verbindung:',
  decide:
    'War die Datei unvollständig, laden Sie eine vollständige hoch. Sind sie wirklich ausgeschieden, geben Sie das auf der Seite der Verbindung unter „Fehlende Personen“ frei.',
  'sign-in': {
    subject: 'Ihr Link zur Verbindung mit {vendor}',
    lines: ['hier ist der Link zur Seite der Verbindung zwischen {organization} und {vendor}.'],
  },
  'first-login': {
    subject: 'Das HR-System hat sich angemeldet',
    lines: [
      'das HR-System von {organization} hat sich zum ersten Mal bei {vendor} angemeldet.',
      'Als Nächstes kommt die erste Datei. Sie hören von uns, sobald sie da ist und gelesen werden konnte.',
    ],
  },
  'first-file': {
    subject: 'Die erste Datei wurde gelesen',
    lines: [
      'die erste Datei von {organization} ist bei {vendor} angekommen, und die Personen darin konnten gelesen werden.',
      'Von nun an wird jede neue Datei von selbst übernommen.',
    ],
  },
  'file-refused': {
    subject: 'Eine Datei konnte nicht verwendet werden: {file}',
    lines: [
      'die Datei {file} von {organization} ist bei {vendor} angekommen, konnte aber nicht verwendet werden. Es wurde nichts geändert.',
      'Auf der Seite der Verbindung steht, was in welchen Zeilen nicht stimmt und was zu tun ist.',
    ],
  },
  'removals-held': {
    subject: 'In der letzten Datei fehlten viele Personen',
    lines: [
      'in der letzten Datei von {organization} fehlten {count} Datensätze, die vorher da waren. Sie wurden vorerst behalten.',
      'War die Datei unvollständig, laden Sie bitte eine vollständige hoch. Sind sie wirklich weggefallen, sagen Sie es {vendor}.',
    ],
  },
  'file-late': {
    subject: 'Eine Datei ist überfällig',
    lines: [
      'nach {file} ist bei {vendor} seit {hours} Stunden keine neue Datei von {organization} angekommen. Sonst kommt sie öfter.',
      'Prüfen Sie, ob der Export im HR-System noch läuft. Sie können eine Datei auch von Hand auf der Seite der Verbindung hochladen.',
    ],
  },
}
