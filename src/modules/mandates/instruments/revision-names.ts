import { languageCodes, type Translated } from '#platform/languages.ts'
import type { Conferences } from '../register/register-files.ts'

/** What a revision is called in six languages when nobody has written it down: from its number, place and year. */
export function revisionName(
  forms: Conferences,
  revision: {
    body: string | null
    number: string
    place: string | null
    year: number | null
    mark: string | null
  },
): Translated {
  const form = forms.names[formOf(forms, revision)] ?? {}
  const named = languageCodes.map((code) => {
    const filled = (form[code] ?? '')
      .replace('{number}', forms.numbers[revision.number]?.[code] ?? revision.number)
      .replace('{place}', placeIn(forms, revision.place)[code] ?? revision.place ?? '')
      .replace('{year}', String(revision.year ?? ''))
    return [code, filled]
  })
  return Object.fromEntries(named)
}

function formOf(forms: Conferences, { body, place, year, mark }: Parameters<typeof revisionName>[1]): string {
  if (body !== null && body in forms.names) return year === null && body === 'itu-council' ? 'plain' : body
  if (place === null || year === null) return 'plain'
  return mark === null ? 'first' : 'revised'
}

/** A place in six languages; as printed where it is not known. */
function placeIn(forms: Conferences, place: string | null): Translated {
  if (place === null) return {}
  return Object.values(forms.places).find((names) => Object.values(names).includes(place)) ?? {}
}

/** The English name of a place that may be printed in any language: ids are made of it. */
export function placeOfId(forms: Conferences, place: string | null): string | null {
  if (place === null) return null
  const english = placeIn(forms, place).en ?? place
  const slug = english
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return slug === '' ? null : slug
}
