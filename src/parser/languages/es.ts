import type { Words } from './lexicon.ts'

export const spanish: Words = {
  language: 'es',
  preambular: {
    considering: 'considerando|habiendo considerado|estimando',
    recalling: 'recordando|habiendo recordado|rememorando',
    recognizing: 'reconociendo|habiendo reconocido|constatando',
    noting:
      'observando|tomando nota(?: de| del)?|habiendo observado|habiendo tomado nota|notando|advirtiendo|señalando',
    'taking-into-account':
      'teniendo en cuenta|tomando en cuenta|habida cuenta|tomando en consideración|teniendo en consideración|habiendo tenido en cuenta|teniendo debidamente en cuenta',
    'bearing-in-mind': 'teniendo presentes?|recordando siempre|sin olvidar|teniendo en mente',
    emphasizing:
      'subrayando|destacando|poniendo de relieve|haciendo hincapié(?: en)?|resaltando|enfatizando|recalcando|insistiendo',
    aware: 'consciente(?: de| del)?|sabedora?|siendo consciente|a sabiendas',
    convinced: 'convencid[ao](?: de)?|persuadid[ao]|creyendo',
    concerned:
      'preocupad[ao](?: por)?|alarmad[ao]|expresando (?:su |grave |profunda )*preocupación|inquiet[ao]',
    reaffirming: 'reafirmando|afirmando|reiterando|confirmando',
    welcoming:
      'acogiendo con (?:satisfacción|beneplácito|agrado)|felicitándose|congratulándose|celebrando|acogiendo favorablemente|acogiendo',
    'having-examined':
      'habiendo examinado|habiendo estudiado|habiendo escuchado|habiendo analizado|habiendo recibido|tras examinar|tras haber examinado',
    'having-regard':
      'vist[oa]s?|en vista(?: de| del)?|de conformidad|en virtud|en cumplimiento|dad[oa]|con arreglo|a la luz',
    guided: 'guiad[ao](?: por)?|inspirad[ao]|guiándose|actuando',
    appreciating:
      'apreciando|expresando (?:su )?(?:profund[oa] )?(?:agradecimiento|gratitud|satisfacción|reconocimiento)|agradeciendo|rindiendo homenaje|encomiando|valorando',
    desiring: 'deseos[ao](?: de)?|deseando|resuelt[ao]|decidid[ao]|esperando|empeñad[ao]',
    understanding:
      'entendiendo|comprendiendo|aceptando|apoyando|declarando|alentad[ao]|refiriéndose|lamentando|deplorando|condenando|expresando|aprobando|haciendo suy[oa]s?|alentando|instando|invitando|exhortando',
  },
  operative: {
    resolves: 'resuelve|decide|acuerda|ha decidido|conviene',
    instructs: 'encarga|encomienda|da instrucciones|ordena|confía',
    requests: 'pide(?! encarecidamente)|solicita|ruega|requiere',
    invites: 'invita',
    encourages: 'alienta|anima|estimula|fomenta',
    urges: 'insta|pide encarecidamente|urge|apremia',
    'calls-upon': 'exhorta|hace un llamamiento|llama|apela|exige',
    recommends: 'recomienda|sugiere|propone|aconseja',
    expresses: 'expresa|manifiesta|agradece|da las gracias|rinde homenaje|felicita|transmite|encomia',
    endorses: 'aprueba|adopta|hace suy[oa]s?|refrenda|respalda|acepta|apoya',
    notes:
      'observa|toma nota|reconoce|considera|tiene en cuenta|recuerda|advierte|constata|toma conocimiento|tomó nota',
    welcomes: 'acoge con (?:satisfacción|beneplácito|agrado)|celebra|se felicita|acoge|se congratula',
    affirms:
      'afirma|reafirma|reitera|confirma|declara|proclama|se compromete|está convencid[ao]|opina|es de la opinión',
    emphasizes:
      'subraya|destaca|pone de relieve|hace hincapié|señala|recalca|resalta|llama la atención|enfatiza|insiste',
    authorizes:
      'autoriza|faculta|designa|nombra|elige|establece|crea|deroga|abroga|suprime|prorroga|modifica|remite|fija|convoca',
    condemns:
      'condena|deplora|rechaza|lamenta|se declara|está preocupad[ao]|sigue (?:ocupándose|preocupad[ao])',
    'looks-forward': 'espera|aguarda|confía en|tiene la intención',
  },
  further: 'además|asimismo|por otra parte|adicionalmente',
  also: 'también|igualmente',
  adverbs:
    'encarecidamente|nuevamente|de nuevo|una vez más|profundamente|plenamente|gravemente|firmemente|particularmente|en particular|especialmente|solemnemente|vivamente|enérgicamente|por consiguiente|por tanto|expresamente|debidamente|finalmente|con (?:gran |profund[oa] |grave )?(?:satisfacción|preocupación|interés|pesar|agradecimiento|reconocimiento|aprecio|inquietud|beneplácito)',
  complements:
    'que|lo siguiente|el hecho de que|de|con (?:gran |profund[oa] |grave )?(?:satisfacción|preocupación|interés|pesar|agradecimiento|reconocimiento|aprecio)',
  decidesTo: '(?:resuelve|decide|acuerda)(?: además| también| asimismo)? ',
  infinitives: {
    instructs: 'encargar|encomendar|dar instrucciones',
    requests: 'pedir|solicitar|rogar',
    invites: 'invitar',
    encourages: 'alentar|animar',
    urges: 'instar',
    'calls-upon': 'exhortar|hacer un llamamiento',
    recommends: 'recomendar',
    authorizes: 'autorizar|facultar',
    expresses: 'expresar|manifestar|agradecer|felicitar',
  },
  addressees: {
    'un-secretary-general':
      '(?:el |la |al )?Secretari[oa] General de las? (?:Organización de las )?Naciones Unidas',
    'deputy-secretary-general': '(?:el |la |al |a la )?Vicesecretari[oa] General(?: de la UIT| de la Unión)?',
    'secretary-general':
      '(?:el |la |al |a la )?Secretari[oa] General(?: de la UIT| de la Unión(?: Internacional de Telecomunicaciones)?)?',
    'director-general': '(?:el |la |al |a la )?Direct(?:or|ora) General(?: de la [A-Z]+)?',
    'executive-director': '(?:el |la |al |a la )?Direct(?:or Ejecutivo|ora Ejecutiva)',
    'high-commissioner':
      '(?:el |la |al |a la )?Alt[oa] Comisionad[oa](?: de las Naciones Unidas)?(?: para los (?:Derechos Humanos|Refugiados))?',
    'directors-other': '(?:los |a los )?Directores de las (?:otras|demás) (?:dos )?Oficinas',
    directors: '(?:los |a los )?Directores de (?:las|todas las) (?:tres )?Oficinas(?: de la UIT)?',
    'coordination-committee': '(?:el |al )?Comité de Coordinación',
    'council-working-group':
      '(?:el |al |los |a los )?Grupos? de Trabajo del Consejo(?: (?:sobre|para|encargado) (?:(?!,| que | a | en (?:colab|coop|consult|coord)|,? y (?:a|al|el (?:Sec|Dir)|los (?:Dir|Estados|Miembros))).)+)?',
    ecosoc: '(?:el |al )?Consejo Económico y Social(?: de las Naciones Unidas)?|ECOSOC',
    'human-rights-council': '(?:el |al )?Consejo de Derechos Humanos',
    'security-council': '(?:el |al )?Consejo de Seguridad',
    'executive-board': '(?:el |al )?Consejo Ejecutivo',
    council: '(?:el |al )?Consejo(?: de Administración)?(?: de la UIT| de la Unión)?',
    'general-assembly': '(?:la |a la )?Asamblea General(?: de las Naciones Unidas)?',
    'general-secretariat': '(?:la |a la )?Secretaría(?: General)?(?: de la UIT)?',
    'member-states':
      '(?:a )?(?:todos |los |demás )*Estados Miembros(?: de la Unión| de la UIT| del Consejo)?',
    'sector-members':
      '(?:a )?(?:todos |los )*Miembros de(?:l|l? los)? Sector(?:es)?(?: de la UIT| del UIT-[TRD])?',
    members: '(?:a )?(?:todos |los )*[Mm]iembros(?: de la Unión| de la UIT)?',
    associates: '(?:a )?(?:los )?Asociados(?: de(?:l| los)? Sector(?:es)?)?',
    academia:
      '(?:a )?(?:las |la )?(?:Instituciones [Aa]cadémicas|[Ii]nstituciones [Aa]cadémicas|Sector académico)',
    'all-stakeholders': '(?:a )?(?:todas |las |demás |otras )*partes interesadas(?: pertinentes)?',
    administrations:
      '(?:a )?(?:las |todas )*administraciones(?: de los Estados Miembros| interesadas| concernidas| pertinentes| notificantes)?',
    'regulatory-authorities': '(?:a )?(?:los )?(?:reguladores|organismos reguladores)',
    'operating-agencies': '(?:a )?(?:las )?empresas de explotación(?: reconocidas)?',
    tsag: '(?:el |al )?Grupo Asesor de Normalización de las Telecomunicaciones(?: \\(GANT\\))?|(?:el |al )?GANT',
    rag: '(?:el |al )?Grupo Asesor de Radiocomunicaciones(?: \\(GAR\\))?|(?:el |al )?GAR',
    tdag: '(?:el |al )?Grupo Asesor de Desarrollo de las Telecomunicaciones(?: \\(GADT\\))?|(?:el |al )?GADT',
    'advisory-groups': '(?:los |a los )?(?:G|g)rupos (?:A|a)sesores(?: de los (?:tres )?Sectores)?',
    'radio-regulations-board': '(?:la |a la )?Junta del Reglamento de Radiocomunicaciones',
    wtsa: '(?:la |a la )?(?:próxima )?Asamblea Mundial de Normalización de las Telecomunicaciones|(?:la |a la )?AMNT(?:-\\d\\d)?',
    wtdc: '(?:la |a la )?(?:próxima )?Conferencia Mundial de Desarrollo de las Telecomunicaciones|(?:la |a la )?CMDT(?:-\\d\\d)?',
    ra: '(?:la |a la )?(?:próxima )?Asamblea de Radiocomunicaciones',
    wrc: '(?:la |a la )?(?:próxima )?Conferencia Mundial de Radiocomunicaciones(?: de \\d{4})?|(?:la |a la )?CMR-\\d\\d',
    pp: '(?:la |a la )?(?:próxima )?Conferencia de Plenipotenciarios',
    'study-groups':
      '(?:a )?(?:la |las )?Comisi(?:ón|ones) de Estudio \\d+(?:(?:, | y )\\d+)*(?: del UIT-[TRD])?|(?:a )?(?:las |todas las )?Comisiones de Estudio(?: pertinentes)?(?: (?:de la UIT|del UIT-[TRD]|del Sector de [\\p{L} ]+|de los (?:tres )?Sectores))?',
    'itu-t':
      '(?:el |al )?Sector de Normalización de las Telecomunicaciones(?: de la UIT)?(?: \\(UIT-T\\))?|(?:el |al )?UIT-T',
    'itu-r': '(?:el |al )?Sector de Radiocomunicaciones(?: de la UIT)?(?: \\(UIT-R\\))?|(?:el |al )?UIT-R',
    'itu-d':
      '(?:el |al )?Sector de Desarrollo de las Telecomunicaciones(?: de la UIT)?(?: \\(UIT-D\\))?|(?:el |al )?UIT-D',
    sectors: '(?:los |a los )?(?:tres )?Sectores(?: de la UIT)?',
    'regional-organizations': '(?:a )?(?:las )?organizaciones regionales(?: de telecomunicaciones)?',
    'international-organizations': '(?:a )?(?:las )?organizaciones internacionales',
    'regional-groups': '(?:a )?(?:los )?grupos regionales',
    'developing-countries': '(?:a )?(?:los )?países en desarrollo',
    'developed-countries': '(?:a )?(?:los )?países desarrollados',
    governments: '(?:a )?(?:todos |los )*[Gg]obiernos(?: de los Estados Miembros)?',
    states: '(?:a )?(?:todos |los )*Estados',
    'international-community': '(?:a )?(?:la )?comunidad internacional',
    'private-sector': '(?:el |al )?sector privado',
    industry: '(?:a )?(?:la )?industria',
    'civil-society': '(?:a )?(?:la )?sociedad civil',
    'united-nations-system': '(?:a )?(?:el |al |las )?(?:sistema de las )?Naciones Unidas',
    chairmen: '(?:a )?(?:los )?Presidentes(?: de las Comisiones de Estudio)?',
    itu: '(?:la |a la )?(?:UIT|Unión)',
  },
  bureaux: {
    br: '(?:de la )?(?:Oficina de Radiocomunicaciones(?: \\(BR\\))?|BR)',
    tsb: '(?:de la )?(?:Oficina de Normalización de las Telecomunicaciones(?: \\(TSB\\))?|TSB)',
    bdt: '(?:de la )?(?:Oficina de Desarrollo de las Telecomunicaciones(?: \\(BDT\\))?|BDT)',
  },
  directorsOf: '(?:el |la |los |al |a la |a los )?Director(?:a|es|as)? ',
  conjunctions:
    ',? incluid[oa]s(?: a)?|,? en particular(?: a)?|,? así como(?: a)?|,? y(?: a)?(?= )|,? e(?= )|,? o(?= )|,|/|;',
  prepositions: 'a(?: l[oa]s?)?|al|de|del',
  sideRemarks:
    'en (?:estrecha )?(?:consulta|colaboración|coordinación|cooperación)|de conformidad|con arreglo|dentro|según|por|con|mediante|a través|previa|que',
  openers: 'que|a|de|su|sus|lo siguiente',
  danglers:
    'de|del|la|el|los|las|y|a|al|en|o|con|por|para|Secretario|Director|Directores|Estados|Miembros|Oficina|e|sobre',
  instruments: 'resolución|decisión|recomendación|acuerdo|opinión|ruego|declaración',
  decision: 'acuerdo|decisión',
  numberFirst: false,
  revised: 'Rev\\.?|Mod\\.|modificada|última modificación',
  organs:
    "(?:(?:La|El|Las) )?(?:[\\p{L}’'-]+ ){0,6}?(?:Conferencia|Asamblea|Consejo|Comisión|Comité|Junta|Congreso|Foro|Partes)",
  foreword: 'prefacio|prólogo|introducción',
  annex: 'anexos?|apéndice|adjunto',
  part: 'parte|sección',
  meeting: '(?:\\.?[ªa°º])? ?sesión(?: plenaria)?|(?:\\.?[ªa°º])? reunión',
  adopted: 'aprobad[ao] (?:por|sin|en)|resolución aprobada|adoptad[ao]',
  page: 'página|pág\\.',
  months: 'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre',
  session: 'período de sesiones|tema \\d+ del programa',
  functionWords:
    'resolución conferencia asamblea consejo resuelve decide encarga pide invita alienta recordando observando reconociendo considerando el la los las de del y en que para por con una se al su sobre es lo',
}
