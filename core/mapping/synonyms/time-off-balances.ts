import { absenceSynonyms, employeeReference } from './absences.ts'
import type { DatasetSynonyms } from './header-synonyms.ts'

export const balanceSynonyms: DatasetSynonyms = {
  sure: {
    'employee.remote_id': employeeReference.slice(0, 2).join('|'),
    'type.name': `${absenceSynonyms.sure['type.name']}|balance type|account|account name|time account|policy|policy name|leave policy|time off policy|kontoart|zeitkonto|zeitkontoart|urlaubskonto|compte|compteur|conto|cuenta`,
    'type.remote_id': `${absenceSynonyms.sure['type.remote_id']}|account id|account code|policy id|policy code|kontonummer|kontoschlüssel`,
    'type.unit': 'absence type unit|leave type unit|type unit',
    balance:
      'balance|current balance|remaining|remaining balance|remaining days|remaining hours|days remaining|hours remaining|available|available balance|available days|days available|days left|time off balance|leave balance|resturlaub|restanspruch|resturlaub tage|resttage|verfügbar|verfügbare tage|saldo|kontostand|solde|solde restant|jours restants|solde de congés|saldo residuo|giorni residui|ferie residue|saldo restante|saldo disponible|días restantes|días disponibles|resterend saldo|resterende dagen|dias restantes',
    balance_unit:
      'balance unit|unit|unit of time|einheit|maßeinheit|saldo einheit|unité|unité du solde|unità|unità saldo|unidad|unidad del saldo|eenheid|unidade',
    used: 'used|genommen tage|genommen stunden|genommene stunden|verbraucht tage|urlaub genommen|bereits genommen|jours utilisés|ore godute|horas usadas|used days|used hours|days used|hours used|taken|days taken|hours taken|consumed|genommen|genommene tage|genommener urlaub|verbraucht|verbrauchte tage|pris|jours pris|consommé|utilisé|goduto|goduti|giorni goduti|ferie godute|usato|usados|días usados|disfrutados|días disfrutados|consumidos|opgenomen|opgenomen dagen|gozados|dias gozados',
    used_unit: 'used unit|unit used|taken unit|einheit genommen|unité pris|unità goduto|unidad usados',
  },
  likely: {
    'employee.remote_id': `${employeeReference[2]}|user id|person`,
    'type.name': 'type|reason|category|art|typ|grund|konto|motif|tipo|motivo|causale|soort|reden',
    'type.remote_id': 'code|schlüssel',
    balance:
      'amount|days|hours|tage|stunden|rest|jours|heures|reste|giorni|ore|residuo|días|horas|restante|dagen|uren|dias',
  },
  id: [
    'balance id|time off balance id|leave balance id|absence balance id|entitlement id|konto id|saldo id|id solde|id saldo',
    'id|record id|entry id|identifier|kennung|external id|ext id',
  ],
}
