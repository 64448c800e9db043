import type { Refusal } from '../errors.ts'
import type { Html } from '../ui/html.ts'
import type { Answer } from './answer.ts'
import type { Problem } from './problem.ts'
import type { Page } from './site.ts'
import type { Visit } from './visit.ts'

/** How pages are dressed; made once at the start from the stylesheet and the navigation. */
export type Layout = {
  whole: (visit: Visit, page: Page) => Html
  refusal: (visit: Visit, refusal: Refusal, problem: Problem) => Html
  failure: (visit: Visit, reference: string) => Html
  /** What stands at `/assets/<name>.<hash>.<ending>`; throws `notFound` for anything else. */
  asset: (path: string) => Answer
  /** What shows the pages of entries while there is no line. */
  worker: () => Answer
}
