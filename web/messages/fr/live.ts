import type { AttemptReason } from '#core/connect/attempt.ts'

const reasons: Readonly<Record<AttemptReason, string>> = {
  NO_KEY_OFFERED:
    'Aucune clé SSH n’a été présentée, peut-être un mot de passe à la place. Dans votre SIRH, choisissez la connexion par clé publique et la clé privée qui correspond à la clé saisie ici.',
  UNKNOWN_KEY:
    'L’utilisateur est juste, mais la clé n’est pas une de celles saisies ici. Saisissez la clé publique que votre SIRH utilise, ou choisissez-y l’autre clé privée.',
  WRONG_USER:
    'La clé est juste, mais pas l’utilisateur. Copiez l’utilisateur depuis les données de connexion, lettre par lettre.',
  SIGNATURE_WEAK:
    'Votre SIRH signe avec SHA-1, qui n’est plus sûr. Mettez à jour son client SFTP, ou utilisez une clé Ed25519 ou ECDSA.',
  SIGNATURE_INVALID:
    'La clé privée dans votre SIRH est abîmée ou appartient à une autre clé publique. Créez une nouvelle paire.',
  WRONG_FOLDER: 'Le dossier n’existe pas. Réglez le dossier distant sur /, ou laissez-le vide.',
  CONNECTION_LOST:
    'La connexion s’est coupée avant que le fichier soit complet. Ce qui est arrivé n’est pas utilisé : faites-le renvoyer par votre SIRH.',
  RANDOM_ACCESS:
    'Des parties du fichier ont été écrites dans le désordre. Désactivez la reprise et les envois sur plusieurs connexions.',
}

export const live = {
  title: 'En attente de votre SIRH',
  intro:
    'Lancez maintenant l’envoi dans votre SIRH. Cette page montre aussitôt ce qui arrive, et pourquoi quelque chose n’arrive pas.',
  looking: 'Vérification …',
  waitingForLogin: 'En attente de la première connexion',
  loggedIn: 'Connexion réussie, {at}',
  waitingForFile: 'En attente du premier fichier',
  fileArrived: 'Premier fichier arrivé, {at}',
  reading: 'Lecture du fichier',
  read: 'Le fichier a été lu',
  refused: 'Une connexion a été refusée à {at}.',
  uploadFailed: 'Un envoi a échoué à {at}.',
  reasonUnknown: 'La raison n’est pas connue. Réessayez, et comparez chaque ligne des données de connexion.',
  client: 'Logiciel : {client}',
  reasons,
  files: 'Fichiers',
  manifest: 'un manifeste, sans données',
  states: {
    RECEIVED: 'reçu',
    ARCHIVED: 'reçu',
    QUEUED: 'pas encore appliqué',
    ACCEPTED: 'appliqué',
    REFUSED: 'refusé',
    SUPERSEDED: 'remplacé par un plus récent',
    EXCLUDED: 'retiré',
    UNPACKED: 'décompressé',
    IGNORED: 'non utilisé',
    REJECTED: 'vide',
  },
  sample: 'Pas encore de fichier ?',
  sampleHelp:
    'Essayez un export à la main. Il est seulement examiné, pour que vous voyiez comment il serait compris ; rien n’en est appliqué.',
  drop: 'Déposez un fichier CSV, Excel ou JSON ici.',
  choose: 'Choisir un fichier',
  noNeedToWait:
    'Vous n’avez pas besoin d’attendre ici. Terminez maintenant, et tout continue quand le premier fichier arrive. Votre lien ramène à cette page.',
  upload: {
    sending: 'Envoi de {file}',
    progress: '{sent} sur {all}',
    heard: '{percent} envoyé',
    cancel: 'Annuler l’envoi',
  },
}
