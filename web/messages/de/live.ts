import type { AttemptReason } from '#core/connect/attempt.ts'

const reasons: Readonly<Record<AttemptReason, string>> = {
  NO_KEY_OFFERED:
    'Es wurde kein SSH-Schlüssel angeboten, vielleicht stattdessen ein Passwort. Wählen Sie in Ihrem HR-System die Anmeldung mit öffentlichem Schlüssel und den privaten Schlüssel, der zu dem hier eingegebenen gehört.',
  UNKNOWN_KEY:
    'Der Benutzer stimmt, aber der Schlüssel ist keiner von denen, die hier eingegeben sind. Geben Sie den öffentlichen Schlüssel ein, den Ihr HR-System verwendet, oder wählen Sie dort den anderen privaten.',
  WRONG_USER:
    'Der Schlüssel stimmt, aber der Benutzer nicht. Kopieren Sie den Benutzer aus den Verbindungsdaten, Buchstabe für Buchstabe.',
  SIGNATURE_WEAK:
    'Ihr HR-System unterschreibt mit SHA-1, das nicht mehr sicher ist. Aktualisieren Sie seinen SFTP-Client, oder nehmen Sie einen Ed25519- oder ECDSA-Schlüssel.',
  SIGNATURE_INVALID:
    'Der private Schlüssel in Ihrem HR-System ist beschädigt oder gehört zu einem anderen öffentlichen. Erzeugen Sie ein neues Paar.',
  WRONG_FOLDER: 'Den Ordner gibt es nicht. Setzen Sie den entfernten Ordner auf /, oder lassen Sie ihn leer.',
  CONNECTION_LOST:
    'Die Verbindung brach ab, bevor die Datei vollständig war. Was ankam, wird nicht verwendet: Lassen Sie Ihr HR-System sie noch einmal hochladen.',
  RANDOM_ACCESS:
    'Teile der Datei wurden in falscher Reihenfolge geschrieben. Schalten Sie Wiederaufnahme und Uploads über mehrere Verbindungen aus.',
}

export const live = {
  title: 'Warten auf Ihr HR-System',
  intro:
    'Starten Sie jetzt den Upload in Ihrem HR-System. Diese Seite zeigt sofort, was ankommt, und warum etwas nicht ankommt.',
  looking: 'Es wird nachgesehen …',
  waitingForLogin: 'Warten auf die erste Anmeldung',
  loggedIn: 'Angemeldet, {at}',
  waitingForFile: 'Warten auf die erste Datei',
  fileArrived: 'Erste Datei angekommen, {at}',
  reading: 'Die Datei wird gelesen',
  read: 'Die Datei ist gelesen',
  refused: 'Eine Anmeldung wurde um {at} abgelehnt.',
  uploadFailed: 'Ein Upload ist um {at} gescheitert.',
  reasonUnknown:
    'Der Grund ist nicht bekannt. Versuchen Sie es noch einmal, und vergleichen Sie jede Zeile der Verbindungsdaten.',
  client: 'Programm: {client}',
  reasons,
  files: 'Dateien',
  manifest: 'ein Manifest, ohne Daten',
  states: {
    RECEIVED: 'empfangen',
    ARCHIVED: 'empfangen',
    QUEUED: 'noch nicht angewendet',
    ACCEPTED: 'übernommen',
    REFUSED: 'abgelehnt',
    SUPERSEDED: 'durch eine neuere ersetzt',
    EXCLUDED: 'zurückgenommen',
    UNPACKED: 'entpackt',
    IGNORED: 'nicht verwendet',
    REJECTED: 'leer',
  },
  sample: 'Noch keine Datei?',
  sampleHelp:
    'Probieren Sie einen Export von Hand aus. Er wird nur angesehen, damit Sie sehen, wie er verstanden würde; nichts davon wird übernommen.',
  drop: 'Legen Sie hier eine CSV-, Excel- oder JSON-Datei ab.',
  choose: 'Datei auswählen',
  noNeedToWait:
    'Sie müssen hier nicht warten. Schließen Sie jetzt ab, und alles geht weiter, wenn die erste Datei ankommt. Ihr Link führt auf diese Seite zurück.',
  upload: {
    sending: '{file} wird gesendet',
    progress: '{sent} von {all}',
    heard: '{percent} gesendet',
    cancel: 'Upload abbrechen',
  },
}
