"""What stands around a question: words for whoever is asked (`hi, can you tell me about …`) and those that only ask."""

import re

_COURTESIES = "please|pls|hi|hello|hey|yo|so|and|ok|okay|well|مرحبا|اهلا|هاي|لو سمحت|من فضلك|لطفا"
_REQUESTS = (
    "(?:can|could|would|will) you (?:please )?(?:tell|explain|show|give|say|remind|brief|update|summari[sz]e)",
    "(?:do|did) you (?:know|have)",
    "what (?:do|can|could) you (?:know|have|tell|say)",
    "i(?: (?:want|need|wanted|would like|d like|wish)(?: to)?|m (?:looking|searching)| (?:am|m) (?:looking|searching))",
    "i (?:heard|read|wonder|think|thought|forgot|remember|recall)",
    "can i (?:see|have|get|read|know|hear)",
    "let me|tell|give|show|remind|help|brief|update|explain",
    "اخبرني|خبرني|حدثني|احكيلي|احكي لي|قل لي|قولي|گولي|عرفني|اريد اعرف|بدي اعرف|عايز اعرف|ابي اعرف|بگو",
)
_TO_ME = "me|us|to me|to know|know|see|hear|read|find|have|understand"
_MATTERS = (
    "(?:any |the |some |more )?(?:latest )?"
    "(?:news|word|updates?|info|informations?|details|facts|latest|something|anything|everything|more|thing|story)"
)
_TELLING = (
    "(?:what s|whats|what is) the deal with",
    "(?:what s |whats |what is )?" + _MATTERS + " (?:on|about|of|from|with|regarding|concerning)",
    "(?:a |the |full )*(?:list|timeline|chronology|quotes?|summary|overview|profile|bio) (?:of|on|by|from|about)",
    "what(?: is|s) (?:up|going on|happening|known|said|written) (?:with|about|of|on|in)",
    "what (?:do we|does one|do they) (?:know|say) (?:about|of|on)",
    "what do(?:es)? (?:the|this|these|your) (?:reports?|articles?|documents?|texts?|stor(?:y|ies)) say (?:about|of|on)",
    "(?:what |how )?about|regarding|concerning",
    "(?:ما |شو |شنو |ايش )?(?:هي )?(?:اخر )?(?:اخبار|قصه|سالفه|حكايه|موضوع)",
    "(?:معلومات|نبذه|تفاصيل|لمحه|ماذا|شو|شنو|ايش) عن|عن|درباره|در مورد|راجع به",
)
_DOUBTS = "is it (?:really )?(?:true|right|correct|a fact)(?: that)?|true that"
_QUESTIONS = (
    "who(?: is| are| was| were|s)?",
    "what(?: is| are| was| were| does| do| did|s)?",
    "where(?: is| are|s)?",
    "on|of",
    "min howa|min huwa|meen|من هو|من هي|ما هو|ما هي|مين هو|مين هي|منو هو|من|مين|منو|اين|وين|فين",
)
_CLOSINGS = (
    "stand for|mean|think|say|really|actually|exactly|please|pls|again|anyway|though|thanks|thx|lol",
    "(?:is )?who(?: is (?:he|she|it|that|this))?|is|are|was|were",
    "meaning|definition|explained|info|information|details|news|latest|updates?|summary|overview|profile|bio",
    "meen|مين|منو|من هو|من هي|كيست|كيه|چيست|چيه|لو سمحت|من فضلك",
)
_AND = re.compile(r" (?:and|or|vs|versus|او|و) | و(?=\w{2})")
MAX_NAMED = 4
"""Names in a row."""


def _any(*alternatives: str) -> str:
    return f"(?:{'|'.join(alternatives)})"


_ADDRESS = re.compile(
    rf"^(?:{_any(_COURTESIES)} )*(?:{_any(*_REQUESTS)}\b(?: {_any(_TO_ME)}\b)*(?: |$))?"
    rf"(?:{_any(_DOUBTS)} )?(?:{_any(*_TELLING)} )?"
)
_OPENING = re.compile(rf"^(?:{_any(*_QUESTIONS)} )?(?:the )?")
_CLOSING = re.compile(rf"(?: {_any(*_CLOSINGS)})+$")


def question_in(folded: str) -> str:
    """The `folded` text without the words by which somebody is addressed; nothing may be left."""
    return _ADDRESS.sub("", folded, count=1)


def subject_of(question: str) -> str:
    """What a folded `question` is about, where it asks for somebody or something by name; nothing may be left."""
    return _CLOSING.sub("", _OPENING.sub("", question, count=1))


def named_in_a_row(subject: str) -> tuple[str, ...]:
    """The parts of a `subject` that may be several names (`khazali and ameri`); none where it is one."""
    parts = _AND.split(subject)
    return tuple(parts) if 1 < len(parts) <= MAX_NAMED else ()
