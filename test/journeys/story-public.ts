import type { Stage } from './story-stage.ts'

export type Answer = { status: number; text: string }

/** What anybody gets at an address who is not signed in; without what is another in each answer, whatever happened. */
export async function publicAnswer({ address }: Stage, path: string): Promise<Answer> {
  const answer = await fetch(address + path, { redirect: 'manual' })
  const text = await answer.text()
  return { status: answer.status, text: text.replaceAll(/<updated>[^<]*<\/updated>/g, '') }
}

/** All public answers that could tell of a duty and its evidence: pages, data, tables, feeds, exports, searches. */
export async function publicAnswers(
  stage: Stage,
  of: { revision: string; duty: string; words: string[] },
): Promise<Map<string, Answer>> {
  const { revision, duty, words } = of
  const lists = [
    '/evidence',
    '/oversight',
    '/duties',
    '/duties/unanswered',
    '/oversight/gaps',
    '/oversight/overlaps',
  ]
  const paths = [
    '',
    '/history',
    '/calendar',
    '/bodies/itu-dir-tsb',
    '/bodies/itu-tsb',
    '/languages',
    '/languages/texts',
    ...lists,
    ...lists.map((path) => `${path}?revision=${revision}`),
    `/oversight?revision=${revision}&year=2022`,
    `/duties/${duty}`,
    `/revisions/${revision}`,
    `/revisions/${revision}/${duty.split('/').slice(1, -1).join('/')}`,
    ...words.map((word) => `/search?q=${encodeURIComponent(word)}`),
  ]
  const addresses = ['en', 'ar', 'zh'].flatMap((code) =>
    paths.flatMap((path) => endings.map((ending) => `/${code}${withEnding(path, ending)}`)),
  )
  const answers = new Map<string, Answer>()
  for (const one of [...addresses, '/sitemap.xml', '/api/openapi.json'])
    answers.set(one, await publicAnswer(stage, one))
  return answers
}

const endings = ['', '.json', '.csv', '.atom']

const withEnding = (path: string, ending: string) => {
  const [place = '', query] = path.split('?')
  return `${place}${place === '' ? '' : ending}${query === undefined ? '' : `?${query}`}`
}

/** The addresses at which the answers are not the same. */
export const differences = (before: Map<string, Answer>, after: Map<string, Answer>): string[] =>
  [...before].flatMap(([path, { status, text }]) => {
    const now = after.get(path)
    return now?.status === status && now.text === text ? [] : [path]
  })
