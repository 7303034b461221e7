import type { WordKinds } from '../header-synonyms.ts'

/** Words of what is paid, of time off and of time worked. */
export const payWords = {
  pay: 'salary|salaries|sal|pay|wage|wages|compensation|compensations|comp|remuneration|earnings|ctc|annual ctc|gehalt|gehaelter|lohn|loehne|verguetung|entgelt|bezuege|besoldung|jahresgehalt|monatsgehalt|grundgehalt|grundlohn|fixgehalt|bruttogehalt|bruttolohn|bruttojahresgehalt|bruttomonatsgehalt|jahresbruttogehalt|monatsbrutto|jahresbrutto|brutto|gesamtbrutto|stundenlohn|stundensatz|monatslohn|tariflohn|salaire|sal|salaires|remuneration|traitement|appointements|brut|taux horaire|taux|retribuzione|retrib|retr|stipendio|paga|compenso|ral|lordo|minimo tabellare|salario|sueldo|sdo|retribucion|remuneracion|haber|haberes|jornal|bruto|sal bruto|salaris|salarissen|brutosalaris|maandsalaris|jaarsalaris|loon|brutoloon|uurloon|bezoldiging|verloning|salario|vencimento|venc|remuneracao|ordenado|honorarios|base salary|hourly rate|pay rate|rate|retributivo|retributiva|salarial|salariale|nomina',
  paid: 'base|basic|basis|payment|gross|annual|annualized|annualised|annually|yearly|monthly|mthly|hourly|hrly|daily|weekly|fixed|fix|contractual|rate|rates|rt|amount|amt|total|fte|per|year|month|hour|day|grund|brutto|jaehrlich|jaehrliches|monatlich|monatliches|mtl|mtl|monats|jahres|stunden|pro|jahr|monat|mon|stunde|betrag|satz|base|brut|annuel|annuelle|mensuel|mensuelle|mens|mois|horaire|fixe|montant|an|taux|annua|annuo|annuale|annui|mensile|mens|mese|lorda|lordo|fissa|oraria|orario|importo|base|bruto|anual|mensual|mens|diario|diaria|mes|mensal|fijo|fixo|hora|importe|valor|jaarlijks|jaar|maandelijks|maand|uur|bedrag|vast|regular|regelmaessig|nominal|actual|contract|ano|anno|giornaliera|quincenal|integrado|garantito|value|current|effektiv|ist|soll|new|neu|neues|nouveau|nuovo|nuevo|nieuw|novo|job',
  currency:
    'currency|currencies|curr|cur|ccy|waehrung|waehrg|whrg|waers|waehr|devise|monnaie|valuta|divisa|moneda|moeda|munt|muntsoort|divisas',
  often:
    'frequency|freq|cycle|rhythmus|turnus|rhythm|schedule|zahlungsrhythmus|zahlungsweise|zahlweise|abrechnungsrhythmus|zahlungsturnus|frequence|frequenza|frecuencia|frequentie|frequencia|cadence|cadenza|betalingsfrequentie|uitbetaling|uitbetalings|uitbetalingsfrequentie|verloning|verloningsfrequentie|mensualites|periodicidad de pago|periodo de pago|tipo de periodo|tipo de nomina|periodicite de paie|periodicidade de pagamento|abrechnung|abrechnungs|abrechnungsturnus',
  period:
    'period|interval|unit|gehaltsintervall|lohnintervall|gehaltszeitraum|zeitraum|intervall|periode|periodicite|periodo|periodicita|periodicidad|periode|periodicidade|unite|einheit|zeiteinheit|unita|unidad|eenheid|unidade',
  effective:
    'effective|eff|effdt|effective date|effective from|valid|valid from|validity|change|change date|gueltig|gueltig ab|gueltigkeit|wirksam|wirksam ab|wirksamkeit|stichtag|aenderung|aenderungsdatum|effet|date d effet|prise d effet|validite|valable|effetto|decorrenza|decorre|validita|validez|vigencia|vigente|efectiva|efectividad|efecto|efectos|ingang|ingangsdatum|ingaand|geldig|geldigheid|mutatie|mutatiedatum|vigencia|efetiva|efetivacao|validade|alteracao|begda|applied from|as from|valido|valida|valide|valables|geldend',
  absence:
    'absence|absences|leave|leaves|time off|timeoff|pto|vacation|holiday|holidays|away|abwesenheit|abwesenheits|abwesend|fehlzeit|fehlzeiten|fehl|fehltag|urlaub|urlaubs|ausfall|ausfallzeit|absentismus|abs|conge|conges|absence conge|cp|assenza|assenze|ferie|permesso|permessi|giustificativo|ausencia|ausencias|vacaciones|permiso|permisos|incidencia|licencia|verlof|verloven|afwezigheid|vakantie|verzuim|ausencia|ferias|afastamento|afastamentos|licenca|falta|faltas|lv|abwesenheitsantrag|urlaubsantrag',
  request:
    'request|requests|application|antrag|antrags|anfrage|vorgang|demande|requete|richiesta|domanda|solicitud|peticion|aanvraag|solicitacao|pedido|requisicao|record|entry|eintrag|registro|item|line|row|booking|buchung|transaction|movement|melding|meldings|verzuimmelding|ziekmelding|krankmeldung|arret',
  typeOf:
    'type|reason|category|kind|art|typ|grund|kategorie|motif|nature|categorie|tipo|tipologia|motivo|causale|categoria|razon|clase|soort|reden|natureza|policy|plan|account|konto|kontoart|compteur|compte|conto|contatore|cuenta|concepto|contador|regeling|rubriek|conta|evento|giustificativo|voce|bucket|accrual type|rateo|ratei|maturazione|lohnart|pay code',
  approval:
    'approval|approved|approval status|approbation|validation|valide|genehmigung|genehmigungs|genehmigt|freigabe|freigegeben|bewilligung|bewilligt|approvazione|approvato|approvata|autorizzazione|autorizzato|aprobacion|aprobado|aprobada|autorizacion|autorizado|goedkeuring|goedgekeurd|accordering|aprovacao|aprovado|aprovada|workflow|autorisation',
  half: 'half|half day|halfday|half days|halb|halber|halbe|halbtags|halbtag|halber tag|halbe tage|halbtaegig|demi|demi journee|demijournee|demi jour|mezza|mezza giornata|mezzo|mezza giorn|medio|medio dia|media|media jornada|media dia|halve|halve dag|meio|meio dia|meia|meio periodo|am pm|matin apres midi|apres midi|matin',
  note: 'note|notes|comment|comments|remark|remarks|memo|message|bemerkung|bemerkungen|kommentar|kommentare|anmerkung|anmerkungen|notiz|notizen|hinweis|commentaire|commentaires|remarque|remarques|observation|observations|nota|noten|note|commento|commenti|osservazioni|annotazioni|comentario|comentarios|observacion|observaciones|notas|opmerking|opmerkingen|toelichting|notitie|observacao|observacoes|justificativa|description',
  remaining:
    'remaining|remain|balance|balances|available|left|current balance|closing balance|ending balance|ending|closing|rest|resturlaub|restlich|restliche|restanspruch|verbleibend|verfuegbar|saldo|kontostand|salden|stand|solde|soldes|restant|restants|restante|reste|disponible|residuo|residui|residue|rimanente|rimanenti|rimanenza|disponibile|disponibili|pendiente|pendientes|remanente|restante|restantes|resterend|resterende|resterend saldo|tegoed|beschikbaar|restant|disponivel|remanescente|resttage|huidig saldo|saldo actual|saldo atual|reste a prendre|a prendre|prendre|disponiveis|disponibles',
  entitled:
    'allowance|allowances|entitlement|entitled|anspruch|kontingent|droit|droits|spettanza|spettante|derecho|derechos|recht|rechten|direito|quota|accrued',
  used: 'used|taken|consumed|spent|utilized|utilised|genommen|genommene|genommener|verbraucht|verbrauchte|verbrauch|bezogen|beansprucht|pris|prises|consomme|consommes|utilise|utilises|goduto|goduti|godute|fruito|fruiti|fruite|usato|usati|usado|usados|usadas|disfrutado|disfrutados|disfrutadas|consumido|consumidos|gozado|gozados|tomado|tomados|opgenomen|verbruikt|gebruikt|utilizado|utilizados|gozo',
  clock:
    'clock|punch|stamp|shift|work|working|arbeits|dienst|schicht|stempel|pointage|badge|badgeage|timbratura|timbrature|turno|fichaje|marcaje|marcacion|jornada|klok|dienst|ponto|marcacao|registro|entry|entries|time entry|timesheet|zeit|zeiteintrag|zeitbuchung|zeiterfassung|buchung|buchungs|tijdregistratie|tijd',
  arrive:
    'in|clock in|clock on|clockin|punch in|time in|arrival|arrive|kommen|kommt|ankunft|arrivee|entree|entrata|ingresso|ora entrata|entrada|llegada|in geklokt|inklok|ingeklokt|aankomst|chegada|sign in|check in|on',
  depart:
    'out|clock out|clock off|clockout|punch out|time out|departure|depart|gehen|geht|weggang|depart|sortie|uscita|ora uscita|salida|uit geklokt|uitklok|uitgeklokt|vertrek|saida|sign out|check out|off',
  break:
    'break|breaks|unpaid break|unpaid breaks|meal break|lunch|rest break|pause|pausen|pausenzeit|pausendauer|ruhepause|pauses|coupure|pausa|pause pranzo|pause non retribuite|descanso|descansos|pausas|pauze|pauzes|pauzetijd|onderbreking|intervalo|intervalos|refeicao|unbezahlte pause|pranzo|pausa pranzo|mittagspause|mittag',
  minutes:
    'minutes|minute|mins|min|minuten|minuti|minutos|minuti|unpaid|unbezahlt|non payee|non retribuita|onbetaald|nao remunerado|no pagado',
  worked:
    'worked|paid|payable|net|netto|net hours|billable|actual|total|geleistet|geleistete|gearbeitet|bezahlt|ist|nette|travaille|travaillees|travailles|payees|effectuees|realisees|effectives|lavorate|lavorato|retribuite|effettive|ordinarie|trabajadas|trabajado|efectivas|pagadas|netas|realizadas|gewerkt|gewerkte|betaalde|effectieve|trabalhadas|pagas|realizadas|efetivas|computables|computable|anrechenbar|anrechenbare|validees|comptees|imputables|facturables|abrechenbar|abrechenbare|declarabel|gesamt|totale|totaal|totali|regular|totales|totais',
  zone: 'timezone|time zone|tz|utc offset|offset|zeitzone|fuseau|fuseau horaire|fuso|fuso orario|huso|huso horario|zona horaria|tijdzone|fuso horario',
  parent:
    'parent|superior|upper|higher|belongs to|part of|reports to|rollup|uebergeordnet|uebergeordnete|uebergeordneter|uebergeord|ober|vorgesetzte|gehoert zu|parente|superieur|superieure|rattachement|rattache|pere|mere|padre|genitore|superiore|appartenenza|dependencia|depende de|superior|bovenliggend|bovenliggende|hoofd|ouder|moeder|pai|mae|vinculado',
  thing:
    'group|groups|org|organization|organisation|organisations|organizational|unit|units|node|gruppe|gruppen|einheit|organisationseinheit|knoten|groupe|unite|entite|gruppo|unita|struttura|ente|grupo|unidad|entidad|groep|eenheid|entiteit|unidade|grupo|nodo',
} as const satisfies WordKinds
