/** Names of the Sustainable Development Goals before their number; a bare 'goal 2' may be of any programme. */
const named =
  /(?:\bSDGs?|Sustainable Development Goals?|\bODD|Objectifs? de développement durable|\bODS|Objetivos? de Desarrollo Sostenible|ЦУР|Цел[ьи] в области устойчивого развития|可持续发展目标|هدف التنمية المستدامة|الهدف من أهداف التنمية المستدامة)[\s\u00a0]*(?:No\.?|n°|№)?[\s\u00a0]*(\d{1,2})(?![\d.]*\d)/giu

/** Numbers of the goals that a text names, smallest first. */
export function goalsNamed(text: string): number[] {
  const numbers = [...text.matchAll(named)].map(([, number]) => Number(number))
  return [...new Set(numbers)].filter((number) => number >= 1 && number <= 17).sort((a, b) => a - b)
}
