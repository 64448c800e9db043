import { compiled } from '../../names/compiled.ts'
import { chineseVerb } from '../../names/verbs/chinese.ts'
import type { Clause, VerbGroup } from './clause.ts'
import { closed, noClause } from './clause.ts'
import type { ClauseSource } from './words.ts'

/**
 * Chinese does not mark verbs, so a known verb counts where one may stand: at the head of a part of the sentence, after
 * adverbs and after phrases with a coverb ('向理事会'), and not where a noun follows that makes a compound of it ('编制工作').
 */
export function readChineseClause({ text, mentions }: ClauseSource): Clause {
  const groups: VerbGroup[] = []
  let subject: Clause['subject'] = null
  let form: Clause['form'] = 'infinitive'
  for (const part of parts(text.text)) {
    const first = groups.length === 0
    const ought = first ? modalIn(part.text) : null
    const from = ought === null ? 0 : ought.end
    if (ought !== null) {
      const said = /^(?:对于)?(.*?)(?:,.*)?$/u.exec(part.text.slice(0, ought.start))?.[1] ?? ''
      form = said.trim() === '' ? 'infinitive' : 'subject'
      const agent = /^由/u.test(part.text.slice(ought.end))
        ? verbIn(part.text, ought.end + 1, true, () => false)
        : null
      if (agent !== null) subject = { start: part.start + ought.end + 1, end: part.start + agent.at }
      else if (said.trim() !== '') subject = { start: part.start, end: part.start + ought.start }
    }
    const verb = verbIn(part.text, from, first || part.joined, (at) =>
      mentions.some((one) => one.start < part.start + at && part.start + at < one.end),
    )
    if (verb === null) {
      if (first && !/[,]$/.test(part.before)) continue
      continue
    }
    const goesOn = /继续|(?<!可)持续|不断/u.test(part.text.slice(0, verb.end)) && verb.word !== '继续'
    const shared = !first && part.joined && (groups.at(-1)?.continuing ?? false) && verb.at < 2
    groups.push({
      start: part.start,
      end: part.start + verb.end,
      until: 0,
      verbs: [verb.word, ...beside(part.text, verb.end)],
      kind: 'own',
      subject: null,
      continuing: goesOn || shared || verb.word === '继续',
    })
    for (const other of insideJoins(part.text, verb.end)) {
      groups.push({
        start: part.start + other.start,
        end: part.start + other.end,
        until: 0,
        verbs: [other.word],
        kind: 'own',
        subject: null,
        continuing: goesOn,
      })
    }
  }
  if (groups.length === 0) return subject === null ? noClause : { form, subject, groups: [] }
  return { form, subject, groups: closed(groups, text.text.length) }
}

type Part = { text: string; start: number; joined: boolean; before: string }

/** Parts between commas; one that says only when, how or for example is left out by the verb search. */
function parts(text: string): Part[] {
  const found: Part[] = []
  let start = 0
  for (const match of `${text},`.matchAll(/[,;:。]/gu)) {
    const piece = text.slice(start, match.index)
    const lead = /^\s*(?:并且|并|而且|同时|以及|此外|还|亦|及|且)*/u.exec(piece)?.[0] ?? ''
    const joined = lead.trim() !== ''
    found.push({
      text: piece.slice(lead.length),
      start: start + lead.length,
      joined,
      before: text.slice(0, start),
    })
    start = match.index + 1
  }
  const kept = found.filter(
    (part, index) => part.text.trim() !== '' && (index === 0 || !aside.test(part.text)),
  )
  const acts = kept.filter((part) => !inCompany.test(part.text))
  return acts.length > 0 ? acts : kept
}

/** '与各局主任协作,' says only with whom. */
const inCompany = /^\s*(?:与|同|会同|和)[^,]{1,60}(?:协作|合作|协商|磋商|协调|配合|一道)(?:下|的情况下)?$/u

const aside =
  /^\s*(?:包括|特别是|尤其是|其中|例如|如|以便|以期|从而|使|以使|以确保|以促进|以支持|以加强|以提高|旨在|目的|考虑到|顾及|注意到|铭记|同时考虑|同时顾及|酌情$|但|因为|由于|即|这|从|其|以(?:避免|帮助|推动|实现|满足|鼓励|改善|建设))/u
const modal = /(?:不得|应当|应该|应继续|应|须|必须|需要|需|将|宜)(?!用|对|邀|要求|请|答|对|急|付|有)/u

function modalIn(text: string): { start: number; end: number } | null {
  const match = modal.exec(text)
  if (match === null || match.index > 40) return null
  return { start: match.index, end: match.index + match[0].replace(/继续$/u, '').length }
}

const notVerbBefore =
  /(?:的|之|各|该|本|其|项|份|些|此类|上述|有关|相关|关于|全面|总体|年度|进展|综合|详细|最终|最后|中期|为|为了)$/u
const notVerbAfter =
  /^(?:的(?!是)|情况|工作|组|方面|报告|计划|活动|进程|机制|框架|问题|会(?!议)|局|部门|方|者|战略|方案|小组|人员|能力|结果|成果|进度|过程|规划|作用|时|中(?!国)|领域|指南|网络|平台|系统|标准|议程|目标|周期|期间|办法|方法|与否|方式)/u

type VerbPlace = { word: string; at: number; end: number }

function verbIn(
  text: string,
  from: number,
  first: boolean,
  inName: (at: number) => boolean,
): VerbPlace | null {
  for (const match of text.slice(from).matchAll(chineseVerb)) {
    const at = from + match.index
    const place = { word: match[0], at, end: at + match[0].length }
    if (inName(at) || !standsAsVerb(text, place)) continue
    if (coverbOpen(text.slice(from, at), text.slice(at)) || (!first && at - from > 14)) continue
    return place
  }
  const goesOn = text.indexOf('继续', from)
  return goesOn >= 0 && first ? { word: '继续', at: goesOn, end: goesOn + 2 } : null
}

const commonVerbs =
  /^(?:采取|提交|报告|提供|做出|作出|开展|进行|实施|制定|编制|加强|促进|推动|更新|公布|落实|通报|汇报|介绍|说明|了解)$/u
const takesSituation = /^(?:通报|汇报|介绍|说明|了解|反映)$/u

/** 'word' may be a verb, a noun ('编制工作') or part of a phrase ('应请求'): what stands around it decides. */
function standsAsVerb(text: string, { word, at, end }: VerbPlace): boolean {
  const before = text.slice(0, at)
  const after = text.slice(end)
  if (word === '继续' || (before.endsWith('应') && /^(?:请|要求)/u.test(text.slice(at)))) return false
  if (word === '通过' && !isApproval(text, end)) return false
  if (notVerbBefore.test(before)) return false
  if (!notVerbAfter.test(after)) return true
  if (takesSituation.test(word) && after.startsWith('情况')) return true
  return (
    commonVerbs.test(word) && word !== '报告' && !/^(?:的|情况|工作|进程|进度|组|过程|时|中)/u.test(after)
  )
}

/** '通过卫星' is 'by satellite', '通过本决议' 'adopt this resolution'. */
const isApproval = (text: string, end: number): boolean =>
  /^(?:本|该|这|一项|上述|附件)/u.test(text.slice(end))

/** In '就本决议的执行情况向大会…' the phrase of '就' is still open at '执行'. */
function coverbOpen(before: string, rest: string): boolean {
  const open = /(?:^|[^\p{L}]|.)(?:就|关于|按照|根据|依据|依照|鉴于|除)([^,]{0,40})$/u.exec(before)
  if (open === null) return false
  const inside = open[1] ?? ''
  return (
    !/(?:向|给|予以|对|与|情况|问题|要求|规定|决议|方面|事宜|建议)/u.test(inside) &&
    /^..?.{0,6}(?:情况|要求|规定|工作|决议|建议|议程|目标|计划|战略|事宜|问题)/u.test(rest)
  )
}

function beside(text: string, end: number): string[] {
  const match = compiled(`^(?:和|与|并|及|、)(${chineseVerb.source})(?!情况|工作|的)`, 'u').exec(
    text.slice(end),
  )
  return match === null ? [] : [match[1] ?? '']
}

/** '编制报告并提交理事会': a second verb after 并 without a comma. */
function insideJoins(text: string, from: number): { word: string; start: number; end: number }[] {
  const found: { word: string; start: number; end: number }[] = []
  for (const match of text
    .slice(from)
    .matchAll(
      compiled(
        `(?:并且|并|以及)(?:(?:每年|定期|酌情|尽快|及时|进一步|积极|随后|继续)*)(?:(?:向|为|对|在|与|通过)[^,]{1,24}?)?(${chineseVerb.source})`,
        'gu',
      ),
    )) {
    const word = match[1] ?? ''
    const end = from + match.index + match[0].length
    if (match.index === 0 || notVerbAfter.test(text.slice(end)) || word === '通过') continue
    found.push({ word, start: from + match.index, end })
  }
  return found
}

/** Where the act begins in '秘书长每年向理事会提交报告', for paragraphs that name the addressee first. */
export function firstChineseVerb(rest: string, inName: (at: number) => boolean): number | null {
  const opening =
    /(?:每年|每[两二三四]年|定期|继续|尽快|尽早|酌情|进一步|积极|向|就|在(?!内)|与|根据|按照|通过|以|为|对|考虑到|应|采取|于|不迟于)/gu
  const opened = [...rest.matchAll(opening)].find((match) => match.index > 1 && !inName(match.index))
  const verb = [...rest.matchAll(chineseVerb)].find(
    (match) =>
      match.index > 1 &&
      !inName(match.index) &&
      standsAsVerb(rest, { word: match[0], at: match.index, end: match.index + match[0].length }),
  )
  const first = Math.min(opened?.index ?? Number.POSITIVE_INFINITY, verb?.index ?? Number.POSITIVE_INFINITY)
  return Number.isFinite(first) ? first : null
}
