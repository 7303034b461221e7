import { employeeReference } from './absences.ts'
import type { DatasetSynonyms } from './header-synonyms.ts'
import { technicalPayNames } from './technical.ts'

export const employmentSynonyms: DatasetSynonyms = {
  sure: {
    'employee.remote_id': employeeReference.slice(0, 2).join('|'),
    job_title:
      'job title|position title|position|title|job|role|stellenbezeichnung|stelle|tätigkeit|funktion|jobtitel|berufsbezeichnung|intitulé du poste|poste|fonction|mansione|qualifica|ruolo|puesto|cargo|functie|functietitel|função',
    pay_rate:
      'pay rate|rate 1|pay rate 1|schaalsalaris|salary|base salary|annual salary|monthly salary|hourly rate|wage|base pay|gross salary|compensation|gehalt|grundgehalt|jahresgehalt|monatsgehalt|bruttogehalt|stundenlohn|lohn|vergütung|entgelt|salaire|salaire de base|salaire brut|rémunération|stipendio|retribuzione|salario|salario base|sueldo|salaris|brutosalaris|salário|fix salary|fixed salary|base rate|pay amount|annual base salary|annual rate|comp rate|pensionable pay|fixgehalt|bruttojahresgehalt|bruttomonatsgehalt|salaire annuel|salaire mensuel|retribuzione annua|ral|retribución|salario bruto|bruto salaris|maandsalaris|salário base|vencimento|vencimento base|remuneração',
    pay_period:
      'pay period|compensation per|rate per|pay per|salary per|pay rate period|salary interval|fix salary interval|rate period|rate unit|compensation period|gehaltsintervall|lohnintervall|gehalt pro|intervall gehalt|périodicité salaire|periodicità|periodicidad|betaalperiode|periodicidade|salary period|pay unit|salary unit|rate type|pay basis|wage type|gehaltsperiode|gehaltszeitraum|vergütungszeitraum|période de salaire|base de rémunération|periodo di retribuzione|periodo salarial|salarisperiode|período salarial',
    pay_frequency:
      'pay frequency|payment frequency|payroll frequency|pay cycle|zahlungsrhythmus|zahlungsweise|auszahlungsrhythmus|zahlungsfrequenz|fréquence de paiement|frequenza di pagamento|frecuencia de pago|betaalfrequentie|frequência de pagamento',
    pay_currency:
      'pay currency|currency|currency code|salary currency|annual salary currency|compensation currency|iso currency|währungscode|währungsschlüssel|code devise|codice valuta|código moneda|valutacode|whrg|waehr|código moeda|währung|gehaltswährung|devise|monnaie|valuta|divisa|moneda|moeda',
    employment_type:
      'employment type|contract type|type of employment|worker type|beschäftigungsart|anstellungsart|vertragsart|type de contrat|type d emploi|tipo di contratto|tipo di impiego|tipo de contrato|tipo de empleo|contracttype|dienstverband|tipo de emprego',
    effective_date:
      'effective date|effective from|pay effective date|salary effective date|compensation effective date|salary valid from|valid from|start date|from date|date effective|gültig ab|gültig von|wirksam ab|wirksamkeitsdatum|stichtag|beginn|startdatum|date d effet|date de début|valable du|data di decorrenza|data effetto|data inizio|fecha efectiva|fecha de inicio|válido desde|ingangsdatum|geldig vanaf|begindatum|data efetiva|data de início',
  },
  technical: technicalPayNames,
  likely: {
    'employee.remote_id': `${employeeReference[2]}|user id|person`,
    pay_rate: 'amount|rate|pay|betrag|satz|montant|taux|importo|importe|bedrag|valor',
    pay_period: 'period|per|zeitraum|periode|période|periodo|período',
    pay_frequency: 'frequency|rhythmus|fréquence|frequenza|frecuencia|frequentie|frequência',
    employment_type: 'type|art|tipo|soort|fte type',
    effective_date: 'date|from|since|start|datum|ab|seit|von|du|depuis|dal|desde|van|sinds',
  },
  id: [
    'employment id|contract id|contract number|job history id|position id|assignment id|vertragsnummer|vertrags id|beschäftigungs id|arbeitsvertragsnummer|numéro de contrat|numero contratto|número de contrato|contractnummer',
    'id|record id|entry id|identifier|kennung|external id|ext id',
  ],
}
