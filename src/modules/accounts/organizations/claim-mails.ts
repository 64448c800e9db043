import type { Db } from '#platform/database/tables.ts'
import { inLanguage } from '#platform/languages.ts'
import type { Mail } from '#platform/mail/outbox.ts'
import { accountPaths } from '../paths.ts'
import { partiesOfClaim } from './claim-queries.ts'
import type { ClaimState } from './claim.ts'

/** What became of the question; null for somebody who has no address any more. */
export async function claimDecidedMail(
  db: Db,
  claim: { id: string; person: string; organization: string; to: ClaimState; reason: string | null },
): Promise<Mail | null> {
  const parties = await partiesOfClaim(db, claim)
  if (parties === null || parties.email === null) return null
  const { language } = parties
  const organization = inLanguage(parties.organizationName, language)?.text ?? claim.organization
  const granted = claim.to === 'granted'
  const subject = granted ? 'claims.mail.granted' : 'claims.mail.refused'
  return {
    to: { person: claim.person, address: parties.email, name: parties.name || null },
    language,
    kind: 'accounts.claim-decided',
    subject,
    values: { organization },
    body: [
      { part: 'heading', of: { words: subject } },
      { part: 'paragraph', of: { words: granted ? 'claims.mail.granted.text' : 'claims.mail.refused.text' } },
      ...(claim.reason ? [{ part: 'quote' as const, text: claim.reason }] : []),
      { part: 'link', of: { words: 'claims.mail.open', to: accountPaths.organization(claim.organization) } },
    ],
    once: `accounts.claim-decided ${claim.id}`,
  }
}
