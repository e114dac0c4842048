"""Hides what belongs to somebody from a text that others may read: log, report, error."""

from __future__ import annotations

import re

HIDDEN = "…"

# WORKAROUND https://github.com/python/cpython/issues/106052: no group below is possessive, because
# Python before 3.11.5 matches those wrong. Each stands at an end, where greedy means the same.

_PRIVATE_KEY = re.compile(
    r"-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,40}PRIVATE KEY-----|\Z)",
    re.DOTALL,
)
_USER_INFO = re.compile(r"""(?<=://)[^\s/?#"'<>]*@""")
_STRIPE = re.compile(r"((?:[srp]k_(?:live|test)|whsec|_secret)_)[A-Za-z0-9+/=_\-]+")
_CARD = re.compile(r"(?<![\d.])\d(?:[ \-]?\d){12,18}(?![ \-]?\d)")
_JWT = re.compile(r"(?<![\w\-])eyJ[\w\-]{6,}+(?:\.[\w\-]*+)*")
_SCHEME = re.compile(r"(?i)(?<![\w\-])(bearer|basic)(\s{1,8})([\w.~+/=\-]++)")
_HOME = re.compile(
    r"(?i)((?:/home|/users|\b[a-z]:(?:\\{1,4}|/)users)(?:\\{1,4}|/))"
    r"""(?:[^\\/"'\r\n<>|:*?…]{1,64}(?=[\\/])|[^\\/\s"'<>|:*?…]++)"""
)

# A key is looked at once per run of its letters (look-behind, possessive), so a hostile line
# costs time in proportion to its length and no more.
_KEY = r"(?i)(?<![\w\-])(?={says})(?P<key>[\w\-]++)"
_STRONG = (
    r"[\w\-]*?(?:token|secret(?!ar)|passw(?:or)?d|passphrase|passcode|pwd|api[_\-]?key"
    r"|access[_\-]?key|private[_\-]?key)"
)
_WHOLE_LINE = r"[\w\-]*?(?:authori[sz]ation|cookie)"
# "code" and "state" are secrets of a sign-in, and ordinary words everywhere else.
_HARMLESS = r"(?:status|exit|error|return|country|currency|post|postal|zip|language|http|response)"
_WEAK = (
    rf"(?!{_HARMLESS}[_\-])(?:(?:[a-z0-9]{{1,24}}[_\-]){{0,4}}"
    r"(?:code|state|nonce|otp|verifier)|auth_?code|code[_\-]verifier|tk|zak)(?![\w\-])"
)
_IS = r"(?:=>|=|:|%3d)"
_QUOTE = r"\\{0,3}[\"']"
_OPEN = rf"[bru]?{_QUOTE}"
_QUOTED_VALUE = r"(?P<q>\\{0,3}[\"'])(?:(?!(?P=q))(?:\\.|[^\\\r\n]))*(?P<end>(?P=q))?"
_QUOTED = re.compile(
    _KEY.format(says=f"(?:{_STRONG}|{_WHOLE_LINE}|{_WEAK})")
    + rf"(?P<sep>(?:(?:{_QUOTE})?\s{{0,8}}{_IS}|{_QUOTE},)\s{{0,8}}[bru]?)"
    + _QUOTED_VALUE
)
_HEADER = re.compile(
    _KEY.format(says=_WHOLE_LINE)
    + rf"(?P<sep>(?:{_QUOTE})?\s{{0,8}}{_IS}[ \t]{{0,8}})"
    + rf"(?!\s|{_OPEN})(?:(?!\\[rn])[^\r\n])+"
)
_BARE_STRONG = re.compile(
    _KEY.format(says=_STRONG)
    + rf"(?P<sep>(?:{_QUOTE})?[ \t]{{0,8}}{_IS}[ \t]{{0,8}})(?!{_OPEN})"
    + r"(?:(?:bearer|basic)\s{1,8})?[^\s&]++"
)
_BARE_WEAK = re.compile(
    _KEY.format(says=_WEAK) + rf"(?P<sep>[ \t]{{0,8}}(?:=|%3d)[ \t]{{0,8}})(?!=|{_OPEN})[^\s&]++"
)

_ADDRESS_RUN = re.compile(r"""[^\s"'<>()\[\]{},;:=/?&|\\`…]++""")
_QUOTED_ADDRESS = re.compile(r"""\\?"([^"\r\n])[^"\r\n]{0,63}"@[\w.\-]*?([\w\-]++)(?![\w.\-])""")
_CODED_ADDRESS = re.compile(r"(?i)(?<![\w.+\-])([\w.+\-])[\w.+\-]*+%40[\w.\-]++")
_DOMAIN = re.compile(r"[\w\-]++(?:\.[\w\-]++)*")
_NO_LETTER = re.compile(r"[^\W\d_]")
_LONG_RUN = re.compile(r"(?<![A-Za-z0-9+/_\-])[A-Za-z0-9+/_\-]{32,}+={0,2}")
_UUID = re.compile(r"(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_PIECE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|[0-9]+")
_WORD_OR_NUMBER = re.compile(
    r"(?!.{25})(?:[A-Za-z][a-z]*(?:-[A-Za-z]?[a-z]+)*|[A-Z]+|[\d.,/\-]{1,10})[.]?"
)


def redacted(text: str) -> str:
    """Return the text without secrets, e-mail addresses and the name of the home folder.

    Too much is hidden rather than too little; doing it again changes nothing.
    """
    text = _PRIVATE_KEY.sub(HIDDEN, text)
    if "://" in text:
        text = _USER_INFO.sub(f"{HIDDEN}@", text)
    text = _QUOTED.sub(_value_hidden_in_quotes, text)
    for known in (_HEADER, _BARE_STRONG, _BARE_WEAK):
        text = known.sub(rf"\g<key>\g<sep>{HIDDEN}", text)
    text = _SCHEME.sub(_scheme_hidden, text)
    text = _STRIPE.sub(rf"\1{HIDDEN}", text)
    text = _CARD.sub(_card_hidden, text)
    text = _JWT.sub(HIDDEN, text)
    text = _HOME.sub(rf"\1{HIDDEN}", text)
    if "@" in text or "%40" in text:
        text = _QUOTED_ADDRESS.sub(rf"\1{HIDDEN}@{HIDDEN}.\2", text)
        text = _CODED_ADDRESS.sub(rf"\1{HIDDEN}", text)
        text = _ADDRESS_RUN.sub(_address_hidden, text)
    return _LONG_RUN.sub(_run_hidden, text)


def _value_hidden_in_quotes(found: re.Match[str]) -> str:
    return f"{found['key']}{found['sep']}{found['q']}{HIDDEN}{found['end'] or ''}"


def _scheme_hidden(found: re.Match[str]) -> str:
    # "Basic training on Monday" is no password.
    if _WORD_OR_NUMBER.fullmatch(found[3]):
        return found[0]
    return f"{found[1]}{found[2]}{HIDDEN}"


def _card_hidden(found: re.Match[str]) -> str:
    """Hide what checks as the number of a card; other long numbers mostly do not."""
    digits = [int(each) for each in found[0] if each.isdigit()][::-1]
    doubled = (sum(divmod(2 * each, 10)) for each in digits[1::2])
    return found[0] if (sum(digits[::2]) + sum(doubled)) % 10 else HIDDEN


def _address_hidden(found: re.Match[str]) -> str:
    run = found[0]
    if "@" not in run:
        return run
    sides = run.split("@")
    domains = [_DOMAIN.match(side) for side in sides[1:]]
    hits = [at for at, domain in enumerate(domains) if domain and sides[at]]
    if not hits or not any(_NO_LETTER.search(sides[at + 1]) or "." in sides[at + 1] for at in hits):
        return run
    last = domains[hits[-1]]
    label = last[0].rpartition(".")[2] if last else ""
    ends = run[len(run.rstrip(".!")) :]
    return f"{next(side for side in sides if side)[0]}{HIDDEN}@{HIDDEN}.{label}{ends}"


def _run_hidden(found: re.Match[str]) -> str:
    run = found[0]
    if _UUID.fullmatch(run):
        return run
    pieces = _PIECE.findall(run)
    kinds = {
        "a" if piece[-1].islower() else "A" if piece[-1].isupper() else "0" for piece in pieces
    }
    if len(kinds) < 2:  # noqa: PLR2004 - of one kind only: a ruler, a word, a number
        return run
    # Words are long pieces of one kind, random text short ones; measured on paths and tokens.
    if sum(map(len, pieces)) < 3.4 * len(pieces):
        return HIDDEN
    return HIDDEN if any(map(_is_mixed, re.split(r"[+/_\-=]", run))) else run


def _is_mixed(segment: str) -> bool:
    has_digit = any(letter.isdigit() for letter in segment)
    if len(segment) >= 32:  # noqa: PLR2004 - the length from which a run counts as a key
        return has_digit and not segment.isdigit()
    three_kinds = has_digit and segment.lower() != segment and segment.upper() != segment
    return len(segment) >= 16 and three_kinds  # noqa: PLR2004 - half of it
