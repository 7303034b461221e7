import type { PublicKeyRefusal } from '#core/connect/public-key-refusals.ts'

const refusals: Readonly<Record<PublicKeyRefusal, string>> = {
  EMPTY: 'Collez une clé publique : l’unique ligne du fichier dont le nom se termine par « .pub ».',
  PRIVATE_KEY:
    'C’est une clé privée. Elle n’a été envoyée nulle part et a été retirée de cette page. Collez plutôt la clé publique, du fichier dont le nom se termine par « .pub ».',
  SEVERAL_KEYS: 'Il y a plus d’une clé : collez-les une par une.',
  DSA_KEY: 'Les clés DSA ne sont plus sûres. Créez une nouvelle clé de type Ed25519.',
  SECURITY_KEY:
    'Une clé sur un jeton de sécurité exige une personne à chaque connexion. Créez plutôt une simple clé Ed25519.',
  CERTIFICATE: 'C’est un certificat SSH. Collez la clé publique simple dont il est issu.',
  PGP_KEY: 'C’est une clé PGP. Une clé publique SSH commence par ssh-ed25519, ssh-rsa ou ecdsa-sha2-.',
  PEM_KEY:
    'C’est une clé au format PEM. Convertissez-la avec « ssh-keygen -i -m PKCS8 -f key.pem » et collez la ligne affichée.',
  FINGERPRINT: 'C’est seulement l’empreinte d’une clé. Collez la clé elle-même.',
  RSA_TOO_SHORT: 'Cette clé RSA a moins de 2048 bits et peut être cassée. Créez-en une nouvelle de 4096 bits.',
  RSA_TOO_LONG: 'Cette clé RSA est plus longue que ce que le serveur accepte. Créez-en une nouvelle de 4096 bits.',
  TYPE_MISMATCH: 'Cette clé annonce un type et en est d’un autre. Copiez à nouveau la ligne entière.',
  CUT_SHORT: 'Cette clé est tronquée. Copiez à nouveau la ligne entière, jusqu’au bout.',
  UNREADABLE:
    'Ce n’est pas une clé publique SSH. C’est une ligne qui commence par ssh-ed25519, ssh-rsa ou ecdsa-sha2-.',
}

export const keys = {
  title: 'Une clé au lieu d’un mot de passe',
  intro:
    'Votre SIRH se connecte avec une paire de clés SSH. Il garde la clé privée ; ici, vous saisissez la clé publique. Si votre service informatique ou votre SIRH vous en a donné une, collez-la. Sinon, créez une paire ici.',
  list: 'Clés',
  bits: '{bits} bits de longueur',
  new: 'nouvelle',
  addedAt: 'ajoutée le {date}',
  remove: 'Retirer',
  removeThis: 'Retirer la clé {fingerprint}',
  rotation:
    'Pour changer de clé sans interruption, ajoutez la nouvelle, basculez votre SIRH, puis retirez l’ancienne. D’ici là, les deux fonctionnent.',
  ways: 'Comment saisir une clé',
  another: 'Ajouter une autre clé',
  have: 'J’ai une clé publique',
  makeHere: 'Créer une paire ici',
  paste: 'Clé publique',
  pasteHelp: 'Au format OpenSSH, RFC 4716 (SSH2) ou tel que PuTTY l’enregistre.',
  drop: 'Ou déposez le fichier ici.',
  chooseFile: 'Choisir un fichier',
  makeHelp:
    'Votre navigateur crée une paire Ed25519. La clé privée est enregistrée comme fichier sur cet ordinateur et ne le quitte jamais ; seule la clé publique est envoyée. Donnez le fichier à la personne qui met en place l’envoi dans votre SIRH.',
  make: 'Créer une paire de clés',
  made: 'La clé privée a été enregistrée sous {file}. Personne ne peut vous la redonner : gardez-la en lieu sûr. La clé publique est dans la liste.',
  saveAgain: 'Enregistrer à nouveau la clé privée',
  cannotMake:
    'Ce navigateur ne sait pas créer une telle clé. Utilisez-en un plus récent, ou cette commande sur n’importe quel ordinateur :',
  connect: 'Créer la connexion',
  refusals,
}
