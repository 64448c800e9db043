import type { GrantedRole, Scope } from '#platform/access/actor.ts'
import type { Db } from '#platform/database/tables.ts'
import { inLanguage, type LanguageCode } from '#platform/languages.ts'
import type { Mail } from '#platform/mail/outbox.ts'
import { date } from '#platform/ui/format.ts'
import { accountPaths } from '../paths.ts'
import { tokenDigest } from '../sign-in/tokens.ts'
import { scopeNames } from './scope-queries.ts'

/** The mail that carries the link of an invitation. */
export async function invitationMail(
  db: Db,
  offer: {
    email: string
    language: LanguageCode
    role: GrantedRole
    scope: Scope | null
    token: string
    expires: Date
  },
): Promise<Mail> {
  const { email, language, role, scope, token, expires } = offer
  const names = scope === null ? null : (await scopeNames(db, [scope])).get(scope)
  const name = names ? inLanguage(names, language) : null
  return {
    to: { person: null, address: email, name: null },
    language,
    kind: 'accounts.invitation',
    subject: 'invitations.mail.subject',
    values: { until: date(language, expires.toISOString().slice(0, 10)) },
    body: [
      { part: 'heading', of: { words: 'invitations.mail.subject' } },
      { part: 'paragraph', of: { words: 'invitations.mail.text' } },
      { part: 'list', lines: [{ words: `role.${role}` }, ...(name ? [name] : [])] },
      { part: 'link', of: { words: 'invitations.mail.open', to: accountPaths.invitation(token) } },
      { part: 'paragraph', of: { words: 'invitations.mail.lasts' } },
      { part: 'paragraph', of: { words: 'invitations.mail.not-you' } },
    ],
    once: `accounts.invitation ${tokenDigest(token)}`,
    secret: true,
    until: expires,
  }
}
