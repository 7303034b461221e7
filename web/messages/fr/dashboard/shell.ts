export const shell = {
  title: 'Tableau de bord',
  titleFor: 'Tableau de bord de {vendor}',
  skip: 'Aller au contenu',
  nav: 'Parties du tableau de bord',
  menu: 'Menu principal',
  close: 'Fermer',
  signOut: 'Se déconnecter',
  language: 'Langue',
  loading: 'Chargement …',
  retry: 'Réessayer',
  signedInAs: 'Connecté en tant que {name}',
  admin: 'Administrateur',
  member: 'Membre',
  links: {
    integrations: 'Intégrations',
    health: 'État de santé',
    customFields: 'Champs personnalisés',
    scope: 'Périmètres',
    webhooks: 'Points de notification',
    apiKeys: 'Clés d’API',
    members: 'Membres',
    audit: 'Journal d’audit',
    receipts: 'Justificatifs',
    settings: 'Paramètres',
  },
  groups: {
    customers: 'Clients',
    environment: 'Environnement',
  },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est fausse, ou ce à quoi elle menait n’existe plus.',
    back: 'Toutes les intégrations',
  },
  failed: {
    title: 'Cette page n’a pas pu être affichée',
  },
  signIn: {
    opening: 'Connexion en cours …',
    again: 'Se connecter',
    signedOutTitle: 'Vous êtes déconnecté',
    signedOut: 'Fermez cette fenêtre, ou connectez-vous de nouveau.',
    failedTitle: 'La connexion n’a pas abouti',
    failed:
      'Le service de connexion n’a pas dit qui vous êtes, ou cette page a été chargée une seconde fois. Connectez-vous de nouveau.',
    offTitle: 'Personne ne peut encore se connecter',
    off: 'Ce déploiement n’a pas de service de connexion. Définissez openIdIssuer, openIdClientId et firstAdmin, puis déployez de nouveau ; docs/deploy.md explique comment.',
    unreachableTitle: 'Le service de connexion est injoignable',
    unreachable:
      'Le service n’a pas répondu à ce serveur. Réessayez dans un instant ; si cela continue, vérifiez l’adresse dans openIdIssuer.',
    strangerTitle: 'Vous n’êtes pas membre ici',
    stranger:
      'Vous êtes connecté en tant que {email}, mais cette adresse n’est pas dans la liste des membres : rien ne vous est donc montré.',
    strangerHelp:
      'Demandez à un administrateur de cet environnement d’ajouter {email} sous « Membres », puis réessayez. Ou connectez-vous avec un autre compte.',
    serverSaid: 'Le serveur a dit : {message}',
    other: 'Se connecter avec un autre compte',
  },
  failures: {
    unreachable: 'Le serveur est injoignable. Vérifiez votre connexion ; cette page reprend d’elle-même.',
    session: 'Votre connexion a expiré. Connectez-vous de nouveau ; cette page s’ouvrira là où vous étiez.',
    adminsOnly:
      'Seul un administrateur peut le faire. Demandez-le à l’un d’eux, ou faites changer votre rôle sous « Membres ».',
    busy: 'Il y a eu trop de demandes à la fois. Attendez un instant, puis réessayez.',
    missing: 'Cette intégration n’existe pas, ou a été supprimée.',
    refused: 'Le serveur n’a pas accepté cela : {message}',
    unknown: 'Une erreur s’est produite sur le serveur. Réessayez ; si cela continue, consultez son journal.',
  },
  time: {
    never: 'jamais',
  },
}
