import { employeeReference } from './absences.ts'
import type { DatasetSynonyms } from './header-synonyms.ts'

export const timesheetSynonyms: DatasetSynonyms = {
  sure: {
    'employee.remote_id': employeeReference.slice(0, 2).join('|'),
    date: 'date|work date|working day|day|shift date|entry date|datum|arbeitstag|tag|buchungsdatum|arbeitsdatum|date de travail|jour|data|giorno|data lavoro|fecha|día|werkdatum|dag|data do trabalho|dia',
    started_at:
      'started at|start datetime|start date time|start timestamp|clock in at|beginn zeitstempel|startzeitpunkt',
    ended_at: 'ended at|end datetime|end date time|end timestamp|clock out at|ende zeitstempel|endzeitpunkt',
    start_time:
      'start time|time in|clock in|clock in time|time from|startzeit|arbeitsbeginn|beginn|kommen|kommt|uhrzeit von|heure de début|heure d arrivée|ora inizio|entrata|hora de inicio|hora de entrada|begintijd|hora de início',
    end_time:
      'end time|time out|clock out|clock out time|time to|endzeit|arbeitsende|ende|gehen|geht|uhrzeit bis|heure de fin|heure de départ|ora fine|uscita|hora de fin|hora de salida|eindtijd|hora de fim|hora de saída',
    timezone: 'timezone|time zone|utc offset|zeitzone|fuseau horaire|fuso orario|zona horaria|tijdzone|fuso horário',
    payable_hours:
      'payable hours|paid hours|worked hours|hours worked|working hours|work hours|total hours|net hours|hours|arbeitsstunden|stunden|geleistete stunden|ist stunden|nettostunden|netto stunden|iststunden|nettoarbeitszeit|heures travaillées|heures payées|heures|ore lavorate|ore|horas trabajadas|horas|gewerkte uren|uren|horas trabalhadas',
    unpaid_break_minutes:
      'unpaid break minutes|break minutes|unpaid break min|break min|break in minutes|pause minuten|pausenminuten|pause min|pause in minuten|unbezahlte pause min|pausendauer min|pause minutes|minuti pausa|minutos de descanso|pauze minuten|minutos de pausa',
    approval_status: 'approval status|status|timesheet status|genehmigungsstatus|freigabestatus|statut|stato|estado',
    comment:
      'comment|comments|note|notes|remark|remarks|description|kommentar|bemerkung|bemerkungen|notiz|beschreibung|commentaire|nota|comentario|opmerking|comentário',
  },
  likely: {
    'employee.remote_id': `${employeeReference[2]}|user id|person`,
    started_at: 'start|from|von|start time|beginn|début|inizio|inicio|begin|clock in|kommen',
    ended_at: 'end|to|until|bis|end time|ende|fin|fine|einde|fim|clock out|gehen',
    start_time: 'start|from|von|début|inizio|inicio|begin',
    end_time: 'end|to|until|bis|fin|fine|einde|fim',
    payable_hours: 'duration|dauer|arbeitszeit|durée|durata|duración|duur',
    unpaid_break_minutes: 'break|unpaid break|pause|pausenzeit|unbezahlte pause|pausa|descanso|pauze',
  },
  id: [
    'timesheet id|time entry id|time record id|shift id|entry id|record id|buchungsnummer|buchungs id|zeitbuchung id|zeiteintrag id|id feuille de temps',
    'id|identifier|kennung|external id|ext id',
  ],
}
