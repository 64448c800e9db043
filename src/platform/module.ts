import type { ErasePerson, PersonalDataOf } from './access/personal-data.ts'
import type { Rights } from './access/rights.ts'
import type { Workflow } from './access/workflow.ts'
import type { Db } from './database/tables.ts'
import type { Digest } from './history.ts'
import type { Job } from './jobs/jobs.ts'
import type { LanguageCode } from './languages.ts'
import type { Translate } from './messages.ts'
import type { SearchSource } from './search/feeding/search-source.ts'
import type { TextKinds } from './texts/kinds.ts'
import type { ActorNames, SubjectKind } from './past/subject.ts'
import type { Settings } from './settings.ts'
import type { About, Holding } from './web/holdings.ts'
import type { Site } from './web/site.ts'
import type { Visit } from './web/visit.ts'

/** What a module tells the rest of the house about itself. The list of modules is `src/modules.ts`. */
export type Module = {
  name: string
  /** Modules before it in the list whose `index.ts` it may import and whose tables it may read. */
  dependsOn: readonly string[]
  /** Tables that only it writes. */
  owns: readonly string[]
  /**
   * Those of its tables that hold no records: secrets, personal data, what is made anew from others. Of all other tables every
   * version of every row is kept, for the past and against tampering.
   */
  technical?: readonly string[]
  /** Those of the technical tables that are made anew from records: what asks them cannot be asked of the past. */
  onlyOfNow?: readonly string[]
  /** Absolute folder of its `messages/<language>.json`; null when it has no words. */
  messages: string | null
  /** Adds its pages, lists and records to the site. */
  routes?: (site: Site, modules: readonly Module[]) => void
  /** How its subjects of history are told to people; what is not named here is told to nobody. */
  subjects?: readonly SubjectKind[]
  /** Tells who acted, as the reader may know them. */
  actorNames?: ActorNames
  /** How the content of its subjects of history is digested, by kind. */
  digests?: Record<string, Digest>
  /** Its part of the rights table, a noun each. */
  rights?: readonly Rights[]
  /** How its nouns go from state to state. */
  workflows?: readonly Workflow[]
  /** What it holds about one person, for the page where people see all that is held about them. */
  personalData?: PersonalDataOf
  /** What it does when somebody has their data erased. */
  erasePerson?: ErasePerson
  /** Its kinds of records whose texts are kept in six languages: see `platform/texts/texts.ts`. */
  texts?: TextKinds
  /** Its published records, as the search finds them. */
  search?: readonly SearchSource[]
  /** What it holds about a record of a module below, for the page of that record. */
  holdings?: (visit: Visit, about: About) => Promise<Holding[]>
  /** What it does by itself. */
  jobs?: readonly ModuleJob[]
}

/** Something that happens by itself: see `platform/jobs/jobs.ts` for when and how often at once. */
export type ModuleJob = Pick<Job, 'cron' | 'at' | 'mostMinutes'> & {
  name: string
  /** That what was asked for while the program did not run, as by a command, does not wait for its time. */
  atStart?: boolean
  run: (parts: JobParts) => Promise<void>
}

export type JobParts = {
  db: Db
  settings: Settings
  translate: Record<LanguageCode, Translate>
  now: () => Date
  isStopping: () => boolean
}
