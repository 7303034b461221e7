import type { Words } from '../enumeration.ts'

// Per value: English, German, French, Italian, Spanish, Dutch, Portuguese. A word that means two things in HR is left out.

export const employmentStatusWords: Words = {
  ACTIVE:
    'active|a|current|employed|employee|working|active employee|actively employed|active at work|regular active|aktiv|aktive|aktiver mitarbeiter|beschäftigt|angestellt|im dienst|aktiv beschäftigt|actif|active|en poste|en activité|présent|présente|in forza|attivo|attiva|in servizio|activo|activa|en activo|alta|de alta|en alta|actief|actieve|in dienst|ativo|ativa|trabalhando|em atividade|vigente|em exercício',
  PENDING:
    'pending|pending hire|prehire|pre-hire|future hire|future|future dated|not started|not yet started|not yet active|onboarding|offer accepted|invited|zukünftig|künftig|noch nicht eingetreten|vor eintritt|noch nicht aktiv|vertrag unterschrieben|à venir|futur|pas encore arrivé|arrivée prévue|futuro|futura|in arrivo|da assumere|assunzione futura|por incorporar|pendiente|pendiente de incorporación|pendiente de alta|toekomstig|nog niet gestart|nog niet in dienst|a admitir|admissão futura|pendente|preboarding|pre boarding',
  INACTIVE:
    'inactive|i|t|terminated|termed|term|former|former employee|left|left company|leaver|resigned|quit|dismissed|discharged|laid off|retired|deceased|offboarded|separated|ex-employee|inaktiv|ausgeschieden|ausgetreten|gekündigt|beendet|ehemalig|ehemaliger mitarbeiter|ehemalige mitarbeiterin|verstorben|in rente|rentner|pensioniert|inactif|inactive|sorti|sortie|parti|partie|démissionnaire|licencié|licenciée|retraité|retraitée|décédé|inattivo|inattiva|cessato|cessata|dimesso|dimessa|dimissionario|licenziato|licenziata|pensionato|pensionata|deceduto|inactivo|inactiva|baja|de baja definitiva|cesado|cesada|despedido|despedida|jubilado|jubilada|fallecido|inactief|inactieve|uit dienst|ontslagen|gepensioneerd|overleden|inativo|inativa|desligado|desligada|demitido|demitida|rescindido|aposentado|aposentada|falecido|exited|exit|ended|ex mitarbeiter|ex mitarbeiterin|uscito|uscita|beëindigd|saiu',
  LEAVE:
    'leave|l|on leave|leave of absence|loa|on leave of absence|leave with pay|leave without pay|paid leave|unpaid leave|long-term leave|short-term leave|parental leave|maternity leave|paternity leave|family leave|medical leave|sick leave|sabbatical|furlough|furloughed|suspended|elternzeit|in elternzeit|mutterschutz|in mutterschutz|beurlaubt|ruhend|ruhendes arbeitsverhältnis|langzeitkrank|langzeiterkrankt|freigestellt|unbezahlter urlaub|pflegezeit|en congé|congé|congé parental|congé maternité|congé sabbatique|suspendu|absence longue durée|in aspettativa|aspettativa|in maternità|maternità|congedo|in congedo|congedo parentale|sospeso|sospesa|excedencia|en excedencia|permiso|en permiso|baja médica|baja maternal|baja por maternidad|incapacidad temporal|it|suspendido|met verlof|verlof|ouderschapsverlof|zwangerschapsverlof|zwangerschapsverlof|onbetaald verlof|langdurig ziek|non-actief|afastado|afastada|de licença|licença|em licença|licença maternidade|licença parental|suspenso|long term sick|arrêt longue durée',
}

export const employmentTypeWords: Words = {
  FULL_TIME:
    'full time|fulltime|full|ft|fte|full time employee|full time regular|regular full time|salaried full time|full time permanent|permanent full time|fr|rft|vollzeit|vz|vollzeitkraft|vollzeitbeschäftigt|vollbeschäftigt|temps plein|temps complet|à temps plein|tempo pieno|full-time|a tempo pieno|tiempo completo|jornada completa|a tiempo completo|completa|completo|voltijd|voltijds|volledige werkweek|tempo integral|tempo inteiro|tempo completo|a tempo inteiro|integral',
  PART_TIME:
    'part time|parttime|part|pt|part time employee|part time regular|regular part time|hourly part time|permanent part time|rpt|pr|teilzeit|tz|teilzeitkraft|teilzeitbeschäftigt|minijob|midijob|geringfügig|geringfügig beschäftigt|aushilfe|temps partiel|à temps partiel|mi-temps|tempo parziale|a tempo parziale|tiempo parcial|a tiempo parcial|media jornada|jornada parcial|jornada reducida|parcial|deeltijd|deeltijds|tempo parcial|a tempo parcial|meio período|mini job',
  CONTRACT:
    'contract|contractor|contracted|contractor 1099|1099|contingent|contingent worker|independent contractor|consultant|external|temp|temporary|temporary worker|temporary employee|fixed term|fixed-term|fixed term contract|limited|agency|agency worker|auftragnehmer|befristet|befristeter vertrag|extern|externe|externer|leiharbeiter|leiharbeitnehmer|zeitarbeit|zeitarbeiter|aushilfskraft|cdd|contrat à durée déterminée|durée déterminée|intérim|intérimaire|prestataire|externe|consultant|tempo determinato|a tempo determinato|determinato|contratto a termine|a termine|somministrato|interinale|collaboratore|consulente|esterno|contratista|temporal|contrato temporal|eventual|duración determinada|externo|ett|bepaalde tijd|tijdelijk|tijdelijk contract|uitzendkracht|inhuur|inhuurkracht|contrato a termo|termo certo|a termo certo|a termo|prazo determinado|temporário|terceirizado|prestador|pj|contratado',
  INTERNSHIP:
    'intern|interns|internship|placement|student intern|praktikant|praktikantin|praktikanten|praktikum|pflichtpraktikum|stagiaire|stage|convention de stage|tirocinante|tirocinio|stagista|becario|becaria|prácticas|en prácticas|beca|stagiair|stageplaats|estágio|estagiário|estagiária',
  FREELANCE:
    'freelance|freelancer|self employed|self-employed|freiberufler|freiberuflerin|freiberuflich|freier mitarbeiter|freie mitarbeiterin|selbstständig|selbständig|honorarkraft|indépendant|indépendante|auto-entrepreneur|libero professionista|partita iva|autónomo|autónoma|zzp|zzper|zelfstandige|autônomo|autônoma|recibos verdes|zzp er',
  WORKING_STUDENT:
    'working student|student worker|student|werkstudent|werkstudentin|werkstudenten|werkstudierende|werkstudierender|studentische hilfskraft|étudiant salarié|étudiant|job étudiant|studente lavoratore|estudiante trabajador|werkstudent|jobstudent|bijbaan|trabalhador estudante|estudante trabalhador|studente|estudiante|estudante',
  APPRENTICESHIP:
    'apprentice|apprenticeship|auszubildender|auszubildende|auszubildende/r|azubi|ausbildung|lehrling|lernende|lernender|auszubildenden|dualer student|duale studentin|duales studium|trainee azubi|apprenti|apprentie|apprentissage|app|alternant|alternante|alternance|contrat d apprentissage|contrat de professionnalisation|apprendista|apprendistato|aprendiz|aprendizaje|formación dual|contrato de formación|leerling|leerling werknemer|bbl|menor aprendiz|jovem aprendiz|aprendizagem',
  TRAINING:
    'training|trainee|traineeship|graduate trainee|graduate|volontär|volontärin|volontariat|referendar|referendarin|formation|en formation|formazione|in formazione|formación|en formación|opleiding|in opleiding|formação|em formação|estágio profissional',
}

export const absenceStatusWords: Words = {
  REQUESTED:
    'requested|pending|submitted|open|awaiting approval|beantragt|offen|ausstehend|eingereicht|in genehmigung|demandé|en attente|richiesto|in attesa|solicitado|pendiente|aangevraagd|in behandeling|pendente',
  APPROVED:
    'approved|accepted|confirmed|granted|taken|genehmigt|bewilligt|freigegeben|bestätigt|approuvé|validé|accepté|approvato|confermato|aprobado|goedgekeurd|aprovado|ok|akzeptiert|accordé|autorizado|concedido|concesso',
  DECLINED:
    'declined|rejected|denied|refused|abgelehnt|refusé|rejeté|rifiutato|respinto|rechazado|denegado|afgewezen|geweigerd|recusado|rejeitado|nicht genehmigt|not approved|negado|niet goedgekeurd',
  CANCELLED:
    'cancelled|canceled|withdrawn|revoked|storniert|zurückgezogen|widerrufen|annulliert|annulé|annullato|cancelado|anulado|geannuleerd|ingetrokken|abgesagt|gestrichen',
  DELETED: 'deleted|removed|gelöscht|supprimé|eliminato|eliminado|verwijderd|excluído|apagado',
}

export const unitWords: Words = {
  HOURS:
    'hours|hour|h|hr|hrs|working hours|arbeitsstunden|ore lavorative|horas de trabajo|stunden|stunde|std|heures|heure|ore|ora|horas|hora|uren|uur',
  DAYS: 'days|day|d|working days|business days|calendar days|tage|tag|t|arbeitstage|werktage|kalendertage|jours ouvrés|jours ouvrables|jours calendaires|j|giornate|giorni lavorativi|gg|días laborables|días hábiles|días naturales|jornadas|werkdagen|dias úteis|dias corridos|jours|jour|giorni|giorno|días|día|dagen|dag|dias|dia|at',
}

export const groupTypeWords: Words = {
  DEPARTMENT:
    'department|dept|division|abteilung|bereich|département|service|direction|reparto|dipartimento|divisione|departamento|división|afdeling|área',
  TEAM: 'team|squad|gruppe|arbeitsgruppe|équipe|groupe|squadra|gruppo|equipo|grupo|ploeg|equipe',
  COST_CENTER:
    'cost center|cost centre|costcenter|kostenstelle|ks|centre de coûts|centre de coût|centro di costo|centro de coste|centro de costos|kostenplaats|centro de custo',
}
