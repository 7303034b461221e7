export const dataPoints = {
  title: 'Ce que votre SIRH envoie',
  intro:
    'Votre SIRH envoie lui-même ces fichiers (CSV, Excel ou JSON), par exemple chaque nuit. Les colonnes peuvent avoir d’autres noms et n’importe quel ordre : elles sont associées dès que le premier fichier est là.',
  files: 'Fichiers',
  required: 'nécessaire',
  optionalFile: 'à envoyer si vous l’avez',
  columns: '{count, plural, one {Colonne} other {Colonnes}}',
  example: 'par exemple {example}',
  shareFile: 'Partager {file}',
  notShared: 'Ce fichier n’est pas partagé. Rien n’en est enregistré, même s’il arrive.',
  rule: 'Ce qui n’est pas marqué comme nécessaire peut manquer ou être vide. Ce que vous désactivez n’est pas enregistré, même si le fichier le contient.',
  template: 'Télécharger le modèle',
  copyList: 'Copier la liste',
  list: {
    heading: '{file}, une ligne par entrée, avec ces colonnes :',
    required: '(nécessaire)',
  },
}
