import { test } from 'node:test'
import assert from 'node:assert/strict'
import { parseResolution } from '../parse-resolution.ts'
import type { Duty, Resolution } from '../resolution.ts'

const itu = (body: string): Promise<Resolution> =>
  read(`RESOLUTION 299 (OSLO, 2030)

Lighthouses

The Plenipotentiary Conference of the International Telecommunication Union (Oslo, 2030),

considering

that lighthouses are lit,

${body}
`)

const un = (body: string): Promise<Resolution> =>
  read(`Resolution adopted by the General Assembly on 19 December 2030

85/299. Lighthouses

The General Assembly,

Recalling its resolution 70/1 of 25 September 2015,

${body}
`)

const read = (text: string): Promise<Resolution> =>
  parseResolution(new TextEncoder().encode(text), { name: 'lighthouses.txt' })
const facts = ({ duties }: Resolution, ...fields: (keyof Duty)[]): unknown[][] =>
  duties.map((duty) => fields.map((field) => duty[field]))

test('a provision with two clocks gives two duties on one path', async () => {
  const read = await itu(`instructs the Director of the Telecommunication Development Bureau

to paint the towers as soon as possible, and to report every two years to TDAG.`)

  assert.deepEqual(facts(read, 'path', 'verb', 'deadline', 'recipientIds'), [
    ['instructs-director-bdt/0', 'paint', 'as soon as possible', []],
    ['instructs-director-bdt/0', 'report', null, ['tdag']],
  ])
  assert.deepEqual(read.duties[1]?.cadence, { value: 'biennial', basis: 'explicit' })
})

test('who is invited to report has the duty to report, not who invites', async () => {
  const read = await itu(`requests the ITU Council

to study lamps and to invite the secretariat to report to the Council annually on lamps.`)

  assert.deepEqual(facts(read, 'verb', 'addresseeIds', 'recipientIds'), [
    ['study', ['itu-council'], []],
    ['invite', ['itu-council'], []],
    ['report', ['itu-gs'], ['itu-council']],
  ])
})

test('what is handed on keeps the clock of what it was', async () => {
  const read = await itu(`instructs the Secretary-General

to update the chart of towers regularly, to be presented to the Council via CWG-WSIS&SDG.`)

  assert.deepEqual(
    read.duties.map((duty) => [duty.verb, duty.cadence.value, duty.recipientIds, duty.viaIds]),
    [
      ['update', 'regular', [], []],
      ['present', 'regular', ['itu-council'], ['cwg-wsis-sdg']],
    ],
  )
})

test('two organs with the same title stay two', async () => {
  const read = await itu(`instructs the Secretary-General

to bring this resolution to the attention of the Secretary-General of the United Nations and of the Secretary-General of the Commonwealth.`)

  assert.deepEqual(facts(read, 'addresseeIds', 'recipients', 'recipientIds'), [
    [
      ['itu-sg'],
      ['the Secretary-General of the United Nations', 'the Secretary-General of the Commonwealth'],
      ['un-sg'],
    ],
  ])
})

test('the same title in a text of the United Nations is the United Nations’ own', async () => {
  const read =
    await un(`1. Requests the Secretary-General to submit to the General Assembly at its eighty-sixth session, through the Economic and Social Council, a report on lamps;

2. Requests the Secretary-General of the International Telecommunication Union to advise on towers.`)

  assert.deepEqual(facts(read, 'addresseeIds', 'recipientIds', 'viaIds', 'deadlineYear'), [
    [['un-sg'], ['unga'], ['ecosoc'], 2031],
    [['itu-sg'], [], [], null],
  ])
})

test('items that are things take the verb, the way and the addressee from above', async () => {
  const read = await itu(`requests the ITU Council

1 to review and improve, through CWG-WSIS&SDG:

i) the list of lamps;

ii) the list of towers.`)

  assert.deepEqual(facts(read, 'path', 'verbs', 'viaIds'), [
    ['requests-council/1/i', ['review', 'improve'], ['cwg-wsis-sdg']],
    ['requests-council/1/ii', ['review', 'improve'], ['cwg-wsis-sdg']],
  ])
})

test('a paragraph with two acts asks two addressees', async () => {
  const read = await un(
    '1. Invites Member States, in collaboration with the private sector, to keep the lamps lit, and encourages donors to pay for oil.',
  )

  assert.deepEqual(facts(read, 'addressees', 'verb'), [
    [['Member States'], 'keep'],
    [['donors'], 'pay'],
  ])
})

test('thanks and reaffirmations oblige nobody', async () => {
  const read = await un(`1. Reaffirms its love of lighthouses;

2. Expresses its appreciation to the Government of Tunisia.`)

  assert.deepEqual(facts(read, 'addressees', 'verb', 'force'), [
    [[], 'reaffirm', 'statement'],
    [[], 'thank', 'courtesy'],
  ])
})

test('who is not named is guessed, with a warning and less confidence', async () => {
  const read = await itu(`resolves

1 that ITU should count the towers;

2 that there is a need to count the lamps.`)

  assert.deepEqual(facts(read, 'addresseeIds'), [[['itu']], [['itu']]])
  assert.deepEqual(
    read.warnings.filter(({ code }) => code === 'addressee-doubtful').map(({ values }) => values?.['path']),
    ['resolves/2'],
  )
  const [first, second] = read.duties.map((duty) => duty.confidence)
  assert.ok((first ?? 0) > (second ?? 1))
})

test('provisions referred to are told by their paths, and missing ones by a warning', async () => {
  const read = await itu(`resolves

1 that ITU should count the towers;

2 that ITU should count the lamps,

instructs the Secretary-General

1 to carry out resolves 1 and 2 above, bearing in mind instructs the Secretary-General 2 below;

2 to act on resolves 7 above.`)

  assert.deepEqual(facts(read, 'path', 'refersTo').slice(2), [
    ['instructs-secretary-general/1', ['resolves/1', 'resolves/2', 'instructs-secretary-general/2']],
    ['instructs-secretary-general/2', []],
  ])
  assert.deepEqual(
    read.warnings.map(({ code }) => code),
    ['reference-without-target'],
  )
})
