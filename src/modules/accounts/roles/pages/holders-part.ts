import { html, when, type Html } from '#platform/ui/html.ts'
import { table } from '#platform/ui/table.ts'
import { dateText } from '#platform/ui/text.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { PublicHolder } from '../holder-shape.ts'

/** Who holds and held the public roles of what a page is about; nothing where nobody agreed to be named. */
export const holdersPart = (visit: Visit, holders: PublicHolder[]): Html | '' =>
  when(holders.length > 0, () =>
    table({
      id: 'holders',
      caption: visit.t('roles.holders'),
      columns: [
        { label: visit.t('people.name') },
        { label: visit.t('noun.role') },
        { label: visit.t('roles.from') },
        { label: visit.t('roles.to') },
      ],
      rows: holders.map((one) => [
        html`<bdi>${one.name}</bdi>${when(one.ownName, () => html` <bdi>${one.ownName}</bdi>`)}`,
        one.role.label,
        dateText(visit.t, one.from),
        one.to === null ? '' : dateText(visit.t, one.to),
      ]),
    }),
  )
