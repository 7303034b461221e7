import type { Dataset } from '#core/files/datasets.ts'
import { fullWordings, headerWords, isOwnerWord, withoutLinks } from './header-words.ts'

// Names that are put together of a few kinds of words: `e-mail (private)`, `Código do funcionário`, `Retribuzione annua lorda`.

const kind = (words: string): ReadonlySet<string> => new Set(words.split('|').flatMap((word) => headerWords(word)))

const kinds = {
  id: kind(
    'id|uuid|guid|code|ref|reference|key|identifier|xref|xrefcode|eid|kennung|identifiant|codice|código|identificador',
  ),
  number: kind('number|no|nummer|numéro|numero|número'),
  email: kind('email|emails|mail|courriel|correo|mailadres|mailadresse|emailadresse|posta'),
  /** What may stand beside a word for e-mail, and is none. */
  electronic: kind(
    'e|address|adresse|indirizzo|electrónico|electrónica|eletrónico|eletrônico|elettronica|dirección|adres|endereço',
  ),
  private: kind(
    'personal|private|home|privat|privée|personnel|personnelle|personale|privata|particular|privé|persoonlijk|pessoal',
  ),
  work: kind(
    'work|business|empresa|azienda|entreprise|bedrijf|unternehmen|company|corporate|office|professional|official|dienstlich|dienstliche|geschäftlich|geschäftliche|firma|firmen|arbeit|professionnel|professionnelle|travail|aziendale|lavoro|corporativo|profesional|trabajo|laboral|werk|zakelijk|profissional|trabalho|institucional',
  ),
  mobile: kind(
    'mobile|cell|cellular|cellphone|handy|handynummer|mobil|mobiltelefon|mobilnummer|mobilfunk|mobilfunknummer|portable|gsm|cellulare|móvil|celular|mobiel|telemóvel',
  ),
  phone: kind(
    'phone|telephone|telefon|telefonnummer|téléphone|telefono|teléfono|telefoon|telefoonnummer|telefone|number|no|nummer|numéro|numero|número',
  ),
  pay: kind(
    'salary|pay|wage|wages|compensation|remuneration|gehalt|lohn|vergütung|entgelt|bezüge|jahresgehalt|monatsgehalt|grundgehalt|fixgehalt|bruttogehalt|bruttojahresgehalt|bruttomonatsgehalt|jahresbruttogehalt|monatsbrutto|jahresbrutto|bruttomonat|monatslohn|stundenlohn|grundlohn|bruttolohn|salaire|rémunération|traitement|appointements|retribuzione|stipendio|paga|ral|salario|sueldo|retribución|salaris|brutosalaris|maandsalaris|jaarsalaris|loon|brutoloon|uurloon|salário|vencimento|remuneração|ordenado',
  ),
  paid: kind(
    'base|basic|payment|gross|annual|annualized|annualised|yearly|monthly|hourly|weekly|fixed|contractual|rate|amount|current|local|total|fte|per|year|month|hour|brutto|jährlich|monatlich|fix|pro|jahr|monat|stunde|betrag|aktuell|aktuelles|brut|annuel|annuelle|mensuel|horaire|fixe|montant|annua|annuale|mensile|lorda|lordo|fissa|oraria|importo|bruto|anual|mensual|mensal|fijo|fixo|hora|importe|valor|jaarlijks|maandelijks|bedrag|vast',
  ),
  currency: kind('currency|währung|devise|monnaie|valuta|divisa|moneda|moeda|iso'),
  often: kind('frequency|cycle|rhythmus|zahlungsrhythmus|fréquence|frequenza|frecuencia|frequentie|frequência'),
  period: kind(
    'period|interval|basis|unit|gehaltsintervall|lohnintervall|gehaltszeitraum|zeitraum|intervall|période|périodicité|periodo|periodicità|periodicidad|periode|período|periodicidade|per',
  ),
  hours: kind(
    'contracturen|hours|hrs|hour|stunden|std|arbeitszeit|arbeitsstunden|heures|durée|horaire|temps|ore|orario|horas|jornada|uren|werkuren|horário|carga',
  ),
  week: kind(
    'week|weekly|woche|wöchentlich|wöchentliche|wo|w|semaine|hebdomadaire|hebdo|settimana|settimanali|settimanale|sett|semana|semanal|semanales|semanais|wekelijks',
  ),
  agreed: kind(
    'h|hs|contract|contractual|contracted|scheduled|standard|normal|regular|working|work|agreed|average|avg|total|vertraglich|vertragliche|soll|regel|pro|per|p|par|contractuelle|contractuel|contrat|travail|lavoro|contrattuali|contratto|por|trabajo|contrato|trabalho|contracturen|nb|nombre|number|no|anzahl|aantal|numero|horaria',
  ),
} as const
type Kind = keyof typeof kinds | 'owner'

type Shape = { readonly field: string; readonly needs: readonly Kind[]; readonly allows?: readonly Kind[] }

/** The most telling first. */
const shapes: Readonly<Partial<Record<Dataset, readonly Shape[]>>> = {
  employees: [
    { field: 'personal_email', needs: ['email', 'private'], allows: ['electronic', 'owner'] },
    { field: 'work_email', needs: ['email', 'work'], allows: ['electronic', 'owner'] },
    { field: 'mobile_phone_number', needs: ['mobile'], allows: ['phone', 'private', 'work', 'owner'] },
    { field: 'weekly_hours', needs: ['hours', 'week'], allows: ['agreed', 'owner'] },
    { field: 'employee_number', needs: ['owner', 'number'] },
    { field: 'remote_id', needs: ['owner', 'id'], allows: ['number'] },
  ],
  employments: [
    { field: 'pay_currency', needs: ['pay', 'currency'], allows: ['paid', 'id', 'owner'] },
    { field: 'pay_frequency', needs: ['pay', 'often'], allows: ['paid', 'owner'] },
    { field: 'pay_rate', needs: ['pay'], allows: ['paid', 'owner'] },
    { field: 'pay_period', needs: ['pay', 'period'], allows: ['paid', 'owner'] },
  ],
}

const isOf = (word: string, each: Kind): boolean => (each === 'owner' ? isOwnerWord(word) : kinds[each].has(word))

/** A name of one word is a synonym or none: `E` is no address. */
const leastWords: Readonly<Partial<Record<string, number>>> = { pay_rate: 1, mobile_phone_number: 1 }

const fits = ({ field, needs, allows = [] }: Shape, words: readonly string[]): boolean =>
  words.length >= (leastWords[field] ?? 2) &&
  needs.every((need) => words.some((word) => isOf(word, need))) &&
  words.every((word) => [...needs, ...allows].some((each) => isOf(word, each)))

/** The field, or `remote_id`, that a name means whose words are all of the kinds that make one. */
export const matchComposed = (dataset: Dataset, name: string): string | undefined => {
  const words = withoutLinks(headerWords(name))
  const wordings = fullWordings(words)
  return shapes[dataset]?.find((shape) => wordings.some((each) => fits(shape, each)))?.field
}
