"""Words around a name that are not the name: titles, letters behind it, devices, organisations."""

from __future__ import annotations

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Each is a title wherever it stands: it is nobody's given or family name.
TITLES = _words("""
    dr prof professor mr mrs miss mx msgr rev revd herr frau doktor dipl dott dottssa dottor
    dottoressa sra srta mme mlle monsieur madame mademoiselle profa docteur doctora doctor
    phd dphil edd psyd dnp dnsc dsw dpt dds dmd dvm dclinpsy pharmd mphil msc mscn bsc bscn bsn msn
    mba mph mha msw lcsw licsw lmsw lisw lpc lpcc lmft lmhc lcpc lmhp ncc bcba bcaba rbt cpa acca
    cima cia cfa cfp cma aca fca frcp frcs frcn frcpath frcgp frcpsych mrcp mrcs mrcgp mrcpsych
    mrcog facp facs facc faan faanp fache mbbs mbchb mbbch bds bds rgn rmn aprn crna fnp agnp pmhnp
    anp rph cns ceng esq obe mbe cbe mudr judr rndr phdr paeddr drsc habil univ
    doz slp otd ccrn cnm cnor rnc rdn ldn cdces bcps bcacp rrt crc cadc
    lcadc lpn lvn arnp rnbc mrpharms mcsp hcpc emba llb llm
    \u0434\u0440 \u043f\u0440\u043e\u0444
""")
# Titles in front, letters behind: elsewhere, or in small letters, they may be a name.
IN_FRONT = _words("""
    ms med rer drs dra ing mag doc yrd uzm hj bc sir dame lord lady fr br sister father brother
    pastor rabbi imam nurse capt captain col
    lt sgt maj gen hon judge ir av mgr lic licda arq abg dhr mevr mw sig hr hra mevrouw
    \u043f\u0440\u043e\u0444\u0435\u0441\u0441\u043e\u0440 \u0434\u043e\u043a\u0442\u043e\u0440
""")
BEHIND = _words("""
    rn md np pa do od jd ma ba bs ms mm med mn bn ot pt rd cpt lpn cna emt aa as rpa dc nd dm
    dma mdiv scd esq pe ca cga ea pmp cissp phr shrm sphr qc kc jp
    rm rnm bm bch ch mb sp ra ot otc pta ota cota pcc lac lpa lp lcp edm eds cags mssw crnp aud
    cch fca rsw rcc rpn ccp rt
""")
# Of these the short ones are family names as well, in capitals too.
NAMES_TOO = _words("do ma pa an ba as ch ra ms bs dc sp pe ca ea ot mn")
# Behind a name that is written without spaces.
HONORIFICS = (
    "\u5148\u751f", "\u8001\u5e2b", "\u8001\u5e08", "\u533b\u751f", "\u91ab\u751f", "\u535a\u58eb",
    "\u6559\u6388", "\u5973\u58eb", "\u3055\u3093", "\u3055\u307e", "\u69d8", "\uc120\uc0dd\ub2d8",
    "\uad50\uc218\ub2d8", "\uad50\uc218", "\ubc15\uc0ac", "\uac04\ud638\uc0ac", "\ub2d8", "\uc528",
)  # fmt: skip

_PRONOUN = (
    r"she|her|hers|he|him|his|they|them|theirs?|ze|zir|hir|xe|xem|elle|elles|ella|ellas?|elli|"
    r"il|lui|iel|sie|ihr|ihm|er|el|ele|dele|ela|dela|hen|han|hon|hun|ham|hij|zij|haar|"
    r"hem|ona|jej|on|jego|any|all"
)
PRONOUNS = re.compile(
    rf"(?<![\w/])(?:{_PRONOUN})(?:\s*/\s*(?:{_PRONOUN}))+(?![\w/])", re.IGNORECASE
)

_DEVICE = (
    r"i-?phone|i-?pad|i-?pod|mac[ ]?book(?:[ ]?(?:pro|air))?|imac|galaxy|android|samsung|huawei|"
    r"xiaomi|redmi|oneplus|oppo|pixel|surface(?:[ ]?pro)?|chromebook|laptop|notebook|"
    r"desktop|tablet|tablette|smartphone|phone|mobile|cell(?:phone)?|kindle|thinkpad|"
    r"computer|ordinateur|computador|port[aá]til|pc|\bsm-[a-z]\d{3,4}[a-z]?|zoom[ ]?room"
)
_OF = r"de|d'|di|von|van|vom|of|du|da|do|del|des|der|för|til|od"
_MODEL = r"(?:[\s-]*(?:pro|max|mini|plus|ultra|air|note|se|x[rs]?|s?\d{1,2}[a-z+]?|\(\d+\)))*"
DEVICE_WORD = re.compile(rf"(?<!\w)(?:{_DEVICE})(?!\w)", re.IGNORECASE)
OWNED_DEVICE = re.compile(
    rf"(?:['\u2019\u02bc`\u00b4]s?)?[\s\-_(]+(?:work |new |my |own )?"
    rf"(?:{_DEVICE}){_MODEL}\)?\s*$",
    re.IGNORECASE,
)
DEVICE_OF = re.compile(
    rf"^\s*(?:l['\u2019]|(?:my|mein|mon|mi|el|il)\s+)?(?:{_DEVICE}){_MODEL}\s*(?:(?:{_OF})\s+|(?<=d')|[-_:|(]+\s*)",
    re.IGNORECASE,
)
# What a machine calls itself or a person who gave no name is called.
NOBODY = re.compile(
    rf"""^[\W\d_]*(?:(?:{_DEVICE}){_MODEL}|(?:desktop|laptop|win|pc)-[a-z0-9]{{4,}}|user|guest|gast|
    invit[eé]|invitado|ospite|convidado|go[sś][cć]|misafir|host|admin|administrator|participant|
    teilnehmer(?:in)?|attendee|anonymous|unknown|zoom(?:\ user)?|test|student|owner|office|home|
    conference\ room|meeting\ room|front\ desk|reception|training\ room|none|n/?a|null|me|
    unbekannt|unknown\ user|utilisateur|usuario|utente|benutzer)?[\W\d_]*$""",
    re.IGNORECASE | re.VERBOSE,
)
ORGANISATION = _words("""
    hospital clinic clinics klinik klinikum praxis spital krankenhaus health healthcare care medical
    medicine nhs trust university universitat universite universidad universita uni college school
    academy institute institut inc ltd llc llp gmbh bv srl plc corp company group
    partners associates foundation stiftung services service center centre centro centrum zentrum
    department dept team office ministry council practice surgery pharmacy consulting solutions
    society association board therapy counseling counselling psychology dental nursing
    advisors accounting systems global international asociacion hopital cliniche
    ospedale szpital hastane hastanesi fundacion
""")
_AND = "and|und|et|y|e|en|og|och|ja|oraz|ve"
TWO_PEOPLE = re.compile(rf"\s*(?:&|\+|(?<!\w)(?:{_AND})(?!\w))\s*", re.IGNORECASE)

# Capitalised words of which none begins like a machine's name: nearly always just a name.
_CAPITALISED = rf"(?!(?i:{_DEVICE}))[A-Z][a-z]+"
PLAIN = re.compile(rf"{_CAPITALISED}(?: {_CAPITALISED})+")
NOT_PLAIN = TITLES | IN_FRONT | _words(_AND.replace("|", " "))

BOT = re.compile(
    r"""otter\.ai|otter\s?pilot|fireflies(?:\.ai)?(?:\s+note|\s*$)|fireflies\.ai|
    note[\s-]?taker|notulen|meeting\ ?notes|meeting\ assistant|meeting\ recorder|recording\ bot|
    (?<!\w)read\.ai|(?<!\w)tl;?dv(?!\w)|fathom(?:\.video|\ ?ai)|avoma|gong(?:\.io|\ recorder|\ bot)|
    chorus(?:\.ai|\ recorder)|meetgeek|sembly|supernormal|circleback|granola\ ?ai|airgram|tactiq|
    bluedot\ (?:ai|recorder)|spinach\.?\ ?(?:ai|io)|nyota\ ?ai|laxis|noty\.ai|rewatch\ (?:ai|bot)|
    krisp\ (?:ai|note)|notta\ (?:bot|ai)|fellow\ (?:ai|note)|ai\ companion|(?<!\w)ai\ note|
    (?<!\w)ai\ scribe|
    microsoft\ 365\ copilot|^copilot$|live\ transcri(?:pt|be)|interprefy|streamyard|restream|
    (?<!\w)(?:bot|recorder|transcriber)\s*(?:\(|$)""",
    re.IGNORECASE | re.VERBOSE,
)
DIAL_IN = re.compile(
    r"""^\W*(?:call[\s-]?in[\s_-]*user|telefon[\s-]*(?:nutzer|benutzer|teilnehmer)|
    usuario[\s-]*(?:telef[oó]nico|por\ tel[eé]fono)|
    utilisateur[\s-]*(?:t[eé]l[eé]phon\w*|par\ t\w*)|
    utente[\s-]*(?:telefonico|al\ telefono)|telefoon\s?gebruiker|phone\ (?:user|caller)|
    dial[\s-]?in(?:\ user)?|usu[aá]rio\ (?:de\ )?telef\w+|u[zż]ytkownik\ telefon\w*|
    telefon\ kullan\w+|\u96fb\u8a71\w*|\u7535\u8bdd\w*|caller|pstn)[\s_#\d:()-]*$
    |^\W*\+?[\d*xX#\u2022][\d*xX#\u2022\s().-]{5,}$""",
    re.IGNORECASE | re.VERBOSE,
)
