import { holdingsPart } from '#platform/ui/holdings-part.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { cardList } from '#platform/ui/lists.ts'
import { citationBox, notice } from '#platform/ui/notices.ts'
import { statusTag } from '#platform/ui/status.ts'
import { bdi, pageHead, spoken } from '#platform/ui/text.ts'
import { translateLine } from '#platform/ui/text-note.ts'
import { languages } from '#platform/languages.ts'
import { addressOf } from '#platform/web/address.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { DutyPageRecord } from '../keeping/duty-page-shape.ts'
import { mandatePaths } from '../paths.ts'
import { dutySource, dutyTitle, provisionWords } from './duty-card.ts'
import { dutyDetails } from './duty-details.ts'
import { dueDates, owners, plan } from './duty-keeping-parts.ts'
import { evidenceCard } from './evidence-card.ts'
import { lineagePart } from './lineage-part.ts'
import { whatCanBeDone } from './open-actions.ts'

/** One duty: its clause, who must and who answers, what is planned, what was due, what shows it, and what can be done next. */
export function dutyPage(visit: Visit, page: DutyPageRecord): Page {
  const { t } = visit
  const { duty } = page
  const words = provisionWords(t, duty.address, duty.label, duty.addressees)
  const crumbs = [
    { label: t('instruments.title'), path: mandatePaths.instruments },
    { label: duty.revision.name.text, path: mandatePaths.revision(duty.revision.id) },
    { label: words, path: mandatePaths.provision(duty.revision.id, duty.address) },
  ]
  return {
    title: t('duty.title-of', { name: `${words} · ${duty.revision.name.text}` }),
    description: duty.paraphrase?.text ?? words,
    crumbs,
    history: { kind: 'duty', id: duty.id },
    alternates: [{ type: 'application/json', path: '.json', title: t('duties.as-json') }],
    main: html`${head(visit, page)} ${clause(visit, page)}
      ${whatCanBeDone(visit, page.actions, t('duty.actions'))}
      <section class="section" aria-labelledby="what">
        <h2 id="what">${t('duty.what')}</h2>
        ${dutyDetails(visit, duty, { place: null, dueDates: [], isPage: true })}
        ${duty.origin.code === 'register' ? '' : translateLine(visit, { kind: 'duty', id: duty.id }, duty.verb)}
      </section>
      ${owners(visit, page)} ${plan(visit, page)} ${holdingsPart(visit, page.held)} ${dueDates(visit, page)}
      ${evidence(visit, page)} ${lineagePart(visit, page.lineage)}
      ${citationBox(t, {
        text: `${duty.revision.name.text}, ${words}`,
        address: visit.settings.publicUrl + addressOf(visit.language, visit.path),
      })}`,
  }
}

const head = (visit: Visit, { duty, keeping }: DutyPageRecord): Html =>
  html`${pageHead({
    kicker: dutySource(visit, duty),
    title: dutyTitle(visit.t, duty),
    tags: [
      statusTag(visit.t, duty.state.code),
      ...(duty.next?.certainty.code === 'presumed' ? [statusTag(visit.t, 'presumed')] : []),
      html`<span class="badge">${keeping.label}</span>`,
    ],
  })}
  ${when(keeping.code === 'replaced', () => notice(html`<p>${visit.t('duty.replaced')}</p>`, 'warning'))}`

/** The official words when they were imported in the reader's language, and the way to the provision in its text. */
function clause(visit: Visit, { duty, official }: DutyPageRecord): Html {
  const { t } = visit
  const own = official.find(({ language }) => language === visit.language) ?? official[0]
  const place = linkTo(visit, mandatePaths.provision(duty.revision.id, duty.address))
  return html`<section class="section" aria-labelledby="clause">
    <h2 id="clause">${t('duty.clause')}</h2>
    ${when(
      own,
      () =>
        html`<blockquote
          class="official"
          lang="${languages[own?.language ?? 'en'].tag}"
          dir="${languages[own?.language ?? 'en'].direction}"
        >
          <p>${own?.text}</p>
        </blockquote>`,
    )}
    <p>
      <a href="${place}">${bdi(provisionWords(t, duty.address, duty.label, duty.addressees))}</a>
      · ${spoken(t, duty.revision.name)}
    </p>
  </section>`
}

function evidence(visit: Visit, { evidence: rows, dueDates: dates, support, duty }: DutyPageRecord): Html {
  const { t } = visit
  const standing = rows.filter(({ strength }) => strength.code !== 'withdrawn')
  const withdrawn = rows.filter(({ strength }) => strength.code === 'withdrawn')
  const cards = (some: typeof rows) =>
    cardList(
      some.map((row) => evidenceCard(visit, row, { dates, of: duty.id })),
      { level: 3 },
    )
  return html`<section class="section" aria-labelledby="evidence">
    <h2 id="evidence">${t('duty.evidence', { count: standing.length })}</h2>
    <p>${t(supportKeys[support] ?? 'duty.support.none')}</p>
    ${when(standing.length, () => cards(standing))}
    ${when(
      withdrawn.length,
      () =>
        html`<details>
          <summary>${t('duty.evidence-withdrawn', { count: withdrawn.length })}</summary>
          ${cards(withdrawn)}
        </details>`,
    )}
  </section>`
}

const supportKeys = [
  'duty.support.none',
  'duty.support.weak',
  'duty.support.fair',
  'duty.support.strong',
] as const
