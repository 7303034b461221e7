import type { joinSentences } from '#core/issues/sentences/of-joins.ts'
import type { Sentences } from '../../sentences.ts'

export const ofJoins: Sentences<keyof typeof joinSentences> = {
  fileAwaited: {
    message: 'En attente de {names, et} : les fichiers d’un même jeu sont appliqués ensemble.',
    fix: 'Rien à faire si le fichier est en route. Sinon, envoyez-le, ou retirez sa jointure de l’association.',
  },
  filesMayFollow: {
    message: 'En attente jusqu’à ce qu’aucun fichier du jeu ne soit arrivé pendant {minutes} minutes.',
    fix: 'Rien à faire : les fichiers seront alors appliqués ensemble.',
  },
  fileIsManifest: {
    message: 'Il indique qu’un jeu de fichiers est complet. Aucune donnée n’y est lue.',
    fix: 'Rien à faire.',
  },
  manifestAwaited: {
    message:
      'En attente du manifeste « {name} », qui est envoyé après ces fichiers et indique que leur jeu est complet.',
    fix: 'Rien à faire s’il est en route. Sinon, envoyez-le : il peut être vide, ou contenir les noms des fichiers. Ou retirez le manifeste de l’association.',
  },
  listedFilesAwaited: {
    message:
      'En attente de {names, et}, que le manifeste {manifest} énumère : les fichiers d’un même jeu sont appliqués ensemble.',
    fix: 'Rien à faire si le fichier est en route. Sinon, envoyez-le, ou un manifeste qui ne le nomme pas.',
  },
  filesAwaitedAgain: {
    message: 'En attente à nouveau de {names, et} : le fichier a été refusé, donc rien de son jeu n’est appliqué.',
    fix: 'Envoyez le fichier corrigé, puis de nouveau un manifeste.',
  },
  manifestTooLong: {
    message: 'Un manifeste contient les noms des fichiers et rien d’autre, mais ce fichier a plus de {kilobytes} Ko.',
    fix: 'Envoyez un manifeste vide, ou qui contient les noms des fichiers. Si ce fichier contient des données, choisissez dans l’association un autre nom pour les manifestes.',
  },
  joinColumnMissing: {
    message: 'Le fichier n’a pas de colonne « {column} », par laquelle il est joint à {join}.',
    fix: 'Remettez la colonne dans l’export, ou choisissez d’autres colonnes clés dans l’association.',
  },
  joinKeyRepeated: {
    message: 'Une ligne suivante a la même clé et dit autre chose : ces lignes ne comptent donc pas.',
    fix: 'Exportez une ligne par clé, ou dites dans l’association quelles lignes comptent, par exemple celles du contrat en cours.',
  },
  joinRowMissing: {
    message: '{file} n’a pas de ligne avec la clé de ces lignes : ses colonnes y restent donc vides.',
    fix: 'Rien à faire si c’est bien le cas. Sinon, vérifiez que les deux fichiers écrivent la clé de la même façon, zéros initiaux compris.',
  },
  joinTooLarge: {
    message:
      'Les fichiers joints contiennent plus de {rows} lignes, ou {characters} caractères dans les colonnes utilisées.',
    fix: 'Faites du fichier qui a le plus de lignes le fichier principal, exportez moins de lignes, ou associez moins de ses colonnes.',
  },
}
