import type { tableSentences } from '#core/issues/sentences/of-tables.ts'
import type { Sentences } from '../../sentences.ts'

const nothing = 'Nichts daraus wurde angewendet.'
const asCsv =
  'Stellen Sie den Export auf CSV um oder auf eine Liste mit einem Objekt für jede Person, und laden Sie ihn noch einmal hoch.'

export const ofTables: Sentences<keyof typeof tableSentences> = {
  encodingGuessed: {
    message: 'Der Text wurde als {encoding} gelesen, nach seinen Zeichen beurteilt: Die Datei sagt nicht, was sie ist.',
    fix: 'Es ist nichts zu tun, wenn Namen mit Umlauten und Akzenten stimmen. Sonst exportieren Sie UTF-8, oder nennen Sie die Kodierung in der Zuordnung.',
  },
  jsonUnreadable: {
    message: `Die Datei beginnt wie JSON, verletzt aber weiter unten dessen Regeln. ${nothing}`,
    fix: 'Exportieren Sie die Datei noch einmal, und laden Sie sie als Ganzes hoch.',
  },
  jsonTooDeep: {
    message: `Das JSON ist mehr als {limit} Ebenen tief verschachtelt; keine Personenliste ist das. ${nothing}`,
    fix: asCsv,
  },
  jsonTooWide: {
    message: `Die Objekte im JSON haben zu viele verschiedene Schlüssel, um Spalten zu sein. ${nothing}`,
    fix: 'Exportieren Sie eine Liste von Personen, nicht ein Objekt mit einem Schlüssel für jede Person.',
  },
  recordsAbsent: {
    message: `Das JSON enthält keine Liste von Objekten, aus denen Zeilen werden könnten. ${nothing}`,
    fix: asCsv,
  },
  recordsMissing: {
    message: 'Das JSON enthält keine Liste von Objekten unter „{records}“, wo die Zuordnung sie erwartet.',
    fix: 'Prüfen Sie den Export, oder nennen Sie in der Zuordnung eine andere Stelle. Listen gibt es unter: {found}.',
  },
  recordsChosen: {
    message: 'Die Zeilen wurden aus der Liste „{records}“ gelesen. Die Datei enthält noch andere Listen: {others}.',
    fix: 'Es ist nichts zu tun, wenn das die richtige ist. Sonst nennen Sie die richtige in der Zuordnung.',
  },
  workbookUnreadable: {
    message: `Die Arbeitsmappe ist beschädigt oder nicht so aufgebaut, wie Excel sie speichert. ${nothing}`,
    fix: 'Öffnen Sie sie in Excel, und speichern Sie sie noch einmal als .xlsx, oder laden Sie CSV hoch.',
  },
  workbookProtected: {
    message: `Die Arbeitsmappe ist durch ein Passwort geschützt, das hier niemand kennt. ${nothing}`,
    fix: 'Speichern Sie sie ohne Passwort. SFTP verschlüsselt sie unterwegs; PGP schützt sie darüber hinaus.',
  },
  sheetsAbsent: {
    message: `Die Arbeitsmappe hat kein sichtbares Blatt mit Zellen. ${nothing}`,
    fix: 'Prüfen Sie den Export, und laden Sie die Arbeitsmappe noch einmal hoch.',
  },
  sheetMissing: {
    message: 'Die Arbeitsmappe hat kein Blatt „{sheet}“, das die Zuordnung erwartet.',
    fix: 'Prüfen Sie den Export, oder nennen Sie in der Zuordnung ein anderes Blatt. Es gibt: {sheets}.',
  },
  sheetOnly: {
    message:
      'Das Blatt heißt „{sheet}“ und nicht „{expected}“ wie in der Zuordnung. Es ist das einzige und wurde deshalb gelesen.',
    fix: 'Es ist nichts zu tun, wenn das stimmt.',
  },
  sheetNamed: {
    message:
      'Das Blatt „{sheet}“ wurde gelesen, denn es heißt wie das, was die Datei enthält. Es gibt noch andere: {others}.',
    fix: 'Es ist nichts zu tun, wenn das das richtige ist. Sonst nennen Sie das richtige in der Zuordnung.',
  },
  cellsFar: {
    message: 'Zellen weit rechts von der Tabelle wurden weggelassen: {cells}.',
    fix: 'Löschen Sie sie aus dem Blatt, wenn sie dort aus Versehen stehen; sonst rücken Sie ihre Spalten neben die anderen.',
  },
  sheetLargest: {
    message: 'Das Blatt „{sheet}“ wurde gelesen, denn es ist das größte. Es gibt noch andere: {others}.',
    fix: 'Es ist nichts zu tun, wenn das das richtige ist. Sonst nennen Sie das richtige in der Zuordnung.',
  },
  encodingDoubted: {
    message: 'Der Text wurde als {encoding} gelesen, wie es die Zuordnung sagt. Er sieht aber nach UTF-8 aus.',
    fix: 'Sehen Sie sich Namen mit Umlauten an. Sind sie verstümmelt, lassen Sie die Kodierung erkennen, oder stellen Sie sie in der Zuordnung auf UTF-8.',
  },
  quotesEscaped: {
    message:
      'Vor Anführungszeichen in Zellen steht ein umgekehrter Schrägstrich: bei {count} der ersten, und keines ist verdoppelt.',
    fix: 'Nichts zu tun, wenn die Zellen richtig aussehen. Nennen Sie sonst die Anführungszeichen in der Zuordnung.',
  },
  quoteFound: {
    message: 'Zellen stehen in einfachen Anführungszeichen: {count} der ersten, und keine in doppelten.',
    fix: 'Nichts zu tun, wenn die Zellen stimmen. Sonst nennen Sie die Anführungszeichen in der Zuordnung.',
  },
}
