// The words of the unified enums, as the contract lists them: mappings turn cells into them, and answers are described by them.

export const genders = ['MALE', 'FEMALE', 'NON_BINARY', 'NOT_SPECIFIED'] as const
export const ethnicities = [
  'WHITE',
  'ASIAN',
  'HISPANIC_LATINO',
  'HAWAIIAN',
  'NATIVE_AMERICAN',
  'BLACK_AFRICAN_AMERICAN',
  'MULTIPLE_ETHNICITIES',
  'DECLINE_TO_SPECIFY',
] as const
export const maritalStatuses = [
  'SINGLE',
  'MARRIED',
  'DOMESTIC_PARTNERSHIP',
  'WIDOWED',
  'DIVORCED',
  'SEPARATED',
  'NOT_MARRIED',
] as const
export const employmentStatuses = ['ACTIVE', 'PENDING', 'INACTIVE', 'LEAVE'] as const
export const employmentTypes = [
  'FULL_TIME',
  'PART_TIME',
  'CONTRACT',
  'INTERNSHIP',
  'FREELANCE',
  'WORKING_STUDENT',
  'APPRENTICESHIP',
  'TRAINING',
] as const
export const payPeriods = [
  'HOUR',
  'DAY',
  'WEEK',
  'TWO_WEEKS',
  'HALF_MONTH',
  'MONTH',
  'TWO_MONTHS',
  'QUARTER',
  'HALF_YEAR',
  'YEAR',
] as const
export const payFrequencies = [
  'DAILY',
  'WEEKLY',
  'BIWEEKLY',
  'MONTHLY',
  'SEMIMONTHLY',
  'QUARTERLY',
  'SEMIANNUALLY',
  'ANNUALLY',
  'PRO_RATA',
] as const
export const groupTypes = ['DEPARTMENT', 'TEAM', 'COST_CENTER'] as const
export const absenceUnits = ['HOURS', 'DAYS'] as const
export const absenceStatuses = ['REQUESTED', 'APPROVED', 'DECLINED', 'CANCELLED', 'DELETED'] as const
