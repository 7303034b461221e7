import type { MailTexts } from './mail-texts.ts'

export const fr: MailTexts = {
  vendor: 'votre fournisseur de logiciel',
  open: 'Ouvrir la page de la connexion :',
  linkEnds:
    "Ce lien est valable une fois, pendant 15 minutes. Si vous ne l'avez pas demandé, vous n'avez rien à faire.",
  optOut: 'Ne plus recevoir de messages sur cette connexion :',
  decide:
    'Si le fichier était incomplet, envoyez-en un complet. Si ces personnes sont vraiment parties, approuvez-le sur la page de la connexion, sous « Personnes manquantes ».',
  'sign-in': {
    subject: 'Votre lien vers la connexion avec {vendor}',
    lines: ['voici le lien vers la page de la connexion entre {organization} et {vendor}.'],
  },
  'first-login': {
    subject: 'Le système RH s’est connecté',
    lines: [
      'le système RH de {organization} s’est connecté pour la première fois à {vendor}.',
      'La prochaine étape est le premier fichier. Nous vous écrirons dès qu’il sera arrivé et lu.',
    ],
  },
  'first-file': {
    subject: 'Le premier fichier a été lu',
    lines: [
      'le premier fichier de {organization} est arrivé chez {vendor} et les personnes qu’il contient ont pu être lues.',
      'Désormais, chaque nouveau fichier est repris automatiquement.',
    ],
  },
  'file-refused': {
    subject: 'Un fichier n’a pas pu être utilisé : {file}',
    lines: [
      'le fichier {file} de {organization} est arrivé chez {vendor} mais n’a pas pu être utilisé. Rien n’a été modifié.',
      'La page de la connexion indique ce qui ne va pas, dans quelles lignes, et que faire.',
    ],
  },
  'removals-held': {
    subject: 'Beaucoup de personnes manquaient dans le dernier fichier',
    lines: [
      'dans le dernier fichier de {organization}, il manquait {count} enregistrements qui y étaient auparavant. Ils sont conservés pour l’instant.',
      'Si le fichier était incomplet, envoyez-en un complet. S’ils ont vraiment disparu, prévenez {vendor}.',
    ],
  },
  'file-late': {
    subject: 'Un fichier est en retard',
    lines: [
      'après {file}, aucun nouveau fichier de {organization} n’est arrivé chez {vendor} depuis {hours} heures. Il arrive d’habitude plus souvent.',
      'Vérifiez que l’export du système RH fonctionne encore. Vous pouvez aussi envoyer un fichier à la main sur la page de la connexion.',
    ],
  },
}
