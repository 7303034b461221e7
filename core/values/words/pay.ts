import type { Words } from '../enumeration.ts'

// Per value: English, German, French, Italian, Spanish, Dutch, Portuguese. A word that means two things in pay, such as `bimonthly`, is left out.

/** What the amount is paid for. */
export const payPeriodWords: Words = {
  HOUR: 'hourly|per hour|hr|ph|h|stunde|stündlich|pro stunde|stundenlohn|heure|par heure|horaire|ora|oraria|horario|hora|por hora|uur|per uur|uurloon|all ora|orario|à l heure|taux horaire|std',
  DAY: 'daily|per day|tag|täglich|pro tag|jour|par jour|giorno|al giorno|giornaliera|giornaliero|día|diario|al día|por día|dag|dagelijks|per dag|dia|diária|diário|por dia|journalier|par jour|tagessatz',
  WEEK: 'weekly|per week|woche|wöchentlich|pro woche|semaine|par semaine|hebdomadaire|settimana|a settimana|settimanale|semana|por semana|a la semana|semanal|week|wekelijks',
  TWO_WEEKS:
    'biweekly|fortnight|fortnightly|every two weeks|zweiwöchentlich|14 tage|quinzaine|due settimane|dos semanas|twee weken|every 2 weeks|bi weekly|alle zwei wochen|vierzehntägig|toutes les deux semaines|ogni due settimane|cada dos semanas|tweewekelijks|duas semanas|alle 2 wochen|14 tägig|quattordicinale|catorcenal|quatorzenal',
  HALF_MONTH: 'semimonthly|twice a month|halbmonatlich|bimensuel|quindicinale|quincenal|semi monthly|quinzenal',
  MONTH:
    'monthly|per month|m|monat|monatlich|pro monat|monatsgehalt|mois|par mois|mensuel|mese|mensile|mes|mensual|maand|maandelijks|per maand|p m|pm|maandloon|mês|por mês|ao mês|mensal|al mes|por mes|al mese|monatslohn|mensualité|mtl|monatl|mens',
  TWO_MONTHS: 'every two months|zweimonatlich|bimestriel|bimestrale|bimestral|tweemaandelijks',
  QUARTER:
    'quarterly|per quarter|quartal|vierteljahr|vierteljährlich|trimestre|trimestriel|trimestrale|trimestral|kwartaal',
  HALF_YEAR:
    'semiannual|semiannually|half yearly|halbjahr|halbjährlich|semestre|semestriel|semestrale|semestral|halfjaar|semi annual|semi annually|halfjaarlijks',
  YEAR: 'yearly|annual|annually|per year|per annum|p a|y|jahr|jährlich|pro jahr|jahresgehalt|an|année|annuel|par an|anno|annuale|annuo|annua|año|anual|jaar|jaarlijks|per jaar|jaarloon|ano|por ano|ao ano|al año|por año|all anno|l anno|par année|pa|yr|annualized|jahreslohn|per jahr|annualisé|jährl',
}

/** How often money is paid out. */
export const payFrequencyWords: Words = {
  DAILY: 'day|per day|täglich|quotidien|giornaliero|diario|dagelijks|diário|tag|jour|journalier|giorno|día|dag|dia',
  WEEKLY: 'week|per week|wöchentlich|hebdomadaire|settimanale|semanal|wekelijks|woche|semaine|settimana|semana',
  BIWEEKLY:
    'fortnightly|every two weeks|zweiwöchentlich|14 tägig|toutes les deux semaines|tweewekelijks|bi weekly|every 2 weeks|alle zwei wochen|alle 2 wochen|quattordicinale|ogni due settimane|catorcenal|cada dos semanas|quatorzenal',
  MONTHLY: 'month|per month|m|monat|monatlich|mensuel|mensile|mensual|maandelijks|mensal|mtl|mois|mese|mes|maand|mês',
  SEMIMONTHLY:
    'twice a month|halbmonatlich|bimensuel|quindicinale|quincenal|semi monthly|twice monthly|zweimal im monat|quinzenal',
  QUARTERLY: 'quarter|quartal|vierteljährlich|trimestriel|trimestrale|trimestral|per kwartaal|trimestre|kwartaal',
  SEMIANNUALLY:
    'semiannual|half yearly|twice a year|halbjährlich|semestriel|semestrale|semestral|halfjaarlijks|semi annual|semi annually|semestre|halbjahr|halfjaar',
  ANNUALLY:
    'annual|yearly|per year|jährlich|annuel|annuale|anual|jaarlijks|per annum|p a|jahr|an|année|anno|año|jaar|ano',
  PRO_RATA: 'pro rata|prorated|anteilig|au prorata|proporzionale|prorrateado|naar rato',
}
