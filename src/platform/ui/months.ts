import type { LanguageCode } from '../languages.ts'

/** Names of the months as they stand alone; Arabic as in United Nations documents. */
export const monthNames: Record<LanguageCode, readonly string[]> = {
  ar: [
    'كانون الثاني/يناير',
    'شباط/فبراير',
    'آذار/مارس',
    'نيسان/أبريل',
    'أيار/مايو',
    'حزيران/يونيه',
    'تموز/يوليه',
    'آب/أغسطس',
    'أيلول/سبتمبر',
    'تشرين الأول/أكتوبر',
    'تشرين الثاني/نوفمبر',
    'كانون الأول/ديسمبر',
  ],
  zh: ['1月', '2月', '3月', '4月', '5月', '6月', '7月', '8月', '9月', '10月', '11月', '12月'],
  en: named('January February March April May June July August September October November December'),
  fr: named('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  ru: named('январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь'),
  es: named('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
}

function named(list: string): string[] {
  return list.split(' ')
}
