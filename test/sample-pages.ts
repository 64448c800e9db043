import type { App } from '#platform/web/app.ts'

/** An address of a page in a language. */
export const pageIn = (language: string, path: string) => `/${language}${path === '/' ? '' : path}`

/** One path of every kind of page, without language. */
export const samplePaths = (app: App): string[] => [...app.resources.plainPaths, ...records]

const records = [
  '/instruments/pp-140',
  '/instruments/itu-convention',
  '/revisions/pp-140-dubai-2018',
  '/revisions/wtsa-75-hammamet-2016',
  '/revisions/pp-140-busan-2014',
  '/revisions/pp-140-dubai-2018/requests-council/8',
  '/revisions/pp-140-dubai-2018/resolves/6/i',
  '/duties/pp-140-dubai-2018/requests-council/8/1',
  '/history/duty/pp-140-dubai-2018~requests-council~8!1',
  '/bodies/itu-sg',
  '/bodies/ungis',
  '/action-lines/C5',
  '/sdgs/9',
  '/activities/values/sdg',
  '/matrix/action-lines/C5',
  '/matrix/sdgs/9',
  '/matrix/targets/9.c',
  '/matrix/gdc-objectives/1',
]

/** Pages in another state than their first one: filtered, found, not found, refused. */
export const pagesInOtherStates = [
  '/duties?cadence=annual&addressee=itu-sg',
  '/duties?addressee=itu-sg&recipient=itu-pp&sdg=any',
  '/calendar?year=2026',
  '/search?q=WSIS',
  '/search?q=qqqq',
  '/duties?nonsense=1',
  '/duties?as-of=2026-11-21',
  '/revisions/pp-140-dubai-2018?as-of=2026-11-21',
  '/duties?as-of=nonsense',
  '/history?kind=register',
  '/matrix?measure=expectation',
  '/nothing-here',
]
