export const handout = {
  download: 'Page pour l’informatique',
  title: 'Envoi de fichiers RH par SFTP',
  subtitle: 'Pour {organization}. Cette page ne contient aucun secret.',
  connection: 'Connexion',
  hostKeys: 'Clés du serveur',
  algorithms: 'Algorithmes',
}
