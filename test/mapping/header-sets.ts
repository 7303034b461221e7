/** Header rows as HR systems write them, in seven languages: `column = field`, or `column` where it is none of ours. Made for this test. */
export const headerSets: Readonly<Record<string, string>> = {
  'English, one word each': `
    userId = remote_id
    firstName = first_name
    lastName = last_name
    middleName
    gender = gender
    workEmail = work_email
    managerId = manager
    hireDate = start_date
    termDate = termination_date
    jobTitle = job_title
    departmentName = department
    costCenterCode = cost_center
    companyName = legal_entity
    locationCode = work_location
    dateOfBirth = date_of_birth
    cellPhone = mobile_phone_number
    standardHours = weekly_hours
    employeeClass = employment_type
    emplStatus = employment_status
    nationality = nationality
    payGrade
    timeZone`,
  'English, levels': `
    Worker - Employee ID = remote_id
    Legal Name - First Name = first_name
    Legal Name - Last Name = last_name
    Preferred Name - First Name
    Email - Work = work_email
    Email - Home = personal_email
    Business Title = job_title
    Hire Date = start_date
    Original Hire Date
    Termination Date = termination_date
    Worker Type = employment_type
    Worker's Manager = manager
    Cost Center - ID = cost_center
    Cost Center - Name = cost_center
    Location = work_location
    Company = legal_entity
    Supervisory Organization = department
    Scheduled Weekly Hours = weekly_hours
    Marital Status = marital_status
    Date of Birth = date_of_birth
    Primary Work Phone
    Management Level`,
  'English, short': `
    Employee # = employee_number
    First Name = first_name
    Last Name = last_name
    Work Email = work_email
    Home Email = personal_email
    Mobile Phone = mobile_phone_number
    Hire Date = start_date
    Termination Date = termination_date
    Job Title = job_title
    Department = department
    Division
    Location = work_location
    Supervisor EID = manager
    Supervisor name = manager
    Employment Status = employment_status
    Birth Date = date_of_birth
    SSN = ssn
    Address Line 1 = home_address.street_1
    Address Line 2 = home_address.street_2
    City = home_address.city
    State = home_address.state
    ZIP Code = home_address.zip_code
    Country = home_address.country
    Pay Rate = pay_rate
    Pay Currency = pay_currency
    Emergency Contact Name`,
  'English, United Kingdom': `
    Employee Ref = remote_id
    Works Number = employee_number
    Forename = first_name
    Surname = last_name
    Known As
    NI Number = ssn
    Date Joined = start_date
    Leave Date = termination_date
    Job Title = job_title
    Cost Centre = cost_center
    Line Manager Email = manager
    Contracted Hours = weekly_hours
    Sort Code
    Account Number = bank_account.account_number
    Account Name = bank_account.holder_name
    Post Code = home_address.zip_code
    Town = home_address.city
    Annual Salary = pay_rate`,
  'English, payroll': `
    EEID = remote_id
    Emp No = employee_number
    Co Code = legal_entity
    Dept Code = department
    Dept Desc = department
    Loc Code = work_location
    Mgr ID = manager
    Last Hire Dt = start_date
    DOB = date_of_birth
    Sex = gender
    FT/PT = employment_type
    Emp Status = employment_status
    Annual Salary = pay_rate
    Pay Frequency = pay_frequency
    Job Code`,
  'English, people platform': `
    Display name = display_full_name
    Email = work_email
    Employee ID = remote_id
    Work: Start date = start_date
    Work: Reports to = manager
    Work: Reports to email = manager
    Work: Site = work_location
    Work: Department = department
    Work: Team = team
    Work: Title = job_title
    Personal: Birth date = date_of_birth
    Personal: Nationality = nationality
    Personal: Gender = gender
    Lifecycle status = employment_status
    Employment type = employment_type
    Payroll: Base salary = pay_rate
    Payroll: Currency = pay_currency
    Address: City = home_address.city
    Address: Country = home_address.country
    Pronouns`,
  'German, HR suite': `
    ID = remote_id
    Vorname = first_name
    Nachname = last_name
    E-Mail = work_email
    Geschlecht = gender
    Status = employment_status
    Position = job_title
    Vorgesetzter = manager
    E-Mail Vorgesetzter = manager
    Beschäftigungsart = employment_type
    Wochenstunden = weekly_hours
    Einstellungsdatum = start_date
    Kündigungsdatum
    Letzter Arbeitstag = termination_date
    Probezeitende
    Abteilung = department
    Standort = work_location
    Gesellschaft = legal_entity
    Kostenstelle = cost_center
    Fixgehalt = pay_rate
    Gehaltsintervall = pay_period
    Währung = pay_currency`,
  'German, payroll': `
    Pers.-Nr. = employee_number
    Familienname = last_name
    Vorname = first_name
    Geburtsname
    Geburtsdatum = date_of_birth
    Eintrittsdatum = start_date
    Austrittsdatum = termination_date
    Straße = home_address.street_1
    PLZ = home_address.zip_code
    Ort = home_address.city
    Länderkennzeichen = home_address.country
    Geschlecht = gender
    Familienstand = marital_status
    Staatsangehörigkeit = nationality
    Steuer-Identifikationsnummer = tax_id
    Sozialversicherungsnummer = ssn
    Steuerklasse
    Konfession
    Kst.-Nr. = cost_center
    Kst. Bezeichnung = cost_center
    Abt.-Nr. = department
    Abt. Bezeichnung = department
    Berufsbezeichnung = job_title
    Wöchentliche Arbeitszeit = weekly_hours
    IBAN = bank_account.iban
    BIC = bank_account.bic
    Kontoinhaber = bank_account.holder_name`,
  'German, ERP': `
    Personalnummer = employee_number
    Name des Mitarbeiters = display_full_name
    Buchungskreis = legal_entity
    Personalbereich
    Mitarbeitergruppe
    Organisationseinheit = department
    Kurztext Organisationseinheit = department
    Planstelle
    Stellenbezeichnung = job_title
    Kostenstelle = cost_center
    Eintritt = start_date
    Austritt = termination_date
    Geburtsdatum = date_of_birth
    Personalnummer Vorgesetzter = manager
    E-Mail dienstlich = work_email
    Telefon mobil = mobile_phone_number`,
  'French, payroll': `
    Matricule = employee_number
    Nom = last_name
    Prénom = first_name
    Nom d'usage
    Date de naissance = date_of_birth
    Date d'entrée = start_date
    Date de sortie = termination_date
    Emploi = job_title
    Établissement = work_location
    Société = legal_entity
    Service = department
    Code service = department
    N° de sécurité sociale = ssn
    Sexe = gender
    Nationalité = nationality
    Situation familiale = marital_status
    Adresse = home_address
    Code postal = home_address.zip_code
    Ville = home_address.city
    Salaire de base = pay_rate
    Coefficient`,
  'French, HR suite': `
    Identifiant = remote_id
    Nom complet = display_full_name
    E-mail professionnel = work_email
    E-mail personnel = personal_email
    Téléphone mobile = mobile_phone_number
    Date d'embauche = start_date
    Type de contrat = employment_type
    Intitulé du poste = job_title
    Département = department
    Équipe = team
    Matricule du manager = manager
    E-mail du responsable = manager
    Centre de coût = cost_center
    Lieu de travail = work_location
    Heures hebdomadaires = weekly_hours
    Statut = employment_status
    Niveau d'études`,
  'Italian, payroll': `
    Codice azienda = legal_entity
    Ragione sociale = legal_entity
    Matricola = employee_number
    Cognome = last_name
    Nome = first_name
    Codice fiscale = tax_id
    Sesso = gender
    Data di nascita = date_of_birth
    Comune di nascita
    Data assunzione = start_date
    Data cessazione = termination_date
    Qualifica
    Livello
    Mansione = job_title
    Centro di costo = cost_center
    Descrizione centro di costo = cost_center
    Sede di lavoro = work_location
    Indirizzo residenza = home_address
    CAP residenza = home_address.zip_code
    Comune residenza = home_address.city
    Cellulare = mobile_phone_number
    Email aziendale = work_email`,
  'Italian, HR suite': `
    Codice dipendente = remote_id
    Nominativo = display_full_name
    Unità organizzativa = department
    Responsabile = manager
    Matricola responsabile = manager
    Tipo contratto = employment_type
    Ore settimanali = weekly_hours
    Stato dipendente = employment_status
    Nazionalità = nationality
    Stato civile = marital_status
    Retribuzione annua lorda = pay_rate
    Note`,
  'Spanish, payroll': `
    Código empleado = remote_id
    Nombre = first_name
    Apellidos = last_name
    DNI/NIF = tax_id
    Número de la Seguridad Social = ssn
    Fecha de nacimiento = date_of_birth
    Fecha de alta = start_date
    Fecha de baja = termination_date
    Categoría
    Puesto de trabajo = job_title
    Departamento = department
    Centro de coste = cost_center
    Centro de trabajo = work_location
    Empresa = legal_entity
    Correo electrónico = work_email
    Teléfono móvil = mobile_phone_number
    Domicilio = home_address
    Código postal = home_address.zip_code
    Población = home_address.city
    Provincia = home_address.state
    Tipo de contrato = employment_type
    Salario bruto anual = pay_rate`,
  'Spanish, HR suite': `
    ID de empleado = remote_id
    Nombre completo = display_full_name
    Email corporativo = work_email
    Email personal = personal_email
    Cargo = job_title
    Jefe directo = manager
    Correo del responsable = manager
    Fecha de ingreso = start_date
    Sexo = gender
    Estado civil = marital_status
    Nacionalidad = nationality
    Horas semanales = weekly_hours
    Talla de camiseta`,
  'Dutch, payroll': `
    Medewerker = remote_id
    Roepnaam = first_name
    Voorvoegsel
    Achternaam = last_name
    Geboortedatum = date_of_birth
    Geslacht = gender
    Datum in dienst = start_date
    Datum uit dienst = termination_date
    Functie = job_title
    Afdeling = department
    Afdelingscode = department
    Kostenplaats = cost_center
    Werkgever = legal_entity
    E-mail werk = work_email
    E-mail privé = personal_email
    Mobiel privé = mobile_phone_number
    Leidinggevende = manager
    E-mail leidinggevende = manager
    BSN = ssn
    Straat = home_address.street_1
    Postcode = home_address.zip_code
    Woonplaats = home_address.city
    Land = home_address.country
    Burgerlijke staat = marital_status
    Type dienstverband = employment_type
    Uren per week = weekly_hours
    Bruto salaris = pay_rate`,
  'Portuguese, ERP': `
    Código do funcionário = remote_id
    Nome completo = display_full_name
    Nome abreviado
    N.º Contribuinte = tax_id
    N.º Segurança Social = ssn
    Data de nascimento = date_of_birth
    Data de admissão = start_date
    Data de demissão = termination_date
    Sexo = gender
    Estado civil = marital_status
    Nacionalidade = nationality
    Morada = home_address
    Localidade = home_address.city
    Código postal = home_address.zip_code
    Departamento = department
    Categoria profissional
    Função = job_title
    Centro de custo = cost_center
    Local de trabalho = work_location
    E-mail = work_email
    Telemóvel = mobile_phone_number
    Gestor = manager
    Vencimento base = pay_rate`,
  'Portuguese, Brazil': `
    Matrícula = employee_number
    Nome do colaborador = display_full_name
    CPF = tax_id
    Data de nascimento = date_of_birth
    Data de contratação = start_date
    Data de desligamento = termination_date
    Cargo = job_title
    Área = department
    Filial = work_location
    Empresa = legal_entity
    E-mail corporativo = work_email
    E-mail pessoal = personal_email
    Celular = mobile_phone_number
    E-mail do gestor = manager
    Matrícula do gestor = manager
    Situação = employment_status
    Tipo de vínculo = employment_type
    Salário = pay_rate
    CEP = home_address.zip_code
    Cidade = home_address.city
    UF = home_address.state
    Endereço = home_address
    Raça/Cor = ethnicity`,
}
