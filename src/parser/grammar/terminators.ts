/** Signs that can end a clause in any of the six languages, closing quotes and brackets after them included. */
const ended =
  /(?:[,;:.!?…，、；：。！？،؛؟]|[;,；，،؛]\s*(?:and|or|et|ou|y|e|o|и|или|а также|以及|和|و|أو))["”»’')）\]]*$/iu
const fullStop = /[.。!?！？]["”»’')）\]]*$/u

export const endsClause = (text: string): boolean => ended.test(text)
export const endsSentence = (text: string): boolean => fullStop.test(text)
export const opensList = (text: string): boolean => /[:：]["”»’')）\]]*$/u.test(text)
