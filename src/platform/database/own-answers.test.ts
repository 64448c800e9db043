import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type pg from 'pg'
import { answerOnItsOwn } from './own-answers.ts'

type Answer = (error: Error | null, result: unknown) => void

/** Answers as `pg` does: by the callback, where there is one, and with a promise of its own otherwise. */
function client(answer: (asked: unknown, values: unknown) => unknown) {
  const told: unknown[] = []
  const query = (asked: unknown, ...others: unknown[]) => {
    const callback = others.find((one): one is Answer => typeof one === 'function')
    told.push([asked, others[0], callback === undefined ? 'promise' : 'callback'])
    if (callback === undefined) return 'a promise of pg'
    try {
      callback(null, answer(asked, others[0]))
    } catch (error) {
      callback(error as Error, null)
    }
    return undefined
  }
  const made = { query }
  answerOnItsOwn(made as unknown as pg.ClientBase)
  return { told, ask: made.query as (asked: unknown, ...others: unknown[]) => unknown }
}

describe('an answer of the database', () => {
  test('comes with its values, and never by a promise that pg has made', async () => {
    const { told, ask } = client((asked, values) => ({ asked, values }))
    assert.deepEqual(await ask('select $1', [1]), { asked: 'select $1', values: [1] })
    assert.deepEqual(await ask('commit'), { asked: 'commit', values: undefined })
    assert.deepEqual(told, [
      ['select $1', [1], 'callback'],
      ['commit', undefined, 'callback'],
    ])
  })

  test('that is a failure is one for whoever has asked', async () => {
    const failure = new Error('there is no such table')
    const { ask } = client(() => {
      throw failure
    })
    await assert.rejects(ask('select 1') as Promise<unknown>, failure)
  })

  test('goes to the callback that came along, and a cursor is left alone', () => {
    const { told, ask } = client(() => 7)
    const heard: unknown[] = []
    ask('select 7', [], (_: unknown, result: unknown) => heard.push(result))
    const cursor = { submit: () => {} }
    assert.equal(ask(cursor), 'a promise of pg')
    assert.deepEqual(heard, [7])
    assert.deepEqual(told[1], [cursor, undefined, 'promise'])
  })
})
