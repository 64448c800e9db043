import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageCodes } from '#platform/languages.ts'
import { testSite } from '../../../../test/test-site.ts'
import { words } from '../../../site.ts'
import { namedRecords } from './record-kinds.ts'

test('no two provisions have the same name in any language', async () => {
  const { db } = await testSite()
  const rows = await db.selectFrom('provisions').select(['revision', 'address']).execute()
  const refs = rows.map(({ revision, address }) => ({ kind: 'provision', id: `${revision}/${address}` }))
  const t = words()
  for (const language of languageCodes) {
    const look = { today: '2026-11-23', levels: ['public' as const], t: t[language] }
    const names = [...(await namedRecords(db, refs, look)).values()].map(({ name }) => name[language])
    assert.deepEqual(
      names.filter((name, place) => names.indexOf(name) !== place),
      [],
    )
  }
})
