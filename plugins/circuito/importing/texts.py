"""Texts of calendars become Markdown and plain lines: escapes resolved, HTML turned, nothing active left.

What comes out is written as members write, and goes through the same walls as their text (`reading/prose.py`).
"""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from .clean import clean

ESCAPE = re.compile(r"\\([\\;,nN'\":])")
TWICE = re.compile(r"\\(?:[,;\"']|[nN](?![a-z]))")
TAG = re.compile(r"</?(?:a|b|br|p|div|span|i|em|strong|u|ul|ol|li|h[1-6]|html|body|font|table|tr|td|blockquote|hr|img|"
                 r"style|script|pre)\b[^<>]*>", re.IGNORECASE)  # fmt: skip
ENTITY = re.compile(r"&(?:[a-z]{2,8}|#\d{1,6}|#x[0-9a-f]{1,5});", re.IGNORECASE)
SPECIAL = re.compile(r"([\\`*_\[\]<>~|])")
LINE_START = re.compile(r"^(\s*)([#+=-]|\d{1,9}(?=[.)]))(?=.?(?:\s|$)|[-=#.)])", re.MULTILINE)
BULLET = re.compile(r"^[ \t]*(?:[-*•·‣▪–])[ \t]+(?=\S)")
ADDRESS = re.compile(r"<?\b(https?://[^\s<>\"\\^`{|}]+)>?", re.IGNORECASE)
GOOGLE_BLOCK = re.compile(r"^[ \t]*-::~:~::~.*?(?:^[ \t]*-::~:~::~[^\n]*::-[ \t]*$|\Z)", re.MULTILINE | re.DOTALL)
RULER = re.compile(r"^[ \t]*[-_=~*─━]{3,}[ \t]*$", re.MULTILINE)
MEETING = re.compile(
    r"https?://(?:[\w-]+\.)*(?:zoom\.(?:us|com)/(?:j|my|s|w)/|zoomgov\.com/j/|meet\.google\.com/|teams\.microsoft\.com/|"
    r"teams\.live\.com/meet|webex\.com/|gotomeeting\.com/|goto\.com/|whereby\.com/|jit\.si/|meet\.jit\.si/|"
    r"bluejeans\.com/|chime\.aws/|skype\.com/)[^\s<>\"]*",
    re.IGNORECASE,
)
MEETING_LINK = re.compile(
    rf"(?:\b(?:zoom|link|meet|google meet|teams|join|partecipa|collegamento|riunione|url)[^:\n<\[]{{0,30}}:[ \t]*)?"
    rf"(?:\[(?P<label>[^\]\n]{{0,300}})\]\(<{MEETING.pattern}>\)|<{MEETING.pattern}>|{MEETING.pattern})",
    re.IGNORECASE,
)
MEETING_CODE = re.compile(
    r"\W*(?:meeting id|passcode|password|pin|id riunione|codice(?: di accesso)?|one tap mobile|dial by your location)"
    r"\b",
    re.IGNORECASE,
)
LONGEST = 200_000
SENTENCE = re.compile(r"(?<=[.!?…])\s+(?=\S)")


def unescaped(value: str) -> str:
    """A text value without the escapes of RFC 5545; those of programs that escape twice are resolved too."""
    text = ESCAPE.sub(resolved, value[:LONGEST])
    return ESCAPE.sub(resolved, text) if TWICE.search(text) else text


def resolved(found: re.Match[str]) -> str:
    """What an escape stands for."""
    return "\n" if found[1] in "nN" else found[1]


def line(value: str) -> str:
    """A text value as one plain line, without tags and entities."""
    text = unescaped(value)
    if TAG.search(text):
        text = plain_of_html(text)
    return " ".join(clean(entities(text)).split())


def entities(text: str) -> str:
    """Text with its entities resolved, also those that were escaped once more."""
    for _ in range(2):
        text = unescape(text) if ENTITY.search(text) else text
    return text


def markdown(value: str) -> str:
    """A text value, plain or HTML, as Markdown."""
    text = GOOGLE_BLOCK.sub("", unescaped(value))
    if not TAG.search(text) and TAG.search(decoded := entities(text)):
        text = decoded  # tags that were written as entities
    return tidy(of_html(text)) if TAG.search(text) else of_plain(entities(text))


def of_plain(text: str) -> str:
    """Plain text as Markdown that reads the same: lines stay lines, signs stay signs, addresses become links."""
    lines = [plain_line(each) for each in clean_lines(text)]
    return tidy("\n".join(lines))


def clean_lines(text: str) -> list[str]:
    """Its lines, without controls and blanks around them."""
    return [clean(each).strip() for each in RULER.sub("", text.replace("\r", "\n")).split("\n")]


def plain_line(text: str) -> str:
    """One line of plain text as Markdown. One that begins with a bullet is an item of a list."""
    item = BULLET.match(text)
    if item:
        return f"- {signs(text[item.end() :])}"
    return LINE_START.sub(r"\1\\\2", signs(text)) if not re.match(r"\d{1,9}[.)] ", text) else signs(text)


def signs(text: str) -> str:
    """Text in which the signs of Markdown stand for themselves; addresses are left as they are."""
    parts, end = [], 0
    for found in ADDRESS.finditer(text):
        parts += [SPECIAL.sub(r"\\\1", text[end : found.start()]), f"<{linked(found[1])}>"]
        end = found.start() + len(found[0])
        rest = found[1][len(linked(found[1])) :]
        parts.append(SPECIAL.sub(r"\\\1", rest))
    return "".join([*parts, SPECIAL.sub(r"\\\1", text[end:])])


def linked(address: str) -> str:
    """An address without the signs that end the sentence around it."""
    trimmed = address.rstrip(".,;:!?'\"*_)]")
    return trimmed + ")" if "(" in trimmed and address[len(trimmed) :].startswith(")") else trimmed


def tidy(text: str) -> str:
    """Paragraphs with one empty line between them; lines within keep their ends, items stand close."""
    paragraphs = []
    for block in re.split(r"\n\s*\n", text.strip("\n")):
        lines = [unbroken(each.strip()) for each in block.split("\n") if unbroken(each.strip())]
        kept = []
        for number, each in enumerate(lines):
            following = lines[number + 1] if number + 1 < len(lines) else ""
            hard = following and not each.startswith(("- ", "#")) and not following.startswith(("- ", "#"))
            begins = following.startswith("- ") and not each.startswith("- ")  # a list, which is a paragraph of its own
            kept.append(each + ("\\" if hard else "\n" if begins else ""))
        if kept:
            paragraphs.append("\n".join(kept))
    return "\n\n".join(paragraphs)


def unbroken(text: str) -> str:
    """A line without the mark of a hard end."""
    return text[:-1].rstrip() if text.endswith("\\") and not text.endswith("\\\\") else text


# HTML


class Turner(HTMLParser):
    """Writes Markdown while it reads HTML. What it does not know is left away, but for its text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.hidden = 0
        self.links: list[tuple[str, int]] = []
        self.lists: list[str] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "head", "title", "template", "noscript"):
            self.hidden += tag != "head"
        elif tag == "br":
            self.parts.append("\n")
        elif tag in ("ul", "ol"):
            self.lists.append(tag)
            self.parts.append("\n\n" if len(self.lists) == 1 else "")
        elif tag == "li":
            self.parts.append("\n- ")
        elif tag in ("p", "div", "table", "tr", "blockquote", "pre", "hr", "section", "article"):
            self.parts.append("\n" if tag in ("div", "tr") else "\n\n")
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif re.fullmatch("h[1-6]", tag):
            self.parts.append("\n\n## ")
        elif tag in ("b", "strong", "i", "em"):
            self.parts.append("\0s" if tag in ("b", "strong") else "\0e")
        elif tag == "a":
            self.links.append((dict(attributes).get("href") or "", len(self.parts)))

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "title", "template", "noscript"):
            self.hidden = max(0, self.hidden - 1)
        elif tag in ("ul", "ol"):
            self.lists = self.lists[:-1]
            self.parts.append("\n\n" if not self.lists else "")
        elif tag in ("p", "table", "blockquote", "pre", "section", "article") or re.fullmatch("h[1-6]", tag):
            self.parts.append("\n\n")
        elif tag == "div":
            self.parts.append("\n")
        elif tag in ("b", "strong", "i", "em"):
            self.parts.append("\0S" if tag in ("b", "strong") else "\0E")
        elif tag == "a" and self.links:
            self.close_link(*self.links.pop())

    def close_link(self, href: str, begun: int) -> None:
        """End a link: its text with its address; addresses of other kinds leave the text alone."""
        shown = " ".join("".join(self.parts[begun:]).replace("\n", " ").split())
        del self.parts[begun:]
        address = "".join(href.split())
        if not re.match(r"(?:https?://|mailto:)[^\s<>]+\Z", address, re.IGNORECASE):
            self.parts.append(shown)
        elif not shown or re.sub(r"\\(.)", r"\1", shown).strip("<>") in (address, address.removeprefix("mailto:")):
            self.parts.append(f"<{address}>")
        else:
            self.parts.append(f"[{shown.replace('<', '').replace('>', '')}](<{address}>)")

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            text = re.sub(r"\s+", " ", clean(data.replace("\n", " ").replace("\0", "")))
            inside = self.links and self.links[-1][0]
            self.parts.append(SPECIAL.sub(r"\\\1", text) if inside else signs(text))


def of_html(text: str) -> str:
    """HTML as Markdown. Line ends in the source count where programs put HTML tags into lines of text."""
    if "\n" in text and not re.search(r"<(?:p|br|div|li)\b", text, re.IGNORECASE):
        text = text.replace("\n", "<br>")
    turner = Turner()
    turner.feed(text)
    turner.close()
    return RULER.sub("", emphasised("".join(turner.parts)))


def emphasised(text: str) -> str:
    """Marks of emphasis as Markdown has them: close to words, on one line, none around nothing."""
    for opened, closed, sign in (("\0s", "\0S", "**"), ("\0e", "\0E", "*")):
        pieces = re.split(f"{opened}([^\0\n]*?){closed}", text)
        text = "".join(around(piece, sign) if number % 2 else piece for number, piece in enumerate(pieces))
    return re.sub("\0.", "", text)


def around(text: str, sign: str) -> str:
    """A text in emphasis, blanks left outside."""
    inner = text.strip()
    if not inner or not inner[0].isalnum() or not (inner[-1].isalnum() or inner[-1] in ".!?"):
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return f"{before}{sign}{inner}{sign}{after}"


def plain_of_html(text: str) -> str:
    """HTML without its tags, for lines that have no form."""
    return plain(of_html(text))


def plain(text: str) -> str:
    """Markdown of ours as plain text."""
    text = re.sub(r"(?<!\\)\[((?:\\.|[^\]\n\\]){0,500})\]\(<[^>\n]{0,600}>\)", r"\1", text)
    text = re.sub(r"(?<!\\)<((?:https?://|mailto:)[^>\n]{0,2000})>", r"\1", text)
    text = re.sub(r"(?<!\\)\*+|^#+ |^- |\\$", "", text, flags=re.MULTILINE)
    return re.sub(r"\\([\\`*_\[\]<>~|#+=.)-])", r"\1", text)


# What is made from texts


def summary_of(text: str, most: int) -> str:
    """The first sentence of a text, if it can stand alone; nothing where there is none of that length."""
    shown = plain(re.sub(r"^- .*$|^## .*$", "", text, flags=re.MULTILINE))
    for paragraph in re.split(r"\n\s*\n", shown):
        told = " ".join(MEETING.sub("", paragraph).split())
        if len(told) < 3 or re.fullmatch(r"https?://\S+", told):
            continue
        sentences = SENTENCE.split(told)
        made = sentences[0]
        if len(made) < 25 and len(sentences) > 1:
            made = f"{made} {sentences[1]}"
        return made if len(made) <= most else shortened(made, most)
    return ""


def shortened(text: str, most: int) -> str:
    """A text that is not longer: cut between words, with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1].rsplit(" ", 1)[0] if " " in text[: most - 1] else text[: most - 1]
    return cut.rstrip(" ,;:.-–") + "…"


def without_meetings(text: str) -> tuple[str, bool]:
    """A text without the addresses of meetings on the net, which are for those who take part; whether it had any."""
    cleaned = MEETING_LINK.sub(lambda found: found["label"] or "", text)
    if cleaned == text:
        return text, False
    lines = [each for each in cleaned.split("\n") if not MEETING_CODE.match(each)]
    return tidy("\n".join(lines)), True
