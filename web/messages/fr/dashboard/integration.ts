import { attention } from './integration/attention.ts'
import { files, replay } from './integration/files.ts'
import { held, identity, receipts, rights } from './integration/people.ts'
import { settings } from './integration/settings.ts'
import { report, rollback, syncs } from './integration/syncs.ts'

export const integration = {
  title: 'Aperçu de {organization}',
  all: 'Toutes les intégrations',
  parts: 'Parties de l’intégration',
  links: {
    overview: 'Aperçu',
    files: 'Fichiers',
    syncs: 'Synchronisations',
    data: 'Données',
    mapping: 'Correspondance',
    held: 'Retenu',
    identity: 'Identité',
    rights: 'Vie privée',
    settings: 'Paramètres',
  },
  status: { ACTIVE: 'active', INVALID: 'à reconnecter', INACTIVE: 'désactivée' },
  setup: {
    INCOMPLETE: 'configuration en cours',
    FINAL_SYNC_PENDING: 'première synchronisation à venir',
    COMPLETED: 'configurée',
  },
  glance: {
    people: 'Personnes',
    noPeople: 'pas encore',
    lastFile: 'Dernier fichier',
    noFile: 'pas encore',
    nextFile: 'Prochain fichier d’employés attendu avant',
    origin: 'Votre identifiant pour ce client',
    id: 'Identifiant de l’intégration',
  },
  timeline: {
    title: 'Ce qui s’est passé récemment',
    loading: 'Chargement de ce qui s’est passé…',
    none: 'Il ne s’est encore rien passé. Dès que le système RH du client envoie un fichier, il apparaît ici.',
    file: 'Fichier',
    sync: 'Synchronisation : {reason}',
  },
  linkDialog: {
    language: 'Langue du parcours',
    type: 'Comment il s’ouvre',
    magic: 'Lien à envoyer',
    magicHint: 's’ouvre dans une page à part, pendant un an',
    embedded: 'Pour votre application',
    embeddedHint: 's’ouvre dans un cadre de votre application, dans l’heure',
    make: 'Créer le lien',
    madeMagic: 'Le lien est prêt. Copiez-le ou envoyez-le maintenant : il n’est affiché qu’une fois.',
    madeEmbedded: 'Le lien est prêt. Donnez-le à votre application dans l’heure : il n’est affiché qu’une fois.',
    copy: 'Copier le lien',
    send: 'Écrire un e-mail',
    setup: {
      open: 'Lien de configuration',
      title: 'Créer un lien de configuration',
      intro:
        'Avec lui, le client fait correspondre les colonnes et filtre les personnes, dans la mesure permise par les paramètres.',
      subject: 'Configurez votre connexion RH',
      mail: 'Veuillez vérifier comment les colonnes de votre export RH sont comprises. Ce lien vous y mène :',
    },
    relink: {
      open: 'Lien de reconnexion',
      title: 'Créer un lien de reconnexion',
      intro:
        'Avec lui, le client voit les données de connexion et saisit des clés SSH. Rien ne change avant ; les données restent.',
      subject: 'Connectez votre système RH',
      mail: 'Veuillez connecter votre système RH. Ce lien contient les données de connexion et reçoit votre clé SSH :',
    },
  },
  gone: {
    title: 'Cette intégration n’existe plus',
    deleted: 'Elle a été supprimée :',
    due: 'Ce qui en reste sera purgé :',
    states: {
      QUEUED:
        'Plus personne ne la lit, et son utilisateur SFTP n’existe plus. Ses enregistrements et fichiers ne sont pas encore purgés.',
      RUNNING: 'Ses enregistrements et fichiers sont en train d’être purgés.',
      DONE: 'Tout a été purgé. Voici le reçu.',
    },
    never: 'Il n’y a aucune intégration avec cet identifiant, ni aucun reçu. Vérifiez l’adresse.',
    members:
      'Elle a été supprimée ou n’a jamais existé. Les administrateurs voient ici ce que ses données sont devenues.',
    back: 'Vers toutes les intégrations',
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
