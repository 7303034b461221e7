export const handout = {
  download: 'Seite für die IT',
  title: 'Upload von HR-Dateien per SFTP',
  subtitle: 'Für {organization}. Diese Seite enthält kein Geheimnis.',
  connection: 'Verbindung',
  hostKeys: 'Schlüssel des Servers',
  algorithms: 'Algorithmen',
}
