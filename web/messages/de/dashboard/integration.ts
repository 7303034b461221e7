import { attention } from './integration/attention.ts'
import { files, replay } from './integration/files.ts'
import { held, identity, receipts, rights } from './integration/people.ts'
import { settings } from './integration/settings.ts'
import { report, rollback, syncs } from './integration/syncs.ts'

export const integration = {
  title: 'Überblick über {organization}',
  all: 'Alle Integrationen',
  parts: 'Teile der Integration',
  links: {
    overview: 'Überblick',
    files: 'Dateien',
    syncs: 'Synchronisationen',
    data: 'Daten',
    mapping: 'Zuordnung',
    held: 'Zurückgehalten',
    identity: 'Identität',
    rights: 'Datenschutz',
    settings: 'Einstellungen',
  },
  status: { ACTIVE: 'an', INVALID: 'neu zu verbinden', INACTIVE: 'aus' },
  setup: {
    INCOMPLETE: 'Einrichtung offen',
    FINAL_SYNC_PENDING: 'erste Synchronisation steht aus',
    COMPLETED: 'eingerichtet',
  },
  glance: {
    people: 'Personen',
    noPeople: 'noch keine',
    lastFile: 'Letzte Datei',
    noFile: 'noch keine',
    nextFile: 'Nächste Mitarbeiterdatei erwartet bis',
    origin: 'Ihre Kennung dafür',
    id: 'Kennung der Integration',
  },
  timeline: {
    title: 'Was zuletzt geschah',
    loading: 'Es wird geladen, was geschah …',
    none: 'Noch ist nichts geschehen. Sobald das HR-System des Kunden eine Datei hochlädt, erscheint sie hier.',
    file: 'Datei',
    sync: 'Synchronisation: {reason}',
  },
  linkDialog: {
    language: 'Sprache des Ablaufs',
    type: 'Wie er geöffnet wird',
    magic: 'Link zum Verschicken',
    magicHint: 'öffnet eine eigene Seite, ein Jahr lang',
    embedded: 'Für Ihre App',
    embeddedHint: 'öffnet sich in einem Rahmen Ihrer App, binnen einer Stunde',
    make: 'Link erstellen',
    madeMagic: 'Der Link ist fertig. Kopieren oder verschicken Sie ihn jetzt: Er wird nur einmal gezeigt.',
    madeEmbedded: 'Der Link ist fertig. Geben Sie ihn binnen einer Stunde an Ihre App: Er wird nur einmal gezeigt.',
    copy: 'Link kopieren',
    send: 'E-Mail schreiben',
    setup: {
      open: 'Einrichtungslink',
      title: 'Einen Einrichtungslink erstellen',
      intro: 'Damit ordnet der Kunde Spalten zu und filtert Personen, soweit die Einstellungen es erlauben.',
      subject: 'Richten Sie Ihre HR-Verbindung ein',
      mail: 'Bitte prüfen Sie, wie die Spalten Ihres HR-Exports verstanden werden. Dieser Link führt dorthin:',
    },
    relink: {
      open: 'Link zum Neuverbinden',
      title: 'Einen Link zum Neuverbinden erstellen',
      intro:
        'Damit sieht der Kunde die Verbindungsdaten und gibt SSH-Schlüssel ein. Vorher ändert sich nichts; die Daten bleiben.',
      subject: 'Verbinden Sie Ihr HR-System',
      mail: 'Bitte verbinden Sie Ihr HR-System. Dieser Link hat die Verbindungsdaten und nimmt Ihren SSH-Schlüssel entgegen:',
    },
  },
  gone: {
    title: 'Diese Integration gibt es nicht mehr',
    deleted: 'Sie wurde gelöscht:',
    due: 'Was von ihr übrig ist, wird endgültig gelöscht:',
    states: {
      QUEUED:
        'Niemand liest sie mehr, und ihr SFTP-Benutzer ist weg. Datensätze und Dateien sind noch nicht endgültig gelöscht.',
      RUNNING: 'Ihre Datensätze und Dateien werden gerade endgültig gelöscht.',
      DONE: 'Alles ist endgültig gelöscht. Das ist der Beleg.',
    },
    never: 'Es gibt keine Integration mit dieser Kennung und auch keinen Beleg über eine. Prüfen Sie die Adresse.',
    members: 'Sie wurde gelöscht, oder es gab sie nie. Administratoren sehen hier, was aus ihren Daten wurde.',
    back: 'Zu allen Integrationen',
  },
  attention,
  files,
  replay,
  syncs,
  report,
  rollback,
  held,
  identity,
  rights,
  receipts,
  settings,
}
