import type { LinkAnswer } from '../api.ts'

type File = LinkAnswer['data_points'][number]
type Column = File['columns'][number]
type Models = LinkAnswer['models']

/** What the vendor says about a data point: a model, or a field of one as `<model>.<field>`. */
type Wish = { readonly isOptional: boolean; readonly isRequired: boolean }

/** A thing that a file tells: in one column or several. */
export type ChecklistRow = {
  /** The field, or what several fields have in common: `home_address`. */
  readonly id: string
  readonly columns: readonly Column[]
  readonly isRequired: boolean
  /** The data point that the customer may leave out, with this row. */
  readonly choice: string | undefined
  readonly isLeftOut: boolean
}

export type ChecklistFile = {
  readonly dataset: File['dataset']
  readonly fileName: string
  /** Everything else hangs on the employees. */
  readonly isRequired: boolean
  /** The model that the whole file is for, when the customer may leave it out. */
  readonly choice: string | undefined
  readonly isLeftOut: boolean
  readonly rows: readonly ChecklistRow[]
}

const wishesOf = (models: Models): ReadonlyMap<string, Wish> =>
  new Map(
    models.flatMap((model) => [
      [model.id, { isOptional: model.setting === 'OPTIONAL', isRequired: model.required }] as const,
      ...model.fields.map(
        (field) =>
          [
            `${model.id}.${field.id}`,
            { isOptional: field.setting === 'OPTIONAL', isRequired: field.required },
          ] as const,
      ),
    ]),
  )

/** Fields of one thing stand together: the parts of an address, an id beside its name. */
const rowId = ({ field }: Column): string => field.replace(/^remote_id$/, 'id').replace(/\..*$/, '')

type Context = {
  readonly wishes: ReadonlyMap<string, Wish>
  readonly leftOut: ReadonlySet<string>
  readonly ofFile: string
}

const rowOf = (id: string, columns: readonly Column[], { wishes, leftOut, ofFile }: Context): ChecklistRow => {
  const points = [...new Set(columns.flatMap(({ data_points }) => data_points))]
  const fields = points.filter((point) => point.includes('.'))
  const choices = points.filter((point) => point !== ofFile && wishes.get(point)?.isOptional)
  return {
    id,
    columns,
    isRequired: columns.some(({ required }) => required) || fields.some((point) => wishes.get(point)?.isRequired),
    choice: choices.at(0),
    isLeftOut: points.some((point) => point !== ofFile && leftOut.has(point)),
  }
}

const fileOf = (file: File, wishes: Context['wishes'], leftOut: Context['leftOut']): ChecklistFile => {
  const ofFile = `hris_${file.dataset}`
  const ids = [...new Set(file.columns.map(rowId))]
  const context = { wishes, leftOut, ofFile }
  return {
    dataset: file.dataset,
    fileName: file.file_name,
    isRequired: file.dataset === 'employees' || wishes.get(ofFile)?.isRequired === true,
    choice: wishes.get(ofFile)?.isOptional ? ofFile : undefined,
    isLeftOut: leftOut.has(ofFile),
    rows: ids.map((id) =>
      rowOf(
        id,
        file.columns.filter((column) => rowId(column) === id),
        context,
      ),
    ),
  }
}

/** Models that are turned off are not in the list, and neither are the files that would only tell them. */
const isWanted = (file: File, wishes: Context['wishes']): boolean =>
  wishes.size === 0 || file.columns.some(({ data_points }) => data_points.some((point) => wishes.has(point)))

/** What the files must and may hold, and what of it the customer leaves out. */
export const checklistOf = (
  { models, data_points }: Pick<LinkAnswer, 'models' | 'data_points'>,
  leftOut: ReadonlySet<string>,
): readonly ChecklistFile[] => {
  const wishes = wishesOf(models)
  const known = (column: Column) => column.data_points.every((point) => wishes.has(point))
  return data_points
    .filter((file) => isWanted(file, wishes))
    .map((file) => fileOf({ ...file, columns: file.columns.filter(known) }, wishes, leftOut))
}

/** What was left out when the link was opened. */
export const leftOutBefore = (models: Models): readonly string[] =>
  models.flatMap((model) => [
    ...(model.opted_out ? [model.id] : []),
    ...model.fields.filter(({ opted_out }) => opted_out).map(({ id }) => `${model.id}.${id}`),
  ])

/** The columns of the file that the customer would send. */
export const columnsToSend = ({ rows }: ChecklistFile): readonly Column[] =>
  rows.filter(({ isLeftOut }) => !isLeftOut).flatMap(({ columns }) => columns)
