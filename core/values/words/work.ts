import type { Words } from '../enumeration.ts'

// Per value: English, German, French, Italian, Spanish, Dutch, Portuguese. A word that means two things in HR is left out.

export const employmentStatusWords: Words = {
  ACTIVE:
    'active|a|current|employed|working|active employee|aktiv|beschäftigt|angestellt|im dienst|actif|en poste|attivo|attiva|in servizio|activo|activa|actief|in dienst|ativo|ativa',
  PENDING:
    'pending|prehire|pre-hire|future hire|future|not started|onboarding|offer accepted|zukünftig|künftig|noch nicht eingetreten|vor eintritt|à venir|futuro|toekomstig',
  INACTIVE:
    'inactive|terminated|termed|former|former employee|left|leaver|resigned|dismissed|retired|deceased|offboarded|ex-employee|inaktiv|ausgeschieden|ausgetreten|beendet|ehemalig|ehemaliger mitarbeiter|verstorben|in rente|inactif|sorti|parti|inattivo|inattiva|cessato|inactivo|inactiva|inactief|uit dienst|inativo|inativa|desligado|demitido',
  LEAVE:
    'leave|on leave|leave of absence|loa|long-term leave|parental leave|maternity leave|sabbatical|furlough|elternzeit|in elternzeit|mutterschutz|in mutterschutz|beurlaubt|ruhend|ruhendes arbeitsverhältnis|langzeitkrank|langzeiterkrankt|en congé|congé parental|in aspettativa|aspettativa|excedencia|en excedencia|met verlof|ouderschapsverlof|afastado|de licença',
}

export const employmentTypeWords: Words = {
  FULL_TIME:
    'full time|fulltime|full|ft|fte|full time employee|vollzeit|vz|vollzeitbeschäftigt|temps plein|temps complet|tempo pieno|full-time|tiempo completo|jornada completa|voltijd|voltijds|tempo integral|tempo inteiro',
  PART_TIME:
    'part time|parttime|part|pt|part time employee|teilzeit|tz|teilzeitbeschäftigt|temps partiel|tempo parziale|tiempo parcial|media jornada|jornada parcial|deeltijd|deeltijds|tempo parcial',
  CONTRACT:
    'contract|contractor|contingent|contingent worker|independent contractor|auftragnehmer|prestataire|contratista',
  INTERNSHIP:
    'intern|internship|praktikant|praktikantin|praktikum|stagiaire|stage|tirocinante|tirocinio|stagista|becario|becaria|prácticas|estágio|estagiário|estagiária',
  FREELANCE:
    'freelance|freelancer|freiberufler|freiberuflerin|freiberuflich|freier mitarbeiter|freie mitarbeiterin|indépendant|libero professionista|autónomo|zzp|zzper|autônomo',
  WORKING_STUDENT: 'working student|student worker|werkstudent|werkstudentin|werkstudierende|étudiant salarié',
  APPRENTICESHIP:
    'apprentice|apprenticeship|auszubildender|auszubildende|auszubildende/r|azubi|ausbildung|lehrling|lernende|lernender|apprenti|apprentie|apprentissage|apprendista|apprendistato|aprendiz',
  TRAINING: 'training|trainee|traineeship|volontär|volontärin|volontariat|referendar|referendarin',
}

export const absenceStatusWords: Words = {
  REQUESTED:
    'requested|pending|submitted|open|awaiting approval|beantragt|offen|ausstehend|eingereicht|in genehmigung|demandé|en attente|richiesto|in attesa|solicitado|pendiente|aangevraagd|in behandeling|pendente',
  APPROVED:
    'approved|accepted|confirmed|granted|taken|genehmigt|bewilligt|freigegeben|bestätigt|approuvé|validé|accepté|approvato|confermato|aprobado|goedgekeurd|aprovado',
  DECLINED:
    'declined|rejected|denied|refused|abgelehnt|refusé|rejeté|rifiutato|respinto|rechazado|denegado|afgewezen|geweigerd|recusado|rejeitado',
  CANCELLED:
    'cancelled|canceled|withdrawn|revoked|storniert|zurückgezogen|widerrufen|annulliert|annulé|annullato|cancelado|anulado|geannuleerd|ingetrokken',
  DELETED: 'deleted|removed|gelöscht|supprimé|eliminato|eliminado|verwijderd|excluído',
}

export const unitWords: Words = {
  HOURS: 'hours|hour|h|hr|hrs|stunden|stunde|std|heures|heure|ore|ora|horas|hora|uren|uur',
  DAYS: 'days|day|d|tage|tag|arbeitstage|jours|jour|giorni|giorno|días|día|dagen|dag|dias|dia',
}

export const groupTypeWords: Words = {
  DEPARTMENT:
    'department|dept|division|abteilung|bereich|département|service|direction|reparto|dipartimento|divisione|departamento|división|afdeling|área',
  TEAM: 'team|squad|gruppe|arbeitsgruppe|équipe|groupe|squadra|gruppo|equipo|grupo|ploeg|equipe',
  COST_CENTER:
    'cost center|cost centre|costcenter|kostenstelle|ks|centre de coûts|centre de coût|centro di costo|centro de coste|centro de costos|kostenplaats|centro de custo',
}
