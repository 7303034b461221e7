export const setup = {
  waitingForFile: 'En attente du premier fichier …',
  waitingHelp:
    'Ce qu’il y a à choisir se trouve dans votre fichier. Vous pouvez terminer maintenant et revenir par votre lien quand le fichier sera arrivé.',
  mapping: {
    title: 'Associez vos colonnes',
    intro:
      'Voici notre proposition. Vérifiez-la, changez ce qui n’est pas juste et approuvez-la : rien n’est appliqué avant.',
    introVendor:
      'Voici notre proposition. Vérifiez-la et changez ce qui n’est pas juste. Rien n’est appliqué avant l’approbation par l’autre partie.',
    isSample: 'Vous voyez l’exemple. Le brouillon est gardé pour les fichiers qui arriveront plus tard.',
    files: 'Fichiers',
    opening: 'Lecture du fichier …',
    approve: 'Approuver',
    approved: 'approuvé',
    send: 'Envoyer pour approbation',
    conflict:
      'Rien n’a été approuvé : quelqu’un a modifié l’association dans une autre fenêtre. Décidez ci-dessus laquelle vaut.',
    missing:
      '{count, plural, one {Un champ nécessaire n’est pas rempli} other {# champs nécessaires ne sont pas remplis}}.',
  },
  fields: {
    title: 'Remplissez les champs supplémentaires',
    intro: '{vendor} demande ces champs. Choisissez pour chacun la colonne de votre fichier.',
    vendor: 'L’application',
    loading: 'Chargement des champs …',
    columnFor: 'Colonne pour {field}',
    nothing: 'Aucune colonne',
    examples: 'Par exemple : {examples}',
    saving: 'Enregistrement …',
    saved: 'Enregistré',
    savedAtOnce: 'Chaque choix est enregistré aussitôt.',
    changed:
      'Quelqu’un d’autre a choisi entre-temps une colonne pour ce champ. Vous la voyez maintenant ; choisissez à nouveau si elle n’est pas juste.',
  },
  filter: {
    title: 'Choisissez qui est inclus',
    intro: 'Laissez tout tel quel pour inclure tout le monde. Qui n’est pas inclus n’est jamais stocké.',
    loading: 'Les personnes sont comptées …',
    counting: 'Comptage …',
    kept: '{kept, number} sur {people, plural, one {# personne} other {# personnes}}',
    share: 'Part des personnes incluses',
    uncounted:
      'Les personnes ne peuvent pas être comptées maintenant, il n’y a donc rien à choisir. Votre choix précédent reste.',
    names: {
      work_location: 'Lieu de travail',
      legal_entity: 'Entité juridique',
      group: 'Services, équipes et centres de coûts',
      employment_type: 'Type d’emploi',
      employment_status: 'Statut d’emploi',
    },
    none: 'Non indiqué',
    fieldTitle: '{field} : {state}',
    all: 'tout le monde',
    some: '{count, plural, one {un choix} other {# choix}}',
    included: 'Inclure les personnes selon {field}',
    chooseAll: 'Tout le monde',
    chooseNone: 'Personne pour l’instant',
    chooseOne: 'Choisissez au moins une valeur, ou incluez tout le monde.',
    laterOnes:
      'Les valeurs qui n’apparaissent que dans des fichiers ultérieurs ne sont incluses que si vous les choisissez ici.',
    more: 'Il y a plus de valeurs qu’on ne peut en énumérer.',
    changed: 'Quelqu’un a modifié ceci dans une autre fenêtre. Votre choix est toujours là et n’a pas été enregistré.',
    takeTheirs: 'Montrer l’autre choix',
  },
  summary: {
    title: 'Ce qui est configuré',
    mapping: '{dataset} : les colonnes sont associées et approuvées.',
    mappingOpen: '{dataset} : les colonnes sont associées et attendent l’approbation.',
    fields: 'Champs supplémentaires remplis : {filled, number} sur {all, number}.',
    kept: 'Personnes incluses : {kept, number} sur {people, number}.',
    open: 'Encore ouvert : {step}',
    syncing: 'Vos fichiers sont en cours d’application …',
    synced: 'Vos fichiers sont appliqués : {people, plural, one {une personne} other {# personnes}}.',
    syncFailed: 'Tout n’a pas pu être appliqué. Ce qui ne va pas est indiqué à côté du fichier concerné.',
    later: 'Vos fichiers sont appliqués dès qu’il y en a un et que tout est approuvé.',
  },
}
