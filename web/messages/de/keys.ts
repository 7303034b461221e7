import type { PublicKeyRefusal } from '#core/connect/public-key-refusals.ts'

const refusals: Readonly<Record<PublicKeyRefusal, string>> = {
  EMPTY: 'Fügen Sie einen öffentlichen Schlüssel ein: die eine Zeile in der Datei, deren Name auf „.pub“ endet.',
  PRIVATE_KEY:
    'Das ist ein privater Schlüssel. Er wurde nirgendwohin gesendet und von dieser Seite entfernt. Fügen Sie stattdessen den öffentlichen Schlüssel ein, aus der Datei, deren Name auf „.pub“ endet.',
  SEVERAL_KEYS: 'Das ist mehr als ein Schlüssel: Fügen Sie einen nach dem anderen ein.',
  DSA_KEY: 'DSA-Schlüssel sind nicht mehr sicher. Erzeugen Sie einen neuen Schlüssel vom Typ Ed25519.',
  SECURITY_KEY:
    'Ein Schlüssel auf einem Sicherheitstoken braucht bei jeder Anmeldung einen Menschen. Erzeugen Sie stattdessen einen einfachen Ed25519-Schlüssel.',
  CERTIFICATE:
    'Das ist ein SSH-Zertifikat. Fügen Sie den einfachen öffentlichen Schlüssel ein, aus dem es entstanden ist.',
  PGP_KEY:
    'Das ist ein PGP-Schlüssel. Ein öffentlicher SSH-Schlüssel beginnt mit ssh-ed25519, ssh-rsa oder ecdsa-sha2-.',
  PEM_KEY:
    'Das ist ein Schlüssel in PEM-Form. Wandeln Sie ihn mit „ssh-keygen -i -m PKCS8 -f key.pem“ um und fügen Sie die ausgegebene Zeile ein.',
  FINGERPRINT: 'Das ist nur der Fingerabdruck eines Schlüssels. Fügen Sie den Schlüssel selbst ein.',
  RSA_TOO_SHORT:
    'Dieser RSA-Schlüssel ist kürzer als 2048 Bit und kann gebrochen werden. Erzeugen Sie einen neuen mit 4096 Bit.',
  RSA_TOO_LONG: 'Dieser RSA-Schlüssel ist länger, als der Server annimmt. Erzeugen Sie einen neuen mit 4096 Bit.',
  TYPE_MISMATCH: 'Dieser Schlüssel gibt einen anderen Typ an, als er hat. Kopieren Sie die ganze Zeile noch einmal.',
  CUT_SHORT: 'Dieser Schlüssel ist abgeschnitten. Kopieren Sie die ganze Zeile noch einmal, bis zum Ende.',
  UNREADABLE:
    'Das ist kein öffentlicher SSH-Schlüssel. Er ist eine Zeile, die mit ssh-ed25519, ssh-rsa oder ecdsa-sha2- beginnt.',
}

export const keys = {
  title: 'Ein Schlüssel statt eines Passworts',
  intro:
    'Ihr HR-System meldet sich mit einem SSH-Schlüsselpaar an. Den privaten Schlüssel behält es; hier geben Sie den öffentlichen ein. Hat Ihre IT oder Ihr HR-System Ihnen einen gegeben, fügen Sie ihn ein. Wenn nicht, erzeugen Sie hier ein Paar.',
  list: 'Schlüssel',
  bits: '{bits} Bit',
  new: 'neu',
  addedAt: 'hinzugefügt am {date}',
  remove: 'Entfernen',
  removeThis: 'Schlüssel {fingerprint} entfernen',
  rotation:
    'Um Schlüssel ohne Unterbrechung zu wechseln, fügen Sie den neuen hinzu, stellen Ihr HR-System um und entfernen dann den alten. Bis dahin gelten beide.',
  ways: 'Wie Sie einen Schlüssel eingeben',
  another: 'Weiteren Schlüssel hinzufügen',
  have: 'Ich habe einen öffentlichen Schlüssel',
  makeHere: 'Hier ein Paar erzeugen',
  paste: 'Öffentlicher Schlüssel',
  pasteHelp: 'In der Form von OpenSSH, von RFC 4716 (SSH2) oder wie PuTTY ihn speichert.',
  drop: 'Oder legen Sie die Datei hier ab.',
  chooseFile: 'Datei auswählen',
  makeHelp:
    'Ihr Browser erzeugt ein Ed25519-Paar. Der private Schlüssel wird als Datei auf diesem Computer gespeichert und verlässt ihn nie; nur der öffentliche wird gesendet. Geben Sie die Datei der Person, die den Upload in Ihrem HR-System einrichtet.',
  make: 'Schlüsselpaar erzeugen',
  made: 'Der private Schlüssel wurde als {file} gespeichert. Niemand kann ihn Ihnen ein zweites Mal geben, bewahren Sie ihn also gut auf. Der öffentliche Schlüssel steht in der Liste.',
  saveAgain: 'Privaten Schlüssel erneut speichern',
  cannotMake:
    'Dieser Browser kann einen solchen Schlüssel nicht erzeugen. Nehmen Sie einen neueren, oder diesen Befehl auf einem beliebigen Computer:',
  connect: 'Verbindung anlegen',
  refusals,
}
