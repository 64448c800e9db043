import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { operator, visitor, type Actor, type GrantedRole, type Scope } from '#platform/access/actor.ts'
import { decide } from '#platform/access/rights.ts'
import { openSteps } from '#platform/access/workflow.ts'
import { domainFrom, domainOfAddress, isPublicMailDomain } from './domain.ts'
import { iatiFrom, rorFrom } from './identifiers.ts'
import { claimRights, organizationRights, organizationWorkflow } from './organization-rights.ts'
import { asThing, folded, organizationStates } from './organization.ts'

const table = <Given, Expected>(
  what: string,
  rule: (given: Given) => Expected,
  cases: [Given, Expected][],
) => {
  for (const [given, expected] of cases)
    test(`${what}: ${JSON.stringify(given)}`, () => assert.deepEqual(rule(given), expected))
}

describe('identifiers', () => {
  table('an identifier of the Research Organization Registry', rorFrom, [
    ['05dxps055', '05dxps055'],
    ['https://ror.org/042nb2s44', '042nb2s44'],
    ['ROR.ORG/03YRM5C26', '03yrm5c26'],
    // One digit of the check is wrong, a letter is swapped, a letter that the alphabet lacks.
    ['05dxps056', null],
    ['05xdps055', null],
    ['05dxpi055', null],
    ['15dxps055', null],
    ['', null],
  ])
  table('an identifier of aid transparency', iatiFrom, [
    ['XM-DAC-41122', 'XM-DAC-41122'],
    ['GB-CHC-202918', 'GB-CHC-202918'],
    ['gb-chc-202918', null],
    ['41122', null],
    ['XM-DAC-', null],
    ['XM-DAC-a b', null],
  ])
})

describe('domains', () => {
  table('a domain that was typed', domainFrom, [
    ['Ministry.Example', 'ministry.example'],
    [' @ministry.example ', 'ministry.example'],
    ['пример.example', 'xn--e1afmkfd.example'],
    ['ministry', null],
    ['https://ministry.example', null],
    ['ministry.example/x', null],
    ['a@ministry.example', null],
    ['127.0.0.1', null],
    ['-a.example', null],
    ['', null],
  ])
  table('the domain of an address', domainOfAddress, [
    ['amina@ministry.example', 'ministry.example'],
    ['"a@b"@ministry.example', 'ministry.example'],
    ['@ministry.example', null],
    ['amina', null],
  ])
  table('where anybody gets an address', isPublicMailDomain, [
    ['gmail.com', true],
    ['mail.gmail.com', true],
    ['notgmail.com', false],
    ['gmail.com.example', false],
  ])
})

test('names are found without their capitals and accents', () => {
  assert.deepEqual(['Écoles  DE l’État', 'МИНИСТЕРСТВО', 'مُؤسَّسة'].map(folded), [
    'ecoles de l’etat',
    'министерство',
    'موسسة',
  ])
})

const someone = (role?: GrantedRole, scope: Scope | null = null): Actor => ({
  person: 'amina',
  id: 'amina',
  name: null,
  standings: role === undefined ? [] : [{ role, scope }],
})

describe('the workflow of an organization', () => {
  const own = 'organization:one' as const
  const people: [string, Actor][] = [
    ['a visitor', visitor],
    ['somebody', someone()],
    ['its representative', someone('representative', own)],
    ['its focal point', someone('focal-point', own)],
    ['the officer of its region', someone('regional-officer', 'region:africa')],
    ['the officer of another region', someone('regional-officer', 'region:europe')],
    ['the secretariat', someone('secretariat')],
    ['the command line', operator],
  ]
  const none = { proposed: [], approved: [], declined: [], merged: [], closed: [] }
  const office = { ...none, proposed: ['approve', 'decline', 'merge'], approved: ['merge', 'close'] }
  const expected: Record<string, Record<string, string[]>> = {
    'a visitor': none,
    somebody: none,
    'its representative': none,
    'its focal point': none,
    'the officer of its region': { ...none, proposed: ['approve', 'decline'] },
    'the officer of another region': none,
    'the secretariat': office,
    'the command line': office,
  }
  for (const [who, actor] of people)
    test(`${who} may take these steps`, () => {
      const steps = organizationStates.map((state) => [
        state,
        openSteps(
          organizationWorkflow,
          organizationRights,
          actor,
          asThing({ id: 'one', state, region: 'africa', proposedBy: 'chen' }),
        ),
      ])
      assert.deepEqual(Object.fromEntries(steps), expected[who])
    })

  test('who proposed it may edit it until somebody has decided', () => {
    const allowed = organizationStates.filter((state) => {
      const thing = asThing({ id: 'one', state, region: null, proposedBy: 'amina' })
      return decide(organizationRights, 'edit', someone(), thing).allowed
    })
    assert.deepEqual(allowed, ['proposed'])
  })

  test('nobody decides on their own request, whatever else they are', () => {
    const claim = { state: 'asked' as const, owners: ['amina'] }
    const decisions = [someone('secretariat'), someone('focal-point', own)].map((actor) =>
      decide(claimRights, 'judge', actor, claim),
    )
    assert.deepEqual(
      decisions.map((decision) => (decision.allowed ? null : decision.why)),
      ['own-work', 'own-work'],
    )
  })
})
