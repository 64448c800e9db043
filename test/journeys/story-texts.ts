const head = (mark: string, place: string, year: number) => `القرار 901 (${mark}${place}، ${year})

مصابيح القراءة في مدارس الجزر

إن مؤتمر المندوبين المفوضين للاتحاد الدولي للاتصالات (${place}، ${year})،

إذ يضع في اعتباره

أن مدارس الجزر الصغيرة تنطفئ فيها الأنوار قبل حلول المساء،

يقرر
`

const rest = `يكلف مدير مكتب تنمية الاتصالات

بمساعدة المدارس على شراء المصابيح،

يدعو الدول الأعضاء

إلى تقاسم تجاربها في إضاءة المدارس.
`

/** An invented resolution whose second clause is misnumbered; the one about the yearly report is the duty of the story. */
export const firstText = `${head('', 'مدينة الميناء', 2018)}
1 أن تُضاء قاعات القراءة في مدارس الجزر حتى المساء؛

3 أن تُختار المصابيح التي يسهل إصلاحها في الجزيرة نفسها،

يكلف مدير مكتب تقييس الاتصالات

1 بأن يقدم إلى المجلس كل سنة تقريراً عن مصابيح القراءة؛

2 بنشر دليل لإصلاح المصابيح بحلول عام 2027،

${rest}`

/** The same as a later conference revised it: the report is due every four years, and nobody asks for the guide any more. */
export const secondText = `${head('المراجَع في ', 'بلدة الجزيرة', 2022)}
1 أن تُضاء قاعات القراءة في مدارس الجزر حتى المساء؛

2 أن تُختار المصابيح التي يسهل إصلاحها في الجزيرة نفسها،

يكلف مدير مكتب تقييس الاتصالات

بأن يقدم إلى المجلس كل أربع سنوات تقريراً عن مصابيح القراءة،

${rest}`

/** What must never reach the public: in the words, the name, the address and the file of a hidden piece of evidence. */
export const hiddenWords = ['会计底稿', 'ledger-draft', 'unseen-lanterns']
