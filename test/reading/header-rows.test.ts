import { describe, expect, it } from 'vitest'
import { cellsOf, codes, readAll } from './read-all.ts'

const people = ['0001;Ada;01.02.2020;4.500,50', '0002;Bob;15.03.2021;3.000,00', '0003;Zoë;28.11.2019;5.250,25']
const names = 'ID;Name;Hired;Salary'
const cells = people.map((line) => line.split(';'))
const read = (lines: readonly string[], options: Parameters<typeof readAll>[1] = {}) =>
  readAll(lines.join('\n'), { isDraft: true, ...options })

describe('column names', () => {
  it.each([
    ['groups that repeat', 'Person;Person;Job;Job'],
    ['groups that are merged', 'Person;;Job;'],
  ])('are found below %s', async (_, groups) => {
    const found = await read([groups, names, ...people])
    expect(found.header).toEqual(names.split(';'))
    expect(cellsOf(found)).toEqual(cells)
    expect(codes(found)).toEqual(['HEADER_FOUND'])
  })

  it('are the first ones where people are called alike, and nothing tells rows from names', async () => {
    const found = await read(['Name;Name;City', 'Ada;Bob;Bern', 'Carl;Dan;Genf', 'Eve;Fay;Bern'])
    expect(found.header).toEqual(['Name', 'Name (2)', 'City'])
    expect(found.rows).toHaveLength(3)
  })
})

describe('a row below the column names', () => {
  it.each([
    ['kinds of values', 'String;String;Date;Number'],
    ['how they are written', ';;(TT.MM.JJJJ);(EUR)'],
    ['units', '-;text;dd.mm.yyyy;EUR'],
    ['names for people', 'Employee number;Full name;Hire date;Yearly pay'],
  ])('that holds %s is nobody', async (_, row) => {
    const found = await read([names, row, ...people])
    expect(found.header).toEqual(names.split(';'))
    expect(cellsOf(found)).toEqual(cells)
    expect(codes(found)).toEqual(['TEXT_LEFT'])
    const again = await read([names, row, ...people], { dialect: found.dialect, isDraft: false })
    expect(cellsOf(again)).toEqual(cells)
  })

  it.each([
    ['has an id', '0004;text;-;EUR'],
    ['lacks what others have', 'ADMIN;Root;n/a;-'],
    ['has a day', 'ADMIN;Root;01.01.2020;EUR'],
    ['is called oddly in two columns', 'root;Root;extern;1.500'],
    ['is one of few', 'A;Ann;soon;much'],
  ])('is somebody who %s', async (why, row) => {
    const below = why === 'is one of few' ? people.slice(0, 2) : people
    const found = await read([names, row, ...below])
    expect(found.rows).toHaveLength(below.length + 1)
  })
})
