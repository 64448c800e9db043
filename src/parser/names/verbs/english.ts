/** Verbs in which resolutions ask for something. Those in `alsoNouns` count as verbs only where the context shows it. */
const plainVerbs =
  'abolish accelerate accept accommodate accomplish achieve acknowledge acquire act adapt adhere adjust administer adopt advance advise advocate agree align allocate allow alleviate amend analyse analyze announce appeal apply appoint approve arrange articulate ascertain assess assign assist assure attach attain attend attract authorize avoid begin bolster bring broaden build call carry celebrate check choose circulate clarify collaborate collate collect combat combine commemorate commence commission commit communicate compare compile complement complete comply conclude condemn confer confirm connect consider consolidate constitute construct consult continue contribute convene convey cooperate coordinate create customize deal decide declare decrease deepen define delegate deliver demonstrate deploy derive describe designate determine develop devise devote diminish disclose discourage discuss disseminate distribute diversify document draft draw educate elaborate elect eliminate embark emphasize empower enable enact encourage endeavour endorse enforce engage enhance enlarge enrich ensure entrust envisage equip eradicate establish evaluate examine execute exercise expand expedite explore express extend facilitate familiarize finalize follow formulate forward foster fulfil fulfill furnish further gather generate give grant harmonize harness heighten highlight hold honour identify illustrate implement improve include incorporate inform initiate innovate inspire instruct integrate intensify introduce invest investigate invite involve join keep launch learn leverage maintain make maximize minimize mitigate mobilize modernize modify motivate negotiate nominate notify nurture observe obtain optimize organize oversee participate pay perform pilot play pool prepare prescribe preserve prevent prioritize proceed procure produce promote propose protect provide publicize publish pursue raise ratify reach reaffirm realize receive recognize recommend reconsider reconvene recruit redouble reduce refer refine reflect refrain register reinforce reiterate relate remain remedy remind remove rename render renew reorganize replace replicate represent resolve respond restore restrict retain revise revitalize revive safeguard satisfy secure seek select send serve simplify solicit speed standardize start streamline strengthen strive submit subscribe suggest summarize supervise supplement suspend sustain take tackle tailor terminate think transform translate transmit undertake unify uphold urge utilize validate verify vote warn widen withdraw write amplify appraise apprise attribute augment bear boost bridge cease co-operate co-ordinate convert correct cultivate curb dedicate detect differentiate digitize elevate embed ensue expose inspect instal install institute interact interpret let liaise lift locate look operationalize participate popularize post prohibit promulgate reassess recall reconcile reconstruct redesign relocate repeal reply report-back resume reverse revisit scale solve speak stimulate synthesize systematize tackle tell unite upscale welcome'

const alsoNouns =
  'access address aim answer approach benefit brief challenge change comment compare conduct contact control cost counter cover credit design estimate exchange experience finance focus forecast form function fund guide guarantee harvest help host increase influence input interest issue lead limit link list map market measure mentor monitor name network note offer order outline partner permit place plan practice present process profile program progress project question record request research respect result return review reward schedule search set share sponsor state stress structure study supply support survey target test track trade train transfer update upgrade use value visit work report'

export const englishVerbs = new Set(`${plainVerbs} ${alsoNouns}`.split(/\s+/))
export const englishNounVerbs = new Set(alsoNouns.split(/\s+/))

const irregular: Record<string, string> = {
  brought: 'bring',
  built: 'build',
  begun: 'begin',
  borne: 'bear',
  chosen: 'choose',
  dealt: 'deal',
  drawn: 'draw',
  given: 'give',
  held: 'hold',
  kept: 'keep',
  led: 'lead',
  made: 'make',
  paid: 'pay',
  put: 'put',
  sent: 'send',
  set: 'set',
  shown: 'show',
  sought: 'seek',
  taken: 'take',
  told: 'tell',
  undertaken: 'undertake',
  upheld: 'uphold',
  withdrawn: 'withdraw',
  written: 'write',
  overseen: 'oversee',
  spent: 'spend',
  drawnup: 'draw',
  met: 'meet',
  found: 'find',
  known: 'know',
}

/** 'carrying' -> 'carry', 'planning' -> 'plan', 'raising' -> 'raise'; null for a word that is no form of a known verb. */
export const fromGerund = (word: string): string | null => gerunds.get(word.toLowerCase()) ?? null
export const fromParticiple = (word: string): string | null =>
  irregular[word.toLowerCase()] ?? participles.get(word.toLowerCase()) ?? null

const doubled =
  /^(?:plan|map|set|stop|submit|refer|commit|permit|begin|transfer|embed|equip|prefer|put|run|let|occur|program|defer|confer|admit|get|cut)$/

function withEnding(verb: string, ending: 'ing' | 'ed'): string {
  if (verb.endsWith('ee')) return ending === 'ing' ? `${verb}ing` : `${verb}d`
  if (verb.endsWith('ie') && ending === 'ing') return `${verb.slice(0, -2)}ying`
  if (verb.endsWith('e')) return `${verb.slice(0, -1)}${ending}`
  if (/[^aeiou]y$/.test(verb) && ending === 'ed') return `${verb.slice(0, -1)}ied`
  if (doubled.test(verb)) return `${verb}${verb.at(-1)}${ending}`
  return `${verb}${ending}`
}

const gerunds = new Map(
  [...englishVerbs, 'put', 'meet', 'find', 'run'].map((verb) => [withEnding(verb, 'ing'), verb]),
)
const participles = new Map([...englishVerbs].map((verb) => [withEnding(verb, 'ed'), verb]))
