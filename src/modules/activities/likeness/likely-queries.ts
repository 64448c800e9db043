import { shippedThesaurus } from '#platform/search/thesaurus/shipped-thesaurus.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Activity } from '../activity.ts'
import { candidates, stayingOrganization, type Candidate } from './candidate-queries.ts'
import { likely, likenessOf, type Likeness } from './likeness.ts'
import { profileOf } from './profile.ts'
import { foundLike } from './telling-words.ts'

/** Another entry that may be about the same activity. */
export type LikelyDuplicate = Likeness &
  Pick<Candidate, 'id' | 'state' | 'language' | 'isWorkSeen' | 'isPublic'> & {
    title: string
  }

const mostShown = 5

/** Entries that may be about the same activity as this one, the likeliest first; only such as the reader may see. */
export async function likelyDuplicates(
  { db, actor, search }: Pick<Visit, 'db' | 'actor' | 'search'>,
  activity: Pick<Activity, 'id' | 'organization' | 'language' | 'content'>,
): Promise<LikelyDuplicate[]> {
  const thesaurus = shippedThesaurus()
  const organization = await stayingOrganization(db, activity.organization)
  const own = profileOf(thesaurus, { ...activity, organization })
  const ids = await foundLike(search, thesaurus, activity)
  const found = await candidates(db, actor, activity, {
    organization,
    host: own.website?.host ?? null,
    ids,
  })
  return found
    .map((one) => ({ one, likeness: likenessOf(own, profileOf(thesaurus, one)) }))
    .filter(({ likeness }) => likeness.score >= likely)
    .toSorted((a, b) => b.likeness.score - a.likeness.score || (a.one.id < b.one.id ? -1 : 1))
    .slice(0, mostShown)
    .map(({ one: { id, state, language, isWorkSeen, isPublic, content }, likeness }) => ({
      id,
      state,
      language,
      isWorkSeen,
      isPublic,
      title: content.title,
      ...likeness,
    }))
}
