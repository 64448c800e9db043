import { makeComment, replyToComment, takeCommentStep } from '../talk/comment-commands.ts'
import { suggest, takeSuggestionStep } from '../talk/suggestion-commands.ts'
import { textsNow } from '../talk/talk-queries.ts'
import { addressed, type MadeReport, type World } from './demo-address-queries.ts'
import { readerOf } from './demo-people.ts'
import { sound, type DemoReport, type DemoTalk } from './demo-reports.ts'

/** What somebody says of a draft of the example world, through the command that people use. */
export async function talkOf(
  world: World,
  report: DemoReport,
  { sections, said }: MadeReport,
  talk: DemoTalk,
  at: Date,
): Promise<void> {
  const { db } = world
  const by = { actor: readerOf(talk.by), at }
  const known = { ...by, id: said.get(talk.name) ?? '' }
  switch (talk.does) {
    case 'comment': {
      const { section, name, language, quote, text } = talk
      const asked = { ...by, section: sections.get(section) ?? '', language, quote, text }
      return void said.set(name, sound(report, await makeComment(db, asked)).id)
    }
    case 'reply':
      return replyToComment(db, { ...known, text: talk.text })
    case 'settle':
      return takeCommentStep(db, 'settle', known)
    case 'suggest': {
      const { name, language, paragraph, why } = talk
      const section = sections.get(talk.section) ?? ''
      const { paragraphs } = (await textsNow(db, [section]))(section, language)
      const place = paragraph - 1
      const before = paragraphs[place]?.text ?? ''
      const after = await addressed(world, talk.after)
      const asked = { ...by, section, language, paragraph: { place, before }, after, why }
      return void said.set(name, sound(report, await suggest(db, asked)).id)
    }
    case 'reject':
      return void sound(report, await takeSuggestionStep(db, 'reject', { ...known, reason: talk.reason }))
    case 'accept':
    case 'withdraw':
      return void sound(report, await takeSuggestionStep(db, talk.does, known))
  }
}
