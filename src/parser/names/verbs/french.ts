const infinitive =
  /^(?:\p{L}+(?:er|ir|oir|[bcdlstu]ire|[^au]rire|[dt]re|clure|[iu]vre|[mro]mpre|clore)|\p{L}*(?:faire|plaire|taire|traire)|croire|boire|rire|lire|dire)$/u
// Nouns, adjectives and particles with the ending of an infinitive.
const notVerbs =
  /^(?:air|pair|clair|chair|flair|eclair|avenir|souvenir|pouvoir|savoir|devoir|loisir|plaisir|desir|elixir|tir|hier|fier|entre|contre|autre|outre|notre|votre|quatre|titre|centre|cadre|nombre|membre|septembre|octobre|novembre|decembre|ordre|chambre|lettre|metre|ministre|registre|maitre|theatre|filtre|spectre|arbre|offre|chiffre|ombre|libre|propre|moindre|sombre|celebre|dernier|premier|particulier|regulier|financier|papier|atelier|dossier|calendrier|chantier|courrier|metier|quartier|janvier|fevrier|cahier|clavier|fichier|panier|foyer|loyer|mer|fer|hiver|danger|etranger|leger|cher|amer|cancer|leader|partenaire|territoire|laboratoire|repertoire|histoire|memoire|victoire|obligatoire|provisoire|transitoire|accessoire|preparatoire|consultatoire|observatoire|contraire|necessaire|supplementaire|complementaire|budgetaire|communautaire|prioritaire|secretaire|commentaire|inventaire|formulaire|salaire|affaire|paire|maire|structure|infrastructure|mesure|nature|culture|procedure|ouverture|cloture|couverture|lecture|facture|future|figure|signature|agriculture|architecture|heure|livre|cuivre|empire|navire|satire|fibre|genre|cuir|noir|soir|espoir|miroir|tiroir|couloir|pour|par|sur|semestre|trimestre|orchestre|rencontre|vitre|chapitre|peintre|fenetre|montre|kilometre|parametre|perimetre|cylindre|poudre|oeuvre|\p{L}*œuvre|couvre|pauvre|levre|litre|aire|militaire|\p{L}+itaire)$/u

export const isFrenchInfinitive = (word: string): boolean => infinitive.test(word) && !notVerbs.test(word)

/** 'publiés' -> 'publier', 'soumis' -> 'soumettre'; a guess by the ending. */
export function fromFrenchParticiple(word: string): string | null {
  const strong = /^(soum|transm|rem|m|pr)ise?s?$/.exec(word)?.[1]
  if (strong !== undefined) return strong === 'pr' ? 'prendre' : `${strong}ettre`
  const held = /^(\p{L}*ten)ue?s?$/u.exec(word)?.[1]
  if (held !== undefined) return `${held}ir`
  if (/^faite?s?$/.test(word)) return 'faire'
  if (/^rendue?s?$/.test(word)) return 'rendre'
  const first = /^(\p{L}{3,}?)e(?:e|s|es)?$/u.exec(word)?.[1]
  if (first !== undefined) return `${first}er`
  const second = /^(\p{L}{2,})i(?:e|s|es)?$/u.exec(word)?.[1]
  return second === undefined ? null : `${second}ir`
}

const finiteForms: Record<string, string> = {
  fasse: 'faire',
  fassent: 'faire',
  mette: 'mettre',
  mettent: 'mettre',
  prenne: 'prendre',
  prennent: 'prendre',
  poursuive: 'poursuivre',
  poursuivent: 'poursuivre',
  soumette: 'soumettre',
  tienne: 'tenir',
  tiennent: 'tenir',
  soutienne: 'soutenir',
  maintienne: 'maintenir',
  etablisse: 'établir',
  etablissent: 'établir',
  fournisse: 'fournir',
  fournissent: 'fournir',
  rende: 'rendre',
  rendent: 'rendre',
  fera: 'faire',
  feront: 'faire',
  rendra: 'rendre',
  mettra: 'mettre',
  tiendra: 'tenir',
  soutiendra: 'soutenir',
  maintiendra: 'maintenir',
  prendra: 'prendre',
  poursuivra: 'poursuivre',
  soumettra: 'soumettre',
  transmettra: 'transmettre',
  aura: 'avoir',
  verra: 'voir',
  deviendra: 'devenir',
  recevra: 'recevoir',
  contribue: 'contribuer',
  contribuent: 'contribuer',
  continue: 'continuer',
  continuent: 'continuer',
  participe: 'participer',
  participent: 'participer',
  joue: 'jouer',
  jouent: 'jouer',
  veille: 'veiller',
  veillent: 'veiller',
  assure: 'assurer',
  apporte: 'apporter',
  examine: 'examiner',
  examinent: 'examiner',
  presente: 'présenter',
  presentent: 'présenter',
}

/** 'publiant' -> 'publier' */
export function fromFrenchGerund(word: string): string {
  const irregular: [RegExp, string][] = [
    [/faisant$/, 'faire'],
    [/mettant$/, 'mettre'],
    [/tenant$/, 'tenir'],
    [/prenant$/, 'prendre'],
    [/rendant$/, 'rendre'],
    [/suivant$/, 'suivre'],
    [/venant$/, 'venir'],
    [/offrant$/, 'offrir'],
    [/issant$/, 'ir'],
    [/duisant$/, 'duire'],
    [/geant$/, 'ger'],
    [/çant$/, 'cer'],
    [/ant$/, 'er'],
  ]
  const found = irregular.find(([ending]) => ending.test(word))
  return found === undefined ? word : word.replace(found[0], found[1])
}

/** Future and the commonest subjunctives: 'soutiendra', 'contribuera', 'continue'. */
export function fromFrenchFinite(word: string): string | null {
  const known = finiteForms[word] ?? finiteForms[word.replace(/ont$/, 'a')]
  if (known !== undefined) return known
  return /^(\p{L}{2,}(?:e|i)r)(?:a|ont)$/u.exec(word)?.[1] ?? null
}
