import { describe, expect, it } from 'vitest'
import { bareNames } from '#core/mapping/bare-names.ts'
import { matchHeader } from '#core/mapping/match-header.ts'

const likeliest = (name: string): string | undefined => matchHeader('employees', name)[0]?.field
const confidence = (name: string): number => matchHeader('employees', name)[0]?.confidence ?? 0

describe('the name of a column', () => {
  it.each([
    ['first_name', ['LegalFirstName', 'Vorname / First name', '01. First Name', 'EEFirstName', 'First_Name__c']],
    ['last_name', ['1er apellido', 'Nom us.', 'Apellido Paterno', 'Surename']],
    ['date_of_birth', ['Dt naiss.', 'GEBDAT', 'DNAISS', 'Geboortedatum medewerker']],
    [
      'start_date',
      ['Eintr.-Dat.', 'EMPLOYEESINCE', 'Im Unternehmen seit', 'DTADMISSA', "Date d'entrée dans la société"],
    ],
    ['termination_date', ['Fecha de Término', 'uit dienst per', 'Last Day Worked', 'AUSTRDAT']],
    ['weekly_hours', ['Hor. hebdo.', 'Wo.-Std.', 'Ore sett.', 'Uren p.w.']],
    ['personal_email', ['E-mail (privat)', 'Mél perso.', 'EEHomeEmail']],
    ['department.name', ['Libellé unité organisationnelle', 'ORGEH_TXT', 'Deparment']],
    ['cost_center.remote_id', ['Cód. centro de costo', 'stammkostenstelle', 'C. coste']],
    ['manager.remote_id', ['Vorges. Mat.-Nr.', 'Identificación Jefe Directo', 'manager_uuid']],
    ['bank_account.holder_name', ['Payment Bank Account Name', 'Kto.-Inh.', 'TenNameVan']],
  ])('is understood as %s', (field, names) => {
    expect(names.map((name) => [name, likeliest(name)])).toEqual(names.map((name) => [name, field]))
  })

  it.each([
    'Place of birth',
    'Emergency contact phone',
    'Nom de naissance',
    'Motif de sortie',
    'Probation end date',
    'Segundo apellido',
    'Temps de travail (%)',
    'N. dipendenti',
  ])('is nothing of ours: %s', (name) => {
    expect(likeliest(name)).toBeUndefined()
  })

  it('is sure only where it is a field’s own', () => {
    expect(confidence('Last name')).toBeGreaterThanOrEqual(0.9)
    for (const name of ['Vorn.', 'Surename', 'EEFirstName', 'DNAISS', 'Empresa (código)', 'Organization'])
      expect(confidence(name), name).toBeLessThan(0.9)
  })
})

describe('names that share a beginning or an end', () => {
  it('lose what their table is called', () => {
    expect(bareNames(['PSA_NOM', 'PSA_PRENOM', 'PSA_VILLE', 'PSA_PAYS'])).toEqual(['NOM', 'PRENOM', 'VILLE', 'PAYS'])
    expect(bareNames(['name#psd', 'plz#psd', 'ort#psd', 'pnr#psd'])).toEqual(['name', 'plz', 'ort', 'pnr'])
  })

  it('lose a word that says nothing, and keep one that does', () => {
    const named = ['taxeedetail_gender', 'taxeedetail_birth', 'spouse_name', 'spouse_gender']
    expect(bareNames(named)).toEqual(['gender', 'birth', 'spouse_name', 'spouse_gender'])
  })
})
