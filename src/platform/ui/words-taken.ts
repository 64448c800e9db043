import type { WordsTaken } from '../search/words-taken.ts'
import { html, when, type Html } from './html.ts'
import { here, type Place } from './links.ts'
import { bdi } from './text.ts'

/** Says what was added from the thesaurus and what was mended, with the way back to the words alone. */
export const howWordsWereTaken = (
  place: Place,
  { widenedBy = [], corrected = [] }: Partial<WordsTaken>,
): Html =>
  html`${when(
    corrected.length > 0,
    () =>
      html`<p class="notice">
        ${place.t('words.corrected')}
        ${corrected.map(
          ({ asked, used, by }) =>
            html`<del><bdi>${asked}</bdi></del>
              <ins><bdi>${used}${by === 'beginning' ? '…' : ''}</bdi></ins> `,
        )}
      </p>`,
  )}
  ${when(
    widenedBy.length > 0,
    () =>
      html`<details class="widened">
        <summary>${place.t('words.widened')}</summary>
        <ul>
          ${widenedBy.map(
            ({ asked, terms }) =>
              html`<li>
                <q><bdi>${asked}</bdi></q
                >: ${terms.map((term, at) => html`${at > 0 ? place.t('words.comma') : ''}${bdi(term)}`)}
              </li>`,
          )}
        </ul>
        <p>
          <a href="${here(place, { q: exactly(place.query.get('q') ?? '') })}">${place.t('words.only')}</a>
        </p>
      </details>`,
  )}`

/** The same words as a phrase: these are looked for as they stand. */
const exactly = (words: string): string => `"${words.replaceAll('"', ' ').trim()}"`
