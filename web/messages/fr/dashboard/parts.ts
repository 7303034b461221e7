export const parts = {
  cancel: 'Annuler',
  close: 'Fermer',
  reason: 'Pourquoi, pour le journal d’audit',
  reasonMissing: 'Dites pourquoi en quelques mots.',
  typed: 'Saisissez {word} pour confirmer',
  typedWrong: 'Ce n’est pas {word} : saisissez-le exactement ainsi.',
  loadingMore: 'Chargement de la suite…',
  loading: 'Chargement…',
  undo: 'Annuler la modification',
  undone: 'Tout est comme avant.',
  adminsOnly:
    'Seul un administrateur peut le faire. Demandez-le à l’un d’eux, ou faites changer votre rôle sous « Membres ».',
  personalOnly:
    'Vous ne pouvez pas voir de données personnelles ici. Un administrateur peut l’autoriser sous « Membres ».',
  none: 'aucun',
  more: 'Afficher plus',
}
