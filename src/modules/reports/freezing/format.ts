import type { EditionContent } from './edition.ts'

/** A report as it was frozen before lists kept titles and claims their strength: the same without these. */
export function asFormat1({ unanswered, duties, matrix, ...content }: EditionContent): EditionContent {
  return {
    ...content,
    format: 1,
    sections: content.sections.map(({ citations, ...section }) => ({
      ...section,
      parts: section.parts.map(
        ({ listed, records: { stood, ...records }, result: { noColumn, ...result }, ...part }) => ({
          ...part,
          result,
          records,
        }),
      ),
    })),
  }
}
