// Written small and without the point. Abbreviations of the six languages stand together: texts quote each other's names.

/** After these no sentence ends, whatever follows. */
export const alwaysGoesOn: ReadonlySet<string> = new Set([
  ...['rev', 'mr', 'mrs', 'ms', 'dr', 'prof', 'st', 'cf', 'e.g', 'i.e', 'vs', 'approx', 'hon', 'h.e'],
  ...['rév', 'mme', 'mlle', 'mm', 'p. ex', 'c.-à-d', 's.e'],
  ...['sr', 'sra', 'sres', 'srta', 'dra', 'excmo', 'p. ej', 'p.ej', 'ej'],
  ...['пересм', 'г', 'гг', 'т.е', 'т. е', 'др', 'напр', 'им', 'проф', 'г-н', 'г-жа'],
])

/** After these no sentence ends when a number follows: 'No. 5', but 'No. It is not.' */
export const goesOnBeforeNumber: ReadonlySet<string> = new Set([
  ...[
    'no',
    'nos',
    'art',
    'arts',
    'para',
    'paras',
    'p',
    'pp',
    'vol',
    'ch',
    'chap',
    'sec',
    'fig',
    'res',
    'rec',
  ],
  ...[
    'add',
    'corr',
    'doc',
    'ext',
    'item',
    'annex',
    'op',
    'ed',
    'jan',
    'feb',
    'mar',
    'apr',
    'aug',
    'sept',
    'oct',
  ],
  ...['n', 'nº', 'n.º', 'al', 'par', 'parag', 'déc', 'janv', 'févr', 'avr', 'juil', 'nov', 'dec'],
  ...['núm', 'núms', 'pág', 'págs', 'apdo', 'párr', 'cap'],
  ...['ст', 'п', 'пп', 'ч', 'гл', 'рис', 'стр', 'с', 'табл', 'док', 'доп', 'испр', 'рез', 'рек', 'т'],
  ...['ص', 'رقم', 'م', 'ف', 'ج'],
])
