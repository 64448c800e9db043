import { iri, typed, words, type Graph, type Term, type Thing } from '#platform/export/rdf.ts'
import { languageCodes, languages, type Translated } from '#platform/languages.ts'
import type { CellCodes, CodeName } from '../links/cell-codes-queries.ts'
import type { Cell } from '../links/link.ts'

const prefixes = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcmitype: 'http://purl.org/dc/dcmitype/',
}

export type GraphParts = {
  publicUrl: string
  codes: CellCodes
  links: readonly GraphLink[]
  /** The published version that is told; null for what holds today. */
  version: { number: number; title: Translated; datedOn: string; note: Translated } | null
  /** What a tree is called, by language. */
  titles: Record<keyof CellCodes, Translated>
}

type Tree = keyof CellCodes

/** A link that is agreed: as it stands today, or as it stood in a version. */
export type GraphLink = Cell & {
  id: string
  validFrom: string
  validUntil: string | null
  rationale: Translated
  updatedAt: Date | null
}

/** Lines, goals, targets and objectives as concepts, each link as a mapping and as a statement with its rationale. */
export function matrixGraph(parts: GraphParts): Graph {
  const trees = ['lines', 'goals', 'targets', 'objectives'] as const
  const matches = matchesOf(parts)
  return {
    prefixes,
    things: [
      ...trees.map((tree) => scheme(parts, tree)),
      ...trees.flatMap((tree) =>
        [...parts.codes[tree]].map(([code, name]) => concept(parts, tree, code, name, matches)),
      ),
      ...parts.links.map((link) => statement(parts, link)),
      ...versionThings(parts),
    ],
  }
}

const places: Record<Tree, string> = {
  lines: '/en/matrix/action-lines',
  goals: '/en/matrix/sdgs',
  targets: '/en/matrix/targets',
  objectives: '/en/matrix/gdc-objectives',
}

const schemeOf = ({ publicUrl }: GraphParts, tree: Tree): string => `${publicUrl}/en/matrix#${tree}`

const conceptOf = ({ publicUrl }: GraphParts, tree: Tree, code: string): string =>
  `${publicUrl}${places[tree]}/${code}`

const scheme = (parts: GraphParts, tree: Tree): Thing => ({
  id: schemeOf(parts, tree),
  type: 'skos:ConceptScheme',
  says: { 'dct:title': inAll(parts.titles[tree]) },
})

function concept(
  parts: GraphParts,
  tree: Tree,
  code: string,
  { label, short }: CodeName,
  matches: ReadonlyMap<string, readonly string[]>,
): Thing {
  const own = conceptOf(parts, tree, code)
  const goal = code.split('.')[0] ?? code
  return {
    id: own,
    type: 'skos:Concept',
    says: {
      'skos:notation': [words(code)],
      'skos:prefLabel': inAll(label),
      'skos:altLabel': inAll(short),
      'skos:inScheme': [iri(schemeOf(parts, tree))],
      // A target belongs to a goal of another scheme.
      'skos:broadMatch': tree === 'targets' ? [iri(conceptOf(parts, 'goals', goal))] : [],
      'skos:relatedMatch': (matches.get(own) ?? []).map(iri),
    },
  }
}

/** What a link relates: the line with the target or goal, and with the objective. */
const relatedBy = (parts: GraphParts, { sdg, target, objective }: GraphLink): string[] => [
  ...(target !== null
    ? [conceptOf(parts, 'targets', target)]
    : sdg !== null
      ? [conceptOf(parts, 'goals', String(sdg))]
      : []),
  ...(objective === null ? [] : [conceptOf(parts, 'objectives', objective)]),
]

/** To be related goes both ways. */
function matchesOf(parts: GraphParts): Map<string, string[]> {
  const matches = new Map<string, Set<string>>()
  const add = (one: string, other: string) =>
    matches.set(one, (matches.get(one) ?? new Set<string>()).add(other))
  for (const link of parts.links) {
    const line = conceptOf(parts, 'lines', link.line)
    for (const other of relatedBy(parts, link)) {
      add(line, other)
      add(other, line)
    }
  }
  return new Map([...matches].map(([one, others]) => [one, [...others]]))
}

/** Of a version a statement has an address of its own, since it stays what it was then. */
const statement = (parts: GraphParts, link: GraphLink): Thing => ({
  id:
    parts.version === null
      ? `${parts.publicUrl}/en/matrix/links/${link.id}`
      : `${versionId(parts, parts.version.number)}#${link.id}`,
  type: 'rdf:Statement',
  says: {
    'rdf:subject': [iri(conceptOf(parts, 'lines', link.line))],
    'rdf:predicate': [iri('skos:relatedMatch')],
    'rdf:object': relatedBy(parts, link).map(iri),
    'dct:description': inAll(link.rationale),
    'dct:valid': [typed(`${link.validFrom}/${link.validUntil ?? '..'}`, 'xsd:string')],
    'dct:modified': link.updatedAt === null ? [] : [typed(link.updatedAt.toISOString(), 'xsd:dateTime')],
    'dct:isPartOf': parts.version === null ? [] : [iri(versionId(parts, parts.version.number))],
  },
})

const versionId = ({ publicUrl }: GraphParts, number: number): string =>
  `${publicUrl}/en/matrix/versions/${number}`

const versionThings = (parts: GraphParts): Thing[] =>
  parts.version === null
    ? []
    : [
        {
          id: versionId(parts, parts.version.number),
          type: 'dcmitype:Dataset',
          says: {
            'dct:title': inAll(parts.version.title),
            'dct:identifier': [words(String(parts.version.number))],
            'dct:date': [typed(parts.version.datedOn, 'xsd:date')],
            'dct:description': inAll(parts.version.note),
          },
        },
      ]

const inAll = (text: Translated): Term[] =>
  languageCodes.flatMap((code) => {
    const own = text[code]
    return own === undefined || own === '' ? [] : [words(own, languages[code].tag)]
  })
