import type { LanguageCode } from '#platform/languages.ts'
import { folded } from './folding.ts'

/** Words that stand in nearly every text of a language and tell nothing apart; folded as texts are. */
export const stopWords: Record<LanguageCode, ReadonlySet<string>> = {
  en: setOf(`a an and are as at be been but by for from had has have he her his i if in into is it its nor not
    of on or our s she so such t than that the their them then there these they this those to too was we were
    what when which while who will with would you your`),
  fr: setOf(`a à au aux avec c ce ces cet cette d dans de des donc du elle elles en entre est et eux il ils j je
    l la le les leur leurs lui m mais me même n ne ni nos notre nous on ont ou où par pas pour qu que qui s sa
    sans se ses si son sont sous sur t ta te tu un une vos votre vous y été être`),
  es: setOf(`a al ante como con cual cuando de del desde donde e el ella ellas ellos en entre era es esa esas ese
    eso esos esta estas este esto estos fue ha han hasta la las le les lo los más me mi muy ni no nos o os para
    pero por porque que quien se según ser si sin sobre son su sus también te tu un una uno unos y ya yo`),
  ru: setOf(`а без более бы был была были было быть в вам вас во вот все всех вы где да для до его ее если есть
    еще ж же за и из или им их к как ко когда который ли между меня мне мы на над нас не него нее ни них но о об
    он она они оно от по под при с со так также такие такой там те тем то того тоже той только том у уже чем что
    чтобы эта эти это этого этой этом этот я`),
  ar: setOf(`ال في من على إلى الى عن مع هذا هذه ذلك تلك التي الذي الذين أن إن أو و ثم بل لا لم لن ما ماذا هو هي هم
    كان كانت يكون تكون قد كل بين قبل عند حتى منذ كما أي غير حيث وهو وهي وفي ومن وعلى وإلى ولا وقد بها به
    لها له فيها فيه منها منه عليها عليه`),
  zh: setOf(`的 了 和 与 及 在 是 为 对 等 于 并 或 之 以 其 而 从 向 由 被 把 将 个 也 都 就 这 那 该`),
}

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(/\s+/).map(folded))
}
