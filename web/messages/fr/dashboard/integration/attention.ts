export const attention = {
  title: 'Ce qui demande votre attention',
  loading: 'Recherche de ce qui demande votre attention…',
  none: 'Rien ne demande votre attention : tout va bien.',
  resolve: {
    enable: 'L’activer',
    sync: 'Synchroniser à nouveau',
    redeliver: 'Envoyer à nouveau',
    report: 'Voir ce qui ne va pas',
    held: 'Regarder et décider',
    mapping: 'Vérifier la correspondance',
    keys: 'Voir les clés et les connexions',
    cadence: 'Voir quand les fichiers sont attendus',
  },
  kinds: {
    disabled: {
      title: 'L’intégration est désactivée',
      text: 'Les lectures sont refusées, et les fichiers qui arrivent attendent qu’elle soit activée.',
    },
    to_connect_again: {
      title: 'Le client doit se reconnecter',
      text: 'La connexion n’est plus valable. Envoyez un lien avec lequel il se reconnecte.',
    },
    file_held: {
      title: '{file} est retenu en entier',
      text: 'Ses identifiants ne sont plus ceux des mêmes personnes, donc rien n’a été appliqué. Regardez les paires, et décidez.',
    },
    removals_held: {
      title: '{dataset} : {count, plural, one {# suppression attend} other {# suppressions attendent}}',
      text: 'Il en manquait tant à la fois que personne n’a été supprimé. Approuvez si ces personnes sont vraiment parties.',
    },
    mapping_to_approve: {
      title: '{dataset} : une correspondance attend d’être approuvée',
      text: 'Les fichiers ne sont appliqués que selon la correspondance approuvée.',
    },
    customer_awaited: {
      title: 'Le client n’a pas terminé la configuration',
      text: 'Les fichiers attendent jusque-là. Envoyez-lui un lien de configuration.',
    },
    file_refused: {
      title: '{file} n’a pas pu être utilisé',
      text: 'Il n’a rien changé. Le rapport dit ce qui ne va pas et comment y remédier.',
    },
    sync_failed: {
      title: 'La dernière synchronisation a échoué',
      text: 'Ce qui était enregistré reste tel quel. Synchronisez à nouveau ; si cela persiste, le journal dit pourquoi.',
    },
    login_refused: {
      title: 'Une connexion a été refusée',
      text: 'Le système RH n’a pas pu se connecter.',
    },
    file_late: {
      title: '{dataset} : un fichier est en retard',
      text: 'Il était attendu avant. Les contacts ont été prévenus par e-mail.',
    },
    delivery_failed: {
      title: '{count, plural, one {Une notification n’a pas été remise} other {# notifications n’ont pas été remises}}',
      text: 'Votre point de réception n’a pas répondu pendant un jour. Réparez-le, puis envoyez à nouveau.',
    },
    parts_awaited: {
      title: '{dataset} : il manque un fichier du jeu',
      text: 'Rien n’est appliqué avant que tous soient arrivés.',
    },
    first_file_awaited: {
      title: 'Le premier fichier est attendu',
      text: 'Le système RH ne s’est pas encore connecté. Envoyez un lien avec les données de connexion.',
    },
    first_file_after_login: {
      title: 'Le premier fichier est attendu',
      text: 'Le système RH s’est connecté, mais aucun fichier d’employés n’est encore arrivé.',
    },
  },
}
