import type { LanguageCode } from '../language-code.ts'

/** Bodies that adopt instruments cited in texts but are not in the register of bodies. Their ids never leave the parser. */
export const otherAdopters: { id: string; names: Record<LanguageCode, string[]> }[] = [
  {
    id: 'wrc',
    names: {
      en: ['World Radiocommunication Conference', 'WRC', 'WRC-\\d\\d'],
      fr: ['Conférence mondiale des radiocommunications', 'CMR', 'CMR-\\d\\d'],
      es: ['Conferencia Mundial de Radiocomunicaciones', 'CMR', 'CMR-\\d\\d'],
      ru: ['Всемирная конференция радиосвязи', 'ВКР', 'ВКР-\\d\\d'],
      zh: ['世界无线电通信大会', 'WRC', 'WRC-\\d\\d'],
      ar: ['المؤتمر العالمي للاتصالات الراديوية', 'WRC-\\d\\d'],
    },
  },
  {
    id: 'hrc',
    names: {
      en: ['Human Rights Council'],
      fr: ["Conseil des droits de l'homme"],
      es: ['Consejo de Derechos Humanos'],
      ru: ['Совет по правам человека'],
      zh: ['人权理事会'],
      ar: ['مجلس حقوق الإنسان'],
    },
  },
  {
    id: 'unsc',
    names: {
      en: ['Security Council'],
      fr: ['Conseil de sécurité'],
      es: ['Consejo de Seguridad'],
      ru: ['Совет Безопасности'],
      zh: ['安全理事会', '安理会'],
      ar: ['مجلس الأمن'],
    },
  },
]

const inside = new Set(otherAdopters.map(({ id }) => id))

export const isRegistered = (id: string): boolean => !inside.has(id)
