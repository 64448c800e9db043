import { languageCodes, type Translated } from '#platform/languages.ts'
import type { LabelStatus, NameStatus } from './framework.ts'
import type { ReferenceFiles } from './reference-files.ts'

export type Tree = {
  id: string
  version: string
  validFrom: number | null
  validTo: number | null
  source: string
  nodes: TreeNode[]
}

export type TreeNode = {
  code: string
  parent: string | null
  label: Translated
  short: Translated
  description: Translated
  labelStatus: LabelStatus
  facts: Record<string, unknown>
}

/** All code trees as the reference files give them. */
export function treesOf(files: ReferenceFiles): Tree[] {
  return [
    actionLines(files),
    { ...tree('sdgs', 'agenda-2030', 2016, 'A/RES/70/1', sdgs(files)), validTo: 2030 },
    { ...tree('sdg-targets', 'agenda-2030', 2016, 'A/RES/70/1', targets(files)), validTo: 2030 },
    objectives(files),
    tree('countries', 'm49-2026', null, 'UN M49, CLDR 48', countries(files)),
    ...['country-groups', 'itu-regions'].map((id) =>
      tree(id, '2026', null, 'countries.csv', groups(files, id)),
    ),
    tree('un-commissions', '2026', null, 'countries.csv', commissions(files)),
    tree('stakeholder-types', '2026', null, 'WSIS Forum, WSIS Stocktaking', stakeholders(files)),
    tree('activity-types', '2026', null, 'WSIS Stocktaking', named(files.activityCodes.types)),
    tree('themes', '2026', null, 'WSIS Stocktaking', themes(files)),
    tree('beneficiaries', '2026', null, 'WSIS Stocktaking', named(files.activityCodes.beneficiaries)),
    tree(
      'geneva-targets',
      'geneva-2003',
      2003,
      'WSIS-03/GENEVA/DOC/5',
      named(files.activityCodes.geneva_targets),
    ),
  ]
}

export const treeVersions = {
  'action-lines': 'geneva-2003',
  sdgs: 'agenda-2030',
  'sdg-targets': 'agenda-2030',
  'gdc-objectives': 'gdc-2024',
  countries: 'm49-2026',
  'country-groups': '2026',
  'itu-regions': '2026',
  'un-commissions': '2026',
  'stakeholder-types': '2026',
  'activity-types': '2026',
  themes: '2026',
  beneficiaries: '2026',
  'geneva-targets': 'geneva-2003',
} as const

const tree = (
  id: string,
  version: string,
  validFrom: number | null,
  source: string,
  nodes: TreeNode[],
): Tree => ({
  id,
  version,
  validFrom,
  validTo: null,
  source,
  nodes,
})

const bare = { parent: null, short: {}, description: {}, facts: {} }

function actionLines(files: ReferenceFiles): Tree {
  const labelStatus = statuses(files.actionLineStatus)
  const nodes = files.actionLines
    .toSorted((a, b) => a.sort - b.sort)
    .map((line) => ({
      code: line.id,
      parent: line.parent,
      label: line.name,
      short: line.short,
      description: everyLanguage((code) => files.texts[code].actionLines[line.id]),
      labelStatus,
      facts: { umbrella: line.umbrella, facilitators: line.current },
    }))
  return tree('action-lines', 'geneva-2003', 2003, 'WSIS-03/GENEVA/DOC/5', nodes)
}

const sdgs = (files: ReferenceFiles): TreeNode[] =>
  files.sdgs.map(({ number, color, title }) => ({
    ...bare,
    code: String(number),
    label: title,
    labelStatus: all('official'),
    facts: { color },
  }))

/** The official texts of the targets are long; these are short titles of this platform. */
const targets = (files: ReferenceFiles): TreeNode[] =>
  files.targets.map(({ code, goal, title_en, kind }) => ({
    ...bare,
    code,
    label: { en: title_en, ...everyLanguage((language) => files.texts[language].sdgTargets[code]) },
    labelStatus: all('own'),
    facts: { goal, kind },
  }))

function objectives(files: ReferenceFiles): Tree {
  const labelStatus = statuses(files.objectiveStatus)
  const nodes = files.objectives.map(({ number, title }) => ({
    ...bare,
    code: String(number),
    label: title,
    labelStatus,
  }))
  return tree('gdc-objectives', 'gdc-2024', 2024, 'A/RES/79/1, annex I', nodes)
}

const groups = (files: ReferenceFiles, framework: string): TreeNode[] =>
  files.groups
    .filter((group) => group.framework === framework)
    .map(({ code, label, status }) => ({ ...bare, code, label, labelStatus: all(statusOf(status)) }))

const commissions = (files: ReferenceFiles): TreeNode[] =>
  files.commissions.map(({ id, name, name_status }) => ({
    ...bare,
    code: id,
    label: name,
    labelStatus: all(statusOf(name_status)),
  }))

const stakeholders = (files: ReferenceFiles): TreeNode[] => named(files.stakeholders)

/** Codes with names of this platform and nothing else. */
const named = (entries: readonly { id: string; name: Translated }[]): TreeNode[] =>
  entries.map(({ id, name }) => ({ ...bare, code: id, label: name, labelStatus: all('own') }))

/** What an action line is about, in parts; the fields of C7 have none. */
const themes = ({ activityCodes }: ReferenceFiles): TreeNode[] =>
  activityCodes.themes.map(({ id, name, line }) => ({
    ...bare,
    code: id,
    label: name,
    labelStatus: all('own'),
    facts: { line },
  }))

function countries(files: ReferenceFiles): TreeNode[] {
  return files.countries.map((row) => {
    const named = files.countryNames[row.alpha2 ?? '']
    return {
      ...bare,
      code: row.alpha2 ?? '',
      label: named ?? everyLanguage((language) => row[`name_${language}`]),
      labelStatus: all('official'),
      facts: {
        alpha3: row.alpha3,
        m49: row.m49,
        ituMember: row.itu_member === '1',
        unMember: row.un_member === '1',
        ituStatus: row.itu_status,
        // Where people say Laos the United Nations writes another name: pages show that one, search knows both.
        known: named ?? everyLanguage((language) => row[`cldr_${language}`]),
      },
    }
  })
}

function everyLanguage(text: (language: (typeof languageCodes)[number]) => string | undefined): Translated {
  const texts = languageCodes.map((language) => [language, text(language)] as const)
  return Object.fromEntries(texts.filter(([, one]) => one !== undefined && one !== ''))
}

const all = (status: NameStatus): LabelStatus =>
  Object.fromEntries(languageCodes.map((code) => [code, status]))

/** The reference files say it in a sentence: what is only remembered is not official until somebody checks it. */
const statuses = (sentences: Translated): LabelStatus => {
  const as = (sentence: string | undefined) => (sentence?.startsWith('as ') ? sentences.fr : sentence)
  return Object.fromEntries(languageCodes.map((code) => [code, statusOf(as(sentences[code]) ?? '')]))
}

function statusOf(sentence: string): NameStatus {
  if (/own translation/.test(sentence) && !sentence.startsWith('official')) return 'own'
  if (/from memory|close to|near/.test(sentence)) return 'near-official'
  return sentence.startsWith('official') ? 'official' : 'own'
}
