export const customFields = {
  title: 'Champs personnalisés',
  intro: 'Ce que vous voulez savoir des personnes au-delà du modèle unifié. Les clients y associent une colonne.',
  empty: 'Il n’y a pas encore de champs personnalisés. Ajoutez le premier, et les clients pourront le remplir.',
  add: 'Nouveau champ',
  key: 'Clé',
  keyHint: 'Le nom dans l’API : lettres, chiffres et tirets bas. Il ne peut plus être modifié ensuite.',
  model: 'Enregistrements qui l’ont',
  label: 'Libellé pour les clients',
  description: 'Ce qu’il signifie',
  aliases: 'Colonnes qui le remplissent par leur nom',
  aliasesHint: 'Un nom par ligne. Le premier présent dans un fichier compte, sauf si quelqu’un en associe un autre.',
  changed: 'Modifié',
  syncHint: 'D’autres noms de colonnes relancent la synchronisation de toutes les intégrations.',
  save: 'Enregistrer',
  remove: 'Supprimer',
  removeTitle: 'Supprimer {key} ?',
  removeText:
    'Les prochaines synchronisations retirent ses valeurs de tous les enregistrements. Si vous le redéfinissez, elles ne reviennent que là où les fichiers sont encore conservés.',
  mappedBy:
    '{count, plural, one {# intégration le remplit} other {# intégrations le remplissent}} depuis une colonne :',
  filteredBy:
    '{count, plural, one {Le filtre d’employés de # intégration le consulte} other {Les filtres d’employés de # intégrations le consultent}}. Retirez d’abord la règle :',
  unused: 'Aucune intégration ne lui a associé de colonne.',
}
