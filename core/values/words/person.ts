import type { Words } from '../enumeration.ts'

// Per value: English, German, French, Italian, Spanish, Dutch, Portuguese.

export const genderWords: Words = {
  MALE: 'm|male|man|mr|männlich|herr|h|homme|masculin|monsieur|uomo|maschio|maschile|hombre|masculino|masc|varón|mannelijk|homem|mann|homme h|m männlich|mister|hr|sig|sr|dhr|de heer|señor|senhor|signor|signore|masch|männl',
  FEMALE:
    'f|female|woman|mrs|ms|w|weiblich|frau|femme|féminin|madame|donna|femmina|femminile|mujer|femenino|fem|vrouw|vrouwelijk|mulher|feminino|weibl|w weiblich|mme|mlle|miss|sig ra|signora|sra|señora|mevrouw|mevr|senhora|fr|mw|melle|demoiselle',
  NON_BINARY:
    'non-binary|nonbinary|diverse|d|x|divers|nicht-binär|non binaire|non binario|no binario|non-binair|não binário|enby|genderqueer',
  NOT_SPECIFIED:
    'not specified|unspecified|unknown|undisclosed|prefer not to say|decline to answer|u|keine angabe|k. A.|unbekannt|ohne angabe|non spécifié|inconnu|non specificato|no especificado|onbekend|não especificado|not disclosed|not declared|nicht angegeben|non précisé|non renseigné|non indicato|sconosciuto|no declarado|no indicado|desconocido|niet opgegeven|geen opgave|não informado|não declarado|desconhecido',
}

export const maritalStatusWords: Words = {
  SINGLE:
    'single|unmarried|never married|ledig|célibataire|celibe|nubile|soltero|soltera|ongehuwd|alleenstaand|solteiro|solteira|soltero a|solteiro a|celibe nubile|célibataire e|alleinstehend|ongehuwd nooit gehuwd|nie verheiratet|led',
  MARRIED:
    'married|verheiratet|marié|mariée|marié(e)|coniugato|coniugata|sposato|sposata|casado|casada|casado a|gehuwd|getrouwd|wieder verheiratet|wiederverheiratet|coniugato a|sposato a|marié e|remarié|remariée|vh|verh',
  DOMESTIC_PARTNERSHIP:
    'domestic partnership|domestic partner|civil partnership|civil union|registered partnership|eingetragene lebenspartnerschaft|lebenspartnerschaft|verpartnert|pacs|pacsé|pacsée|unione civile|pareja de hecho|geregistreerd partnerschap|união de facto|união estável|civil partner|partner|partnered|cohabiting|concubinage|en concubinage|union libre|vie maritale|pacsé e|convivente|conviventi|unito civilmente|unita civilmente|pareja|conviviente|samenwonend|samenlevingscontract|união|unido de facto|lebensgemeinschaft|eingetragener lebenspartner|eingetragene lebenspartnerin|elp',
  WIDOWED:
    'widowed|widow|widower|verwitwet|veuf|veuve|vedovo|vedova|viudo|viuda|weduwe|weduwnaar|viúvo|viúva|viudo a|viúvo a|vedovo a|veuf ve|verweduwd|verw',
  DIVORCED:
    'divorced|geschieden|divorcé|divorcée|divorziato|divorziata|divorciado|divorciada|divorciado a|divorziato a|divorcé e|gescheiden|gesch',
  SEPARATED:
    'separated|legally separated|getrennt|getrennt lebend|dauernd getrennt lebend|séparé|séparée|separato|separata|separado|separada|separado a|separato a|séparé e|legalmente separato|uit elkaar|gescheiden van tafel en bed',
  NOT_MARRIED: 'not married|nicht verheiratet|non marié|non sposato|no casado|niet gehuwd|não casado|unverheiratet',
}

export const ethnicityWords: Words = {
  WHITE: 'white|caucasian|white (not hispanic or latino)',
  ASIAN: 'asian|asian (not hispanic or latino)',
  HISPANIC_LATINO: 'hispanic|latino|hispanic or latino|hispanic/latino|latinx',
  HAWAIIAN: 'hawaiian|native hawaiian|pacific islander|native hawaiian or other pacific islander',
  NATIVE_AMERICAN: 'native american|american indian|american indian or alaska native',
  BLACK_AFRICAN_AMERICAN: 'black|african american|black or african american|black/african american',
  MULTIPLE_ETHNICITIES: 'two or more races|multiple ethnicities|multiracial|mixed',
  DECLINE_TO_SPECIFY: 'decline to specify|decline to state|decline to answer|prefer not to say|keine angabe',
}
