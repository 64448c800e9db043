import { inLanguage } from '#platform/languages.ts'
import { seenByAll, seenByLevel, seenByRoles } from '#platform/past/seen-queries.ts'
import type { SubjectKind, SubjectName } from '#platform/past/subject.ts'
import type { Visit } from '#platform/web/visit.ts'
import { stateWord } from '#platform/access/words.ts'
import type { MessageKey } from '#platform/messages.ts'
import { accountPaths } from '../paths.ts'

const office = ['secretariat', 'administrator'] as const

/** How the history tells of organizations, roles and people. */
export const accountSubjects: readonly SubjectKind[] = [
  {
    kind: 'bodies',
    noun: 'bodies',
    seenBy: seenByAll,
    named: async ({ t }, ids) => all(ids, { label: t('noun.bodies'), path: accountPaths.bodies }),
  },
  {
    kind: 'organization',
    noun: 'organization',
    seenBy: seenByLevel('organizations', {
      hidden: ['proposed', 'declined'],
      roles: [...office, 'regional-officer'],
    }),
    named: organizationNames,
    record: {
      table: 'organizations',
      fields: {
        name: { label: 'organizations.name' },
        acronym: { label: 'organizations.acronym' },
        stakeholder_type: { label: 'organizations.type' },
        country: { label: 'organizations.country' },
        region: { label: 'organizations.region' },
        website: { label: 'organizations.website' },
        ror: { label: 'organizations.ror' },
        iati: { label: 'organizations.iati' },
        membership: {
          label: 'organizations.membership',
          word: (t, code) => t(`organizations.membership.${code}` as MessageKey),
        },
        state: { label: 'organizations.state', word: (t, code) => stateWord(t, 'organization', code) },
      },
    },
  },
  ofOffice('claim', accountPaths.claim),
  ofOffice('role', () => null),
  ofOffice('invitation', () => accountPaths.invitations),
  ofOffice('person', accountPaths.person),
]

function ofOffice(
  noun: 'claim' | 'role' | 'invitation' | 'person',
  path: (id: string) => string | null,
): SubjectKind {
  return {
    kind: noun,
    noun,
    seenBy: seenByRoles(...office),
    named: async ({ t }, ids) =>
      new Map(ids.map((id) => [id, { label: `${t(`noun.${noun}`)} ${id.slice(0, 8)}`, path: path(id) }])),
  }
}

const all = (ids: readonly string[], name: SubjectName) => new Map(ids.map((id) => [id, name]))

async function organizationNames({ db, language }: Visit, ids: readonly string[]) {
  const rows = await db.selectFrom('organizations').select(['id', 'name']).where('id', 'in', ids).execute()
  return new Map(
    rows.map(({ id, name }) => [
      id,
      { label: inLanguage(name, language)?.text ?? id, path: accountPaths.organization(id) },
    ]),
  )
}
