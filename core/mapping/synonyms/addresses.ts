/** Part of an address to the names its column goes by. */
export const addressParts: Readonly<Record<string, string>> = {
  street_1:
    'street|str nr|str hausnr|str|street 1|street address|street name|address line 1|address 1|address line|street and number|street number|street and house number|street line 1|address street|address line1|address1|addr1|home address 1|strasse|straße|straße und hausnummer|strasse hausnummer|straße hausnr|straße und nr|straße nr|strasse nr|anschrift straße|rue|n et rue|numéro et rue|adresse rue|voie|adresse ligne 1|adresse 1|via|indirizzo 1|calle|straatnaam|straat en huisnummer|straat huisnummer|straße hausnummer|rue et numéro|straat|adresregel 1|rua|logradouro|via e numero civico|via piazza|calle y número|dirección línea 1',
  street_2:
    'street 2|street line 2|address line2|address2|addr2|apartment|apt|suite|unit number|complemento|piso|interno|busnummer|toevoeging|address line 2|address 2|adresszusatz|adreßzusatz|zusatz|complément d adresse|adresse ligne 2|adresse 2|indirizzo 2|dirección 2|hausnummer|hausnr|haus nr|hnr|house number|house no|huisnummer|huisnr|numero civico|n civico|no civico|civico|numéro de rue',
  city: 'city|town|city name|plaatsnaam|nome città|ciudad población|ort|wohnort|stadt|ville|commune|città|comune|ciudad|localidad|población|stad|woonplaats|plaats|cidade|municipality|suburb|locality|city town|wohnort ort|gemeinde|municipio|localidad municipio|localidade|concelho|freguesia|município|gemeente|lieu de résidence|località',
  zip_code:
    'zip|pc|zip code|zipcode|postal code|post code|postcode|zip code postal code|zip postal code|plz|postleitzahl|code postal|cap|código postal|cp|c p|c a p|postal|zip postal|postal zip code|zip postcode|postleitzahl wohnort|plz wohnort|cod postale|codice postale|cod postal|cep|postcode huisadres',
  state:
    'state|province|state province|state province territory|region|bundesland|kanton|canton|province région|provincia|estado provincia|provincie|distrito|county|state code|province code|state region|state county|land bundesland|département résidence|prov|uf|estado uf|departamento residencia',
  country:
    'country|country id|country code|country name|land|ländercode|länderschlüssel|pays|code pays|paese|país|nación|nazione|stato estero|land wohnort|länderkennzeichen|länderkürzel|land kürzel|landcode|código país|código de país|codice paese|codice nazione|país residencia|iso country|country iso|country iso code|country of residence|wohnsitzland|pays de résidence|paese di residenza|land van herkomst adres',
  raw: 'address|full address|adresse|anschrift|indirizzo|dirección|adres|endereço|morada|full address|complete address|postal address|mailing address|residential address|wohnadresse|wohnanschrift|privatadresse|adresse postale|adresse complète|adresse personnelle|domicilio|dirección completa|dirección postal|woonadres|huisadres|endereço completo|endereço residencial|indirizzo completo',
}

export const workWords =
  'work|office|business|company|location|site|dienstlich|arbeitsort|standort|travail|lavoro|trabajo|werk|worksite|workplace|employer|firma|firmen|büro|betrieb|site|professionnel|sede|centro|trabalho|kantoor'
export const homeWords =
  'home|woonplaats|person|persona|private|primary|personal|residential|residence|permanent|mailing|employee|worker|wohnort|heimat|résidence|residenza|domicilio|residencia|woon|huis|moradia|residencial|personal|privat|wohn|heim|domicile|personnel|casa|personale|particular|privé|residência'
/** Words that say nothing about which address it is. */
export const fillerWords = 'address|adresse|anschrift|indirizzo|dirección|endereço|adres|iso'
