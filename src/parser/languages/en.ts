import type { Words } from './lexicon.ts'

export const english: Words = {
  language: 'en',
  preambular: {
    considering: 'considering|having considered|taking into consideration the fact|deeming',
    recalling: 'recalling|having recalled',
    recognizing: 'recogni[sz]ing|acknowledging|having recogni[sz]ed',
    noting: 'noting|taking note(?: of)?|having noted|having taken note(?: of)?|observing',
    'taking-into-account':
      'taking into account|having taken into account|taking account(?: of)?|taking into consideration|having taken into consideration',
    'bearing-in-mind': 'bearing in mind|keeping in mind|having in mind|mindful(?: of)?',
    emphasizing: 'emphasi[sz]ing|stressing|underlining|underscoring|highlighting|having emphasi[sz]ed',
    aware:
      'aware(?: of)?|being aware(?: of)?|conscious(?: of)?|being conscious(?: of)?|cognizant(?: of)?|reali[sz]ing',
    convinced: 'convinced(?: of)?|being convinced|believing|persuaded|firmly believing',
    concerned:
      'concerned|being concerned|alarmed|expressing (?:its |serious |deep |grave )*concern|expressing alarm|disturbed',
    reaffirming: 'reaffirming|affirming|reiterating|confirming|having reaffirmed',
    welcoming: 'welcoming|having welcomed',
    'having-examined':
      'having examined|having reviewed|having studied|having discussed|having heard|having received|having analy[sz]ed',
    'having-regard':
      'having regard(?: to)?|with regard to|in view(?: of)?|in the light of|in light of|given|pursuant to|in accordance with|in pursuance of|on the basis of|on the recommendation of|having assessed',
    guided: 'guided by|being guided by|inspired by|acting under|acting',
    appreciating:
      'appreciating|expressing (?:its )?(?:deep )?(?:appreciation|gratitude|satisfaction)|thanking|commending|paying tribute',
    desiring:
      'desiring|desirous(?: of)?|wishing|determined|resolved|seeking|hoping|resolving|deciding|committed',
    understanding:
      'understanding|accepting|agreeing|endorsing|supporting|declaring|encouraged(?: by)?|referring(?: to)?|regretting|deploring|condemning|expressing|encouraging|urging|requesting|inviting|calling(?: upon| for)?|looking forward',
  },
  operative: {
    resolves:
      'resolves|decides|determines|has decided|decided|hereby decides|hereby resolves|has resolved|resolved|agrees|agreed',
    instructs: 'instructs|directs|charges|instructed|entrusts|mandates|tasks|assigns',
    requests: 'requests|asks|requested|request|asked',
    invites: 'invites|invited',
    encourages: 'encourages|encouraged|motivates',
    urges: 'urges|urged|exhorts',
    'calls-upon':
      'calls upon|calls on|calls for|called upon|appeals to|appeals|demands|calls the attention of|calls',
    recommends: 'recommends|recommended|suggests|proposes|advises',
    expresses:
      'expresses|expressed|extends|conveys|thanks|pays tribute|congratulates|commends|applauds|appreciates',
    endorses: 'endorses|approves|adopts|endorsed|approved|adopted|accepts|ratifies|supports',
    notes:
      'notes|takes note|took note|noted|acknowledges|recogni[sz]es|observes|takes into account|considers|recalls|understands',
    welcomes: 'welcomes|welcomed',
    affirms:
      'affirms|reaffirms|reiterates|confirms|declares|proclaims|reaffirmed|commits|undertakes|is convinced|believes|is of the opinion|opines|is of the view|maintains|bears in mind',
    emphasizes: 'emphasi[sz]es|stresses|underlines|underscores|highlights|draws (?:the )?attention|reminds',
    authorizes:
      'authori[sz]es|empowers|authori[sz]ed|designates|appoints|elects|establishes|creates|appointed|elected|revokes|abrogates|suppresses|repeals|terminates|renews|amends|selects|nominates|grants|allocates|convenes|transmits',
    condemns:
      'condemns|deplores|rejects|regrets|strongly condemns|expresses (?:its |serious |deep |grave )*concern|is (?:deeply |gravely |seriously )?concerned|remains (?:deeply |gravely |actively )?(?:concerned|seized)',
    'looks-forward': 'looks forward|hopes|trusts|intends',
  },
  further: 'further|furthermore|in addition|additionally|moreover',
  also: 'also|likewise|equally',
  adverbs:
    'strongly|again|once again|once more|hereby|deeply|fully|gravely|seriously|firmly|particularly|especially|in particular|solemnly|warmly|urgently|earnestly|accordingly|therefore|unanimously|gratefully|respectfully|kindly|expressly|actively|specifically|categorically|vigorously|further|finally|consequently|with (?:deep |great |grave |serious |much |keen )?(?:satisfaction|appreciation|concern|interest|regret|gratitude|approval|alarm|thanks)',
  complements:
    'that|the following|the fact that|of|upon|with (?:deep |great |grave |serious |much |keen )?(?:satisfaction|appreciation|concern|interest|regret|gratitude|approval)',
  decidesTo: '(?:resolves|decides)(?: further| also)? to(?: further| also)?',
  infinitives: {
    instructs: 'instruct|direct|charge|entrust',
    requests: 'request|ask',
    invites: 'invite',
    encourages: 'encourage',
    urges: 'urge',
    'calls-upon': 'call upon|call on|appeal to',
    recommends: 'recommend',
    authorizes: 'authori[sz]e',
    expresses: 'express|thank|congratulate',
  },
  addressees: {
    'un-secretary-general':
      '(?:the )?Secretary-General of the United Nations|(?:the )?(?:UN|United Nations) Secretary-General',
    'deputy-secretary-general': '(?:the )?(?:ITU )?Deputy Secretary-General(?: of (?:the )?(?:ITU|Union))?',
    'secretary-general':
      '(?:the )?(?:ITU )?Secretary[- ]General(?: of (?:the )?(?:ITU|Union|International Telecommunication Union))?',
    'director-general': '(?:the )?Director-General(?: of [A-Z]+)?',
    'executive-director': '(?:the )?Executive Director(?: of the \\p{Lu}[\\p{L} ]+| of [A-Z]+)?',
    'high-commissioner': '(?:the )?(?:United Nations )?High Commissioner(?: for (?:Human Rights|Refugees))?',
    'directors-other': '(?:the )?Directors of the other (?:two )?Bureaux',
    directors:
      '(?:the )?(?:ITU )?Directors of (?:all |each of )?(?:the )?(?:three )?(?:ITU )?(?:Sector )?Bureaux|(?:the )?(?:three )?Bureaux? Directors',
    'coordination-committee': '(?:the )?Coordination Committee',
    'council-working-group':
      '(?:the )?Council Working Groups?(?: (?:on|for) (?:(?!,| to | in (?:collab|coop|consult|coord)|,? and (?:the (?:Sec|Dir)|Member|Sector|all|other)).)+)?',
    ecosoc: '(?:the )?(?:United Nations )?Economic and Social Council|ECOSOC',
    'human-rights-council': '(?:the )?Human Rights Council',
    'security-council': '(?:the )?(?:United Nations )?Security Council',
    council: '(?:the )?(?:ITU )?(?:Administrative )?Council(?: of (?:ITU|the Union))?',
    'general-assembly': '(?:the )?(?:United Nations )?General Assembly(?: of the United Nations)?',
    'general-secretariat': '(?:the )?(?:ITU )?(?:General Secretariat|secretariat)',
    'member-states':
      '(?:all |the |ITU |other )*Member States(?: of (?:the Union|the Council|ITU|UNESCO|WHO))?',
    members: '(?:all |the |ITU )*(?:Members(?: of the Union)?|membership)',
    'sector-members': '(?:all |the |ITU(?:-[TRD])? )*Sector Members',
    associates: '(?:all |the |ITU(?:-[TRD])? |Sector )*Associates',
    academia: '(?:all |the |ITU )*Academia(?: members)?|Academic institutions',
    'all-stakeholders': '(?:all |the |relevant |other |interested )*stakeholders',
    administrations:
      '(?:all |the |other |concerned |interested |affected |relevant |responsible |notifying |national |Member State )*administrations(?: of Member States)?',
    'regulatory-authorities': '(?:all |the |national )*(?:regulatory authorities|regulators)',
    'operating-agencies': '(?:all |the |recognized )*operating agencies',
    tsag: '(?:the )?Telecommunication Standardization Advisory Group(?: \\(TSAG\\))?|TSAG',
    rag: '(?:the )?Radiocommunication Advisory Group(?: \\(RAG\\))?|(?:the )?RAG',
    tdag: '(?:the )?Telecommunication Development Advisory Group(?: \\(TDAG\\))?|TDAG',
    'advisory-groups': '(?:the )?(?:Sector )?advisory groups(?: of (?:all )?(?:the )?(?:three )?Sectors)?',
    'radio-regulations-board': '(?:the )?Radio Regulations Board',
    wtsa: '(?:the )?(?:next )?World Telecommunication Standardization Assembly|WTSA(?:-\\d\\d)?',
    wtdc: '(?:the )?(?:next )?World Telecommunication Development Conference|WTDC(?:-\\d\\d)?',
    ra: '(?:the )?(?:next )?Radiocommunication Assembly|the RA',
    wrc: '(?:the )?(?:next )?(?:\\d{4} )?World Radiocommunication Conference|WRC-\\d\\d(?:bis)?|(?:a |the )?future competent (?:world radiocommunication )?conference',
    pp: '(?:the )?(?:next )?Plenipotentiary Conference',
    'study-groups':
      '(?:ITU-[TRD] |Radiocommunication )?Study Groups? \\d+(?:(?:,? and |, )\\d+)*(?: of ITU-[TRD]| of the ITU (?:Telecommunication Standardization|Telecommunication Development|Radiocommunication) Sector(?: \\(ITU-[TRD]\\))?)?|(?:the |all |relevant |other )*(?:ITU-[TRD] |ITU |Radiocommunication |Telecommunication Standardization Sector )?study groups(?: of the (?:ITU )?(?:Radiocommunication|Telecommunication Standardization|Telecommunication Development) Sector| of (?:the )?(?:three )?(?:ITU )?Sectors| of ITU-[TRD])?(?: \\(ITU-[TRD]\\))?',
    sectors: '(?:the )?(?:three )?(?:ITU )?Sectors(?: of (?:ITU|the Union))?',
    'itu-t': '(?:the )?(?:ITU )?Telecommunication Standardization Sector(?: \\(ITU-T\\))?|ITU-T',
    'itu-r': '(?:the )?(?:ITU )?Radiocommunication Sector(?: \\(ITU-R\\))?|ITU-R',
    'itu-d': '(?:the )?(?:ITU )?Telecommunication Development Sector(?: \\(ITU-D\\))?|ITU-D',
    'regional-organizations': '(?:the |relevant )*regional (?:telecommunication )?organi[sz]ations',
    'international-organizations': '(?:the |relevant |other )*international organi[sz]ations',
    'regional-groups': '(?:the )?regional groups',
    'developing-countries': '(?:the )?developing countries',
    'developed-countries': '(?:the )?developed countries',
    governments: '(?:all |the )*Governments(?: of (?:all )?Member States)?',
    states: '(?:all |the )*States(?: Members of the United Nations)?',
    'international-community': '(?:the )?international community',
    'private-sector': '(?:the )?private sector',
    industry: '(?:the )?(?:telecommunication )?industry',
    'civil-society': 'civil society',
    'united-nations-system':
      '(?:the )?(?:organizations, agencies, funds and programmes of the )?United Nations(?: system| development system)?',
    'executive-board': '(?:the )?Executive Board',
    'regional-directors': '(?:the )?Regional Directors',
    chairmen: '(?:the )?(?:Chair(?:man|men|s|persons?)?)(?: of the study groups)?',
    itu: 'ITU|the Union|(?:the )?International Telecommunication Union',
  },
  bureaux: {
    br: '(?:the )?(?:Radiocommunication Bureau(?: \\(BR\\))?|BR)',
    tsb: '(?:the )?(?:Telecommunication Standardi[sz]ation Bureau(?: \\(TSB\\))?|TSB)',
    bdt: '(?:the )?(?:Telecommunication Development Bureau(?: \\(BDT\\))?|BDT)',
  },
  directorsOf: '(?:the )?Directors? of ',
  conjunctions:
    ',? including(?: but not limited to)?|,? in particular|,? and(?: to)?|,? or|, as well as|as well as|,|;|&|together with|/',
  prepositions: 'to|upon|on|of|for',
  sideRemarks:
    'in (?:close )?(?:consultation|collaboration|coordination|cooperation|conjunction)|in accordance|within|as appropriate|through|taking|where|when|with|under|subject to|at|after',
  openers: 'that|to|its|the following|as follows|on|for|their|in|with|not to',
  danglers:
    'of|the|and|for|in|on|with|to|or|all|by|its|a|an|upon|between|Secretary|Director|Directors|Member|Sector|General|Telecommunication|Standardization|Development|United',
  instruments: 'resolution|decision|recommendation|opinion|declaration',
  decision: 'decision',
  numberFirst: false,
  revised: 'Rev\\.?|Modified|Mod\\.|amended|last amended',
  organs:
    "(?:The )?(?:[\\p{L}’'-]+ ){0,9}?(?:Conference|Assembly|Council|Commission|Committee|Board|Congress|Forum|Convention|Governing Body|Meeting of the Parties|Parties)",
  foreword: 'foreword|preface|introduction',
  annex: 'annex|annexes|appendix|attachment|enclosure',
  part: 'part|section',
  meeting: '(?:plenary |closing )?meeting',
  adopted: 'adopted (?:by|without|at|as)|resolution adopted',
  page: 'page',
  months: 'January|February|March|April|May|June|July|August|September|October|November|December',
  session: 'session|agenda item',
  functionWords:
    'resolution conference assembly council resolves decides instructs requests invites encourages recalling noting recognizing considering the of and to in for that on with by as its from at or which be',
}
