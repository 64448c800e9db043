import type { LanguageCode } from '../language-code.ts'
import { isLanguageCode } from '../language-code.ts'
import type { SourceText, Warning } from '../source.ts'
import { Unreadable } from '../source.ts'
import type { Draft } from './drafts.ts'
import { emptyDraft, flowOf } from './drafts.ts'
import { noteDrafts, noteMarks } from './docx-notes.ts'
import { numberingOf } from './docx-numbering.ts'
import type { WordPackage } from './docx-package.ts'
import { openWordPackage } from './docx-package.ts'
import type { Surroundings } from './docx-paragraph.ts'
import type { Story } from './docx-story.ts'
import { finishCarried, startStory } from './docx-story.ts'
import { stylesOf } from './docx-styles.ts'
import { storyVisitor } from './docx-visit.ts'
import type { Budget } from './limits.ts'
import { takeRaisedNotes } from './notes.ts'
import { writesLike } from './scripts.ts'
import type { XmlNode } from '#platform/packages/xml-read.ts'
import { childrenNamed, readXml, readXmlTree } from '#platform/packages/xml-read.ts'

export async function readDocx(input: Uint8Array, budget: Budget): Promise<SourceText> {
  const word = await openWordPackage(input, budget)
  const styles = stylesOf(await word.tree('styles'))
  const numbering = numberingOf(await word.tree('numbering'), styles)
  const surroundings = { styles, numbering }

  const story = startStory(surroundings, budget, noteMarks(await word.tree('settings')))
  await readXml(word.archive.open(word.main), storyVisitor(story), budget)
  finishCarried(story)
  const drafts = story.sinks[0] ?? []
  takeRaisedNotes(drafts.filter((draft) => draft.aside === null && draft.cell === null))

  const notes = await noteDrafts(word, story)
  const furniture = await furnitureDrafts(word, surroundings, budget)
  const flow = flowOf([...drafts, ...notes, ...furniture], budget)
  if (story.embedded.length > 0) throw new Unreadable('unknown-format', { kind: 'embedded' })
  if (flow.blocks.length === 0) throw new Unreadable('no-text')
  return {
    format: 'docx',
    declaredLanguage: languageOf(story, flow.blocks),
    ...flow,
    warnings: warningsOf(story),
  }
}

const warningsOf = (story: Story): Warning[] =>
  story.hasChanges ? [{ code: 'tracked-changes', at: 'paragraph 1' }] : []

/** The language in which most of the text is marked, unless it is written in another script. */
function languageOf(story: Story, blocks: { text: string }[]): LanguageCode | null {
  const byCode = new Map<string, number>()
  for (const [name, letters] of story.lettersByLanguage) {
    const code = name.toLowerCase().split('-')[0] ?? ''
    byCode.set(code, (byCode.get(code) ?? 0) + letters)
  }
  const [most] = [...byCode].sort((a, b) => b[1] - a[1])
  const code = most?.[0] ?? ''
  if (!isLanguageCode(code)) return null
  return writesLike(code, blocks.map((block) => block.text).join('\n')) ? code : null
}

/** What a Word file prints outside its running text, or does not print at all, but holds for readers. */
async function furnitureDrafts(
  word: WordPackage,
  surroundings: Surroundings,
  budget: Budget,
): Promise<Draft[]> {
  const drafts: Draft[] = []
  const seen = new Set<string>()
  for (const { type, target } of word.relationships) {
    if (seen.has(target) || !word.archive.has(target)) continue
    seen.add(target)
    if (type === 'header' || type === 'footer') {
      const text = await storyText(word, target, surroundings, budget)
      drafts.push(emptyDraft({ aside: 'running-head', at: type, pieces: textPieces(text), space: 'columns' }))
    }
    if (type === 'comments') {
      const tree = await readXmlTree(word.archive.open(target), budget)
      for (const comment of childrenNamed(tree, 'w:comment')) {
        const at = `comment ${comment.attributes['w:id'] ?? ''}`
        drafts.push(
          emptyDraft({ aside: 'other', at, pieces: textPieces(lettersIn(comment, 'w:t')), space: 'columns' }),
        )
      }
    }
    if (type === 'chart' || type === 'diagramData') {
      const text = lettersIn(await readXmlTree(word.archive.open(target), budget), 'a:t', 'c:v')
      drafts.push(emptyDraft({ aside: 'not-text', at: type, pieces: textPieces(text), space: 'columns' }))
    }
  }
  return drafts
}

const textPieces = (text: string) => [{ kind: 'text' as const, text, italic: false }]

async function storyText(
  word: WordPackage,
  part: string,
  surroundings: Surroundings,
  budget: Budget,
): Promise<string> {
  const story = startStory(surroundings, budget, () => '*')
  await readXml(word.archive.open(part), storyVisitor(story), budget)
  finishCarried(story)
  const flow = flowOf(story.sinks[0] ?? [], budget)
  return [...flow.blocks, ...flow.setAside].map((block) => block.text).join('\n')
}

/** All text of some elements, in order, with a line for each paragraph. */
function lettersIn(root: XmlNode, ...names: string[]): string {
  const parts: string[] = []
  const open = [root]
  while (open.length > 0) {
    const node = open.pop()
    if (!node) break
    if (names.includes(node.name)) parts.push(node.text)
    if (node.name === 'w:p' || node.name === 'a:p' || node.name === 'c:pt') parts.push('\n')
    open.push(...node.children.toReversed())
  }
  return parts.join('').trim()
}
