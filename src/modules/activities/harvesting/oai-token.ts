import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { OaiFault } from './oai-request.ts'

/** Where a list goes on. All of it stands in the token, so that nothing is kept for a harvester who never comes back. */
const tokenShape = z.strictObject({
  verb: z.enum(['ListRecords', 'ListIdentifiers']),
  metadataPrefix: z.string(),
  set: z.string().optional(),
  from: z.string().optional(),
  until: z.string().optional(),
  line: z.string(),
  id: z.string(),
})

export type OaiToken = z.infer<typeof tokenShape>

export function writeToken(key: Uint8Array, token: OaiToken): string {
  const text = Buffer.from(JSON.stringify(token)).toString('base64url')
  return `${text}.${signature(key, text)}`
}

/** Refuses what was not written here, was changed, or belongs to another verb. */
export function readToken(key: Uint8Array, verb: string, written: string): OaiToken {
  const [text = '', signed = '', ...more] = written.split('.')
  const expected = Buffer.from(signature(key, text))
  const given = Buffer.from(signed)
  const isOurs = more.length === 0 && given.length === expected.length && timingSafeEqual(given, expected)
  const token = isOurs ? tokenShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString())) : null
  if (token === null || token.verb !== verb)
    throw new OaiFault('badResumptionToken', 'The resumptionToken was not given here for this verb.')
  return token
}

const signature = (key: Uint8Array, text: string): string =>
  createHmac('sha256', key).update(text).digest('base64url')
