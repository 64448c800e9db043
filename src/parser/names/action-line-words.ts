import type { LanguageCode } from '../language-code.ts'

/** How each language says 'action line'. A code such as 'C5' counts only where these words stand. Folded text. */
export const actionLineWords: Record<LanguageCode, RegExp> = {
  en: /\baction lines?\b|\bALs? ?(?=[CС]\d)|\bALC\d/iu,
  fr: /\b(?:grandes? orientations?|lignes? d'action|lignes? directrices? d'action)\b|\baction lines?\b/iu,
  es: /\b(?:lineas? de accion|lineas? de actuacion)\b|\baction lines?\b/iu,
  ru: /направлени\p{L}+ (?:деятельност\p{L}*|действий)|линии действий|action lines?/iu,
  zh: /行动(?:方面|领域|路线|纲领|方针|项目|专题|线)|action lines?/iu,
  ar: /خط(?:وط|ي|ا)? (?:ال)?عمل|مسار(?:ات)? (?:ال)?عمل|محاور (?:ال)?عمل|action lines?/iu,
}

/** The sub-lines of C7 by their names. */
export const subLines: { code: string; names: RegExp }[] = [
  {
    code: 'C7.eGov',
    names:
      /\be-?gov(?:ernment|ernance)?\b|administration electronique|cybergouvern\p{L}*|cyberadministration|gobierno electronico|cibergobierno|электронн\p{L}+ (?:государственн\p{L}+ )?(?:правительств\p{L}+|управлени\p{L}+)|电子政务|电子政府|الحكومه الالكترونيه/iu,
  },
  {
    code: 'C7.eBus',
    names:
      /\be-?(?:business|commerce)\b|(?:commerce|affaires) electroniques?|cybercommerce|(?:negocios|comercio) electronicos?|электронн\p{L}+ (?:бизнес\p{L}*|коммерци\p{L}+|предпринимательств\p{L}+)|电子商务|(?:الاعمال|التجاره)(?: التجاريه)? الالكترونيه/iu,
  },
  {
    code: 'C7.eLea',
    names:
      /\be-?(?:learning|education)\b|teleenseignement|cyberapprentissage|apprentissage en ligne|(?:aprendizaje|ensenanza) electronic[oa]|ciberaprendizaje|электронн\p{L}+ обучени\p{L}+|电子学习|电子教育|التعلم الالكتروني|التعليم الالكتروني/iu,
  },
  {
    code: 'C7.eHea',
    names:
      /\be-?health\b|telesante|cybersante|sante en ligne|cibersalud|salud electronica|электронн\p{L}+ здравоохранени\p{L}+|电子卫生|电子医疗|电子健康|الصحه الالكترونيه/iu,
  },
  {
    code: 'C7.eEmp',
    names:
      /\be-?employment\b|cybertravail|emploi en ligne|ciberempleo|empleo electronico|электронн\p{L}+ занятост\p{L}+|电子就业|(?:التوظيف|التوظف) الالكتروني|العماله الالكترونيه/iu,
  },
  {
    code: 'C7.eEnv',
    names:
      /\be-?environment\b|cyberecologie|cyberenvironnement|ciberecologia|электронн\p{L}+ (?:охран\p{L}+ )?окружающ\p{L}+ сред\p{L}+|电子环境|البيئه الالكترونيه/iu,
  },
  {
    code: 'C7.eAgr',
    names:
      /\be-?agriculture\b|cyberagriculture|ciberagricultura|agricultura electronica|электронн\p{L}+ сельск\p{L}+ хозяйств\p{L}+|电子农业|الزراعه الالكترونيه/iu,
  },
  {
    code: 'C7.eSci',
    names:
      /\be-?science\b|cyberscience|ciberciencia|электронн\p{L}+ наук\p{L}+|电子科学|العلم الالكتروني|العلوم الالكترونيه/iu,
  },
]
