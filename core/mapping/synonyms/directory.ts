import { absenceSynonyms } from './absences.ts'
import type { DatasetSynonyms } from './header-synonyms.ts'

// Files of what other files refer to: each row is a place, an entity, a group or a type.

const anyId = 'id|code|key|number|no|nr|identifier|kennung|schlüssel|kürzel|nummer|external id|ext id'
const anyName =
  'name|title|label|description|bezeichnung|beschreibung|titel|nom|libellé|intitulé|désignation|nome|denominazione|descrizione|nombre|denominación|descripción|naam|omschrijving|nome completo|descrição'

/** Parts of the one address of a row that say themselves whose they are; other names are told by their last word. */
const addressNames = Object.fromEntries(
  ['street_1', 'street_2', 'city', 'state', 'zip_code', 'country', 'raw'].map((part) => [
    `address.${part}`,
    `address ${part.replace('_', ' ')}`,
  ]),
)

export const legalEntitySynonyms: DatasetSynonyms = {
  sure: {
    ...addressNames,
    name: `${anyName}|legal entity|legal entity name|entity name|company|company name|legal name|employer|gesellschaft|firma|firmenname|unternehmen|rechtseinheit|rechtsträger|société|raison sociale|entité légale|entité juridique|azienda|ragione sociale|società|entità legale|empresa|razón social|entidad legal|sociedad|bedrijf|rechtspersoon|entidade legal`,
  },
  likely: { name: 'entity|entité|entità|entidad' },
  id: [
    'legal entity id|legal entity code|entity id|company id|company code|company number|buchungskreis|firmennummer|mandant|mandantennummer|gesellschaftsnummer|code société|id société|codice azienda|id azienda|codice società|código empresa|id empresa|bedrijfscode|código da empresa',
    anyId,
  ],
}

export const locationSynonyms: DatasetSynonyms = {
  sure: {
    ...addressNames,
    name: `${anyName}|location|location name|work location|work location name|site|site name|office|office name|workplace|branch|standort|standortname|arbeitsort|niederlassung|betriebsstätte|büro|lieu|lieu de travail|nom du site|établissement|sede|sede di lavoro|luogo di lavoro|nome sede|centro de trabajo|lugar de trabajo|ubicación|oficina|locatie|vestiging|local de trabalho`,
    type: 'type|location type|site type|kind|standorttyp|standortart|art|typ|type de site|type de lieu|tipo|tipo sede|tipo di sede|tipo de centro|tipo de ubicación|soort|locatietype',
  },
  likely: { name: 'place|endroit|luogo|lugar' },
  id: [
    'location id|location code|work location id|site id|site code|office id|office code|branch code|standort id|standortnummer|standortschlüssel|arbeitsort id|code site|id site|code établissement|codice sede|id sede|código centro|id centro|locatiecode|vestigingsnummer',
    anyId,
  ],
}

export const groupSynonyms: DatasetSynonyms = {
  sure: {
    name: `${anyName}|group name|department name|team name|cost center name|org unit name|abteilungsname|gruppenname|nom du service`,
    type: 'type|group type|unit type|kind|gruppentyp|gruppenart|art|typ|type de groupe|type d unité|tipo|tipo di gruppo|tipo gruppo|tipo de grupo|tipo de unidad|soort|groepstype',
    'parent.remote_id':
      'parent|parent id|parent group|parent group id|parent department|parent department id|parent code|parent unit|belongs to|übergeordnete abteilung|übergeordnete gruppe|übergeordnete einheit|übergeordnet|oberabteilung|parent kostenstelle|groupe parent|service parent|département parent|id parent|reparto superiore|gruppo padre|reparto padre|departamento superior|grupo padre|departamento padre|bovenliggende afdeling|departamento pai',
    'parent.type': 'parent type|parent group type|typ übergeordnet|type du parent|tipo padre|tipo del padre',
  },
  likely: {
    name: 'group|department|team|cost center|org unit|organisational unit|organizational unit|abteilung|gruppe|kostenstelle|organisationseinheit|département|service|groupe|équipe|centre de coûts|reparto|dipartimento|gruppo|squadra|centro di costo|departamento|grupo|equipo|centro de coste|afdeling|groep|equipe|unit|einheit|unité|unità|unidad',
    'parent.remote_id': 'superior|reports to|ober',
  },
  id: [
    'group id|group code|department id|department code|department number|team id|cost center id|cost center code|org unit id|org unit code|unit id|abteilungs id|abteilungsnummer|abteilungsschlüssel|gruppen id|kostenstellennummer|orgeinheit id|code service|id service|code département|id groupe|codice reparto|id reparto|codice dipartimento|código departamento|id departamento|id grupo|afdelingscode',
    anyId,
  ],
}

export const absenceTypeSynonyms: DatasetSynonyms = {
  sure: {
    name: `${anyName}|${absenceSynonyms.sure['type.name']}`,
    unit: `${absenceSynonyms.sure.unit}|${absenceSynonyms.sure['type.unit']}`,
    half_days_supported:
      'half days supported|half days|half days allowed|allows half days|half day|halbe tage|halbe tage möglich|halbe tage erlaubt|halbtags|demi journées|demi journées autorisées|mezze giornate|mezza giornata|medios días|medio día|halve dagen|meios dias',
    exact_times_supported:
      'exact times supported|exact times|exact times allowed|hourly|allows hours|times|uhrzeiten|uhrzeiten möglich|stundenweise|stundenweise möglich|heures exactes|horaires exacts|par heure|orari esatti|a ore|ore esatte|horas exactas|por horas|exacte tijden|horas exatas',
  },
  likely: { name: 'type|reason|category|art|typ|grund|motif|tipo|motivo|causale|soort|reden' },
  id: [`${absenceSynonyms.sure['type.remote_id']}|absence type key|id absence type`, anyId],
}
