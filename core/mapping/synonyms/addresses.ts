/** Part of an address to the names its column goes by. */
export const addressParts: Readonly<Record<string, string>> = {
  street_1:
    'street|street 1|street address|street name|address line 1|address 1|address line|street and number|strasse|straße|straße und hausnummer|strasse hausnummer|straße hausnr|rue|adresse ligne 1|via|indirizzo 1|calle|straat|rua',
  street_2:
    'street 2|address line 2|address 2|adresszusatz|adreßzusatz|zusatz|complément d adresse|adresse ligne 2|indirizzo 2|dirección 2',
  city: 'city|town|city name|ort|wohnort|stadt|ville|commune|città|comune|ciudad|localidad|población|stad|woonplaats|plaats|cidade',
  zip_code:
    'zip|zip code|zipcode|postal code|post code|postcode|zip code postal code|zip postal code|plz|postleitzahl|code postal|cap|código postal',
  state:
    'state|province|state province|state province territory|region|bundesland|kanton|canton|province région|provincia|estado provincia|provincie|distrito',
  country: 'country|country code|country name|land|ländercode|länderschlüssel|pays|code pays|paese|país|nación',
  raw: 'address|full address|adresse|anschrift|indirizzo|dirección|adres|endereço|morada',
}

export const workWords =
  'work|office|business|company|location|site|dienstlich|arbeitsort|standort|travail|lavoro|trabajo|werk'
export const homeWords =
  'home|private|primary|personal|residential|permanent|privat|wohn|heim|domicile|personnel|casa|personale|particular|privé|residência'
/** Words that say nothing about which address it is. */
export const fillerWords = 'address|adresse|anschrift|indirizzo|dirección'
