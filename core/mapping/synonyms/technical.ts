import type { HeaderSynonyms } from './header-synonyms.ts'

// Names of fields and tables inside HR systems, which exports made for machines have as their columns: SAP HCM infotypes, SAP
// SuccessFactors, PeopleSoft, TOTVS Protheus and RM. They mean one thing each, and no language has them as words.

export const technicalIds =
  'pernr|pernr d|personnel no pernr|personidexternal|person id external|emplid|empl rcd id|chapa|ra mat|numemp|codemp|idemp|empid|employeeid|workerid|persid'

export const technicalEmployeeNames: HeaderSynonyms = {
  first_name: 'vorna|vorname p0002|first name srch|ra prinome|firstnm|fstnam',
  last_name: 'nachn|last name srch|lastnm|lstnam|emp lname|apellido1|apel1|apellido 1',
  display_full_name: 'ename|sname|cname|name display|ra nome|nomecompl|empname',
  gender: 'gesch|ra sexo|cust gender',
  date_of_birth: 'gbdat|gebdt|birthdate|ra nasc|dtnascimento|dtnasc|birthdt',
  nationality: 'natio|natsl|ra nacional',
  marital_status: 'famst|ra estcivi|mar status|estadocivil',
  ssn: 'perid|national id|ra pis|pispasep',
  tax_id: 'idnum stidnr|steuid|cpf cnpj|ra cic|codfisc|codfis',
  work_email: 'usrid long|email addr|email addr work|ra email|businessemail|emailaddress|bus email',
  mobile_phone_number: 'cellphone|zell|telnr mobil|ra celular|mobphone',
  job_title: 'plstx|stltx|stell text|plans text|jobtitle|position descr|job descr|ra desfunc',
  employment_status: 'stat2|stat 2|empl status|emplstatus|hr status|ra sitfolh|sitfol|codsituacao',
  employment_type: 'full part time|employeeclass|persg text|reg temp|employmenttype',
  weekly_hours: 'wostd|std hours|standardhours|ra hrseman|jornadasemanal',
  start_date: 'einda|eindt|hire dt|hiredate|cmpny seniority dt start|ra admissa|dataadmissao|dtadmissao',
  termination_date: 'ausda|ausdt|termination dt|terminationdate|ra demissa|datademissao|dtdemissao',
  'manager.remote_id': 'managerid|manager pernr|pernr manager|pernr vorg|supervisor id|reports to id|chapagestor|mgrid',
  'manager.display_full_name': 'managername|supv name',
  'department.name': 'orgtx|orgeh text|deptname|dept descr|ra descdepto|departmentname',
  'department.remote_id': 'orgeh|deptid|dept id|codsecao|ra depto|departmentcode',
  'cost_center.remote_id': 'kostl|costcenter|ra cc|codccusto|kostenst',
  'cost_center.name': 'kltxt|ktext|kostl text|costcentername|cost ctr descr',
  'legal_entity.remote_id': 'bukrs|companycode|codcoligada|ra filial cod|comp cd',
  'legal_entity.name': 'butxt|bukrs text|companyname|company descr|nomecoligada',
  'work_location.remote_id': 'werks|persa|locationcode|location cd|codfilial|ra filial',
  'work_location.name': 'name1 werks|pbtxt|werks text|locationname|location descr|nomefilial',
  'home_address.street_1': 'stras|street addr1|ra enderec',
  'home_address.street_2': 'locat|adresszusatz conam',
  'home_address.city': 'ort01|ra municip',
  'home_address.zip_code': 'pstlz|postal cd|ra cep',
  'home_address.state': 'ra estado|state cd home',
  'home_address.country': 'land1|country cd',
  'bank_account.account_number': 'bankn',
  'bank_account.holder_name': 'emftx',
}

export const technicalPayNames: HeaderSynonyms = {
  pay_rate: 'ansal|bet01|betrg|annual rt|monthly rt|hourly rt|comprate|paycompvalue|ra salario|salariobase',
  pay_currency: 'waers|waers d|currency cd|currencycode|comp currency',
  pay_frequency: 'comp frequency|payfrequency',
  effective_date: 'begda|effdt|startdate effdt|dtinicio vigencia',
}

export const technicalAbsenceNames: HeaderSynonyms = {
  'employee.remote_id': technicalIds,
  'type.remote_id': 'awart',
  'type.name': 'atext|awart text',
  start_date: 'begda|bgn dt|begin dt',
  end_date: 'endda|return dt|end dt',
  amount: 'abwtg|kaltg|abrtg|stdaz',
}
