/** A footnote's mark may hang on the sign: 'the Society,1', 'القرار،(2)'. */
const mark = '(?:(?<=(?:\\p{L}{3}|[)”»’"])[,;:.，；：。،؛])(?:\\d{1,2}|[（(]\\d{1,2}[)）]))?'
const quotes = '["”»’\')）\\]]*'

/** Signs that can end a clause in any of the six languages, closing quotes and brackets after them included. */
const ended = new RegExp(
  `(?:[,;:.!?…，、；：。！？،؛؟]|[;,；，،؛]\\s*(?:and|or|et|ou|y|e|o|и|или|а также|以及|和|و|أو))${quotes}${mark}$`,
  'iu',
)
const fullStop = new RegExp(`[.。!?！？]${quotes}${mark}$`, 'u')

const opened = new RegExp(`[:：]${quotes}${mark}$`, 'u')

export const endsClause = (text: string): boolean => ended.test(text)
export const endsSentence = (text: string): boolean => fullStop.test(text)
export const opensList = (text: string): boolean => opened.test(text)
