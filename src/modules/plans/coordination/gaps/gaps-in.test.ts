import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Plan } from '../../plan.ts'
import type { KnownItem } from '../known-items-queries.ts'
import { gapsIn } from './gaps-in.ts'

const plan = { id: 'plan', type: 'none', state: 'in-force', actionLine: 'C5', lead: 'itu' } as Plan

type Told = { id: string; parent?: string; targets?: string[]; hasIndicator?: true }

const known = ({ id, parent, targets = [], hasIndicator }: Told): KnownItem => {
  const codes = targets.map((code) => ({ tree: 'sdg-targets' as const, code }))
  const item = { id, plan: 'plan', parent: parent ?? null, level: 'any', lead: null, codes, links: [] }
  return {
    item: { ...item, deadlineOn: null, code: id } as unknown as KnownItem['item'],
    hasIndicator: hasIndicator ?? false,
    isReported: false,
  }
}

const levels = [{ code: 'any', parent: null, measured: false, scheduled: false }]

const targetsMissed = (...items: Told[]) =>
  gapsIn({
    ...{ plans: [plan], items: items.map(known), lines: [], obligations: [], today: '2026-11-22' },
    types: [{ id: 'none', levels }] as unknown as Parameters<typeof gapsIn>[0]['types'],
  }).map(({ key, ...gap }) => [gap.kind[0], key, ...gap['action-line']])

test('a target misses an indicator where no item that serves it has one, nor any below these', () => {
  const table = [
    [targetsMissed(), []],
    [targetsMissed({ id: '1' }), []],
    [targetsMissed({ id: '1', targets: ['9.c'] }), [['target', '9.c', 'C5']]],
    [targetsMissed({ id: '1', targets: ['9.c'], hasIndicator: true }), []],
    [targetsMissed({ id: '1', targets: ['9.c'] }, { id: '2', targets: ['9.c'], hasIndicator: true }), []],
    [targetsMissed({ id: '1', targets: ['9.c'] }, { id: '1.1', parent: '1', hasIndicator: true }), []],
    [
      targetsMissed({ id: '1', hasIndicator: true }, { id: '1.1', parent: '1', targets: ['9.c'] }),
      [['target', '9.c', 'C5']],
    ],
    [
      targetsMissed({ id: '1', targets: ['10.2', '9.c'] }, { id: '2', targets: ['9.1'] }),
      [
        ['target', '9.1', 'C5'],
        ['target', '9.c', 'C5'],
        ['target', '10.2', 'C5'],
      ],
    ],
  ] as const
  for (const [told, expected] of table) assert.deepEqual(told, expected)
})
