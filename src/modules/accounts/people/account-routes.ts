import { z } from 'zod'
import { permit } from '#platform/access/rights.ts'
import type { PersonalDataOf } from '#platform/access/personal-data.ts'
import { languageCodes } from '#platform/languages.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Module } from '#platform/module.ts'
import { rule } from '#platform/web/problem.ts'
import type { Page, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { claimsOfPerson } from '../organizations/claim-queries.ts'
import { accountPaths } from '../paths.ts'
import { dayOf } from '../roles/days.ts'
import { scopeNames } from '../roles/scope-queries.ts'
import { proveAgain } from '../sign-in/own-password.ts'
import { selfOf } from '../sign-in/security-routes.ts'
import { erasePerson } from './erasure-commands.ts'
import { accountDataPage } from './pages/account-data-page.ts'
import { accountPage } from './pages/account-page.ts'
import { erasurePage } from './pages/erasure-page.ts'
import { personWithRoles } from './person-queries.ts'
import { personRights } from './person-rights.ts'
import { heldRole } from './person-shape.ts'
import { editProfile } from './profile-commands.ts'

const short = z.string().max(200, rule('rule.short-text'))

/** People's own pages: what they say of themselves, what is held about them, and the way to have it erased. */
export function accountRoutes(site: Site, modules: readonly Module[]): void {
  site.form({
    path: accountPaths.account,
    name: 'account',
    summary: 'One’s own profile: name, language, and whether the name may be public.',
    right: 'person.edit',
    fields: z.strictObject({
      name: short,
      'own-name': short.optional(),
      language: z.enum(languageCodes),
      public: z.literal('yes').optional(),
    }),
    read: ownAccount,
    page: accountPage,
    act: async ({ db, actor, now: at }, _account, { fields, version }) => {
      const profile = {
        name: fields.name,
        ownName: fields['own-name'] ?? null,
        language: fields.language,
        nameIsPublic: fields.public === 'yes',
      }
      const outcome = await editProfile(db, { actor, at, profile, version })
      return 'issues' in outcome ? outcome : { to: accountPaths.account, done: 'done.profile-edited' }
    },
  })

  const collectors = modules.flatMap(({ personalData }) => personalData ?? [])
  site.record({
    path: accountPaths.accountData,
    name: 'account-data',
    summary: 'All that is held about the person who asks, and why.',
    query: z.strictObject({}),
    shape: dataShape,
    read: (visit) => dataOf(visit, collectors),
    page: accountDataPage,
  })

  site.page({ path: accountPaths.accountErased, page: erasedPage })
  const erasers = modules.flatMap((module) => module.erasePerson ?? [])
  site.form({
    path: accountPaths.accountErasure,
    name: 'eraseAccount',
    summary: 'Have all that says who one is erased, after proving it again.',
    right: 'person.erase',
    fields: z.strictObject({
      understood: z.literal('yes', rule('account.erasure.tick')),
      email: short,
      present: short.optional(),
    }),
    read: selfOf,
    page: erasurePage,
    act: async ({ db, actor, now: at }, { engine, signedIn }, { fields, caller }) => {
      if (fields.email.trim().toLowerCase() !== signedIn.person.email)
        return { issues: [{ field: 'email', key: 'account.erasure.other-email' }] }
      const issues = await proveAgain(engine, caller, signedIn, fields.present ?? '')
      if (issues.length > 0) return { issues }
      await erasePerson(db, { actor, at, erasers })
      return { to: accountPaths.accountErased, forgets: true }
    },
  })
}

/** Where somebody finds themselves who is nobody any more. */
const erasedPage = ({ t }: Visit): Page => ({
  title: t('account.erased.title'),
  main: pageHead({ title: t('account.erased.title'), lead: t('account.erased.text') }),
  unlisted: true,
})

async function ownAccount(visit: Visit) {
  const { db, actor, now } = visit
  permit(personRights, 'edit', actor, {
    state: 'active',
    owners: actor.person === null ? [] : [actor.person],
  })
  const person = await personWithRoles(db, actor.person ?? '', dayOf(now))
  if (person === null) return null
  const names = await scopeNames(
    db,
    person.allRoles.flatMap(({ scope }) => scope ?? []),
  )
  return {
    person,
    roles: person.allRoles.map((role) => heldRole(visit, role, names)),
    claims: await claimsOfPerson(db, person.id),
  }
}

export type OwnAccount = NonNullable<Awaited<ReturnType<typeof ownAccount>>>

const valueShape = z.union([z.string(), z.number(), z.boolean(), z.null()])

const dataShape = z.object({
  person: z.string(),
  gathered: z.string(),
  holdings: z.array(
    z.object({
      holding: z.string(),
      title: z.string(),
      why: z.string(),
      rows: z.array(z.record(z.string(), valueShape)),
    }),
  ),
})

export type OwnData = z.infer<typeof dataShape>

async function dataOf(visit: Visit, collectors: readonly PersonalDataOf[]): Promise<OwnData | null> {
  const { db, actor, now, t } = visit
  permit(personRights, 'export', actor, {
    state: 'active',
    owners: actor.person === null ? [] : [actor.person],
  })
  const person = await personWithRoles(db, actor.person ?? '', dayOf(now))
  if (person === null) return null
  const { id, email } = person
  const parts = []
  for (const collect of collectors) parts.push(...(await collect(db, { id, email })))
  return {
    person: id,
    gathered: now.toISOString(),
    holdings: parts.map(({ holding, title, why, rows }) => ({
      holding,
      title: t(title),
      why: t(why),
      rows: rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [
            name,
            value instanceof Date ? value.toISOString() : value,
          ]),
        ),
      ),
    })),
  }
}
