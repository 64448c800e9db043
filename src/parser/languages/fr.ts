import type { Words } from './lexicon.ts'

export const french: Words = {
  language: 'fr',
  preambular: {
    considering: 'considérant|ayant considéré|estimant|jugeant',
    recalling: 'rappelant|se rappelant|ayant rappelé',
    recognizing: 'reconnaissant|ayant reconnu|constatant|ayant constaté',
    noting: 'notant|prenant note(?: de)?|ayant noté|ayant pris note|prenant acte(?: de)?|observant|relevant',
    'taking-into-account':
      "tenant compte(?: du fait| de| du| des| d')?|ayant pris en (?:compte|considération)|prenant en considération|prenant en compte|tenant dûment compte|compte tenu(?: de| du| des)?|ayant tenu compte",
    'bearing-in-mind':
      "ayant à l'esprit|gardant à l'esprit|ayant présent à l'esprit|gardant présent à l'esprit|ayant présents à l'esprit|gardant présents à l'esprit|ayant présentes à l'esprit|n'oubliant pas",
    emphasizing: "soulignant|insistant(?: sur)?|mettant l'accent(?: sur)?|mettant en avant|faisant ressortir",
    aware: 'consciente?(?: de| du| des)?|sachant|étant consciente?|se rendant compte|ayant conscience',
    convinced: 'convaincue?(?: de| du| des)?|persuadée?|fermement convaincue?|croyant',
    concerned:
      'préoccupée?(?: par)?|inquiète?|inquiet|alarmée?|exprimant (?:sa |ses |son |une )?(?:vive |profonde )?(?:préoccupation|préoccupations|inquiétude)',
    reaffirming: 'réaffirmant|affirmant|réitérant|confirmant',
    welcoming:
      'se félicitant(?: de| du| des)?|accueillant avec (?:satisfaction|intérêt)|saluant|se réjouissant',
    'having-examined': 'ayant examiné|ayant étudié|ayant entendu|ayant analysé|ayant reçu|ayant débattu',
    'having-regard':
      'eu égard|vu|étant donné|conformément|en application|compte dûment tenu|au vu|en vue|considérant ce qui précède',
    guided: "guidée?(?: par)?|s'inspirant|inspirée?|agissant",
    appreciating:
      'appréciant|exprimant (?:sa |ses |son )?(?:gratitude|satisfaction|reconnaissance|remerciements)|remerciant|rendant hommage',
    desiring: 'désireu(?:x|se)(?: de)?|désirant|souhaitant|déterminée?|résolue?|soucieu(?:x|se)|espérant',
    understanding:
      'comprenant|acceptant|appuyant|déclarant|encouragée?|se référant|regrettant|déplorant|condamnant|exprimant|approuvant|encourageant|demandant|engageant',
  },
  operative: {
    resolves: 'décide|a décidé|convient|décrète',
    instructs: 'charge|donne pour instruction|confie|mandate',
    requests: 'demande(?! instamment)|prie(?! instamment)|sollicite',
    invites: 'invite(?! instamment)',
    encourages: 'encourage|incite',
    urges:
      'prie instamment|demande instamment|invite instamment|exhorte|engage instamment|presse|engage vivement|engage',
    'calls-upon': 'appelle|lance un appel|fait appel|en appelle|exige',
    recommends: 'recommande|suggère|propose|préconise|conseille',
    expresses: 'exprime|adresse|remercie|rend hommage|félicite|sait gré|transmet|présente',
    endorses: 'approuve|adopte|entérine|souscrit|fait sien(?:ne|nes|s)?|accepte|appuie|soutient',
    notes:
      'note|prend note|prend acte|reconnaît|constate|observe|considère|rappelle|estime|a pris note|prend en considération|tient compte',
    welcomes: 'se félicite|accueille avec (?:satisfaction|intérêt)|salue|se réjouit|accueille',
    affirms:
      "affirme|réaffirme|réitère|confirme|déclare|proclame|s'engage|est convaincue?|est d'avis|émet l'avis",
    emphasizes: "souligne|insiste|met l'accent|appelle l'attention|attire l'attention|met en relief|signale",
    authorizes:
      'autorise|habilite|désigne|nomme|élit|crée|établit|institue|abroge|supprime|annule|proroge|modifie|renvoie|fixe|convoque',
    condemns:
      'condamne|déplore|rejette|regrette|se déclare (?:profondément |vivement )?préoccupée?|se dit|demeure (?:saisie?|préoccupée?)',
    'looks-forward': 'attend avec|espère|compte|entend',
  },
  further: 'en outre|de plus|par ailleurs|de surcroît',
  also: 'également|aussi|en même temps|de même',
  adverbs:
    'vivement|à nouveau|de nouveau|une nouvelle fois|profondément|pleinement|gravement|fermement|particulièrement|en particulier|notamment|solennellement|chaleureusement|instamment|en conséquence|donc|expressément|avec (?:une )?(?:grande |vive |profonde )?(?:satisfaction|préoccupation|intérêt|regret|gratitude|inquiétude|reconnaissance|appréciation)|par conséquent|dûment|enfin|avec insistance|par la présente',
  complements:
    "que|qu'|ce qui suit|de|du|des|avec (?:une )?(?:grande |vive |profonde )?(?:satisfaction|préoccupation|intérêt|regret|gratitude|inquiétude)",
  decidesTo: "décide(?: en outre| également)? (?:de |d')",
  infinitives: {
    instructs: 'charger|donner pour instruction|confier',
    requests: 'demander|prier(?! instamment)',
    invites: 'inviter(?! instamment)',
    encourages: 'encourager',
    urges: 'prier instamment|exhorter|engager|inviter instamment',
    'calls-upon': 'appeler|lancer un appel',
    recommends: 'recommander',
    authorizes: 'autoriser',
    expresses: 'exprimer|remercier|féliciter',
  },
  addressees: {
    'un-secretary-general':
      "(?:le |la |au )?Secrétaire générale? (?:de l'Organisation )?des Nations Unies|(?:le |au )?Secrétaire général de l'ONU",
    'deputy-secretary-general': "(?:le |la |au )?Vice-Secrétaire générale?(?: de l'UIT| de l'Union)?",
    'secretary-general':
      "(?:le |la |au )?Secrétaire générale?(?: de l'UIT| de l'Union(?: internationale des télécommunications)?)?",
    'director-general': "(?:le |la |au )?(?:Directeur général|Directrice générale)(?: de l'[A-Z]+)?",
    'executive-director': '(?:le |la |au )?(?:Directeur exécutif|Directrice exécutive)',
    'high-commissioner':
      "(?:le |la |au )?(?:Haut-Commissaire|Haute-Commissaire)(?: des Nations Unies)?(?: aux droits de l'homme| pour les réfugiés)?",
    'directors-other':
      '(?:les |aux )?Directeurs des autres Bureaux|(?:les )?Directeurs des deux autres Bureaux',
    directors:
      "(?:les |aux )?Direct(?:eurs|rices)(?: et les Directrices)? (?:des |de tous les )(?:trois )?Bureaux(?: de l'UIT)?",
    'coordination-committee': '(?:le )?Comité de coordination',
    'council-working-group':
      '(?:le |les )?Groupes? de travail du Conseil(?: (?:sur|pour|chargé) (?:(?!,| de (?:faire|présenter|soumettre|continuer)| en (?:collab|coop|consult|coord)|,? et (?:le (?:Sec|Dir)|les (?:Dir|Etats|États|Membres)|à|aux?)).)+)?',
    ecosoc: "(?:le |au )?Conseil économique et social(?: de l'ONU| des Nations Unies)?|(?:l')?ECOSOC",
    'human-rights-council': "(?:le |au )?Conseil des droits de l'homme",
    'security-council': '(?:le |au )?Conseil de sécurité',
    'executive-board': '(?:le |au )?Conseil exécutif',
    council: "(?:le |au )?Conseil(?: d'administration)?(?: de l'UIT| de l'Union)?",
    'general-assembly': "(?:l')?Assemblée générale(?: des Nations Unies)?",
    'general-secretariat': "(?:le |au )?[Ss]ecrétariat(?: général)?(?: de l'UIT)?",
    'member-states':
      "(?:à )?(?:tous |les |aux |autres )*[EÉ]tats [Mm]embres(?: de l'Union| de l'UIT| du Conseil)?",
    'sector-members':
      "(?:tous |les |aux )*[Mm]embres de(?:s)? (?:S|s)ecteurs?(?: de l'UIT(?:-[TRD])?)?|(?:les |aux )?Membres du Secteur",
    members: "(?:tous |les |aux )*[Mm]embres(?: de l'Union| de l'UIT)?",
    associates: '(?:les |aux )?Associés(?: de Secteur| des Secteurs)?',
    academia:
      "(?:les |aux )?(?:établissements universitaires(?: participant aux travaux de l'UIT)?|universités)|(?:le )?milieu universitaire",
    'all-stakeholders':
      "(?:toutes |les |aux |autres |l'ensemble des |à )*parties prenantes(?: concernées| intéressées)?|tous les acteurs(?: concernés)?",
    administrations:
      '(?:les |aux |toutes )*administrations(?: des [EÉ]tats [Mm]embres| concernées| intéressées| notificatrices)?',
    'regulatory-authorities':
      '(?:les |aux )?(?:autorités|organismes) (?:nationales |nationaux )?de régulation',
    'operating-agencies': '(?:les |aux )?exploitations(?: reconnues)?',
    tsag: '(?:le |au )?Groupe consultatif de la normalisation des télécommunications(?: \\(GCNT\\))?|(?:le |au )?GCNT',
    rag: '(?:le |au )?Groupe consultatif des radiocommunications(?: \\(GCR\\))?|(?:le |au )?GCR',
    tdag: '(?:le |au )?Groupe consultatif pour le développement des télécommunications(?: \\(GCDT\\))?|(?:le |au )?GCDT',
    'advisory-groups': '(?:les |aux )?groupes consultatifs(?: des (?:trois )?Secteurs)?',
    'radio-regulations-board': '(?:le |au )?Comité du Règlement des radiocommunications',
    wtsa: "(?:l'|à l')?Assemblée mondiale de normalisation des télécommunications|(?:l')?AMNT(?:-\\d\\d)?",
    wtdc: '(?:la |à la )?(?:prochaine )?Conférence mondiale de développement des télécommunications|(?:la )?CMDT(?:-\\d\\d)?',
    ra: "(?:l'|à l')?Assemblée des radiocommunications",
    wrc: '(?:la |à la )?(?:prochaine )?Conférence mondiale des radiocommunications(?: de \\d{4})?|(?:la )?CMR-\\d\\d',
    pp: '(?:la |à la )?(?:prochaine )?Conférence de plénipotentiaires',
    'study-groups':
      "(?:la |les |à la |aux )?[Cc]ommissions? d'études \\d+(?:(?:, | et )\\d+)*(?: de l'UIT-[TRD])?|(?:les |aux |toutes les )?[Cc]ommissions d'études(?: concernées| compétentes)?(?: (?:de l'UIT(?:-[TRD])?|du Secteur [\\p{L}'’ ]+|des (?:trois )?Secteurs))?",
    'itu-t':
      "(?:le |au )?Secteur de la normalisation des télécommunications(?: de l'UIT)?(?: \\(UIT-T\\))?|(?:l')?UIT-T",
    'itu-r': "(?:le |au )?Secteur des radiocommunications(?: de l'UIT)?(?: \\(UIT-R\\))?|(?:l')?UIT-R",
    'itu-d':
      "(?:le |au )?Secteur du développement des télécommunications(?: de l'UIT)?(?: \\(UIT-D\\))?|(?:l')?UIT-D",
    sectors: "(?:les |aux )?(?:trois )?Secteurs(?: de l'UIT)?",
    'regional-organizations': '(?:les |aux )?organisations régionales(?: de télécommunication)?',
    'international-organizations': '(?:les |aux )?organisations internationales',
    'regional-groups': '(?:les |aux )?groupes régionaux',
    'developing-countries': '(?:les |aux )?pays en développement',
    'developed-countries': '(?:les |aux )?pays développés',
    governments: '(?:tous |les |aux )*[Gg]ouvernements(?: des [EÉ]tats Membres)?',
    states: '(?:tous |les |aux )*[EÉ]tats',
    'international-community': '(?:la )?communauté internationale',
    'private-sector': '(?:le |au )?secteur privé',
    industry: "(?:l')?industrie|(?:le )?secteur industriel",
    'civil-society': '(?:la )?société civile',
    'united-nations-system':
      '(?:les )?(?:organismes (?:des|du système des) )?Nations Unies|(?:le )?système des Nations Unies',
    chairmen: "(?:les |le )?Présidents?(?: des commissions d'études)?",
    itu: "(?:l')?(?:UIT|Union)",
  },
  bureaux: {
    br: '(?:du )?(?:Bureau des radiocommunications(?: \\(BR\\))?|BR)',
    tsb: '(?:du )?(?:Bureau de la normalisation des télécommunications(?: \\(TSB\\))?|TSB)',
    bdt: '(?:du )?(?:Bureau de développement des télécommunications(?: \\(BDT\\))?|BDT)',
  },
  directorsOf: '(?:le |la |les |au |aux )?Direct(?:eur|eurs|rice|rices) ',
  conjunctions:
    ",? y compris(?: à)?|,? notamment(?: à)?|,? en particulier(?: à)?|,? ainsi qu(?:e |')(?:à |aux )?|,? et(?: à)?|,? ou|,|/|;",
  prepositions: "à l'|à la|à|aux|au|de|d'|auprès de",
  sideRemarks:
    'en (?:étroite )?(?:consultation|collaboration|coordination|coopération|concertation)|conformément|dans|selon|par|sous réserve|le cas échéant|agissant|après|en liaison',
  openers: "de|d'|que|qu'|à|ses|sa|son|ce qui suit|des|du",
  danglers:
    "de|du|des|la|le|les|et|à|aux|au|d'|l'|en|ou|Secrétaire|Directeur|Directeurs|Etats|États|Membres|Bureau|sur|avec|dans|pour|par",
  instruments: 'résolution|décision|recommandation|vœu|avis|opinion|déclaration',
  decision: 'décision',
  numberFirst: false,
  revised: 'R[ée]v\\.?|Mod\\.|modifiée|dernière modification',
  organs:
    "(?:(?:La|Le|L')[ ]?)?(?:[\\p{L}’'-]+ ){0,6}?(?:Conférence|Assemblée|Conseil|Commission|Comité|Congrès|Forum|Parties)",
  foreword: 'avant-propos|préface|introduction',
  annex: 'annexes?|appendice|pièce jointe|supplément',
  part: 'partie|section',
  meeting: '(?:e|ère|ème|re)? séance(?: plénière| de clôture)?',
  adopted: 'adoptée? (?:par|sans|à|le)|résolution adoptée',
  page: 'page',
  months: 'janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre',
  session: "session|point (?:\\d+ )?de l'ordre du jour",
  functionWords:
    'résolution conférence assemblée conseil décide charge prie invite encourage rappelant notant reconnaissant considérant le la les de des du et en à que pour dans par aux sur une est au qui',
}
