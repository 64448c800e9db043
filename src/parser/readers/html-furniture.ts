import type { SetAsideReason } from '../source.ts'
import type { HtmlElement, HtmlNode } from './html-tree.ts'
import { attributeOf, isElement, stepsThrough } from './html-tree.ts'

/** Parts of a page that are not its text: what must be known before the walk, since it depends on the sizes of things. */
export type Furniture = Map<HtmlElement, SetAsideReason>

export function furnitureOf(root: HtmlNode): Furniture {
  const found = measured(root)
  const furniture: Furniture = new Map()
  for (const { element, letters, isInArticle, hasTopHeading } of found.candidates) {
    const reason = reasonOf(element, isInArticle)
    // A part with half of the text is the text, whatever it is called.
    if (!reason || letters * 2 > found.letters) continue
    const holdsTheTitle = hasTopHeading && found.topHeadings === 1 && letters < 2_000
    if (reason === 'running-head' && holdsTheTitle) continue
    furniture.set(element, reason)
  }
  return furniture
}

type Candidate = { element: HtmlElement; letters: number; isInArticle: boolean; hasTopHeading: boolean }

function measured(root: HtmlNode) {
  const candidates: Candidate[] = []
  const open: { element: HtmlElement; letters: number; headings: number; isInArticle: boolean }[] = []
  let letters = 0
  let topHeadings = 0
  let articles = 0
  let hidden = 0
  for (const { node, enter } of stepsThrough(root)) {
    if (enter && 'value' in node && hidden === 0) letters += node.value.match(/\p{L}/gu)?.length ?? 0
    if (!isElement(node)) continue
    if (['script', 'style', 'template', 'head'].includes(node.tagName)) hidden += enter ? 1 : -1
    if (['article', 'main'].includes(node.tagName)) articles += enter ? 1 : -1
    if (enter && node.tagName === 'h1') topHeadings += 1
    if (!mayBeFurniture(node)) continue
    if (enter) open.push({ element: node, letters, headings: topHeadings, isInArticle: articles > 0 })
    else {
      const start = open.pop()
      if (!start) continue
      const { element, isInArticle } = start
      const hasTopHeading = topHeadings > start.headings
      candidates.push({ element, letters: letters - start.letters, isInArticle, hasTopHeading })
    }
  }
  return { candidates, letters, topHeadings }
}

const roles: Record<string, SetAsideReason> = {
  navigation: 'other',
  search: 'other',
  complementary: 'other',
  banner: 'running-head',
  contentinfo: 'running-head',
}

const names =
  /^(site|page|main|global|top)?[-_]?(footer|nav|navigation|navbar|menu|breadcrumbs?|sidebar|skip-?(link|to-content|nav)|cookie-?(bar|banner|notice|consent)?)$/i

const nameOf = (element: HtmlElement) => attributeOf(element, 'id') ?? ''
const classesOf = (element: HtmlElement) => (attributeOf(element, 'class') ?? '').split(/\s+/)

const mayBeFurniture = (element: HtmlElement) =>
  ['nav', 'aside', 'header', 'footer'].includes(element.tagName) ||
  (attributeOf(element, 'role') ?? '') in roles ||
  (['div', 'ul', 'section', 'a'].includes(element.tagName) &&
    (names.test(nameOf(element)) || classesOf(element).some((name) => names.test(name))))

function reasonOf(element: HtmlElement, isInArticle: boolean): SetAsideReason | null {
  const role = roles[attributeOf(element, 'role') ?? '']
  if (role) return role
  if (/^doc-(foot|end)notes?$/.test(attributeOf(element, 'role') ?? '')) return null
  if (element.tagName === 'nav') return 'other'
  // An article's own head is its title, its foot its notes, an aside in it a note on it.
  const isNotes = [nameOf(element), ...classesOf(element)].some((name) => /note/i.test(name))
  if (['header', 'footer'].includes(element.tagName)) return isInArticle || isNotes ? null : 'running-head'
  if (element.tagName === 'aside') return isNotes ? null : 'other'
  return /footer/i.test(nameOf(element) + classesOf(element).join(' ')) ? 'running-head' : 'other'
}
