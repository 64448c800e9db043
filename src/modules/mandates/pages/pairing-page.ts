import {
  formPart,
  hiddenInput,
  selectInput,
  textArea,
  textInput,
  tickBox,
  showButton,
  type FormPlace,
} from '#platform/ui/form.ts'
import { percent } from '#platform/ui/format.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { notice } from '#platform/ui/notices.ts'
import { statusTag } from '#platform/ui/status.ts'
import { bdi, changedText, changeKey, pageHead } from '#platform/ui/text.ts'
import { languages, type LanguageCode } from '#platform/languages.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { ProvisionPair } from '../comparison/comparison.ts'
import { addressName } from '../instruments/provision-names.ts'
import { named } from '../shapes.ts'
import { mandatePaths } from '../paths.ts'
import { originField } from '../succession/choice-issues.ts'
import { originsOf } from '../succession/pair-choices.ts'
import type { PairingSubject } from '../succession/pairing-routes.ts'
import type { PairRow } from '../succession/succession-queries.ts'

type Deciding = Extract<PairingSubject, { kind: 'pairing' }>

/** The form on which people decide what became of each provision; another for what is decided, or has no order yet. */
export function pairingPage(visit: Visit, subject: PairingSubject, entered: Entered): Page {
  const { t } = visit
  const revision = subject.kind === 'pairing' ? subject.held.revision : subject.revision
  const name = named(visit, revision.name, revision.id).text
  return {
    title: t('pairing.title-of', { name }),
    unlisted: true,
    form: 'form',
    crumbs: [
      { label: t('instruments.title'), path: mandatePaths.instruments },
      { label: name, path: mandatePaths.revision(revision.id) },
      ...(subject.kind === 'pairing'
        ? [{ label: t('succession.title'), path: mandatePaths.changes(revision.id) }]
        : []),
    ],
    main: html`${pageHead({ title: t('pairing.title'), kicker: name })} ${partOf({ visit, entered }, subject)}`,
  }
}

function partOf(place: FormPlace, subject: PairingSubject): Html {
  if (subject.kind === 'open-order') return chooseForm(place, subject)
  return subject.held.state === 'confirmed' ? reopenForm(place, subject) : decideForm(place, subject)
}

const chooseForm = (place: FormPlace, { choices }: Extract<PairingSubject, { kind: 'open-order' }>): Html => {
  const { visit } = place
  return formPart(place, {
    submit: visit.t('pairing.choose'),
    content: html`<p>${visit.t('pairing.order-unknown')}</p>
      ${selectInput(place, {
        name: 'predecessor',
        label: visit.t('pairing.predecessor'),
        choices: choices.map(({ id, name }) => ({ value: id, label: named(visit, name, id).text })),
        none: visit.t('compare.none'),
      })}`,
  })
}

const reopenForm = (place: FormPlace, { held }: Deciding): Html => {
  const { t } = place.visit
  return formPart(place, {
    version: held.version,
    submit: t('action.pairing.reopen'),
    content: html`<p>${t('pairing.is-confirmed')}</p>
      ${textArea(place, { name: 'reason', label: t('pairing.reason'), isRequired: true, maxLength: 10_000 })}`,
  })
}

function decideForm(place: FormPlace, subject: Deciding): Html {
  const { visit, entered } = place
  const { t } = visit
  const { held, reader, heads } = subject
  const rows = rowsToDecide(subject, entered)
  const sure = held.pairs.filter((pair) => pair.after !== null && !rows.includes(pair.after)).length
  const befores = [...new Set(subject.compared.pairs.flatMap(({ before }) => before?.address ?? []))]
  const content = html`<p>${t('pairing.lead')}</p>
    ${when(held.state === 'reopened', () => notice(html`<p>${t('succession.reopened-notice')}</p>`))}
    ${when(
      sure > 0,
      () => html`<p>${t('pairing.sure', { count: sure })} ${showButton('all', t('pairing.show-all'))}</p>`,
    )}
    ${changeKey(t)}
    <datalist id="earlier">
      ${befores.map(
        (address) =>
          html`<option value="${address}">
            ${addressName(reader, heads, held.predecessor.id, address)}
          </option>`,
      )}
    </datalist>
    ${rows.map((after) => rowPart(place, subject, after))} ${droppedPart(visit, subject)}
    ${when(entered.issues.some(({ key }) => key === 'pairing.named-twice') || entered.values['divided'], () =>
      tickBox(place, { name: 'divided', label: t('pairing.divided') }),
    )}`
  return formPart(
    { ...place, present: presentOf(held.pairs) },
    {
      version: held.version,
      submit: t('action.pairing.confirm'),
      content,
      buttons: html`<button type="submit" name="keep" value="yes">${t('pairing.keep')}</button>`,
    },
  )
}

const presentOf = (pairs: PairRow[]): Record<string, string> =>
  Object.fromEntries(
    [...originsOf(pairs)].map(([after, befores]) => [originField(after), befores.join(', ')]),
  )

const sureScore = 0.8

/** The later provisions that need a person's eye: those of which the program is not sure, and what somebody has chosen. */
function rowsToDecide({ held }: Deciding, entered: Entered): string[] {
  const typed = [entered.values['rows'] ?? []].flat()
  const isOpen = (pair: PairRow) =>
    !(pair.isProposed && pair.before !== null && (pair.score ?? 0) >= sureScore && pair.alsoLike.length === 0)
  const shown = held.pairs.filter(
    (pair) =>
      entered.asked === 'all' ||
      isOpen(pair) ||
      pair.state === 'reopened' ||
      typed.includes(pair.after ?? ''),
  )
  return [...new Set(shown.flatMap(({ after }) => after ?? []))]
}

function rowPart(place: FormPlace, subject: Deciding, after: string): Html {
  const { visit } = place
  const { t } = visit
  const { held, reader, heads, compared } = subject
  const name = addressName(reader, heads, held.revision.id, after)
  const pair = held.pairs.find((one) => one.after === after)
  const told = compared.pairs.find((one) => one.after?.address === after)
  return html`<section class="pair" aria-labelledby="n-${after}">
    <h2 id="n-${after}">
      <a href="${linkTo(visit, mandatePaths.provision(held.revision.id, after))}">${bdi(name)}</a>
    </h2>
    <p class="tags">
      ${when(pair, () => statusTag(t, pair?.kind ?? 'new'))}
      ${when(pair?.score, () => html`<span class="muted">${t('compare.score', { share: percent(visit.language, pair?.score ?? 0) })}</span>`)}
      ${when(pair?.alsoLike.length, () => html`<span class="muted">${t('compare.also-like')} <bdi>${pair?.alsoLike.join(', ')}</bdi></span>`)}
    </p>
    ${told?.after ? words(visit, compared.language, told, pair) : ''} ${hiddenInput('rows', after)}
    ${textInput(
      { ...place, present: presentOf(held.pairs) },
      {
        name: originField(after),
        label: t('pairing.from', { name }),
        hint: t('pairing.from-hint'),
        isRequired: false,
        direction: 'ltr',
        list: 'earlier',
      },
    )}
  </section>`
}

/** The words of the later provision; their changes are marked where the pair is the one that the program compared. */
function words(
  { t }: Visit,
  language: LanguageCode,
  { after, before, segments }: ProvisionPair,
  pair: PairRow | undefined,
): Html {
  const { tag, direction } = languages[language]
  const isMarked = segments.length > 0 && before?.address === pair?.before
  return html`<p class="official" lang="${tag}" dir="${direction}">
    ${isMarked ? changedText(t, segments) : after?.text}
  </p>`
}

/** Earlier provisions that nothing comes from: they are dropped unless a row names them. */
function droppedPart(visit: Visit, { held, reader, heads }: Deciding): Html | '' {
  const dropped = held.pairs.flatMap(({ before, after }) =>
    after === null && before !== null ? [before] : [],
  )
  return when(
    dropped.length,
    () =>
      html`<section class="section" aria-labelledby="dropped">
        <h2 id="dropped">${visit.t('pairing.dropped')}</h2>
        <p class="hint">${visit.t('pairing.dropped-hint')}</p>
        <ul class="citations">
          ${dropped.map(
            (address) =>
              html`<li>
                <a href="${linkTo(visit, mandatePaths.provision(held.predecessor.id, address))}"
                  >${bdi(addressName(reader, heads, held.predecessor.id, address))}</a
                >
                <bdi class="muted">${address}</bdi>
              </li>`,
          )}
        </ul>
      </section>`,
  )
}
