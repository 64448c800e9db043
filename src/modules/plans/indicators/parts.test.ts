import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readNames, readDimensions } from './dimension-fields.ts'
import type { Dimension } from './dimension.ts'
import { readMeasured } from './parts.ts'

const dimension = (sum: Dimension['sum']): Dimension => ({
  ...{ code: 'sex', name: { en: 'Sex' }, sum },
  parts: [
    { code: 'women', name: { en: 'Women' } },
    { code: 'men', name: { en: 'Men' } },
  ],
})

const part = (name: string, figure: object) => ({
  ...{ dimension: 'sex', part: name, prefix: `${name}-` },
  ...figure,
})

const read = (sum: Dimension['sum'], per: 100 | null, total: object, women: object, men: object = {}) => {
  const parts = [part('women', women), part('men', men)]
  const measured = readMeasured(total, parts, { per, dimensions: [dimension(sum)] }, () => 'Sex')
  if ('issues' in measured)
    return measured.issues.map(({ field, key, values }) =>
      [field, key, values?.['sum']].filter((one) => one !== undefined).join(' '),
    )
  const { value, numerator, denominator } = measured.figure
  return [value ?? `${numerator}/${denominator}`, measured.parts.length]
}

test('a total and its parts agree, or are refused where they do not', () => {
  const v = (value: string) => ({ value })
  const r = (numerator: string, denominator: string) => ({ numerator, denominator })
  const table = [
    [read('whole', null, v('10'), v('4'), v('6')), [10, 2]],
    [read('whole', null, {}, v('0.1'), v('0.2')), [0.3, 2]],
    [read('whole', 100, {}, r('1', '4'), r('2', '6')), ['3/10', 2]],
    [read('whole', null, {}, v('4')), ['value form.value.wrong']],
    [read('whole', null, v('9'), v('4'), v('6')), ['value indicators.parts-not-whole 10']],
    [read('whole', null, v('11'), v('4'), v('6')), ['value indicators.parts-not-whole 10']],
    [read('whole', null, v('11'), v('4')), [11, 1]],
    [read('some', null, v('11'), v('4'), v('6')), [11, 2]],
    [read('some', null, v('9'), v('4'), v('6')), ['value indicators.parts-over 10']],
    [read('some', null, v('3'), v('4')), ['value indicators.parts-over 4']],
    [read('some', null, v('3'), v('4'), v('-2')), [3, 2]],
    [read('some', 100, r('2', '9'), r('3', '4')), ['numerator indicators.parts-over 3']],
    [read('none', null, v('9'), v('40'), v('60')), [9, 2]],
    [read('none', null, {}, v('40'), v('60')), ['value form.value.wrong']],
    [
      read('whole', 100, r('1', '2'), v('4')),
      [
        'women-value indicators.is-ratio',
        'women-numerator form.value.wrong',
        'women-denominator form.value.wrong',
      ],
    ],
  ] as const
  for (const [place, [found, expected]] of table.entries()) assert.deepEqual(found, expected, `row ${place}`)
})

test('dimensions keep their codes and their other names when they are typed anew', () => {
  const before = [{ ...dimension('whole'), name: { en: 'Sex', fr: 'Sexe' } }]
  const typed = { 'dimension-2': 'Sex', 'parts-2': 'Men; Women; Not said', 'sum-2': 'some' }
  assert.deepEqual(readDimensions(typed, 'en', before), {
    dimensions: [
      {
        ...{ code: 'sex', name: { en: 'Sex', fr: 'Sexe' }, sum: 'some' },
        parts: [
          { code: 'men', name: { en: 'Men' } },
          { code: 'women', name: { en: 'Women' } },
          { code: 'p1', name: { en: 'Not said' } },
        ],
      },
    ],
  })
  const wrong = readDimensions({ 'dimension-1': 'Age', 'parts-1': 'young', 'parts-3': 'a; b' }, 'en', [])
  assert.deepEqual('issues' in wrong && wrong.issues.map(({ field }) => field), ['parts-1', 'dimension-3'])
  const few = readNames({ 'dimension-1': 'Sexo', 'parts-1': 'Mujeres' }, 'es', before)
  assert.deepEqual('issues' in few && few.issues.map(({ key }) => key), ['indicators.parts-count'])
})
