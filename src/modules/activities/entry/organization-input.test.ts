import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { insertPeople, newOrganization } from '../../../../test/accounts-samples.ts'
import { draftEntry } from '../../../../test/activity-samples.ts'
import { fieldsOf } from '../../../../test/form-fields.ts'
import { filledXlsx } from '../../../../test/office-files.ts'
import { senderOf } from '../../../../test/questionnaires.ts'
import { person, testSite, type SignedIn, type TestSite } from '../../../../test/test-site.ts'

const amina = person('amina', { role: 'representative', scope: 'organization:harbour-office' })
const at = new Date('2026-11-21T12:00:00Z')

describe('the organization of an entry', () => {
  let site: TestSite
  let by: SignedIn

  before(async () => {
    site = await testSite()
    await insertPeople(site.db, ['amina'])
    await newOrganization(site.db, { id: 'harbour-office' })
    await newOrganization(site.db, { id: 'lighthouses', name: { fr: 'Fédération des phares' } })
    await newOrganization(site.db, {
      id: 'hidden-lights',
      name: { fr: 'Fédération cachée' },
      visibility: 'secretariat',
    })
    by = site.as(amina)
  })

  const shownBy = async (path: string, fields: Record<string, string>) => {
    const token = /name="_token"\s+value="([^"]*)"/.exec((await by.get(path)).text)?.[1] ?? ''
    return (await by.send(path, { ...fields, _token: token })).text()
  }

  test('is looked up without regard to capitals, accents and spaces, on each page that asks for it', async () => {
    const entry = await draftEntry(site.db, { actor: amina, at, organization: 'harbour-office' })
    const sought = { 'organization-words': '  FÉDERATION  des', _show: 'organizations' }
    const { file, look, press } = senderOf(site, by)
    const filledIn = await filledXlsx(await file('/en/questionnaire.xlsx'), { title: 'Boats' })
    const pages = {
      'a new entry': await shownBy('/fr/entries/new', { title: 'Bateaux', language: 'fr', ...sought }),
      'a section': await shownBy(`/fr/entries/${entry}/basics`, { language: 'fr', ...sought }),
      'a questionnaire': (await press(await look(filledIn), sought)).text,
    }
    for (const [page, text] of Object.entries(pages)) {
      const fields = new Map(fieldsOf(text).map((field) => [field.name, field]))
      assert.deepEqual(fields.get('organization')?.options, ['', 'harbour-office', 'lighthouses'], page)
      assert.deepEqual(fields.get('organization-words')?.values, [sought['organization-words']], page)
      assert.match(text, /name="_show"\s+value="organizations"\s+formnovalidate/, page)
    }
  })
})
