import type { Clause, VerbGroup } from './clause.ts'
import { closed, noClause } from './clause.ts'
import { plainText } from '../../names/fold.ts'
import type { ClauseSource, Word } from './words.ts'
import { wordsOf } from './words.ts'

// Verbal nouns in which texts ask for something, folded (ة as ه, hamza seats dropped) and without article and particles.
const nouns = new Set(
  'تقديم رفع اعداد مواصله اتخاذ احاطه تحديث نشر تبادل مشاركه دراسه تنفيذ تعزيز دعم تشجيع ضمان كفاله تنسيق تعاون وضع انشاء اقامه تنظيم عقد استعراض مراجعه فحص بحث نظر تقييم قياس جمع تحليل تطوير تنميه توسيع تحسين تسهيل تيسير توفير تزويد ابلاغ اخطار اعلام اطلاع توجيه لفت ارسال احاله نقل عرض طرح اقتراح تشاور مشاوره استشاره متابعه رصد مراقبه اشراف اعتماد اقرار موافقه تعديل تنقيح تكييف مواءمه ادماج ادراج تضمين دمج مراعاه اخذ ايلاء استمرار مساهمه اسهام مساعده تقاسم اشراك دعوه حث طلب تكليف تمكين بناء تدريب توعيه زياده رصد حشد تعبئه تخصيص اتاحه انجاز استكمال اكمال ادامه صيانه حفظ حفاظ ابقاء محافظه تعميم ترويج تحديد توضيح تناول معالجه حل تخفيض خفض تقليل تجنب منع مكافحه حمايه تامين استخدام استعمال استفاده تبسيط تسريع تعجيل بدء شروع اطلاق انضمام التزام امتثال احترام تكثيف مضاعفه بذل قيام عمل نهوض سعي لعب اداء اضطلاع ابداء اعراب تعيين انتخاب ترشيح اختيار فتح تطبيق توزيع اجراء ايجاد تنويع تفعيل تحفيز تنشيط تحويل تقوم توثيق تحرير ترقيم تعاقد مقارنه مخاطبه مناقشه مناشده تمثيل توليد تكوين تاسيس احراز بلوغ ممارسه تجميع تصنيف ترتيب تفسير تكامل تنصيب حصر صون ضبط احتفاظ احتفال تنفيد اظهار ابراز اثراء احياء ازاله اعفاء اقتراح التماس انتقاء ايضاح بيان تحمل تخطيط تذليل تركيز تسليط تسجيل تشكيل تعجيل تعريف تغطيه تفادي تقليص تكملا تنمي توسع توقيع جعل دفع رعايه سد شرح صدور عرض غرس كشف مد منح مواجهه موافاه تخلي اسناد ايداع ربط تزود رفد فرض كفل تحقيق الحاق رد استجابه تجربه اختبار تصميم صياغه ترجمه تمديد تجديد تاييد سماح تفويض تاكيد اعاده حضور استضافه تمويل تبرع امتناع'.split(
    ' ',
  ),
)
const directive = /^ب?ان$/u

/** 'تقديم' from 'بتقديم', 'وبتقديم', 'والمشاركة'; null when it is no verbal noun. */
function verbalNoun(word: string): string | null {
  const bare = word.replace(/^[وف]?(?:[بل]?ال|لل|[بل])?(?=\p{L}{3})/u, '')
  if (nouns.has(bare)) return bare
  if (nouns.has(word)) return word
  const owned = bare.replace(/(?:ها|هما|هم|ه)$/u, '')
  return nouns.has(owned)
    ? owned
    : nouns.has(`${owned.replace(/ت$/u, '')}ه`) && owned.endsWith('ت')
      ? `${owned.slice(0, -1)}ه`
      : null
}

// A verb in the subjunctive after 'أن' begins with the person's letter.
const finite = /^[وف]?[يت]\p{L}{2,}$/u

export function arabicActStart(rest: string): number | null {
  const words = wordsOf(rest)
  for (let at = 0; at < words.length; at += 1) {
    const { word, start } = words[at] ?? { word: '', start: 0 }
    if (word === 'ان' && finite.test(words[at + 1]?.word ?? '')) return start
    if (word === 'الا') continue
    const inCompany = /^بال(?:تعاون|تشاور|تنسيق|اشتراك|شراكه)$/u.test(word)
    if (at > 0 && word.startsWith('ب') && !inCompany && verbalNoun(word) !== null) return start
    if (at > 0 && /^(?:الي|علي)$/u.test(word) && /^\p{L}{3,}$/u.test(words[at + 1]?.word ?? '')) return start
  }
  // 'تهيب بالدول الأعضاء تعزيز تعاونها': nothing but the bare noun tells where the act begins.
  const bare = words.findIndex(
    (one, index) => index > 1 && nouns.has(one.word) && /^و?(?:ب|ل)?ال/u.test(words[index - 1]?.word ?? ''),
  )
  return bare < 0 ? null : (words[bare]?.start ?? null)
}

/** Reads 'بتقديم …', 'أن يواصل الاتحاد …', 'إلى المشاركة …' and plain nouns. */
export function readArabicClause({ text, mentions }: ClauseSource): Clause {
  const words = wordsOf(text.text)
  const printed = (word: Word): string => text.printed(word.start, word.end)
  const at = entryAt(words)
  if (at === null) return noClause
  const groups = collect(words, at, printed)
  const verbEnd = words[at]?.end ?? 0
  const first = groups[0]
  if (first === undefined) return noClause
  const isFinite = directive.test(words[at - 1]?.word ?? '')
  // The subject follows a finite verb: 'أن يواصل الاتحاد القيام بدور'.
  const subject = isFinite
    ? mentions.find((one) => one.start >= verbEnd && /^\s*$/.test(text.text.slice(verbEnd, one.start)))
    : undefined
  return {
    form: subject === undefined ? 'infinitive' : 'subject',
    subject: subject === undefined ? null : { start: subject.start, end: subject.end },
    groups: closed(groups, text.text.length),
  }
}

function entryAt(words: Word[]): number | null {
  const first = words[0]?.word ?? ''
  if (directive.test(first) && words.length > 1) return 1
  if (/^ب?عدم$/u.test(first) && verbalNoun(words[1]?.word ?? '') !== null) return 1
  if (/^(?:الي|علي)$/u.test(first) && words.length > 1) return 1
  if (verbalNoun(first) !== null && /^(?:ب|ال|ل)/u.test(first)) return 0
  if (verbalNoun(first) !== null) return 0
  // An aside first: 'في إطار ولايته، بتقديم'.
  const later = words.findIndex(
    (word, index) =>
      index > 1 &&
      words[index - 1]?.word === ',' &&
      word.word.startsWith('ب') &&
      verbalNoun(word.word) !== null,
  )
  if (later > 0) return later
  const that = words.findIndex(
    (word, index) => index < 8 && directive.test(word.word) && finite.test(words[index + 1]?.word ?? ''),
  )
  return that >= 0 ? that + 1 : null
}

const goesOnWord = /(?:واصل|استمر|ستمر)/u
const purposeWord = /^(?:بغيه|بهدف|لغرض|كي|لكي|بقصد|قصد|سعيا|ضمانا)$/u

function collect(words: Word[], first: number, printed: (word: Word) => string): VerbGroup[] {
  const groups: VerbGroup[] = []
  let purpose = false
  for (let at = first; at < words.length; at += 1) {
    const word = words[at]
    if (word === undefined) continue
    if (purposeWord.test(word.word)) purpose = true
    const verb = at === first ? baseOf(word, words[at - 1], printed) : laterVerb(words, at, printed, purpose)
    if (verb === null) continue
    const last = groups.at(-1)
    if (
      last !== undefined &&
      at - first <= 3 &&
      last.continuing &&
      groups.length === 1 &&
      goesOnWord.test(last.verbs[0] ?? '') &&
      verb.inner
    ) {
      Object.assign(last, { verbs: [verb.base], end: word.end })
      continue
    }
    purpose = false
    groups.push({
      start: word.start,
      end: word.end,
      until: 0,
      verbs: [verb.base],
      kind: 'own',
      subject: null,
      continuing: goesOnWord.test(word.word),
    })
  }
  return groups
}

type Found = { base: string; inner: boolean }

function baseOf(word: Word, before: Word | undefined, printed: (word: Word) => string): Found {
  if (directive.test(before?.word ?? '')) return { base: printed(word), inner: false }
  return { base: stripped(printed(word)), inner: false }
}

/** A later act repeats its particle: 'وبتقديم', 'وأن يقدم', '، ويقدم', '، وتقديم'. */
function laterVerb(
  words: Word[],
  at: number,
  printed: (word: Word) => string,
  purpose: boolean,
): Found | null {
  const word = words[at]
  const before = words[at - 1]?.word ?? ''
  if (word === undefined) return null
  if (/^وب?ان$/u.test(before) || (before === 'ان' && words[at - 2]?.word === 'و'))
    return finite.test(word.word) ? { base: printed(word), inner: false } : null
  if (word.word.startsWith('وب') && verbalNoun(word.word) !== null && (before === ',' || !purpose))
    return { base: stripped(printed(word)), inner: false }
  if (before === ',' && word.word.startsWith('و')) {
    if (verbalNoun(word.word) !== null && !purpose) return { base: stripped(printed(word)), inner: false }
    if (
      /^و[يت]\p{L}{2,}$/u.test(word.word) &&
      !purpose &&
      verbalNoun(word.word) === null &&
      !/^و(?:تكنولوجيا|تقرير|تقارير|تلك|تونس)/u.test(word.word)
    )
      return { base: printed(word).replace(/^و/u, ''), inner: false }
  }
  if (/^و(?:ال)?\p{L}+$/u.test(word.word) && !purpose && handsOn(word.word, words[at + 1]?.word ?? ''))
    return { base: stripped(printed(word)), inner: false }
  if (/^و[ي]\p{L}{2,}$/u.test(word.word) && words.some((one) => directive.test(one.word)) && !purpose)
    return { base: printed(word).replace(/^و/u, ''), inner: false }
  const opensWithTo = /^(?:الي|علي)$/u.test(words[0]?.word ?? '')
  const manner = /^(?:ب\p{L}+|في)$/u.test(words[at + 1]?.word ?? '')
  if (opensWithTo && manner && word.word.startsWith('وال') && verbalNoun(word.word) !== null && !purpose)
    return { base: stripped(printed(word)), inner: false }
  const inner = verbalNoun(word.word)
  const named = words.slice(at - 4 > 0 ? at - 4 : 0, at).map((one) => one.word)
  const goesOn =
    goesOnWord.test(before) ||
    (goesOnWord.test(words[1]?.word ?? '') &&
      directive.test(words[0]?.word ?? '') &&
      at <= 4 &&
      !named.includes(',') &&
      /^ال/u.test(before) &&
      !word.word.startsWith('و'))
  if (inner !== null && goesOn) return { base: stripped(printed(word)), inner: true }
  return null
}

/** 'ونشره', 'وتقديم تقرير': what is made is handed on. */
const handsOn = (word: string, next: string): boolean =>
  /^و(?:نشر|تقديم|رفع|تعميم|ارسال|عرض|احالت)(?:ه|ها)$/u.test(word) ||
  (/^و(?:ال)?(?:تقديم|رفع|اعداد|نشر|ارسال)$/u.test(word) &&
    /^(?:ال)?(?:تقرير|تقارير|مساهم|معلومات|مقترح|توصي|ملخص|دراس|خطه|خطط|وثيق|وثائق|بيانات|قائم)/u.test(next))

function stripped(printed: string): string {
  const isNoun = (word: string): boolean => nouns.has(plainText(word))
  if (isNoun(printed)) return printed
  const bare = printed.replace(/^[وف]?(?:[بل]?ال|لل|[بل])(?=\p{L}{3})/u, '')
  if (isNoun(bare)) return bare
  const later = bare.replace(/^و(?=\p{L}{3})/u, '')
  const owned = later.replace(/(?:ها|هما|هم|ه)$/u, '')
  return !isNoun(later) && isNoun(owned) ? owned : later
}
