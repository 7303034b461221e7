import type { DatasetSynonyms, HeaderSynonyms } from './header-synonyms.ts'

const person: HeaderSynonyms = {
  first_name:
    'first name|given name|forename|fname|first|vorname|vornamen|prénom|prénoms|voornaam|primeiro nome|nome próprio',
  last_name:
    'last name|surname|family name|lname|last|nachname|familienname|zuname|nom de famille|cognome|apellido|apellidos|primer apellido|achternaam|sobrenome|apelido|último nome',
  display_full_name:
    'full name|display name|complete name|vollständiger name|vollname|anzeigename|vor und nachname|name vorname|nachname vorname|nom complet|nom et prénom|nome completo|nome e cognome|nombre completo|nombre y apellidos|volledige naam',
  employee_number:
    'employee number|employee no|employee num|employee nr|emp no|emp num|emp number|empl number|personnel number|personnel no|staff number|worker number|payroll number|file number|personalnummer|personalnr|personal nr|pers nr|persnr|personalnum|mitarbeiternummer|mitarbeiternr|mitarbeiter nr|ma nr|ma nummer|stammnummer|stamm nr|matricule|numéro matricule|numéro de matricule|matricola|numero di matricola|número de empleado|numero empleado|número de personal|personeelsnummer|medewerkernummer|número de funcionário|número do funcionário|matrícula|número de colaborador|社員番号',
  gender: 'gender|sex|gender identity|geschlecht|sexe|genre|sesso|genere|sexo|género|gênero|geslacht',
  date_of_birth:
    'date of birth|birth date|birthday|dob|geburtsdatum|geburtstag|geb datum|gebdatum|gebdat|geb dat|geb am|geboren am|date de naissance|date naissance|data di nascita|data nascita|fecha de nacimiento|fecha nacimiento|geboortedatum|data de nascimento',
  nationality:
    'nationality|citizenship|staatsangehörigkeit|nationalität|nationalité|cittadinanza|nazionalità|nacionalidad|nationaliteit|nacionalidade',
  marital_status:
    'marital status|civil status|familienstand|zivilstand|situation familiale|état civil|stato civile|estado civil|burgerlijke staat',
  ethnicity: 'ethnicity|ethnic group|ethnic origin|race|race ethnicity|ethnische herkunft|etnia',
  ssn: 'ssn|social security number|social security no|social insurance number|national insurance number|ni number|sozialversicherungsnummer|sozialversicherungsnr|sv nummer|sv nr|svnr|rentenversicherungsnummer|rv nummer|ahv nummer|ahv nr|numéro de sécurité sociale|n sécurité sociale|número de seguridad social|numero de seguridad social|nuss|bsn|burgerservicenummer|número de segurança social|niss',
  tax_id:
    'tax id|tax number|tax identification number|tin|steuer id|steuer idnr|steuer identifikationsnummer|steueridentifikationsnummer|steuernummer|numéro fiscal|codice fiscale|nif|número de identificación fiscal|cpf|fiscaal nummer',
  avatar:
    'avatar|avatar url|picture url|photo url|image url|profile picture|profile picture url|profilbild|foto url|bild url',
}

const contact: HeaderSynonyms = {
  work_email:
    'work email|work e mail|business email|company email|corporate email|office email|email work|primary work email|dienstliche e mail|e mail dienstlich|email dienstlich|geschäftliche e mail|e mail geschäftlich|firmen e mail|e mail arbeit|email professionnel|e mail professionnel|adresse email professionnelle|email aziendale|correo corporativo|correo profesional|email profesional|zakelijk e mailadres|werk e mail|email profissional|email corporativo',
  personal_email:
    'personal email|personal e mail|private email|home email|email personal|email primary home|private e mail|e mail privat|email privat|email personnel|e mail personnel|email personale|correo personal|privé e mail|email pessoal',
  mobile_phone_number:
    'mobile phone number|mobile phone|mobile number|mobile|personal mobile|cell phone|cell|cellphone|handynummer|handy|handy nr|mobiltelefon|mobilnummer|mobil|mobile telefonnummer|téléphone portable|portable|mobile personnel|cellulare|telefono cellulare|móvil|teléfono móvil|celular|mobiel|mobiel nummer|mobiele telefoon|telemóvel',
  'bank_account.iban': 'iban',
  'bank_account.bic': 'bic|swift|bic swift|swift bic|swift code|bic code',
  'bank_account.account_number':
    'bank account number|bank account|account number|kontonummer|konto nr|kontonr|numéro de compte|numero di conto|número de cuenta|rekeningnummer|número da conta',
  'bank_account.holder_name':
    'account holder|account holder name|bank account holder|kontoinhaber|titulaire du compte|intestatario conto|titular de la cuenta|rekeninghouder|titular da conta',
  'bank_account.bank_name':
    'bank name|bank|bankname|name der bank|kreditinstitut|geldinstitut|banque|banca|banco|naam bank',
}

const job: HeaderSynonyms = {
  job_title:
    'job title|position title|business title|job|stellenbezeichnung|positionsbezeichnung|berufsbezeichnung|jobtitel|jobbezeichnung|intitulé du poste|intitulé de poste|titre du poste|qualifica|mansione|puesto|puesto de trabajo|título del puesto|functietitel|functienaam|cargo|título do cargo',
  employment_status:
    'employment status|active status|worker status|employee status|beschäftigungsstatus|mitarbeiterstatus|anstellungsstatus|personalstatus|statut employé|statut du salarié|stato dipendente|estado del empleado|estado laboral|dienstverbandstatus|situação',
  employment_type:
    'employment type|employee type|emp type|worker type|contract type|employment category|full time part time|full part time|beschäftigungsart|anstellungsart|beschäftigungsverhältnis|vertragsart|vollzeit teilzeit|type de contrat|type d emploi|type contrat|tipo di contratto|tipo contratto|tipo de contrato|tipo de empleo|contracttype|dienstverband|tipo de vínculo|雇用形態',
  weekly_hours:
    'weekly hours|hours per week|weekly working hours|standard hours|standard weekly hours|scheduled weekly hours|contract hours|wochenstunden|wochenarbeitszeit|stunden pro woche|stunden woche|std woche|wöchentliche arbeitszeit|arbeitszeit pro woche|heures hebdomadaires|heures par semaine|ore settimanali|horas semanales|horas por semana|uren per week|contracturen|horas semanais',
  start_date:
    'start date|hire date|date of hire|hired on|date hired|hired date|started at|started on|entry date|joining date|join date|date of joining|employment start date|employment start|eintritt|eintrittsdatum|eintritt am|beitritt am|beitrittsdatum|einstellungsdatum|einstelldatum|vertragsbeginn|beschäftigungsbeginn|arbeitsbeginn|dienstantritt|startdatum|date d entrée|date entrée|date d embauche|date embauche|data assunzione|data di assunzione|fecha de alta|fecha de ingreso|fecha de contratación|fecha de incorporación|datum in dienst|datum indiensttreding|in dienst|indienst|data de admissão|data de contratação|入職日',
  termination_date:
    'termination date|leaving date|leave date|exit date|separation date|last day of work|last working day|last day|date left|employment end date|employment end|austritt|austrittsdatum|austritt am|vertragsende|beschäftigungsende|date de sortie|date sortie|date de départ|data cessazione|data di cessazione|data fine rapporto|fecha de baja|fecha de salida|datum uit dienst|uit dienst|data de desligamento|data de demissão|data de saída',
  remote_created_at:
    'created at|created on|creation date|date created|erstellt am|angelegt am|erfasst am|date de création|data creazione|fecha de creación|aangemaakt op',
  'manager.remote_id':
    'manager id|manager employee id|manager worker id|manager number|manager employee number|managers employee id|supervisor id|supervisor employee id|supervisor number|reports to id|reports to associate id|reports to employee id|line manager id|mgr id|vorgesetzter id|vorgesetzten id|vorgesetztennummer|personalnummer vorgesetzter|vorgesetzter personalnummer|personalnummer des vorgesetzten|führungskraft id|personalnummer führungskraft|matricule manager|matricule du manager|matricule responsable|id responsabile|matricola responsabile|id manager|id del responsable|id del manager|personeelsnummer leidinggevende|id do gestor|matrícula do gestor',
}

const places: HeaderSynonyms = {
  'department.name':
    'department|department name|dept|dept name|home department|organizational unit|organisational unit|org unit|org unit name|abteilung|abteilungsname|abteilungsbezeichnung|abteilungstext|abteilung text|abteilung name|organisationseinheit|fachbereich|département|nom du département|dipartimento|reparto|departamento|nombre del departamento|afdeling|afdelingsnaam|所属',
  'department.remote_id':
    'department id|department code|department number|dept id|dept code|dept no|dept number|org id|org num|org unit id|org unit code|organizational unit id|abteilungsnummer|abteilungsnr|abteilung nr|abteilungs id|abteilung id|abteilungscode|abteilungsschlüssel|abteilungskürzel|code département|id département|codice reparto|código departamento|código de departamento|afdelingscode|código do departamento',
  'cost_center.remote_id':
    'cost center|cost centre|cost center id|cost center code|cost center number|cost centre code|cost centre id|kostenstelle|kostenstellennummer|kostenstellen nr|kostenstellennr|kst|kst nr|centre de coût|centre de coûts|centro di costo|centro de coste|centro de costes|centro de costos|kostenplaats|centro de custo',
  'cost_center.name':
    'cost center name|cost center description|cost centre name|kostenstellenbezeichnung|kostenstellentext|kostenstelle text|kostenstellenname|libellé centre de coût|descrizione centro di costo|descripción centro de coste|kostenplaatsnaam',
  'team.name': 'team|team name|teamname|équipe|nom de l équipe|squadra|equipo|equipe',
  'team.remote_id': 'team id|team code|team number|teamnummer',
  'legal_entity.name':
    'company|company name|legal entity|legal entity name|employer|firma|firmenname|gesellschaft|unternehmen|arbeitgeber|société|entreprise|raison sociale|entité juridique|azienda|società|ragione sociale|empresa|sociedad|razón social|entidad legal|bedrijf|werkgever|entidade legal',
  'legal_entity.remote_id':
    'company code|company id|company number|legal entity id|legal entity code|buchungskreis|firmennummer|firmennr|firmen nr|gesellschaftsnummer|code société|codice azienda|código de empresa|código empresa|bedrijfscode',
  'work_location.name':
    'location|location name|work location|work location name|office|office location|site|site name|workplace|standort|standortname|arbeitsort|dienstort|arbeitsstätte|betriebsstätte|niederlassung|filiale|einsatzort|lieu de travail|site de travail|sede|sede di lavoro|luogo di lavoro|centro de trabajo|lugar de trabajo|ubicación|werklocatie|vestiging|standplaats|local de trabalho',
  'work_location.remote_id':
    'location id|location code|work location id|work location code|site id|site code|standort id|standortnummer|standortcode|standort nr|code site|codice sede|código centro de trabajo|locatiecode',
  'work_location.type': 'location type|work location type|site type|standorttyp|standortart',
}

export const employeeSynonyms: DatasetSynonyms = {
  sure: { ...person, ...contact, ...job, ...places },
  likely: {
    work_email:
      'email|e mail|email address|e mail address|mail|e mail adresse|email adresse|mailadresse|adresse email|adresse e mail|courriel|indirizzo email|correo|correo electrónico|e mailadres|endereço de email',
    mobile_phone_number:
      'phone|phone number|telephone|telephone number|telefon|telefonnummer|tel|téléphone|telefono|teléfono|telefoon|telefoonnummer|telefone',
    job_title:
      'title|position|role|job role|job function|funktion|tätigkeit|stelle|beruf|poste|fonction|emploi|posizione|ruolo|posición|functie|função',
    employment_status:
      'status|state of employment|active|is active|aktiv|statut|actif|stato|attivo|estado|activo|ativo|position status|状態',
    employment_type:
      'worker category|employment form|arbeitsverhältnis|arbeitszeitmodell|type d employé|tipo de empleado',
    gender: 'anrede|salutation|civilité',
    start_date: 'original hire date|most recent hire date|company start date|start|beginn|inizio|inicio|ancienneté',
    termination_date:
      'end date|contract end|contract end date|end|ende|enddatum|befristet bis|date de fin|data fine|fecha fin|einddatum|data fim',
    ssn: 'national id|national identifier|versicherungsnummer',
    'manager.remote_id':
      'manager|supervisor|line manager|reports to|vorgesetzter|vorgesetzte|vorgesetzte r|führungskraft|responsable|responsabile|leidinggevende|gestor|supérieur|superior',
    'department.name': 'bereich|service|unità organizzativa|área|unidade',
    'legal_entity.name': 'organization|organisation|entity|mandant',
    'team.name': 'gruppe|arbeitsgruppe',
    display_full_name: 'mitarbeiter|employee|collaborateur|dipendente|empleado|medewerker|氏名',
  },
  id: [
    'employee id|emp id|empl id|worker id|associate id|personnel id|staff id|person id|external user id|external id|ext id|hr id|mitarbeiter id|personal id|personen id|ma id|identifiant salarié|id salarié|id dipendente|id empleado|id de empleado|medewerker id|id do funcionário|unique id',
    person.employee_number ?? '',
    'id|identifier|identifiant|kennung',
    'uid|user id|login|user name|username|benutzername|benutzerkennung',
  ],
}

/** Names that mean the last name beside a first name, and the full name alone. */
export const looseLastNames = 'name|nom|naam'
/** Names that mean the first name beside a last name, and the full name alone. */
export const looseFirstNames = 'nome|nombre'
