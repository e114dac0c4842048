"""verify.html in a real browser, from a file: it says what the application says."""

from __future__ import annotations

import json
import re
import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from cpd_desktop.adapters.trust.badges import write_badge
from cpd_desktop.adapters.trust.baking import bake
from cpd_desktop.adapters.trust.documents import write_card, write_status_list
from cpd_desktop.adapters.trust.identity import PdfKey
from cpd_desktop.adapters.trust.pades import PdfSigner
from cpd_desktop.adapters.trust.qr_token import write_address, write_token
from cpd_desktop.adapters.trust.verify import verify
from cpd_desktop.adapters.trust.verify_page import PageLanguage, verify_page
from cpd_desktop.domain.certificates import check_words, page_words
from cpd_desktop.domain.certificates.issuer_card import Provider
from cpd_desktop.domain.certificates.known import Known
from cpd_desktop.domain.certificates.status_list import Ended, Ending, StatusList
from cpd_desktop.domain.certificates.verdicts import Verdict
from cpd_desktop.domain.credit import read_credit
from cpd_desktop.domain.errors import Invalid
from tests.adapters.trust.certificates import certified
from tests.adapters.trust.chromium import Page, chromium
from tests.adapters.trust.issuing import (
    CLAIMS,
    CRITERIA,
    NOW,
    PROVIDER,
    RECIPIENT,
    badge_of,
    issuer,
    laid_out,
    sign,
    signed_pdf,
)
from tests.adapters.trust.pictures import SMALL_PNG, Grey, code_of
from tests.adapters.trust.stamping import other_page, stamped
from tests.adapters.trust.test_pades import KEYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cpd_desktop.adapters.trust.identity import IssuerIdentity
    from cpd_desktop.domain.certificates.claims import Claims
    from cpd_desktop.domain.certificates.verdicts import Verification

SOURCES = Path(__file__).parents[3] / "resources" / "verify"
TWO_CREDITS = (*CLAIMS.credit, read_credit("10 Ethics"), read_credit("0.25 NASBA CPE"))
STATUS = StatusList(
    NOW + timedelta(hours=5),
    {"N-REVOKED": Ending(Ended.REVOKED), "N-OLD": Ending(Ended.REPLACED, "N-NEW")},
)
RENEWED = NOW + timedelta(days=400)
IN_BROWSER = [
    pytest.mark.slow,
    pytest.mark.skipif(not shutil.which("chromium"), reason="needs chromium"),
]
NO_ED25519 = """const lent = crypto.subtle.importKey.bind(crypto.subtle);
SubtleCrypto.prototype.importKey = (form, key, kind, ...rest) => kind.name === 'Ed25519'
  ? Promise.reject(new DOMException('', 'NotSupportedError')) : lent(form, key, kind, ...rest);"""
NO_CRYPTOGRAPHY = "Object.defineProperty(crypto, 'subtle', {value: undefined});"
SHOWN = """(() => { const box = document.getElementById('answer'); if (box.hidden) return null;
const lines = (id) => [...document.querySelectorAll(`#${id} li`)].map((each) =>
  [each.querySelector('b').textContent, each.lastChild.textContent]);
const terms = [...document.querySelectorAll('#claims dt')].map((each) =>
  [each.textContent, each.nextElementSibling.textContent]);
return {verdict: box.dataset.verdict, checks: lines('checks'), claims: Object.fromEntries(terms),
unproven: document.getElementById('open').hidden ? [] : lines('unproven')} })()"""


PICTURES: dict[str, Callable[[Grey], Grey]] = {
    "upright": lambda code: code,
    "turned": lambda code: code.turned(),
    "upside down": lambda code: code.turned().turned(),
    "leaning": lambda code: code.leaning(0.2),
    "receding": lambda code: code.receding(0.2),
    "on a page": lambda code: code.on(1754, 1240, 1450, 900),
    "small": lambda code: Grey(code.width // 3 * 2, code.height // 3 * 2, shrunk(code)),
}


def shrunk(code: Grey) -> bytes:
    """Return the dots with three lines and columns become two, as a poor scan has them."""
    kept = [at for at in range(code.width // 3 * 3) if at % 3]
    return bytes(code.dots[y * code.width + x] for y in kept for x in kept)


class Shelf:
    """An issuer before and after new keys, what the page knows of them, and a stranger."""

    def __init__(self) -> None:
        self.old = issuer()
        self.brought_in = {}
        latest = self.old
        for name, key in KEYS.items():
            own = PdfKey(key, tuple(certified(key)), NOW.date())
            latest = self.brought_in[name] = latest.with_pdf_key(own, NOW.date())
        self.new = latest.with_new_keys(PROVIDER.name, RENEWED)
        self.stranger = issuer("Acme CPD Ltd")
        self.card = self.new.card(PROVIDER, RENEWED)
        self.status = replace(STATUS, dated=RENEWED + timedelta(hours=3))
        self.known = Known((self.card,), {self.card.fingerprint: self.status})

    def page(self, language: PageLanguage = PageLanguage()) -> str:  # noqa: B008 - frozen
        cards = [write_card(self.card, self.new)]
        return verify_page(SOURCES, cards, [write_status_list(self.status, self.new)], language)

    def shown(self) -> dict[str, bytes]:
        """Return everything that the page and the application are asked about."""
        old, new, stranger = self.old, self.new, self.stranger
        late = replace(CLAIMS, issued=RENEWED.date() + timedelta(days=1))
        token, badge, pdf = write_token(CLAIMS, old.token), badge_of(old), signed_pdf(old)
        return {
            "token": token.encode(),
            "address": write_address(CLAIMS, old.token, "https://acme.example/v.html").encode(),
            "badge": badge.encode(),
            "picture": bake(SMALL_PNG, badge),
            "pdf": pdf,
            "by the new key": self.token(late, new),
            "pdf by the new key": signed_pdf(new, badge_of(new, late), RENEWED),
            "by a key put aside": self.token(late, old),
            "from before the key": self.token(CLAIMS, new),
            "pdf from before the key": signed_pdf(new, badge_of(new), RENEWED),
            "pdf by a certificate from before": signed_pdf(new, badge_of(old), RENEWED),
            "revoked": self.token(replace(CLAIMS, number="N-REVOKED"), old),
            "replaced": self.token(replace(CLAIMS, number="N-OLD"), old),
            "revoked pdf": signed_pdf(old, badge_of(old, replace(CLAIMS, number="N-REVOKED"))),
            "several days and credits": self.token(
                replace(CLAIMS, last=CLAIMS.first + timedelta(days=2), credit=TWO_CREDITS), old
            ),
            "badge with credits": badge_of(old, replace(CLAIMS, credit=TWO_CREDITS)).encode(),
            "no credit": self.token(replace(CLAIMS, credit=()), old),
            "a name like a property": self.token(replace(CLAIMS, number="constructor"), old),
            "of a stranger": self.token(CLAIMS, stranger),
            "badge of a stranger": badge_of(stranger).encode(),
            "pdf of a stranger": signed_pdf(stranger),
            "pdf of a stranger, genuine badge": signed_pdf(stranger, badge),
            "pdf without signature": bytes(laid_out(None, badge)),
            "pdf without badge": self.without_badge(),
            "pdf and more": pdf + b"\n",
            "damaged token": (token[:-1] + "!").encode(),
            "altered pdf": pdf.replace(b"/MediaBox[0 0 595", b"/MediaBox[0 0 596"),
            "altered badge": (badge[:-5] + "AAAA" + badge[-1]).encode(),
            "cut pdf": pdf[:-20],
            "something else": b"hello",
            "nothing": b"",
            "a picture": SMALL_PNG,
            "a pdf": b"%PDF-1.7\n%%EOF\n",
        }

    def by_own_certificates(self) -> dict[str, bytes]:
        """Return files that certificates of another authority signed, brought in one by one."""
        return {f"pdf by {name}": signed_pdf(each) for name, each in self.brought_in.items()}

    @staticmethod
    def token(claims: Claims, identity: IssuerIdentity) -> bytes:
        return write_token(claims, identity.token).encode()

    def without_badge(self) -> bytes:
        signer = PdfSigner(self.old.pdf)
        pdf = laid_out(signer, None)
        sign(pdf, signer)
        return bytes(pdf)


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with chromium(tmp_path_factory.mktemp("browser")) as page:
        yield page


@pytest.fixture(scope="module")
def address(shelf: Shelf, tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("page") / "verify.html"
    path.write_text(shelf.page(), "utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Page, address: str) -> Iterator[Page]:
    browser.requests.clear()
    browser.complaints.clear()
    browser.open(address)
    yield browser
    assert {each for each in browser.requests if each != "about:blank"} == {address}
    assert browser.complaints == []


def told(page: Page, shown: bytes, folder: Path) -> dict[str, Any]:
    """Hand the page a file and return what it shows."""
    page.value("document.getElementById('answer').hidden = true")
    (folder / "shown").write_bytes(shown)
    page.choose("#file", folder / "shown")
    found: dict[str, Any] = page.until(SHOWN)
    return found


def expected(found: Verification) -> dict[str, Any]:
    """Return what the page has to show if it finds what the application finds."""
    claims = found.claims
    rows = claims and {
        "Name": claims.name,
        "Event": claims.title,
        "Date": claims.dates.replace("/", " – "),  # noqa: RUF001 - how a span is written
        "Credit": claims.credit_words,
        "Issuer": found.issuer,
        "Number": claims.number,
        "Issued": str(claims.issued),
        "Replaced by": found.replaced_by,
    }
    return {
        "verdict": str(found.verdict),
        "checks": [["✓" if check.ok else "✗", str(check.says)] for check in found.checks],
        "claims": {name: each for name, each in (rows or {}).items() if each},
        "unproven": [["?", str(each)] for each in found.unproven],
    }


class TestInABrowser:
    pytestmark = IN_BROWSER

    def test_it_says_the_same_as_the_application_about_everything(
        self, page: Page, shelf: Shelf, tmp_path: Path
    ) -> None:
        own = shelf.by_own_certificates()
        assert {verify(each, shelf.known).verdict for each in own.values()} == {Verdict.VALID}
        shown = shelf.shown() | own
        assert {name: told(page, each, tmp_path) for name, each in shown.items()} == {
            name: expected(verify(each, shelf.known)) for name, each in shown.items()
        }

    def test_a_time_stamp_is_not_believed_but_hides_nothing(
        self, page: Page, shelf: Shelf, tmp_path: Path
    ) -> None:
        pdf = stamped(signed_pdf(shelf.old))
        said, wanted = told(page, pdf, tmp_path), expected(verify(pdf, shelf.known))
        del wanted["checks"][-1]
        wanted["unproven"][-1] = ["?", str(check_words.STAMP_UNREAD)]
        assert said == wanted
        for altered in (pdf + b"\n", pdf.replace(b"T(Time", b"T(time"), other_page(pdf)):
            wanted = expected(verify(altered, shelf.known))
            assert (wanted["verdict"], told(page, altered, tmp_path)) == ("altered", wanted)

    def test_it_says_the_same_in_a_browser_without_the_kind_of_signature(
        self, browser: Page, address: str, shelf: Shelf, tmp_path: Path
    ) -> None:
        browser.open(address, NO_ED25519)
        shown = shelf.shown()
        for name in ("token", "badge", "pdf", "of a stranger", "altered badge", "revoked"):
            wanted = expected(verify(shown[name], shelf.known))
            assert told(browser, shown[name], tmp_path) == wanted

    def test_without_any_cryptography_tokens_are_read_and_pdfs_are_never_valid(
        self, browser: Page, address: str, shelf: Shelf, tmp_path: Path
    ) -> None:
        browser.open(address, NO_CRYPTOGRAPHY)
        shown = shelf.shown()
        for name in ("token", "badge", "of a stranger", "altered badge", "revoked"):
            wanted = expected(verify(shown[name], shelf.known))
            assert told(browser, shown[name], tmp_path) == wanted
        assert told(browser, shown["pdf"], tmp_path)["verdict"] == "unchecked"
        assert told(browser, shown["altered pdf"], tmp_path)["verdict"] == "unchecked"

    @pytest.mark.parametrize("form", ["token", "badge", "pdf", "picture"])
    def test_altered_bytes_are_noticed(
        self, page: Page, shelf: Shelf, tmp_path: Path, form: str
    ) -> None:
        shown = shelf.shown()[form]
        for at in range(0, len(shown), max(1, len(shown) // 100)):
            altered = shown[:at] + bytes((shown[at] ^ 1 << at % 7,)) + shown[at + 1 :]
            found = told(page, altered, tmp_path)
            assert found["verdict"] != "valid", at
            assert found["verdict"] == verify(altered, shelf.known).verdict, at

    def test_the_code_of_a_phone_opens_the_page_with_the_answer(
        self, browser: Page, address: str, shelf: Shelf
    ) -> None:
        browser.open(write_address(CLAIMS, shelf.old.token, address))
        assert browser.until(SHOWN)["verdict"] == "valid"

    @pytest.mark.parametrize("name", PICTURES)
    def test_a_picture_of_the_code_is_read(
        self, page: Page, shelf: Shelf, tmp_path: Path, name: str
    ) -> None:
        token = shelf.shown()["token"]
        picture = PICTURES[name](code_of(token.decode()))
        assert told(page, picture.as_png(), tmp_path) == expected(verify(token, shelf.known))

    @pytest.mark.parametrize("level", ["L", "M", "Q", "H"])
    @pytest.mark.parametrize("length", [0, 30, 110, 300, 480])
    def test_codes_of_every_size_are_read(
        self, page: Page, shelf: Shelf, tmp_path: Path, level: str, length: int
    ) -> None:
        token = shelf.token(replace(CLAIMS, name="N" * length), shelf.old)
        picture = code_of(token.decode(), level=level).as_png()
        assert told(page, picture, tmp_path)["claims"].get("Name", "") == "N" * length

    def test_a_picture_without_a_code_is_no_certificate(self, page: Page, tmp_path: Path) -> None:
        stripes = Grey(300, 200, (b"\0" * 7 + b"\xff" * 5) * 5000)
        assert told(page, stripes.as_png(), tmp_path)["verdict"] == "not-a-certificate"

    def test_the_camera_reads_the_code(self, address: str, shelf: Shelf, tmp_path: Path) -> None:
        code = code_of(shelf.shown()["token"].decode(), 4).on(640, 480, 150, 60)
        (tmp_path / "film.y4m").write_bytes(code.as_film())
        with chromium(
            tmp_path / "profile", "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream",
            f"--use-file-for-fake-video-capture={tmp_path / 'film.y4m'}",
        ) as page:  # fmt: skip
            page.open(address)
            page.value("document.getElementById('camera').click()")
            assert page.until(SHOWN)["verdict"] == "valid"
            assert page.value("document.getElementById('seeing').hidden")
            assert page.complaints == []

    def test_by_keyboard_alone_a_token_is_pasted_and_the_answer_has_the_focus(
        self, page: Page, shelf: Shelf
    ) -> None:
        page.press("Tab")
        assert page.value("document.activeElement.id") == "shown"
        page.write(shelf.shown()["token"].decode())
        page.press("Tab")
        page.press("Enter")
        assert page.until(SHOWN)["verdict"] == "valid"
        assert page.value("document.activeElement.id") == "answer"

    def test_a_card_and_a_list_that_are_added_count(
        self, page: Page, shelf: Shelf, tmp_path: Path
    ) -> None:
        stranger, token = shelf.stranger, shelf.shown()["of a stranger"]
        assert told(page, token, tmp_path)["verdict"] == "unknown-issuer"
        card = stranger.card(Provider("Stranger Ltd"), NOW)
        ended = StatusList(NOW, {CLAIMS.number: Ending(Ended.REVOKED)})
        for name, content, says in (
            ("card", write_card(card, stranger), "Stranger Ltd is known now"),
            ("list", write_status_list(ended, stranger), "The list of Stranger Ltd is known"),
        ):
            (tmp_path / name).write_bytes(content)
            page.choose("#file", tmp_path / name)
            page.until(
                f"document.getElementById('working').textContent.startsWith({json.dumps(says)})"
            )
        assert told(page, token, tmp_path)["verdict"] == "revoked"

    def test_a_card_that_claims_the_key_of_another_is_not_taken(
        self, page: Page, shelf: Shelf, tmp_path: Path
    ) -> None:
        mine = shelf.stranger.card(Provider("Mallory"), NOW)
        claimed = replace(mine, keys=mine.keys + shelf.card.keys)
        (tmp_path / "card").write_bytes(write_card(claimed, shelf.stranger))
        page.choose("#file", tmp_path / "card")
        page.until("document.getElementById('working').textContent.startsWith('This is neither')")
        assert "Mallory" not in page.value("document.getElementById('known').textContent")

    def test_a_name_with_marks_of_html_is_only_text(
        self, page: Page, shelf: Shelf, tmp_path: Path
    ) -> None:
        name = "<img src=x onerror=alert(1)> {key} & </script>"
        found = told(page, shelf.token(replace(CLAIMS, name=name), shelf.old), tmp_path)
        assert found["claims"]["Name"] == name
        assert page.value("document.images.length") == 0

    def test_a_screen_reader_is_told_every_sign_and_field(
        self, page: Page, shelf: Shelf, tmp_path: Path
    ) -> None:
        told(page, shelf.shown()["revoked"], tmp_path)
        nodes = page.ask("Accessibility.getFullAXTree")["nodes"]
        spoken = {(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes}
        assert {("heading", "Revoked"), ("region", "Revoked"), ("button", "Check")} <= spoken
        assert {("image", "Yes:"), ("image", "No:"), ("image", "Open:")} <= spoken
        assert ("textbox", page_words.PASTE.template) in spoken
        assert all(name for role, name in spoken if role in {"button", "textbox", "image"})

    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_its_words_can_be_read_in_the_light_and_in_the_dark(
        self, page: Page, shelf: Shelf, tmp_path: Path, scheme: str
    ) -> None:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        page.ask("Emulation.setEmulatedMedia", features=features)
        for name in ("token", "revoked", "of a stranger"):
            told(page, shelf.shown()[name], tmp_path)
            assert page.value(LEAST_CONTRAST) >= 4.5


LEAST_CONTRAST = """(() => { const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
const light = (text) => rgb(text).slice(0, 3).map((part) => part / 255).map((part) =>
  part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4)
  .reduce((sum, part, at) => sum + part * [.2126, .7152, .0722][at], 0);
const ground = (each) => { for (let at = each; at; at = at.parentElement) {
  const found = getComputedStyle(at).backgroundColor; if (rgb(found)[3] !== 0) return found; } };
return Math.min(...[...document.querySelectorAll('main *')].filter((each) =>
  each.checkVisibility() && [...each.childNodes].some((node) => node.nodeType === 3 &&
  node.textContent.trim())).map((each) => { const pair = [light(getComputedStyle(each).color),
  light(ground(each))].sort((a, b) => b - a); return (pair[0] + .05) / (pair[1] + .05); })); })()"""


def test_the_page_is_one_file_that_may_ask_nobody(shelf: Shelf) -> None:
    made = shelf.page()
    assert "default-src 'none'" in made
    assert "unsafe" not in made
    assert not re.search(r"(src|href)=|\burl\(|@import|fetch\(|XMLHttpRequest|sendBeacon", made)
    assert len(made.encode()) < 100_000


def test_the_page_speaks_another_language(shelf: Shelf) -> None:
    language = PageLanguage("he", "rtl", lambda sentence: f"[{sentence.template}]")
    made = shelf.page(language)
    assert '<html lang="he" dir="rtl">' in made
    assert f"<h1>[{page_words.TITLE}]</h1>" in made
    words = json.loads(re.findall(r'id="data">(.*)</script>', made)[0])["words"]
    assert all(word.startswith("[") for word in words.values())


def test_an_issuer_cannot_break_out_of_the_data_of_the_page() -> None:
    evil = issuer()
    card = evil.card(Provider("</script><script>alert(1)</script>"), NOW)
    made = verify_page(SOURCES, [write_card(card, evil)], [])
    assert made.count("<script") == 2


def test_a_page_is_not_made_of_cards_and_lists_that_are_none(shelf: Shelf) -> None:
    card = write_card(shelf.card, shelf.new)
    for cards, lists in (([b"x"], []), ([card], [write_status_list(STATUS, shelf.stranger)])):
        with pytest.raises(Invalid):
            verify_page(SOURCES, cards, lists)


def test_a_badge_of_anybody_is_named_as_what_it_calls_itself(shelf: Shelf) -> None:
    badge = write_badge(CLAIMS, shelf.stranger.token, Provider("Me"), RECIPIENT, CRITERIA)
    said = verify(badge.encode(), shelf.known).unproven
    assert [each.values for each in said] == [{"issuer": "Me"}]
