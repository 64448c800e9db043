import assert from 'node:assert/strict'
import fs from 'node:fs'
import { test } from 'node:test'
import { paper, planRulesPaper } from '../scripts/plan-rules.ts'

test('the rules of progress are drawn in docs/plan-rules.md as they are (npm run plan-rules)', () => {
  assert.equal(fs.readFileSync(paper, 'utf8'), `${planRulesPaper()}\n`)
})
