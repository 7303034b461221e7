import type { Words } from '../enumeration.ts'

// Per value: English, German, French, Italian, Spanish, Dutch, Portuguese.

/** What the amount is paid for. */
export const payPeriodWords: Words = {
  HOUR: 'hourly|per hour|hr|ph|h|stunde|stündlich|pro stunde|stundenlohn|heure|par heure|horaire|ora|oraria|horario|hora|por hora|uur|per uur|uurloon|all ora|orario|à l heure|taux horaire',
  DAY: 'daily|per day|tag|täglich|pro tag|jour|par jour|giorno|al giorno|giornaliera|giornaliero|día|diario|al día|por día|dag|dagelijks|per dag|dia|diária|diário|por dia|journalier|par jour|tagessatz',
  WEEK: 'weekly|per week|woche|wöchentlich|pro woche|semaine|par semaine|hebdomadaire|settimana|a settimana|settimanale|semana|por semana|a la semana|semanal|week|wekelijks',
  TWO_WEEKS:
    'biweekly|fortnight|fortnightly|every two weeks|zweiwöchentlich|14 tage|quinzaine|due settimane|dos semanas|twee weken|every 2 weeks|bi weekly|alle zwei wochen|vierzehntägig|toutes les deux semaines|ogni due settimane|cada dos semanas|tweewekelijks|duas semanas',
  HALF_MONTH: 'semimonthly|twice a month|halbmonatlich|bimensuel|quindicinale|quincenal',
  MONTH:
    'monthly|per month|m|monat|monatlich|pro monat|monatsgehalt|mois|par mois|mensuel|mese|mensile|mes|mensual|maand|maandelijks|per maand|p m|pm|maandloon|mês|por mês|ao mês|mensal|al mes|por mes|al mese|monatslohn|mensualité',
  TWO_MONTHS: 'bimonthly|every two months|zweimonatlich|bimestriel|bimestrale|bimestral|tweemaandelijks',
  QUARTER:
    'quarterly|per quarter|quartal|vierteljahr|vierteljährlich|trimestre|trimestriel|trimestrale|trimestral|kwartaal',
  HALF_YEAR:
    'semiannual|semiannually|half yearly|halbjahr|halbjährlich|semestre|semestriel|semestrale|semestral|halfjaar',
  YEAR: 'yearly|annual|annually|per year|per annum|p a|y|jahr|jährlich|pro jahr|jahresgehalt|an|année|annuel|par an|anno|annuale|annua|año|anual|jaar|jaarlijks|per jaar|jaarloon|ano|por ano|ao ano|al año|por año|all anno|l anno|par année|pa|yr|annualized|jahreslohn|per jahr|annualisé',
}

/** How often money is paid out. */
export const payFrequencyWords: Words = {
  DAILY: 'day|per day|täglich|quotidien|giornaliero|diario|dagelijks|diário',
  WEEKLY: 'week|per week|wöchentlich|hebdomadaire|settimanale|semanal|wekelijks',
  BIWEEKLY: 'fortnightly|every two weeks|zweiwöchentlich|14 tägig|toutes les deux semaines|tweewekelijks',
  MONTHLY: 'month|per month|m|monat|monatlich|mensuel|mensile|mensual|maandelijks|mensal',
  SEMIMONTHLY: 'twice a month|halbmonatlich|bimensuel|quindicinale|quincenal',
  QUARTERLY: 'quarter|quartal|vierteljährlich|trimestriel|trimestrale|trimestral|per kwartaal',
  SEMIANNUALLY: 'semiannual|half yearly|twice a year|halbjährlich|semestriel|semestrale|semestral|halfjaarlijks',
  ANNUALLY: 'annual|yearly|per year|jährlich|annuel|annuale|anual|jaarlijks',
  PRO_RATA: 'pro rata|prorated|anteilig|au prorata|proporzionale|prorrateado|naar rato',
}
