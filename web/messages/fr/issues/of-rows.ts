import type { rowSentences } from '#core/issues/sentences/of-rows.ts'
import type { Sentences } from '../../sentences.ts'

const keptBack = 'La ligne a été laissée de côté, et ce qui est enregistré reste tel quel (champ {field}).'
const plainNumbers =
  'Exportez cette colonne en nombres simples, sans unités, ou changez le signe décimal dans l’association.'
const addWord = 'Ajoutez le mot à la table de valeurs de l’association, ou exportez-en un qui est connu.'
const topOfAll = 'Rien à faire si votre système RH marque ainsi le sommet de l’organisation.'

export const ofRows: Sentences<keyof typeof rowSentences> = {
  dateOrderChanged: {
    message:
      'Les dates de la colonne sont attendues sous la forme {format}, mais la plupart, {count} à partir de la ligne {row}, ne se lisent qu’avec le jour et le mois inversés ; toutes les autres seraient donc fausses.',
    fix: 'Faites écrire de nouveau {format} par l’export. Si le changement est voulu, changez le format de date dans l’association : le fichier est alors appliqué sans nouvel envoi.',
  },
  dateUnreadable: {
    message: `La cellule n’est pas une date de la forme {format}. ${keptBack}`,
    fix: 'Exportez cette colonne sous la forme {format}, ou changez le format de date dans l’association. Le jour doit exister au calendrier.',
  },
  dateTimeUnreadable: {
    message: `La cellule n’est pas une date de la forme {format} avec une heure. ${keptBack}`,
    fix: 'Exportez cette colonne sous la forme {format} avec une heure, ou changez le format de date dans l’association. Le jour doit exister au calendrier.',
  },
  timeUnreadable: {
    message: `La cellule n’est pas une heure. ${keptBack}`,
    fix: 'Exportez cette colonne sous la forme HH:mm ou HH:mm:ss.',
  },
  numberWithCommaUnreadable: {
    message: `La cellule n’est pas un nombre avec une virgule décimale. ${keptBack}`,
    fix: plainNumbers,
  },
  numberWithPointUnreadable: {
    message: `La cellule n’est pas un nombre avec un point décimal. ${keptBack}`,
    fix: plainNumbers,
  },
  booleanUnreadable: {
    message: `La cellule n’est ni oui ni non. ${keptBack}`,
    fix: 'Exportez oui/non, true/false ou 1/0, ou ajoutez ce mot à la table de valeurs de l’association.',
  },
  emailInvalid: {
    message: 'La cellule n’est pas une adresse e-mail : le champ {field} est vide.',
    fix: 'Corrigez l’adresse dans le système RH.',
  },
  phoneInvalid: {
    message:
      'Le numéro de téléphone ne peut pas être un numéro du pays indiqué : il a été enregistré tel quel ({field}).',
    fix: 'Corrigez le numéro dans le système RH ; avec l’indicatif du pays, comme +33, il est compris partout.',
  },
  ibanInvalid: {
    message:
      'Le numéro de compte n’est pas un IBAN valide : sa longueur ou sa clé de contrôle est fausse. Il a été enregistré tel quel ({field}).',
    fix: 'Comparez-le avec les coordonnées bancaires de la personne et corrigez-le dans le système RH ; un numéro de compte national demande sa propre colonne.',
  },
  wordPassedOn: { message: 'Le mot n’est pas connu ({field}) ; il a été transmis tel quel.', fix: addWord },
  wordLeftOut: { message: 'Le mot n’est pas connu ({field}) ; le champ est vide.', fix: addWord },
  cellTooLong: {
    message: `La cellule dépasse {limit} caractères. ${keptBack}`,
    fix: 'Raccourcissez le texte dans le système RH, ou retirez cette colonne de l’association.',
  },
  cellUnusable: {
    message: 'La cellule ne peut pas servir. La ligne a été laissée de côté, et ce qui est enregistré reste tel quel.',
    fix: 'Corrigez la cellule dans le système RH.',
  },
  idMissing: {
    message:
      'La ligne n’a pas d’identifiant et a été laissée de côté. Tant qu’un fichier a de telles lignes, personne n’est retiré à cause de lui.',
    fix: 'Remplissez l’identifiant ({columns, et}) à chaque ligne de l’export ; retirez les lignes de titre et de total.',
  },
  idDuplicate: {
    message:
      'L’identifiant figure à plusieurs lignes qui disent des choses différentes : aucune n’a donc été appliquée.',
    fix: 'Exportez une ligne par identifiant, ou choisissez une colonne d’identifiant différente à chaque ligne.',
  },
  personTwice: {
    message:
      'L’identifiant a été relié à un autre, et le fichier contient des lignes pour les deux. La ligne de l’identifiant le plus récent compte ; celle-ci a été laissée de côté.',
    fix: 'Retirez l’ancien identifiant de l’export. S’il s’agit de deux personnes, faites annuler le lien.',
  },
  valueMissing: { message: `Le champ est vide. ${keptBack}`, fix: 'Remplissez-le à chaque ligne de l’export.' },
  columnValueMissing: {
    message: `Le champ est vide. ${keptBack}`,
    fix: 'Remplissez « {column} » à chaque ligne de l’export.',
  },
  recordTooLarge: {
    message: 'La ligne donne plus que ce qui peut être enregistré (300 ko) et a été laissée de côté.',
    fix: 'Raccourcissez le long texte de cette ligne, ou retirez sa colonne de l’association.',
  },
  managerUnknown: {
    message:
      'Personne, parmi les lignes lisibles du fichier, n’est celle indiquée ici comme responsable : la personne est enregistrée sans responsable.',
    fix: 'Ajoutez le responsable à l’export, ou corrigez qui y est indiqué. Si sa propre ligne est signalée aussi, corrigez celle-là.',
  },
  idRewritten: {
    message:
      'L’identifiant semble avoir été réécrit par un tableur (1001.0, 1.23E+05) ; ce n’est peut-être plus celui de votre système RH.',
    fix: 'Exportez le fichier directement depuis le système RH, ou mettez la colonne au format texte avant de l’enregistrer dans le tableur.',
  },
  managerAmbiguous: {
    message:
      'Plusieurs personnes du fichier correspondent au responsable indiqué ici ; la personne est enregistrée sans responsable.',
    fix: 'Faites indiquer les responsables par leur identifiant ou leur adresse e-mail, et associez cette colonne.',
  },
  managerSelf: {
    message: 'La personne est indiquée comme son propre responsable ; elle est enregistrée sans responsable.',
    fix: topOfAll,
  },
  managerCircle: {
    message:
      'Ces personnes sont rattachées les unes aux autres en boucle : la première de l’exemple a donc été enregistrée sans responsable. Toutes les autres gardent le leur.',
    fix: 'Corrigez dans votre système RH le responsable de l’une d’elles : quelqu’un de la boucle est rattaché à une personne extérieure, ou à personne.',
  },
  mentionDiffers: {
    message:
      'Des lignes disent des choses différentes du même site, service, société ou type. La première décide ; ce que dit cette ligne n’est pas enregistré.',
    fix: 'Donnez à chacun un seul nom et une seule adresse sous son identifiant dans l’export. Si la colonne concerne la personne, comme son adresse privée, corrigez l’association.',
  },
  parentUnknown: {
    message:
      'Aucun groupe du fichier n’a l’identifiant et le type indiqués ici comme groupe supérieur : le groupe est enregistré sans groupe supérieur.',
    fix: 'Ajoutez le groupe supérieur à l’export, ou corrigez son identifiant. S’il est d’un autre type, associez aussi parent.type.',
  },
  parentSelf: {
    message: 'Le groupe est indiqué comme son propre groupe supérieur ; il est enregistré sans groupe supérieur.',
    fix: topOfAll,
  },
  employeeUnknown: {
    message:
      'La personne à qui appartient cette ligne n’est pas connue : la ligne n’est pas enregistrée pour l’instant.',
    fix: 'Elle le sera d’elle-même dès qu’un fichier des employés contiendra la personne ; vérifiez l’identifiant si elle devrait y être.',
  },
  heldForRowsWithoutId: {
    message:
      'Entrées absentes du fichier : {removals}. Ses lignes sans identifiant lisible ({rows}) peuvent en faire partie : rien n’a donc été retiré.',
    fix: 'Corrigez les lignes sans identifiant et envoyez de nouveau le fichier.',
  },
  heldForQuarantine: {
    message:
      'Entrées absentes du fichier : {removals}. Tant de lignes ont dû être laissées de côté ({quarantined} identifiants sur {ids}) que le fichier est peut-être abîmé : rien n’a donc été retiré ; tout le reste a été appliqué.',
    fix: 'Corrigez les lignes signalées à côté et envoyez de nouveau le fichier.',
  },
  heldForEmptyFile: {
    message: 'Le fichier ne contient aucune entrée, alors que {present} sont connues : rien n’a donc été retiré.',
    fix: 'Vérifiez le filtre de l’export dans le système RH et envoyez de nouveau le fichier. S’il ne reste personne, faites supprimer la connexion.',
  },
  heldForMany: {
    message:
      'Il manque au fichier {removals} entrées sur {present}. Autant à la fois indique en général un fichier coupé : rien n’a donc été retiré ; tout le reste a été appliqué.',
    fix: 'Envoyez de nouveau le fichier complet. Si ces entrées n’existent vraiment plus, approuvez leur retrait.',
  },
  heldForFilter: {
    message:
      'D’après ce que dit ce fichier, le filtre écarte {removals} des {present} personnes enregistrées. Autant à la fois indique en général une colonne qui n’a pas été remplie : elles sont donc restées telles quelles ; tout le reste a été appliqué.',
    fix: 'Vérifiez les colonnes que le filtre regarde et envoyez de nouveau le fichier. Si ces personnes doivent vraiment partir, approuvez leur retrait, ou modifiez le filtre.',
  },
  stillHeld: {
    message:
      'Entrées absentes de fichiers précédents et de celui-ci aussi : {removals}. Leur retrait attend une décision ; elles sont restées telles quelles.',
    fix: 'Regardez la liste des entrées retenues. Approuvez leur retrait si elles n’existent vraiment plus ; rejetez-le si elles doivent rester.',
  },
  idDrift: {
    message:
      '{missing} des {present} identifiants connus manquent dans le fichier, et {created} nouveaux y figurent. Les identifiants ont probablement changé : rien du fichier n’a donc été appliqué.',
    fix: 'Exportez les identifiants comme avant (avec leurs zéros initiaux), ou choisissez dans l’association la colonne qui les contient, et envoyez de nouveau le fichier. S’il s’agit d’identifiants nouveaux pour de bon, faites-y relier les personnes ; si ce sont vraiment d’autres personnes, faites approuver le fichier.',
  },
  idsSwapped: {
    message:
      'Sous {swapped} des {present} identifiants connus, le fichier contient quelqu’un d’autre : le nom, la date de naissance et l’adresse e-mail ne sont plus les mêmes. Les identifiants ont probablement été mélangés : rien du fichier n’a donc été appliqué.',
    fix: 'Vérifiez dans l’export que chaque ligne a toujours l’identifiant de sa personne (une colonne triée à part les décale), puis envoyez de nouveau le fichier. Si les identifiants sont vraiment ceux d’autres personnes, faites approuver le fichier.',
  },
}
