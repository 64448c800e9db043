import type { LanguageCode } from '#platform/languages.ts'

/** One invented resolution in six languages, for tests: the same units with the same addresses. */
export const wells: Record<LanguageCode, string> = {
  en: `RESOLUTION 7 (DOHA, 2026)

Wells

The Plenipotentiary Conference of the International Telecommunication Union (Doha, 2026),

considering

that water is scarce,

resolves

1 that wells should be dug;

2 that they should have:
a) a lid;
b) a rope,

instructs the Secretary-General

1 to report every year to the ITU Council on the wells.
`,
  fr: `RÉSOLUTION 7 (DOHA, 2026)

Puits

La Conférence de plénipotentiaires de l'Union internationale des télécommunications (Doha, 2026),

considérant

que l'eau est rare,

décide

1 que des puits devraient être creusés;

2 qu'ils devraient avoir:
a) un couvercle;
b) une corde,

charge le Secrétaire général

1 de faire rapport chaque année au Conseil de l'UIT sur les puits.
`,
  es: `RESOLUCIÓN 7 (DOHA, 2026)

Pozos

La Conferencia de Plenipotenciarios de la Unión Internacional de Telecomunicaciones (Doha, 2026),

considerando

que el agua escasea,

resuelve

1 que se excaven pozos;

2 que tengan:
a) una tapa;
b) una cuerda,

encarga al Secretario General

1 que informe cada año al Consejo de la UIT sobre los pozos.
`,
  ru: `РЕЗОЛЮЦИЯ 7 (ДОХА, 2026 г.)

Колодцы

Полномочная конференция Международного союза электросвязи (Доха, 2026 г.),

учитывая,

что воды мало,

решает,

1 что следует вырыть колодцы;

2 что у них должны быть:
a) крышка;
b) веревка,

поручает Генеральному секретарю

1 ежегодно представлять Совету МСЭ отчет о колодцах.
`,
  zh: `第7号决议（2026年，多哈）

水井

国际电信联盟全权代表大会（2026年，多哈），

考虑到

水源稀少，

做出决议

1 应挖掘水井；

2 水井应有：
a) 井盖；
b) 井绳，

责成秘书长

1 每年向国际电联理事会报告水井情况。
`,
  ar: `القرار 7 (الدوحة، 2026)

الآبار

إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (الدوحة، 2026)،

إذ يضع في اعتباره

أن الماء شحيح،

يقرر

1 أن تُحفر آبار؛

2 أن يكون لها:
أ ) غطاء؛
ب) حبل،

يكلف الأمين العام

1 بأن يقدم كل سنة تقريراً إلى مجلس الاتحاد عن الآبار.
`,
}
