export const finish = {
  title: 'Prêt à terminer',
  user: 'L’utilisateur SFTP {user} est en place.',
  keys: '{count, plural, one {Une clé peut se connecter.} other {# clés peuvent se connecter.}}',
  files: '{count, plural, one {Un fichier est arrivé.} other {# fichiers sont arrivés.}}',
  noFile: 'Aucun fichier n’est encore arrivé. Cela peut aussi se faire plus tard.',
  nextTitle: 'La suite',
  next: {
    files: 'Votre SIRH continue d’envoyer de lui-même. Chaque fichier met tout à jour.',
    check: 'L’association des colonnes est vérifiée avant que quoi que ce soit soit appliqué.',
    mail: 'Vous recevez un e-mail quand le premier fichier est arrivé, et quand quelque chose ne va pas avec un fichier.',
  },
  finish: 'Terminer',
}
