import { plainText } from '../fold.ts'

/** Verbs in which Spanish texts ask for something: they stand in the subjunctive ('que informe'). */
const regular =
  'abordar aceptar acelerar acoger actualizar adaptar adjuntar adoptar ajustar alentar alinear ampliar analizar animar aplicar aportar apoyar apreciar aprovechar armonizar articular asegurar asesorar asignar asistir aumentar ayudar buscar calcular capacitar colaborar comunicar compartir compilar completar concertar concienciar conectar confirmar consolidar consultar coordinar cooperar crear cubrir cumplir dar debatir declarar dedicar definir delegar demostrar designar desarrollar desempeñar desplegar destacar destinar detallar determinar difundir dirigir diseñar divulgar documentar duplicar editar educar efectuar ejecutar elaborar eliminar emprender encargar enmendar entablar entregar enviar especificar establecer estimular estudiar evaluar evitar examinar explorar explotar exponer expresar facilitar favorecer fijar financiar finalizar fomentar formular formar fortalecer generar garantizar gestionar habilitar identificar impartir implantar implementar impulsar incorporar incrementar indicar informar iniciar instar integrar intensificar intercambiar invitar lanzar limitar llevar lograr mejorar mencionar modificar movilizar negociar nombrar notificar observar ocuparse optimizar organizar orientar otorgar paliar participar perfeccionar planificar potenciar preparar presentar preservar prestar priorizar procurar programar promocionar propiciar proporcionar proteger publicar racionalizar realizar recabar recalcar recopilar redactar redoblar reducir reexaminar reflejar registrar reiterar relacionar remitir renovar respaldar responder respetar restablecer revisar sensibilizar señalar simplificar solicitar someter subrayar suministrar supervisar tomar trabajar transmitir tratar utilizar vigilar vincular velar adecuar adquirir agilizar anunciar aprobar atender autorizar celebrar citar comenzar comprometerse conceder concluir conseguir conservar considerar constituir construir contar contemplar contribuir convocar continuar corregir decidir describir dictar disponer distribuir documentar elegir emitir encomendar entender escribir esforzarse exhortar extender hacer incluir intervenir introducir invertir inspirarse mantener mostrar obtener ofrecer pedir permitir poner prever proceder producir promover proponer proseguir proveer reanudar recibir recoger recomendar reconocer recurrir reforzar rendir resolver respetar reunir seguir sostener suscribir sustituir tener traducir transferir abrir actuar acordar adherirse alcanzar figurar firmar funcionar instalar medir mitigar nutrir plantear recordar salvaguardar valorar verificar visitar volver'

const irregular: Record<string, string> = {
  sea: 'ser',
  sean: 'ser',
  haya: 'haber',
  tenga: 'tener',
  tengan: 'tener',
  ponga: 'poner',
  pongan: 'poner',
  haga: 'hacer',
  hagan: 'hacer',
  mantenga: 'mantener',
  mantengan: 'mantener',
  obtenga: 'obtener',
  obtengan: 'obtener',
  sostenga: 'sostener',
  proponga: 'proponer',
  propongan: 'proponer',
  disponga: 'disponer',
  dispongan: 'disponer',
  exponga: 'exponer',
  siga: 'seguir',
  sigan: 'seguir',
  prosiga: 'proseguir',
  prosigan: 'proseguir',
  consiga: 'conseguir',
  consigan: 'conseguir',
  pida: 'pedir',
  pidan: 'pedir',
  mida: 'medir',
  rinda: 'rendir',
  rindan: 'rendir',
  elija: 'elegir',
  elijan: 'elegir',
  corrija: 'corregir',
  promueva: 'promover',
  promuevan: 'promover',
  resuelva: 'resolver',
  refuerce: 'reforzar',
  refuercen: 'reforzar',
  recomiende: 'recomendar',
  encomiende: 'encomendar',
  comience: 'comenzar',
  comiencen: 'comenzar',
  aliente: 'alentar',
  alienten: 'alentar',
  apruebe: 'aprobar',
  aprueben: 'aprobar',
  acuerde: 'acordar',
  acuerden: 'acordar',
  muestre: 'mostrar',
  muestren: 'mostrar',
  demuestre: 'demostrar',
  cuente: 'contar',
  entienda: 'entender',
  atienda: 'atender',
  atiendan: 'atender',
  extienda: 'extender',
  extiendan: 'extender',
  invierta: 'invertir',
  inviertan: 'invertir',
  transfiera: 'transferir',
  adquiera: 'adquirir',
  adhiera: 'adherirse',
  adhieran: 'adherirse',
  intervenga: 'intervenir',
  prevea: 'prever',
  prevean: 'prever',
  despliegue: 'desplegar',
  desplieguen: 'desplegar',
  esfuerce: 'esforzarse',
  esfuercen: 'esforzarse',
  dé: 'dar',
  den: 'dar',
  vuelva: 'volver',
  recuerde: 'recordar',
}

const forms = new Map<string, string>()
const infinitives = new Map<string, string>()
for (const verb of regular.split(' ')) {
  infinitives.set(plainText(verb), verb)
  for (const form of subjunctives(verb.replace(/se$/, ''))) forms.set(plainText(form), verb)
}
for (const [form, verb] of Object.entries(irregular)) {
  forms.set(form, verb)
  infinitives.set(plainText(verb), verb)
}

function subjunctives(verb: string): string[] {
  const stem = verb.slice(0, -2)
  const ending = verb.slice(-2)
  if (ending === 'ar') {
    const soft = stem.endsWith('c')
      ? `${stem.slice(0, -1)}qu`
      : stem.endsWith('g')
        ? `${stem}u`
        : stem.endsWith('z')
          ? `${stem.slice(0, -1)}c`
          : stem
    return [`${soft}e`, `${soft}en`]
  }
  if (/(?:ecer|ocer|ucir|acer)$/.test(verb)) return [`${stem.slice(0, -1)}zca`, `${stem.slice(0, -1)}zcan`]
  if (/[^gq]uir$/.test(verb)) return [`${stem}ya`, `${stem}yan`]
  if (/g[ei]r$/.test(verb)) return [`${stem.slice(0, -1)}ja`, `${stem.slice(0, -1)}jan`]
  if (verb.endsWith('uir')) return [`${stem.slice(0, -1)}a`, `${stem.slice(0, -1)}an`]
  return [`${stem}a`, `${stem}an`]
}

/** 'informe' -> 'informar'; null for a word that is no form of a known verb. Folded text. */
export const fromSubjunctive = (word: string): string | null => forms.get(word.toLowerCase()) ?? null
export const isSpanishSubjunctive = (word: string): boolean => word !== 'de' && forms.has(word.toLowerCase())

export const fromSpanishInfinitive = (word: string): string | null => {
  const folded = word.toLowerCase()
  return (
    infinitives.get(folded) ?? infinitives.get(folded.replace(/(?:se|lo|la|los|las|le|les)$/, '')) ?? null
  )
}

/** 'desempeñando' -> 'desempeñar' */
export function fromSpanishGerund(word: string): string | null {
  const folded = word.toLowerCase().replace(/(?:se|lo|la|los|las|le|les)$/, '')
  const stem = /^(.+?)(?:ando|iendo|yendo)$/.exec(folded)?.[1]
  if (stem === undefined) return null
  const endings = folded.endsWith('ando') ? ['ar'] : ['er', 'ir']
  for (const ending of endings) {
    const known = infinitives.get(stem + ending)
    if (known !== undefined) return known
  }
  return stem + (endings[0] ?? '')
}

/** 'mantenidos' -> 'mantener' */
export function fromSpanishParticiple(word: string): string | null {
  const match = /^(\p{L}+?)([ai])d[oa]s?$/u.exec(word)
  if (match === null) return null
  const endings = match[2] === 'a' ? ['ar'] : ['er', 'ir']
  return (
    endings.map((ending) => infinitives.get(`${match[1]}${ending}`) ?? null).find((verb) => verb !== null) ??
    null
  )
}
