/** The singular of a plural that no ending tells, in American spelling: a form under which all of them meet, shown to nobody. */
export function plainEnglish(word: string): string {
  const singular = irregular.get(word) ?? singularOf(word)
  return spellings.reduce((written, [british, american]) => written.replace(british, american), singular)
}

const irregular = new Map(
  Object.entries({
    children: 'child',
    grandchildren: 'grandchild',
    schoolchildren: 'schoolchild',
    lives: 'life',
    feet: 'foot',
    teeth: 'tooth',
    mice: 'mouse',
    halves: 'half',
    calves: 'calf',
    wolves: 'wolf',
    hooves: 'hoof',
    programme: 'program',
    programmes: 'program',
    ageing: 'aging',
  }),
)

const notOfMen = /^(?:specimen|regimen|acumen|abdomen|omen|amen|yemen|turkmen|stamen|ramen)$/

/** 'midwives', 'leaves', 'fishermen'; but 'archives', 'resolves' and 'specimen' stay as they are. */
function singularOf(word: string): string {
  if (word.endsWith('men') && word.length > 2 && !notOfMen.test(word)) return `${word.slice(0, -3)}man`
  return word
    .replace(/(lea|shea|loa|thie|shel|sel|scar|whar)ves$/, '$1f')
    .replace(/^((?:|mid|house|ex)wi|(?:|pen|jack)kni)ves$/, '$1fe')
}

/** Applied to every word alike, so that it does no harm where a word only looks like one of these. */
const spellings: readonly [RegExp, string][] = [
  [/(?<=[a-z]{3})is(e|ed|es|er|ers|ing|ation|ations|ational)$/, 'iz$1'],
  [/ys(e|ed|es|er|ers|ing)$/, 'yz$1'],
  [/(?<=[a-z]{2})our(|s|ed|ing|ful|able|al|ally|hood|hoods|er|ers|ly)$/, 'or$1'],
  [/(cent|met|fib|theat|lit|calib)re(|s|d)$/, '$1er$2'],
  [/(catal|dial|anal|monol|prol)ogue(|s)$/, '$1og$2'],
  [/^(lic|def|off|pret)ence(|s|d)$/, '$1ense$2'],
  [
    /^(travel|model|remodel|label|signal|cancel|counsel|channel|fuel|level|tunnel)l(ing|ed|er|ers|or|ors)$/,
    '$1$2',
  ],
  [/^(enrol|fulfil|instal)(|s|ment|ments)$/, '$1l$2'],
  [/^paed/, 'ped'],
]
