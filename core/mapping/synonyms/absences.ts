import { employeeSynonyms } from './employees.ts'
import type { DatasetSynonyms } from './header-synonyms.ts'
import { technicalAbsenceNames } from './technical.ts'

/** How files about employees' time name the employee. */
export const employeeReference = [
  employeeSynonyms.id[0],
  employeeSynonyms.id[1],
  'employee|mitarbeiter|worker|salarié|dipendente|empleado|medewerker|funcionário|staff|associate|crew member|team member|personnel|arbeitnehmer|beschäftigter|collaborateur|agent|employé|collaboratore|lavoratore|trabajador|colaborador|werknemer|personeelslid|trabalhador|empregado',
]

export const absenceSynonyms: DatasetSynonyms = {
  technical: technicalAbsenceNames,
  sure: {
    'employee.remote_id': employeeReference.slice(0, 2).join('|'),
    'type.name':
      'absence type|absence type name|leave type|leave type name|time off type|time off type name|absence reason|abwesenheitsart|abwesenheitstyp|abwesenheitsgrund|fehlzeitart|fehlzeitenart|fehlgrund|urlaubsart|art der abwesenheit|type d absence|type absence|motif d absence|tipo di assenza|tipo assenza|causale assenza|tipo de ausencia|motivo de ausencia|verloftype|verlofsoort|type verlof|tipo de ausência',
    'type.remote_id':
      'absence type id|absence type code|absence code|leave type id|leave type code|leave code|time off type id|type id|type code|abwesenheitsschlüssel|abwesenheitscode|abwesenheitsart id|abwesenheitsartnummer|fehlzeitenschlüssel|fehlzeitschlüssel|ausfallschlüssel|code absence|codice assenza|código de ausencia|verlofcode|código de ausência',
    'type.unit': 'absence type unit|leave type unit|type unit',
    start_date:
      'start date|from date|date from|absence start|absence start date|leave start|leave start date|first day|begin date|beginn|beginndatum|startdatum|von datum|datum von|erster tag|abwesend von|abwesend ab|date de début|date début|data inizio|data di inizio|fecha de inicio|fecha inicio|begindatum|data de início|data início',
    end_date:
      'end date|to date|date to|absence end|absence end date|leave end|leave end date|last day|ende|enddatum|bis datum|datum bis|letzter tag|abwesend bis|date de fin|date fin|data fine|data di fine|fecha de fin|fecha fin|einddatum|data de fim|data fim',
    start_half_day:
      'start half day|half day start|first day half|half day on start|starts half day|halber tag beginn|halber tag start|beginn halbtags|halber erster tag|halbtags beginn|demi journée début|mezza giornata inizio|medio día inicio',
    end_half_day:
      'end half day|half day end|last day half|half day on end|ends half day|halber tag ende|ende halbtags|halber letzter tag|halbtags ende|demi journée fin|mezza giornata fine|medio día fin',
    start_time:
      'start time|time from|from time|startzeit|uhrzeit von|beginn uhrzeit|startuhrzeit|von uhrzeit|heure de début|ora inizio|hora de inicio|begintijd|hora de início',
    end_time:
      'end time|time to|to time|endzeit|uhrzeit bis|ende uhrzeit|enduhrzeit|bis uhrzeit|heure de fin|ora fine|hora de fin|eindtijd|hora de fim',
    amount:
      'amount|number of days|number of hours|total days|total hours|absence days|absence hours|leave days|days taken|days|hours|tage|stunden|anzahl tage|anzahl stunden|arbeitstage|abwesenheitstage|fehltage|urlaubstage|nombre de jours|nombre d heures|jours|heures|numero giorni|giorni|ore|número de días|días|horas|aantal dagen|aantal uren|dagen|uren|número de dias|dias',
    unit: 'unit|duration unit|amount unit|unit of time|einheit|maßeinheit|unité|unità|unidad|eenheid|unidade',
    status:
      'status|approval status|absence status|leave status|request status|genehmigungsstatus|antragsstatus|abwesenheitsstatus|statut|stato|estado',
    employee_note:
      'employee note|employee comment|employees comment|bemerkung mitarbeiter|kommentar mitarbeiter|notiz mitarbeiter|commentaire du salarié',
  },
  likely: {
    'employee.remote_id': `${employeeReference[2]}|user id|person`,
    'type.name': 'type|reason|category|art|typ|grund|motif|tipo|motivo|causale|soort|reden',
    'type.remote_id': 'code|schlüssel',
    start_date: 'start|from|von|ab|début|du|inizio|dal|inicio|desde|van',
    end_date: 'end|to|until|till|bis|fin|au|fine|al|hasta|tot|fim|até',
    start_time: 'start|from|von',
    end_time: 'end|to|bis',
    amount: 'duration|quantity|dauer|anzahl|umfang|durée|durata|duración|cantidad|duur|aantal|duração',
    employee_note:
      'note|notes|comment|comments|remark|remarks|bemerkung|bemerkungen|kommentar|notiz|commentaire|nota|note dipendente|comentario|opmerking|comentário',
  },
  id: [
    'absence id|leave id|leave request id|time off id|time off request id|request id|absence request id|abwesenheits id|abwesenheit id|abwesenheitsnummer|antragsnummer|antrags id|vorgangsnummer|id absence|id assenza|id ausencia|verlof id',
    'id|record id|entry id|identifier|kennung|external id|ext id',
  ],
}
