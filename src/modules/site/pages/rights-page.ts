import { roles, type Role } from '#platform/access/actor.ts'
import type { Reach, Right, Rights } from '#platform/access/rights.ts'
import { actionWord, nounWord, stateWord } from '#platform/access/words.ts'
import type { Translate } from '#platform/messages.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { definitionList } from '#platform/ui/lists.ts'
import { table } from '#platform/ui/table.ts'
import { pageHead, unseen } from '#platform/ui/text.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { sitePaths } from '../paths.ts'
import { sentenceOf } from '../rights/rights-shape.ts'

/** The rights table as an auditor reads it: a section per noun, a row per action, a column per role. */
export function rightsPage(visit: Visit, tables: readonly Rights[]): Page {
  const { t } = visit
  const main = html`${pageHead({ title: t('rights.title'), lead: t('rights.lead') })}
    <p>${t('rights.owner')} <a href="${linkTo(visit, sitePaths.workflows)}">${t('workflows.title')}</a></p>
    ${definitionList([
      { term: t('rights.letter.any'), content: t('rights.any') },
      { term: t('rights.letter.own'), content: t('rights.own') },
      { term: t('rights.letter.no'), content: t('rights.no') },
    ])}
    ${tables.map((rights) => nounSection(t, rights))}`
  return {
    title: t('rights.title'),
    description: t('rights.lead'),
    main,
    alternates: [
      { type: 'application/json', path: '.json', title: t('duties.as-json') },
      { type: 'text/csv', path: '.csv', title: t('duties.as-csv') },
    ],
  }
}

/** Roles that may nothing at all here would only make the table wide; the sentences below say who may. */
function nounSection(t: Translate, rights: Rights): Html {
  const { noun } = rights
  const actions = Object.entries(rights.actions)
  const shown = roles.filter((role) => actions.some(([, right]) => right.by[role]))
  return html`<section class="prose-wide" aria-labelledby="noun-${noun}">
    <h2 id="noun-${noun}">${nounWord(t, noun)}</h2>
    ${table({
      id: `rights-${noun}`,
      caption: t('rights.caption', { noun: nounWord(t, noun) }),
      captionUnseen: true,
      columns: [
        { label: t('rights.action') },
        ...shown.map((role) => ({ label: t(`role.${role}`) })),
        { label: t('rights.in-states') },
      ],
      rows: actions.map(([action, right]) => [
        actionWord(t, noun, action),
        ...shown.map((role) => letter(t, right, role)),
        statesOf(t, rights, right),
      ]),
    })}
    ${definitionList(
      actions.map(([action, right]) => ({
        term: actionWord(t, noun, action),
        content: sentenceOf(t, rights, right),
      })),
    )}
  </section>`
}

const letterKeys = {
  any: ['rights.letter.any', 'rights.any'],
  own: ['rights.letter.own', 'rights.own'],
  no: ['rights.letter.no', 'rights.no'],
} as const

/** A letter for the eye, the words for those who listen. */
function letter(t: Translate, right: Right, role: Role): Html {
  const reach: Reach | 'no' = right.by[role] ?? 'no'
  const [short, whole] = letterKeys[reach]
  return html`<span class="right is-${reach}" aria-hidden="true">${t(short)}</span>${unseen(t(whole))}`
}

function statesOf(t: Translate, { noun, states }: Rights, right: Right): string {
  const open = right.in ?? states
  if (open.length === states.length && states.length > 1) return t('rights.all-states')
  const list = new Intl.ListFormat(t.language.locale, { type: 'disjunction' })
  return list.format(open.map((state) => stateWord(t, noun, state)))
}
