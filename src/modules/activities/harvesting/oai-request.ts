import { momentOf } from './moment.ts'

/** OAI-PMH 2.0, 4: the six verbs with the arguments that each wants or takes. */
const argumentsOf = {
  Identify: { wants: [], takes: [] },
  ListMetadataFormats: { wants: [], takes: ['identifier'] },
  ListSets: { wants: [], takes: ['resumptionToken'] },
  GetRecord: { wants: ['identifier', 'metadataPrefix'], takes: [] },
  ListIdentifiers: { wants: ['metadataPrefix'], takes: ['from', 'until', 'set', 'resumptionToken'] },
  ListRecords: { wants: ['metadataPrefix'], takes: ['from', 'until', 'set', 'resumptionToken'] },
} as const satisfies Record<string, { wants: readonly string[]; takes: readonly string[] }>

export type Verb = keyof typeof argumentsOf

export type OaiRequest = { verb: Verb; arguments: Record<string, string> }

/** 3.6: what a harvester is told of its mistake. */
export class OaiFault extends Error {
  readonly code: string

  constructor(code: string, sentence: string) {
    super(sentence)
    this.name = 'OaiFault'
    this.code = code
  }
}

export function readRequest(given: URLSearchParams): OaiRequest {
  const [verb = '', ...more] = given.getAll('verb')
  if (!isVerb(verb) || more.length > 0)
    throw new OaiFault('badVerb', 'The verb is missing, unknown or repeated.')
  const { wants, takes }: { wants: readonly string[]; takes: readonly string[] } = argumentsOf[verb]
  const names = [...given.keys()].filter((name) => name !== 'verb')
  for (const name of names) {
    if (!wants.includes(name) && !takes.includes(name))
      throw new OaiFault('badArgument', `The verb ${verb} takes no argument of such a name.`)
    if (names.filter((one) => one === name).length > 1)
      throw new OaiFault('badArgument', `The argument ${name} is repeated.`)
  }
  const values = Object.fromEntries([...given].filter(([name]) => name !== 'verb'))
  if ('resumptionToken' in values) {
    if (names.length > 1) throw new OaiFault('badArgument', 'A resumptionToken stands alone.')
    return { verb, arguments: values }
  }
  for (const name of wants)
    if (!values[name]) throw new OaiFault('badArgument', `The argument ${name} is missing.`)
  return { verb, arguments: values }
}

const isVerb = (text: string): text is Verb => Object.hasOwn(argumentsOf, text)

/** 2.7.1: both of the same granularity, days or seconds; a day as an end stands for its last moment. */
export function readDates({ from, until }: Record<string, string>): { from?: Date; until?: Date } {
  const dates = [from, until].filter((text) => text !== undefined)
  const isWrong = dates.some((text) => momentOf(text) === null || text.includes('.'))
  if (isWrong || new Set(dates.map((text) => text.length)).size > 1)
    throw new OaiFault(
      'badArgument',
      'Dates are YYYY-MM-DD or YYYY-MM-DDThh:mm:ssZ, both of the same granularity.',
    )
  const start = from === undefined ? null : momentOf(from)
  const end = until === undefined ? null : momentOf(until)
  if (start !== null && end !== null && start > end)
    throw new OaiFault('badArgument', 'The argument from is later than the argument until.')
  return { ...(start && { from: start }), ...(end && { until: lastMomentOf(end, until ?? '') }) }
}

/** A datestamp tells whole seconds; what happened within the last of them belongs to it. */
const lastMomentOf = (moment: Date, text: string): Date =>
  new Date(moment.getTime() + (text.length === 10 ? 86_400_000 : 1000) - 1)
