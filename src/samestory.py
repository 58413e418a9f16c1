"""samestory: read several news articles on the same story; show who said what, in which words, and where they differ.

    samestory a.txt b.html c.html

The words used throughout, with an example of each:

    paragraph   one line of a text file, or several that were wrapped, or one block of a page, with its kind: headline,
                standfirst, byline, timestamp, caption, subhead, body, boilerplate
    statement   words attributed to somebody: direct (inside quotation marks) or reported ("said that …")
    mention     the words that name the speaker there: "he", "the prime minister", "Trump"
    speaker     who that is, by the fullest name the article gives: "Donald Trump"
    cue         the words that attribute: "said", "according to"
    utterance   the same words spoken once, as several articles (or places) print them
    version     one article's printing of an utterance: full, same, excerpt, spliced or altered
    fact        what sentences of different articles tell alike
    edition     one outlet's article at another time: most of its sentences are the same
    group       the articles on one story, in a set that has several
    cite        where it stands: article key and line in the file, "B:5"

Read from top to bottom: 1 words and patterns, 2 nouns, 3 the plan, 4 reading, 5 who said what, 6 dates and figures,
7 comparing, 8 showing, 9 command line. Each section begins with its public function; its steps follow in calling order.
"""

from __future__ import annotations

import argparse
import codecs
import gc
import os
import re
import signal
import sys
from array import array
from bisect import bisect, bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from copy import copy
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from errno import EBADF
from functools import cache, cached_property, lru_cache, partial
from itertools import chain, combinations, dropwhile, groupby, islice, pairwise, repeat, takewhile
from math import fsum, log, log2, sqrt
from sys import intern
from time import monotonic
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, NoReturn, TypeVar

from samestory_helpers import (
    ABBREVIATIONS,
    EVENTS,
    FEMALE_NAMES,
    FULL_STOP,
    LINE_END,
    LONG_SENTENCE,
    MALE_NAMES,
    MONTH_NAMES,
    NAME_ENDINGS,
    NICKNAMES,
    NUMBER_WORDS,
    SMALL_NUMBERS,
    STOP_WORDS,
    UNPRINTABLE,
    WORD,
    Quotation,
    aligned,
    as_markdown,
    between,
    columns,
    concept_of,
    count_in_words,
    day_in_words,
    enclosed,
    fold,
    hang,
    is_plural,
    is_within,
    join_and,
    letters,
    number_in_words,
    number_of,
    pad,
    place_of,
    plain_letters,
    plural,
    plural_of,
    printable,
    quotations,
    refusal,
    regex,
    sentence_at,
    sentences,
    shorten,
    shown,
    singular_of,
    spelling,
    squeeze,
    stem,
    unaccented,
    unwrapped,
    verb_forms,
    widened,
    with_gap,
    word_end,
    word_spans,
    words_of,
    written_out,
)

if TYPE_CHECKING:
    from lxml.etree import _Element

__version__ = "0.2.0"

# What is public, beside the command; the rest may change from one version to the next.
__all__ = [
    "SECTIONS",
    "Article",
    "Change",
    "Cite",
    "Day",
    "Difference",
    "Edit",
    "Edition",
    "Fact",
    "Figure",
    "FoundDate",
    "Mention",
    "Only",
    "Overlap",
    "Paragraph",
    "Passage",
    "Statement",
    "Story",
    "Told",
    "Twins",
    "Unquoted",
    "UnreadableError",
    "Utterance",
    "Value",
    "Version",
    "Voice",
    "compare",
    "group",
    "read",
    "read_content",
    "read_many",
    "tell_story",
]  # fmt: skip

# ================================================================ 1. Words and patterns
# ---------------------------------------------------------------- of the command

SECTIONS = tuple(
    "articles text quotes coverage versions differences timeline figures voices overlap editions only".split()
)
BRIEF = ("articles", "coverage", "versions", "differences", "voices", "overlap", "editions", "only")
ARTICLE_SUFFIXES = tuple(
    f".{name}{packed}"
    for packed in ("", ".gz")
    for name in "txt html htm xhtml mhtml mht eml webarchive warc jsonl ndjson json csv tsv".split()
)
# Which format a file that is to be written takes by its name.
SUFFIXES = {"": "text", ".txt": "text", ".json": "json", ".html": "html", ".htm": "html", ".md": "markdown"}
SUFFIXES |= {".markdown": "markdown", **dict.fromkeys((".sqlite", ".sqlite3", ".db"), "sqlite")}
REPR_WIDTH = 40  # columns of a headline, or of the keys of a story, in what Python shows of it
MB = 1_000_000
MOST_MB = 50  # of one file; the largest saved news pages have 20
MANY = 100  # articles; from so many on, reading them by all cores is worth starting processes
AT_ONCE = 20  # articles, or stories, that a process is given at a time at the most
PROGRESS = 0.2  # seconds between two counts on the terminal
LEAST_WIDTH, USUAL_WIDTH, MOST_WIDTH = 24, 80, 110  # columns: a narrower terminal wraps, a wider one is hard to read
# What is shown when nothing is asked for: a page has room for all, and its articles hold the quotations and figures.
NOTE = ("articles", "coverage", "versions", "differences", "timeline", "voices", "overlap", "editions", "only")
USUALLY_SHOWN = {"text": BRIEF, "markdown": NOTE, "json": BRIEF, "html": (*NOTE, "text"), "sqlite": SECTIONS}
OPEN_FILE = r"/dev/(?:std(?:out|err)|fd/\d+)$|/proc/(?:self|\d+)/fd/\d+$"
ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
FAULT = "a fault of samestory's own, please report it with what it was given: {}"
UNENCODABLE = "backslashreplace"  # half a surrogate pair becomes \udc80, which JSON reads back

ARTICLE_HELP = (
    "a page, text, mail, web archive or table (CSV, JSON) of articles, packed or not; a folder of them; - (standard "
    "input, read also if something is piped in and nothing named); NAME=PATH calls the article NAME"
)
JOBS_HELP = "read and compare with N processes (default: 1, or all cores for many files)"
SHOW_HELP = (
    f"which of {', '.join(SECTIONS)}, with commas between; or all, or brief (default; html and markdown show more)"
)
EXAMPLES = """\
examples:
  samestory first.html second.html third.txt   the briefing: facts, versions, …
  samestory --show quotes folder               every quotation with its speaker
  samestory -o report.html folder              a page, with the articles in full
  samestory --show all -o story.json folder    everything, for other programs

A cite such as B:5 is line 5 of the file of article B; articles have their
letters in the order given.

exit status:
  0    all articles were read
  1    some could not be read: standard error says why; the others are shown
  2    wrong usage, none could be read, or the output could not be written
  130  stopped by Ctrl-C
"""

TWO_EXAMPLES = """
  samestory first.html second.html third.txt
  samestory -o report.html folder"""
COMPLETIONS = {"bash": 'complete -o default -W "{0}" samestory\n'}
COMPLETIONS["zsh"] = "autoload -U +X bashcompinit && bashcompinit\n" + COMPLETIONS["bash"]
MAN = f'.TH SAMESTORY 1 "" "samestory {__version__}"\n.SH NAME\nsamestory \\- '

# ---------------------------------------------------------------- of reading

GZIP, WEB_ARCHIVE, WARC = b"\x1f\x8b", b"bplist00", b"WARC/"
# How files of other kinds begin, and what the user may do about it.
MAGIC = {
    b"%PDF": "a PDF, not text: pdftotext makes text of it",
    b"PK\x03\x04": "a zip archive, not text: unpack it, or save a document (docx, odt, epub) as text or HTML",
    b"{\\rtf": "a document, not text: save it as text or HTML",
    b"\xd0\xcf\x11\xe0": "a document, not text: save it as text or HTML",
    b"\x89PNG": "a picture, not text",
    b"\xff\xd8\xff": "a picture, not text",
    b"GIF8": "a picture, not text",
    b"\x7fELF": "a program, not text",
    GZIP: "packed more than once",
}
NO_NETWORK = "an address, and no network is opened: save the page in a browser, or `curl -L ADDRESS | samestory -`"
OWN_REPORT = "a report of samestory, not an article"
REPORT_HEAD = regex(rb"[^\n]* articles?[,:] [^\n]*stor(?:y|ies)\b[^\n]*\n\n  \S")
REPORT_PAGE = b'<meta name="generator" content="samestory '
# Pages that stand in for the article, by their titles; and what a page says that is empty without its scripts.
STAND_INS = regex(
    r"just a moment|attention required|access denied|(?:are you|verify (?:that )?you are|not) (?:a )?(?:human|robot)"
    r"|security check|captcha|checking your browser|(?:page |file )?not found|\b(?:403|404|500|502|503)\b|forbidden"
    r"|service unavailable|bad gateway|^(?:log|sign) ?in\b|subscribe to (?:read|continue)",
    re.IGNORECASE,
)
STAND_IN_WORDS = 120  # of body; a page with more is an article, whatever its title
NEEDS_SCRIPTS = regex(rb"(?:enable|requires?|needs?|turn on|activate)\s+(?:\w+\s+)?javascript", re.IGNORECASE)
PAID_FOR = regex(rb"\"isAccessibleForFree\"\s*:\s*\"?false", re.IGNORECASE)
TEASER_WORDS = 150  # of body; a page that must be paid for and has fewer shows the beginning only
TEASER_ONLY = "the beginning only: the page is to be paid for"

# How a mail begins, and the headers that show it to be one.
MAIL_HEAD = regex(rb"\A(?:From .*\r?\n)?(?:[\w-]+:.*\r?\n(?:[ \t]+.*\r?\n)*)+\r?\n")
MAIL_HEADERS = (
    b"from:",
    b"date:",
    b"subject:",
    b"message-id:",
    b"mime-version:",
    b"received:",
    b"to:",
    b"content-type:",
)
FORWARDED = regex(r"^(?:(?:re|fwd?|aw|wg|tr)\s*:\s*)+", re.IGNORECASE)
# Columns of a table of articles by what they hold, the first that a row has.
COLUMNS = {
    "text": "text body content article maintext article_text articlebody full_text fulltext",
    "title": "title headline",
    "url": "url link",
    "published": "date published published_at date_publish publish_date pubdate datetime datepublished",
    "outlet": "outlet source publisher source_name domain site",
    "byline": "author authors byline",
}

# Encodings by the names that pages give them although their bytes are a larger one's, as browsers read them.
MISNAMED = {
    **dict.fromkeys("iso-8859-1 iso8859-1 latin1 latin-1 us-ascii ascii".split(), "windows-1252"),
    **dict.fromkeys("gb2312 gbk x-gbk".split(), "gb18030"),
    **dict.fromkeys("shift_jis shift-jis sjis x-sjis".split(), "cp932"),
    **dict.fromkeys("euc-kr ks_c_5601-1987".split(), "cp949"),
    **dict.fromkeys("utf-16 utf-16le utf-16be".split(), "windows-1252"),
    "big5": "big5hkscs",
    "iso-8859-9": "windows-1254",
    "x-user-defined": "windows-1252",
}
SNIFFED = 4096  # bytes at the start in which zeros, a declaration and the first tag are looked for
WIDE_ZEROS = 0.35  # of the first bytes; of UTF-16 of Western letters near a half
BAD_CHARACTERS = 0.01  # of all characters; with more that no text has the encoding is another one
CONTROL = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
PATIENCE = 5  # seconds that a named pipe may be silent at first
LONGEST_NAME = 1000  # characters; what is longer is not the name of a file

# Punctuation that ends a statement rather than a headline: "?" and ":" do not.
SHORT_TAIL = 9  # characters at the end of a text in which that is looked for
STATEMENT_END = regex(r"[.。…][\"'”’»)\]]*$")
BULLET = regex(r"\A[•·▪◦*–-]\s+")
LONG_LINE = 200  # characters; no headline is as long
SENTENCE_LINE = 90  # characters; a line as long that ends like a sentence is a paragraph, not a label

# A day written out: 2025-03-28, 28 Mar 2025, 28. März 2025, 28 de marzo de 2025, March 28th, 2025, 2025年3月28日,
# 28.3.2025.
DAY_WRITTEN = regex(
    r"(?P<y>\d{4})(?:-|/|\.|年)(?P<m>\d\d?)(?:-|/|\.|月)(?P<d>\d\d?)(?!\d)日?"
    r"|(?<!\d)(?P<d2>\d\d?)(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+)?(?P<m2>[^\W\d_]{3,10})\.?,?[\s-]+(?:de\s+)?(?P<y2>\d{4})(?!\d)"
    r"|\b(?P<m3>[^\W\d_]{3,10})\.?\s+(?P<d3>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<y3>\d{4})(?!\d)"
    r"|(?<![\d.])(?P<d4>\d\d?)\.\s?(?P<m4>\d\d?)\.\s?(?P<y4>\d{4})(?!\d)"
)
# A time of day with what tells its zone: 09:29 PM IST, 21:29+05:30, 9.29pm, T21:29:00.000Z.
CLOCK = regex(
    r"(?<!\d)(?P<hour>\d\d?)[:.時](?P<minute>\d\d)分?(?::\d\d(?:[.,]\d+)?)?(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"\s?(?:(?:UTC|GMT)?(?P<offset>[+-]\d\d:?\d\d)|\(?(?P<zone>[A-Z]{1,5})\b\)?)?",
    re.IGNORECASE,
)
# Months in English, German, French, Spanish, Italian, Portuguese and Dutch, and two that are shortened otherwise.
MONTH_ROWS = """
january januar janvier enero gennaio janeiro januari | february februar février febrero febbraio fevereiro februari
| march märz mars marzo março maart mrt | april avril abril aprile | may mai mayo maggio maio mei maj
| june juni juin junio giugno junho | july juli juillet julio luglio julho | august août agosto augustus
| september septembre septiembre settembre setembro | october oktober octobre octubre ottobre outubro
| november novembre noviembre novembro | december dezember décembre diciembre dicembre dezembro
"""
MONTHS = {
    part: number
    for number, row in enumerate(MONTH_ROWS.split("|"), 1)
    for name in row.split()
    for part in (name[:3], name[:4], name)
}
YEARS_IN_PRINT = range(1500, 2200)  # years of newspapers; a page that was given no date may say 1 January of the year 1
# Zones by the letters printed after a time. IST is India's (Israel and Ireland seldom print it), BST Britain's.
ZONE_NAMES = """
+00:00 Z UTC GMT WET | +01:00 BST CET WEST MEZ | +02:00 CEST EET SAST MESZ | +03:00 EEST MSK | +04:00 GST | +05:00 PKT
| +05:30 IST | +07:00 WIB | +08:00 SGT HKT AWST | +09:00 JST KST | +10:00 AEST | +11:00 AEDT | +12:00 NZST
| +13:00 NZDT | -03:00 BRT ADT | -04:00 EDT AST | -05:00 EST CDT | -06:00 CST MDT | -07:00 MST PDT | -08:00 PST
"""
ZONES = {zone: offset for row in ZONE_NAMES.split("|") for offset, *zones in [row.split()] for zone in zones}
# Small words that tell the languages apart, of each by its code.
SMALL_WORDS_OF = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to that was for with he said",
        "de": "der die und das ist nicht mit den von ein dem auch",
        "fr": "le les des et est une dans que pour du qui au",
        "es": "el los las del que una por con para se su al",
        "it": "il che di per una della del con non gli sono nel",
        "pt": "os do da não uma com para que ao na dos em",
        "nl": "de het een van en dat niet met voor zijn op aan",
    }.items()
}
LEAST_SMALL = 0.08  # of the words of a text, to tell its language; and so many times those of the next language:
CLEARLY = 1.5
FEWEST_SMALL = 3  # different ones: "met" is Dutch, and English too
# Words that may stand beside the date in a line that says when something was published: "Last updated on Friday, …".
STAMP_WORDS = frozenset(
    """
    published publish updated update posted modified created date dated first last originally issued filed on at by and
    ago an hour hours hr hrs minute minutes min mins day days a m p am pm et ct mt pt local time mon tue tues wed thu
    thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday veröffentlicht aktualisiert stand um
    uhr publié mis à jour le publicado actualizado el las pubblicato il
    """.split()
)
# Those of them that make a line a timestamp without any date.
STAMP_LABELS = frozenset("published update updated posted modified date ago".split())

STAMP_REST = 5  # words of any kind beside the day below a page's headline: "The Post - Thursday, March 28, 2025"

# Whoever sells or lends pictures; one of them ends a caption: "(Adrian Wyld/The Canadian Press via AP)".
AGENCIES = (
    "AP|AFP|Reuters|Getty(?: Images)?|EPA|EPA-EFE|EFE|PA(?: Wire| Images)?|DPA|ANI|PTI|Xinhua|TASS|Anadolu|Bloomberg"
    "|Associated Press|Canadian Press|Press Association|Shutterstock|iStock|Alamy"
)
# What begins a caption: "FILE - The bridge …", "Image source, Getty Images".
CAPTION_START = regex(r"FILE ?[-–—:]|(?:FILE )?PHOTO:|(?:Image|Photo|Picture) (?:source|caption|credit)s?[,:]")
# What ends one: "(File photo)", "Photo by Jane Roe", the lender behind a slash or "via", "REUTERS/Jane Roe", or "(AP)"
# where no sentence ends before it.
PICTURE = "photo|photograph|image|picture|illustration|credit|file|courtesy|handout"
CREDIT = regex(
    rf"\([^()]*\b(?:{PICTURE})\b[^()]*\)\.?(?:\([^()]*\))?$|\b(?:{PICTURE})s?(?: by |: ?)[^.]{{3,80}}\.?$"
    rf"|(?:/ ?| via |[^.…”\"’] \()(?:the )?(?:{AGENCIES})\)?\.?(?:\([^()]*\))?$"
    rf"|\b(?:{AGENCIES})/\w[\w.’'-]+(?: \w[\w.’'-]+){{0,3}}\)?$"
    r"|\(published \w+day, [^()]*\d{4}\)$",
    re.IGNORECASE,
)
CREDIT_TAIL = 160  # characters at the end of a line in which a credit is looked for

# Labels that pages put between paragraphs. A line of these words alone is furniture: "MoreLess", "Related Content".
FURNITURE = frozenset(
    """
    more less related content stories story articles article read also see next previous share save comment comments
    print email tweet advertisement advertisements ad sponsored promoted trending popular recommended subscribe menu
    newsletter newsletters search login sign register follow us watch listen live video play pause loading close open
    show hide all view gallery photos here continue reading below skip to main home top back copy link whatsapp facebook
    twitter x reddit linkedin pinterest telegram breaking latest news now most likes shares min mins minute minutes
    this clipboard continues after the break you may like click tap and expand collapse
    """.split()
)
# How a line begins that leads elsewhere ("Also Read | …") or asks something of the reader ("Stay updated with …"),
# or who had part in it ("Eva Brook contributed to this report").
LEADS_AWAY = regex(
    r"(?:(?:also|more|must) (?:read|see|watch|on this)|read (?:more|also|next)|related(?: \w+)?|see also|watch|listen"
    r"|recommended|don[’']t miss|more|also|photos|videos?)\s?[|:»>]"
    r"|(?:stay (?:updated|tuned|informed)|(?:or |email newsletters |for more, )?sign up|subscribe|follow us"
    r"|get (?:the latest|breaking|our)|click here|download (?:the|our)|for more (?:news|stories|from)"
    r"|read or share this|\(?(?:additional |with )?reporting by)\b"
    r"|contributing:|.{0,150}\bcontributed to this (?:report|story|article)\b|[^.!]{0,99}\bclick here\b.{0,40}$"
    r"|[^.!]{0,60}\bdownload (?:\w+ ){0,4}apps?\b.{0,40}$"
    r"|this (?:story )?is (?:a )?(?:developing|breaking)\b|this story will be updated"
    r"|(?:check back|stay with)\b.{0,60}\b(?:updates?|latest|details|more)\b"
    r"|(?:contact|follow|reach|e-?mail) .{0,70}(?:@\w| on (?:twitter|facebook)|: facebook)"
    r"|.{0,60}\bis an? (?:[\w-]+ ){0,4}staff writer\b"
    r"|\(?copyright (?:\(c\) )?(?:(?:19|20)\d\d|the|associated)\b|\(?(?:copyright )?©",
    re.IGNORECASE,
)
SHOUTED_LINK = 6  # words; a line of capitals as long is a link to another story, a shorter one may be a sub-heading
NO_LETTER = regex(r"[\W_]+")
LABEL_WORD = regex(r"[^\W\d_]+")
# Each word of labels that ran together: "More", "Less" in "MoreLess".
GLUED_WORD = regex(r"\d*[A-Z]*[^\W\d_A-Z]+|[A-Z]+")
LABEL_LINE = 15  # characters; a shorter first line is a section's name before it is a headline
# Words that a name may hold beside its capitalised ones: "Ursula von der Leyen".
PARTICLES = frozenset("de da das del della den der di dos du el al ben bin ibn la le ter van von".split())
BYLINE_PARTICLES = PARTICLES | frozenset("do e ten y".split())  # in running text these are other words
NAME_WORD = regex(r"[^\W\d_][\w.'’-]*")
# What a writer is, in a byline after the name: "Jane Roe, Political Editor".
PUBLISHERS = frozenset("media news press agency group network magazine online".split())  # in names that are nobody's
WRITER_JOBS = frozenset(
    """
    editor reporter correspondent writer staff columnist contributor contributing author analyst producer journalist
    bureau chief desk team newsroom redaktion rédaction redacción
    """.split()
)
LONGEST_BYLINE = 500  # characters in which names are looked for
NAME_WORDS = 5  # the longest name of one person in a byline
BYLINE = regex(r"\A(?i:(?:(?:written|reported|story|words|text) )?(?:by|von|par|por|door|di)[:\s]\s*)(?=[^\W\d_a-z])")
AND = regex(r"\s*(?:[,;|•&/]|\b(?:and|und|et|y|e|with|in|for)\b)\s*")
FRONT_KINDS = frozenset(["headline", "timestamp"])  # beside which a name is a byline
STANDFIRST_LINES = 1  # paragraphs that may stand between headline and byline
SET_APART = " \"'“”‘’„«».…"  # marks around words that a page takes from the text and shows again in larger letters
HEADLINE_LINE = 24  # characters; a first line as long is a headline rather than a section's name
FRONT_LINES = 12  # how far down a byline or a timestamp can stand

# What shows a page in its first part: "<!doctype html>", "<html lang=…>"; or a piece of one, by its first tag.
PAGE = (
    rb"<(?:!doctype\s+html|html|head|body)\b|\A\s*<(?:!--|\?xml|"
    rb"(?:div|p|article|section|main|h[1-6]|table|meta|title|span|center|link|script|style|header|nav|ul|ol|img|a|b)\b)"
)
SAVED_FROM = r"<!--\s*saved from url=(?:\(\d+\))?([^\s>]+)"  # what browsers note above a page that they save

# What a tag does to the text around it; one that is not named here stands inside a line, as <em> does.
SKIPPED, BOXED, LINKED, BROKEN, EMPTY = "skipped", "boxed", "linked", "broken", "empty"
TAG_ROLES = {
    **dict.fromkeys(
        """
        title script style noscript svg template iframe select button object canvas audio video math textarea option
        datalist map nav footer aside noframes noembed
        """.split(),
        SKIPPED,
    ),
    **dict.fromkeys(
        """
        html body div p article section main header form h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure
        figcaption table caption thead tbody tfoot tr td th address center details summary fieldset dialog hr hgroup
        """.split(),
        BOXED,
    ),
    **dict.fromkeys("meta link img source input wbr".split(), EMPTY),
    "a": LINKED,
    "br": BROKEN,
}
LAST_ROLES = TAG_ROLES | dict.fromkeys("noscript template aside footer".split(), BOXED)  # and where little else is
BLANK_LINE = regex(r"\x0c\s*\x0c\s*")  # line breaks in a row; \s holds \x0c
LINE_BREAK = "\x0c"  # stands for <br> until its text is put together; HTML allows no form feed in text that is shown
HEADING_TAGS = frozenset("h1 h2 h3 h4 h5 h6".split())
PARAGRAPH_TAGS = frozenset("p li dd dt td th blockquote pre h1 h2 h3 h4 h5 h6".split())  # where pages put running text
# Classes of what is not shown, or only read out by a screen reader; and those that show it on a wider screen.
UNSEEN_CLASS = regex(r"sr-only|visually-?hidden|screen-reader|(?<!\S)(?:hidden|is-hidden|d-none|invisible)(?!\S)")
SHOWN_CLASS = regex(
    r"[a-z]:(?:block|flex|grid|inline|contents|table|visible)|d-[a-z]+-(?:block|flex|grid|inline|table)"
)
# Styles, in lower case and without spaces, that leave nothing to see.
UNSEEN_STYLE = regex(
    r"display:none|visibility:hidden|clip:rect|clip-path:inset\((?:50|100)%|text-indent:-\d{3}|(?:left|top):-\d{4}"
    r"|(?<![\w-])(?:opacity|font-size):0(?![.\d]*[1-9])"
    r"|^(?=.*(?<![\w-])height:0(?![.\d]*[1-9]))(?=.*overflow:hidden)"
)
NOT_SHOWN = regex(r"display\s*:\s*none\b")  # in a style element
ONE_CLASS = regex(r"\s*\.(-?[_a-zA-Z][\w-]*)\s*")
LONGEST_STYLE = 20_000  # characters; longer ones are an outlet's for all its pages
MOST_HIDDEN = 200  # classes that are looked for

# Words in a class or id that say a box is no part of the body: "related-links", "newsletterSignup", "post__share".
FURNITURE_MARKS = frozenset(
    """
    nav navbar navigation menu submenu footer foot sidebar toolbar breadcrumb breadcrumbs pagination pager skip tags
    related recommend recommended recommendation recommendations recirc recirculation trending popular teaser teasers
    promo promos promotion readmore also jp ad ads advert adverts advertisement advertising sponsor sponsored reply
    replies respond kommentare comentarios comentario commentaires commenti komentarze newsletter newsletters gate
    gated gating regwall subscribe subscription signup login signin cookie cookies consent gdpr banner modal popup
    overlay widget disclaimer copyright share sharing sharedaddy social comment comments commentlist kommentarer
    donate donation relatedposts noprint toc disqus rating ratings outbrain taboola embed player playlist gallery
    slideshow carousel byline author authors bio timestamp caption captions figcaption credit credits fact
    facts factbox infobox audio video
    """.split()
)
# Those of them that rule out however much text stands under them.
STRONG_MARKS = frozenset(
    """
    comment comments commentlist kommentare kommentarer comentarios comentario commentaires commenti komentarze replies
    reply respond disqus cookie cookies consent gdpr footer foot (hidden)
    """.split()
)
HIDDEN, TEASER = "(hidden)", "(teaser)"  # marks that no class gives: an element not shown, the box of a linked heading
RULING_MARKS = FURNITURE_MARKS | {HIDDEN, TEASER}
CAPTION_MARKS = frozenset("caption captions figcaption credit credits".split())
BYLINE_MARKS = frozenset("byline author authors".split())
STANDFIRST_MARKS = frozenset("standfirst dek deck subtitle subheadline subhead subhed".split())
KNOWN_MARKS = FURNITURE_MARKS | STANDFIRST_MARKS
NO_MARKS: frozenset[str] = frozenset()
# Tags that mark their box as a class does.
TAG_MARKS = {
    tag: frozenset([mark])
    for tag, mark in {"figcaption": "caption", "caption": "caption", "form": "signup", "dialog": "popup"}.items()
}

PROSE_CHARS = 40  # characters outside links that make a block running text rather than a label
TEASER_PROSE = 400  # characters; a box with a linked heading and less text points to another article
WIDE = regex(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")  # letters of Thai, Japanese and Chinese
WIDE_WORTH = 1.5  # letters more that each of them counts
LITTLE = 200  # characters of running text; a page that shows less may keep its article where others keep furniture
NEAR = 250  # characters of running text near the headline, after which what stands farther off counts less
FAR_WORTH = 0.33  # what that prose is worth
SCANT = 0.1  # of a page's prose; with less of it under no mark, the marks that most of it stands under say nothing
COMMON = 0.5  # of a page's prose
FADING = 0.6  # of its score that a box hands to the one around it, so that the closest box around the article wins
CORE_SHARE = 0.85  # of the article's prose stands in the box whose loose text is trusted
LOOSE_SHARE = 0.2  # of the prose outside paragraph tags; with less, text outside them is furniture
LINK_SHARE = 0.9  # of a sentence in a paragraph; with more in links it is a link
SCRIPT_SHARE = 2  # times the body in the tree; a longer one in a script is the whole of it
LAST_LINE = 65_535  # up to which lxml counts the lines of a page
FEW_LATER = (
    100  # texts of later lines that may not stand in the source as they are shown, before the others are left there
)
THIN = 1000  # characters of body; a page with less may keep its text in a script

# Where a page says what it is, the most trusted place first: "ld" is JSON-LD, "seen" what the page shows.
TRUST = {
    "title": ("ld headline", "meta og:title", "meta twitter:title", "title"),
    "standfirst": ("ld description", "meta og:description", "meta description", "meta twitter:description"),
    "byline": ("ld author", "meta author", "meta byl", "meta parsely-author", "meta sailthru.author", "meta dc.creator",
               "meta article:author", "seen byline", "link author", "ld creator"),
    "outlet": ("meta og:site_name", "ld publisher", "meta application-name", "meta dc.publisher", "behind title"),
    "url": ("link canonical", "meta og:url", "ld url", "ld mainEntityOfPage", "saved from"),
    "language": ("html lang", "ld inLanguage", "meta content-language", "meta language", "meta og:locale"),
    "published": ("ld datePublished", "meta article:published_time", "meta og:article:published_time",
                  "meta datepublished", "meta parsely-pub-date", "meta sailthru.date", "meta publication_date",
                  "meta publishdate", "meta publish-date", "meta pubdate", "meta dc.date.issued", "meta dc.date",
                  "meta dcterms.created", "meta article.published", "meta date", "time published", "seen timestamp",
                  "time", "ld dateCreated", "ld uploadDate", "meta article:modified_time", "ld dateModified",
                  "link canonical", "meta og:url", "saved from"),
}  # fmt: skip

PLACES = {"style", *chain(*TRUST.values())}
LD_ARTICLES = ("Article", "Posting", "Report", "WebPage", "ItemPage")  # how the types of what may be an article end
LD_FIELDS = frozenset(
    """
    headline articleBody description author creator publisher url mainEntityOfPage inLanguage datePublished dateCreated
    uploadDate dateModified
    """.split()
)
DAY_IN_ADDRESS = regex(r"(?<!\d)(20\d\d)(\d\d)(\d\d)")  # "/20250328/bridge"
JOB_BEHIND = regex(r"\s*(?:기자|記者|记者)$")
ADDRESS = regex(r"[/@]")  # of a page or of mail, in place of an author's name
TITLE_TAIL = regex(r"(.*\S)\s+[|–—·»-]\s+(.+)$")  # "Bridge opens | The Post"
# The same in a text whose first line was a <title>: "Bridge opens - KXYZ News 12 Reno, Nevada"; not "… over - WHO".
OUTLET_TAIL = regex(
    r"(.{15,}?\S)\s+(?:\|\s*(?=[A-Z])|[–—-]\s+(?=\S*\.(?:com|org)\b|.*\b(?:\d*News|TV|Channel|[KW][A-Z]{3})\b))"
    r"([A-Z\d][^,|:]*?)(?=\s*[,|:]|\s+-|$)"
)
HELD = 0.8  # of the longer words of a page's first paragraph, else its title; a script's text with them is its article
DEEPEST_NODE = 4  # of a paragraph in JSON: a link in it, and what is set in bold in that
# Where JSON begins: at the start, below a comment, where a script assigns or hands on: `state = {…};`, `push([…])`.
JSON_START = regex(r"(?:\A\s*(?:[</][^{\n]*)?\s*|[=(]\s*)(?=\{\s*\"|\[\s*[\[{\"\d])")
SPARE_COMMA = regex(r",(?=\s*[}\]])")
ASSIGNMENTS = 50  # in one script that are looked at

# ---------------------------------------------------------------- of who said what

# Verbs of saying: a clause or a quotation follows or goes before ("said it was off", "“It is off,” he said").
SAYING = """
    acknowledge add admit affirm agree allege announce argue assert assume boast caution claim clarify comment
    complain concede conclude confide confirm contend counter declare demand deny disclose emphasize estimate
    explain fret gripe grumble hint imply indicate insist joke lament maintain marvel mention muse note observe
    pledge point post predict proclaim promise propose protest quip reaffirm recall reckon recommend
    reiterate remark repeat reply report respond retort reveal rule say scoff signal speculate state stress
    suggest surmise swear testify theorize threaten tweet underscore vow warn wonder write find show
"""
# Verbs of telling: the hearer comes first, then the clause ("told reporters it was off", "asked him to stay").
TELLING = "tell assure inform remind advise notify ask urge encourage reassure"
# Of these, those that may stand before the speaker too: "“Why?” asked Ruiz"; never "“It is off,” told Ruiz".
BEFORE_SPEAKERS = frozenset({"ask", "urge"})
# Verbs that name or judge: the thing comes first, then the words for it ("called it “a disaster”").
NAMING = """
    call describe accuse dismiss label brand dub characterize criticize blast praise denounce
    slam deride mock hail portray refer cite quote liken compare decry condemn ridicule tout
"""
# Verbs that are cues only right beside a quotation: "“Build it,” they chanted".
UTTERING = """
    continue shout yell chant laugh cry exclaim go begin read put intone beam boom plead think speak sigh snap
    shoot address hammer blare implore gush ponder query whisper scream holler bellow
"""
# Verbs that are cues only with the word after them: "he put it", "she went on", "he called for calm".
PARTNERS = {"call": ("for", "on"), "point": ("out",), "go": ("on",), "put": ("it",), "according": ("to",)}
# After these a thing is said too ("announced two jobs", "asked the mayor to stay"); after others a clause alone.
FREELY = frozenset(
    "say tell argue announce acknowledge accuse allege complain describe ask urge tweet note warn".split()
)
FREELY |= {"call for", "call on"}
# After these "to" begins what was said ("vowed to stay"); after others it names the hearer ("said to Ruiz").
WILLING = frozenset("promise pledge vow threaten plead demand swear".split())
# After these "of" and "about" say of whom it was said ("said of Ruiz"); after others what ("complained about Ruiz").
PLAINEST = frozenset("say add write tell tweet post comment remark speak".split())
# Forms that are nouns as often ("the report says", "his claims"), so that more is asked of what stands around them.
NOUN_TOO = frozenset(
    """
    call calls claim claims report reports note notes state states promise promises pledge pledges vow vows comment
    comments remark remarks post posts estimate estimates joke jokes protest protests signal signals reply replies brand
    brands cite label labels demand demands cry cries shout shouts laugh point points repeat read thinks quote
    quotes slam blast praise counter tweet tweets address beam boom snap puts put hint hints show shows rule rules
    """.split()
)
OF_DOCUMENTS = frozenset(["find", "show"])  # "the poll found that", but "Ruiz found that"
PARTICIPLES = frozenset("written spoken sworn gone begun".split())  # verbs only after "has"
# Nouns that stand for a saying when somebody owns them: "Ruiz’s claim that it is off", "her promise".
SAYING_NOUNS = frozenset(
    """
    claim warning comment statement assertion announcement allegation remark contention argument promise pledge vow
    prediction insistence description words message suggestion belief view question line advice answer response reply
    """.split()
)
# A quotation after one of these is a name or held at arm's length: "the so-called “bridge tax”", "a show titled “…”".
ARMS_LENGTH = frozenset(
    """
    so-called called aka titled dubbed nicknamed known named labeled labelled termed branded book film movie song
    show program series album novel memoir magazine column essay play musical word words term phrase slogan motto
    """.split()
)

# Words for people who speak by their role: "the prime minister", "a spokesman for the mayor".
ROLES = frozenset(
    """
    president minister premier chancellor senator congressman congresswoman representative governor mayor secretary
    leader chairman chairwoman chair director chief head officer spokesman spokeswoman spokesperson ambassador
    candidate nominee front-runner frontrunner strategist adviser advisor aide manager lawyer attorney judge justice
    prosecutor professor analyst economist historian scientist engineer researcher expert author writer editor reporter
    journalist host commissioner councillor councilor lawmaker legislator businessman businesswoman billionaire mogul
    executive ceo founder owner coach player captain singer actor actress producer general colonel sergeant sheriff
    doctor physician nurse teacher student activist organizer pollster pundit consultant king queen prince princess
    pope bishop archbishop pastor priest rabbi imam cardinal speaker whip deputy treasurer counsel delegate official
    whistleblower supporter ally source critic democrat republican conservative liberal lobbyist envoy investor banker
    farmer worker driver employee member partner friend neighbor parent mother father wife husband son daughter brother
    sister widow man woman resident voter observer investigator opponent uncle aunt cousin nephew niece grandmother
    grandfather grandson granddaughter stepfather stepmother dad mom mum relative boy girl teen teenager child kid
    classmate neighbour victim survivor witness graduate suspect defendant gunman detective mp mla mep pm lady
    agent trooper firefighter paramedic surgeon psychologist biologist physicist meteorologist curator conductor pilot
    composer columnist correspondent principal corporal councilman alderman diplomat coroner solicitor screenwriter
    photographer eyewitness
    """.split()
)
KINSHIP = frozenset("wife husband son daughter brother sister widow grandson granddaughter lady".split())
# Who holds one of these together with a role holds another role: "the former president" is not "the president".
PARITY = frozenset("former vice deputy prime ex acting assistant".split())
BEFORE_NAMES = ROLES | PARITY  # in lower case: "the former mayor Ana Ruiz"
# What secretaries are of, so that "Secretary of State Ana Ruiz" is no "State Ana Ruiz".
OFFICES = frozenset(
    """
    state defense defence treasury interior commerce labor labour energy education justice transportation agriculture
    health homeland security staff house
    """.split()
)
# Whose name may follow what they are of: "minister for trade Ana Ruiz"; "a spokesman for Ana Ruiz" is another.
OFFICERS = frozenset(
    """
    secretary minister commissioner superintendent ambassador director head chief chairman president professor speaker
    """.split()
)
# What stands before a name, as many of the roles do too: "Judge Ruiz".
TITLES = frozenset(
    """
    mr mrs ms miss dr prof rev sir dame lord lady sen sens rep reps gov gen col lt maj capt sgt cmdr adm admiral
    lieutenant rear major commander detective inspector superintendent constable father reverend cpl det supt
    """.split()
)
ROLES_AND_TITLES = ROLES | TITLES
MALE = frozenset(
    """
    mr sir lord king prince pope duke father husband son brother uncle nephew grandfather grandson widower boyfriend man
    boy dad businessman congressman spokesman chairman councilman
    """.split()
)
FEMALE = frozenset(
    """
    mrs ms miss dame lady queen princess duchess actress mother wife daughter sister aunt niece grandmother widow
    girlfriend woman girl mum mom businesswoman congresswoman spokeswoman chairwoman councilwoman
    """.split()
)
# Last words of the names of bodies: "the Treasury Department", "Prime Minister’s Office".
BODIES = frozenset(
    """
    office house department ministry agency bureau committee commission council court party campaign administration
    government police army university college institute center centre association union federation company corporation
    corp inc ltd group bank fund foundation times post journal news network press magazine board team club league
    senate congress parliament assembly authority service organization organisation society coalition alliance pac
    hospital clinic
    states kingdom
    """.split()
)
# Those that somebody goes by inside the name of another, too: "Reno police" for the Reno Police Department.
HOUSED = frozenset("police hospital university college institute bank museum".split())
# What speaks for whoever issued it: "the Treasury report said".
DOCUMENTS = frozenset(
    """
    statement data report letter memo email e-mail readout poll survey study filing record lawsuit resolution article
    editorial ad petition complaint indictment suit release affidavit warrant
    """.split()
)
ISSUED = frozenset("statement letter memo email e-mail complaint lawsuit petition".split())  # by who speaks in it
PRONOUNS = frozenset("he she they i we you it".split())
# Whoever speaks by a role, a paper or a body, one or several: "mayor", "officials", "reports"; "ministry", "companies".
ROLE_FORMS = ROLES | DOCUMENTS | {word + "s" for word in ROLES | DOCUMENTS}
BODY_FORMS = BODIES | {word + "s" for word in BODIES} | {word[:-1] + "ies" for word in BODIES if word.endswith("y")}
SPEAKER_FORMS = ROLE_FORMS | BODY_FORMS
# Pronouns that stand for somebody spoken of, with what they tell of them.
PRONOUN_GENDER = {"he": "he", "his": "he", "him": "he", "himself": "he", "she": "she", "her": "she", "herself": "she"}
THIRD = frozenset(PRONOUN_GENDER) | {"it"}
# Last words of the names of places, besides those of bodies.
LOCALITIES = frozenset("county city street river valley island islands airport hospital school church park".split())
ROLE_SURNAMES = frozenset(
    "king prince pope bishop cardinal priest judge justice head friend farmer driver singer child nephew host".split()
)
# What a story calls somebody whom it has named: "the actress said".
EPITHETS = frozenset(
    """
    actor actress singer star striker midfielder defender goalkeeper winger batsman bowler hopeful billionaire
    businessman businesswoman tycoon mogul veteran rapper author novelist presenter champion athlete politician academic
    scholar expert native
    """.split()
)
# Bodies that are there whether or not a story has named one.
STATE = frozenset(
    "government police army court house senate congress parliament administration campaign states".split()
)
# Roles by the title that tells them: "Sen. Ruiz" is "the senator".
ROLE_MEANT = {"sen": "senator", "gov": "governor", "rep": "representative", "dr": "doctor", "prof": "professor"}
ALONE = PRONOUNS | frozenset("others some many critics".split())  # subjects by themselves
RELATIVES = frozenset("who which that".split())
ARTICLES = frozenset("the a an its her his their our my your".split())
QUANTITIES = frozenset(
    "other another few many several one two three four five six seven eight nine ten some most more all".split()
)
DETERMINERS = ARTICLES | QUANTITIES | frozenset("this these those both each every no any".split())
DEFINITE = frozenset("the this that his her its their our my".split())
OWNERS = frozenset("'s his her their its my our".split())
PLURAL = QUANTITIES - {"one", "another", "other"} | frozenset(
    "they we i you who that these those others people police data both half third women men and".split()
)
PREPOSITIONS = frozenset(
    """
    of for from in at with to on by about around against after before during between among under over through into near
    as without within since until per via like despite including following than amid upon toward towards behind inside
    outside beyond across along above below
    """.split()
)
LINKS = frozenset("of for from in at with to on".split())  # hold a noun phrase together: "a spokesman for the mayor"
OCCASIONS = PREPOSITIONS - {"as", "like", "than", "until", "since"}  # "said in Reno", "said during a debate"
MATTERS = frozenset("of about for against".split())
CIRCUMSTANCES = frozenset("when while as after before because during".split())
SUBORDINATING = frozenset("while when although though if as after before who which that".split())
TURNS = frozenset("but although though however".split())
TRAILING = frozenset("and but while as".split())
# Words at which a clause begins or its verb stands, so that no noun phrase reaches over them.
CONNECTIVES = frozenset(
    """
    and but or nor so yet because if when while although though whether where how why what who whom whose which that
    unless once then plus is was were be are been has have had will would
    """.split()
)
CONTRACTIONS = frozenset("'s 'd 're 've 'll 'm".split())
AUXILIARIES = CONTRACTIONS | frozenset(
    """
    has have had is are was were be been being will would can could may might must should shall do does did to not
    never doesn't don't didn't won't wouldn't hasn't hadn't cannot can't got
    """.split()
)
BEING = frozenset("is are was were be been being 's 're 'm get got".split())  # "was told" says who heard
# Common verbs, besides the auxiliaries, that end a noun phrase: "the mayor met …"; those in -ed their ending tells.
VERBS = frozenset(
    """
    met went came made took held won lost left began gave got found kept ran saw sat stood spoke sent paid led let set
    hit became brought built bought caught drew fell felt fought grew heard knew meant rose sold spent goes makes takes
    gets wants needs seems comes looks plans hopes hoped
    """.split()
)
ADVERBS = frozenset(
    """
    also then previously once again nevertheless nonetheless however just now even still only never often always not
    repeatedly first further ever already soon both all instead meanwhile too long since rather famously thus out so yet
    himself herself themselves itself afterwards
    """.split()
)
UNSKIPPED = frozenset(
    "both all not never first even still at".split()
)  # adverbs that belong to what is said: "vowed never to stay"
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
IN_DATES = DAYS | frozenset(  # capitalised though no names
    """
    january february march april june july august september october november december jan feb mar apr aug sept oct nov
    dec
    """.split()
)
TIMES = IN_DATES | frozenset(
    """
    hour hours minute minutes time times past today yesterday tomorrow tonight morning afternoon evening night week
    month year weekend day days weeks months years last earlier later ago recently late early
    """.split()
)
SURNAMES = ADVERBS | TIMES - IN_DATES  # where they have a capital though they open no sentence: "said Long"
# Before these a second part of what was said does not begin: "…, Ruiz said, though few cross it".
NOT_MEDIAL = PREPOSITIONS | TIMES | frozenset("a an and who which whose though although while when".split())
ALSO_NAMES = frozenset("will may april june august mark".split())  # first names that are small words too
NAMES_TOO = SURNAMES | ALSO_NAMES
# Words that open sentences and name nobody, besides those of the lists above.
PLAIN = frozenset("indeed moreover perhaps maybe there here yes well".split())
SMALL_WORDS = PRONOUNS | RELATIVES | DETERMINERS | PREPOSITIONS | CONNECTIVES | AUXILIARIES | ADVERBS | TIMES | PLAIN

REFERRING = PRONOUNS | THIRD
# Letters of words in a phrase that name nobody; the first line that has the word.
PHRASE_WORDS = {
    "f": {"of"}, "l": PREPOSITIONS, "y": {"'s", "'"}, "&": {"and"}, "g": PRONOUN_GENDER, "d": DETERMINERS, "b": BODIES,
    "p": DOCUMENTS, "s": SPEAKER_FORMS, "v": PARTICLES,
}  # fmt: skip
SPOKEN_OF = ROLES | BODIES | ISSUED  # heads of phrases that are met as names are

DASHES = frozenset(["—", "–", "―", "--", "-"])

FEWEST_WORDS = 3  # outside quotation marks, for a reported statement
SHORT_TEXT = 60  # words: fewer do not tell their language
LONGEST_PHRASE = 40  # tokens that may stand between a name and its verb: "Ana Ruiz, a teacher from Reno who …, said"
MOST_CUES = 12  # in a sentence: one with more is no prose
LONGEST_SENTENCE = 120  # tokens: a longer one is read in pieces of this length, so that reading stays linear
LONGEST_PARAGRAPH = 100_000  # characters: a longer one is no prose
MOST_HOLDERS = 50  # of one role or surname: more are no people of a story, and would be gone through at each mention
# "RUIZ: We built it.", "SEN. ANA RUIZ (D-OH): …", "Ana Ruiz: By hand.", "Q: How?"; not "NEW DELHI: …" alone.
TURN = regex(r"(?P<name>[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3})(?: \([^()]{1,20}\))?: (?=\S)")
# A post that an article prints: "The bridge is shut. pic.example/ab — Ana Ruiz (@ruiz) May 2, 2017".
SIGNED = regex(
    r"(?P<words>\S.{15,}?)(?:\s+(?:https?://|pic\.)\S+){0,3}\s+[—–-]\s*"
    r"(?P<name>\w[^()@“”]{1,50}) \(@\w+\) \w+\.? \d\d?, \d{4}$"
)
ASKING = frozenset(["Q", "A"])
FURNITURE_LABELS = frozenset("update note correction read more watch related photo image video source editor".split())
LONGEST_TITLE = 6  # tokens before the colon in a transcript: "SEN. RUIZ:"
MOST_TRACES = 24  # of the people spoken of last, kept in mind for the next "he" or "she"

# "Ruiz" and "’s" are two words, "U.S.-Canada", "D-Fla", "2,400" and "don’t" one; every other mark stands by itself.
TOKENS = regex(
    r"(?=\S)(?:['’](?:s|d|re|ve|ll|m)\b|(?:[A-Z]\.)+(?:-\w+)*|\d[\d,.]*\d(?:-\w+)*"
    r"|\w+(?:(?:[-&/]|\.(?=\w)(?!(?<=[a-z]{2}\.)[A-Z][a-z])|['’](?!(?:s|d|re|ve|ll|m)\b))\w+)*|--|[^\w\s])"
)

# ---------------------------------------------------------------- of dates and figures

STORY_KINDS = frozenset("headline standfirst caption subhead body".split())  # of paragraphs that tell the story
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

# "last night" is the day before, "this morning" the same day. A plain "today" is left out: it often means "nowadays".
RELATIVE_DAYS = {
    **dict.fromkeys(["yesterday", "last night"], -1),
    **dict.fromkeys("earlier today|later today|this morning|this afternoon|this evening|tonight".split("|"), 0),
    "tomorrow": 1,
}
# Words that make a weekday the coming one, "he will speak on Monday"; and those that stop the search for one, so that
# Friday is past in "he said Friday that he will speak".
AHEAD = frozenset(
    """
    until will shall would could expected scheduled slated planned plans due set upcoming ahead advance meet meets
    begins starts opens
    """.split()
)
BEHIND = frozenset("said says told was were had did has have announced met came went spoke called wrote".split())
# "every Friday" and "that Friday" name no day that can be reckoned; "Black Friday" and "the Sunday Times" name no day.
UNRECKONED = frozenset(
    "every each some any one that following previous good black super bloody cyber ash easter".split()
)
NAMESAKES = "Times|Telegraph|Mirror|Express|Night (?:Live|Football)|school"

MONTH = rf"(?:{'|'.join(MONTH_NAMES)}|(?:{'|'.join(name[:3] for name in MONTH_NAMES)}|Sept)\b\.?)"
MONTH_NAME = "|".join(sorted({*MONTH_ROWS.split()} - {"|", "march", "may"}))  # in any of those languages
FIRST_YEAR, LAST_YEAR = 1500, 2100
NEAR_DAYS = 60  # further from publication, a day without a year may belong to another year that the article names
MOST_KNOWN_DAYS = 30  # days named with their year that are compared; more would only cost time
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
NTH = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\d%]|[,.:]\d)"
DATE = regex(
    rf"""\b(?=[\dA-Zelty])(?<!post-)(?:                                               # "the post-Sept. 11 laws"
      (?P<iso>(?:19|20)\d\d-[01]\d-[0-3]\d|\d\d?\.\ ?\d\d?\.\ ?(?:19|20)\d\d)      # 2025-03-28, 28.3.2025
    | (?:(?P<on>{WEEKDAY}),?\ )?
      (?:(?P<early>{NTH}(?:(?:,\ |\ and\ |\ to\ |\ ?[-–]\ ?){NTH}){{0,5}})           # 28 March, 26 and 28 March,
         (?:er|º|\.)?(?:\ (?:of|de))?\ )?                                           # 1er mai, 28. März
      (?P<month>{MONTH}|(?(early)(?i:{MONTH_NAME})\b|(?!)))
      (?:\ (?P<late>{NTH}(?:(?:\ and\ |\ to\ |\ ?[-–]\ ?){NTH}(?!\ [a-z]{{3}}))*))?  # March 28, Oct. 26-28, 2025
      (?:,?\ (?:de\ )?(?P<year>(?:1[5-9]|20)\d\d\b))?                               # October 2016: no day, but a year
    | (?P<weekday>{WEEKDAY})(?!\ (?:{NAMESAKES}))
    | (?P<relative>{"|".join(RELATIVE_DAYS)})
    )(?!\w)""",
    re.VERBOSE,
)

# What makes a number less exact, by the one or two words before it: "nearly 500,000", "at least 12", "up to 40".
HEDGE_OF = {
    **dict.fromkeys("about around approximately roughly nearly almost some estimated".split(), "about"),
    **dict.fromkeys(["at least", "more than", "just over", "over", "exceeding"], "at least"),
    **dict.fromkeys(["at most", "less than", "fewer than", "just under", "under", "up to", "many as"], "at most"),
}
LARGEST = 1e15  # no news counts more; what looks so is the number of a post or an account
SCALES = {"": 1, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "k": 1e3, "m": 1e6, "bn": 1e9}
CURRENCY_WORDS = {"dollars": "$", "euros": "€"}
NUMBER = "|".join([*NUMBER_WORDS, *map(str.capitalize, NUMBER_WORDS)])
FIGURE_FORM = regex(
    rf"""(?<![\w.,/:\#'’–-])(?<!No\.\ )(?:
      (?P<ratio>(?:[1-9]|{"|".join(SMALL_NUMBERS[1:10])})[\ -](?:in|out[\ -]of)[\ -]   # one in three, 9 out of 10
        (?:\d{{1,3}}(?:,\d{{3}})*|{NUMBER})\b(?!\ (?:hours|days|weeks|months|years)))
    | (?P<currency>(?:US|C|CA|A|AU|NZ|HK)?[$£€¥])\ ?(?P<money>\d+(?:,\d{{3}})*(?:\.\d+)?)  # $3.8 billion, £5m
      (?:[\ -]?(?P<money_scale>(?i:thousand|million|billion|trillion)|k|m|bn)\b)?
    | (?P<digits>\d+(?:,\d{{3}})*(?:\.\d+)?)(?:[\ -](?P<scale>(?i:thousand|million|billion|trillion))\b)?
    | (?P<words>(?:{NUMBER})\b(?:(?:[\ -]|\ and\ )(?:{NUMBER})\b)*)                # twelve, Two hundred and fifty
    )(?![/:–-]?\d|\w)(?P<percent>\ ?%|[\ -]per\ ?cent(?:age\ points?)?\b)?""",
    re.VERBOSE,
)
VAGUE = frozenset(["several", "few", "many"])  # "several hundred pages" may be any number of them
TO_ANOTHER = regex(" (?:and|or|to) ")  # "between $19 and $22 million"
# After an hour or the day of a month: "10 o’clock", "9 p.m.", "16 GMT", "31 avril".
HOUR = regex(rf" ?(?:[ap]\.?m\b|o['’]clock|[A-Z]{{2,3}}T\b)|\.? (?:de )?(?=[^\W\d_])(?i:{MONTH_NAME})\b")
DECIMAL_MARK = regex(r"(?<=\d)[.,](?=\d)")
YEAR = regex(r"1[5-9]\d\d|20\d\d")
# The capitalised word that a number belongs to: "Boeing 737", "Section 232", "Article 5".
NAME_BEFORE = regex(r"\b([A-Z][\w’']*)\.? $")
NAME_AFTER = regex(r" (?![A-Z][a-z]+day\b)(?:[NSEW]\. )?[A-Z][a-z]")  # "224 E. Harbour Court", not "12 Friday"
AGE_BEFORE = regex(r"[A-Za-z.], $")  # "Ana Ruiz, 22, a student"
UNIT_WORD = regex(r"[ -]([A-Za-z][\w’']*)")
UNIT_REACH = 4  # words after a number: "12 senior Russian intelligence officers"
PASSED_BY = frozenset("of the these those other more new".split())  # on the way to a unit: "three of the commissioners"
PLURALS = frozenset("people men women children feet police troops personnel".split())  # plurals without an s
FRACTIONS = frozenset("half third thirds quarter quarters fifth fifths tenth tenths".split())

# ---------------------------------------------------------------- of comparing

# Which articles tell one story, by the words of their topics: rare words and names weigh most, as in tf-idf.
TOPIC_WORDS = 60  # of an article, those with most weight
LEAD = 3  # paragraphs whose words count twice
NAMES_WEIGH = 1.5  # times as much as other words
EVERYDAY = 100  # articles on anything, none with any of the words, that stand behind a small set
LOOKED_BACK = 16  # articles, the last before this one to have a word, that are looked up by it
NEAREST = 8  # of them, those most like it, may be on its story
LIKE = 0.1  # from this cosine on, on the average of all pairs, articles are on one story …
AS_LIKE_AS_WITHIN = 0.7  # … and where both groups have FEW or more articles, nearly as like as these are to each other
FEW = 3
LONG_AGO = timedelta(300)  # between two articles: they are half as like, for a like event comes again
HALF = 0.5

STORY_DAYS = 7  # articles on one story appear within so many days; further apart, one tells nothing of another's Friday

# What a quotation is compared by: its words, and the marks which say that words were left out or put in. "[t]he" only
# changes a letter's case, "[the deal]" and "[…]" are marks, and so are "…" and ". . .".
COMPARED = regex(r"\[\w\]\w+|\[[^\][]*\]|\((?:…|\.{3})\)|…|\. ?\. ?\.|[%&]|\w+(?:['’*]+\w+)*")
SENTENCE_BREAK = regex(r"[.!?…]")

RUN_WORDS = 4  # words in a row by which two quotations are found to be alike
WIDELY_USED = 50  # quotations, claims or paragraphs; what more of them have is a turn of phrase and finds nothing
FEWEST_TELLING = 2  # words that are no stop words, of those that a printing shares with the fullest one
FEWEST_TELLING_ALTERED = 3  # the same where words were changed: below it, two remarks only resemble each other
LEAST_KEPT = 0.6  # of the words of an altered printing; with fewer it is another utterance
LEAST_KEPT_STRICTLY = 0.8  # the same within one article, where a speaker may say one thing twice, and of two speakers
FROM_OTHERS = 6  # words that two people rarely say alike: one quotation given to both of them
FRAGMENT = 6  # words; shorter ones by nobody may be a title, and stand in a longer quotation by chance
LONG = 8  # words; as many are compared even if all are stop words, and are no two remarks made weeks apart
CANDIDATES = 2  # groups with the most runs of a quotation, that it is held against

# What an alteration may touch that turns what was said into something else.
WEIGHTY = {
    "negation": frozenset("no not none nobody nothing never neither nor without".split()),
    "condition": frozenset("if unless".split()),
    "number": frozenset(NUMBER_WORDS),
}
NAMED = regex(r"(?<=[\w,;:’”)] )[A-Z]\w+")  # a capital that no sentence begins with

# What two clauses share tells that they tell the same, each concept as much as a word, but:
NAME_WEIGHT = 0.6
EVENT_WEIGHT = 1.5
NUMBER_WEIGHT = 1.6
SHARE_WORTH = 4.0  # if both tell nothing else
OPENINGS = 0.5  # if both open their articles
OTHER_NAMES = 0.5  # less where both name somebody, and not the same
LEAST_PLAIN = 1.5  # of it in concepts that are no names
OFTEN = 9  # times in each article: what is used oftener is the topic of the story, and tells less
ALIKE = 5.25  # in all: from here on they tell the same
LONGER, CLAUSES = 0.3, 30  # more each time that the articles have twice as many clauses as that, alike by chance
STRICTER = 0.4  # more where only two articles tell it
LEAST_SHARED_TELLING = 2.0  # of it with the clause that is most like all others
FEWEST_ALIKE = 3  # concepts
WIDELY_TOLD = 80  # clauses; of what more have, the last
CLAUSE_EDGE = regex(r"[;:()—–]|, (?!\d)| (?=(?:and|but|while|which|who|after|before|as|when|that|because) )")
LEAST_CLAUSE = 5  # concepts; a shorter one belongs to the one before
LEAST_KERNEL = 3  # concepts that hold together what is told alike
KERNEL_HELD = 0.4  # of their weight, in each clause
MIDDLE = 40  # clauses, the most alike, of which one is like all others
BASIS = 6  # clauses, the most alike, that are held against others
LEANING = regex(r"[“\"]?(?:He|She|It|His|Her|Its|This|But|And|So|Then|Another|Among them)\b")  # on what stands before
LONGEST_DATELINE = 80  # characters, of the sentence that it stands before
LABEL, SPOKEN_LABEL = 0.8, 0.5  # of what the articles share, of an utterance in what opens an article
LONG_LABEL, SHORT_REST = 240, 40  # characters: a sentence is cut if it is longer, and more than so much would go
HAPPENINGS = frozenset(concept_of(line.split()[0]) for line in EVENTS.strip().splitlines())
NEGATIONS = frozenset(
    "not never no without cannot can't couldn't didn't doesn't don't hasn't haven't isn't wasn't won't".split()
)
HOURS = "noon midnight morning afternoon evening night day week month year".split()
CALENDAR = frozenset(
    stem(fold(word)) for name in (*WEEKDAYS, *MONTH_NAMES, "Sept", *HOURS) for word in (name, name[:3])
)
FAR = float("inf")
ABOUT = 0.9  # "about 500" and 450 may be one count
LEADING = 3  # paragraphs in which a toll is that of the story's own event
MOST_VALUES = 20  # of one thing; what has more is a list
MOST_CLAIMS = 8  # dates and figures in a sentence; with more it is a list, or no sentence
SENTENCES_MORE = 8  # than the story has, so that in a short one too a concept weighs something
MOST_OF_CLAUSE, SOME_OF_CLAUSE = 0.7, 0.4  # of its weight: what one clause shares, and what the other does
SAME_NAMES = 0.5  # of the names before the values, in the sentence that has fewer
# What is told of another time than the story's: "in April last year", "the tsunami of 2004".
ELSEWHEN = regex(r"\b(?:ago|earlier|since|history|previous|years?|decades?|(?:last|this) month|(?:19|20)\d\d)\b")

COUNT = rf"\d+(?:,\d{{3}})*|(?:{NUMBER})(?:[ -](?:and )?(?:{NUMBER}))*"
HEDGES = "(?:(?:at least|about|around|some|nearly|almost|more than|over|as many as|up to|an estimated) )?"
LOWER_WORD = regex(r"\b[a-z]{4,}\b")
LONG_NAME = 8  # letters; another one among so many is a slip, wherever the name stands
PERSON_NAME = (
    r"[A-Z][\w’'-]*\w(?:[ ](?:(?:de|la|van|von|al|bin|el|del)[ ])?(?:[A-Z][\w’'-]*\w|[A-Z]\.?(?!\w))|,?[ ]Jr\.){0,8}"
)
NAME_RUN = regex(rf"\b{PERSON_NAME}")
NAME_REACH = 60  # characters before an age that its bearer's name may take
# How an age is told: "Ana Ruiz, 34, …", "Ana Ruiz (34)", "Ana Ruiz, who is 34", "34-year-old Ana Ruiz".
AGED = regex(
    rf"""(?:,\ (?:aged?\ |who\ (?:is|was)\ )?|\ \((?:aged?\ )?|\ (?:aged?|turned|is|was)\ )(?P<age>\d\d?)
         (?=[,;)]|\.(?!\d)|\ years?\ old\b(?!\ [A-Z])|\ (?:and|of|from|who)\b)(?!,\d)
       | (?:,\ (?:an?|the)\ )?(?<![\w-])(?P<old>\d\d?|{NUMBER})-year-old\b
         (?:\ (?:[a-z]+\ ){{0,3}}(?P<name>{PERSON_NAME}))?""",
    re.VERBOSE,
)
DAYS_A_YEAR = 365.25
BIRTHDAY = 0.1  # of a year, after which somebody may be a year older
# A road by its name and kind, with its block: "the 5800 block of West Oak Street", "Seventh and Liberty avenues".
ROAD_KINDS = "Street St|Avenue Ave|Road Rd|Drive Dr|Boulevard Blvd|Lane Ln|Court Ct|Place Pl|Highway Hwy|Parkway"
ROADS = {word: row.split()[0] for row in ROAD_KINDS.split("|") for word in row.split()}
ROAD = regex(
    r"\b(?=[A-Z\d])(?:(?P<block>\d{2,5})[- ]block of )?(?:[NSEW]\.? |North |South |East |West )?"
    r"(?P<road>[A-Z][\w’-]+(?: [A-Z][\w’-]+)?|\d+(?:st|nd|rd|th))(?: and (?P<other>[A-Z][\w’-]+)(?= [A-Za-z]+s\b))?"
    rf" (?P<kind>(?:{'|'.join(ROADS)})s?|streets|avenues|roads)\b(?! [A-Z][a-z])"
)
# How many were killed: "12 people were killed", "killing at least 12", "the death toll rose to 12", "no casualties".
NONE = ("no", "no one", "nobody")
PEOPLE_WORDS = frozenset("people persons person victims civilians".split())
VICTIMS = (
    r"(?:(?!of|for|the|in|and|to|each)[a-z]+ ){0,2}"
    "(?:people|persons?|victims|civilians|others|men|women|children|officers|soldiers|students|teenagers|teens)"
)
FATES = {
    **dict.fromkeys("kill dead die death fatal".split(), "killed"),
    **dict.fromkeys("injur wound hurt".split(), "injured"),
    "missing": "missing",
    "casualt": "casualties",
}
TOLLS = [
    regex(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?P<n>{COUNT}|{'|'.join(NONE)}) (?:(?P<who>{VICTIMS}) )?(?:(?:were|was|are|is|have|has|had|been|left"
        r"|found|feared|reported|reportedly|confirmed|shot|and|fatally|also) ){0,4}(?P<fate>killed|dead|died|injured"
        r"|wounded|hurt|missing|deaths|fatalities|injuries|casualties)\b"
        rf"(?! (?:{COUNT}|himself|herself|an?|the|his|her|another|by the)\b)",
        rf"\b(?P<fate>kill(?:ed|ing|s)|injur(?:ed|ing|es)|wound(?:ed|ing|s)) {HEDGES}(?P<n>{COUNT})"
        rf"(?: (?P<who>{VICTIMS})\b|(?=[.,;:]|$| (?:and|in|at|on|as|when|while|before|after|near|outside|inside|during"
        r"|by|with|across|from|early|late|last|\w+day)\b))",
        rf"\btoll\b[^.;,\d]{{0,40}} (?:to|at|of|was|is|reached) {HEDGES}(?P<n>{COUNT})\b",
    )
]
# The concepts of which a sentence has one where a pattern may be found.
TOLL_CUES = frozenset(map(concept_of, "killed injured missing casualties casualty toll".split()))
ROAD_CUES = frozenset(concept_of(kind.lower()) for kind in ROADS)
MAGNITUDE_CUES = frozenset(map(concept_of, ("magnitude", "measured")))
# Who may be counted among the dead or not.
COUNTED_OR_NOT = regex(r"\b(?:gunm[ae]n|shooters?|suspects?|attackers?|bombers?|himself|herself|including)\b")
MAGNITUDE = regex(
    r"\b(\d\.\d)(?: and (\d\.\d))?(?=[- ]magnitude\b)"
    r"|\b(?:magnitude(?:[ -]+of)?|measur(?:ing|ed))[ -]+(\d\.\d)(?: and (\d\.\d))?\b",
    re.IGNORECASE,
)
RECORD = regex(r"\b(?P<name>[A-Z][\w’'-]+)(?: \(|, (?=[\d-]+, \d))(?P<record>\d{1,3}-\d{1,3}(?:-\d{1,3})?)(?=[,);])")
FEW_GAMES = 2  # between two records; one of more was told at another time
# A score, a vote or a record, "91-73", a span of years, "1966 to 1978", and a time of day.
MOMENT = regex(
    r"(?<![\w.:$-])(?:(?P<score>\d{1,3}[-–]\d{1,3}(?![\w%-]|\.\d))"
    r"|(?P<year>(?:1[5-9]|20)\d\d (?:to|until) (?:1[5-9]|20)\d\d\b)"
    r"|(?P<hour>\d{1,2})(?::(?P<minute>\d\d)\b|(?= ?[ap]\.?m\b)))"
)
DIGIT = regex(r"\d")
# What is counted of many things, or told by patterns of its own.
UNCOUNTED = frozenset(map(stem, "years times seconds minutes kilometers kilometres miles block".split()))
PEOPLE_COUNTED = frozenset(
    map(stem, "people men women children others victims officers".split())
)  # in parts, where some died
FATAL = frozenset(map(concept_of, "kill injure shoot suspect victim".split()))
PART_BEFORE = regex(r"(?: (?:the|these|those|other)|\d of) $")  # "the two bombs", "28 of 41 passes"
PART_INSIDE = regex(r" (?:of|other) ")  # "two of the bombs", "three other people"
LIKE_BEFORE, LIKE_WORDS = 2, 5  # words that are the same right before two values, and around them
AROUND = regex(r"^(?i:the|a|an|at least|about|around|some|nearly) | (?:on|from|by|at|in|until|to)(?=[ .]*$)|[ .]+$")
PASSAGE_WORDS = 6  # words in a row that make shared wording, half of them telling
FOUND_BY = 5  # of these words, by which it is found: from a telling word on
LEAST_SHARED = 12  # words in all; below it, two articles share a title or a turn of phrase
MOST_PASSAGES = 8  # of two articles, the longest; what has more is a reprint, as its share says
PASSAGE_GAP = 3  # words between two runs that still make one passage
SOURCES = 5  # texts in which a run of words, or a word, is looked up: of what everybody has, the first
CLOSEST = 4  # of these, so many that share most with an article are told; five articles are all told

# What only one article reports: how much each telling part of a sentence counts.
TELLING_QUOTE = 3  # a quotation of at least five words
TELLING_FIGURE = 3  # money, a share, or a number from ten on
TELLING_NAME = 2  # of one word 1: "Congress" is hardly news
TELLING_DATE = 1
TELLING_NEWS = 2  # what happened, in words that no other article has
FEWEST_NEW = 3  # such words
NEWS_RETOLD = 0.3  # of its concepts in one paragraph elsewhere: it may be known
LEAST_TELLING = 2
QUOTE_WORDS = 5
ECHO = 3  # words in a row by which a quotation is found in another article
LEAST_ECHO = 0.2  # of the runs of a quotation: with so many, the other article reports it too
FEWEST_RETOLD = 3  # telling words; fewer stand together in another article's paragraph by chance
QUOTATION_RETOLD = 0.75  # of its telling words in one paragraph: the other article tells it in its own words
SENTENCE_RETOLD = 0.4  # of a sentence with nothing but a new name: its news is known
MOST_NEAR = 8  # figures below one and above it that may be the same, rounded
FIGURE_FROM = 10  # below it, a number is often only a way to say something: "two leaders"

SAME_EDITION = 0.6  # of the sentences of the shorter one: with as many the same, one outlet's articles are editions …
FEWEST_SAME = 3  # … and so many at least
LATEST = 5  # editions that a sentence is looked up in
STILL_ONE = 0.5  # of the words of two sentences: with as many the same, one is the other changed
REACH = 10  # sentences ahead of the last, in which a changed one is looked for

SAME_ARTICLE = 0.9  # of the longer one's text, in paragraphs that are the same to the word
OUTLET_WORD = regex(r"[^\W\d_]+\d?")  # a word of a file’s name that may be the outlet: no number, no hash
FEW_WORDS = 36  # columns of a sentence before the figure that it is cited for

# ---------------------------------------------------------------- of showing

# In JSON: what each article always says of itself, which sections need which of its parts (so that every index can be
# followed), and where the Story keeps a section.
FACTS_OF_ARTICLE = "key name path format title standfirst byline outlet url language published words"
ARTICLE_PARTS = {
    "paragraphs": {"text", "quotes", "versions", "timeline", "figures"},
    "statements": {"quotes", "versions"},
    "dates": {"timeline"},
    "figures": {"figures"},
}
RELATIONS = ("full", "same", "altered", "spliced", "excerpt")  # the order in which a reader wants them

HEADINGS = {
    "articles": "The articles",
    "text": "The articles in full",
    "quotes": "Who said what",
    "coverage": "Who reports what",
    "versions": "Same words, different printings",
    "differences": "Where they differ",
    "timeline": "Day by day",
    "figures": "Figures",
    "voices": "Who is heard",
    "overlap": "Shared wording outside quotations",
    "editions": "What a later edition changed",
    "only": "Only one reports",
}

BRIEF_ITEMS = 8  # of each section in the briefing, so that it is read at one go
FEW_CITES, FEW_FACTS, FEW_DIFFERENCES, FEW_VOICES, FEW_LINES = 5, 3, 3, 3, 4  # in the lines that say what was found
FEW_SHARED = 2  # facts; articles with fewer, and no quotation, in common may tell different stories
MOST_STRESSED = 50  # parts of a sentence in bold; one with more is a list
MOST_CITES = 40  # in a row
MOST_NOTE = 120  # columns of a sentence that a page shows when its cite is pointed at, or in place of a headline
WIDEST_TABLE = 12  # articles with a column of their own
LONGEST_BAR, WIDEST_NAME, LEAST_CELL = 12, 18, 36  # columns
WIDEST_LABEL = 21  # columns of one that makes a column with others: "B:12 standfirst"
CONTEXT = 60  # columns of kept words on each side of a change
CHANGE_NOTES = {"homoglyph": "letters that only look alike", "moved": "moved"}
NAME_START = regex(r"\b[^\W\d_a-z]")
PLAIN_PART = regex(r"[^\W\d_A-Z]+$|“")  # of what one article alone tells: a word or a quotation, no name or figure

# Words of ours, in text for a terminal: their signs, and the colours of all kinds, as terminals number them.
SIGNS = {"cut": ("[-", "-]"), "added": ("{+", "+}")}
STYLES = {
    **dict.fromkeys(("strong", "speaker", "key"), "1"),
    "altered": "1;33",
    "cite": "36",
    "cut": "31",
    "added": "32",
}
UNSTYLED = "\U000e007f"  # ends a style or link, in characters that take no room
STYLED = regex(  # what was shortened has lost its end, and ends with "…"
    r"([\U000e0020-\U000e007e]+)([^\U000e0020-\U000e007f]*(?=\U000e007f)|[^\U000e0020-\U000e007f]*?…(?=\n|$)|)\U000e007f?"
)
PAGE_ALONE = frozenset(["chip", "anchor", "begins", "paged"])
OURS = frozenset(["cite", "altered", "relation", "key", "dot"])
# What would pass for our own signs if an article or the name of a file had it: it gets a backslash.
LOOKS_OURS = regex(r"\\|\[(?=-)|-(?=\])|\{(?=\+)|\+(?=\})|(?<!\S)·(?!\S)|(?<=[A-Z]):(?=\d)")
MARKDOWN_SIGNS = {
    **dict.fromkeys(("strong", "speaker", "key", "added", "altered"), "**"),
    **dict.fromkeys(("soft", "relation", "kind"), "*"),
    "cut": "~~",
    "cite": "`",
}
HTML_TAGS = {"strong": "b", "cut": "del", "added": "ins", "quote": "mark", "key": "b"}
STORY_PARTS = {**{section: section for section in SECTIONS[3:]}, "versions": "utterances"}  # the first are of articles
# What belongs to a section beside its own list.
STORY_ADDITIONS = (("articles", "twins"), ("versions", "unquoted"))

# The tables of a database and of `Story.rows`: where the rows stand in a Story, and their columns.
TABLES = {
    "groups": ("articles", "group article"),
    "articles": ("articles", FACTS_OF_ARTICLE),
    "paragraphs": ("articles.paragraphs", "article paragraph kind line cite text"),
    "statements": (
        "articles.statements",
        "article statement kind paragraph line cite start end text speaker mention cue",
    ),
    "dates": ("articles.dates", "article paragraph line cite start end text date"),
    "figures": ("articles.figures", "article paragraph line cite start end text value unit hedge"),
    "facts": ("coverage", "fact text articles"),
    "coverage": ("coverage.cites", "fact article line cite text"),
    "utterances": ("utterances", "utterance speakers text"),
    "versions": ("utterances.versions", "utterance article statement line cite relation speaker text"),
    "changes": ("utterances.versions.changes", "utterance article statement cite full here at kind touches"),
    "differences": ("differences.values.cites", "difference kind about value unit article line cite text"),
    "timeline": ("timeline.cites", "date article line cite text"),
    "voices": ("voices.words", "speaker article words"),
    "overlap": ("overlap", "a b share_of_a share_of_b"),
    "passages": ("overlap.passages", "a b a_line b_line words text_a text_b"),
    "editions": ("editions", "a b share"),
    "edits": ("editions.changes", "a b kind a_line b_line text_a text_b"),
    "only": ("only", "article line cite text why"),
    "unquoted": ("unquoted", "text quoted unquoted"),
    "twins": ("twins", "articles share"),
}
NUMBERED = {  # from 0, as the indexes in JSON; articles by their keys
    "articles": "article",
    "words": "article",
    "paragraphs": "paragraph",
    "statements": "statement",
    "coverage": "fact",
    "utterances": "utterance",
    "differences": "difference",
}
HOMES = {"key": "articles", "article": "articles", "utterance": "utterances", "fact": "facts"}
INDEXED = frozenset("article cite speaker utterance fact difference date".split())


# ================================================================ 2. Nouns


class UnreadableError(Exception):
    """What could not be read: its `code` for programs, one of those in README, and the reason in words for the user."""

    def __init__(self, code: str, reason: str) -> None:
        super().__init__(code, reason)  # both, so that it goes whole from one process to another
        self.code = code

    def __str__(self) -> str:
        return str(self.args[1])


@dataclass(slots=True)
class Paragraph:
    """One line of a text file, or lines that were wrapped; or one block of a page."""

    kind: str  # headline, standfirst, byline, timestamp, caption, subhead, body or boilerplate
    line: int  # from 1, in the file as stored
    text: str
    breaks: tuple[tuple[int, int], ...] = field(default=(), repr=False)  # (offset, line) of each further wrapped line

    def line_at(self, offset: int) -> int:
        """Return the line of the file on which the character at `offset` stands."""
        before = bisect(self.breaks, (offset, sys.maxsize))
        return self.breaks[before - 1][1] if before else self.line

    def after(self, start: int) -> Paragraph:
        """Return the paragraph from its character at `start` on."""
        breaks = tuple((offset - start, line) for offset, line in self.breaks if offset > start)
        return replace(self, line=self.line_at(start), text=self.text[start:], breaks=breaks)


@dataclass(eq=False, slots=True)
class Box:
    """An element of a page that makes text around it break."""

    element: Any
    tag: str
    outer: Box | None  # the box around it
    number: int  # in the order they open
    end: int = sys.maxsize  # the number of the first that opens when this one is closed
    chars: int = 0
    linked: int = 0  # characters in links
    prose: int = 0  # characters of running text that nothing rules out
    score: float = 0.0
    known: frozenset[str] | None = None  # its marks, once they are looked up
    out: frozenset[str] | None = None  # marks, its own and of boxes around it, that keep it out of the body, as well

    @property
    def marks(self) -> frozenset[str]:
        """What is known of it by its tag, by the words in its class and id, and by whether it is seen."""
        if self.known is None:
            get = self.element.get
            names = get("class")
            self.known = marks_in(names) | marks_in(get("id")) | TAG_MARKS.get(self.tag, NO_MARKS)
            if is_unseen(names, get("style"), get("hidden")):
                self.known |= {HIDDEN}
        return self.known

    @property
    def make(self) -> tuple[Box | None, str, str | None]:
        """What it has in common with the boxes beside it that hold other parts of one text."""
        return self.outer, self.tag, self.element.get("class") or self.element.get("id")

    @property
    def around(self) -> Iterator[Box]:
        """This box and those around it, the closest first."""
        box: Box | None = self
        while box:
            yield box
            box = box.outer

    def holds(self, box: Box) -> bool:
        """Tell whether `box` is this one or stands in it."""
        return self.number <= box.number < self.end


NOWHERE = Box(None, "", None, 0)  # the box of a line of text, which stands in none


@dataclass(eq=False, slots=True)
class Block:
    """A line of a text file, or the text of a page between two breaks; what kind it is, and why."""

    text: str
    line: int
    box: Box = NOWHERE  # the innermost one around it
    linked: int = 0  # characters in links
    parts: Sequence[str] = ()  # of a short one: the pieces of text that its elements hold
    kind: str = ""
    why: str = ""
    breaks: tuple[tuple[int, int], ...] = ()  # of a line that was wrapped
    prose: int = field(init=False)  # characters of running text: none if it is a heading, short or more link than text

    def __post_init__(self) -> None:
        own = len(self.text) - self.linked  # below none where spaces in links were folded
        self.prose = max(own, 0) * (self.long and self.box.tag not in HEADING_TAGS)

    def decide(self, kind: str, why: str) -> None:
        """Say what kind of paragraph this is, and what tells it."""
        self.kind, self.why = kind, why

    @property
    def long(self) -> bool:
        """Whether so much of the text is outside links that it is no label; a letter of Chinese is half a word."""
        own = len(self.text) - self.linked
        if own < PROSE_CHARS and not self.text.isascii():
            own += int(WIDE_WORTH * len(WIDE.findall(self.text)))
        return own >= max(PROSE_CHARS, self.linked)

    @property
    def is_linked(self) -> bool:
        """Whether most of the text stands in links."""
        return 2 * self.linked > len(self.text)

    @property
    def paragraph(self) -> Paragraph:
        return Paragraph(self.kind, self.line, self.text, self.breaks)


@dataclass(eq=False)
class Draft:
    """The blocks of a page or a text while it is decided what each of them is."""

    boxes: list[Box]  # those with running text in them, in the order they open
    blocks: list[Block]  # in reading order
    said: dict[str, list[str]]  # what it declares, by where
    headline: Block | None = None
    spine: frozenset[Box] = frozenset()  # the boxes around the headline
    void: frozenset[str] = frozenset()  # marks that say nothing on this page
    core: Box = NOWHERE  # the closest box around nearly all of the article

    @property
    def is_text(self) -> bool:
        """Whether it is plain text, all of which stands in one box."""
        return self.boxes[0].element is None

    @cached_property
    def titles(self) -> list[str]:
        """What the page declares as its headline, the most trusted first."""
        outlet = trusted("outlet", self.said)
        return [without_outlet(value, place, outlet) for place in TRUST["title"] for value in self.said[place]]

    @property
    def title(self) -> str | None:
        """The headline as it is shown or, where the page declares it with more or less before it, as it is declared."""
        if not self.headline:
            return next(iter(self.titles), None)
        shown, titles = letters_of(self.headline.text), [(letters_of(title), title) for title in self.titles]
        more = titles[: -len(self.said["title"]) or None]  # not the page's <title>, which may begin with the outlet
        like = (title for letters, title in more if letters.endswith(shown) or shown.endswith(letters or "-"))
        return self.headline.text if shown in dict(titles) else next(like, self.headline.text)

    def out(self, box: Box) -> frozenset[str]:
        """Return the marks of the box and of those around it that keep it out of the body."""
        unknown = []
        while box.out is None and box.outer:
            unknown.append(box)
            box = box.outer
        out = box.out or NO_MARKS
        for box in reversed(unknown):
            if (marks := box.marks) and box not in self.spine:
                out |= (marks & RULING_MARKS) - self.void
            box.out = out
        return out


@dataclass(slots=True)
class Mention:
    """The words that name the speaker of a statement, and where they stand."""

    paragraph: int  # index in Article.paragraphs
    start: int  # code points in that paragraph's text
    end: int
    text: str


@dataclass(slots=True)
class Statement:
    """Words attributed to somebody; a direct one's span lies inside its quotation marks."""

    kind: str  # direct or reported
    paragraph: int
    line: int
    start: int
    end: int
    text: str
    speaker: str | None = None
    mention: Mention | None = None
    cue: str | None = None
    rule: str | None = None  # how the speaker was found: "verb after", "speaker before", …


@dataclass(slots=True)
class FoundDate:
    """A day that an article names."""

    paragraph: int
    line: int
    start: int
    end: int
    text: str
    date: str  # ISO 8601: "2025-04-28"


@dataclass(slots=True)
class Figure:
    """A figure that an article gives."""

    paragraph: int
    line: int
    start: int
    end: int
    text: str
    value: float
    unit: str | None  # "%", "workers"; None for a bare number
    hedge: str | None = None  # "about", "at least" or "at most" where the words say so


@dataclass(repr=False)
class Article:
    """One article as read; what is found in its text is worked out on first use and kept."""

    path: str = ""
    format: str = "text"  # or html
    title: str | None = None
    standfirst: str | None = None
    byline: list[str] = field(default_factory=list)
    outlet: str | None = None
    url: str | None = None
    language: str | None = None  # "en"
    published: str | None = None  # "2025-03-28T21:29+05:30" or "2025-03-28"
    paragraphs: list[Paragraph] = field(default_factory=list)
    key: str = ""  # A, B, … once it stands in a Story
    day: str | None = None  # from which weekdays and dates without a year are reckoned, when not `published`
    name: str = ""  # what the user calls it: NAME of NAME=PATH
    row: int | None = None  # from 1, in a table of articles
    note: str | None = None  # what a reader should know of it: that it is a teaser only

    def __repr__(self) -> str:
        told = shorten(self.title or self.path or "no headline", REPR_WIDTH)
        return f"<Article {self.key} {told!r}, {plural(len(self.paragraphs), 'paragraph')}>".replace("  ", " ")

    @cached_property
    def words(self) -> int:
        """How many words its headline, standfirst, sub-headings and body have."""
        counted = ("headline", "standfirst", "subhead", "body")
        return sum(len(p.text.split()) for p in self.paragraphs if p.kind in counted)

    @cached_property
    def is_english(self) -> bool:
        """Whether it is in English, as it says, else by its small words; a short text that does not tell is."""
        language = self.language or language_of(self.paragraphs)
        return language.lower().startswith("en") if language else self.words < SHORT_TEXT

    @cached_property
    def topic(self) -> dict[str, float]:
        """The words that tell what it is about, by their stems, with their weights: all that grouping needs to know."""
        return find_topic(self)

    @cached_property
    def statements(self) -> list[Statement]:
        return find_statements(self)

    @cached_property
    def dates(self) -> list[FoundDate]:
        return find_dates(self)

    @cached_property
    def figures(self) -> list[Figure]:
        return find_figures(self)


@dataclass(slots=True)
class Cite:
    """Where something stands: "B:5" is line 5 of article B."""

    article: str  # its key
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.article}:{self.line}"


@dataclass(slots=True)
class Change:
    """Words of the fullest printing, and what stands in their place in another."""

    full: str  # the words of the fullest printing; "" where words were added
    here: str  # the words printed here; "" where words were dropped
    at: int = -1  # where `here` begins in the statement's text, in code points; -1 if not told
    kind: str = ""  # "homoglyph" where only letters that look alike were changed, "moved" where words were
    touches: str = ""  # "negation", "condition", "number" or "name", of what turns the meaning


@dataclass(slots=True)
class Version:
    """One article's printing of an utterance."""

    article: str
    statement: int  # index in Article.statements
    line: int
    relation: str  # full, same, excerpt, spliced or altered
    changes: list[Change] = field(default_factory=list)
    speaker: str | None = None  # whom this article gives the words to
    text: str = ""  # the words as they are printed here


@dataclass
class Utterance:
    """The same words spoken once, as several articles, or places, print them."""

    speakers: list[str]
    text: str  # the fullest printing
    versions: list[Version]

    @cached_property
    def printings(self) -> list[list[Version]]:
        """The ways in which it was printed, the fullest first, each with all the places that print it so."""
        return find_printings(self)


@dataclass
class Fact:
    """What sentences of two or more articles tell alike."""

    text: str  # the sentence or clause that tells it best
    articles: list[str]  # keys of those that tell it
    cites: list[Cite]  # every line that tells it, by article, in each the one that is most like `text` first


@dataclass
class Value:
    """One of the values that articles give of the same thing, with where they do."""

    value: str | float
    cites: list[Cite]
    words: list[str] = field(default_factory=list)  # of each cite's text those that give the value: "April 2"


@dataclass
class Difference:
    """A day or a figure that articles give differently of the same thing."""

    kind: str  # date, time, year, figure, money, measure, age, name or role
    about: str
    values: list[Value]
    unit: str | None = None  # of figures: "%", "workers"


@dataclass
class Day:
    """A day of the timeline."""

    date: str
    cites: list[Cite]


@dataclass
class Told:
    """A figure that the articles give, whatever its form: 25%, 25 per cent."""

    figure: str  # "25%", "500,000 workers"
    cites: list[Cite]


@dataclass
class Voice:
    """Somebody who is quoted."""

    speaker: str
    words: dict[str, int]  # words quoted, by article key


@dataclass
class Passage:
    """Wording that stands in two articles outside quotation marks."""

    a_line: int
    b_line: int
    text_a: str
    text_b: str
    words: int


@dataclass
class Overlap:
    """How much wording two articles share, as shares of the words of each."""

    a: str
    b: str
    share_of_a: float
    share_of_b: float
    passages: list[Passage]


@dataclass
class Edit:
    """A sentence that one edition of an article has and the other has not, or has in other words."""

    kind: str  # added, dropped or changed
    a_line: int | None  # None where it was added
    b_line: int | None  # None where it was dropped
    text_a: str
    text_b: str
    words: list[Change] = field(default_factory=list)  # of a changed one: `full` as A has it, `here` as B does


@dataclass
class Edition:
    """An outlet's article and its later self."""

    a: str
    b: str
    share: float  # of the sentences of the shorter one that the other has too
    changes: list[Edit]


@dataclass
class Only(Cite):
    """A sentence that tells what no other article reports."""

    why: list[str] = field(default_factory=list)  # its telling parts: "$2 million", "Kristin Davis", "“benign”"


@dataclass
class Unquoted:
    """Words that some articles print in quotation marks and others as their own."""

    text: str
    quoted: list[Cite]
    unquoted: list[Cite]


@dataclass
class Twins:
    """Articles that are one: the same file, a copy, a text and its page, or a reprint."""

    articles: list[str]  # their keys
    share: float  # of the longest's text that stands in each of the others too


@dataclass(repr=False)
class Story:
    """What comparing the articles found; a section that was not asked for stays None.

    `to_text`, `to_markdown`, `to_json` and `to_html` give it as the command writes it, `rows` a table of it for pandas.
    """

    articles: list[Article]
    coverage: list[Fact] | None = None
    utterances: list[Utterance] | None = None
    differences: list[Difference] | None = None
    compared: int | None = None  # values set beside another article's of the same thing, whether they differ or not
    timeline: list[Day] | None = None
    figures: list[Told] | None = None
    voices: list[Voice] | None = None
    overlap: list[Overlap] | None = None
    editions: list[Edition] | None = None
    only: list[Only] | None = None
    unquoted: list[Unquoted] | None = None
    twins: list[Twins] | None = None

    @cached_property
    def by_key(self) -> dict[str, Article]:
        """The articles by their keys."""
        return {article.key: article for article in self.articles}

    def __repr__(self) -> str:
        return f"<Story of {plural(len(self.articles), 'article')}: {shorten(', '.join(self.by_key), REPR_WIDTH)}>"

    def _repr_html_(self) -> str:
        """Return what a notebook shows: the page, in a frame that keeps its style to itself."""
        from html import escape

        return f'<iframe srcdoc="{escape(self.to_html())}" sandbox style="width: 100%; height: 40rem"></iframe>'

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Return a table as flat dicts, as SQLite has it: "versions", "coverage", "differences", "voices", …"""
        if table not in TABLES:
            raise ValueError(f"no table {table!r}; choose from {', '.join(TABLES)}")
        return rows_of(self, table, Counter())

    def to_text(self, width: int = USUAL_WIDTH, show: Sequence[str] = BRIEF) -> str:
        return "".join(show_text(Request([self.articles], [self], checked(show), width)))

    def to_markdown(self, show: Sequence[str] = NOTE) -> str:
        return "".join(show_markdown(Request([self.articles], [self], checked(show))))

    def to_json(self, show: Sequence[str] = SECTIONS) -> str:
        return "".join(show_json(Request([self.articles], [self], checked(show))))

    def to_html(self, show: Sequence[str] = USUALLY_SHOWN["html"]) -> str:
        return "".join(show_html(Request([self.articles], [self], checked(show))))


# ================================================================ 3. The plan


def tell_story(sources: Iterable[str | os.PathLike[str] | bytes], show: Sequence[str] = SECTIONS) -> Story:
    """Return the Story of the articles at `sources` (paths, bytes or texts), with the sections named in `show`."""
    return compare([article for source in sources for article in read_many(source)], show)


# ================================================================ 4. Reading


def read(source: str | os.PathLike[str] | bytes) -> Article:
    """Return the article in `source`: a path, a str that names a file, or the content itself as bytes or text.

    A str of one line is a name, unless it begins as a page does: `read_content` takes any for content.
    Raises UnreadableError when there is no article in it, or several.
    """
    return only_one(read_many(source))


def read_content(content: str | bytes) -> Article:
    """Return the article in `content`, which never names a file."""
    return only_one(articles_in(content))


def only_one(articles: list[Article]) -> Article:
    if len(articles) > 1:
        raise UnreadableError("several", f"{len(articles)} articles in one file (read_many gives them all)")
    return articles[0]


def read_many(source: str | os.PathLike[str] | bytes) -> list[Article]:
    """Return the articles in `source`, of which a table has one a row and a web archive one a page.

    Raises UnreadableError when there is none.
    """
    if isinstance(source, bytes) or (isinstance(source, str) and is_content(source)):
        return articles_in(source)
    path = os.fspath(source)
    return [replace(article, path=path) for article in articles_in(file_bytes(path))]


def is_content(source: str) -> bool:
    """Tell whether `source` is an article's text rather than the name of a file."""
    return len(source) > LONGEST_NAME or any(c in source for c in "\n\r\0") or source.lstrip().startswith("<")


def file_bytes(path: str, most: int = -1) -> bytes:
    """Return what the file holds, or `most` bytes of it; a pipe too, but not a device, which might never end."""
    try:
        if os.path.isdir(path):
            raise UnreadableError("not-a-file", "a folder, not a file")
        if os.path.exists(path) and not os.path.isfile(path) and not is_pipe(path):
            raise UnreadableError("not-a-file", "not a regular file")
        with open(path, "rb", opener=None if path.startswith("/dev/fd/") else open_at_once) as file:
            return file.read(most)
    except OSError as error:
        raise UnreadableError("not-a-file", NO_NETWORK if "://" in path[:9] else refusal(error)) from None


def is_pipe(path: str) -> bool:
    """Tell whether the path is a named pipe or one that the shell made: `<(curl …)`."""
    from stat import S_ISFIFO

    return S_ISFIFO(os.stat(path).st_mode)


def open_at_once(path: str, flags: int) -> int:
    """Open a file; a pipe that nobody writes to for some seconds is given up."""
    if os.path.isfile(path) or not os.path.exists(path):
        return os.open(path, flags)
    from select import select

    number = os.open(path, flags | os.O_NONBLOCK)
    if not select([number], [], [], PATIENCE)[0]:
        os.close(number)
        raise UnreadableError("not-a-file", "a pipe that nobody writes to")
    os.set_blocking(number, True)
    return number


def articles_in(content: str | bytes, most: int = MOST_MB * MB) -> list[Article]:
    """Return the articles in a file's content, unpacked to `most` bytes: one, or those of a table or an archive."""
    data = content.encode("utf-8", "replace") if isinstance(content, str) else content
    if isinstance(content, str) and b"\0" in data:  # no file of another kind, whatever it begins with
        return [read_decoded(data)]
    if data.startswith(GZIP):
        data = unzipped(data, most)
    if begins_report(data[:SNIFFED]):
        raise UnreadableError("other-kind", OWN_REPORT)
    if data.startswith(WARC):
        return articles_of(pages_in_warc(data))
    if is_mail(data):
        return [read_mail(data)]
    if data.startswith(WEB_ARCHIVE):
        data = page_in_web_archive(data)
    data = in_utf8(data)
    if rows := rows_in(data):
        return articles_of(rows)
    return [read_decoded(data)]


def begins_report(start: bytes) -> bool:
    """Tell whether a report of ours, as text or a page, begins so."""
    return REPORT_PAGE in start or REPORT_HEAD.match(start) is not None


def articles_of(rows: Iterable[Callable[[], Article]]) -> list[Article]:
    """Return the articles that the rows give, each with the number of its row; a row without one counts as read."""
    found, reasons = [], []
    for number, read_one in enumerate(rows, 1):
        try:
            found.append(replace(read_one(), row=number))
        except UnreadableError as error:
            reasons.append(f"row {number}: {error}")
    if reasons and found:
        more = f" and {len(reasons) - 1} more" * (len(reasons) > 1)
        found[0].note = f"{reasons[0]}{more}"
    if not found:
        raise UnreadableError("no-article", next(iter(reasons), "no article in it"))
    return found


def read_decoded(data: bytes) -> Article:
    """Return the article in `data`, which is UTF-8, told to be a page or plain text by how it begins."""
    if not data or data.isspace():
        raise UnreadableError("empty", "empty file")
    if not re.search(PAGE, data[:SNIFFED], re.IGNORECASE):
        return read_text(data.decode("utf-8"))
    title = re.search(rb"<title[^>]*>([^<]*)", data)
    name = squeeze(title[1].decode("utf-8", "replace")) if title else ""
    try:
        article = read_page(data)
    except UnreadableError as error:
        raise UnreadableError(error.code, f"{error}{why_empty(name, data)}") from None
    body = " ".join(p.text for p in article.paragraphs if p.kind == "body")
    few = len(body.split())
    if few < STAND_IN_WORDS and (why := why_empty(name, body.encode())):
        raise UnreadableError("no-article", f"no article in it{why}")
    if few < TEASER_WORDS and PAID_FOR.search(data):
        article.note = TEASER_ONLY
    return article


def why_empty(title: str, shown: bytes) -> str:
    """Return why a page holds no article, as far as its title and what it shows tell."""
    if STAND_INS.search(title):
        return f", but “{title}”"
    return ": the page needs its scripts; save it once a browser shows it" if NEEDS_SCRIPTS.search(shown) else ""


# ---------------------------------------------------------------- Mails, archives and tables


def unzipped(data: bytes, most: int) -> bytes:
    """Return what is packed in a gzip file."""
    from gzip import GzipFile
    from io import BytesIO
    from zlib import error as BrokenError

    try:
        unpacked = GzipFile(fileobj=BytesIO(data)).read(most + 1)
    except (OSError, EOFError, BrokenError):
        raise UnreadableError("broken", "a broken gzip file") from None
    if len(unpacked) > most:
        raise UnreadableError("too-large", f"larger than {most / MB:g} MB unpacked (--max-size raises the limit)")
    return unpacked


def is_mail(data: bytes) -> bool:
    """Tell whether a mail begins so, or a page that a browser saved as one."""
    head = MAIL_HEAD.match(data[: 4 * SNIFFED])
    known = [name for name in MAIL_HEADERS if head and re.search(rb"(?m)^" + name, head[0].lower())]
    return len(known) >= 3 or b"content-type: multipart/related" in data[:SNIFFED].lower()


def read_mail(data: bytes) -> Article:
    """Return the article in a mail, with its subject, sender and date where it says none itself."""
    from email import message_from_bytes
    from email.header import decode_header, make_header
    from email.utils import parseaddr, parsedate_to_datetime

    try:
        message = message_from_bytes(data)
        parts = {part.get_content_type(): part for part in reversed(list(message.walk()))}
    except RecursionError:
        raise UnreadableError("too-deep", "parts nested too deep") from None
    whole = message.get_content_type() == "multipart/related"  # a page that a browser saved
    wanted = ["text/html", "application/xhtml+xml", "text/plain"]
    part = next((parts[kind] for kind in (wanted if whole else wanted[::-1]) if kind in parts), None)
    content = part.get_payload(decode=True) if part else None
    if not isinstance(content, bytes) or not part:
        raise UnreadableError("no-article", "no article in it")
    if part.get_content_type() == "text/plain":
        article = relined(read_decoded(in_utf8(content)), stored_lines(data, part))
    else:
        address = part.get("Content-Location") or message.get("Snapshot-Content-Location") or ""
        article = read_decoded(in_utf8(f"<!-- saved from url={address} -->".encode() + content))
    if whole:
        return article
    with suppress(ValueError, LookupError, TypeError):
        subject, sender = (str(make_header(decode_header(str(message[name] or "")))) for name in ("Subject", "From"))
        name = parseaddr(sender)[0]
        article.title = article.title or FORWARDED.sub("", squeeze(subject)) or None
        article.byline = article.byline or [name] * is_name(name or "?")
        article.outlet = article.outlet or (name if name and not is_name(name) else None)
        article.published = article.published or parsedate_to_datetime(message["Date"]).isoformat("T", "minutes")
    return article


def stored_lines(data: bytes, part: Any) -> list[int]:
    """Return for each line of a mail's text the line of the file on which it begins; none where they can't be told."""
    raw = str(part.get_payload())
    start = data.find(raw[:PROSE_CHARS].encode("utf-8", "surrogateescape"))
    coding = str(part.get("Content-Transfer-Encoding") or "7bit").lower()
    if start < 0 or coding == "base64":
        return []
    soft = "=" if coding == "quoted-printable" else "\n"  # what ends a line that goes on below
    first = data.count(b"\n", 0, start) + 1
    lines = raw.split("\n")
    return [first + at for at in range(len(lines)) if not at or not lines[at - 1].rstrip("\r").endswith(soft)]


def relined(article: Article, lines: Sequence[int]) -> Article:
    """Return the article with line n of its text called lines[n - 1]; the last of `lines` stands for all after it."""
    if lines:
        for p in article.paragraphs:
            line, *rest = (lines[min(number, len(lines)) - 1] for number in (p.line, *(line for _, line in p.breaks)))
            p.line, p.breaks = line, tuple((at, n) for (at, _), n in zip(p.breaks, rest, strict=True) if n > line)
    return article


def page_in_web_archive(data: bytes) -> bytes:
    """Return the page that Safari saved as one file."""
    from plistlib import loads

    try:
        page = loads(data)["WebMainResource"]
        return f"<!-- saved from url={page['WebResourceURL']} -->".encode() + bytes(page["WebResourceData"])
    except Exception:
        raise UnreadableError("binary", "a binary file, not text") from None


def pages_in_warc(data: bytes) -> Iterator[Callable[[], Article]]:
    """Yield a reader for each page in a web archive; what else was answered to the crawler is no page."""
    at = 0
    while data.startswith(WARC, at):
        end = data.find(b"\r\n\r\n", at) + 4
        size = re.search(rb"(?i)\ncontent-length:\s*(\d+)", data[at:end])
        if end < 4 or not size:
            return
        answer = data[end : end + int(size[1])]
        head, _, page = answer.partition(b"\r\n\r\n")
        if re.match(rb"HTTP/[\d.]+ 200", head) and re.search(
            rb"(?i)\ncontent-type:\s*(?:text/html|application/xhtml)", head
        ):
            address = re.search(rb"(?i)\nwarc-target-uri:\s*<?([^\s>]+)", data[at:end])
            note = b"<!-- saved from url=" + (address[1] if address else b"") + b" -->"
            page = unzipped(page, MOST_MB * MB) if page.startswith(GZIP) else page
            yield partial(read_decoded, in_utf8(note + page))
        at = end + int(size[1])
        while data[at : at + 2] == b"\r\n":
            at += 2


def rows_in(data: bytes) -> list[Callable[[], Article]]:
    """Return a reader for each row of a table of articles; none for what is no table."""
    start = data[:SNIFFED].lstrip()
    if re.match(rb"\{\s*\"|\[\s*\{", start):
        return rows_of_json(data.decode("utf-8"))
    first = start.split(b"\n", 1)[0].decode("utf-8", "replace").strip()
    mark = max("\t;,", key=first.count)
    names = [name.strip(' "\ufeff').lower() for name in first.split(mark)]
    if len(names) < 2 or not all(re.fullmatch(r"[\w .-]{1,30}", name) for name in names):
        return []
    if not any(column_of(names, kind) for kind in ("title", "url", "published", "text")):
        return []
    return rows_of_csv(data.decode("utf-8"), mark)


def column_of(names: Iterable[str], kind: str) -> str | None:
    """Return which of the columns named holds that: the text, the title, …"""
    by_name = {name.lower(): name for name in names}
    return next((by_name[name] for name in COLUMNS[kind].split() if name in by_name), None)


def rows_of_json(text: str) -> list[Callable[[], Article]]:
    """Return a reader for each object of a JSON list, or of lines of them; of the list that a single object holds."""
    import json

    rows: list[Callable[[], Article]] = []
    decode_at, at = json.JSONDecoder(strict=False).raw_decode, 0
    gap = re.compile(r"[\s,\[\]]*")
    line, counted_to = 1, 0
    while (start := gap.match(text, at).end()) < len(text):  # type: ignore[union-attr]  # an empty gap is one too
        try:
            value, at = decode_at(text, start)
            fields = value.values()
        except (ValueError, RecursionError, AttributeError):  # no JSON, or no object
            if not rows:
                return []
            rows.append(partial(refuse, "broken JSON"))
            at = text.find("\n", start) + 1 or len(text)
            continue
        if "samestory" in value:
            return [partial(read_own, row) for row in objects_in(value.get("articles")) or [{}]]
        inner = next(filter(None, map(objects_in, fields)), [])
        whole = not inner or column_of(value, "text")
        for row in [value] if whole else inner:
            place = max(text.find(f'"{column_of(row, "text")}"', start, at), start)
            line, counted_to = line + text.count("\n", counted_to, place), place
            rows.append(partial(read_row, row, line, False))
            start = place + 1
    return rows


def objects_in(value: object) -> list[dict[str, Any]]:
    """Return the objects of a JSON list; none of what is no list."""
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def refuse(reason: str) -> Article:
    raise UnreadableError("broken", reason)


def read_own(article: dict[str, Any]) -> Article:
    """Return an article that our own JSON holds."""
    if not article.get("paragraphs"):
        raise UnreadableError("no-text", "a report of samestory without the text (--show text gives it)")
    names = ("path", "format", "title", "standfirst", "outlet", "url", "language", "published")
    told = {name: article[name] for name in names if isinstance(article.get(name), str)}
    try:
        paragraphs = [Paragraph(str(p["kind"]), int(p["line"]), str(p["text"])) for p in article["paragraphs"]]
        return Article(byline=list(map(str, article.get("byline") or [])), paragraphs=paragraphs, **told)
    except (TypeError, KeyError, ValueError, OverflowError):
        raise UnreadableError("broken", "a report of samestory that something else has written over") from None


def rows_of_csv(text: str, mark: str) -> list[Callable[[], Article]]:
    """Return a reader for each row of a table with `mark` between its columns, which the first line names."""
    import csv
    from io import StringIO

    csv.field_size_limit(sys.maxsize)
    table = csv.reader(StringIO(text, newline=""), delimiter=mark)
    rows: list[Callable[[], Article]] = []
    names = [name.strip(" \ufeff") for name in next(table)]
    column = column_of(names, "text")
    if not column:
        given = ", ".join(names)
        raise UnreadableError("no-text", f"a table with no column of text, but {given} (read is: {COLUMNS['text']})")
    end = table.line_num
    for fields in table:
        line, end = end + 1, table.line_num
        before = sum(value.count("\n") for value in fields[: names.index(column)])
        if fields:
            rows.append(partial(read_row, dict(zip(names, fields, strict=False)), line + before, True))
    return rows


def read_row(row: dict[str, Any], line: int, lined: bool) -> Article:
    """Return the article in a row of a table, which has its text from `line` on, or all on it if not `lined`."""
    said = {kind: row.get(column_of(row, kind) or "") for kind in COLUMNS}
    text = said["text"]
    if not isinstance(text, str) or not text.strip():
        given = ", ".join(map(str, row)) or "nothing"
        raise UnreadableError("no-text", f"no text, but {given} (read is: {COLUMNS['text']})")
    title = squeeze(said["title"]) if isinstance(said["title"], str) else ""
    above = title and not squeeze(text[: 2 * len(title)]).startswith(title) and not text.lstrip().startswith("<")
    article = read_decoded((f"{title}\n{text}" if above else text).encode("utf-8", "replace"))
    last = 1 + LINE_END.sub("\n", text).count("\n")
    numbers = range(line, line + last) if lined else [line] * last
    article = relined(article, [line] * bool(above) + list(numbers))
    names = said["byline"] if isinstance(said["byline"], list) else [said["byline"]]
    article.title = title or article.title
    article.byline = [
        name for value in names if isinstance(value, str) for name in names_in(value) or [value]
    ] or article.byline
    article.published = iso_moment(str(said["published"] or "")) or article.published
    article.outlet, article.url = (str(said[kind] or "") or getattr(article, kind) for kind in ("outlet", "url"))
    return article


# ---------------------------------------------------------------- Any bytes to UTF-8


def in_utf8(data: bytes) -> bytes:
    """Return `data` as UTF-8: itself where it is valid, as of nearly all files, so that a page is parsed from it."""
    if reason := next((reason for magic, reason in MAGIC.items() if data.startswith(magic)), None):
        raise UnreadableError("other-kind", reason)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        if b"\0" not in data[:SNIFFED]:
            data.decode("utf-8")
            return data
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3:  # a file cut off inside a character
            return data[: error.start]
    return decode(data).encode("utf-8")


def decode(data: bytes) -> str:
    """Return the text in `data`, a few bad bytes replaced: in a likely encoding, else in what UnicodeDammit finds."""
    for encoding in likely_encodings(data):
        with suppress(LookupError, UnicodeError):  # Python knows no such name, or something else by it
            if is_text(text := data.decode(encoding, "replace")):
                return text
    from logging import getLogger

    from bs4.dammit import UnicodeDammit

    getLogger("bs4.dammit").disabled = True  # it would warn on standard error of characters, and name no file
    guess = UnicodeDammit(data, is_html=True).unicode_markup
    if not guess or not is_text(guess[:SNIFFED]):
        raise UnreadableError("binary", "a binary file, not text")
    return guess


def is_text(text: str) -> bool:
    return len(CONTROL.findall(text)) <= BAD_CHARACTERS * len(text)


def likely_encodings(data: bytes) -> list[str]:
    """Return the encoding that a byte order mark, zeros or a page's declaration show, and UTF-8 if none is sure."""
    head = data[:SNIFFED]
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return ["utf-16"]
    if head.count(0) > WIDE_ZEROS * len(head):  # every other byte
        return ["utf-16-be" if head[0::2].count(0) > head[1::2].count(0) else "utf-16-le"]
    declared = re.search(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", head)
    name = declared[1].decode().lower() if declared else "utf-8"
    return [MISNAMED.get(name, name), "utf-8"]


# ---------------------------------------------------------------- Text to blocks


def read_text(text: str) -> Article:
    """Return the article in plain text, where one line is one paragraph."""
    box = Box(None, "", None, 0, known=NO_MARKS)
    lines, said = lines_in(text), defaultdict(list)
    first = lines[0].text if lines else ""
    if len(first) < LONG_LINE and (titled := OUTLET_TAIL.match(first)):
        lines[0].text, said["behind title"] = titled[1], [titled[2]]
    draft = Draft([box], [Block(p.text, p.line, box, breaks=p.breaks) for p in lines], said)
    paragraphs = decided(draft)
    if not any(p.kind in ("body", "headline", "standfirst") for p in paragraphs):
        raise UnreadableError("no-article", "no article in it")
    return described(draft, paragraphs)


def lines_in(text: str) -> list[Paragraph]:
    """Return each line that is not blank, stripped, or the lines of a paragraph that was wrapped, as one.

    A date glued to the first sentence becomes a line of its own.
    """
    lines = [Paragraph("", spots[0][1], words, tuple(spots[1:])) for words, spots in unwrapped(text, are_apart)]
    return split_stamp(lines[0]) + lines[1:] if lines else []


def are_apart(line: str, after: str) -> bool:
    """Tell whether a line above another one cannot be of one paragraph with it, whatever its width: page labels."""
    return kind_alone(line) in ("caption", "timestamp") or (after[0].isupper() and is_furniture(after))


def split_stamp(line: Paragraph) -> list[Paragraph]:
    """Return "date 2025-03-28 U.S. President …" as its timestamp and the rest, any other line as it is."""
    day = DAY_WRITTEN.search(line.text[:SENTENCE_LINE])
    if not day or not is_timestamp(line.text[: day.end()]) or len(line.text) < SENTENCE_LINE:
        return [line]
    rest = line.text[day.end() :].lstrip(" ,|:–—-")
    return [Paragraph("", line.line, line.text[: day.end()]), line.after(len(line.text) - len(rest))]


# ---------------------------------------------------------------- Pages to blocks


def read_page(data: bytes) -> Article:
    """Return the article in a web page, which is UTF-8; its lines are those of the page's source."""
    root = parse_page(data)
    said = declared_in(root)
    said["saved from"] = re.findall(SAVED_FROM, data[:SNIFFED].decode("utf-8", "replace"))
    hide_by_style(root, "".join(said["style"]))
    draft = laid_out(root, said)
    told = [paragraph for paragraph in decided(draft) if paragraph.kind != "boilerplate"]
    title = draft.title
    paragraphs = with_script_text(told, root, said, title)
    if not any(p.kind == "body" and Block(p.text, p.line).long for p in paragraphs):
        raise UnreadableError("no-article", "no article in it")
    if title and not draft.headline:
        paragraphs.insert(0, Paragraph("headline", line_of(next(root.iter("title"), root)), title))
    elif title:  # the page's <title> may name the outlet behind it, which counts if no other place does
        tails = map(TITLE_TAIL.match, said["title"][:1])
        said["behind title"] = [tail[2] for tail in tails if tail and letters_of(tail[1]) == letters_of(title)]
    if not writers(said):
        said["link author"] = author_links(root)
    return described(draft, with_late_lines(paragraphs, data))


def line_of(element: Any) -> int:
    return element.sourceline or 1


def with_late_lines(paragraphs: list[Paragraph], data: bytes) -> list[Paragraph]:
    """Return the paragraphs with the lines that lxml cannot count found by how their texts begin in the source."""
    if all(paragraph.line < LAST_LINE for paragraph in paragraphs):
        return paragraphs
    line, at, misses = LAST_LINE, len(b"\n".join(data.split(b"\n", LAST_LINE - 1)[:-1])) + 1, 0
    found: list[Paragraph] = []
    for paragraph in paragraphs:
        if paragraph.line >= LAST_LINE and misses < FEW_LATER:
            start = data.find(paragraph.text[:PROSE_CHARS].encode(), at)
            misses += start < 0
            if start >= 0:
                line, at = line + data.count(b"\n", at, start), start
            paragraph = replace(paragraph, line=line)
        found.append(paragraph)
    return found


def parse_page(data: bytes) -> _Element:
    """Return the root of the page's tree; it may be of any depth and size, and nothing is fetched for it."""
    from lxml.etree import HTMLParser, LxmlError, fromstring

    if b"\r" in data:
        data = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, collect_ids=False)
    try:
        root = fromstring(data.replace(b"\0", b""), parser)
    except LxmlError:  # nothing else stops a parser that mends every page
        raise MemoryError from None
    if root is None:
        raise UnreadableError("no-article", "no article in it")
    return root


# ---------------------------------------------------------------- Boxes and blocks of a page


def laid_out(root: _Element, said: dict[str, list[str]]) -> Draft:
    """Return the page's boxes and blocks; where it shows little, with what stands where pages keep their furniture."""
    boxes, blocks = boxes_and_blocks(root, TAG_ROLES)
    if sum(block.prose for block in blocks) < LITTLE:
        boxes, blocks = boxes_and_blocks(root, LAST_ROLES)
    for block in blocks:
        block.box.prose += block.prose
        block.box.chars += len(block.text)
        block.box.linked += block.linked
    for box in reversed(boxes):
        if box.chars and box.outer:
            box.outer.prose += box.prose
            box.outer.chars += box.chars
            box.outer.linked += box.linked
    return Draft([box for box in boxes if box.prose or not box.outer], blocks, said)


def boxes_and_blocks(root: _Element, roles: dict[str, str]) -> tuple[list[Box], list[Block]]:
    """Return the boxes of a page, in the order they open, and the blocks of text, by one walk."""
    from lxml.etree import iterwalk

    boxes = [Box(root, "", None, 0)]  # one around the whole page, and then
    blocks: list[Block] = []
    opened = boxes.copy()
    entered: list[str | None] = []  # what the elements do in which the walk is
    pieces: list[str] = []  # of the block being read
    linked = links = 0  # characters of the pieces that stand in links; links that are open
    walker = iterwalk(root, events=("start", "end"))
    for event, element in walker:
        if event == "start":
            role = roles.get(element.tag) or inline_role(element)
            entered.append(role)
            if role is SKIPPED:
                walker.skip_subtree()
                continue
            text, step = element.text, 1
        else:
            role, text, step = entered.pop(), element.tail, -1
        if role is BOXED:
            if pieces:
                blocks += blocks_of(pieces, linked, opened[-1])
                pieces, linked = [], 0
            if step > 0:
                opened.append(Box(element, element.tag, opened[-1], len(boxes)))
                boxes.append(opened[-1])
            else:
                opened.pop().end = len(boxes)
        elif role is LINKED:
            links += step
        elif role is BROKEN and step > 0:
            pieces.append(LINE_BREAK)
        if text and (pieces or not text.isspace()):
            pieces.append(text)
            linked += len(text) * (links > 0)
    return boxes, blocks


def inline_role(element: _Element) -> str | None:
    """Return what an element of no known role does: <amp-list> is a box of a page's own, a <span> may be hidden."""
    if "-" in element.tag:
        return BOXED
    names = element.get("class")
    if is_unseen(names, element.get("style"), element.get("hidden")):
        return SKIPPED
    return BOXED if names and not BYLINE_MARKS.isdisjoint(marks_in(names)) else None


@lru_cache(maxsize=10_000)  # pages of an outlet, and elements of a page, repeat their classes
def is_unseen(names: str | None, style: str | None, hidden: str | None) -> bool:
    """Tell whether a reader does not see an element, by its classes, its style and the attribute that hides it."""
    if hidden is not None or (style and UNSEEN_STYLE.search("".join(style.lower().split()))):
        return True
    return bool(names and UNSEEN_CLASS.search(names) and not SHOWN_CLASS.search(names))


def hide_by_style(root: _Element, styles: str) -> None:
    """Give the attribute that hides it to what has a class that the page's own style hides and names only there."""
    names = islice(classes_not_shown(styles), MOST_HIDDEN)
    hidden = {name for name in names if styles.find(f".{name}") == styles.rfind(f".{name}")}
    for element in root.iter() if hidden else ():
        given = element.get("class")
        if given and not hidden.isdisjoint(given.split()):
            element.set("hidden", "")


def classes_not_shown(styles: str) -> Iterator[str]:
    """Yield each class that a rule hides by itself, whatever the screen: `.x{display:none}`."""
    depth = 0
    for rule in styles.split("}"):
        depth += rule.count("{")
        selectors, _, declared = rule.rpartition("{")
        if depth == 1 and "none" in declared and NOT_SHOWN.search(declared):
            names = map(ONE_CLASS.fullmatch, selectors.rpartition("*/")[2].split(","))
            yield from (name[1] for name in names if name)
        depth -= 1


@lru_cache(maxsize=10_000)
def marks_in(names: str | None) -> frozenset[str]:
    """Return what is known of a box by the words in its class or id."""
    return KNOWN_MARKS.intersection(map(str.lower, GLUED_WORD.findall(names))) if names else NO_MARKS


def blocks_of(pieces: list[str], linked: int, box: Box) -> list[Block]:
    """Return the block that the pieces are; two line breaks in a row divide it into two."""
    text = "".join(pieces)
    blocks = []
    for part in BLANK_LINE.split(text) if LINE_BREAK in text else [text]:
        if squeezed := " ".join(part.split()):
            block = Block(squeezed, line_of(box.element), box, linked * len(part) // len(text))
            if len(squeezed) < LONG_LINE:
                block.parts = pieces
            blocks.append(block)
    return blocks


# ---------------------------------------------------------------- What each block is


def decided(draft: Draft) -> list[Paragraph]:
    """Return the paragraphs of the blocks, once each pass has decided what it can tell of them."""
    for decide in PASSES if draft.blocks else ():
        decide(draft)
    signed = [block for block in draft.blocks if block.kind == "byline"]
    draft.said["seen byline"] = [name for block in signed for name in signers(block)]
    return [block.paragraph for block in draft.blocks if block.kind]


def find_headline(draft: Draft) -> None:
    """Decide which block is the headline; the boxes around it are the spine of the page."""
    draft.headline, why = headline_of(draft)
    if draft.headline:
        draft.headline.decide("headline", why)
        draft.spine = frozenset(draft.headline.box.around)
        for block in draft.blocks:
            if not block.kind and repeats(block.text, draft.headline.text):
                block.decide("boilerplate", "the headline again")


def headline_of(draft: Draft) -> tuple[Block | None, str]:
    """Return the block that is the headline, and what tells it: that the page declares it, else that it is like it."""
    if draft.is_text:
        return first_headline(draft.blocks)
    titles = set(draft.titles)
    if same := [block for block in draft.blocks if block.text in titles]:
        return max(same, key=lambda block: block.box.tag == "h1"), "declared as the title"
    known = {word for title in titles for word in words_of(title)}
    told = {b: [word in known for word in words_of(b.text)] for b in draft.blocks if b.box.tag == "h1"}
    likely = [block for block, words in told.items() if 2 * sum(words) > len(words)]
    return max(likely, key=lambda block: sum(told[block]), default=None), "a heading with the words of the title"


def letters_of(text: str) -> str:
    return NO_LETTER.sub("", fold(text))


def first_headline(lines: list[Block]) -> tuple[Block | None, str]:
    """Return the headline of a text: of the first lines like one the first of some length, else the longest."""
    likely: list[Block] = []
    for i, line in enumerate(lines):
        if not (kind_alone(line.text) or (likely and has_day(line.text))):
            if not is_headline(line.text, lines[i + 1 : i + 4]):
                break
            likely.append(line)
    best = max(likely, key=lambda line: min(len(line.text), HEADLINE_LINE), default=None)
    return best, "the first line like a headline"


def is_headline(text: str, after: list[Block]) -> bool:
    """Tell whether a first line can be a headline: no sentence, or a short one above a longer line."""
    if not STATEMENT_END.search(text):
        return len(text) < LONG_LINE
    return len(text) < SENTENCE_LINE and any(len(line.text) > len(text) for line in after)


def rule_out(draft: Draft) -> None:
    """Find which marks keep their boxes out of the body."""
    mark_teasers(draft)
    mark_other_articles(draft)
    under: Counter[frozenset[str]] = Counter()
    for block in draft.blocks:
        if block.prose:
            under[draft.out(block.box)] += block.prose
    draft.void = void_marks(under)
    for box in draft.boxes if draft.void else ():
        box.out = draft.out(box) - draft.void


def mark_teasers(draft: Draft) -> None:
    """Mark the boxes of headings that are links: with little text beside them they point to other articles."""
    for block in draft.blocks:
        outer = block.box.outer
        leads = block.box.tag in HEADING_TAGS and block.is_linked
        if leads and outer and outer.prose < TEASER_PROSE:
            outer.known = outer.marks | {TEASER}


def mark_other_articles(draft: Draft) -> None:
    """Mark the boxes beside those around the headline in which an h1 of its class heads an article that follows."""
    head = draft.headline.box if draft.headline else NOWHERE
    for box in (block.box for block in draft.blocks if block.box.tag == head.tag == "h1"):
        beside = [outer for outer in box.around if outer not in draft.spine]
        told = head.make[2] or any(outer.tag == "article" for outer in beside)  # else a part's heading is no other's
        if told and len(beside) > 1 and box.make[2] == head.make[2]:
            beside[-1].known = beside[-1].marks | {TEASER}


def void_marks(under: Counter[frozenset[str]]) -> frozenset[str]:
    """Return the marks that say nothing on this page, since next to none of its prose stands outside of them."""
    total = sum(count for out, count in under.items() if out.isdisjoint(STRONG_MARKS))
    if under[NO_MARKS] >= max(LITTLE, SCANT * total):
        return NO_MARKS
    marks = frozenset().union(*under)
    common = {mark for mark in marks - STRONG_MARKS if sum(under[out] for out in under if mark in out) > COMMON * total}
    left = sum(count for out, count in under.items() if out <= common)
    return frozenset(common) if left >= LITTLE else marks


def find_article(draft: Draft) -> None:
    """Decide which box the article stands in; what stands elsewhere is no part of it."""
    score(draft)
    best = max(reversed(draft.boxes), key=lambda box: box.score * (1 - box.linked / (box.chars or 1)))
    around = list(best.around)
    whole = next((box for box in reversed(around) if box.tag == "article"), best)
    draft.core = next(box for box in around if box.prose >= CORE_SHARE * whole.prose)
    for block in draft.blocks:
        if not block.kind and not draft.core.holds(block.box):
            block.decide("boilerplate", "outside the article")


def score(draft: Draft) -> None:
    """Give each box the prose in it that is not ruled out, fading with depth; boxes of one make add up unfaded.

    Prose far from the headline counts less.
    """
    told = [block for block in draft.blocks if block.prose and not draft.out(block.box)]
    for box in draft.boxes:
        box.prose = 0
    for block in told:
        block.box.prose += block.prose
    for box in reversed(draft.boxes):
        if box.outer:
            box.outer.prose += box.prose
    around = draft.headline.box.around if draft.headline else ()
    near = next((box for box in around if box.prose >= NEAR), draft.boxes[0])
    for block in told:
        block.box.score += block.prose * (1 if near.holds(block.box) else FAR_WORTH)
    makes = Counter(box.make for box in draft.boxes if box.prose and box.outer)
    for box in reversed(draft.boxes):
        if box.prose and box.outer:
            alike = makes[box.make] > 1
            box.outer.score += box.score * (1 if alike or box.outer.prose == box.prose else FADING)


def name_inside(draft: Draft) -> None:
    """Decide what is furniture and what a caption in the article; text in no paragraph tag is trusted in one box."""
    core = draft.core
    told = [block for block in draft.blocks if core.holds(block.box) and not draft.out(block.box)]
    loose = sum(block.prose for block in told if block.box.tag not in PARAGRAPH_TAGS)
    trusts_all = loose > LOOSE_SHARE * core.prose or draft.is_text
    for block in draft.blocks:
        if not block.kind:
            box = block.box
            placed = trusts_all or box.tag in PARAGRAPH_TAGS or box is core
            if out := draft.out(box):
                block.decide("caption" if out <= CAPTION_MARKS else "boilerplate", f"marked {min(out)}")
            elif is_link(block):
                block.decide("boilerplate", "a link")
            elif not placed:
                block.decide("boilerplate", "loose text")
            elif (draft.is_text or len(block.text) < SENTENCE_LINE) and (kind := kind_alone(block.text)):
                block.decide(kind if draft.is_text else "boilerplate", "a label")
            else:
                block.decide("subhead" if box.tag in HEADING_TAGS else "body", "in the article")


def kind_alone(text: str) -> str:
    """Return the kind of a block that shows it by itself; "" for one that does not."""
    if is_timestamp(text):
        return "timestamp"
    if is_furniture(text):
        return "boilerplate"
    return "caption" if CAPTION_START.match(text) or CREDIT.search(text, max(0, len(text) - CREDIT_TAIL)) else ""


def is_timestamp(text: str) -> bool:
    """Tell whether `text` says when something was published or updated, and nothing else."""
    if len(text) > SENTENCE_LINE:
        return False
    day = DAY_WRITTEN.search(text)
    if not (day and iso_day(day)) and STAMP_LABELS.isdisjoint(LABEL_WORD.findall(text.lower())):
        return False
    return all(word.lower() in STAMP_WORDS or word.upper() in ZONES for word in words_beside_day(text))


def words_beside_day(text: str) -> list[str]:
    """Return the words of a label that are of no day and no time."""
    return LABEL_WORD.findall(CLOCK.sub(" ", DAY_WRITTEN.sub(" ", text)))


def is_furniture(text: str) -> bool:
    """Tell whether a line is part of the page, not of the article: ".", "0:00", "MoreLess", a link, an appeal."""
    if LEADS_AWAY.match(text):
        return True
    if len(text) > LONG_LINE:
        return False
    words = GLUED_WORD.findall(text)
    if not words:
        return not any(c.isdigit() for c in text) or bool(CLOCK.fullmatch(text))
    if FULL_STOP.search(text) and ":" not in text:
        return False
    return FURNITURE.issuperset(word.lower() for word in words) or (text.isupper() and len(words) >= SHOUTED_LINK)


def is_sentence(block: Block) -> bool:
    """Tell whether a block is running text that ends like a sentence."""
    return block.long and FULL_STOP.search(block.text[-SHORT_TAIL:]) is not None


def is_link(block: Block) -> bool:
    """Tell whether a block is more link than text or a label of links; paragraphs may be so as well: "It reported:"."""
    if block.box.tag in ("p", "li") and FULL_STOP.search(block.text[-SHORT_TAIL:]):
        told = block.box.tag == "p" and len(block.text) >= SENTENCE_LINE
        return block.linked > LINK_SHARE * len(block.text) and not told
    outer = block.box.outer
    among_links = outer and not outer.prose and outer.linked > block.linked and outer.tag != "tr"
    return block.is_linked or bool(among_links)


ABOVE = "between headline and body"


def name_above(draft: Draft) -> None:
    """Decide what stands between headline and body: timestamp, byline, standfirst, a lead outside the body's box.

    Timestamp and byline may stand above the headline too, in the same box.
    """
    body = (i for i, block in enumerate(draft.blocks) if block.kind == "body" and not is_standfirst(block))
    start = next(body, 0)
    first = next((i for i in chain([start], body) if is_sentence(draft.blocks[i])), start)
    top = next((i for i in range(first) if draft.blocks[i] is draft.headline), -1)
    above = draft.blocks[top].box.outer or draft.boxes[0]
    descriptions = {fold(value[:PROSE_CHARS]) for place in TRUST["standfirst"] for value in draft.said[place]}
    for i, block in enumerate(draft.blocks[:first]):
        if i > top or (i < top and above.holds(block.box)):
            kind = kind_above(block, draft, descriptions)
            if kind in ("timestamp", "byline") or (kind and top < i < start):
                block.decide(kind, ABOVE)


def is_standfirst(block: Block) -> bool:
    """Tell whether the box of a block, or one around it alone, is marked as a standfirst."""
    box, outer = block.box, block.box.outer
    marks = box.marks | outer.marks if outer and outer.prose == box.prose else box.marks
    return not STANDFIRST_MARKS.isdisjoint(marks)


def kind_above(block: Block, draft: Draft, descriptions: set[str]) -> str:
    """Return the kind of a block between headline and body: timestamp, byline or standfirst; "" for furniture."""
    text, out = block.text, draft.out(block.box)
    if len(text) < LONG_LINE and (BYLINE.match(text) or not BYLINE_MARKS.isdisjoint(out)):
        return "byline" if signers(block) else ""
    if has_day(text):
        return "timestamp"
    if fold(text[:PROSE_CHARS]) in descriptions or (is_standfirst(block) and not out):
        return "standfirst"
    if draft.headline and is_sentence(block) and not out and not is_furniture(text):
        return "standfirst" if block.box.outer is draft.headline.box.outer else "body"
    return ""


def name_front(draft: Draft) -> None:
    """Decide what is above the body of a text: byline and timestamp near the top, and what stands above them."""
    near = draft.blocks[:FRONT_LINES] if draft.is_text else []
    kinds = ["", *(block.kind for block in near), ""]
    for i, block in enumerate(near):
        if block.kind == "body" and len(block.text) < SENTENCE_LINE:
            beside = kinds[i] in FRONT_KINDS or kinds[i + 2] in FRONT_KINDS
            signed = BYLINE.match(block.text) or (beside and are_writers(block.text))
            if signed or has_day(block.text):
                block.decide("byline" if signed else "timestamp", ABOVE)
    top = next((i for i, block in enumerate(near) if block is draft.headline), -1)
    prose = [i for i, block in enumerate(near) if block.kind == "body" and len(block.text) >= SENTENCE_LINE]
    closing = [i for i, block in enumerate(near) if block.kind in ("byline", "timestamp") and i > top]
    last = max((i for i in closing if sum(top < p < i for p in prose) <= STANDFIRST_LINES), default=top)
    for i, block in enumerate(draft.blocks[: max(last, 0)]):
        if block.kind == "body":
            long = i > top and (len(block.text) >= LABEL_LINE * 2 or BULLET.match(block.text))
            block.decide("standfirst" if long else "boilerplate", ABOVE)


def has_day(text: str) -> bool:
    """Tell whether a label gives a day and little else: "Post News | March 28, 2025"."""
    return len(text) < SENTENCE_LINE and iso_moment(text) is not None and len(words_beside_day(text)) <= STAMP_REST


def signers(block: Block) -> list[str]:
    """Return the names in a byline; its elements may hold one each, and other things."""
    return [name for part in block.parts for name in names_in(part)] or names_in(block.text)


def are_writers(text: str) -> bool:
    """Tell whether `text` is names and what their bearers do: "Jane Roe, Political Editor"."""
    parts = [part for part in AND.split(text) if part]
    return all(is_name(part) or not WRITER_JOBS.isdisjoint(part.lower().split()) for part in parts)


def is_name(text: str) -> bool:
    """Tell whether `text` could be somebody's name: two to five words with capitals, "Ursula von der Leyen"."""
    words = text.replace(".", ". ").split()
    return (
        2 <= len(words) <= NAME_WORDS
        and (text[-1] != "." or text.endswith("r."))
        and all(word in BYLINE_PARTICLES or (word[0].isupper() and NAME_WORD.fullmatch(word)) for word in words)
    )


def name_labels(draft: Draft) -> None:
    """Decide what runs of short lines are in a text: links below furniture, else a list or a sub-heading."""
    blocks = draft.blocks if draft.is_text else []
    runs = groupby(blocks, key=lambda block: "label" if block.kind == "body" and is_label(block.text) else block.kind)
    told = [("", []), *((kind, list(run)) for kind, run in runs), ("", [])]
    for (before, _), (kind, run), (after, _) in zip(told, told[1:], told[2:], strict=False):
        if kind == "label":
            links = before == "boilerplate" and (len(run) > 1 or after != "body")
            for block in run if links else run[-1:] if after == "body" else ():
                block.decide("boilerplate" if links else "subhead", "a run of labels")


def is_label(text: str) -> bool:
    """Tell whether a line is short, begins with a capital and does not end like a sentence."""
    return len(text) < SENTENCE_LINE and text[0].isupper() and not FULL_STOP.search(text)


def trim_body(draft: Draft) -> None:
    """Decide that no sub-heading opens or ends a body, and no sentence of links ends it."""
    body = [i for i, block in enumerate(draft.blocks) if block.kind == "body"]
    first = min(body, default=0)
    last = max((i for i in body if not draft.blocks[i].is_linked), default=-1)
    for i, block in enumerate(draft.blocks):
        if (block.kind == "subhead" and not first < i < last) or (block.kind == "body" and i > last):
            block.decide("boilerplate", "at the end of the body")
    if last > 0 and not draft.is_text and is_name(draft.blocks[last].text):
        draft.blocks[last].decide("byline", "signs the body")


def repeats(text: str, headline: str) -> bool:
    """Tell whether `text` is the headline again, or breadcrumbs that end in it."""
    return len(headline) >= LABEL_LINE and text.endswith(headline) and len(text) - len(headline) < SENTENCE_LINE


def drop_repeats(draft: Draft) -> None:
    """Decide that what stands in three boxes is furniture; in two, or set apart from the text, it is told once."""
    told = [block for block in draft.blocks if block.kind in ("headline", "body", "subhead", "standfirst")]
    told.sort(key=lambda block: block.why == ABOVE)
    lines = [block.text.strip(SET_APART) for block in told]
    text, times = "\n".join(lines), Counter(lines)
    places: dict[str, list[Box | None]] = defaultdict(list)
    for line, block in zip(lines, told, strict=True):
        places[line].append(block.box.outer)
    for line, block in zip(lines, told, strict=True):
        box, outer = block.box, block.box.outer
        again = outer is not places[line][0] or len(set(places[line])) > 2
        apart = box is not draft.core and not (box.tag == "p" and outer is draft.core)
        apart = apart and block.kind == "body" and text.count(line) > times[line]
        if (again or apart) and block.kind != "headline" and len(line) >= HEADLINE_LINE:
            block.decide("boilerplate", "said again")


PASSES: tuple[Callable[[Draft], None], ...] = (
    find_headline,
    rule_out,
    find_article,
    name_inside,
    trim_body,
    name_above,
    name_front,
    name_labels,
    drop_repeats,
)


# ---------------------------------------------------------------- What a page declares of itself


def declared_in(root: _Element) -> dict[str, list[str]]:
    """Return what a page says of itself, by where it says it: {"meta og:title": ["…"], "ld headline": ["…"]}."""
    said: dict[str, list[str]] = defaultdict(list)
    articles: list[dict[str, list[str]]] = []
    said["html lang"] = [root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or ""]
    for element in root.iter("title", "meta", "link", "time", "script", "style"):
        place, value = declaration(element)
        if place == "ld":
            articles += articles_in_json(value)
        elif place in PLACES and value:
            said[place].append(squeeze(value))
    for article in of_this_page(articles, said):
        for name, values in article.items():
            said[f"ld {name}"] += values
    return said


def of_this_page(articles: list[dict[str, list[str]]], said: dict[str, list[str]]) -> list[dict[str, list[str]]]:
    """Return those of a page's JSON-LD articles that have its headline or none, all of them where none has it."""
    titles = [letters_of(title) for place in ("title", "meta og:title") for title in said[place]]
    heads = [[letters_of(head) for head in article["headline"]] for article in articles]
    own = [any(head and head in title for head in names for title in titles) for names in heads]
    return [one for one, names, mine in zip(articles, heads, own, strict=True) if mine or not names or not any(own)]


def declaration(element: _Element) -> tuple[str, str]:
    """Return (place, value) for an element that declares something, such as ("meta og:title", "…"); else ("", "")."""
    kind, get = element.tag, element.get
    if kind == "meta":
        name = get("property") or get("name") or get("itemprop") or get("http-equiv") or ""
        return f"meta {name.lower()}", get("content") or ""
    if kind == "link":
        return f"link {(get('rel') or '').lower()}", get("href") or ""
    if kind == "time":
        published = get("itemprop") == "datePublished" or get("pubdate") is not None
        return "time published" if published else "time", get("datetime") or ""
    if kind == "script":
        return ("ld", element.text or "") if "ld+json" in (get("type") or "") else ("", "")
    text = element.text or ""
    return kind, text if len(text) < LONGEST_STYLE else ""


def articles_in_json(source: str) -> list[dict[str, list[str]]]:
    """Return the fields of each article in a page's JSON-LD; the outermost come first."""
    if not any(kind in source for kind in LD_ARTICLES):
        return []
    values, found = json_in(source) or json_in(SPARE_COMMA.sub("", source)), []
    for value in values:  # grows while it is read: a list's items and an object's values are looked at after it
        if isinstance(value, list):
            values.extend(value)
        elif isinstance(value, dict):
            values.extend(v for v in value.values() if isinstance(v, dict | list))
            kinds = value.get("@type")
            if any(str(kind).endswith(LD_ARTICLES) for kind in (kinds if isinstance(kinds, list) else [kinds])):
                found.append(value)
    told = {value.get("@id"): value for value in values if isinstance(value, dict) and "name" in value} if found else {}
    return [
        defaultdict(list, {name: names_of(value[name], told) for name in LD_FIELDS & value.keys()}) for value in found
    ]


def names_of(value: Any, told: dict[Any, Any]) -> list[str]:
    """Return the text of a JSON-LD value: of a string, of an object's name or address, of each in a list.

    `told` are the objects that say their names elsewhere, by their addresses.
    """
    names, values = [], [value]
    while values:
        value = values.pop()
        if isinstance(value, str):
            names.append(squeeze(unescaped(value)))
        elif isinstance(value, dict):
            address = value.get("@id")
            known = told.get(address, value) if isinstance(address, str) else value
            values.append(known.get("name") or address or value.get("url"))
        elif isinstance(value, list):
            values.extend(reversed(value))
    return names


def unescaped(text: str) -> str:
    """Return `text` with the entities that some pages put in JSON as characters: "Q&amp;A" is "Q&A"."""
    if "&" not in text:
        return text
    from html import unescape

    return unescape(text)


def json_in(source: str) -> list[Any]:
    """Return the value of a JSON source in a list, or those that a script assigns or hands on, but for broken ones."""
    import json

    values, at, decoder = [], 0, json.JSONDecoder(strict=False)
    for _ in range(ASSIGNMENTS):
        start = JSON_START.search(source, at)
        if not start:
            break
        at = start.end()
        with suppress(ValueError, RecursionError):
            value, at = decoder.raw_decode(source, at)
            values.append(value)
    return values


def without_outlet(title: str, place: str, outlet: str | None) -> str:
    """Return `title` without the outlet at its end, "Bridge opens | The Post", which a <title> has by any name."""
    parts = TITLE_TAIL.match(title)
    if parts and (parts[2] == outlet or (place == "title" and len(parts[1]) > len(parts[2]))):
        return parts[1]
    return title


def trusted(field_name: str, said: dict[str, list[str]]) -> str | None:
    """Return what the most trusted of the places says in which a page declares the field; None if none does."""
    return next((value for place in TRUST[field_name] for value in said[place] if value), None)


def described(draft: Draft, paragraphs: list[Paragraph]) -> Article:
    """Return the Article of `paragraphs` with what the page says of it."""
    said = draft.said
    said["seen timestamp"] = stamps_in(paragraphs)
    urls = [url for place in TRUST["url"] for url in said[place] if url.startswith(("http://", "https://"))]
    dates = (value for place in TRUST["published"] for value in said[place])
    moments = map(iso_moment, chain(dates, (DAY_IN_ADDRESS.sub(r"\1-\2-\3 ", url) for url in urls)))
    shown = (p.text for p in paragraphs if p.kind == "standfirst")
    standfirst = next(shown, None) or trusted("standfirst", said)
    return Article(
        format="text" if draft.is_text else "html",
        title=draft.title,
        standfirst=BULLET.sub("", standfirst) if standfirst else None,
        byline=writers(said),
        outlet=trusted("outlet", said),
        url=next(iter(urls), None),
        language=re.split("[-_]", (trusted("language", said) or "").lower())[0] or language_of(paragraphs),
        published=next(filter(None, moments), None),
        paragraphs=paragraphs,
    )


def language_of(paragraphs: list[Paragraph]) -> str | None:
    """Return the language that the small words of the body show, None where they are too few or of two alike."""
    words = [word for p in paragraphs if p.kind == "body" for word in words_of(p.text)]
    counts = Counter({code: sum(map(small.__contains__, words)) for code, small in SMALL_WORDS_OF.items()})
    (code, most), (_, next_most) = counts.most_common(2)
    told = len(SMALL_WORDS_OF[code].intersection(words)) >= FEWEST_SMALL
    return code if told and most >= max(LEAST_SMALL * len(words), CLEARLY * next_most) else None


def writers(said: dict[str, list[str]]) -> list[str]:
    """Return the people that the most trusted byline names, else what one says in other words: "Our staff"."""
    outlets = {letters_of(value) for place in TRUST["outlet"] for value in said[place]}
    named = [[name for value in said[place] for name in names_in(value[:LONGEST_BYLINE])] for place in TRUST["byline"]]
    plain = [
        [JOB_BEHIND.sub("", value) for value in said[place] if len(value) < SENTENCE_LINE and not ADDRESS.search(value)]
        for place in TRUST["byline"]
    ]
    people = ([name for name in names if letters_of(name) not in outlets] for names in named)
    others = ([name for name in names if letters_of(name) not in outlets] or names for names in plain)
    return list(dict.fromkeys(next(filter(None, chain(people, others)), [])))


def author_links(root: _Element) -> list[str]:
    """Return the texts of the first link to an author, and of those beside it."""
    links = [link for link in root.iter("a") if link.get("rel") == "author"]
    return ["".join(map(str, link.itertext())) for link in links if link.getparent() is links[0].getparent()]


# ---------------------------------------------------------------- Text that a page keeps in its scripts


def with_script_text(
    paragraphs: list[Paragraph], root: _Element, declared: dict[str, list[str]], title: str | None
) -> list[Paragraph]:
    """Return the paragraphs, with the body from a script where the tree shows little of it."""
    body = [p for p in paragraphs if p.kind in ("body", "subhead")]
    length = sum(len(p.text) for p in body)
    if length > THIN and not any(len(text) > SCRIPT_SHARE * length for text in declared["ld articleBody"]):
        return paragraphs
    summaries = {value for place in TRUST["standfirst"] for value in declared[place]}
    found = body_in_scripts(root, [p.text for p in body if p.text not in summaries] or [title or ""])
    if sum(len(p.text) for p in found) <= SCRIPT_SHARE * length:
        return paragraphs
    return [p for p in paragraphs if p.kind not in ("body", "subhead")] + found


def body_in_scripts(root: _Element, known: list[str]) -> list[Paragraph]:
    """Return the longest text in a page's scripts that holds all that is `known` of it: some pages show it only so."""
    best: list[str] = []
    line = 0
    for script in root.iter("script"):
        for value in json_in(script.text or ""):
            for texts in texts_in(value):
                if sum(map(len, texts)) > sum(map(len, best)) and is_about(known, texts):
                    best, line = texts, line_of(script)
    return [Paragraph("body", line, text) for text in plain_paragraphs(best)]


def texts_in(value: Any) -> Iterator[list[str]]:
    """Yield each long text in a JSON value, and each list of which three items or more are or hold a paragraph."""
    values = [value]
    for item in values:  # grows while it is read
        if isinstance(item, dict):
            values.extend(item.values())
        elif isinstance(item, list):
            values.extend(item)
            texts = [text for text in map(longest_string, item) if len(text) >= PROSE_CHARS and " " in text]
            if len(texts) >= 3:
                yield texts
        elif isinstance(item, str) and len(item) >= THIN:
            yield [item]


def longest_string(value: Any) -> str:
    """Return a string itself or the longest one that an object holds; "" for an object with an address, a link."""
    held = value.values() if isinstance(value, dict) else [value]
    strings = [string for string in held if isinstance(string, str)]
    if any(string.startswith(("/", "http")) for string in strings):
        return ""
    return max([*strings, text_of_node(value)], key=len)


def text_of_node(node: Any, depth: int = DEEPEST_NODE) -> str:
    """Return the text that a node of a paragraph holds, else those of the nodes in it put together."""
    told = node.get("text", node.get("value")) if isinstance(node, dict) else node
    if isinstance(told, str):
        return told
    inside = node.values() if isinstance(node, dict) and depth else ()
    nodes = chain.from_iterable(held for held in inside if isinstance(held, list))
    return "".join(text_of_node(inner, depth - 1) for inner in nodes)


def is_about(known: list[str], texts: list[str]) -> bool:
    """Tell whether `texts` hold most of the longer words of each text that is known of the article."""
    held = fold(" ".join(texts))  # in which a word may have an ending
    for text in known:
        words = [word for word in words_of(text) if len(word) > 3 or not word.isascii()]  # Korean words are short
        if sum(word in held for word in words) < HELD * len(words):
            return False
    return True


def plain_paragraphs(texts: list[str]) -> list[str]:
    """Return the paragraphs of texts that may be marked up."""
    lines = [line for text in texts for line in ([text] if "</" in text else text.split("\n"))]
    found: list[str] = []
    for line in lines:
        found += text_of_markup(line) if "<" in line else [squeeze(line)]
    return [text for text in found if text]


def text_of_markup(source: str) -> list[str]:
    """Return the blocks of text in a piece of a page, none where it has no text."""
    try:
        return [block.text for block in boxes_and_blocks(parse_page(source.encode()), TAG_ROLES)[1]]
    except UnreadableError:  # of a comment alone nothing is left
        return []


# ---------------------------------------------------------------- Names and days of publication


def names_in(byline: str) -> list[str]:
    """Return the names in a byline: "By Jane Roe and John Doe, Political Editor" gives Jane Roe and John Doe."""
    parts = [part.strip(" .:-–—") for part in AND.split(BYLINE.sub("", squeeze(byline), count=1))]
    nobody = WRITER_JOBS | PUBLISHERS
    people = [part for part in parts if is_name(part) and nobody.isdisjoint(part.lower().split())]
    names = [part.title() if part.isupper() else part for part in people]
    return list(dict.fromkeys(names))


def stamps_in(paragraphs: list[Paragraph]) -> list[str]:
    """Return what may give the day of publication: the timestamps, one of an update last, and then the bylines."""
    stamps = [
        p.text
        for i, p in enumerate(paragraphs)
        if p.kind == "timestamp"
        and (i < FRONT_LINES or not STAMP_LABELS.isdisjoint(LABEL_WORD.findall(p.text.lower())))
    ]
    stamps.sort(key=lambda text: "updated" in text.lower())
    return stamps + [p.text for p in paragraphs if p.kind == "byline"]


def iso_moment(text: str) -> str | None:
    """Return the moment that `text` names as "2025-03-28T21:29+05:30", or its day alone where no zone is given."""
    found = DAY_WRITTEN.search(text)
    day = iso_day(found) if found else None
    if not found or not day:
        return None
    clock = CLOCK.search(text, found.end()) or CLOCK.search(text[: found.start()])
    return f"{day}T{iso_time(clock)}" if clock and iso_time(clock) else day


def iso_day(found: re.Match[str]) -> str | None:
    """Return the day that DAY_WRITTEN found as "2025-03-28", None for one that is in no calendar."""
    year, day = (next(filter(None, (found[unit + n] for n in ("", "2", "3", "4")))) for unit in "yd")
    month = found["m"] or found["m4"] or month_named(found["m2"] or found["m3"])
    try:
        return date(int(year), int(month), int(day)).isoformat() if int(year) in YEARS_IN_PRINT else None
    except ValueError:
        return None


def month_named(name: str) -> int:
    """Return the number of a month by its name or what it begins with, in any language of MONTHS; 0 for none."""
    name = name.lower()
    return MONTHS.get(name) or MONTHS.get(name[:4]) or MONTHS.get(name[:3]) or 0


def iso_time(clock: re.Match[str]) -> str | None:
    """Return the time that CLOCK found as "21:29+05:30"; None where the zone is not given or it is no time."""
    hour, minute = int(clock["hour"]), int(clock["minute"])
    if clock["half"]:
        hour = hour % 12 + 12 * (clock["half"] in "pP")
    offset = clock["offset"] or ZONES.get((clock["zone"] or "").upper())
    if not offset or hour > 23 or minute > 59:
        return None
    return f"{hour:02}:{minute:02}{offset[:3]}:{offset[-2:]}"


# ================================================================ 5. Who said what


class Token(NamedTuple):
    """A word, a mark, or a whole quotation."""

    kind: str  # the letter of the word alone
    text: str  # of a quotation the words inside its marks
    low: str
    start: int
    end: int


class Cue(NamedTuple):
    verb: str
    form: str  # base, s, past or ing
    group: str  # say, tell, name, utter or according


CUES = {
    form: Cue(verb, kind, group)
    for group, verbs in (("utter", UTTERING), ("name", NAMING), ("tell", TELLING), ("say", SAYING))
    for verb in verbs.split()
    for form, kind in verb_forms(verb).items()
} | {
    "according": Cue("according", "", "according"),
    "clear": Cue("make clear", "past", "say"),
    "call for": Cue("call for", "", "say"),
    "call on": Cue("call on", "", "tell"),
}

Range = tuple[int, int]  # of tokens: from, to (not included)
Answer = tuple[str | None, Mention | None]  # a speaker and the words that name them


@dataclass(eq=False, repr=False)
class Reading:
    """A paragraph taken apart."""

    number: int  # index in Article.paragraphs
    paragraph: Paragraph
    tokens: list[Token]
    quotations: dict[int, Quotation]  # by the index of their token
    sentences: list[Range]
    letters: str = ""  # the class of each token, by the words around it
    roles: str = ""  # what each is in a noun phrase
    parsed: list[Parsed] = field(default_factory=list)  # the sentences

    def mention(self, tokens: Range) -> Mention:
        """Return the words from the first to the last of the tokens, with their place."""
        start, end = self.tokens[tokens[0]].start, self.tokens[tokens[1] - 1].end
        return Mention(self.number, start, end, self.paragraph.text[start:end])

    def statement(self, kind: str, span: Range, *told: Any) -> Statement:
        """Return the characters there, without the spaces around them, as a statement of which that much is told."""
        text = self.paragraph.text[slice(*span)]
        start = span[0] + len(text) - len(text.lstrip())
        words = text.strip()
        return Statement(kind, self.number, self.paragraph.line_at(start), start, start + len(words), words, *told)


class Piece(NamedTuple):
    """A part of a sentence: a noun phrase, a verb group, a mark; its kind is the letter that PIECES gives it."""

    kind: str
    start: int  # tokens
    end: int


class Subject(NamedTuple):
    """Who or what a verb is said of."""

    first: int  # piece
    mention: Range
    named: Range  # what the mention stands for: the name before "who"; else the mention itself
    shared: bool = False  # with a verb before


class Parsed(NamedTuple):
    """A sentence as pieces."""

    reading: Reading
    pieces: list[Piece]
    shape: str  # the kinds of the pieces
    subjects: dict[int, Subject]  # of the verb groups, by the index of their piece
    attributions: list[Attribution]  # in the order of their cues

    def tokens(self, first: int, last: int) -> Range:
        """Return the tokens of the pieces from `first` up to `last`."""
        return self.pieces[first].start, self.pieces[last - 1].end

    def low(self, at: int) -> str:
        """Return the first word of a piece, folded."""
        return self.reading.tokens[self.pieces[at].start].low

    def text(self, at: int) -> str:
        """Return the first token of a piece as printed; of a quotation the words inside its marks."""
        return self.reading.tokens[self.pieces[at].start].text


class Attribution(NamedTuple):
    """What one cue ties together in a sentence."""

    rule: str
    at: int  # the cue's piece
    subject: Subject
    contents: tuple[Range, ...]  # pieces
    reports: bool = True  # whether its words outside quotation marks are a reported statement


class Place(NamedTuple):
    """A cue in its sentence, or in the brackets of it, with the attributions found before it there."""

    sentence: Parsed
    lo: int  # pieces
    hi: int
    at: int
    cue: Cue
    earlier: list[Attribution]


def find_statements(article: Article) -> list[Statement]:
    """Return the statements of `article` in the order of its text; the speaker is None where it can't be told."""
    readings: list[Reading] = []
    for index, paragraph in enumerate(article.paragraphs):
        if is_prose(paragraph):
            readings.append(take_apart(index, paragraph, open_mark(readings[-1]) if readings else ""))
    if not article.is_english:
        return [reading.statement("direct", q[2:4]) for reading in readings for q in reading.quotations.values()]
    mark_names(readings)
    for reading in readings:
        reading.letters = settled(reading)
        reading.roles = "".join(map(role_of, [token.text for token in reading.tokens], reading.letters))
        reading.sentences = rejoined(reading)
        reading.parsed = [parsed_of(reading, lo, hi) for lo, hi in reading.sentences]
    scene = Scene(people_of(readings))
    labels = Counter(filter(None, map(turn_label, readings)))
    found: list[Statement] = []
    for reading in readings:
        found += turn_in(reading, scene, labels) or block_in(reading, scene) or statements_in(reading, scene)
    name_earlier_parts(found, {reading.number: open_mark(reading) for reading in readings})
    for reading in readings:
        reading.parsed.clear()  # which hold the reading: all of it leaves the memory now
    return found


def name_earlier_parts(found: list[Statement], left_open: dict[int, str]) -> None:
    """Give each part of a quotation over several paragraphs the speaker whom the last of them names."""
    for part, after in reversed(list(pairwise(found))):
        goes_on = left_open.get(part.paragraph) and after.start <= 1
        if goes_on and not part.cue and (after.cue or after.rule == "several paragraphs"):
            part.speaker, part.mention, part.rule = after.speaker, after.mention, "several paragraphs"


def is_prose(paragraph: Paragraph) -> bool:
    """Tell whether the paragraph is of a kind and a length to be read, and has more letters than marks."""
    text = paragraph.text
    return (
        paragraph.kind in STORY_KINDS
        and len(text) < LONGEST_PARAGRAPH
        and len(LABEL_WORD.sub("", text)) * 2 < len(text)
    )


# ---------------------------------------------------------------- Taking a paragraph apart


def open_mark(reading: Reading) -> str:
    """Return the mark of the quotation that the paragraph leaves open; "" if there is none."""
    last = reading.quotations.get(len(reading.tokens) - 1)
    return reading.paragraph.text[last.start : last.inner_start] if last and not last.closed else ""


def take_apart(index: int, paragraph: Paragraph, opened: str = "") -> Reading:
    """Return the tokens of `paragraph`, each quotation one token, and its sentences."""
    text = paragraph.text
    tokens: list[Token] = []
    quoted: dict[int, Quotation] = {}
    masked, at = [], 0
    for quotation in quotations(text, opened):
        tokens += tokenise(text, at, quotation.start)
        quoted[len(tokens)] = quotation
        inner = text[quotation.inner_start : quotation.inner_end].strip()
        tokens.append(Token("q" if inner[-1:] == "," else "Q", inner, "", quotation.start, quotation.end))
        masked += [text[at : quotation.start], mask(quotation, inner)]
        at = quotation.end
    tokens += tokenise(text, at, len(text))
    masked.append(text[at:])
    return Reading(index, paragraph, tokens, quoted, sentence_ranges(tokens, sentences("".join(masked))))


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of `text` between `start` and `end`; "Mr." and "D-Fla." keep their full stop."""
    tokens: list[Token] = []
    for match in TOKENS.finditer(text, start, end):
        word, (at, stop) = match[0], match.span()
        if word == "." and tokens and tokens[-1].end == at and tokens[-1].low.rpartition("-")[2] in ABBREVIATIONS:
            last = tokens.pop()
            word, at = last.text + ".", last.start
        kind, word, low = word_of(word)
        tokens.append(Token(kind, word, low, at, stop))
    return tokens


def mark_names(readings: list[Reading]) -> None:
    """Turn the letters of capitalised words into N for those that name.

    At the start of a sentence and in a headline set Like This a capital says nothing: there a word names if it does
    elsewhere in the article, or stands before a name or a cue and is nowhere in lower case.
    """
    printed = {token.text for reading in readings for token in reading.tokens}
    known: set[str] = set()
    rows = [[token.kind for token in reading.tokens] for reading in readings]
    doubtful: list[tuple[Reading, list[str], int, bool]] = []
    for reading, row in zip(readings, rows, strict=True):
        tokens, letters = reading.tokens, "".join(row)
        loud = is_loud(letters) and not (":Q" in letters and reading.paragraph.kind == "body")  # Ana Ruiz, Mayor: “…”
        starts = {lo + (lo not in reading.quotations and letters[lo] in MARKS) for lo, _ in reading.sentences}
        for match in CAPITAL.finditer(letters):
            at, low = match.start(), tokens[match.start()].low
            doubt, only_known = loud or at in starts, loud
            if match[0] == "?" and not is_small_name(tokens, at, doubt):
                row[at] = letter_of(low)
                if low not in SURNAMES or tokens[min(at + 1, len(tokens) - 1)].low not in CUES:
                    continue
                doubt = only_known = True  # "Early said"
            if doubt:
                doubtful.append((reading, row, at, only_known))
            else:
                row[at] = "N"
                known.add(low)
    for reading, row, at, only_known in doubtful:
        low = reading.tokens[at].low
        common = low in printed and is_somebody(reading.tokens, at)  # "Police said", beside "the Reno Police"
        opens = not only_known and low not in printed and opens_as_name(reading.tokens, row, at)
        named = opens or (low in known and not common)
        row[at] = "N" if named else letter_of(low)
    for reading, row in zip(readings, rows, strict=True):
        reading.letters = "".join(row)


def opens_as_name(tokens: list[Token], letters: list[str], at: int) -> bool:
    """Tell whether the first word of a sentence names: "Ana Ruiz", "Ruiz said", not "Speaking", "Doctors said"."""
    low = tokens[at].low
    if at + 1 >= len(tokens) or low in CUES or is_somebody(tokens, at):
        return False
    said = at + 2 < len(tokens) and tokens[at + 2].low in CUES  # "Downing Street said"
    if low.endswith(("ing", "ly")) and not said:
        return False
    after = tokens[at + 1].low
    return letters[at + 1] == "N" or after in PARTICLES or (after in CUES and not low.endswith("s"))


def is_somebody(tokens: list[Token], at: int) -> bool:
    """Tell whether the word is of somebody unnamed who says something: "Police said", "Officials say"."""
    low = tokens[at].low
    several = low in BODIES or (low not in ROLES and singular_of(low) in ROLES)
    return several and at + 1 < len(tokens) and tokens[at + 1].low in CUES


def is_loud(letters: str) -> bool:
    """Tell whether all but the small words are capitalised, as in a headline set Like This or LIKE THIS."""
    lower = sum(map(letters.count, "nesSvg"))
    return letters.count("U") > max(3, 7 * lower) and not SAYING_WORD.search(letters)  # "adds Ana Ruiz, Head of Works"


def is_small_name(tokens: list[Token], at: int, opens: bool) -> bool:
    """Tell whether a small word with a capital is a name: "May Ruiz" but "May 5", "the Reno Times", "said Long"."""
    low = tokens[at].low
    if low in ALSO_NAMES and at + 1 < len(tokens) and tokens[at + 1].text[0].isupper():
        return True
    return low in SURNAMES and not opens


def mask(quotation: Quotation, inner: str) -> str:
    """Return as many characters as the quotation has, that keep its last mark: sentences do not end inside it."""
    length = quotation.end - quotation.start
    return f"“{'X' * (length - 3)}{inner[-1:]}”"[:length]


def sentence_ranges(tokens: list[Token], spans: list[Range]) -> list[Range]:
    """Return the token ranges of the sentences at `spans`."""
    ranges: list[Range] = []
    starts = [token.start for token in tokens]
    at = dateline_end(tokens)
    for _, end in spans:
        lo, at = at, bisect_left(starts, end, at)
        ranges += [(cut, min(cut + LONGEST_SENTENCE, at)) for cut in range(lo, at, LONGEST_SENTENCE)]
    return ranges


def dateline_end(tokens: list[Token]) -> int:
    """Return how many tokens the dateline takes: "RENO, Nev. (AP) — The bridge …" has seven; 0 if there is none."""
    dash = next((k for k in range(1, min(len(tokens), 14)) if tokens[k].low in DASHES), 0)
    if not dash or not (tokens[0].text.isupper() or tokens[dash - 1].low == ")"):
        return 0
    return dash + 1 if all(token.text[0].isupper() or not token.text[0].isalpha() for token in tokens[:dash]) else 0


def rejoined(reading: Reading) -> list[Range]:
    """Return the sentences; "“Why?” Ruiz asked." is one, whatever the capital says."""
    ranges: list[Range] = []
    for lo, hi in reading.sentences:
        if ranges and lo - 1 in reading.quotations:
            asked = reading.tokens[lo - 1].text[-1:] in "?!"
            if (ONLY_ASKED if asked else ONLY_SAID).fullmatch(reading.letters, lo, hi):
                lo = ranges.pop()[0]
        ranges.append((lo, hi))
    return ranges


# ---------------------------------------------------------------- Statements


def turn_label(reading: Reading) -> str:
    """Return the capitalised words before the colon that the paragraph begins with, without "(D-OH)"; else ""."""
    match = TURN.match(reading.paragraph.text)
    return match["name"] if match and reading.paragraph.kind == "body" else ""


def turn_in(reading: Reading, scene: Scene, labels: Counter[str]) -> list[Statement]:
    """Return a line of a transcript or an interview as a direct statement.

    Its label asks, names a person of the article, or comes again where there is another one.
    """
    label, tokens = turn_label(reading), reading.tokens
    colon = next((k for k in range(1, min(len(tokens) - 1, LONGEST_TITLE + 4)) if tokens[k].low == ":"), 0)
    if not (label and colon):
        return []
    words = [word.capitalize() if label.isupper() else word for word in label.split()]
    name = untitled(words) or words[-1:]
    person = scene.people.named(Phrase(0, colon, "name", fold(name[-1]), tuple(name))) if label not in ASKING else None
    answers = len(labels) > 1 and labels[label] > 1 and FURNITURE_LABELS.isdisjoint(label.lower().split())
    if not (answers or label in ASKING or (person and person.shown > 0)):
        return []
    speaker = None if label in ASKING else person.name if person else " ".join(name)
    span = (tokens[colon + 1].start, tokens[-1].end)
    return [reading.statement("direct", span, speaker, reading.mention((0, colon)), ":", "transcript")]


def block_in(reading: Reading, scene: Scene) -> list[Statement]:
    """Return a paragraph without marks as a direct statement if it is a signed post, or after "Ruiz tweeted:"."""
    signed = SIGNED.match(reading.paragraph.text)
    if signed:
        who = Mention(reading.number, *signed.span("name"), signed["name"])
        name = " ".join(untitled(who.text.split())) or who.text
        return [reading.statement("direct", signed.span("words"), name, who, None, "signed")]
    if not scene.told or reading.quotations:
        return []
    told, scene.told, scene.awaited = scene.told, None, None
    return [reading.statement("direct", (0, len(reading.paragraph.text)), *told, None, "block")]


def untitled(words: list[str]) -> list[str]:
    """Return the words of a name without the titles and roles before it: none of "Mayor" alone."""
    return [*dropwhile(lambda word: word.lower().rstrip(".") in ROLES_AND_TITLES, words)]


def statements_in(reading: Reading, scene: Scene) -> list[Statement]:
    """Return the statements of one paragraph in order, and let `scene` remember who spoke."""
    found: list[Statement] = []
    for sentence in reading.parsed:
        said = [
            (one, scene.resolve(reading, one.subject.named, words_quoted(sentence, one)))
            for one in sentence.attributions
        ]
        for at in (at for at, kind in enumerate(sentence.shape) if kind in "Qq"):
            near = [pair for pair in said if any(start <= at < end for start, end in pair[0].contents)]
            if not is_term(sentence, at, bool(near)):
                nearest = min(near, key=lambda pair: abs(pair[0].at - at), default=None)
                found.append(attribute_quotation(sentence, at, scene, nearest))
                scene.voice = found[-1] if found[-1].mention else scene.voice
        told = [s for one, speaker in said for s in reported_statement(sentence, one, speaker)]
        # not "it was safe" of "Ruiz said she told Cole that it was safe"
        found += [s for s in told if not any(o.start <= s.start and s.end <= o.end and o.text != s.text for o in told)]
        people = (s for s in reversed(told) if s.speaker and s.speaker.split()[-1].lower() not in BODIES)
        scene.voice = next(people, scene.voice)  # "Police said": others speak in the quotation below
        quoted = [pair for pair in said if words_quoted(sentence, pair[0])]
        scene.remember(sentence, (quoted or said)[-1:])  # “It is off,” said Ruiz, who told Cole so
    return sorted(found, key=lambda statement: (statement.start, statement.end))


def is_term(sentence: Parsed, at: int, claimed: bool) -> bool:
    """Tell whether the words are nobody's statement: a title, a slogan, a few words held at arm's length.

    A show called “Bridges of Reno”, the so-called “bridge tax”, a talk on “Today”.
    """
    reading, text = sentence.reading, sentence.text(at)
    _, start, end = sentence.pieces[at]
    before = [token.low for token in reading.tokens[max(sentence.pieces[0].start, start - 2) : start]]
    nicknames = reading.letters[start - 1 : start] == reading.letters[end : end + 1] == "N"  # Tom “Ace” Reed
    if (nicknames and len(text.split()) < FEWEST_WORDS) or not (claimed or ARMS_LENGTH.isdisjoint(before)):
        return True
    if reading.paragraph.kind == "headline" or (claimed and text[-1] in ",.?!"):
        return False  # where Every Word May Have a Capital
    judges = reading.letters[end : end + 1] in tuple("nsSea")  # "a “very good” talk" is praise, a “super tax” a term
    few = (
        not (claimed or judges)
        and before
        and before[-1] not in (":", ",")
        and text[-1] != ","
        and len(text.split()) <= FEWEST_WORDS
    )
    named = before[-1:] in (["on"], ["'s"]) or (not claimed and reading.letters[end : end + 1] == "n")
    return is_title(text, 1 if named else 2) or bool(few)


def attribute_quotation(
    sentence: Parsed, at: int, scene: Scene, said: tuple[Attribution, str | None] | None
) -> Statement:
    """Return the quotation as a direct statement, by its nearest cue, else by what stands around it."""
    reading = sentence.reading
    told: tuple[object, ...]
    if said:
        attribution, speaker = said
        cue = reading.mention(cue_tokens(sentence, attribution.at)).text
        told = speaker, reading.mention(attribution.subject.mention), cue, attribution.rule
    else:
        rule, answer = scene.guess(sentence, at)
        itself = answer and answer[0] and scene.people.is_named(answer[0], sentence.text(at))  # “We love you, Ruiz!”
        told = (*answer, None, rule) if answer and not itself else ()
    return reading.statement("direct", reading.quotations[sentence.pieces[at].start][2:4], *told)


def reported_statement(sentence: Parsed, attribution: Attribution, speaker: str | None) -> list[Statement]:
    """Return the words that the attribution reports as a statement; none if too few stand outside quotation marks."""
    reading = sentence.reading
    cue, mention = cue_tokens(sentence, attribution.at), attribution.subject.mention
    for span in attribution.contents if attribution.reports else ():
        first, last = sentence.tokens(*span)
        if says_enough(reading, first, last, (*range(*cue), *range(*mention))):
            told = (speaker, reading.mention(mention), reading.mention(cue).text, attribution.rule)
            words = reading.mention((first, last))
            return [reading.statement("reported", (words.start, words.end), *told)]
    return []


def says_enough(reading: Reading, first: int, last: int, attributing: tuple[int, ...]) -> bool:
    """Tell whether the words outside quotation marks make a statement, or complete one: "it had “potential”"."""
    tokens, letters = reading.tokens, reading.letters
    words = (k for k in range(first, last) if letters[k] not in MARKS and k not in attributing)
    if len(list(islice(words, FEWEST_WORDS))) == FEWEST_WORDS:
        return True
    leads = letters[first] not in MARKS and tokens[first].low not in CONNECTIVES
    return leads and any(k in reading.quotations for k in range(first, last))


def is_title(inner: str, fewest: int = 2) -> bool:
    """Tell whether the words look like the title of a work, with so many capitals: “How the Bridge Was Won”."""
    words = inner.split()
    long = [word[0].isupper() for word in words if len(word) > 3 and word not in PREPOSITIONS]
    return bool(long) and all(long) and sum(word[0].isupper() for word in words) >= fewest


# ---------------------------------------------------------------- Pieces of a sentence

# The letter of a word's class; a later line wins. Other words show their class by their ending (ENDINGS).
CLASSES: dict[str, Iterable[str]] = {
    "s": ROLES | PARITY | BODIES | DOCUMENTS,  # somebody
    "S": {noun + "s" for noun in ROLES | BODIES | DOCUMENTS} | {"people", "police", "men", "women"},
    "v": VERBS,
    "c": CUES.keys(),  # a verb of saying
    "k": NOUN_TOO,  # a verb of saying or a noun
    "Z": {word for word in NOUN_TOO if CUES[word].form != "base"},
    "X": PARTICIPLES,  # a verb of saying after "has" and "is"
    "G": {form for form, cue in CUES.items() if cue.form == "ing"},
    "J": {"go", "goes", "went", "gone"},
    "K": {"according"},
    "n": {"something", "nothing", "anything", "everything"},
    "a": ADVERBS | PLAIN,
    "m": TIMES,
    "o": PREPOSITIONS,
    "W": {"after", "before", "since", "until", "like", "than", "because"},  # before a phrase, or before a clause
    "w": frozenset("when while as although though if unless where how why what whether once".split()),
    "l": LINKS,
    "f": {"of"},
    "j": {"by"},
    "t": {"to"},
    "&": {"and", "or", "nor"},
    "B": {"but", "yet"},
    "x": AUXILIARIES - CONTRACTIONS - {"to"} | {"'d", "'ll"},
    "i": {"has", "have", "had", "hasn't", "hadn't", "haven't", "'ve"},
    "b": BEING - {"'s"} | {"isn't", "aren't", "wasn't", "weren't"},
    "y": {"'s"},
    "d": ARTICLES | {"every", "no"},
    "u": QUANTITIES | {"this", "these", "those", "both", "each", "any", "several", "half"},
    "p": PRONOUNS | {"others", "there"},
    "z": {"him", "them", "me", "us", "himself", "herself", "themselves", "itself"},
    "r": {"who", "which", "whom"},
    "R": {"whose"},
    "h": {"that"},
    "L": {"least", "most"},
    "E": {"clear"},
    "H": {"per"},
}
LETTERS = {word: letter for letter, words in CLASSES.items() for word in words} | {
    "not": "a", "never": "a", ",": ",", "—": "-", "–": "-", "―": "-", "--": "-", "-": "-", ":": ":", ";": ";",
    "(": "(", ")": ")", "&": "N", "'": "y", "%": "9", "$": "9", "£": "9", "€": "9",
}  # fmt: skip
MARKS = frozenset(",.;:()-Qq")  # letters of what is no word; CAPITAL and SAYING_WORD: of words before they are settled
CAPITAL = regex(r"[U?]")
SAYING_WORD = regex(r"[ckZXGJK]")
TITLED = regex(r"Q(?=[nsS])")
ENDINGS = (("n't", "x"), ("ly", "a"), ("ed", "v"), ("ing", "g"), ("ss", "n"), ("us", "n"), ("is", "n"), ("s", "e"))
# What the words around a letter make of it.
SETTLING = tuple(
    (regex(pattern), letter)
    for pattern, letter in (
        (r"H(?<![,(].)(?<!^.)|H(?!d?[NsS])", "o"),  # but ", per the Herald"
        (r"x(?<=[lo].)", "m"),  # "in May"
        (r"l(?=L)", "a"),  # "at least five"
        (r"L(?<=a.)", "a"),
        (r"L", "u"),
        (r"[ckgGvJ](?<=[dy].)|[vgG](?<=[dy]a.)", "n"),  # "the elected", "its claims"
        (r"y(?<=[phr].)", "i"),  # "he’s"
        (r"M(?:(?<=[lom].)|(?<=m9,.))", "m"),  # "in 2016", "May 4, 2016"
        (r"M", "9"),
        (r"X(?:(?<=[ib].)|(?<=[ib]a.))", "c"),
        (r"W(?=[h,.;])", "a"),  # "days before"
        (
            r"[Gg](?:(?=a*[ixbc])|(?<=n.)(?=[neS])|(?<=d[nN].)(?![dNphu]))",
            "n",
        ),  # "its reporting has", "a media buying company"
        (r"[ne](?:(?<=[pr].)|(?<=[pr]a.)|(?<=Sn)(?=[dhzt])|(?<=en)(?=h))", "v"),  # "they hope", "officials fear that"
        (r"e(?:(?<=[Ns].)(?=Z?[dphzt])|(?<=[Ns]a.)(?=[dphzt]))", "v"),  # "the mayor hopes to"
        (r"Z(?:(?<=rN.)|(?<=rNN.))", "c"),  # "which Ruiz claims was sold"
        (r"Z(?=k)", "e"),  # "reports show"
        (r"[kZ](?:(?=\+?a*[xbivcfoWJ])|(?<=[olWf]u.))", "n"),  # "the report says", "claims of"
        (r"k(?:(?<=[xtpSer].)|(?<=u.)(?![nsS])|(?<=[xtpSe]a.))", "c"),  # "will claim", not "some state officials"
        (r"Z(?:(?<=[phrNsu),Qq\-].)|(?<=[pNsr]a.)|(?:(?<=n.)|(?<=na.))(?=\+))", "c"),  # "the mayor claims"
        (r"[kZ]", "n"),
    )
)
_CORE = r"(?:(?:[du]*dm*(?:a(?=[nNseS]))?|[du]+m*(?:v(?=[Se]))?)?(?:[nNsSe9]|y(?=[nNsSe9Qqr]))+|u+)"
_PHRASE = rf"{_CORE}(?:(?<=s)[fl]N+&(?=NNN)N+|f{_CORE}|(?<=[nsSe9u])l{_CORE}|(?<=[sn])t(?=[dNS]){_CORE}){{0,3}}"
_TIME = r"(?:[u9]?m9?(?:,(?=m))?)+"
PIECES = regex(
    rf"""(?P<K>K\+|H)
    |(?P<D>(?:[xi][axi]*)?b[ab]*c\+?(?!wG))
    |(?P<C>(?:[xi][axi]*)?vp?E|J\+a?tc|ba*cwG|(?:[xi][axi]*)?(?:c\+?|J\+)|(?:[xi][axi]*)?[bi][ab]*G\+?)
    |(?P<V>x[axib]*[nv]|[xib][axib]*[vgGJ]?)
    |(?P<v>[vJ])
    |(?P<I>ta*(?:[ib][aib]*[nvcgGJ]?|[nvcJ]\+?)|t(?=[Qq]))
    |(?P<A>a|[lofW]?{_TIME}(?!y)|[lofW]?d{_TIME}(?![nNsSe]))
    |(?P<P>u*p(?:u(?=a*[xibvc]))?|u+(?![unNsSe9mflvcG]))
    |(?P<T>{_PHRASE})
    |(?P<Y>j{_PHRASE})
    |(?P<O>W(?:{_PHRASE}|z)(?!a*[xibvcJ]|[nNsSe9y])|[olft](?:{_PHRASE}|z|p(?![axibvcJ])))
    |(?P<o>[olftj])
    |(?P<G>G\+?)
    |(?P<E>g)
    |.""",
    re.X,
)
_BOUND = r"(?:^|[;:.,(\-&BwWhrRqQCD])[AO]*"
_WHO = r"(?:[NTS](?:,[NTS])+,&[NTS]|[NTS](?:,[NTS])*&[NTSP]|[NTPS])"
_INSERTED = r"(?:[rR][^,q]*(?:(?:,[NT])*,&A*[vV][^,qC]*)?|[vVGEIw][^,q]*|[^,qvVC&BwWr][^,qVC]*?(?:[hrR][^,q]*)?)"
# The subject before a verb group, by what stands between; the first that fits holds.
SUBJECTS = [
    regex(pattern)
    for pattern in (
        r"^[Qq](?P<who>[NTSP])(?!,[NTS]&[NTS][^,]*$)(?=[,(r])[^CDQq;:]*$",  # “It is safe,” Ruiz, who built it, said
        r"(?P<named>[NTSOY])[AO]*[,\-]?(?P<who>r)[AO]*(?:,[AO]*T?)?A*$",  # Ana Ruiz, who
        r"(?P<named>[NTSO])[AO]*(?P<who>h)[AO]*$",  # a letter that
        rf"{_BOUND}(?P<who>{_WHO})[AOY]*(?:\([^()]*\))?A*$",  # Ana Ruiz (Ind.)
        rf"{_BOUND}(?P<who>{_WHO})[AO]*(?:\([^()]*\)(?:[NT](?=,))?)?(?:[rRvE][^,]*)?(?:,{_INSERTED}){{1,5}}[,q]A*$",
        rf"{_BOUND}(?P<who>[NTS])O*-[^-]*-A*$",
        rf"{_BOUND}(?P<who>[NTSP])(?:,[NT])?O*r[^,;:]*$",
        rf"{_BOUND}(?P<who>[NTS])O*[vC][AOY]*$",  # voters who met Ruiz
        r"^[AOEG]*(?P<who>O)A*$",  # at a dinner for the mayor
    )
]
CLAUSAL = frozenset("VvCDIP")
THINGS = frozenset(["it", "there"])
SHARED = regex(r"[&B]A*$")
WHO = regex(_WHO)
AFTER = regex(r"A*(?P<who>[NTS]&[NTSP]|[NTPS])")
HEARER = regex(r"(?:E?[NTSz]|P(?=[PNTh]))(?:,N)*(?:O*,?&(?:[NTSz]O*|P(?!A*[VvCD])O*))?(?:r[^,h]*(?=h))?")
THAT = regex(r"[AO]*h(?!A*[VvCD])")  # not "found a man that was"
NEXT_CLAUSE = regex(r"[,-]w?[AO]*[NTP]A*[VvC]|(?<=.[,&B])[Vv]")
ENDS = regex(
    r"""; | \([^()]*[VCD]  # "(which Ruiz says is safe)"
    | (?<=q)(?:[EGo]|OA*[VCD])  # "“very good,” setting …", "“… here,” for Ruiz has said"
    | ,&[AO]*(?:N(?:\([^()]*\))?A*)?[VvC] | [,-]BA*[vC]  # ", and House Speaker Tom Reed published", ", but declined"
    """,
    re.X,
)
RELATIVE_ENDS = regex(r",[VvACD]")
SAYS = regex(r"[amu]*(?:j|h(?!a*[xibvcJ])|[:,]?[Qq])")
OWN_SAYING = regex(r"A*(?:h(?!A*[VvCD])|[:,]?(?=[Qq]))")
CLOSED = regex(r"A*(?:$|[.,;:()\-OYorwWQqEG]|vA*Y)")
INSERTION = regex(r"[,\-](?:.{0,14}?[,\-])?[hQq]")
# "said Monday, based on the count, it fell"
AFTER_COMMA = regex(r"[,\-](?:[^,CD]{1,8},)?(?=[AO]*(?:w[^,]*,)?[NTP][AO]*[VvCD])")
AFTER_TIME = regex(r"[^,;:]*,(?=[AO]*[NTP]A*[VvC])")  # "while he slept, it fell"
SAID_CLAUSE = regex(  # not "a man found there", "a man that was ill"
    r"""[AO]*(?:w[^,]*,)?
    (?:P?[NTSQ][AONTISQq&]*(?:h[^,;VCD]+)?(?:[VCD]|(?<=N)v(?!Y)|v(?=A*(?:[NTP&.]|$)))|P[AO]*[VvCDQq]|hA*(?:[VD]|v[^,;]*V))
    |A*(?:w[AO]*[NTP]|E)""",
    re.X,
)
CLOSES = regex(r",(?!I|[NT](?:,[NT])*,?&[NT](?!A*[VvC]))")  # not "While Ruiz asked Cole, Hale and Reed to stay, …"
JUDGED = regex(r"(?:[^PQq]|[^Qq]{2})[^Qq]*[Qq]|[NTPz]A*[NT]")  # "called the plan “a joke”", "called Ruiz a liar"
JUDGEMENT = regex(r".*?(?:q|Q(?=[,-])|(?=W[EG]))")  # "called it “a toy,” …", "… the mother of Reno before leaving"
NO_CLAUSE = regex(r"(?:,?r[^,]*|,[EG].*|,[^VvCD]*)?\.?$")  # after "said an official": "who …", ", adding …", "."
TWO_VERBS = regex(r"[^VvCD]*[VvCD][^VvCDPrhwW,;]*(?=[Vv])")
PASSED = regex(r"(?:[vC][^,VvCD\-]*)?[,\-]")  # "according to letters found there, …"
BY_WHOM = regex(r"h|(?=[wo]?[dA]*[Qq])")
INSERTED = regex(r",[^,VvCD]*,")
LATER = regex(r"[:,\-][hQq]")
ONLY_SAID = regex(r"(?:(?!b,)[^cQq]){1,7}c(?:[.,][^Qq]*)?")  # "Ruiz said.", not "It was, Ruiz said, …"
ONLY_ASKED = regex(r"[^cQq]{1,7}c(?:wG)?(?:[.,axiolftjWmduNzS][^hQq]*)?")  # "Ruiz told the Herald on Friday."
BESIDE = regex(r"(?:q|[qQ]A*C|[qQ]-(?=N[^VvC]*$))v?(?P<who>[NPT])")
# Past "in Reno", "While it rained,", "Telling Ruiz no,".
FIRST = regex(r"h?(?:[wWrhGE][^,\-]*[,\-]|[^NTSPwWrhGE])*(?P<who>[NPS])")


def settled(reading: Reading) -> str:
    """Return the letters of the words with what those around make of them: "The mayor said" gives "dsc"."""
    letters, tokens = list(reading.letters), reading.tokens
    for match in SAYING_WORD.finditer(reading.letters, 0, max(len(tokens) - 1, 0)):
        at = match.start()
        cue = CUES.get(tokens[at].low)
        if cue and cue.verb in PARTNERS:
            if tokens[at + 1].low in PARTNERS[cue.verb]:
                letters[at + 1] = "+"
            elif cue.group != "name" and letters[at] != "J":
                letters[at] = {"ing": "g", "past": "v"}.get(cue.form, "n")
    for match in TITLED.finditer(reading.letters):
        if is_title(tokens[match.start()].text):
            letters[match.start()] = "n"  # "the “Crime in Reno” report"
    shape = "".join(letters)
    for pattern, letter in SETTLING:
        shape = pattern.sub(letter, shape)
    return shape


@lru_cache(2**14)
def word_of(word: str) -> tuple[str, str, str]:
    """Return the letter of a printed word or mark, the word, and the word folded.

    The letter is U where a capital may name, and ? where it may although the word is a small one.
    """
    low = fold(word)
    if word[0].isupper() and (low not in SMALL_WORDS or (len(word) > 1 and word.isupper())):
        return "U", word, low
    return "?" if word[0].isupper() and low in NAMES_TOO else letter_of(low), word, low


def letter_of(low: str) -> str:
    """Return the letter of a folded word or a mark: a word that is not in LETTERS shows its class by its ending."""
    if low in LETTERS or not (low[0].isalnum() or len(low) > 1):
        return LETTERS.get(low, ".")
    if low[0].isdigit():
        return "M" if YEAR.fullmatch(low) else "9"
    if "-" in low or len(low) < 4:
        return "n"
    return next((letter for ending, letter in ENDINGS if low.endswith(ending)), "n")


def parsed_of(reading: Reading, lo: int, hi: int) -> Parsed:
    """Return the tokens from `lo` to `hi` as pieces."""
    pieces = []
    for match in PIECES.finditer(reading.letters, lo, hi):
        start, end = match.span()
        kind = match.lastgroup or match[0]
        if kind == "T":
            kind = kind_of_phrase(reading, start, end)
        elif kind in "OY" and SAYS.match(reading.letters, end) and kind_of_phrase(reading, start + 1, end) == "S":
            pieces.append(Piece("o", start, start + 1))
            kind, start = "S", start + 1
        pieces.append(Piece(kind, start, end))
    sentence = Parsed(reading, pieces, "".join([piece.kind for piece in pieces]), {}, [])
    find_subjects(sentence)
    sentence.attributions.extend(attributions_in(sentence))
    return sentence


def kind_of_phrase(reading: Reading, start: int, end: int) -> str:
    """Return S for somebody's saying ("Ruiz’s claim", "a claim by Ruiz"), N for whoever may speak, T for a thing."""
    tokens = reading.tokens
    if tokens[end - 1].low.removesuffix("s") in SAYING_NOUNS:
        by = reading.letters[end : end + 1] == "j"
        if by or any(token.low in OWNERS for token in tokens[start : end - 1]):
            return "S"
    return "N" if SPEAKING.search(reading.roles, start, end) else "T"


# ---------------------------------------------------------------- Subjects


def find_subjects(sentence: Parsed) -> None:
    """Enter into the sentence the subject of each verb group."""
    for at, piece in enumerate(sentence.pieces):
        if piece.kind in "VvCD":
            before = sentence.shape[max(0, at - LONGEST_PHRASE) : at]
            subject = subject_before(sentence, at, before)
            if not subject and SHARED.search(before):
                subject = shared_subject(sentence, at)
                subject = subject and subject._replace(shared=True)
            if subject:
                sentence.subjects[at] = subject


def shared_subject(sentence: Parsed, at: int) -> Subject | None:
    """Return the subject of the clause that the verb at `at` goes on: of the last main clause, else of the last one."""
    before = [sentence.subjects[k] for k in range(at - 1, -1, -1) if k in sentence.subjects]
    leading = [subject for subject in before if is_main(sentence, subject)]
    people = (one for one in leading if sentence.shape[one.first] in "NPr" and sentence.low(one.first) not in THINGS)
    return next(chain(people, leading, before), None)


def is_main(sentence: Parsed, subject: Subject) -> bool:
    """Tell whether the clause of the subject is no part of another: not "the bridge was safe" after "said"."""
    before = sentence.shape[: subject.first].rstrip("AO")
    inside = before[-1:] in tuple("wWhCrRG")
    return not inside or (before[-1] == "w" and sentence.low(len(before) - 1) in ("when", "as"))


def subject_before(sentence: Parsed, at: int, before: str) -> Subject | None:
    """Return the subject that stands before the verb group at `at`, by the first pattern of SUBJECTS that fits."""
    offset = at - len(before)
    for pattern in SUBJECTS:
        match = pattern.search(before)
        if match:
            who = (offset + match.start("who"), offset + match.end("who"))
            named = match.start("named") + offset if "named" in match.re.groupindex else None
            if named is not None:
                meant = antecedent(sentence, named)
                return Subject(who[0], sentence.tokens(*who) if sentence.shape[who[0]] == "r" else meant, meant)
            if sentence.pieces[who[0]].kind == "O":
                mention = linked_phrases(sentence, who[0])[-1]
            else:
                mention = apposed(sentence, who[0], at) or sentence.tokens(*who)
            return Subject(who[0], mention, mention)
    return None


def antecedent(sentence: Parsed, at: int) -> Range:
    """Return what "who" or "that" after the piece stands for: the person in it."""
    parts = linked_phrases(sentence, at)
    people = (part[0] for part in parts if names_somebody(sentence.reading, part))
    return next(people, parts[0][0]), parts[-1][1]


def linked_phrases(sentence: Parsed, at: int) -> list[Range]:
    """Return the noun phrases of a piece that "of" and the like link: "a talk", "Ana" of "a talk for Ana"."""
    _, start, end = sentence.pieces[at]
    links = [k for k in range(start, end) if sentence.reading.letters[k] in "olftj"]
    starts = [start] * (start not in links) + [k + 1 for k in links]
    return list(zip(starts, [k for k in links if k > start] + [end], strict=True))


def apposed(sentence: Parsed, who: int, at: int) -> Range | None:
    """Return the name inserted after a phrase that is none: "Ana Ruiz" in "the mayor, Ana Ruiz, said"."""
    reading, phrase = sentence.reading, sentence.tokens(who, who + 1)
    full = is_full_name(reading, phrase)
    for kind, start, end in (sentence.pieces[k] for k in range(who + 2, at) if sentence.shape[k - 1] in ",-"):
        name = reading.letters[start:end] == "N" * max(end - start, 3)
        led = name and reading.tokens[start].low.rstrip(".") in ROLES_AND_TITLES
        if kind == "N" and (led or (not full and is_full_name(reading, (start, end)))):
            return start, end  # "Elm Grove, Ind., Mayor Pete Buhl, said"
    return None


def is_full_name(reading: Reading, phrase: Range) -> bool:
    """Tell whether a name of two words or more stands in the phrase, behind roles: not "Reno" or "Reno Mayor Ruiz"."""
    lows = [token.low for token in reading.tokens[slice(*phrase)]]
    roles = len(list(takewhile(ROLES.__contains__, lows)))
    return reading.letters.startswith("NN", phrase[0] + roles) and ROLES.isdisjoint(lows[roles:])


# ---------------------------------------------------------------- Cues and what they tie together


def attributions_in(sentence: Parsed) -> list[Attribution]:
    """Return the attributions of one sentence in the order of their cues."""
    cues = [at for at, letter in enumerate(sentence.shape) if letter in RULES]
    if not 0 < len(cues) <= MOST_CUES:
        return []
    found: list[Attribution] = []
    for at in cues:
        lo, hi = within_brackets(sentence.shape, at)
        place = Place(sentence, lo, hi, at, cue_of(sentence, at), found)
        attribution = next(filter(None, (rule(place) for rule in RULES[sentence.shape[at]])), None)
        if attribution:
            found.append(attribution)
    return [trim(attribution, found[n + 1 :], sentence) for n, attribution in enumerate(found)]


def cue_of(sentence: Parsed, at: int) -> Cue:
    """Return the cue of a piece; "call for" and "call on" are other cues than "call"."""
    start, end = cue_tokens(sentence, at)
    tokens = sentence.reading.tokens
    cue = CUES.get(tokens[start].low, NOUN)
    called = cue.verb == "call" and end < sentence.pieces[at].end
    return CUES["call " + tokens[end].low]._replace(form=cue.form) if called else cue


def cue_tokens(sentence: Parsed, at: int) -> Range:
    """Return the words of a piece that are the cue itself: "said" of "has also said", "according to"."""
    kind, start, end = sentence.pieces[at]
    if kind == "K":
        return start, end
    last = end - 1 - (sentence.reading.letters[end - 1] == "+")
    return last, last + 1


def within_brackets(shape: str, at: int) -> Range:
    """Return the pieces that stand in the same brackets as the cue; all if there are none."""
    opened = shape.rfind("(", 0, at)
    if opened < 0 or shape.find(")", opened, at) >= 0:
        return 0, len(shape)
    closed = shape.find(")", at)
    return opened + 1, closed if closed >= 0 else len(shape)


def according_to(place: Place) -> Attribution | None:
    """According to the mayor, the bridge is closed."""
    s, lo, hi, at, *_ = place
    who = WHO.match(s.shape, at + 1)
    if not who:
        return None
    mention = start, end = s.tokens(*who.span())
    several = end - start > 1 or may_be_plural(s.reading.tokens, mention)
    if s.shape[at + 1] not in "NP" and (not several or s.low(at + 1) in OWNERS):
        return None  # "according to plan", "to his plan"
    comma = s.shape.find(",", who.end(), hi)
    content = parenthetical(s, (lo, hi), (at, comma if at == lo and comma >= 0 else who.end()))
    heard = bool(place.earlier) and s.shape[content[0]] in "Qq"  # "“It is safe,” Ruiz said, according to The Herald"
    return Attribution("according to", at, Subject(at + 1, mention, mention), (content,), not heard)


def noun_of_saying(place: Place) -> Attribution | None:
    """Ruiz’s claim that it is off; her promise: “It is off.”"""
    s, lo, hi, at, *_ = place
    start, end = s.tokens(at, at + 1)
    tokens = s.reading.tokens
    by = s.shape[at + 1 : at + 2] == "Y"
    said = OWN_SAYING.match(s.shape, at + 1 + by, hi)
    owner = next((k for k in range(end - 1, start - 1, -1) if tokens[k].low in OWNERS), start)
    link = max(s.reading.letters.rfind(letter, start, owner) for letter in "folt")
    named = by or tokens[owner].low == "'s"
    mention = (end + 1, s.pieces[at + 1].end) if by else (max(link + 1, start), owner) if named else (owner, owner + 1)
    if not said or mention[0] == mention[1]:
        return None
    opened = s.shape[lo:at] == "o" or s.shape[lo] in "wW"  # "Despite Ruiz’s claim that it is off, …"
    closes = CLOSES.search(s.shape, said.end(), hi) if opened else None
    end = closes.start() if closes else hi
    if s.shape[at - 1] not in "VvCGEo":
        closes = TWO_VERBS.match(s.shape, said.end(), hi)  # "Ruiz’s claim that it is off is false"
        end = closes.end() if closes else end
    return Attribution("noun", at, Subject(at, mention, mention), ((said.end(), end),), named)


def passive(place: Place) -> Attribution | None:
    """As reported by The Herald, it is off; they were told by Ruiz that it is off; described by Ruiz as “a toy”."""
    s, lo, hi, at, *_ = place
    if s.shape[at + 1 : at + 2] != "Y":
        return None
    mention = (s.pieces[at + 1].start + 1, s.pieces[at + 1].end)
    told = BY_WHOM.match(s.shape, at + 2, hi)
    if told and s.shape[at] == "D":
        content, said = (told.end(), hi), s.shape[told.end() - 1] == "h"
    elif at > lo and s.low(at - 1) in ("as", "first"):
        content, said = parenthetical(s, (lo, hi), (at - 1, at + 2)), True
    else:
        return None
    return Attribution("passive", at, Subject(at + 1, mention, mention), (content,), said)


def verb_then_name(place: Place) -> Attribution | None:
    """“It is off,” said Ana Ruiz, the mayor."""
    s, lo, hi, at, cue, *_ = place
    turned = cue.group != "tell" or cue.verb in BEFORE_SPEAKERS
    before = s.shape[at - 1] if at > lo else ""
    glued = before in ("Q", "q") and turned
    own = s.subjects.get(at)
    loose = before in (",", "-") and cue.group != "tell"
    who = AFTER.match(s.shape, at + 1, hi)
    if cue.group == "name" or not (glued or loose) or not who:
        return None
    first, last = who.span("who")
    mention = apposed(s, last - 1, min(last + 2, hi)) or s.tokens(first, last)
    if s.low(at + 1) == "it" or (cue.form == "base" and not may_be_plural(s.reading.tokens, mention)):
        return None
    if not CLOSED.match(s.shape, last) or not (glued or names_somebody(s.reading, linked_phrases(s, first)[0])):
        return None
    if own and not NO_CLAUSE.match(s.shape, last):
        return None  # "Ruiz, the mayor, said Cole “was late”"
    around = (lo, strip_marks(s, lo, at)) if glued else parenthetical(s, (lo, hi), (at, last))
    contents = (around, *quotes_after(s, last, hi))
    return Attribution("verb, then name", at, Subject(at + 1, mention, mention), contents, reports(place, contents))


def name_then_verb(place: Place) -> Attribution | None:
    """Ana Ruiz, the mayor, has said that it is off."""
    s, _, _, at, cue, _ = place
    subject = s.subjects.get(at)
    if not subject or not may_say(place, subject):
        return None
    contents = contents_around(place, subject)
    if cue.group == "utter" and not touches_quotation(place, contents):
        return None
    told = reports(place, contents) and not is_unsaid(place, subject)
    return Attribution("name, then verb", at, subject, contents, told)


def may_say(place: Place, subject: Subject) -> bool:
    """Tell whether the verb is for such a subject: "the poll found", not "the storm threatens", "accused of lying"."""
    s, _, _, at, cue, *_ = place
    tokens, after = s.reading.tokens, s.shape[at + 1 : at + 2]
    if after == "Y" or (cue.verb == "accuse" and after in ("O", "o")):  # "a fact confirmed by the mayor"
        return False
    if cue.verb in OF_DOCUMENTS:
        return names_paper(tokens, subject.named)
    alone = s.shape[subject.first] == "P"
    somebody = names_somebody(s.reading, subject.named)
    if cue.verb in WILLING and not (somebody or alone):
        return False
    helped = s.pieces[at].end - s.pieces[at].start > 1
    return helped or cue.form != "base" or may_be_plural(tokens, subject.named)


def is_unsaid(place: Place, subject: Subject) -> bool:
    """Tell whether the words are the outlet's: "what Ruiz called a “toy bridge”", "Ruiz did not say that it fell"."""
    s, _, _, at, cue, *_ = place
    verbs = s.reading.tokens[s.pieces[at].start : s.pieces[at].end]
    denied = any(t.low in ("not", "never") or t.low.endswith("n't") for t in verbs)
    return (denied and cue.verb != "deny") or (subject.first > 0 and s.low(subject.first - 1) == "what")


def touches_quotation(place: Place, contents: tuple[Range, ...]) -> bool:
    """Tell whether a quotation that is no title stands right beside the cue, as it must for "they chanted"."""
    s = place.sentence
    edges = [start if start > place.at else end - 1 for start, end in contents]
    beside = [edge for edge in edges if edge < place.hi and s.shape[edge] in "Qq"]
    return any(not is_title(s.text(k)) for k in beside)


def participle(place: Place) -> Attribution | None:
    """Ruiz closed the bridge, saying that it was unsafe."""
    s, lo, hi, at, cue, earlier = place
    tokens = s.reading.tokens
    beside = len(s.shape[:at].rstrip("A")) - 1
    paper = names_paper(tokens, s.tokens(beside, beside + 1))  # not in "spoke of an article alleging"
    own = beside >= lo and s.shape[beside] == "O" and paper != (s.low(beside) == "with")
    phrase = (s.pieces[beside].start + 1, s.pieces[beside].end)
    subject = Subject(beside, phrase, phrase) if own else shared_subject(s, at)
    if earlier and s.shape[at - 1] == "&":  # "telling Cole that it fell and arguing …"
        subject = earlier[-1].subject
    if not subject:  # "Calling it “a toy,” Ruiz left"
        subject = next((one for k, one in s.subjects.items() if k > at and is_main(s, one)), None)
    start = content_start(place)
    quoted = start < hi and s.shape[start] in "Qq"
    led = at > lo and s.shape[at - 1] in "oW"
    if not subject or ((cue.group == "utter" or led) and not quoted):
        return None
    contents = ((start, clause_end(place, start, at) if start < hi else hi),)
    told = tokens[subject.mention[0]].low != "it" and reports(place, contents)
    return Attribution("participle", at, subject._replace(first=at), contents, told)


NOUN = Cue("", "noun", "say")

# By the kind of piece; the first rule that finds a speaker holds.
RULES: dict[str, tuple[Callable[[Place], Attribution | None], ...]] = {
    "K": (according_to,),
    "S": (noun_of_saying,),
    "D": (passive,),
    "C": (passive, verb_then_name, name_then_verb),
    "G": (participle,),
}


def reports(place: Place, contents: tuple[Range, ...]) -> bool:
    """Tell whether the contents are words said, not a thing: "noted that it rained", but not "noted the rain"."""
    s, _, hi, at, cue, *_ = place
    if not contents or contents[0][0] >= hi:
        return False
    start, end = contents[0]
    if cue.verb == "call":
        return bool(JUDGED.match(s.shape, start, end))
    said = cue.group in ("say", "tell")
    if start < at:
        return said and (s.shape[start] != "O" or is_clause(s, start, end))
    if cue.verb in FREELY:  # not "announced it on Monday"
        return s.shape[start] not in "VCD&" and (s.low(start) != "it" or is_clause(s, start + 1, end))
    clause = s.shape[start - 1] == "h" or SAID_CLAUSE.match(s.shape, start, hi)
    wills = cue.verb in WILLING or (cue.group == "tell" and start == at + 1)  # "advised Cole to stay"
    return said and bool(clause or (wills and s.shape[after_circumstances(place) :].lstrip("A")[:1] == "I"))


def is_clause(s: Parsed, start: int, end: int) -> bool:
    """Tell whether the words have a verb, as small words and endings show it: "it rained", not "two more jobs"."""
    return not CLAUSAL.isdisjoint(s.shape[start:end])


# ---------------------------------------------------------------- Contents


def contents_around(place: Place, subject: Subject) -> tuple[Range, ...]:
    """Return where the words said stand when the name goes before the verb: before it, after it, or on both sides."""
    s, lo, hi, at, *_ = place
    first, shape = subject.first, s.shape
    start, end = content_start(place), after_circumstances(place)
    before = shape[first - 1] if first > lo and not subject.shared else ""
    after = ((start, clause_end(place, start, first)),) if start < hi else ()
    taken = any(start < first <= end for other in place.earlier for start, end in other.contents)
    if before in ("Q", "q") and not (after and (taken or is_title(s.text(first - 1)))):
        bare = first - 1 > lo and s.text(first - 1)[-1] not in ".,?!" and shape[first - 2] in "dTNO"
        # "the “big pier” he promised"
        return ((first - 1 if bare else lo, first), *quotes_after(s, at + 1, hi))
    if before in ("r", "h") and after and shape[start] in "VvD":
        return ((first - 1, after[0][1]),)  # "which Ruiz said was safe"
    opens = first - 1 == lo or shape[first - 2] in ",-(&BA"
    if s.low(first - 1) == "as" and opens and stands_apart(place, start, end):
        return (parenthetical(s, (lo, hi), (first - 1, end)),)
    if before not in (",", "-") or shape[first] in "rh":
        return after
    quoted = after and shape[start] in "Qq" and s.text(start)[:1].islower()
    if is_medial(s, end, hi) or (quoted and shape[start - 1] == ","):
        return ((lo, hi),)  # "the bridge, Ruiz said, is safe" and "if it falls, Ruiz said, “we stay”"
    told = [to for other in place.earlier for _, to in other.contents if to < first and shape[to] == "B"]
    begin = max(told, default=lo - 1) + 1  # "Cole said it was safe, but he would stay, he said"
    return after or ((begin, strip_marks(s, begin, first)), *quotes_after(s, at + 1, hi))


def stands_apart(place: Place, start: int, end: int) -> bool:
    """Tell whether all that "as Ruiz noted" attributes goes before or follows it, not "that it was safe" after it."""
    s, _, hi, _, cue, earlier = place
    told_after = start < hi and s.shape[start - 1] == "h"
    return not (earlier or told_after or cue.verb in WILLING) and (end >= hi or s.shape[end] in ",-.;:()")


def content_start(place: Place) -> int:
    """Return the piece where the words said begin, past the hearer, the day and the occasion; `hi` if nowhere."""
    s, _, hi, at, cue, *_ = place
    if cue.group == "name":
        return at + 1
    subject, k = s.subjects.get(at), after_circumstances(place)
    opens = subject and s.shape[max(subject.first - 1, 0) : subject.first] in ("", "B")  # what is said must come after
    if cue.group == "tell" and k < hi and s.shape[k] == "I":
        return at + 1  # "asked the mayor to stay": who should is said too
    if k < hi and s.low(k) in CIRCUMSTANCES:
        return at + 1 if opens and AFTER_TIME.match(s.shape, k, hi) else hi
    if k >= hi or s.shape[k] in ".;)":
        return hi
    if s.shape[k] == ":" or (s.shape[k] == "h" and s.shape[k + 1 : k + 2] not in ("V", "D")):
        inserted = INSERTED.match(s.shape, k + 1, hi)  # "that, like the ferry, it"
        return inserted.end() if inserted else k + 1
    if s.shape[k] in ",-":
        later = INSERTION.match(s.shape, k, hi)
        if not later and opens:
            later = AFTER_COMMA.match(s.shape, k, hi)
            return later.end() if later else hi
        return later.end() - (s.shape[later.end() - 1] != "h") if later else hi
    return k


def after_circumstances(place: Place) -> int:
    """Return the first piece after the cue that is not of the hearer, the day or the occasion."""
    s, _, hi, at, cue, *_ = place
    k = at + 1
    hearer = HEARER.match(s.shape, k, hi)
    that = hearer and THAT.match(s.shape, hearer.end(), hi) and names_somebody(s.reading, linked_phrases(s, k)[0])
    if hearer and (that or cue.group == "tell"):  # "told Cole it was off", "wrote Cole on Monday that it was off"
        k = hearer.end()
    while k < hi:
        if s.shape[k] == "(":  # "on Friday (March 28) that"
            k = max(s.shape.find(")", k, hi), k) + 1
        elif is_circumstance(place, k):
            k += 1
            k += k < hi and s.shape[k] in "Qq" and s.shape[k - 1] == "O" and is_title(s.text(k), 1)
            k += k < hi and s.shape[k] == "v" and s.shape[k - 1] == "O"  # "in a report released on Friday"
        else:
            break
    return k


def is_circumstance(place: Place, k: int) -> bool:
    """Tell whether the piece after a cue says when or where it was said, not what."""
    s, cue = place.sentence, place.cue
    low = s.low(k)
    if s.shape[k] == "A":  # "at the time", not the "at" of "at least"
        return low not in UNSKIPPED or s.pieces[k].end - s.pieces[k].start > 1
    return s.shape[k] in "OoY" and (cue.verb in PLAINEST if low in MATTERS else low in OCCASIONS)


def clause_end(place: Place, start: int, first: int) -> int:
    """Return where the words said end: the next semicolon; the next comma after "who" and in "While Ruiz says …, …"."""
    s, lo, hi, _, cue, _ = place
    if cue.verb == "call":
        judged = JUDGEMENT.match(s.shape, start, hi)
        return judged.end() if judged else hi
    relative = s.shape[first] in "rh"
    opened = first > lo and s.low(first - 1) in SUBORDINATING
    verbless = s.shape[start] in "OoI" or (s.shape[start] in "NTz" and s.shape[start + 1 : start + 2] == "I")
    ends = (
        [ENDS]
        + [CLOSES] * opened
        + [RELATIVE_ENDS] * relative
        + [NEXT_CLAUSE] * (verbless and s.shape[start - 1] not in "h:")
    )
    found = [match.start() for match in (end.search(s.shape, start + 1, hi) for end in ends) if match]
    turn = next((k for k in range(start + 1, hi - 1) if s.low(k) in TURNS and is_turn(s, k)), hi)
    return min([turn, *found])


def is_turn(s: Parsed, k: int) -> bool:
    """Tell whether the outlet itself goes on at the word of TURNS: "…, but the mayor", not "…, but in Reno"."""
    after, declined = s.low(k + 1), s.low(k + 1) in ("declined", "refused")
    goes_on = s.low(k) != "but" or s.shape[k + 1] in "NP" or after in ("the", "this")
    return declined or (s.shape[k - 1] in ",-" and goes_on)


def parenthetical(s: Parsed, sentence: Range, attribution: Range) -> Range:
    """Return what is said where the attribution stands apart: what follows it, what goes before, or both.

    "It is safe, according to Ruiz"; "it rained, but, as Ruiz noted, it is safe"; "the bridge, as Ruiz noted, is safe".
    """
    (lo, hi), (start, end) = sentence, attribution
    before = strip_marks(s, lo, start)
    few = before > lo and s.pieces[before - 1].end - s.pieces[lo].start < FEWEST_WORDS
    opens = few and s.shape[lo] in "AOow&B"
    joins = start - 2 > lo and s.low(start - 2) in TRAILING
    if (before <= lo or opens or joins) and end + 1 < hi:
        passed = PASSED.match(s.shape, end, hi)
        return passed.end() if passed else end, hi
    return (lo, hi) if is_medial(s, end, hi) and not is_clause(s, lo, before) else (lo, before)


def is_medial(s: Parsed, k: int, hi: int) -> bool:
    """Tell whether the words said go on after the cue: "The bridge, Ruiz said, is safe to cross."."""
    if k + 2 > hi or s.shape[k] not in ",-" or k + 1 >= hi or s.shape[k + 1] in ",-.;:()Qq":
        return False
    after = s.low(k + 1)
    return after in ("by", "to") or not (s.shape[k + 1] in "GE" or after in NOT_MEDIAL)


def quotes_after(s: Parsed, k: int, hi: int) -> tuple[Range, ...]:
    """Return the rest of the sentence as content if a quotation goes on there: "“We,” he said, “will go.”"."""
    later = LATER.search(s.shape, k, hi)
    return ((later.end() - 1, hi),) if later else ()


def strip_marks(s: Parsed, lo: int, end: int) -> int:
    """Return `end` without the marks and the connectives before it: "it was safe, but"."""
    while end > lo and (s.shape[end - 1] in ",-.;:()rR" or s.low(end - 1) in TRAILING):
        if s.shape[end - 1] == ")" and "(" in s.shape[lo:end]:
            break  # "the European Union (EU)"
        end -= 1
    return end


def trim(attribution: Attribution, later: list[Attribution], s: Parsed) -> Attribution:
    """Return the attribution with its contents ended where a later one of the sentence begins beside it."""
    contents = []
    for start, end in attribution.contents:
        for other in later:
            first = other.subject.first
            edge = first if attribution.at < first < other.at else other.at
            around = first < attribution.subject.first  # "an engineer who asked not to be named said"
            while edge > start and s.shape[edge - 1] == "A":
                edge -= 1
            if start < edge < end and (around or begins_anew(s, edge, other)):
                end = edge
        contents.append((start, strip_marks(s, start, end)))
    return attribution._replace(contents=tuple(c for c in contents if c[0] < c[1]))


def begins_anew(s: Parsed, edge: int, other: Attribution) -> bool:
    """Tell whether the attribution that begins at `edge` stands beside the one before it, not within its words."""
    trails = bool(other.contents) and other.contents[0][1] <= edge
    if s.shape[edge - 2 : edge] in (",r", ",w"):  # "…, whom he described as “friends”", "…, where he said"
        return True
    return trails or other.rule == "participle" or s.low(edge - 1) in TRAILING


# ---------------------------------------------------------------- What a phrase names


def may_be_plural(tokens: list[Token], phrase: Range) -> bool:
    """Tell whether the base form of a verb agrees with the phrase: "officials say", "A and B say"."""
    lows = [tokens[k].low for k in range(*phrase)]
    return any((low.endswith("s") and len(low) > 2) or low in PLURAL or low[0].isdigit() for low in lows)


def names_somebody(reading: Reading, phrase: Range) -> bool:
    """Tell whether the phrase has a name, a pronoun, a role or a body in it."""
    alone = (token.low in ALONE for token in reading.tokens[slice(*phrase)])
    return bool(SPEAKING.search(reading.roles, *phrase)) or any(alone)


def names_paper(tokens: list[Token], phrase: Range) -> bool:
    """Tell whether the phrase has a paper in it: "a new poll", "the report of the mayor"."""
    return any(token.low.removesuffix("s") in DOCUMENTS for token in tokens[slice(*phrase)])


# ---------------------------------------------------------------- The people of the article


@dataclass(eq=False, repr=False)
class Scene:
    """What is remembered from sentence to sentence while the article is read."""

    people: People
    voice: Statement | None = None  # the last quotation with a mention, or what somebody was reported to say since
    before: Parsed | None = None  # the sentence before
    said: Answer | None = None  # who is said to speak in it
    awaited: Answer | None = None  # who spoke at the end of the paragraph before, if it ended with a colon
    told: Answer | None = None  # the same, if a verb of saying tells that they did

    def guess(self, sentence: Parsed, at: int) -> tuple[str, Answer | None]:
        """Return what tells who speaks in a quotation that no cue claims, and whom: it may be nobody."""
        if self.awaited:
            return "announced", self.awaited
        if beside := BESIDE.match(sentence.shape):  # “It is off,” Ruiz thundered: whatever the verb
            return "name beside", self.answer(sentence, beside.start("who"))
        opens, follows = at == 0, at == 0 < sentence.pieces[0].start
        led = self.subject_of(self.before, len(self.before.pieces)) if opens and self.before else None
        if follows and (led or (self.said and self.said[0])):  # Ruiz would not hear of it. “It is off.”
            return "introduced", self.said if self.said and self.said[0] else led
        if opens and self.voice:  # a paragraph that names nobody goes on with who spoke last, or was just named
            fresh = led and led[0] and led[1] and led[0] in led[1].text
            return "next paragraph", led if fresh else (self.voice.speaker, self.voice.mention)
        for attribution in sentence.attributions[-1:]:  # Ruiz told The Herald, as “it is safe”
            speaker = self.resolve(sentence.reading, attribution.subject.named)
            return "subject", (speaker, sentence.reading.mention(attribution.subject.mention))
        return "subject", self.subject_of(sentence, at)  # Ruiz had a “very good” talk

    def resolve(self, reading: Reading, named: Range, says: str = "") -> str | None:
        """Return whom the words at `named` stand for, by the fullest name, or None where it can't be told."""
        phrase = head_phrase(reading, *named)
        if not phrase:
            return None
        phrase.speaks, phrase.says = True, says
        person, _ = self.people.meant(phrase, (reading.number, phrase.start))
        return person.name or None if person else None

    def answer(self, sentence: Parsed, at: int) -> Answer:
        """Return whom the piece names, or the name that is inserted after it."""
        mention = apposed(sentence, at, min(at + 3, len(sentence.pieces))) or sentence.tokens(at, at + 1)
        return self.resolve(sentence.reading, mention), sentence.reading.mention(mention)

    def subject_of(self, sentence: Parsed, end: int) -> Answer | None:
        """Return the first subject before that piece if it is somebody."""
        first = FIRST.match(sentence.shape, 0, end)
        at = first.start("who") if first else 0
        somebody = first and names_somebody(sentence.reading, sentence.tokens(at, at + 1))
        return self.answer(sentence, at) if somebody and sentence.low(at) not in THINGS else None

    def remember(self, sentence: Parsed, last: list[tuple[Attribution, str | None]]) -> None:
        """Keep the sentence, and who spoke last in it, for those that follow."""
        self.before, self.said, self.awaited, self.told = sentence, None, None, None
        for attribution, speaker in last:
            self.said = (speaker, sentence.reading.mention(attribution.subject.mention))
        if sentence.shape[-1] in ":,":
            self.told = self.said
            self.awaited = self.told or self.subject_of(sentence, len(sentence.pieces))


@dataclass(slots=True)
class Phrase:
    """A noun phrase taken apart."""

    start: int  # tokens
    end: int
    kind: str  # name, pronoun or thing
    head: str  # folded: the last word of the name, the noun or the pronoun
    name: tuple[str, ...] = ()  # as printed
    titles: tuple[str, ...] = ()  # folded words before the name or the head
    apposition: tuple[str, ...] = ()  # folded words of "the mayor" in "Ana Ruiz, the mayor of Reno,"
    of: bool = False  # "of Reno" goes on
    definite: str = ""  # "the", "his" and the like, or a name; nothing if the words that follow tell who: "the man who"
    subject: bool = False
    speaks: bool = False
    inside: bool = False  # "in Reno"
    says: str = ""  # in quotation marks, of a pronoun that speaks


def phrases_of(sentence: Parsed) -> list[Phrase]:
    """Return the phrases of a sentence that name somebody, stand for somebody, or tell a role."""
    tokens, letters = sentence.reading.tokens, sentence.reading.letters
    opened = bool(tokens) and sentence.low(0) in ("while", "when", "although", "though", "because")
    row: list[Phrase] = []
    speaking = {attribution.subject.named[0]: attribution for attribution in sentence.attributions}
    leading = {one.named[0] for one in sentence.subjects.values() if is_main(sentence, one)} | speaking.keys()
    leading.add(sentence.pieces[0].start if sentence.pieces else 0)
    for n, piece in enumerate(sentence.pieces):
        if piece.kind not in "NTSPdOY" or not SOMEBODY.search(sentence.reading.roles, piece.start, piece.end):
            continue
        for phrase in phrases_in(sentence.reading, piece.start + (piece.kind in "OY"), piece.end):
            if n or piece.kind != "O" or phrase.kind != "pronoun":  # "For his part, Ana Ruiz"
                owner = letters.startswith("y", phrase.end)  # "Ruiz’s plan", "Hales’ plan", "her plan"
                owner |= phrase.kind == "pronoun" and phrase.end < piece.end
                start = piece.start if letters.startswith("y", phrase.start - 1) else phrase.start  # of "Ruiz’s father"
                phrase.apposition = apposition(sentence, n) if phrase.name else ()
                phrase.subject = opened or (start in leading and not owner)
                phrase.speaks = start in speaking and not owner
                phrase.says = (
                    words_quoted(sentence, speaking[start]) if phrase.speaks and phrase.kind == "pronoun" else ""
                )
                phrase.inside = phrase.start > 0 and tokens[phrase.start - 1].low == "in" and not owner
                row.append(phrase)
    return row


def words_quoted(sentence: Parsed, attribution: Attribution) -> str:
    """Return all that somebody is said to say in quotation marks."""
    pieces = chain.from_iterable(range(*span) for span in attribution.contents)
    return " … ".join(sentence.text(at) for at in pieces if sentence.shape[at] in "Qq")


def apposition(sentence: Parsed, at: int) -> tuple[str, ...]:
    """Return the words of the role in "Ana Ruiz, the mayor of Reno," and in "the mayor, Ana Ruiz,"; else none."""
    shape, tokens = sentence.shape, sentence.reading.tokens
    for comma, beside in ((at + 1, at + 2), (at - 1, at - 2)):
        if comma > 0 and beside < len(shape) and shape[comma] == "," and shape[beside] in "NTOY":
            kind, start, end = sentence.pieces[beside]
            start += kind in "OY"
            words = [token.low for token in tokens[start:end]]
            words = words[: next((k for k, word in enumerate(words) if word in LINKS), None)]
            _, first, last = sentence.pieces[at]
            if beside < at and len(words) < end - start and last - first == 1:
                continue  # "the mayor of Orlando, Florida"
            indefinite = beside > at and words[:1] in (["a"], ["an"]) and len(words) > 1
            roles = sentence.reading.roles[start:end]
            loose = beside < at and roles[0] not in "dg" and "y" not in roles  # "and father of two, Chief Ana Ruiz"
            if words and not loose and (words[-1] in ROLES or indefinite):
                return tuple(words)
    return ()


# Of a phrase's words, a capital letter for one that names.
SOMEBODY = regex(r"[A-Zgrxbp]")
SPEAKING = regex(r"[A-Zrxbps]")
SPAN = regex(r"(?:[^fly]|(?<=[xX])[fl]|(?<=B)f(?=d?[A-Z])|y(?=B))+")  # without owners and what prepositions link to it
SEVERAL = regex(r"(?<![NOU])[NOU]&(?![NOU]+[RXT])|[NOBU]{2}&|[rxb]&[dg]")  # not "Housing and Works Secretary Ana Ruiz"
# "the Office of the Historian", "a Department of Justice press release"
BODY = regex(r"[^fl&]*?(?P<name>[A-Z][A-Z&vy]*(?<=B)(?:fd?(?:[A-QSU-W]+|R(?=[nbp]|$)))?)(?:[nb]*[pP]+)?$")
# "Secretary of State Ana Ruiz", "commissioner of police Ana Ruiz", "minister for Trade and Industry Ana Ruiz"
OFFICE = regex(
    r"(?:.*[xX][fl][a-z&]*(?:O+(?=[NRTU])|(?<=[nb])(?=[A-Z]{2})|[A-Z&]*?(?=[NOU]{2}$))|.*Bf.*[RXT])(?P<name>[A-Zv]+)$"
)
NAME_AT_END = regex(r"(?!v)(?P<name>(?:[NOBPv]|U(?![NOBPU]{2}))*(?:[NOBU]|(?<=.)[RXT]))[pP]*$")


@lru_cache(2**14)
def role_of(word: str, letter: str) -> str:
    """Return the letter of a word in a phrase, a capital one for a word that names."""
    named = letter == "N"
    low = fold(word)
    role = low.split("-")[0]
    if role in ROLES or low in ROLES:
        letter = "x" if role in OFFICERS else "r"
    elif role in PARITY or low.rstrip(".") in TITLES or (named and low == "charge"):  # "Special Agent in Charge Ruiz"
        letter = "t"
    elif named and word.isupper() and word.isalpha() and 1 < len(word) < 4:
        letter = "u"
    elif named:
        letter = "b" if low in BODIES else "o" if low in OFFICES else "p" if low in DOCUMENTS else "n"
    else:
        letter = next((letter for letter, words in PHRASE_WORDS.items() if low in words), "n")
    return letter.upper() if named else letter


def phrases_in(reading: Reading, start: int, end: int) -> Iterator[Phrase]:
    """Yield the phrases in a noun phrase that may be of people: its own words, an owner, what "of" links to it."""
    for match in SPAN.finditer(reading.roles, start, end):
        lo, span = match.start(), match[0]
        if span[0] == "g":
            yield Phrase(lo, lo + 1, "pronoun", reading.tokens[lo].low)
        named = span.rstrip("ns")  # "Ana Ruiz records"
        if named[-1:].isupper() or (span[-1] in "rxbp" and (span[0] in "dg" or reading.roles.startswith("y", lo - 1))):
            phrase = phrase_of(reading, lo, lo + len(named), lo + len(span))
            if phrase and (phrase.name or phrase.head in SPOKEN_OF):
                yield phrase


def head_phrase(reading: Reading, start: int, end: int) -> Phrase | None:
    """Return the phrase of those in a noun phrase that it is about: "spokesman" in "Ruiz’s spokesman at the club"."""
    spans = (match.span() for match in SPAN.finditer(reading.roles, start, end))
    head = next(((lo, hi) for lo, hi in spans if hi == end or reading.roles[hi] != "y"), None)
    return phrase_of(reading, *head, end) if head else None


def phrase_of(reading: Reading, start: int, end: int, stop: int) -> Phrase | None:
    """Return a part, from `start` to `end`, of the phrase that ends at `stop`; None if it is of several people."""
    roles, words = reading.roles[start:end], [token.low for token in reading.tokens[start:end]]
    if end - start == 1 and words[0] in REFERRING:
        return Phrase(start, end, "pronoun", words[0]) if words[0] in THIRD else None
    body = BODY.match(roles) if "B" in roles else None
    link = next((k for k, letter in enumerate(roles) if letter in "fl"), len(roles))
    if roles[:link].endswith("B") and roles[-1] in "xr":  # "a Ministry of Works spokesperson"
        link = len(roles)
    if not body and "&" in roles and SEVERAL.search(roles[:link]):
        return None
    office = OFFICE.match(roles) if link < len(roles) else None
    found = body or office or NAME_AT_END.search(roles[:link])
    low, high = found.span("name") if found else (0, 0)
    defined = words[0] if words[0] in DEFINITE else ""
    held = words[high - 1] in ROLES and words[high - 1] not in ROLE_SURNAMES  # "Former Reno Mayor"
    if (high - low > 1 and not held) or (found and high - low == 1 and words[low] not in ROLES):
        titles = tuple(word.rstrip(".") for word, role in zip(words[:low], roles, strict=False) if role not in "dg&fly")
        name = tuple(token.text for token in reading.tokens[start + low : start + high])
        return Phrase(start, start + high, "name", words[high - 1], name, titles, definite=defined)
    noun = tuple(word for word, role in zip(words[:link], roles, strict=False) if role not in "dg")
    if roles[0].isupper():
        defined = words[0]
    if reading.roles.startswith("y", start - 1):
        defined = "'s"
    if reading.letters[stop : stop + 1] in ("r", "h"):
        defined = ""
    return Phrase(start, end, "thing", noun[-1], (), noun[:-1], (), stop > start + link, defined) if noun else None


class Name(NamedTuple):
    """A name taken apart and folded: Ana Maria van der Berg Jr.; a name of one word is the last name."""

    words: tuple[str, ...]  # without the suffix
    suffix: str

    @property
    def first(self) -> str:
        return self.words[0] if len(self.words) > 1 else ""

    @property
    def last(self) -> str:
        return self.words[-1]

    def may_be(self, other: Name) -> bool:
        """Tell whether both can name one person: "Trump" and "Donald J. Trump", not "Ivanka Trump" or "Trump Jr."."""
        if self.last != other.last:
            return False
        if not self.first or not other.first:
            return not (self.suffix and other.suffix) or self.suffix == other.suffix
        if self.suffix != other.suffix:
            return False
        fewer, more = sorted((self.words, other.words), key=len)
        if more[-len(fewer) :] == fewer:
            return True
        middles = [[word[0] for word in name.words[1:-1] if word not in PARTICLES] for name in (self, other)]
        if all(middles) and middles[0] != middles[1]:
            return False
        short, long = sorted((NICKNAMES.get(name.first, name.first) for name in (self, other)), key=len)
        return long.startswith(short) or (len(long) - len(short) == 1 and is_within(short, long))


@cache
def name_of(name: str) -> Name:
    """Return a name taken apart: "Dr." and the like are left to the caller."""
    words = unaccented(fold(name)).replace(".", " ").replace(",", " ").split() or [name]
    suffix = words.pop() if len(words) > 1 and words[-1] in NAME_ENDINGS else ""
    return Name(tuple(words), suffix)


@dataclass(eq=False, repr=False)
class Person:
    """Somebody whom the article names: a person, or a body, a paper or a place that speaks like one."""

    name: str  # the fullest form; "" of whom only a role is told
    parts: Name
    order: int = 0  # of the first mention among the names
    times: int = 0  # that the article has the full name
    titled: bool = False
    shown: int = 0  # above 0 if the article shows a person, below 0 if something else
    told: str = ""  # "he" or "she", as a title, a role or a relation tells
    speaks: bool = False  # by the full name
    kin: bool = False  # "his daughter Eva Ruiz", for whom a bare "Ruiz" does not stand where there is another
    he: int = 0  # pronouns that can mean nobody else
    she: int = 0
    gender: str = ""  # "he" or "she", as a title or a role tells, else the pronouns, else the first name

    def may_be(self, pronoun: str) -> bool:
        """Tell whether "he", "she" or "it" may stand for it, as far as is known; "" asks for a person."""
        if pronoun == "it":
            return not self.gender and (self.shown <= 0 or not self.titled)
        return self.shown >= 0 and (not pronoun or self.gender in ("", pronoun))

    def weigh(self) -> None:
        """Tell the gender by what is known so far."""
        first = self.parts.first
        self.gender = self.told or ("he" if first in MALE_NAMES else "she" if first in FEMALE_NAMES else "")
        if not self.told and max(self.he, self.she) > 2 * min(self.he, self.she):
            self.gender = "he" if self.he > self.she else "she"


class Trace(NamedTuple):
    """Somebody spoken of at a place of the text."""

    at: tuple[int, int]  # paragraph and token
    sentence: int  # counted through the article
    leads: bool  # as the subject, or as the one who speaks
    speaks: bool
    person: Person
    why: str  # name, pronoun, role or unnamed

    def distance(self, here: int) -> float:
        """Return how far from the mind this is in sentence `here`; subjects and speakers are nearest."""
        if self.sentence == here:
            return 0 if self.leads else 2.5  # "Asked about Cole, he said"
        return 2 * (here - self.sentence) + (not self.leads)


@dataclass(eq=False, repr=False)
class People:
    """Whom an article names, what it calls them, and where it speaks of them."""

    by_word: dict[str, list[Person]] = field(default_factory=lambda: defaultdict(list))  # of the name
    by_role: dict[str, dict[tuple[frozenset[str], Person], None]] = field(default_factory=lambda: defaultdict(dict))
    unnamed: dict[str, Person] = field(default_factory=dict)  # "a witness", by the role
    trail: list[Trace] = field(default_factory=list)
    starts: list[tuple[int, int]] = field(default_factory=list)  # of the sentences: paragraph and token
    fits: dict[tuple[tuple[str, ...], str, bool], list[Person]] = field(default_factory=dict)  # what `called` returned

    def enter(self, name: str, order: int = 0, titled: bool = False, glued: bool = False) -> None:
        """Note a name, unless it is a form of one known: enter longer ones first."""
        parts = name_of(name)
        held = self.by_word.get(parts.last, [])
        if parts.first:
            same = [one for one in held if one.parts.may_be(parts)]
            known = len(same) == 1 or (glued and any(one.shown >= 0 and one.parts.first for one in held))
        else:
            known = any(one.parts.may_be(parts) and not (one.kin and titled and not one.speaks) for one in held)
            known |= any(one.parts.first == parts.last and one.order < order for one in held)
            known |= name.isupper() and name in self.by_word
        if not known:
            person = Person(name, parts, order)
            for key in {*parts.words, "".join(word[0] for word in parts.words).upper()}:
                self.by_word[key] += [person] * (len(self.by_word[key]) < MOST_HOLDERS)

    def meet(self, phrase: Phrase) -> None:
        """Learn from a phrase with a name what its person is, holds and is called."""
        person = self.named(phrase)
        if not person:
            return
        words = {*phrase.titles, *phrase.apposition}
        person.times += len(phrase.name) > 1
        person.speaks = person.speaks or (phrase.speaks and len(phrase.name) > 1)
        person.told = person.told or gender_of(words)
        person.weigh()
        person.kin = person.kin or not KINSHIP.isdisjoint(words)
        titled, bare = not words.isdisjoint(ROLES_AND_TITLES), len(phrase.name) == 1 and bool(person.parts.first)
        person.titled = person.titled or titled
        person.shown += 3 * titled + bare
        if not phrase.titles:
            thing = phrase.inside or phrase.head in BODIES or phrase.head in LOCALITIES
            person.shown -= 3 * thing + 2 * bool(phrase.definite)  # "in Reno", "the Reno Games"
        for row in (phrase.titles, phrase.apposition):
            for n, word in enumerate(row):
                if word in ROLE_MEANT or word in ROLES or n == len(row) - 1:
                    self.hold(ROLE_MEANT.get(word, word), row[:n], person)
        folded = [fold(word) for word in phrase.name]
        for word in folded if phrase.head in BODIES and len(folded) > 1 else ():
            if word == phrase.head or word in HOUSED:
                self.hold(word, (other for other in folded if other != word), person)

    def hold(self, role: str, others: Iterable[str], person: Person) -> None:
        """Note that somebody is called by a role with other words: "the Reno mayor"; "the Justice Department"."""
        held = self.by_role[role]
        if len(held) < MOST_HOLDERS:
            held[frozenset(others), person] = None

    def meant(self, phrase: Phrase, at: tuple[int, int]) -> tuple[Person | None, str]:
        """Return whom a phrase there stands for, somebody unnamed too, or None where it can't be told; and why."""
        if phrase.name:
            person = self.named(phrase, at)
            if not person or not (person.parts.first or len(phrase.name) == 1):
                name = join_name(phrase.name)
                person = Person(name, name_of(name))
            return person, "name"
        if phrase.kind == "pronoun":
            gender = PRONOUN_GENDER.get(phrase.head, "it")
            return self.latest(at, gender, names_quoted(phrase.says) if gender != "it" else ()), "pronoun"
        if phrase.definite == phrase.head and self.by_word.get(phrase.head):
            return self.named(replace(phrase, name=(phrase.head,)), at), "name"  # "Head" for Ana Head
        if phrase.head in ISSUED and phrase.definite != "the":
            place = bisect(self.starts, at) - 1
            here = [trace for trace in self.before((at[0], at[1] + 1)) if trace.sentence == place]
            return issuer(phrase, here), "role"
        holder = self.holder(phrase, at) or self.described(phrase, at) if phrase.definite else None
        if holder or phrase.head not in ROLES:
            return holder, "role"
        told = gender_of([phrase.head])
        unnamed = Person("", Name((phrase.head,), ""), shown=1, told=told, gender=told)
        if not phrase.definite:
            self.unnamed[phrase.head] = unnamed
        return self.unnamed.get(phrase.head, unnamed), "unnamed"

    def named(self, phrase: Phrase, at: tuple[int, int] = (sys.maxsize, 0)) -> Person | None:
        """Return whom the name stands for: of namesakes the one named far more often, else the one named last."""
        key = phrase.name, gender_of(phrase.titles), phrase.speaks
        if key not in self.fits:
            self.fits[key] = self.called(join_name(phrase.name), *key[1:])
        fits = self.fits[key]
        if len(fits) < 2:
            return fits[0] if fits else None
        return self.nearest(at, fits)

    def called(self, name: str, gender: str = "", speaks: bool = False) -> list[Person]:
        """Return who may be meant by a name with a title for `gender`."""
        parts = name_of(name)
        for key in (parts.last, name):
            held = [one for one in self.by_word.get(key, ()) if not gender or one.gender in ("", gender)]
            if parts.first or parts.suffix:
                fits = [one for one in held if one.parts.may_be(parts)]
                exact = [one for one in fits if one.parts == parts]
                if fits:
                    return exact or fits
            elif held:
                held = [one for one in held if one.parts.last == key] or held
                held = [one for one in held if not one.kin or one.speaks] or held
                most = max(one.times for one in held)
                return [one for one in held if 2 * one.times >= most or (speaks and one.speaks)]
        return self.called(name.split()[-1], gender, speaks) if " " in name else []  # "the Daily Globe Ruiz"

    def is_named(self, name: str, words: str) -> bool:
        """Tell whether a quotation names the person of that name, who then does not speak it; a company may."""
        known = any(one.shown > 0 or one.gender for one in self.called(name))
        return known and any(map(name_of(name).may_be, names_quoted(words)))

    def holder(self, phrase: Phrase, at: tuple[int, int]) -> Person | None:
        """Return who holds the role that the phrase names, where the article says so.

        "The president" is whom the article calls so without more, not "Russian President Cole". "The Tory leader", of
        one whom it calls leader of something else, is told only of somebody just spoken of.
        """
        marked = PARITY & {*phrase.titles}
        others = {*phrase.titles} - marked
        held = [(words - marked, one) for words, one in self.by_role.get(phrase.head, ()) if PARITY & words == marked]
        fits = [one for words, one in held if words & others]
        if not others:
            more = {one for words, one in held if words}
            fits = [one for _, one in held if one not in more]
        fits = list(dict.fromkeys(fits or [one for _, one in held]))
        told = not others or any(words & others for words, _ in held)
        if len(fits) == 1 and told:
            return fits[0]
        return self.nearest(at, fits) if told or len(fits) == 1 else None

    def described(self, phrase: Phrase, at: tuple[int, int]) -> Person | None:
        """Return whom "the actress", "the 56-year-old", "the company" mean, of whom the article has not said so.

        That is who is nearest in mind, unless the sentence itself names them or the article spoke of "a witness".
        """
        body = phrase.head in BODIES - STATE and not phrase.titles
        epithet = phrase.head in EPITHETS or phrase.head.endswith("year-old")
        others = {*phrase.titles} - PARITY
        role = phrase.head in ROLES and others and len({one for _, one in self.by_role.get(phrase.head, ())}) < 2
        if not (body or epithet or role) or phrase.of or phrase.definite != "the" or phrase.head in self.unnamed:
            return None
        here = bisect(self.starts, at) - 1
        person = self.latest(at, "it" if body else gender_of([phrase.head]))
        around = [trace for trace in self.before(at, MOST_TRACES) if trace.sentence == here and trace.why == "name"]
        return person if body or all(trace.person is not person for trace in around) else None

    def nearest(self, at: tuple[int, int], fits: Collection[Person]) -> Person | None:
        """Return who of them was spoken of last."""
        near = [trace for trace in self.before(at) if trace.person in fits]
        here = bisect(self.starts, at) - 1
        return min(near, key=lambda trace: (trace.distance(here), trace.at)).person if near else None

    def latest(self, at: tuple[int, int], gender: str, named: Collection[Name] = ()) -> Person | None:
        """Return whom "he", "she" or "it" there means: the nearest in mind, sooner one who is surely a person.

        It is nobody `named` in the quotation: people speak of themselves as "I".
        """
        here = bisect(self.starts, at) - 1
        best, found = (True, float("inf"), True, True, at), None
        for trace in self.before(at):
            one = trace.person
            near = trace.sentence >= here - 2 and (trace.leads or one.parts.last in BODIES)
            if one.may_be(gender) and (near or gender != "it") and not any(map(one.parts.may_be, named)):
                known = one.shown > 0 or one.gender or (trace.leads and (one.parts.first or gender == "it"))
                sure = (known or trace.speaks) and (one.name or trace.leads or one.gender)
                rank = (not sure, trace.distance(here), not trace.speaks, bool(gender) and not one.gender, trace.at)
                if rank < best:
                    best, found = rank, one
        return found

    def before(self, at: tuple[int, int], after: int = 0) -> list[Trace]:
        """Return the last traces before that place, and so many after it."""
        end = len(self.trail)
        if end and self.trail[-1].at >= at:
            end = bisect_left(self.trail, at, key=lambda trace: trace.at)
        return self.trail[max(0, end - MOST_TRACES) : end + after]

    def follow(self, phrase: Phrase, number: int, place: int) -> None:
        """Note whom the phrase speaks of in sentence `place`; a pronoun that can mean one alone tells the gender."""
        person, why = self.meant(phrase, (number, phrase.start))
        gender = PRONOUN_GENDER.get(phrase.head)
        if why == "pronoun" and gender:
            recent = [trace.person for trace in self.trail[-MOST_TRACES // 2 :] if trace.sentence >= place - 1]
            near = {one for one in recent if one.shown >= 0}
            able = {one for one in near if (one.gender if person else one.told) in ("", gender)}
            if len(able) == 1 and person in (None, *able):
                person = able.pop()
                person.he, person.she = person.he + (gender == "he"), person.she + (gender == "she")
                person.weigh()
        if person:
            self.trail.append(Trace((number, phrase.start), place, phrase.subject, phrase.speaks, person, why))


def people_of(readings: list[Reading]) -> People:
    """Return whom the article names, with all that it tells of them."""
    people = People()
    told = [reading for reading in readings if not is_teaser(reading)]
    sentences = [(reading, phrases_of(sentence)) for reading in told for sentence in reading.parsed]
    sentences = [(reading, phrases) for reading, phrases in sentences if phrases]
    people.starts = [(reading.number, phrases[0].start) for reading, phrases in sentences]
    name_people(people, sentences)
    for place, (reading, phrases) in enumerate(sentences):
        for phrase in phrases:
            people.follow(phrase, reading.number, place)
        here = [trace for trace in people.trail[-len(phrases) :] if trace.sentence == place]
        for phrase in phrases:
            owner = issuer(phrase, here) if phrase.head in ISSUED and phrase.definite != "the" else None
            if owner:
                people.hold(phrase.head, (), owner)
    return people


def is_teaser(reading: Reading) -> bool:
    """Tell whether a line of the body is set Like a Headline: it leads to another article, on other people."""
    letters = "".join(token.kind for token in reading.tokens)
    return reading.paragraph.kind in ("body", "subhead") and is_loud(letters) and letters[-1] not in ".Q:"


def issuer(phrase: Phrase, here: list[Trace]) -> Person | None:
    """Return whose the letter is, of those of its sentence: "Ruiz’s letter", "her letter"; in "a letter", who leads."""
    if phrase.definite in OWNERS:
        return next((t.person for t in reversed(here) if 0 <= phrase.start - t.at[1] < LONGEST_TITLE), None)
    return next((trace.person for trace in here if trace.leads), None)


def name_people(people: People, sentences: list[tuple[Reading, list[Phrase]]]) -> None:
    """Enter all names that the sentences have, with what the phrases tell of them; headlines come last."""
    forms: dict[str, list[Phrase]] = {}
    inside: set[str] = set()  # sentences, where a capital says that the word names
    for reading, phrases in sorted(sentences, key=lambda sentence: sentence[0].paragraph.kind == "headline"):
        starts = {lo for lo, _ in reading.sentences}
        for phrase in phrases:
            if phrase.name:
                forms.setdefault(join_name(phrase.name), []).append(phrase)
                opens = phrase.start in starts or reading.letters[phrase.start - 1] == ":"
                inside.update(() if opens else [join_name(phrase.name)])
    order = {name: n for n, name in enumerate(forms)}
    rest = {name: words[1:] for name in forms.keys() - inside if len(words := name.split()) > 2}
    led = {name for name, words in rest.items() if {" ".join(words), words[-1]} <= forms.keys()}  # "Brave Ana Ruiz"
    glued = led | {name for name, phrases in forms.items() if may_be_glued(phrases[0])}
    for name in sorted(forms, key=lambda name: (name in glued, " " not in name, -name.count(" "), name.isupper())):
        people.enter(name, order[name], any(phrase.titles for phrase in forms[name]), name in glued)
        for phrase in forms[name]:
            people.meet(phrase)
    people.fits.clear()


def may_be_glued(phrase: Phrase) -> bool:
    """Tell whether the words before the last name may be no part of it: "the Daily Globe Ruiz", "PM Ruiz"."""
    others = phrase.name[:-1]
    odd = phrase.definite or any(word.lower() in BODIES or (word.isupper() and "." not in word) for word in others)
    return bool(others and odd and not phrase.titles and phrase.head not in BODIES and not phrase.name[-1].isupper())


def names_quoted(words: str) -> list[Name]:
    """Return the names, without titles and roles, that stand in what somebody says; a title is nothing said."""
    if is_title(words) or not {*'“"'}.isdisjoint(words):
        return []
    runs = (re.sub(r"['’]s?$", "", match[0]).split() for match in NAME_RUN.finditer(words))
    names = ([word for word in run if fold(word) not in ROLES_AND_TITLES] for run in runs)
    return [name_of(" ".join(name)) for name in names if name]


def gender_of(words: Collection[str]) -> str:
    """Return "he" or "she" as one of the words tells: a title, a role, a relation; else ""."""
    return "he" if not MALE.isdisjoint(words) else "she" if not FEMALE.isdisjoint(words) else ""


def join_name(words: Sequence[str]) -> str:
    """Return the words of a name as printed: "Prime Minister’s Office"."""
    return " ".join(words).replace(" ’s", "’s").replace(" 's", "'s")


# ================================================================ 6. Dates and figures


def find_dates(article: Article) -> list[FoundDate]:
    """Return the days that `article` names, as ISO dates; a date that can't be told from it is left out.

    Weekdays are reckoned from the day it was published; a day without a year is the one nearest to that day, or to the
    days that it names with their year: where nobody says when it was published, to the last of these, if it is near.
    """
    today = day_of(article.published or article.day)
    matches = [
        (index, match)
        for index, paragraph in enumerate(article.paragraphs)
        if paragraph.kind in STORY_KINDS
        for match in DATE.finditer(paragraph.text)
    ]
    known = known_days(today, [match for _, match in matches])
    quoted = quoted_spans(article)
    found = []
    for index, match in matches:
        if (match["weekday"] or match["relative"]) and within(quoted.get(index, []), match.start()):
            continue  # a speaker's "yesterday" is reckoned from a day that the article need not give
        if match["early"] or match["late"] or not match["month"]:
            line = article.paragraphs[index].line_at(match.start())
            place = (index, line, match.start(), match.end(), match[0])
            found += [FoundDate(*place, day.isoformat()) for day in days_meant(match, today, known) if day]
    return found


def day_of(moment: str | None) -> date | None:
    """Return the day of an ISO date or time: "2025-03-28T21:29+05:30" gives 28 March 2025; None for anything else."""
    try:
        day = date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None  # 0001-01-01 is what a program writes for no date


def known_days(today: date | None, matches: list[re.Match[str]]) -> list[date]:
    """Return the day of publication, then the days that the matches of DATE name with their year or weekday."""
    certain = [match for match in matches if match["year"] or match["iso"] or match["on"]]
    dated = [day for match in certain for day in days_meant(match, today, [today] if today else []) if day]
    return list(dict.fromkeys([today, *dated]))[:MOST_KNOWN_DAYS] if today else sorted(dated)[-1:]


def days_meant(match: re.Match[str], today: date | None, known: list[date]) -> list[date | None]:
    """Return the days that a match of DATE means, None for one that can't be told; "October 2016" gives its middle."""
    if match["iso"]:
        return [day_of(iso_moment(match["iso"]))]
    if match["relative"]:
        return [today and today + timedelta(RELATIVE_DAYS[match["relative"]])]
    if match["weekday"]:
        return [today and weekday_meant(match, today)]
    month = month_named(match["month"])
    numbers = re.findall(r"\d+", match["early"] or match["late"] or "15")
    weekday = match["on"] if len(numbers) == 1 else None
    days = [day_meant(match["year"], month, int(number), weekday, known) for number in numbers]
    told = today or match["year"] or not known
    return [day for day in days if day and (told or abs(day - known[0]).days <= NEAR_DAYS)]


def weekday_meant(match: re.Match[str], today: date) -> date | None:
    """Return the day that "Friday" means on `today`: the last one, or the coming one where the words look ahead.

    None where it can't be told ("every Friday") or is no day at all ("Black Friday").
    """
    told = re.split(r"[.!?;]\W*\s", match.string[max(0, match.start() - 200) : match.start()])[-1]
    before = words_of(told)[::-1]
    after = words_of(re.split(r"[.!?;]", match.string[match.end() : match.end() + 60])[0])[:6]
    ahead = (WEEKDAYS.index(match["weekday"]) - today.weekday()) % 7
    nearest = before[0] if before else ""
    if nearest in UNRECKONED:
        return None
    if nearest == "next":
        return today + timedelta(ahead or 7)
    if nearest == "last":
        return today - timedelta(7 - ahead)
    if ahead == 0:
        return today
    tense = next((word for word in [*before, *after] if word in AHEAD or word in BEHIND), None)
    # "Thursday" in an article of Wednesday is the day after, not six days before, "Tuesday" the day before
    coming = ahead == 1 or (ahead < 6 and tense in AHEAD)
    return today + timedelta(ahead if coming else ahead - 7)


def day_meant(year: str | None, month: int, number: int, weekday: str | None, known: list[date]) -> date | None:
    """Return that day of `year`, else of the year that brings it nearest to a day that is known; None where none does.

    The first known day, that of publication, goes before the others as long as it is near. A weekday tells the year.
    """
    years = {int(year)} if year else {day.year + step for day in known for step in (-1, 0, 1)}
    days = []
    for candidate in sorted(years):
        with suppress(ValueError):  # 29 February, the year 0
            days.append(date(candidate, month, number))
    days = [day for day in days if WEEKDAYS[day.weekday()] == weekday] or days
    if not days or year:
        return next(iter(days), None)
    first = min(days, key=lambda day: abs(day - known[0]))
    if abs(first - known[0]).days <= NEAR_DAYS:
        return first
    return min(days, key=lambda day: min(abs(day - other) for other in known))


def quoted_spans(article: Article) -> dict[int, list[tuple[int, int]]]:
    """Return (start, end) of the direct statements of `article`, by paragraph."""
    spans: dict[int, list[tuple[int, int]]] = {}
    for statement in article.statements:
        if statement.kind == "direct":
            spans.setdefault(statement.paragraph, []).append((statement.start, statement.end))
    return spans


def within(spans: Sequence[tuple[int, int]], place: int) -> bool:
    """Tell whether one of the `spans`, which are in order, holds `place`."""
    before = bisect(spans, (place, sys.maxsize))
    return before > 0 and place < spans[before - 1][1]


def find_figures(article: Article) -> list[Figure]:
    """Return the figures of `article` with value and unit; numbers of dates, hours, years and names are none."""
    dated = {(found.paragraph, place) for found in article.dates for place in range(found.start, found.end)}
    found = []
    for index, paragraph in enumerate(article.paragraphs):
        text = paragraph.text if article.is_english else as_in_english(paragraph.text)
        tells_names = article.is_english and paragraph.kind != "headline"  # by their capitals
        for match in FIGURE_FORM.finditer(text) if paragraph.kind in STORY_KINDS else ():
            if (index, match.start()) not in dated and not names_something_else(match):
                figure = figure_at(match, index, paragraph.line_at(match.start()), tells_names)
                found += [replace(figure, text=paragraph.text[figure.start : figure.end])] if figure else []
    return found


def as_in_english(text: str) -> str:
    """Return the text with the marks in its numbers as in English."""
    return DECIMAL_MARK.sub(english_mark, text)


def english_mark(mark: re.Match[str]) -> str:
    """Return the point or comma that stands in an English number where the other one does elsewhere: "1.200,5"."""
    return "," if mark[0] == "." else "."


def names_something_else(match: re.Match[str]) -> bool:
    """Tell whether the number at `match` is an hour, a year, or part of a name: "9 p.m.", "in 2016", "Section 232"."""
    text, digits, words = match.string, match["digits"] or "", match["words"] or ""
    if match["percent"] or match["money"] or words[:1].islower():
        return False
    name = NAME_BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    return bool(
        HOUR.match(text, match.end())
        or YEAR.fullmatch(digits)
        or (name and (name[1] in MONTH_NAMES or name[1].lower() not in STOP_WORDS) and name[1] not in WEEKDAYS)
    )


def figure_at(match: re.Match[str], index: int, line: int, tells_names: bool) -> Figure | None:
    """Return the figure at `match`; None if nothing is counted: for "one", "one in ten", or words without a unit.

    Where the text `tells_names` by their capitals, a bare number before one is none either.
    """
    text, start, end = match.string, match.start(), match.end()
    if match["ratio"] or (value := value_at(match)) > LARGEST:
        return None
    unit = "%" if match["percent"] else match["currency"]
    if not unit:
        unit, end = unit_after(text, start, end)
    if not unit and tells_names and NAME_AFTER.match(text, end):
        return None
    words = match["words"]
    if words and (not unit or (words.lower() == "one" and text[match.end() : match.end() + 1] != "-")):
        return None
    if words and VAGUE.intersection(words_of(text[max(0, start - 20) : start])[-1:]):
        return None
    whole = int(value) if value == int(value) else value
    return Figure(index, line, start, end, text[start:end], whole, unit, hedge_before(text, start))


def value_at(match: re.Match[str]) -> float:
    """Return the number at a match of FIGURE; "$19 and $22 million" and "19 to 22 million" begin with 19 million."""
    number, scale = number_of(match["money"] or match["digits"] or match["words"]), scale_of(match)
    joined = TO_ANOTHER.match(match.string, match.end())
    other = FIGURE_FORM.match(match.string, joined.end()) if joined and not (scale or match["words"]) else None
    if other and other["currency"] == match["currency"] and scale_of(other):
        scale = scale_of(other) if number < number_of(other["money"] or other["digits"]) else ""
    return number * SCALES[scale]


def scale_of(match: re.Match[str]) -> str:
    """Return the word that multiplies a figure: "million"; "" if there is none."""
    return (match["money_scale"] or match["scale"] or "").lower()


def hedge_before(text: str, start: int) -> str | None:
    """Return what the one or two words before a number make of it: "about", "at least" or "at most"."""
    before = words_of(text[max(0, start - 20) : start].removesuffix(" a "))[-2:]
    return HEDGE_OF.get(" ".join(before)) or HEDGE_OF.get(before[-1] if before else "")


def unit_after(text: str, start: int, end: int) -> tuple[str | None, int]:
    """Return the unit of the number at `start`, and where its word ends: "12 Russian officers", "three-day", ", 22,".

    None where no plural noun follows, and for a fraction: "three-fifths".
    """
    before = text[max(0, start - 4) : start]
    if before == "age " or (text[end : end + 2] == ", " and AGE_BEFORE.search(before)):
        return "years", end
    place = end
    for _ in range(UNIT_REACH):
        word = UNIT_WORD.match(text, place)
        thing = fold(word[1]) if word else ""
        if not word or thing in FRACTIONS or (thing in STOP_WORDS and thing not in PASSED_BY):
            break
        place = word.end()
        things = thing if thing in PLURALS or is_plural(thing) else plural_of(thing)
        if things == thing or text[end] == "-":
            return CURRENCY_WORDS.get(things, things), place
    return None, end


# ================================================================ 7. Comparing
# ---------------------------------------------------------------- Which articles tell one story


def group(articles: Iterable[Article]) -> list[list[Article]]:
    """Return the articles that tell one story each, in the order given: the largest story first, lone articles last."""
    given = list(articles)
    by_day = sorted(range(len(given)), key=lambda n: (given[n].published or "", sorted(given[n].topic)))
    gathered = gather([given[n] for n in by_day])
    stories = sorted(
        (sorted(by_day[place] for place in one.places) for one in gathered), key=lambda one: (-len(one), one)
    )
    return [[given[n] for n in story] for story in stories]


@dataclass(eq=False, slots=True)
class Gathering:
    """Articles that seem to tell one story."""

    places: list[int]  # of the articles
    weights: dict[str, float]  # of the words of their topics, added up; those of one article have the length 1

    def likeness(self, other: Gathering) -> float:
        """Return how like the articles of the one are to those of the other, on the average."""
        return dot(self.weights, other.weights) / (len(self.places) * len(other.places))

    @property
    def inner(self) -> float:
        """How like the articles are to each other, on the average."""
        count = len(self.places)
        return (dot(self.weights, self.weights) - count) / (count * (count - 1))


def dot(one: dict[str, float], other: dict[str, float]) -> float:
    """Return the sum of what both say of each word, multiplied."""
    few, many = sorted((one, other), key=len)
    return sum(weight * many[word] for word, weight in few.items() if word in many)


def gather(articles: list[Article]) -> list[Gathering]:
    """Return the articles put together, the likest first, as long as the groups that they are in are alike."""
    of = [Gathering([place], weights) for place, weights in enumerate(weighed([article.topic for article in articles]))]
    for _, place, other in sorted(neighbours(articles, [one.weights for one in of])):
        one, two = sorted((of[place], of[other]), key=lambda gathering: len(gathering.weights))
        if one is not two and on_one_story(one, two):
            two.places += one.places
            two.weights = dict(two.weights)
            for word, weight in one.weights.items():
                two.weights[word] = two.weights.get(word, 0) + weight
            for changed in one.places:
                of[changed] = two
    return list(dict.fromkeys(of))


def weighed(topics: list[dict[str, float]]) -> list[dict[str, float]]:
    """Return the topics with more weight on what few of them have, each with the length 1."""
    having = Counter(word for topic in topics for word in topic)
    behind = len(topics) + EVERYDAY
    found = []
    for topic in topics:
        weights = {word: weight * log(1 + behind / having[word]) for word, weight in topic.items()}
        length = sqrt(dot(weights, weights)) or 1
        found.append({word: weight / length for word, weight in weights.items()})
    return found


def neighbours(articles: list[Article], topics: list[dict[str, float]]) -> Iterator[tuple[float, int, int]]:
    """Yield (likeness below 0, place, another before it) of each article and those before it by day that it is like."""
    index: Index[int] = Index(LOOKED_BACK)
    days = [day_of(article.published) for article in articles]
    for place, topic in enumerate(topics):
        for other, _ in index.meet(topic)[:NEAREST]:
            day, earlier = days[place], days[other]
            long_ago = bool(day and earlier and day - earlier > LONG_AGO)
            likeness = dot(topic, topics[other]) * (HALF if long_ago else 1)
            if likeness >= LIKE:
                yield -likeness, place, other
        index.add(place, topic)


def on_one_story(one: Gathering, other: Gathering) -> bool:
    """Tell whether the articles of two groups are like enough, and not two groups on like events."""
    likeness = one.likeness(other)
    if min(len(one.places), len(other.places)) < FEW:
        return likeness >= LIKE
    return likeness >= max(LIKE, AS_LIKE_AS_WITHIN * sqrt(one.inner * other.inner))


def find_topic(article: Article) -> dict[str, float]:
    """Return the words that tell what the article is about, by their stems: those used most, names before others."""
    told = [paragraph.text for paragraph in article.paragraphs if paragraph.kind in STORY_KINDS]
    used = Counter(WORD.findall("\n".join([*told, *told[:LEAD]])))
    small = {word for word in used if not word[0].isupper()}
    times: Counter[str] = Counter()
    names = set()
    for word, count in used.items():
        folded = fold(word)
        if folded not in STOP_WORDS and (len(folded) > 2 or folded.isdigit()):
            root = intern(stem(unaccented(folded)))
            times[root] += count
            if word[0].isupper() and folded not in small:
                names.add(root)
    weights = {word: (1 + log(count)) * (NAMES_WEIGH if word in names else 1) for word, count in times.items()}
    return {word: weights[word] for word in sorted(weights, key=lambda word: (-weights[word], word))[:TOPIC_WORDS]}


# ---------------------------------------------------------------- One story


def compare(articles: Iterable[Article], show: Sequence[str] = SECTIONS) -> Story:
    """Return the Story of `articles`, which tell one, with the sections named in `show` worked out.

    They keep their keys if they have them, as those of a group do; else they are keyed A, B, … in their order.
    """
    sections, copies = checked(show), with_days(keyed(articles))
    return Story(copies, **sections_of(copies, sections))


def checked(show: Sequence[str]) -> tuple[str, ...]:
    """Return the sections in `show`, one or several names; a ValueError for what is none."""
    sections = (show,) if isinstance(show, str) else tuple(show)
    if unknown := set(sections).difference(SECTIONS):
        raise ValueError(f"no section {min(unknown)!r}; choose from {', '.join(SECTIONS)}")
    return sections


def sections_of(articles: list[Article], show: Sequence[str]) -> dict[str, Any]:
    """Return the parts of the Story of `articles` that hold the sections in `show`."""
    side_by_side = Comparison(articles)
    with no_collecting():
        found = {part: getattr(side_by_side, part) for part in parts_of(show)}
        return {**found, "compared": side_by_side.compared} if "differences" in found else found


def parts_of(show: Sequence[str]) -> list[str]:
    """Return the parts of a Story that hold the sections in `show`."""
    return [part for section, part in (*STORY_PARTS.items(), *STORY_ADDITIONS) if section in show]


@contextmanager
def no_collecting() -> Iterator[None]:
    """Let Python not look for garbage in cycles: nothing here makes any, and looking costs more with every article."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@dataclass(eq=False, repr=False)
class Comparison:
    """The articles side by side; each part is worked out on first use and kept, since one builds on another."""

    articles: list[Article]

    coverage = cached_property(lambda self: find_coverage(self.alignment, self.articles, self.utterances))
    editions = cached_property(lambda self: find_editions(self.articles, self.sentences))
    utterances = cached_property(lambda self: find_utterances(self.articles, self.names))
    voices = cached_property(lambda self: find_voices(self.articles, self.names))
    timeline = cached_property(lambda self: find_timeline(self.sentences))
    figures = cached_property(lambda self: find_figures_told(self.articles))
    differences = cached_property(lambda self: find_differences(self.things))
    compared = cached_property(lambda self: sum(map(len, self.things)))
    overlap = cached_property(lambda self: find_overlap(self.prose))
    unquoted = cached_property(lambda self: find_unquoted(self.speech, self.prose))
    only = cached_property(lambda self: find_only(self.sentences, known_of(self)))
    twins = cached_property(lambda self: find_twins(self.articles))

    sentences = cached_property(lambda self: [told for article in self.articles for told in sentences_of(article)])
    alignment = cached_property(lambda self: align(self.sentences))
    names = cached_property(lambda self: fullest_names([one for _, one in quotations_in(self.articles)]))
    things = cached_property(lambda self: find_things(self.articles, self.sentences))
    prose = cached_property(lambda self: [prose_of(article) for article in self.articles])
    speech = cached_property(lambda self: [speech_of(article) for article in self.articles])


def keyed(articles: Iterable[Article]) -> list[Article]:
    """Return copies of `articles` with keys: their own if all have one and no two the same, else A, B, … in order."""
    given = list(articles)
    if wrong := [one for one in given if not isinstance(one, Article)]:
        raise TypeError(f"articles as samestory.read gives them are compared, not {type(wrong[0]).__name__}")
    copies = [copy(article) for article in given]
    keys = {article.key for article in copies}
    if len(keys) < len(copies) or "" in keys:
        for number, article in enumerate(copies):
            article.key = key_of(number)
    for article, name in zip(copies, names_for(copies), strict=True):
        article.name = name
    return copies


def names_for(articles: Sequence[Article]) -> list[str]:
    """Return what each article is called: by its user, else its outlet, else what sets its file's name apart."""
    files = [re.split(r"[\W_]+", os.path.splitext(os.path.basename(article.path))[0]) for article in articles]
    shared = set(files[0]).intersection(*files[1:]) if len(files) > 1 else set[str]()
    apart = [[word for word in words if word not in shared and OUTLET_WORD.fullmatch(word)] for words in files]
    telling = [" ".join([word for word in words if len(word) > 1] or words) for words in apart]
    return [one.name or outlet_of(one) or name for one, name in zip(articles, telling, strict=True)]


def outlet_of(article: Article) -> str:
    """Return the outlet that the article names, with its address where that does not bear the name out."""
    outlet, host = article.outlet or "", re.sub(r"^\w+://|[/:?#].*$", "", article.url or "").lower()
    words = words_of(unaccented(outlet))
    letters, labels = "".join(words), host.removeprefix("www.").split(".")
    initials = "".join(word[0] for word in words if word not in ("the", "of", "and"))
    borne_out = any(word in host for word in words if len(word) > 2 and word not in STOP_WORDS) or any(
        len(label) > 1 and (label in letters or (len(initials) > 1 and label.startswith(initials)))
        for label in labels[:-1]
    )
    return outlet if not host or not letters or borne_out else f"{outlet} ({host})"


def key_of(number: int) -> str:
    """Return the key of the article with that number, from 0: "A", …, "Z", "AA", "AB", …"""
    rest, letter = divmod(number, 26)
    return (key_of(rest - 1) if rest else "") + chr(ord("A") + letter)


def with_days(articles: list[Article]) -> list[Article]:
    """Return the articles of one story; one without a date gets a day to reckon from, by the others."""
    days = sorted(day for article in articles if (day := day_of(article.published)))
    for article in articles:
        if days and not article.published and days[-1] - days[0] <= timedelta(STORY_DAYS):
            article.day = days[len(days) // 2].isoformat()
            for found in ("dates", "figures"):  # what was found without that day
                vars(article).pop(found, None)
    return articles


# ---------------------------------------------------------------- One alignment

Owner = TypeVar("Owner", bound=Hashable)
Item = TypeVar("Item")


class Index(Generic[Owner]):
    """What has each key, as long as few have it: words in a row, stems, concepts."""

    def __init__(self, most: int) -> None:
        """Hold `most` owners of a key, the last; what more of them have is a turn of phrase."""
        self.most = most
        self.held: dict[Hashable, tuple[Owner, ...]] = {}

    def add(self, owner: Owner, keys: Iterable[Hashable]) -> None:
        """Say that `owner` has those `keys`, each of them once."""
        for key in keys:
            self.held[key] = (*self.held.get(key, ())[1 - self.most :], owner)

    def meet(self, keys: Iterable[Hashable]) -> list[tuple[Owner, int]]:
        """Return what has some of `keys` and how many, the most first, then as they were added."""
        return Counter(chain.from_iterable(map(self.held.get, keys, repeat(())))).most_common()


@dataclass(eq=False, repr=False)
class Sentence:
    """A sentence of an article, with the dates and figures that stand in it."""

    article: str  # its key
    paragraph: Paragraph
    number: int  # of the paragraph
    start: int  # in the paragraph
    end: int
    opens: bool  # it stands in the headline, the standfirst or the first paragraph of the body
    quoted: Sequence[tuple[int, int]]  # the quotations of the paragraph
    dates: Sequence[FoundDate]
    figures: Sequence[Figure]
    quotations: Sequence[tuple[int, str]]  # the number and the text of each direct statement that begins in it

    text = cached_property(lambda self: self.paragraph.text[self.start : self.end])
    cite = cached_property(lambda self: Cite(self.article, self.paragraph.line_at(self.start), self.text))
    spans = cached_property(lambda self: word_spans(self.text))
    words = cached_property(lambda self: [word for word, *_ in self.spans])
    wording = cached_property(lambda self: " ".join(self.words))
    concepts = cached_property(lambda self: frozenset(map(concept_of, self.words)))


def sentences_of(article: Article) -> list[Sentence]:
    """Return the sentences of the paragraphs that tell the story."""
    places = [
        (index, start, end)
        for index, paragraph in enumerate(article.paragraphs)
        if paragraph.kind in STORY_KINDS
        for start, end in sentences(paragraph.text)
    ]
    direct = [
        (one.paragraph, one.start, (number, one.text))
        for number, one in enumerate(article.statements)
        if one.kind == "direct" and article.paragraphs[one.paragraph].kind in STORY_KINDS
    ]
    spans = quoted_spans(article)
    opening = next((n for n, paragraph in enumerate(article.paragraphs) if paragraph.kind == "body"), 0)
    found = zip(
        by_sentence(places, ((one.paragraph, one.start, one) for one in article.dates)),
        by_sentence(places, ((one.paragraph, one.start, one) for one in article.figures)),
        by_sentence(places, direct),
        strict=True,
    )
    return [
        Sentence(article.key, article.paragraphs[n], n, start, end, n <= opening, spans.get(n, ()), *inside)
        for (n, start, end), inside in zip(places, found, strict=True)
    ]


def by_sentence(places: list[tuple[int, int, int]], found: Iterable[tuple[int, int, Item]]) -> list[list[Item]]:
    """Return for each of the `places`, in order, the items of `found`, (paragraph, start, item), that begin in it."""
    held: list[list[Item]] = [[] for _ in places]
    for paragraph, start, item in found:
        held[bisect(places, (paragraph, start, sys.maxsize)) - 1].append(item)
    return held


@dataclass(eq=False, repr=False)
class Clause:
    """A part of a sentence that tells one thing, with the concepts in it."""

    sentence: Sentence
    start: int  # in the paragraph
    end: int
    concepts: frozenset[str]
    plain: frozenset[str]  # those of them that are no names, nor part of one here
    names: frozenset[str] = frozenset()  # the others
    events: frozenset[str] = frozenset()  # those of them that happen
    weight: float = 0.0  # of all its concepts


class Link(NamedTuple):
    """Two clauses of different articles, by number, and how alike they are."""

    likeness: float
    one: int
    other: int


@dataclass(eq=False, repr=False)
class Alignment:
    """The clauses of the articles, and which of them tell the same."""

    clauses: list[Clause]
    weights: dict[str, float]  # of each concept

    @cached_property
    def alike(self) -> float:
        """How alike two clauses are that tell the same; of many clauses some are alike by chance."""
        articles = len({clause.sentence.article for clause in self.clauses}) or 1
        return ALIKE + LONGER * log2(max(1.0, len(self.clauses) / articles / CLAUSES))

    @cached_property
    def links(self) -> list[Link]:
        """Which clauses of different articles tell the same, the most alike first."""
        index: Index[int] = Index(WIDELY_TOLD)
        links = []
        for _, numbers in groupby(range(len(self.clauses)), key=lambda number: self.clauses[number].sentence.article):
            own = [(number, self.clauses[number]) for number in numbers]
            for number, clause in own:
                met = [other for other, shared in index.meet(clause.concepts) if shared >= FEWEST_ALIKE]
                found = (Link(self.likeness(self.clauses[other], clause), other, number) for other in met)
                links += [link for link in found if link.likeness >= self.alike]
            for number, clause in own:
                index.add(number, clause.concepts)
        return sorted(links, key=lambda link: (-link.likeness, link.one, link.other))

    def weigh(self, concepts: Iterable[str]) -> float:
        """Return how much it tells that two clauses share those concepts."""
        return fsum(map(self.weights.__getitem__, concepts))

    def likeness(self, one: Clause, other: Clause) -> float:
        """Return how surely two clauses tell the same: by what they share, and by how little else they tell."""
        if self.weigh(one.plain & other.plain) < LEAST_PLAIN or have_others(one.events, other.events):
            return 0.0
        weight = self.weigh(one.concepts & other.concepts)
        opening = OPENINGS * (one.sentence.opens and other.sentence.opens)
        strangers = OTHER_NAMES * have_others(one.names, other.names)
        return weight + SHARE_WORTH * weight / sqrt(one.weight * other.weight) + opening - strangers


def have_others(one: frozenset[str], other: frozenset[str]) -> bool:
    """Tell whether both have some, but none in common."""
    return bool(one and other) and one.isdisjoint(other)


def align(told: list[Sentence]) -> Alignment:
    """Return the clauses of the sentences, with the weights of their concepts."""
    names = names_among(told)
    clauses = [clause for sentence in told for clause in clauses_of(sentence)]
    times = Counter(concept for clause in clauses for concept in clause.concepts)
    often = OFTEN * len({sentence.article for sentence in told})
    weights = {word: weight_of_concept(word, word in names) / sqrt(max(1, n / often)) for word, n in times.items()}
    alignment = Alignment(clauses, weights)
    for clause in clauses:
        clause.plain -= names
        clause.names = clause.concepts - clause.plain
        clause.events = clause.concepts & HAPPENINGS
        clause.weight = alignment.weigh(clause.concepts)
    return alignment


def names_among(told: list[Sentence]) -> set[str]:
    """Return the concepts that are mostly written with a capital inside a sentence."""
    balance: Counter[str] = Counter()
    for sentence in told:
        text, titled = sentence.text, sentence.paragraph.kind == "headline"
        for place, (word, start, _) in enumerate(sentence.spans):
            if not text[start].isupper():
                balance[word] -= 1
            elif place and not titled:
                balance[word] += 1
    return {concept_of(word) for word, count in balance.items() if count > 0}


def clauses_of(sentence: Sentence) -> Iterator[Clause]:
    """Yield the clauses of a sentence; what is short belongs to the one before, and "not guilty" is no "guilty"."""
    edges = iter([*(mark.start() for mark in CLAUSE_EDGE.finditer(sentence.text)), len(sentence.text)])
    parts: list[list[tuple[str, int, int]]] = []
    edge, begins, denied = 0, True, False
    plain: set[str] = set()
    titled = sentence.paragraph.kind == "headline"
    for word, start, end in sentence.spans:
        while start >= edge:
            edge, begins = next(edges), True
        if concept := concept_of(word):
            if not parts or (begins and len(parts[-1]) >= LEAST_CLAUSE):
                parts.append([])
            parts[-1].append((f"not {concept}" if denied else concept, start, end))
            if titled or not sentence.text[start].isupper():
                plain.add(parts[-1][-1][0])
            begins = False
        denied = word in NEGATIONS
    if len(parts) > 1 and len(parts[-1]) < LEAST_CLAUSE:
        parts[-2:] = [parts[-2] + parts[-1]]
    for part in parts:
        start, end = sentence.start + part[0][1], sentence.start + part[-1][2]
        concepts = frozenset(concept for concept, _, _ in part)
        yield Clause(sentence, start, end, concepts, concepts & plain)


def weight_of_concept(concept: str, named: bool) -> float:
    """Return how much it tells that two clauses share `concept`."""
    if named:
        return NAME_WEIGHT
    if concept in HAPPENINGS:
        return EVENT_WEIGHT
    return NUMBER_WEIGHT if concept[0].isdigit() else 1.0


# ---------------------------------------------------------------- What they all report


def find_coverage(alignment: Alignment, articles: list[Article], utterances: list[Utterance]) -> list[Fact]:
    """Return what sentences of articles tell alike: the most widely told first, then what articles open with."""
    said = spoken(alignment, articles, utterances)
    facts: dict[frozenset[str], tuple[Fact, int]] = {}
    quoted = [(numbers, SPOKEN_LABEL) for numbers in said]
    found = [(numbers, LABEL) for numbers in tellings(alignment, set(chain.from_iterable(said)))]
    for numbers, opening in quoted + found:
        told = [alignment.clauses[number] for number in sorted(numbers)]
        fact = fact_of(told, opening, alignment)
        facts.setdefault(frozenset(cite.text for cite in fact.cites), (fact, sum(one.sentence.opens for one in told)))
    ranked = sorted(facts.values(), key=lambda one: (-len(one[0].articles), -one[1], -len(one[0].cites)))
    return list({fact.text: fact for fact, _ in reversed(ranked)}.values())[::-1]


def spoken(alignment: Alignment, articles: list[Article], utterances: list[Utterance]) -> list[list[int]]:
    """Return the clauses, by number, that print each utterance of several articles."""
    by_key = {article.key: article for article in articles}
    places: dict[tuple[str, int], list[tuple[int, int, int]]] = defaultdict(list)
    for number, utterance in enumerate(utterances):
        if len({version.article for version in utterance.versions}) > 1:
            for version in utterance.versions:
                said = by_key[version.article].statements[version.statement]
                places[version.article, said.paragraph].append((said.start, said.end, number))
    found: dict[int, list[int]] = defaultdict(list)
    for number, clause in enumerate(alignment.clauses):
        near = places.get((clause.sentence.article, clause.sentence.number), ())
        for one in [one for start, end, one in near if clause.start < end and start < clause.end][:1]:
            found[one].append(number)
    return [numbers for numbers in found.values() if told_by(alignment, numbers) > 1]


def tellings(alignment: Alignment, but: set[int]) -> list[list[int]]:
    """Return the clauses of several articles that tell the same, by number, all `but` those that print an utterance."""
    linked = ((one, other) for _, one, other in alignment.links if but.isdisjoint((one, other)))
    found = together(linked, lambda one, other: hold_together(alignment, one[:BASIS] + other[:BASIS]))
    return [near for numbers in found if surely_told(alignment, near := around_one(alignment, numbers))]


def together(pairs: Iterable[tuple[int, int]], may_join: Callable[[list[int], list[int]], bool]) -> list[list[int]]:
    """Return the numbers that hang together by `pairs`, in lists; two lists become one only where they `may_join`."""
    of: dict[int, list[int]] = {}
    for pair in pairs:
        one, other = (of.setdefault(number, [number]) for number in pair)
        if one is not other and may_join(one, other):
            few, many = sorted((one, other), key=len)
            many[:] = one + other
            of.update(dict.fromkeys(few, many))
    return list({id(numbers): numbers for numbers in of.values()}.values())


def around_one(alignment: Alignment, numbers: list[int]) -> list[int]:
    """Return those of the clauses that share enough with the one that is most like all others, and that one."""
    clauses = [alignment.clauses[number] for number in numbers]

    def to_others(one: Clause) -> float:
        return fsum(alignment.likeness(one, other) for other in clauses if other is not one)

    middle = max(clauses[:MIDDLE], key=to_others)
    shared = [alignment.weigh(middle.concepts & clause.concepts) for clause in clauses]
    return [number for number, weight in zip(numbers, shared, strict=True) if weight >= LEAST_SHARED_TELLING]


def surely_told(alignment: Alignment, numbers: list[int]) -> bool:
    """Tell whether more than two articles tell the same in those clauses, or two in words that are more alike."""
    articles, first = told_by(alignment, numbers), [alignment.clauses[number] for number in numbers[:2]]
    return articles > 2 or (articles == 2 and alignment.likeness(*first) >= alignment.alike + STRICTER)


def told_by(alignment: Alignment, numbers: list[int]) -> int:
    """Return how many articles those clauses are of."""
    return len({alignment.clauses[number].sentence.article for number in numbers})


def hold_together(alignment: Alignment, numbers: list[int]) -> bool:
    """Tell whether each of those clauses has a good part of the concepts that more than half of them have."""
    clauses = [alignment.clauses[number].concepts for number in numbers]
    having = Counter(chain.from_iterable(clauses))
    kernel = frozenset(concept for concept, count in having.items() if 2 * count > len(clauses))
    least = KERNEL_HELD * alignment.weigh(kernel)
    return len(kernel) >= LEAST_KERNEL and all(alignment.weigh(kernel & concepts) >= least for concepts in clauses)


def fact_of(told: list[Clause], opening: float, alignment: Alignment) -> Fact:
    """Return what the clauses tell, in the words of the shortest that has most of what the articles share.

    Of what opens an article, a part of it that is `opening` is enough. What is cited of an article stands in the order
    of its likeness to those words.
    """
    telling = {(clause.sentence.article, concept) for clause in told for concept in clause.concepts}
    shared = Counter(concept for _, concept in telling)
    shares = [sum(shared[concept] - 1 for concept in clause.concepts) for clause in told]
    least = [(opening if clause.sentence.opens else LABEL) * max(shares) for clause in told]
    having = [clause for clause, share, enough in zip(told, shares, least, strict=True) if share >= enough]
    label = min(having, key=by_readability)
    articles = list(dict.fromkeys(clause.sentence.article for clause in told))
    alike = {id(clause): alignment.likeness(label, clause) for clause in told}
    nearest = sorted(told, key=lambda clause: (articles.index(clause.sentence.article), -alike[id(clause)]))
    cites = {(clause.sentence.article, clause.sentence.cite.line): clause.sentence.cite for clause in nearest[::-1]}
    return Fact(label_of(label), articles, list(cites.values())[::-1])


def by_readability(clause: Clause) -> tuple[Any, ...]:
    """Return what sorts whole sentences first, and headlines, then what stands by itself, then what is short."""
    label, kind = label_of(clause), clause.sentence.paragraph.kind
    whole = (kind == "headline" or FULL_STOP.search(label)) and not label.endswith("…")
    leans = kind == "caption" or LEANING.match(label) or within(clause.sentence.quoted, clause.start)
    return not whole, bool(leans), len(label)


def label_of(clause: Clause) -> str:
    """Return the sentence of a clause, a long one only up to the end of the clause, without its dateline or bullet."""
    text = clause.sentence.text
    end = clause.end - clause.sentence.start
    text = text if len(text) <= max(LONG_LABEL, end + SHORT_REST) else text[:end] + " …"
    said = within(clause.sentence.quoted, clause.start)
    return closed(BULLET.sub("", without_dateline(text)), said)


def without_dateline(text: str) -> str:
    """Return a sentence without the place and the agency before it: "RENO, Nev. (AP) — "."""
    tokens = tokenise(text, 0, min(len(text), LONGEST_DATELINE))
    end = dateline_end(tokens)
    return text[tokens[end - 1].end :].lstrip() if end else text


def closed(text: str, said: bool) -> str:
    """Return a sentence from the midst of a quotation, all of it `said` or a part, with the marks that it lacks."""
    more, place = text.count("“") - text.count("”"), text.rfind('"')
    if said and not more and place < 0 and "“" not in text:
        return f"“{text}”"
    if not more and text.count('"') % 2:
        return f'"{text}' if place > 0 and not text[place - 1].isspace() else f'{text}"'
    return f"{text}”" if more > 0 else f"“{text}" if more < 0 else text


# ---------------------------------------------------------------- Utterances and their versions


@dataclass(eq=False, repr=False)
class Wording:
    """The words of a statement as they are compared."""

    article: Article
    number: int  # of the statement in the article
    words: list[str]
    marks: dict[int, tuple[int, int]]  # where an ellipsis or a bracket stands, by the number of the word after it

    @property
    def statement(self) -> Statement:
        return self.article.statements[self.number]

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where each word stands in the statement's text."""
        return [match.span() for match in COMPARED.finditer(self.statement.text) if not is_mark(match[0])]


@dataclass(eq=False, repr=False)
class Kin:
    """A wording beside the fullest printing of its utterance."""

    wording: Wording
    relation: str
    changes: list[Change]
    kept: int  # words
    goes_on: bool  # it prints more of the speech than the fullest printing, before or after what they share


Run = tuple[int, int, int]  # so many words (third) that stand from one place in a first text, from another in a second


class Hole(NamedTuple):
    """What stands between two runs that a fuller wording and another share, by the numbers of their words."""

    full_from: int
    full_to: int
    here_from: int
    here_to: int

    @property
    def full(self) -> int:
        return self.full_to - self.full_from

    @property
    def here(self) -> int:
        return self.here_to - self.here_from

    @property
    def seam(self) -> int:
        """Where a hole at one end of `here` meets the words that both share."""
        return self.here_to if self.here_from == 0 else self.here_from


def find_utterances(articles: list[Article], names: dict[str, str]) -> list[Utterance]:
    """Return what is printed of the same words in several articles, or places of one: the most widely printed first.

    Speakers are called by their fullest `names`.
    """
    wordings = [
        wording_of(article, number)
        for article in articles
        for number, statement in enumerate(article.statements)
        if statement.kind == "direct"
    ]
    groups = grouped([one for one in wordings if count_telling(one.words) >= FEWEST_TELLING or len(one.words) >= LONG])
    return sorted((utterance_of(kins, names) for kins in groups if worth_telling(kins)), key=by_weight)


def by_weight(utterance: Utterance) -> tuple[Any, ...]:
    """Return what sorts an alteration that turns the meaning first, then what is printed most widely."""
    turned = any(change.touches for one in utterance.versions for change in one.changes)
    return not turned, -len({one.article for one in utterance.versions}), -len(utterance.text), utterance.text


def wording_of(article: Article, number: int) -> Wording:
    """Return that statement's words as they are compared, whatever their case and spelling, and its marks."""
    wording = Wording(article, number, [], {})
    for match in COMPARED.finditer(wording.statement.text):
        if is_mark(match[0]):
            start, _ = wording.marks.get(len(wording.words), match.span())
            wording.marks[len(wording.words)] = (start, match.end())
        else:
            wording.words.append(intern(spelling(fold(match[0].replace("[", "").replace("]", "")))))
    return wording


def is_mark(token: str) -> bool:
    """Tell whether a match of COMPARED is an ellipsis or a bracket: "…" and "[the deal]" are, "[t]he" is a word."""
    return token[0] in "(.…" or (token[0] == "[" and token[-1] == "]")


def count_telling(words: Sequence[str]) -> int:
    """Return how many of `words` are no stop words."""
    return len(words) - sum(map(STOP_WORDS.__contains__, words))


def grouped(wordings: list[Wording]) -> list[list[Kin]]:
    """Return the wordings in groups of the same words, each with its fullest printing first."""
    groups: list[list[Kin]] = []
    index: Index[int] = Index(WIDELY_USED)
    by_words: dict[tuple[str, ...], list[Article]] = defaultdict(list)
    for wording in wordings:
        by_words[tuple(wording.words)].append(wording.article)
    short = {words for words in by_words if len(words) < RUN_WORDS}
    for wording in sorted(wordings, key=lambda one: by_fullness(one, len(by_words[tuple(one.words)]))):
        alike = index.meet(map(hash, runs_of(wording.words, min(RUN_WORDS, len(wording.words)))))[:CANDIDATES]
        kin, kins = nearest(wording, [groups[n] for n, _ in alike], by_words[tuple(wording.words)])
        if kin:
            kins.append(kin)
        if not kin or kin.goes_on:
            groups.append([Kin(wording, "full", [], len(wording.words), False)])
            brief = short.intersection(runs_of(wording.words, 2) + runs_of(wording.words, 3))
            index.add(len(groups) - 1, map(hash, brief.union(runs_of(wording.words, RUN_WORDS))))
    return groups


def nearest(wording: Wording, groups: list[list[Kin]], printed: list[Article]) -> tuple[Kin | None, list[Kin]]:
    """Return the wording beside the fullest of one of `groups`, and that group; (None, []) if it is of none of them.

    It is no alteration of what stands in an article that has it `printed` just so as well: both were said.
    """
    near = [(kin, kins) for kins in groups if (kin := kin_of(kins[0].wording, wording))]
    own = [one for one in near if one[0].relation != "altered" or one[1][0].wording.article not in printed]
    return max(own, key=lambda one: closeness(*one), default=(None, []))


def by_fullness(wording: Wording, times: int) -> tuple[Any, ...]:
    """Return what sorts the fullest printing first, then the one printed most `times`, in any order of the articles."""
    return -len(wording.words), len(wording.marks), -times, wording.statement.text, wording.article.path, wording.number


def runs_of(words: Sequence[str], length: int) -> list[tuple[str, ...]]:
    """Return each run of so many of `words`: "we agree on" gives ("we", "agree") and ("agree", "on")."""
    return list(zip(*(words[place:] for place in range(length)), strict=False))


def kin_of(full: Wording, here: Wording) -> Kin | None:
    """Return how `here` relates to the fuller wording; None if it is another utterance."""
    runs = shared_runs(full, here)
    if not runs:
        return None
    kept = sum(n for *_, n in runs)
    first, *inner, last = (Hole(*edges) for edges in between(runs, full.words, here.words))
    ends = [hole for hole in (first, last) if (hole.full or hole.here) and not respelt(full, here, hole)]
    beyond = [hole for hole in ends if goes_beyond(full, here, hole)]
    more = sum(hole.here for hole in beyond)
    changed = [to_sentence(full, here, hole) for hole in ends if hole.here and hole not in beyond]
    holes = sorted(hole for hole in inner + changed if not (respelt(full, here, hole) or is_marked(full, *hole[:2])))
    marked = [hole for hole in holes if is_marked(here, *hole[2:])]
    changes = [change_at(full, here, hole) for hole in holes]
    shared = [*runs, *((0, hole.here_from, hole.here) for hole in changed if moved(here, full, *hole[2:]))]
    altered = any(change.kind != "homoglyph" for change, hole in zip(changes, holes, strict=True) if hole not in marked)
    longer = any(hole.full > kept for hole in holes if hole not in marked)
    parted = altered and (longer or any(hole.full for hole in beyond))  # said twice, or going on in its own way
    if parted or not same_utterance(full, here, shared, altered, more):
        return None
    if altered:
        relation = "altered"
    elif any(hole.full for hole in marked) or any(hole.seam in here.marks for hole in beyond):
        relation = "spliced"
    else:
        relation = "excerpt" if marked or ends else "same"
    return Kin(here, relation, changes, kept, more >= RUN_WORDS)


def shared_runs(full: Wording, here: Wording) -> list[Run]:
    """Return the runs of words that `here` shares with `full`, in order: its unbroken parts if `full` has each."""
    cuts = [0, *sorted(here.marks), len(here.words)]
    parts = [(first, here.words[first:last]) for first, last in pairwise(cuts) if first < last]
    runs, done = [], 0
    for first, words in parts:
        place = place_of(words, full.words, done)
        if place < 0:
            return aligned(full.words, here.words)
        runs.append((place, first, len(words)))
        done = place + len(words)
    return runs


def goes_beyond(full: Wording, here: Wording, hole: Hole) -> bool:
    """Tell whether `here` goes on, at one of its ends, with more than the fuller wording has, or after a full stop."""
    if not hole.here or moved(here, full, *hole[2:]):
        return False
    gap = here.statement.text[here.spans[hole.seam - 1][1] : here.spans[hole.seam][0]]
    return not hole.full or bool(SENTENCE_BREAK.search(gap))


def moved(one: Wording, other: Wording, first: int, last: int) -> bool:
    """Tell whether the words of `one` from `first` to before `last` stand elsewhere in `other`, in another order."""
    words = one.words[first:last]
    runs = runs_of(words, min(RUN_WORDS, len(words)))
    elsewhere = set(runs).intersection(runs_of(other.words, min(RUN_WORDS, len(words))))
    return len(elsewhere) >= LEAST_KEPT * len(runs) and count_telling(words) >= FEWEST_TELLING


def to_sentence(full: Wording, here: Wording, hole: Hole) -> Hole:
    """Return a hole at one end of a printing with no more of the fuller wording than it stands for in its sentence.

    At the end that is the rest of the sentence. At the start it is a word more than `here` has, or what begins with the
    same word: an excerpt begins anywhere.
    """
    text, spans = full.statement.text, full.spans
    starts = hole.here_from == 0
    first = max(hole.full_from, hole.full_to - hole.here - 1) if starts else hole.full_from
    stops = [n for n in range(first + 1, hole.full_to) if SENTENCE_BREAK.search(text[spans[n - 1][1] : spans[n][0]])]
    if starts:
        same = [n for n in range(first, hole.full_to) if full.words[n] == here.words[0]]
        return hole._replace(full_from=max([first, *stops, *same[:1]]))
    return hole._replace(full_to=stops[0] if stops else hole.full_to)


def respelt(full: Wording, here: Wording, hole: Hole) -> bool:
    """Tell whether `hole` holds the same words: "U.S." and "US", "co-operate" and "cooperate", "I'm" and "I am"."""
    there, words = full.words[hole.full_from : hole.full_to], here.words[hole.here_from : hole.here_to]
    return bool(there and words) and not letters(" ".join(there)).isdisjoint(letters(" ".join(words)))


def is_marked(wording: Wording, first: int, last: int) -> bool:
    """Tell whether `wording` has no words from `first` to before `last`, but an ellipsis or a bracket."""
    return first == last and first in wording.marks


def same_utterance(full: Wording, here: Wording, runs: list[Run], altered: bool, beyond: int) -> bool:
    """Tell whether the words that `here` shares with `full` were spoken at once, not only alike."""
    kept = [word for _, j, n in runs for word in here.words[j : j + n]]
    one, other = full.statement.speaker, here.statement.speaker
    named, telling_enough = bool(one and other), count_telling(kept) >= FEWEST_TELLING_ALTERED
    strangers = bool(one and other and not name_of(one).may_be(name_of(other)))
    if strangers and (beyond or len(kept) < FROM_OTHERS or not telling_enough):
        return False
    if len(kept) < LONG and weeks_apart(full.article, here.article):
        return False
    if not altered and not beyond:
        return telling_enough or named or len(kept) >= FRAGMENT or len(kept) == len(full.words)
    least = LEAST_KEPT_STRICTLY if strangers else LEAST_KEPT
    enough = len(kept) > RUN_WORDS and len(kept) >= least * (len(here.words) - beyond)
    return enough and (telling_enough or (named and len(kept) >= FRAGMENT))


def weeks_apart(one: Article, other: Article) -> bool:
    """Tell whether two articles were published so far apart that a remark may have been made twice."""
    days = [day for article in (one, other) if (day := day_of(article.published))]
    return max(days, default=date.min) - min(days, default=date.min) > timedelta(STORY_DAYS)


def change_at(full: Wording, here: Wording, hole: Hole) -> Change:
    """Return what `hole` holds, as both print it, with the marks that stand there, and what is to be said of it."""
    start, end = span_of(here.statement.text, here.spans, *hole[2:], here.marks)
    full_start, full_end = span_of(full.statement.text, full.spans, *hole[:2], full.marks)
    change = Change(full.statement.text[full_start:full_end], here.statement.text[start:end], start)
    parts = [one for one in ((here, full, *hole[2:]), (full, here, *hole[:2])) if one[2] < one[3]]
    if plain_letters(change.full) == plain_letters(change.here):
        change.kind = "homoglyph"
    elif all(moved(*part) for part in parts):
        change.kind = "moved"
    elif not is_marked(here, *hole[2:]):
        names = (
            NAMED.findall(*one)
            for one in ((full.statement.text, full_start, full_end), (here.statement.text, start, end))
        )
        change.touches = touched(change, set.symmetric_difference(*map(set, names)))
    return change


def touched(change: Change, names: set[str]) -> str:
    """Return what turns the meaning in a change: "negation", "condition", "number" or "name"; "" if nothing does."""
    differing = set.symmetric_difference(
        *(set(words_of(written_out(fold(text)))) for text in (change.full, change.here))
    )
    return [*weighty_in(differing), *(["name"] if names else []), ""][0]


def weighty_in(words: Iterable[str]) -> list[str]:
    """Return the kinds of what turns the meaning among the words: "negation", "condition", "number"."""
    among = set(words)
    return [kind for kind, those in WEIGHTY.items() if among & those] + ["number"] * any(w[0].isdigit() for w in among)


def span_of(
    text: str, spans: list[tuple[int, int]], first: int, last: int, marks: dict[int, tuple[int, int]]
) -> tuple[int, int]:
    """Return (start, end) of the words from `first` to before `last` and the marks there, or where they would stand."""
    found = spans[first:last] + [marks[place] for place in range(first, last + 1) if place in marks]
    following = spans[first][0] if first < len(spans) else len(text)
    return min((start for start, _ in found), default=following), max((end for _, end in found), default=following)


def closeness(kin: Kin, kins: list[Kin]) -> tuple[int, bool, int]:
    """Return what makes a group the right one for `kin`: the words shared, then the speaker, then few other words."""
    full = kins[0].wording
    one, other = full.statement.speaker, kin.wording.statement.speaker
    return kin.kept, bool(one and other and name_of(one).may_be(name_of(other))), -len(full.words)


def worth_telling(kins: list[Kin]) -> bool:
    """Tell whether two articles print an utterance, and not only a few words of nobody that may be a title."""
    told = len(kins[0].wording.words) >= FRAGMENT or any(kin.wording.statement.speaker for kin in kins)
    return told and len({id(kin.wording.article) for kin in kins}) > 1


def utterance_of(kins: list[Kin], names: dict[str, str]) -> Utterance:
    """Return the utterance of a group, its versions in the order of the articles; `names` are the story's fullest."""
    versions = [
        Version(
            kin.wording.article.key, kin.wording.number, said.line, kin.relation, kin.changes, said.speaker, said.text
        )
        for kin in kins
        for said in [kin.wording.statement]
    ]
    versions.sort(key=lambda version: (len(version.article), version.article, version.statement))
    said = [kin.wording.statement for kin in kins]
    speakers = fullest_names([one for one in said if is_by_name(one)] or said)
    full = list(dict.fromkeys(names[speaker] for speaker in speakers.values()))
    return Utterance(full, kins[0].wording.statement.text, versions)


def is_by_name(said: Statement) -> bool:
    """Tell whether the article names the speaker there, where others may print "he" or "the president"."""
    mention = said.mention.text if said.mention else ""
    return bool(said.speaker and name_of(said.speaker).last in words_of(unaccented(mention)))


def find_printings(utterance: Utterance) -> list[list[Version]]:
    """Return the versions of an utterance, those together that print the same words in the same relation."""
    found: dict[tuple[Any, ...], list[Version]] = {}
    for version in sorted(utterance.versions, key=lambda version: RELATIONS.index(version.relation)):
        relation = "full" if version.relation == "same" else version.relation
        words = () if relation == "full" else tuple(words_of(version.text))
        changes = tuple((change.full, change.here) for change in version.changes)
        found.setdefault((relation, words, changes), []).append(version)
    return list(found.values())


# ---------------------------------------------------------------- Voices, the timeline and figures


def find_voices(articles: list[Article], names: dict[str, str]) -> list[Voice]:
    """Return who is quoted, by the fullest of `names`, with the words quoted by article: the most quoted first."""
    words: dict[str, dict[str, int]] = {}
    for key, one in quotations_in(articles):
        if one.speaker:
            count = words.setdefault(names[one.speaker], {})
            count[key] = count.get(key, 0) + len(one.text.split())
    voices = [Voice(speaker, count) for speaker, count in words.items()]
    return sorted(voices, key=lambda voice: (-sum(voice.words.values()), voice.speaker))


def quotations_in(articles: Iterable[Article]) -> Iterator[tuple[str, Statement]]:
    """Yield the direct statements of the articles, each with the key of its article."""
    yield from ((article.key, one) for article in articles for one in article.statements if one.kind == "direct")


def fullest_names(said: Sequence[Statement]) -> dict[str, str]:
    """Return for each speaker the fullest name of the same person; "Trump" stays where two Trumps speak as often."""
    times = Counter(one.speaker for one in said if one.speaker)
    parts = {name: name_of(name.replace("-", " ")) for name in times}
    # Roger Stone Jr. is Roger Stone where an article calls him Mr. Stone; a bare "Trump" is no Donald Trump Jr.
    bare = {one.speaker for one in said if is_by_name(one) and one.mention and not name_of(one.mention.text).suffix}
    parts.update((name, parts[name]._replace(suffix="")) for name in bare if name)
    known: dict[str, list[str]] = defaultdict(list)
    fullest = {}
    for name in sorted(times, key=lambda name: (-name.count(" "), name)):
        mine = parts[name]
        fits = [one for one in known[mine.last] if (parts[one].may_be(mine) if mine.first else not parts[one].suffix)]
        best = [one for one in fits if 2 * times[one] >= max(times[other] for other in fits)]
        fullest[name] = best[0] if len(best) == 1 else name
        for word in () if fits else {mine.words[0], mine.last}:
            known[word].append(name)
    return fullest


def find_timeline(told: list[Sentence]) -> list[Day]:
    """Return the days that the articles name, in order, each with the sentences that name it, or what is around it."""
    days: dict[str, list[Cite]] = {}
    for sentence in told:
        cite, text = sentence.cite, sentence.text
        for day, found in {found.date: found for found in reversed(sentence.dates)}.items():
            if len(text) > LONG_SENTENCE:
                cite = replace(cite, text=sentence_at(text, found.start - sentence.start, CONTEXT))
            days.setdefault(day, []).append(cite)
    return [Day(day, cites) for day, cites in sorted(days.items())]


def find_figures_told(articles: Sequence[Article]) -> list[Told]:
    """Return each figure with the sentences that tell it, in the order of the articles."""
    told: dict[tuple[float, str | None], list[Cite]] = {}
    for article in articles:
        for figure in article.figures:
            text = sentence_at(article.paragraphs[figure.paragraph].text, figure.start, FEW_WORDS)
            told.setdefault((figure.value, figure.unit), []).append(Cite(article.key, figure.line, text))
    return [Told(with_unit(value, unit), cites) for (value, unit), cites in told.items()]


def with_unit(value: float, unit: str | None) -> str:
    """Return a figure as one reads it: "25%", "$40", "500,000 workers", "1 month"."""
    number = number_in_words(value)
    if not unit or unit == "%":
        return number + (unit or "")
    if not unit[0].isalpha():
        return unit + number
    return f"{number} {singular_of(unit) if value == 1 else unit}"


# ---------------------------------------------------------------- Differences


class Claim(NamedTuple):
    """A value that a sentence gives, and of what: claims with the same `kind` and `about` are about one thing."""

    kind: str  # as in Difference
    about: str  # "people killed", "age of Ana Ruiz"
    value: str | float
    words: str  # as printed
    sentence: Sentence
    low: float = 0  # what the value may stand for, rounded or hedged as it is; nothing where it is no number
    high: float = 0  # of an age, the year in which it was told
    reach: float = FAR  # what is further apart is of two things: a quake of 7.6 and one of 6.1
    unit: str | None = None

    def differs(self, other: Claim) -> bool:
        """Tell whether both can't be right; who was 30 in June may be 31 in August."""
        if self.value == other.value or self.low == self.high == other.low == other.high:
            return self.value != other.value
        if self.kind == "age":
            older, younger = (self, other) if self.low > other.low else (other, self)
            years = older.high - younger.high
            return years < BIRTHDAY or older.low - younger.low > years + 1
        return self.high < other.low or other.high < self.low

    def gap(self, other: Claim) -> float:
        """Return how far the values lie apart."""
        return abs(self.low - other.low)

    def may_be_of_one(self, other: Claim) -> bool:
        """Tell whether the values lie near enough to be of one thing."""
        return self.gap(other) <= min(self.reach, other.reach)


def find_things(articles: list[Article], told: list[Sentence]) -> list[list[Claim]]:
    """Return the claims that are about one thing, for each of which two articles or more give a value."""
    slots: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    leads = {id(paragraph) for article in articles for paragraph in lead_of(article)}
    slotted = (claim for one in told for claim in slots_in(one, id(one.paragraph) in leads))
    for claim in chain(slotted, ages_told(articles, told)):
        slots[claim.kind, claim.about].append(claim)
    known = {(id(claim.sentence), claim.value) for claims in slots.values() for claim in claims}
    return [claims for claims in [*slots.values(), *framed_alike(told, known)] if len(tellers(claims)) > 1]


def find_differences(things: list[list[Claim]]) -> list[Difference]:
    """Return the values that articles give differently of the same thing, one thing a row."""
    return [difference_of(row) for claims in things for row in rivals_among(claims)]


def rivals_among(claims: list[Claim]) -> list[list[Claim]]:
    """Return the claims about one thing that differ, those that hang together in one list."""
    values = list({(claim.value, claim.low, claim.high): claim for claim in claims}.values())[:MOST_VALUES]
    rows: list[list[Claim]] = []
    for one, other in ((a, b) for a, b in combinations(values, 2) if a.may_be_of_one(b)):
        here, there = side_of(one, other, claims), side_of(other, one, claims)
        if here and there:
            joined = [row for row in rows if any(claim.value in (one.value, other.value) for claim in row)]
            rows = [row for row in rows if row not in joined] + [[*chain(*joined), *here, *there]]
    return rows


def side_of(one: Claim, other: Claim, claims: list[Claim]) -> list[Claim]:
    """Return the claims of the value `one`, in articles with none that agrees with `other` or is nearer to it."""
    gap = one.gap(other)
    out = tellers(claim for claim in claims if not claim.differs(other) or claim.gap(other) < gap)
    return [claim for claim in claims if claim.value == one.value and claim.sentence.article not in out]


def tellers(claims: Iterable[Claim]) -> set[str]:
    """Return the keys of the articles that make the claims."""
    return {claim.sentence.article for claim in claims}


def difference_of(claims: list[Claim]) -> Difference:
    """Return the difference between the claims, with the sentences that give each value."""
    values: dict[str | float, Value] = {}
    for claim in sorted(claims, key=lambda claim: (claim.low, str(claim.value))):
        number = int(claim.value) if isinstance(claim.value, float) and claim.value.is_integer() else claim.value
        value, cite = values.setdefault(claim.value, Value(number, [])), claim.sentence.cite
        if (cite.article, cite.line) not in [(old.article, old.line) for old in value.cites]:
            value.cites.append(cite)
            value.words.append(claim.words)
    about = max((claim.about for claim in claims), key=len)
    return Difference(claims[0].kind, about, list(values.values()), claims[0].unit)


# ---------------------------------------------------------------- What is told in a few words


def lead_of(article: Article) -> list[Paragraph]:
    """Return the headline, the standfirst and the first paragraphs, which tell of the story's own event."""
    body = [p for p in article.paragraphs if p.kind == "body"]
    return [p for p in article.paragraphs if p.kind in ("headline", "standfirst")] + body[:LEADING]


def slots_in(sentence: Sentence, leading: bool) -> Iterator[Claim]:
    """Yield the claims of which a few words tell what they are about: a street, a record, and in a lead the dead."""
    text = sentence.text
    now = not ELSEWHEN.search(text)
    for cues, pattern, claims_at in SLOTS:
        if (now or claims_at in (roads_at, records_at)) and (leading or claims_at is not tolls_at):
            for match in pattern.finditer(text) if not (cues and cues.isdisjoint(sentence.concepts)) else ():
                yield from claims_at(match, sentence)


def roads_at(match: re.Match[str], sentence: Sentence) -> Iterator[Claim]:
    """Yield what kind of road has that name, and the block of it; "Seventh and Liberty avenues" are two."""
    kind = ROADS[match["kind"].capitalize().removesuffix("s")]
    for name in filter(None, (match["road"], match["other"])):
        last = name.split()[-1]
        nth = concept_of(last.lower())
        known = last[:-2] if last[0].isdigit() else nth if nth.isdigit() else last
        yield Claim("name", f"street: {known}", f"{known} {kind}", match[0], sentence)
    if match["block"]:
        number = float(match["block"])
        yield Claim("figure", f"block of {match['road']} {kind}", number, match[0], sentence, number, number)


def tolls_at(match: re.Match[str], sentence: Sentence) -> Iterator[Claim]:
    """Yield how many were killed, injured or missing; where the gunman is named, he may be counted or not."""
    text, found = sentence.text, match.groupdict("")
    who = found.get("who", "").lower().split()[-1:]
    fate = next(fate for word, fate in FATES.items() if found.get("fate", "dead").lower().startswith(word))
    value = 0.0 if found["n"].lower() in NONE else number_of(found["n"].lower())
    low, high = range_of(value, hedge_before(text, match.start("n")))
    doubt = bool(COUNTED_OR_NOT.search(text))
    whom = who[0] if who and who[0] not in PEOPLE_WORDS else "people"
    for one in ("killed", "injured") if fate == "casualties" else (fate,):
        span = low - doubt, high + doubt
        yield Claim("figure", f"{whom} {one}", value, match[0], sentence, *span, 1.5 * value or FAR)


def magnitudes_at(match: re.Match[str], sentence: Sentence) -> Iterator[Claim]:
    """Yield the magnitudes of quakes: "7.6 and 7.5 magnitude" are two."""
    for words in filter(None, match.groups()):
        size = float(words)
        yield Claim("measure", "magnitude", size, words, sentence, size, size, 0.5)


def records_at(match: re.Match[str], sentence: Sentence) -> Iterator[Claim]:
    """Yield what a team or a boxer has won and lost, "Tom Orm (52-3)": not some games later."""
    record, games = match["record"], sum(map(int, match["record"].split("-")))
    yield Claim("figure", f"record of {match['name']}", record, record, sentence, games, games, FEW_GAMES)


def ages_told(articles: list[Article], told: list[Sentence]) -> Iterator[Claim]:
    """Yield the ages that people are given, with the year in which it was told."""
    days = {article.key: day_of(article.published or article.day) for article in articles}
    aged = (one for one in told if DIGIT.search(one.text) or "-year-old" in one.text)
    ages = [(sentence, *found) for sentence in aged for found in aged_in(sentence.text)]
    full: dict[str, set[tuple[str, ...]]] = defaultdict(set)
    for _, person, _ in ages:
        if len(person) > 1:
            full[person[-1]].add(person)
    for sentence, person, match in ages:
        known = full.get(person[0], set()) if len(person) == 1 else {person}
        if len(known) == 1:
            day, age = days[sentence.article], number_of((match["age"] or match["old"]).lower())
            year = day.toordinal() / DAYS_A_YEAR if day and None not in days.values() else 0
            yield Claim("age", f"age of {' '.join(*known)}", age, match[0].strip(" ,("), sentence, age, year)


def aged_in(text: str) -> Iterator[tuple[tuple[str, ...], re.Match[str]]]:
    """Yield the first and the last name of whoever is given an age, and the match of AGED."""
    for match in AGED.finditer(text):
        before = list(NAME_RUN.finditer(text, max(0, match.start() - NAME_REACH), match.start()))
        person: tuple[str, ...] = ()
        if match["name"]:
            person = first_and_last(match["name"])
        elif before and before[-1].end() == match.start():
            person = first_and_last(before[-1][0])
        if person:
            yield person, match


def first_and_last(run: str) -> tuple[str, ...]:
    """Return the first and the last name in a run of capitalised words, without titles; () if it names nobody."""
    words = [word.strip(".,") for word in run.removesuffix("’s").removesuffix("'s").split()]
    names = [word for word in words if word.lower() not in TITLES | NAME_ENDINGS | BEFORE_NAMES]
    return tuple(dict.fromkeys((names[0], names[-1]))) if names else ()


# ---------------------------------------------------------------- What the words around it tell


class Frame(NamedTuple):
    """A claim with the words around it."""

    claim: Claim
    start: int  # of the value, among the words of the sentence
    end: int
    name: str = ""  # the word that a name is compared by
    beside: frozenset[str] = frozenset()  # the names right before and after a name: "<ana" and ">ruiz"
    names: frozenset[str] = frozenset()  # the words of the names before another value
    last: frozenset[str] = frozenset()  # of the last of them
    clause: frozenset[str] = frozenset()  # its concepts; none where they do not tell what the value is of

    @property
    def words(self) -> list[str]:
        """The words of the sentence."""
        return self.claim.sentence.words

    @property
    def told(self) -> tuple[Any, ...]:
        """What an article says here, whatever of."""
        return self.claim.kind, self.claim.unit, self.name or self.claim.value

    @property
    def keys(self) -> set[Hashable]:
        """What the frame of another claim about the same thing has some of."""
        kind, before = (self.claim.kind, self.claim.unit), self.words[: self.start][-LIKE_BEFORE:]
        long = {self.name[:4], self.name[-4:]} if len(self.name) >= LONG_NAME else set[str]()
        return {(kind, *before), *self.beside, *long} | {(kind, concept) for concept in self.clause}


def framed_alike(told: list[Sentence], known: set[tuple[int, str | float]]) -> list[list[Claim]]:
    """Return the claims whose words are about one thing: "Five bombs were dropped", "the four bombs that fell"."""
    common = Counter(concept for sentence in told for concept in sentence.concepts)
    weight = {concept: log((len(told) + SENTENCES_MORE) / count) for concept, count in common.items()}
    plain = {word for sentence in told for word in LOWER_WORD.findall(sentence.text)}
    frames = [frame for one in told for frame in frames_in(one, plain) if (id(one), frame.claim.value) not in known]
    sources: dict[tuple[Any, ...], set[str]] = defaultdict(set)
    for frame in frames:
        sources[frame.told].add(frame.claim.sentence.article)
    index: Index[int] = Index(WIDELY_USED)
    pairs = []
    for number, frame in enumerate(frames):
        keys = frame.keys
        likes = ((of_one_thing(frames[other], frame, weight, sources), other) for other, _ in index.meet(keys))
        pairs += [(like, other, number) for like, other in likes if like]
        index.add(number, keys)
    things: dict[frozenset[Any], list[Claim]] = defaultdict(list)
    for numbers in map(sorted, together(paired(pairs, frames), lambda *_: True)):
        things[frozenset(frames[number].told for number in numbers)] += [frames[number].claim for number in numbers]
    return list(things.values())


def paired(pairs: list[tuple[float, int, int]], frames: list[Frame]) -> Iterator[tuple[int, int]]:
    """Yield pairs of frames, by number, the likest first: each frame with one of another article."""
    taken: set[tuple[int, str]] = set()
    for _, one, other in sorted(pairs, key=lambda found: (-found[0], found)):
        here, there = (frames[number].claim.sentence.article for number in (one, other))
        if taken.isdisjoint(((one, there), (other, here))):
            taken.update(((one, there), (other, here)))
            yield one, other


def of_one_thing(one: Frame, other: Frame, weight: dict[str, float], sources: Mapping[Any, set[str]]) -> float:
    """Return how surely two claims are of one thing: by the spelling of a name, the words around or the clause.

    Two values that stand in one article are of two things, unless they are days, on which other things may happen.
    """
    here, there, same = one.claim.sentence.article, other.claim.sentence.article, one.told == other.told
    both = not same and (there in sources[one.told] or here in sources[other.told])
    if here == there or (both and one.claim.kind != "date"):
        return 0.0
    if one.name:
        short, long = sorted((one.name, other.name), key=len)
        return 0.0 if same else spelt_alike(one, other) or (not is_within(short, long) and in_like_words(one, other))
    strangers = one.last.isdisjoint(other.words) or other.last.isdisjoint(one.words)
    fewer = min(len(one.names), len(other.names))
    if (fewer and strangers) or len(one.names & other.names) < SAME_NAMES * fewer:
        return 0.0
    return of_like_clauses(one, other, weight)


def spelt_alike(one: Frame, other: Frame) -> float:
    """Return whether two words are one name, once misspelt: beside the same name, or long and but a letter apart."""
    a, b, beside = one.name, other.name, one.beside & other.beside
    start, end = shared_start(a, b), shared_start(a[::-1], b[::-1])
    rest, left = a[start : max(start, len(a) - end)], b[start : max(start, len(b) - end)]
    apart = 1 if rest == left[::-1] else max(len(rest), len(left))
    if a.startswith(b) or b.startswith(a):
        beside = frozenset(name for name in beside if " " in name)  # "Central America" is no "Central American"
    near = bool(beside) and min(len(a), len(b)) > 3 and (apart == 1 or (apart == 2 and start > 1))
    return near or (apart == 1 and len(a) >= LONG_NAME and a[-1] == b[-1])


def in_like_words(one: Frame, other: Frame) -> float:
    """Return how many words around two names are the same; 0 if too few."""
    before = shared_start(one.words[: one.start][::-1], other.words[: other.start][::-1])
    after = shared_start(one.words[one.end :], other.words[other.end :])
    return before + after if before >= LIKE_BEFORE and after and before + after >= LIKE_WORDS else 0


def of_like_clauses(one: Frame, other: Frame, weight: dict[str, float]) -> float:
    """Return how alike two clauses on the same people are; 0 unless each is mostly told in the other's sentence."""
    shares = [
        fsum(weight[c] for c in a.clause & b.claim.sentence.concepts) / (fsum(weight.get(c, 0) for c in a.clause) or 1)
        for a, b in ((one, other), (other, one))
    ]
    least = MOST_OF_CLAUSE if one.claim.kind in ("date", "time") else SOME_OF_CLAUSE
    return sum(shares) if max(shares) >= MOST_OF_CLAUSE and min(shares) >= least else 0.0


def shared_start(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many characters, or words, both begin with."""
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def frames_in(sentence: Sentence, plain: set[str]) -> Iterator[Frame]:
    """Yield the figures, sums, days, times, scores and names of the sentence, with the words around each."""
    spans, text = sentence.spans, sentence.text
    claims = list(claims_in(sentence))
    for place, claim in claims if len(claims) <= MOST_CLAIMS else ():
        first = bisect_left(spans, place, key=lambda span: span[1])
        last = bisect_left(spans, place + len(claim.words), key=lambda span: span[1])
        yield of_clause(Frame(claim, first, last), place)
    for number, (word, start, end) in enumerate(spans):
        bare, printed = word.removesuffix("'s"), text[start:end]
        if printed[0].isupper() and not printed[: len(bare)].isupper() and may_name(bare, plain):
            claim = Claim("name", f"spelling of {printed}", printed, printed, sentence)
            name = spelling(unaccented(bare)).replace("'", "")
            beside = frozenset(names_beside(text, spans, number))
            yield Frame(claim, number, number + 1, NICKNAMES.get(name, name), beside)


def of_clause(frame: Frame, place: int) -> Frame:
    """Return a frame with the names before the value and the concepts of its clause, if these tell what it is of."""
    claim, text = frame.claim, frame.claim.sentence.text
    edges = [0, *(edge for mark in CLAUSE_EDGE.finditer(text) for edge in mark.span()), len(text)]
    start, end = max(edge for edge in edges if edge <= place), min(edge for edge in edges if edge > place)
    runs = [words_of(run[0]) for run in NAME_RUN.finditer(text, 0, place) if fold(run[0]) not in STOP_WORDS]
    words = (word for word in words_of(text[start:end]) if word.isalpha() and stem(word) not in CALENDAR)
    clause = frozenset(concept for concept in map(concept_of, words) if len(concept) > 2)
    thing = claim.unit if claim.unit and claim.unit.isalpha() else text[start:place]
    about = AROUND.sub("", squeeze(f"{thing} {text[place + len(claim.words) : end]}"))
    return frame._replace(
        claim=claim._replace(about=about),
        names=frozenset(chain.from_iterable(runs)),
        last=frozenset(runs[-1] if runs else ()),
        clause=clause if is_counted(claim, place, clause) else frozenset(),
    )


def is_counted(claim: Claim, place: int, clause: frozenset[str]) -> bool:
    """Tell whether the clause tells what a value is of: no part, "the other two bombs", no dead, no other time's."""
    text, unit = claim.sentence.text, stem(claim.unit or "")
    if claim.kind not in ("figure", "money"):
        return claim.kind != "time" or len(clause) > 1
    part = PART_BEFORE.search(text[:place].lower()) or PART_INSIDE.search(claim.words)
    dead = unit in PEOPLE_COUNTED and not FATAL.isdisjoint(clause)
    counted = isinstance(claim.value, str) or (unit and unit not in UNCOUNTED and not part and not dead)
    return bool(counted and not ELSEWHEN.search(text))


def claims_in(sentence: Sentence) -> Iterator[tuple[int, Claim]]:
    """Yield each figure, sum, day, time, year and score that the sentence gives, with its place; no age."""
    text, start = sentence.text, sentence.start
    for figure in sentence.figures:
        span = range_of(figure.value, figure.hedge)
        kind = "money" if (figure.unit or "a") in "$£€¥" else "figure"
        yield (
            figure.start - start,
            Claim(kind, "", figure.value, figure.text, sentence, *span, figure.value, figure.unit),
        )
    for found in sentence.dates:
        if not found.text.startswith((*WEEKDAYS, *RELATIVE_DAYS)):
            day = float(date.fromisoformat(found.date).toordinal())
            yield found.start - start, Claim("date", "", found.date, found.text, sentence, day, day, NEAR_DAYS)
    dated = [(found.start - start, found.end - start) for found in sentence.dates]
    for match in MOMENT.finditer(text) if DIGIT.search(text) else ():
        if not within(dated, match.start()):
            yield match.start(), moment_at(match, sentence)


def moment_at(match: re.Match[str], sentence: Sentence) -> Claim:
    """Return the score, the span of years or the time of day that MOMENT found."""
    if not match["hour"]:
        return Claim("year" if match["year"] else "figure", "", match[0], match[0], sentence)
    minutes = int(match["hour"]) * 60 + int(match["minute"] or 0)
    return Claim("time", "", f"{match['hour']}:{match['minute'] or '00'}", match[0], sentence, minutes, minutes)


def may_name(word: str, plain: set[str]) -> bool:
    """Tell whether a capitalised word may be a name, of somebody or of a place."""
    return len(word) > 2 and not (word in plain or word in STOP_WORDS or word in TITLES or stem(word) in CALENDAR)


def names_beside(text: str, spans: list[tuple[str, int, int]], number: int) -> Iterator[str]:
    """Yield the names right before and after that word: "<ana", ">ruiz" and ">ruiz garcia"."""
    before, capital, end = spans[number - 1]
    if end == spans[number][1] - 1 and text[capital].isupper() and before not in TITLES and before not in ROLES:
        yield "<" + before
    last = first = spans[number][2]
    for _, start, end in spans[number + 1 : number + 3]:
        if last != start - 1 or not text[start].isupper():
            break
        yield ">" + fold(text[first + 1 : end])
        last = end


def range_of(value: float, hedge: str | None) -> tuple[float, float]:
    """Return what a value may stand for: what is rounded to it, "about 500" what is a tenth off, "at least 12" more."""
    digits = f"{value:.0f}" if value == int(value) else f"{value:g}"
    unit = 10.0 ** (len(digits) - len(digits.rstrip("0")) if "." not in digits else -len(digits.partition(".")[2]))
    half = 0 if value < 1000 and value == int(value) else unit / 2
    if hedge == "about":
        half = max(half, unit if len(digits.strip("0").replace(".", "")) > 2 else value / 10)
    low = {"at most": 0, "at least": value}.get(hedge or "", value - half)
    return low, (FAR if hedge == "at least" else value + half)


SLOTS: tuple[tuple[frozenset[str], re.Pattern[str], Callable[[re.Match[str], Sentence], Iterator[Claim]]], ...] = (
    *((TOLL_CUES, pattern, tolls_at) for pattern in TOLLS),
    (ROAD_CUES, ROAD, roads_at),
    (MAGNITUDE_CUES, MAGNITUDE, magnitudes_at),
    (frozenset(), RECORD, records_at),
)


# ---------------------------------------------------------------- Shared wording


@dataclass(eq=False, repr=False)
class Prose:
    """Words of an article, either those outside quotation marks or those inside, with "" wherever they break off."""

    article: Article
    words: list[str] = field(default_factory=list)
    starts: array[int] = field(default_factory=lambda: array("I"))  # where each word stands in its paragraph
    paragraphs: list[tuple[int, int]] = field(default_factory=list)  # (place of its first word, index)

    @cached_property
    def length(self) -> int:
        return sum(map(bool, self.words))

    @cached_property
    def runs(self) -> dict[int, int]:
        """The place of each unbroken run that begins with a telling word, by the hash of the run."""
        runs = enumerate(runs_of(self.words, FOUND_BY))
        return {hash(run): place for place, run in runs if run[0] not in STOP_WORDS and "" not in run}


def prose_of(article: Article) -> Prose:
    """Return what the article says in its own words; not its captions, which come from picture agencies."""
    quoted = quoted_spans(article)
    own = {
        index: gaps_between(quoted.get(index, []), len(paragraph.text))
        for index, paragraph in enumerate(article.paragraphs)
        if paragraph.kind in STORY_KINDS and paragraph.kind != "caption"
    }
    return words_within(article, own)


def speech_of(article: Article) -> Prose:
    """Return what the article prints in quotation marks."""
    return words_within(article, quoted_spans(article))


def gaps_between(quoted: list[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    """Return (start, end) of what a text of that length holds between its quotations."""
    starts, ends = [0, *(end for _, end in quoted)], [*(start for start, _ in quoted), length]
    return list(zip(starts, ends, strict=True))


def words_within(article: Article, spans: dict[int, list[tuple[int, int]]]) -> Prose:
    """Return the words of the article that stand in those spans of its paragraphs."""
    prose = Prose(article)
    for index, places in spans.items():
        prose.paragraphs.append((len(prose.words), index))
        for first, last in places:
            for word, start, _ in [*word_spans(article.paragraphs[index].text[first:last]), ("", 0, 0)]:
                prose.words.append(intern(word))
                prose.starts.append(first + start)
    return prose


def find_overlap(prose: list[Prose]) -> list[Overlap]:
    """Return which articles share wording outside quotation marks, the largest share first."""
    index: Index[int] = Index(SOURCES)
    overlaps = []
    for number, reader in enumerate(prose):
        for source, _ in index.meet(reader.runs)[:CLOSEST]:
            runs = long_runs(prose[source], reader)
            if sum(n for *_, n in runs) >= LEAST_SHARED:
                overlaps.append(overlap_of(prose[source], reader, runs))
        index.add(number, reader.runs)
    return sorted(overlaps, key=lambda one: (-max(one.share_of_a, one.share_of_b), one.a, one.b))


def long_runs(source: Prose, reader: Prose) -> list[Run]:
    """Return the runs of words that two texts share and that are long and telling enough, as the second has them."""
    runs, done = [], 0
    for place, there in sorted((reader.runs[run], source.runs[run]) for run in reader.runs.keys() & source.runs.keys()):
        if place >= done:
            i, j, n = widened(source.words, reader.words, there, place, FOUND_BY)
            done = j + n
            if n >= PASSAGE_WORDS and count_telling(reader.words[j : j + n]) >= PASSAGE_WORDS / 2:
                runs.append((i, j, n))
    return runs


def overlap_of(a: Prose, b: Prose, runs: list[Run]) -> Overlap:
    """Return the overlap of two articles that share `runs`, with its passages in the order of the second."""
    share_of_a, share_of_b = shared_part([(i, n) for i, _, n in runs], a), shared_part([(j, n) for _, j, n in runs], b)
    joined = sorted(joined_runs(a, b, runs), key=lambda runs: -sum(n for *_, n in runs))[:MOST_PASSAGES]
    passages = [passage_of(a, b, runs) for runs in sorted(joined, key=lambda runs: runs[0][1])]
    return Overlap(a.article.key, b.article.key, share_of_a, share_of_b, passages)


def shared_part(runs: list[tuple[int, int]], prose: Prose) -> float:
    """Return how much of an article stands in `runs` of it, (place, words); where these overlap it counts once."""
    places = {place for first, n in runs for place in range(first, first + n)}
    return round(len(places) / (prose.length or 1), 3)


def joined_runs(a: Prose, b: Prose, runs: list[Run]) -> list[list[Run]]:
    """Return `runs` in passages: runs that only a few words part, in both articles, make one."""
    passages: list[list[Run]] = []
    for i, j, n in runs:
        last_i, last_j, last_n = passages[-1][-1] if passages else (-99, -99, 0)
        near = 0 <= i - last_i - last_n <= PASSAGE_GAP and 0 <= j - last_j - last_n <= PASSAGE_GAP
        if near and "" not in a.words[last_i + last_n : i] + b.words[last_j + last_n : j]:
            passages[-1].append((i, j, n))
        else:
            passages.append([(i, j, n)])
    return passages


def passage_of(a: Prose, b: Prose, runs: list[Run]) -> Passage:
    """Return the passage from the first of `runs` to the last, as both articles print it."""
    (i, j, _), (last_i, last_j, n) = runs[0], runs[-1]
    a_line, text_a = as_printed(a, i, last_i + n)
    b_line, text_b = as_printed(b, j, last_j + n)
    return Passage(a_line, b_line, text_a, text_b, sum(n for *_, n in runs))


def as_printed(prose: Prose, first: int, last: int) -> tuple[int, str]:
    """Return the line and the text of the words from place `first` to before `last`, as the article prints them."""
    _, index = prose.paragraphs[bisect(prose.paragraphs, (first, sys.maxsize)) - 1]
    paragraph = prose.article.paragraphs[index]
    start = prose.starts[first]
    return paragraph.line_at(start), paragraph.text[start : word_end(paragraph.text, prose.starts[last - 1])]


def find_unquoted(speech: list[Prose], prose: list[Prose]) -> list[Unquoted]:
    """Return the words that one article quotes and another prints as its own without quoting them anywhere."""
    found: dict[tuple[str, ...], Unquoted] = {}
    index: Index[int] = Index(SOURCES)
    for number, source in enumerate(speech):
        index.add(number, source.runs)
    met = ([(a, b) for a, _ in index.meet(reader.runs) if a != b][:CLOSEST] for b, reader in enumerate(prose))
    for a, b in chain.from_iterable(met):
        for i, j, n in long_runs(speech[a], prose[b]):
            words = speech[a].words[i : i + n]
            quoted = Cite(speech[a].article.key, *as_printed(speech[a], i, i + n))
            unquoted = Cite(prose[b].article.key, *as_printed(prose[b], j, j + n))
            more_than_names = count_telling(words_of(NAME_RUN.sub(" ", quoted.text))) >= FEWEST_TELLING
            if more_than_names and place_of(words, speech[b].words) < 0:
                one = found.setdefault(tuple(words), Unquoted(quoted.text, [], []))
                one.quoted += [quoted] if quoted not in one.quoted else []
                one.unquoted += [unquoted] if unquoted not in one.unquoted else []
    return sorted(found.values(), key=lambda one: (-len(one.text), one.text))


# ---------------------------------------------------------------- What only one reports


@dataclass(eq=False, repr=False)
class Known:
    """What several articles tell, and the key of the one that alone has something; "" for what several have."""

    concepts: dict[str, str]
    figures: list[tuple[float, str, str]]  # value, hedge and home, in order
    days: dict[str, str]
    printed: set[tuple[str, int]]  # (article, number) of the statements that others print as well
    paragraphs: Index[tuple[str, int]]  # (article, number), by their concepts
    told: set[Sentence]  # in which a clause tells what another article tells


def find_only(told: list[Sentence], known: Known) -> list[Only]:
    """Return the sentences that tell what no other article reports, article by article, the most telling first."""
    rows: dict[str, list[tuple[int, Only]]] = defaultdict(list)
    for (key, _), paragraph in groupby(told, key=lambda one: (one.article, one.number)):
        for passage, parts in own_passages(paragraph, known):
            text = passage[0].paragraph.text[passage[0].start : passage[-1].end]
            rows[key].append((weight_of(parts), Only(key, passage[0].cite.line, text, [part for _, part in parts])))
    return [only for found in rows.values() for _, only in sorted(found, key=lambda row: -row[0])]


def known_of(side: Comparison) -> Known:
    """Return what several articles tell, of all that they tell."""
    articles, alignment = side.articles, side.alignment
    homes = sole((concept, clause.sentence.article) for clause in alignment.clauses for concept in clause.concepts)
    days = sole((found.date, article.key) for article in articles for found in article.dates)
    printed = echoed(articles, [*side.speech, *side.prose])
    for utterance in side.utterances:
        if len({version.article for version in utterance.versions}) > 1:
            printed.update((version.article, version.statement) for version in utterance.versions)
    told = {alignment.clauses[number].sentence for link in alignment.links for number in (link.one, link.other)}
    concepts: dict[tuple[str, int], set[str]] = defaultdict(set)
    for clause in alignment.clauses:
        concepts[clause.sentence.article, clause.sentence.number] |= clause.concepts
    paragraphs: Index[tuple[str, int]] = Index(WIDELY_USED)
    for paragraph, having in concepts.items():
        paragraphs.add(paragraph, having)
    return Known(homes, figures_by_value(articles), days, printed, paragraphs, told)


def echoed(articles: list[Article], texts: list[Prose]) -> set[tuple[str, int]]:
    """Return (article, number) of the direct statements that another article has for a good part, quoted or not."""
    index: Index[tuple[str, int]] = Index(SOURCES)
    lengths = {}
    for article in articles:
        for number, statement in enumerate(article.statements):
            if statement.kind == "direct":
                runs = set(map(hash, runs_of(words_of(statement.text), ECHO)))
                lengths[article.key, number] = len(runs)
                index.add((article.key, number), runs)
    met = ((text.article.key, index.meet(set(map(hash, runs_of(text.words, ECHO))))) for text in texts)
    return {one for key, found in met for one, n in found if one[0] != key and n >= LEAST_ECHO * lengths[one]}


def figures_by_value(articles: list[Article]) -> list[tuple[float, str, str]]:
    """Return the value and the hedge of each figure in order, with its home."""
    told = ((figure, article.key) for article in articles for figure in article.figures)
    homes = sole(((figure.value, figure.hedge or ""), key) for figure, key in told)
    return sorted((*known, home) for known, home in homes.items())


def sole(pairs: Iterable[tuple[Item, str]]) -> dict[Item, str]:
    """Return for each item the article that has it; "" if several have."""
    found: dict[Item, str] = {}
    for item, key in pairs:
        if found.setdefault(item, key) != key:
            found[item] = ""
    return found


def own_passages(paragraph: Iterable[Sentence], known: Known) -> list[tuple[list[Sentence], list[tuple[int, str]]]]:
    """Return what a paragraph tells and no other article does, quotations whole, and (weight, text) of its parts."""
    passages: list[tuple[list[Sentence], list[tuple[int, str]]]] = []
    goes_on = False
    for sentence in paragraph:
        parts = telling_parts(sentence, known) if sentence.paragraph.kind == "body" else []
        tells = weight_of(parts) >= LEAST_TELLING
        if tells and not goes_on:
            passages.append(([], []))
        goes_on = tells or (goes_on and within(sentence.quoted, sentence.start))
        if goes_on:
            passages[-1][0].append(sentence)
            passages[-1][1].extend(parts)
    return passages


def telling_parts(sentence: Sentence, known: Known) -> list[tuple[int, str]]:
    """Return (weight, text) of the quotations, figures, names, days and news that no other article has.

    A sentence with a clause that others tell, or with a quotation that they print or retell, is theirs too.
    """
    key = sentence.article
    quoted = [(number, text) for number, text in sentence.quotations if len(text.split()) >= QUOTE_WORDS]
    if sentence in known.told or any(
        (key, number) in known.printed or retold(text, key, known) >= QUOTATION_RETOLD for number, text in quoted
    ):
        return []
    figures = [figure for figure in sentence.figures if is_own(figure, key, known)]
    names = [name for name in proper_names(sentence) if known.concepts.get(concept_of(words_of(name)[-1])) == key]
    share = retold(sentence.text, key, known)
    if names and not quoted and not figures and share >= SENTENCE_RETOLD:
        return []
    return [
        *((TELLING_QUOTE, f"“{text}”") for _, text in quoted),
        *((TELLING_FIGURE, figure.text) for figure in figures),
        *((TELLING_NAME if " " in name else TELLING_NAME // 2, name) for name in names),
        *((TELLING_DATE, found.text) for found in sentence.dates if known.days[found.date] == key),
    ] or (own_news(sentence, known) if share < NEWS_RETOLD else [])


def own_news(sentence: Sentence, known: Known) -> list[tuple[int, str]]:
    """Return the words that no other article has, of a sentence that tells with several of them what happened."""
    words = [(word, concept_of(word)) for word in sentence.words]
    own = [word for word, concept in words if known.concepts.get(concept) == sentence.article]
    if len(own) < FEWEST_NEW or HAPPENINGS.isdisjoint(concept for _, concept in words):
        return []
    return [(TELLING_NEWS, own[0]), *((0, word) for word in own[1:])]


def retold(text: str, key: str, known: Known) -> float:
    """Return how much of what `text` tells stands in one paragraph of another article than `key`."""
    concepts = set(map(concept_of, words_of(text))) - {""}
    shared = next((n for (article, _), n in known.paragraphs.meet(concepts) if article != key), 0)
    return shared / len(concepts) if len(concepts) >= FEWEST_RETOLD else 0.0


def is_own(figure: Figure, key: str, known: Known) -> bool:
    """Tell whether a figure is more than a way to say something, and no other article gives it, however rounded."""
    place = bisect(known.figures, (figure.value,))
    near = known.figures[max(0, place - MOST_NEAR) : place + MOST_NEAR]
    low, high = range_of(figure.value, figure.hedge)
    return (figure.unit in ("%", "$", "£", "€") or figure.value >= FIGURE_FROM) and all(
        home == key or min(value, figure.value) < max(value, figure.value) * ABOUT or high < below or above < low
        for value, hedge, home in near
        for below, above in [range_of(value, hedge)]
    )


def proper_names(sentence: Sentence) -> list[str]:
    """Return the names in a sentence outside its quotations and figures.

    The first word of the sentence is none, unless a name goes on from it; nor is the party and state in "(R-Ohio)".
    """
    counted = [(figure.start, figure.end) for figure in sentence.figures]
    found = []
    for match in NAME_RUN.finditer(sentence.text):
        words, place = match[0].split(), sentence.start + match.start()
        first = match.start() == 0 or sentence.text.endswith(": ", 0, match.start())
        if words[0].lower() in STOP_WORDS or (first and len(words) == 1):
            del words[0]
        if words and ends_name(words[-1]) and not within(sentence.quoted, place) and not within(counted, place):
            found.append(re.sub("['’]s?$", "", " ".join(words)))
    return list(dict.fromkeys(found))


def ends_name(last: str) -> bool:
    """Tell whether a name may end in that word: not in "NATO", "Friday", "Sen.", "Al" or "R-Ohio"."""
    plain = last.isupper() or fold(last)[:3] in CALENDAR or fold(last) in ABBREVIATIONS
    return not plain and len(last) > 2 and last[1] != "-"


def weight_of(parts: list[tuple[int, str]]) -> int:
    """Return how much those parts tell."""
    return sum(weight for weight, _ in parts)


# ---------------------------------------------------------------- Editions


def find_editions(articles: list[Article], told: list[Sentence]) -> list[Edition]:
    """Return each article that is another's later self, beside the one before it that has most of its sentences."""
    lines: dict[str, list[Sentence]] = defaultdict(list)
    for sentence in told:
        lines[sentence.article] += [sentence] if sentence.words else []
    by_key = {article.key: article for article in articles}
    index: Index[str] = Index(LATEST)
    found = []
    for later in sorted(articles, key=lambda article: (article.published or "", order_of_key(article.key))):
        own = dict.fromkeys(sentence.wording for sentence in lines[later.key])
        met = [(key, n) for key, n in index.meet(own) if n >= FEWEST_SAME and one_outlet(by_key[key], later)]
        for key, _ in met[:1]:
            edition = edition_of(lines[key], lines[later.key])
            found += [edition] if edition.share >= SAME_EDITION and edition.changes else []
        index.add(later.key, own)
    return sorted(found, key=lambda edition: (order_of_key(edition.b), order_of_key(edition.a)))


def one_outlet(one: Article, other: Article) -> bool:
    """Tell whether both articles may be one outlet's: not if both name one, and not the same."""
    return not (one.outlet and other.outlet) or words_of(one.outlet) == words_of(other.outlet)


def edition_of(a: list[Sentence], b: list[Sentence]) -> Edition:
    """Return what the sentences of `b` add, drop and change of those of `a`, in order; one that only moved is none."""
    both = Counter(line.wording for line in a) & Counter(line.wording for line in b)
    changes: list[Edit] = []
    for i, i2, j, j2 in between(aligned([line.wording for line in a], [line.wording for line in b]), a, b):
        dropped, added = ([line for line in part if line.wording not in both] for part in (a[i:i2], b[j:j2]))
        changes += edits(dropped, added)
    return Edition(a[0].cite.article, b[0].cite.article, round(both.total() / min(len(a), len(b)), 3), changes)


def edits(dropped: list[Sentence], added: list[Sentence]) -> Iterator[Edit]:
    """Yield what became of sentences between two that stayed: changed where one keeps half of another's words."""
    done = 0
    for new in added:
        ahead = range(done, min(done + REACH, len(dropped)))
        place = max(ahead, key=lambda place: sameness(dropped[place], new), default=done)
        if place in ahead and sameness(dropped[place], new) >= STILL_ONE:
            yield from (Edit("dropped", old.cite.line, None, old.cite.text, "") for old in dropped[done:place])
            old, done = dropped[place].cite, place + 1
            yield Edit(
                "changed", old.line, new.cite.line, old.text, new.cite.text, word_changes(old.text, new.cite.text)
            )
        else:
            yield Edit("added", None, new.cite.line, "", new.cite.text)
    yield from (Edit("dropped", old.cite.line, None, old.cite.text, "") for old in dropped[done:])


def sameness(old: Sentence, new: Sentence) -> float:
    """Return the share of the words of two sentences that both have; two headlines are always one changed."""
    if old.paragraph.kind == new.paragraph.kind == "headline":
        return 1
    return 2 * (Counter(old.words) & Counter(new.words)).total() / (len(old.words) + len(new.words))


def word_changes(old: str, new: str) -> list[Change]:
    """Return the words that differ between two texts, as each prints them."""
    a, b = word_spans(old), word_spans(new)
    runs = aligned([word for word, *_ in a], [word for word, *_ in b])
    spans, later = ([(start, end) for _, start, end in words] for words in (a, b))
    found = []
    for i, i2, j, j2 in between(runs, a, b):
        if i < i2 or j < j2:
            full, here = span_of(old, spans, i, i2, {}), span_of(new, later, j, j2, {})
            found.append(Change(old[slice(*full)], new[slice(*here)], here[0]))
    return found


# ---------------------------------------------------------------- Articles that are one


def find_twins(articles: list[Article]) -> list[Twins]:
    """Return the articles that are one: nearly all the paragraphs of the longest stand in each, word for word."""
    keys: dict[frozenset[str], list[str]] = defaultdict(list)
    for article in articles:
        keys[frozenset(" ".join(words_of(p.text)) for p in article.paragraphs if p.kind == "body")].append(article.key)
    keys.pop(frozenset(), None)
    found: dict[frozenset[str], Twins] = {}  # by the longest body
    held_by: dict[str, frozenset[str]] = {}  # the longest body that has a paragraph
    for body in sorted(keys, key=lambda body: (-length_of(body), sorted(body))):
        holders = (held_by[p] for p in sorted(body) if p in held_by)  # in an order that no hash tells
        longest = max(holders, key=lambda one: length_of(one & body), default=body)
        held = round(length_of(longest & body) / (length_of(longest) or 1), 3)
        if held < SAME_ARTICLE or longest is body:
            found[body] = Twins(keys[body], 1.0)
            held_by.update((p, body) for p in body if p not in held_by)
        else:
            found[longest].articles += keys[body]
            found[longest].share = min(found[longest].share, held)
    twins = [Twins(sorted(one.articles, key=order_of_key), one.share) for one in found.values()]
    return sorted((one for one in twins if len(one.articles) > 1), key=lambda one: order_of_key(one.articles[0]))


def length_of(body: frozenset[str]) -> int:
    """Return how many characters the paragraphs of `body` have."""
    return sum(map(len, body))


def order_of_key(key: str) -> tuple[int, str]:
    """Return what puts "Z" before "AA"."""
    return len(key), key


# ================================================================ 8. Showing
# The stories become headings, rows and tables of marked words once, one story after the other; three writers put these
# on a terminal, into Markdown and on a page. JSON, SQLite and `Story.rows` write the nouns. Each story leaves the
# memory as soon as it is written.


class Mark(NamedTuple):
    """Words of one kind, with the place that they lead to."""

    text: str
    kind: str = ""  # one of STYLES, with a speaker's colour behind it ("speaker s1"); "" for words as they stand
    to: str = ""  # the name of a place: "B-5" for a line, "versions-A3" for a card
    note: str = ""  # what a page adds when pointed at, and of a bar its share of the longest


class Row(NamedTuple):
    """Marked words beside a label in a column of its own, and what stands below them."""

    marks: Sequence[Mark]
    label: Sequence[Mark] = ()
    below: Sequence[Any] = ()  # Row or Table
    kind: str = ""  # card, paper, fold, quote, legend, paged (on a page alone), or what a page's style knows
    name: str = ""
    most: int = 0  # lines on a terminal; 0 for as many as it takes
    language: str | None = None


class Table(NamedTuple):
    """Rows under heads, if it has these; the first cell of a row tells what it is of."""

    kind: str  # coverage or voices
    heads: Sequence[Sequence[Mark]]  # a letter, and the name of that article
    rows: Sequence[tuple[str, Sequence[Sequence[Mark]]]]  # name, cells


class Part(NamedTuple):
    """A heading and what stands under it."""

    name: str  # begins with its section, if it is one: "coverage-A"
    heading: str
    level: int  # 1 for the whole report
    blocks: Sequence[Any]  # Row or Table
    note: str = ""


class Request(NamedTuple):
    """What is to be shown: stories, which may be compared only as they are asked for, and sections of them."""

    groups: Sequence[Sequence[Article]]  # of the stories
    stories: Iterable[Story]
    show: Sequence[str]
    width: int = USUAL_WIDTH  # of a terminal
    color: bool = False  # whether it takes colours
    links: bool = False


@dataclass
class View:
    """A story, and what all of its sections look up."""

    story: Story
    brief: bool = False  # whether few items of a section are wanted

    def items(self, section: str) -> Sequence[Any] | None:
        """Return what the story has of a section; None if it was not asked for, or tells two apart and there is one."""
        alone = section == "only" and len(self.story.articles) < 2
        return None if alone else getattr(self.story, STORY_PARTS.get(section, "articles"))

    def place(self, section: str, number: int = 0) -> str:
        """Return the name of a section, or of an item in it, which no other story has."""
        return f"{section}-{self.story.articles[0].key}{number or ''}"

    @cached_property
    def speakers(self) -> dict[str, Mark]:
        """Whom the table of voices has, the most quoted in a colour; by the name and by its end: "Trump"."""
        names = [voice.speaker for voice in self.story.voices or []]
        colours = {name: f"s{number}" for number, name in enumerate(names[: len(TINTS)], 1)}
        marks = {name: Mark(name, f"speaker {colours.get(name, 'other')}") for name in names}
        ends = {name[space.end() :]: marks[name] for name in reversed(marks) for space in re.finditer(" ", name)}
        return {**ends, **marks}

    def speaker(self, name: str | None) -> Mark:
        """Return a speaker as the table of voices has it: "Donald Trump" for "Trump", if no other is quoted so."""
        return self.speakers.get(name or "", Mark(name or "speaker not told", "speaker other"))

    @property
    def columns(self) -> list[str]:
        """The keys of the articles that have a column each in a table; none if these are too many."""
        return list(self.story.by_key) if len(self.story.by_key) <= WIDEST_TABLE else []

    def fact_cells(self, fact: Fact) -> list[list[Mark]]:
        """Return a fact, and its cite in the column of each article that tells it; all in one where these are many."""
        first = {cite.article: [cite_mark(cite)] for cite in reversed(fact.cites)}
        return [[Mark(fact.text)], *([first.get(key, []) for key in self.columns] or [cite_marks(fact.cites)])]

    def article(self, key: str) -> list[Mark]:
        """Return the letter of an article and its name."""
        return [Mark(key, "key", key), Mark(" " + self.story.by_key[key].name, "name")]


def report(asked: Request, brief: bool = False) -> Iterator[Part]:
    """Yield the parts of the report: what was found in each story comes first in it, lone articles come last."""
    several, legend = len(asked.groups) > 1, legend_rows(asked)
    alone = [article_row(one[0], "") for one in asked.groups if len(one) == 1 and several]
    if several:
        yield list_of_stories(asked.groups, legend)
    told = (story for story in asked.stories if len(story.articles) > 1 or not several)
    for number, story in enumerate(told, 1):
        sections, findings = Sections(story, brief), Findings(story, brief)
        heading = f"{number}. {story_title(story.articles)}" if several else how_many(story)
        parts = filter(None, (sections.part(section, 2 + several) for section in asked.show))
        first, found = next(parts, None), [*findings.rows(), *(() if several else legend)]
        found = found if found or first else [Row([Mark("Nothing was found of what was asked for.")])]
        yield Part(sections.place("story"), heading, 1 + several, found, days_covered(story.articles))
        yield from chain([first] if first else [], parts)
    if alone:
        yield Part("alone", "On a story of their own", 2, alone)


def list_of_stories(groups: Sequence[Sequence[Article]], legend: Sequence[Row]) -> Part:
    """Return how many stories there are, and a row for each with what leads to it."""
    told = [one for one in groups if len(one) > 1]
    articles = count_in_words(sum(map(len, groups)), "article").capitalize()
    alone = f" and {number_word(len(groups) - len(told))} alone" * (len(told) < len(groups))
    rows = []
    for one in told:
        keys = ", ".join(article.key for article in one)
        rows.append(Row([Mark(story_title(one), "", f"story-{one[0].key}")], [Mark(keys, "soft")]))
    heading = f"{articles}: {count_in_words(len(told), 'story', 'stories')}{alone}"
    return Part("stories", heading, 1, [*rows, *legend], days_covered(chain.from_iterable(groups)))


def story_title(articles: Sequence[Article]) -> str:
    """Return what a story is on, by the headline of the first of its articles that has one."""
    return next((article.title for article in articles if article.title), "(no headline)")


def how_many(story: Story) -> str:
    """Return how many articles tell the story, "Five articles, one story", or what keeps them from being compared."""
    count = count_in_words(len(story.articles), "article").capitalize()
    if len(story.articles) == 1:
        return f"{count}, and a second one on its story is needed to compare"
    little = story.coverage is not None and len(story.coverage) < FEW_SHARED and story.utterances == []
    return f"{count}, {'which share little: one story?' if little else 'one story'}"


def legend_rows(asked: Request) -> list[Row]:
    """Return how the report is to be read, by a line of an article as an example; nothing where none are compared."""
    article = next((one[1] for one in asked.groups if len(one) > 1), None)
    if not article or "versions" not in asked.show:
        return []
    line = article.paragraphs[len(article.paragraphs) // 2].line if article.paragraphs else 1
    told = []
    for number, text in enumerate(LEGEND):
        words = re.findall(r"<(\w*)>([^<]*)", "<>" + text.format(line=line, key=article.key))
        marks = [Mark(part, kind, f"{article.key}-{line}" * (kind == "cite")) for kind, part in words]
        told.append(Row(marks, kind="" if number < SHORT_LEGEND else "paged"))
    return [Row([Mark("How to read it")], below=told, kind="legend")]


LEGEND = (
    "<cite>{key}:{line}<> is line {line} of the file of article {key}.",
    "<altered>ALTERED<>: <cut>these<> words stand in the fullest printing only, <added>these<> here.",
    "No mark says so there, and the fullest printing need not be what was said. <relation>excerpt<>: one unbroken"
    " part of it; <relation>spliced<>: parts, with a mark for what is left out.",
    "In the articles in full, <quote>tinted words<> were said by one speaker and lead to their printings;"
    " <shared>dotted ones<> stand in another article too; <chip>in 3<> leads from a sentence to the three articles"
    " that tell it, <chip>differs<> to what others give instead.",
)
SHORT_LEGEND = 2  # lines of it, which suffice for text


def few_of(items: Sequence[Any]) -> Sequence[Any]:
    """Return the first items; of those that are of one article each, the first of every article."""
    its = [list(alike) for _, alike in groupby(items, lambda one: getattr(one, "article", ""))]
    return [one for alike in its for one in alike[: max(BRIEF_ITEMS // len(its), 1)]]


# ---------------------------------------------------------------- What was found, in a few lines


def days_covered(articles: Iterable[Article]) -> str:
    """Return when the articles were published: "26 March 2025 to 28 March 2025"; "" if none says so."""
    days = sorted(article.published[:10] for article in articles if article.published)
    return " to ".join(day_in_words(day) for day in dict.fromkeys((days[0], days[-1]))) if days else ""


class Findings(View):
    """What was found in the sections of a story, as rows, by a method for each."""

    def rows(self) -> Iterator[Row]:
        """Yield what was found in the sections, and which articles are one."""
        story = self.story
        for section, (noun, nothing) in FINDINGS.items():
            found = self.items(section)
            if found and noun:
                count = count_in_words(len(found), noun).capitalize()
                yield from getattr(self, section)(found, Mark(count, "strong", self.place(section)))
            elif found == [] and nothing and (len(story.articles) > 1 or section in ("voices", "timeline")):
                none = nothing if section != "differences" or story.compared else NOTHING_TO_COMPARE
                yield Row([Mark(none.format(story.compared))])
        for twins in story.twins or []:
            but = f" but for {1 - twins.share:.1%} of it" * (twins.share < 1)
            yield Row([Mark(f"{join_and(twins.articles)} are the same article{but}.")])

    def coverage(self, facts: Sequence[Fact], count: Mark) -> Iterator[Row]:
        """Yield how many facts are told by two or more and how many by the most, with those that most tell."""
        told, articles = Counter(len(fact.articles) for fact in facts), len(self.story.articles)
        most = max(told)
        every = "all " * (most == articles)
        among = f", {number_word(told[most])} of them by {every}{number_word(most)}" if most > 2 else ""
        by = Mark(f" told by {'both' if articles == 2 else 'two or more'}{among}:")
        first = sorted(facts, key=lambda fact: -len(fact.articles))[:FEW_FACTS]
        yield Row([count, by], below=[Table("coverage", (), [("", self.fact_cells(fact)) for fact in first])])

    def versions(self, utterances: Sequence[Utterance], count: Mark) -> Iterator[Row]:
        """Yield how many quotations are printed more than once, whose words were altered where, with one of them."""
        every = [(one, those) for one in utterances if (those := [v for v in one.versions if v.relation == "altered"])]
        altered = Mark(f"{number_word(len(every))} in altered words", "altered" if every else "")
        cites = cite_marks((version for _, those in every for version in those), FEW_CITES)
        example = []
        for utterance, those in every[:1]:  # they are in the order of their weight
            row = printing_row(those[:1], self, CONTEXT // 2)
            whose = [self.speaker("".join(utterance.speakers[:1])), Mark(" ")]
            example = [Row([*whose, *row.label, Mark(" "), *row.marks], most=FEW_LINES)]
        more = Mark(" printed more than once, ")
        yield Row([count, more, altered, Mark(": " if cites else ""), *cites, Mark(".")], below=example)
        apart = [(one.text, marks) for one in utterances if len(marks := speaker_marks(one, self)) > 1]
        for text, marks in apart[:1]:
            given = f"{number_word(len(apart)).capitalize()} of them given to different speakers"
            which = f", {'the first, ' * (len(apart) > 1)}“{with_gap(text, CONTEXT, 0)}”, to "
            yield Row([Mark(given + which), *marks, Mark(".")])

    def differences(self, differences: Sequence[Difference], count: Mark) -> Iterator[Row]:
        """Yield what differs, with its values and cites."""
        told = []
        for one in differences:
            values = [[value_mark(one, value), Mark(" "), *cite_marks(value.cites, 2)] for value in one.values]
            told.append([Mark(one.about + " ("), *joined(values, len(values), end=")")])
        yield Row([count, Mark(": "), *joined(told, FEW_DIFFERENCES, "; ")])

    def voices(self, voices: Sequence[Voice], count: Mark) -> Iterator[Row]:
        """Yield who is quoted, and in which articles."""
        told, articles = [], len(self.story.articles)
        for voice in voices:
            keys = [key for key in self.story.by_key if voice.words.get(key)]
            every = f" in all {number_word(articles)}" if articles > 2 else " in both" * (articles > 1)
            told.append(
                [self.speaker(voice.speaker), Mark(every if len(keys) == articles else f" in {join_and(keys)}")]
            )
        yield Row([count, Mark(" quoted: "), *joined(told, FEW_VOICES)])

    def only(self, found: Sequence[Only], count: Mark) -> Iterator[Row]:
        """Yield how many sentences each article alone tells, those with the most first."""
        counts = Counter(one.article for one in found).most_common()
        told = [[Mark(f"{sentences} in "), Mark(key, "", key)] for key, sentences in counts]
        yield Row([count, Mark(" told by one article only: "), *joined(told, FEW_CITES)])


def joined(told: Sequence[Sequence[Mark]], most: int, comma: str = ", ", end: str = ".") -> list[Mark]:
    """Return "one, two and three.": what is told one after the other, of very many the first."""
    few = [*told] if len(told) <= most + 1 else [*told[:most], [Mark(f"{number_word(len(told) - most)} more")]]
    gaps = [*[comma] * (len(few) - 2), *[" and " if comma == ", " else comma] * (len(few) > 1), end]
    return [mark for marks, gap in zip(few, gaps, strict=True) for mark in (*marks, Mark(gap))]


def number_word(count: int) -> str:
    """Return a small count spelt out: "none", "five"; "12" from ten on."""
    return count_in_words(count, "").split()[0] if count else "none"


NOTHING_TO_COMPARE = "No values could be held against each other; the articles may still differ."
FINDINGS = {  # what is counted, and what is said where there is none
    "coverage": ("fact", "No sentence tells what another article tells too."),
    "versions": ("quotation", "No quotation is printed by more than one."),
    "differences": ("difference", "No value differs, of {} that two articles give for one thing."),
    "voices": ("speaker", "Nobody is quoted by name."),
    "timeline": ("", "No dates were found that could be worked out."),
    "only": ("sentence", ""),
}


# ---------------------------------------------------------------- Cites and marked words


def cite_marks(cites: Iterable[Cite | Version], most: int = MOST_CITES) -> list[Mark]:
    """Return the cites, each once and in the order of the articles, with spaces between; of very many the first."""
    places = {(order_of_key(cite.article), cite.line): cite for cite in cites}
    once = [cite_mark(places[place]) for place in sorted(places)]
    few = once if len(once) <= most + 1 else once[:most]
    marks = [mark for cite in few for mark in (Mark(" "), cite)]
    return marks[1:] + [Mark(f" and {len(once) - most:,} more", "soft")] * (len(once) > len(few))


def cite_mark(cite: Cite | Version) -> Mark:
    return Mark(f"{cite.article}:{cite.line}", "cite", f"{cite.article}-{cite.line}", cite.text)


def cites_in(pair: Overlap | Edition, one: Passage | Edit) -> list[Cite]:
    """Return where two articles have a passage, or an edit, which may stand in one of them only."""
    places = ((pair.a, one.a_line, one.text_a), (pair.b, one.b_line, one.text_b))
    return [Cite(key, line, text) for key, line, text in places if line is not None]


def cited_rows(cites: Sequence[Cite], words: Iterable[Sequence[str]] = (), most: int = 0) -> list[Row]:
    """Return a row for each place with what stands there, the `words` of each that matter in bold."""
    rows = []
    for cite, parts in zip(cites, chain(words, repeat(())), strict=False):
        places = [(cite.text.find(part), len(part)) for part in parts[:MOST_STRESSED] if part]
        spans = [(start, start + size, Mark("", "strong")) for start, size in places if start >= 0]
        rows.append(Row(marked_text(cite.text, spans), [cite_mark(cite)], most=most))
    return rows


def marked_text(text: str, spans: Iterable[tuple[int, int, Mark]]) -> list[Mark]:
    """Return `text` as marks: each of the `spans` as its mark says, the first of those that meet.

    A mark with a text of its own stands behind its span, or behind that in which this ends; so does an anchor.
    """
    marks, done = list[Mark](), 0
    for start, end, mark in sorted(spans, key=lambda span: span[:2]):
        if start < end and start < done:
            continue
        marks += [Mark(text[done:start]), mark._replace(text=mark.text or text[start:end])]
        done = max(done, end)
    return [mark for mark in [*marks, Mark(text[done:])] if mark.text or mark.kind == "anchor"]


# ---------------------------------------------------------------- The sections as rows


class Sections(View):
    """What stands in the sections of a story, as rows, by a method for each."""

    def part(self, section: str, level: int) -> Part | None:
        """Return a section with its heading; None for one with nothing in it."""
        items = self.items(section) or []
        kept = few_of(items) if self.brief and section in STORY_PARTS else items
        rows = list(getattr(self, section)(kept))
        if len(kept) < len(items):
            more = f"… and {len(items) - len(kept):,} more: --show {section}"
            rows.append(Row([Mark(more)], kind="card"))
        return Part(self.place(section), HEADINGS[section], level, rows) if rows else None

    def articles(self, articles: Sequence[Article]) -> Iterator[Row]:
        yield from (article_row(article, article.key) for article in articles)

    def coverage(self, facts: Sequence[Fact]) -> Iterator[Table]:
        """Yield a grid of the facts by article, each cell the line that tells it most alike."""
        heads = [[Mark("where each tells it")], *(map(self.article, self.columns) if self.columns else [[]])]
        rows = [(self.place("coverage", number), self.fact_cells(fact)) for number, fact in enumerate(facts, 1)]
        yield from [Table("coverage", heads, rows)] * bool(rows)

    def versions(self, utterances: Sequence[Utterance]) -> Iterator[Row]:
        """Yield a card for each utterance, and a row for words that stand in quotation marks here and not there.

        A card has the fullest printing, below it what was altered, and the other printings folded away by relation.
        """
        for number, utterance in enumerate(utterances, 1):
            full, *others = utterance.printings
            below: list[Row] = []
            for relation, alike in groupby(others, lambda printing: printing[0].relation):
                printings = list(alike)
                rows = [printing_row(printing, self) for printing in printings]
                cites = cite_marks(chain.from_iterable(printings))
                below += rows if relation == "altered" else [Row(cites, [Mark(relation, "relation")], rows, "fold")]
            quote = Row([Mark(f"“{utterance.text}”")], cite_marks(full), below, "quote")
            yield Row(speaker_marks(utterance, self), (), [quote], "card", self.place("versions", number))
        quoted, unquoted = Mark(" quoted in "), Mark(", without quotation marks in ")
        for one in (few_of if self.brief else list)(self.story.unquoted or []):
            yield Row([Mark(f"“{one.text}”"), quoted, *cite_marks(one.quoted), unquoted, *cite_marks(one.unquoted)])

    def differences(self, differences: Sequence[Difference]) -> Iterator[Row]:
        """Yield a card for each difference: each value with its cites and one sentence, the others folded away."""
        for number, difference in enumerate(differences, 1):
            rows = []
            for value in difference.values:
                first, *rest = cited_rows(value.cites, [[word] for word in value.words])
                more = [Row([Mark(count_in_words(len(rest), "other place"), "soft")], (), rest, "fold")] * bool(rest)
                rows.append(Row(cite_marks(value.cites), [value_mark(difference, value)], [first, *more]))
            yield Row([Mark(difference.about)], (), rows, "card", self.place("differences", number))

    def timeline(self, told: Sequence[Day | Told]) -> Iterator[Row]:
        """Yield each day or figure with its cites, and folded below it what stands there."""
        for one in told:
            words = day_in_words(one.date) if isinstance(one, Day) else one.figure
            yield Row(cite_marks(one.cites), [Mark(words, "strong")], cited_rows(one.cites, most=1), "fold")

    figures = timeline

    def voices(self, voices: Sequence[Voice]) -> Iterator[Table]:
        """Yield a table of words quoted by speaker and article, with a bar for all of them."""
        most = max((sum(voice.words.values()) for voice in voices), default=0) or 1
        rows = []
        for voice in voices:
            total = sum(voice.words.values())
            counts = [[Mark(str(voice.words[key]))] if voice.words.get(key) else [] for key in self.columns]
            bar = [Mark(plural(total, "word"), "bar", note=f"{total / most:.3f}")]
            rows.append(("", [[self.speaker(voice.speaker)], *counts, bar]))
        heads = [[Mark("words in quotation marks")], *map(self.article, self.columns), [Mark("all")]]
        yield from [Table("voices", heads, rows)] * bool(rows)

    def overlap(self, overlaps: Sequence[Overlap]) -> Iterator[Row]:
        """Yield how much two articles share, and the passages, folded away."""
        for overlap in overlaps:
            a, b = overlap.a, overlap.b
            told = f"{overlap.share_of_a:.0%} of {a} stands in {b}, {overlap.share_of_b:.0%} of {b} in {a}"
            rows = [Row([Mark(one.text_a)], cite_marks(cites_in(overlap, one)), most=1) for one in overlap.passages]
            yield Row([Mark(told)], [Mark(f"{a} {b}", "strong")], rows, "fold")

    def editions(self, editions: Sequence[Edition]) -> Iterator[Row]:
        """Yield what a later edition added, dropped and changed."""
        for edition in editions:
            alike = f"{edition.b} is {edition.a} at another time: {edition.share:.0%} of the sentences are the same"
            rows = []
            for edit in edition.changes:
                words = marked_changes(edit.text_b, edit.words or [Change(edit.text_a, edit.text_b, 0)])
                rows.append(Row(words, [Mark(f"{edit.kind} "), *cite_marks(cites_in(edition, edit))]))
            yield Row([Mark(alike)], (), rows, "card")

    def only(self, found: Sequence[Only]) -> Iterator[Row]:
        """Yield for each article what it alone tells, in the order of its lines, with its names and figures in bold."""
        in_order = sorted(found, key=lambda one: (order_of_key(one.article), one.line))
        for key, its in groupby(in_order, key=lambda one: one.article):
            told = list(its)
            bold = [[part for part in one.why if not PLAIN_PART.match(part)] for one in told]
            yield Row(self.article(key), (), cited_rows(told, bold, 2 * self.brief), "card")

    def quotes(self, articles: Sequence[Article]) -> Iterator[Row]:
        """Yield every statement of each article: who said it, as what, by which cue: "Donald Trump (he), said: …"."""
        for article in articles:
            rows = []
            for said in article.statements:
                mention = said.mention.text if said.mention and said.mention.text != said.speaker else ""
                how = f" ({mention})" * bool(mention) + f", {said.cue}" * bool(said.cue) + ": "
                words = f"“{said.text}”" if said.kind == "direct" else said.text
                told = [self.speaker(said.speaker), Mark(how + words)]
                rows.append(Row(told, [cite_mark(Cite(article.key, said.line, said.text))]))
            yield from [Row(self.article(article.key), (), rows, "card")] * bool(rows)

    def text(self, articles: Sequence[Article]) -> Iterator[Row]:
        """Yield the articles in full; page furniture is folded away."""
        meets = defaultdict[tuple[str, int], list[tuple[str, Mark]]](list)
        for cite, mark in meetings(self):
            meets[cite.article, cite.line].append((cite.text, mark))
        for article in articles:
            rows: list[Row] = []
            first = {one.line: one for one in reversed(article.paragraphs)}  # which bears the name of its line
            for furniture, alike in groupby(article.paragraphs, lambda paragraph: paragraph.kind == "boilerplate"):
                its = [paragraph_row(one, article.key, meets, first[one.line] is one) for one in alike]
                fold = Row([Mark(f"{plural(len(its), 'line')} of page furniture", "soft")], (), its, "fold")
                rows += [fold] if furniture else its
            begins = "".join(mark.text for mark in title_marks(article))
            head = [*self.article(article.key), Mark(f" {begins}", "begins")]
            yield Row(head, (), rows, "paper", article.key, language=article.language)


def article_row(article: Article, to: str) -> Row:
    """Return an article: its letter, name and headline; below, by whom, when, how long, from which file."""
    name = Mark(f"  {shorten(article.name, WIDEST_NAME)}".rstrip(), "name")
    day = day_in_words(article.published) if article.published else ""
    facts = (join_and(article.byline), day, plural(article.words, "word"), os.path.basename(article.path))
    under = [part for fact in facts if fact for part in (Mark(" · ", "dot"), Mark(fact, "soft"))]
    below = [Row(under[1:], kind="facts", most=2)]
    return Row(title_marks(article, to), [Mark(article.key, "key", to), name], below, "title", most=1)


def title_marks(article: Article, to: str = "") -> list[Mark]:
    """Return the headline of an article, or how it begins."""
    first = next((paragraph.text for paragraph in article.paragraphs if paragraph.kind == "body"), "")
    begins = [Mark("(no headline) ", "soft"), Mark(shorten(first, MOST_NOTE), "", to)]
    return [Mark(article.title, "strong", to)] if article.title else begins


def speaker_marks(utterance: Utterance, view: View) -> list[Mark]:
    """Return who said it, as one mark; where articles give it to different people, each with the places that do."""
    given: dict[Mark, list[Version]] = {}
    for version in utterance.versions:
        given.setdefault(view.speaker(version.speaker), []).append(version)
    if len(set(map(view.speaker, utterance.speakers))) < 2:
        return [view.speaker("".join(utterance.speakers[:1]))]
    marks = [[speaker, Mark(" in "), *cite_marks(versions)] for speaker, versions in given.items()]
    return joined(marks, len(marks), "; ", "")


def printing_row(printing: Sequence[Version], view: View, context: int = CONTEXT) -> Row:
    """Return how one or more places print an utterance: cut and added words marked, what is far from them left out."""
    version, label, of = printing[0], list[Mark](), list[Mark]()
    words = marked_changes(version.text, version.changes)
    if version.relation == "altered":
        for at, mark in enumerate(words):  # what is far from any change is left out
            before, after = context * (at > 0), context * (at < len(words) - 1)
            words[at] = mark if mark.kind else Mark(with_gap(mark.text, before, after))
        label = [Mark("ALTERED", "altered"), Mark("  ")]
        names = dict.fromkeys(view.story.by_key[one.article].name for one in printing)
        of = [Mark(f" {name}", "name") for name in names if name]
    notes = [Mark(f" ({note})", "soft") for note in dict.fromkeys(map(note_on, version.changes)) if note]
    return Row([Mark("“"), *words, Mark("”"), *notes], [*label, *cite_marks(printing), *of])


def note_on(change: Change) -> str:
    """Return what a change does: "leaves out a number" where none stands in its place; "" if nothing is to be said."""
    if not change.touches:
        return CHANGE_NOTES.get(change.kind, "")
    full, here = (
        change.touches in weighty_in(words_of(fold(text)))
        if change.touches != "name"
        else bool(NAME_START.search(text))
        for text in (change.full, change.here)
    )
    return f"{'changes' if full == here else 'leaves out' if full else 'adds'} a {change.touches}"


def marked_changes(text: str, changes: Sequence[Change]) -> list[Mark]:
    """Return `text` as its kept and added words, in order, with the words that were cut where they are missing."""
    spans, done = list[tuple[int, int, Mark]](), 0
    for change in changes:
        start = change.at if change.at >= done else max(text.find(change.here, done), done)
        done, cut = start + len(change.here), change.full
        if not change.here and text[start : start + 1].isalnum():
            cut += " "
        elif not change.here and start and not text[start - 1].isspace():
            cut = " " + cut
        spans += [(start, start, Mark(cut, "cut")), (start, done, Mark("", "added"))]
    return marked_text(text, spans)


def value_mark(difference: Difference, value: Value) -> Mark:
    """Return one side of a difference as one reads it: "2 April 2025", "14 people"."""
    told = value.value
    return Mark(day_in_words(told) if isinstance(told, str) else with_unit(told, difference.unit), "strong")


def meetings(view: View) -> Iterator[tuple[Cite | Version, Mark]]:
    """Yield the words that have part in what was found, and how they are marked.

    Words that another article has too are marked themselves; behind others there is a chip, a mark with its own text.
    """
    for number, utterance in enumerate(view.story.utterances or [], 1):
        for one in utterance.versions:
            name, kind = view.speaker(one.speaker)[:2]
            kind = kind.replace("speaker", "quote")
            yield one, Mark("", kind, view.place("versions", number), f"{name}, {one.relation}")
    for overlap in view.story.overlap or []:
        for passage in overlap.passages:
            a, b = cites_in(overlap, passage)
            yield from ((one, Mark("", "shared", f"{other.article}-{other.line}")) for one, other in ((a, b), (b, a)))
    for number, fact in enumerate(view.story.coverage or [], 1):
        mark = Mark(f"in {len(fact.articles)}", "chip", view.place("coverage", number))
        yield from ((cite, mark) for cite in fact.cites)
    for number, difference in enumerate(view.story.differences or [], 1):
        mark = Mark("differs", "chip", view.place("differences", number))
        yield from ((cite, mark) for value in difference.values for cite in value.cites)


def paragraph_row(paragraph: Paragraph, key: str, meets: Mapping[Any, list[tuple[str, Mark]]], named: bool) -> Row:
    """Return a paragraph beside its cite, the words that have part in what was found marked and linked."""
    spans = dict[tuple[int, int, str], Mark]()  # each chip once
    for offset, line in ((0, paragraph.line), *paragraph.breaks):
        if offset:
            spans[offset, offset, ""] = Mark("", "anchor", f"{key}-{line}")
        for words, mark in meets.get((key, line), ()):
            start, end = paragraph.text.find(words), paragraph.text.find(words) + len(words)
            if start >= 0:
                spans.setdefault((end if mark.text else start, end, mark.to), mark)
    cite = cite_mark(Cite(key, paragraph.line, ""))
    kind = [Mark(f" {paragraph.kind}", "kind")] * (paragraph.kind != "body")
    marks = marked_text(paragraph.text, [(start, end, mark) for (start, end, _), mark in spans.items()])
    return Row(marks, [cite, *kind], kind=f"row {paragraph.kind}", name=cite.to if named else "")


# ---------------------------------------------------------------- Text for a terminal


def show_text(asked: Request) -> Iterator[str]:
    """Yield the sections that are asked for as a terminal takes them, the briefing in few items."""
    brief = tuple(asked.show) == BRIEF
    files = {article.key: article.path for article in chain.from_iterable(asked.groups) if asked.links}
    writer = TextWriter(max(asked.width, LEAST_WIDTH), brief, asked.color, files)
    yield from (styled(writer.text(part), files) for part in report(asked, brief))


class Writer:
    """Writes out rows, tables and marks, by a method for each."""

    part: Callable[[Part], Iterable[str]]
    mark: Callable[[Mark], Any]

    def block(self, block: Any, *around: int) -> Any:
        """Return what is written of a row or table that stands so deep in others."""
        return getattr(self, type(block).__name__.lower())(block, *around)

    def lines(self, blocks: Sequence[Any], *around: int) -> list[str]:
        return [line for block in blocks if block.kind not in PAGE_ALONE for line in self.block(block, *around)]

    def marks(self, marks: Iterable[Mark]) -> str:
        return "".join(self.mark(mark) for mark in marks if mark.kind not in PAGE_ALONE)

    def text(self, part: Part) -> str:
        """Return the lines of a part, with one that is empty where more would be, and before all but the first part."""
        lines = re.sub(r"\n{3,}", "\n\n", "\n".join(self.part(part))).strip("\n")
        return "\n" * (part.level > 1) + lines + "\n"


@dataclass
class TextWriter(Writer):
    """Writes for a terminal."""

    width: int
    brief: bool = False  # whether little is wanted
    color: bool = False  # whether it takes colours
    files: Mapping[str, str] = field(default_factory=dict)  # by article, those that cites are links to

    def part(self, part: Part) -> list[str]:
        """Return the lines of a part: its heading, with the note at the other end of the line or below, its blocks."""
        heading, note = self.mark(Mark(part.heading, "strong")), self.mark(Mark(part.note))
        apart = self.width - columns(heading) - columns(note)
        above = [f"{heading}{' ' * apart}{note}".rstrip()]
        if apart < 2:
            above = [line for words in (heading, note) for line in hang("", words, self.width)]
        return [*above, "", *self.column(part.blocks, 1)]

    def column(self, blocks: Sequence[Any], inside: int) -> list[str]:
        """Return the lines of what stands so deep in others; short labels make a column."""
        sizes = [columns(self.marks(block.label)) for block in blocks if isinstance(block, Row)]
        return self.lines(blocks, inside, max((size for size in sizes if size <= WIDEST_LABEL), default=0))

    def row(self, row: Row, inside: int, room: int = 0) -> list[str]:
        """Return a row beside its label, or under it where that is long; its label is enough of what is folded away."""
        indent, most = "  " * inside, row.most or sys.maxsize
        words, label = self.marks(row.marks), self.marks(row.label)
        head = hang(f"{indent}{pad(label, room)}  " if label else indent, words, self.width, most)
        if row.kind == "legend":
            return self.column(row.below, inside)
        if columns(label) > self.width * 5 // 12 - len(indent) - 2:
            head = hang(indent, label, self.width) + hang(f"{indent}    ", words, self.width, most)
        if row.kind == "fold" and self.brief:
            return head if label else []
        apart = [""] * (row.kind in ("card", "paper"))
        return [*apart, *head, *self.column(row.below, inside + 1), *apart]

    def table(self, table: Table, inside: int, _: int) -> list[str]:
        """Return a table whose first column takes the room that is left, or as a list where that is too little."""
        cells = [[self.marks(marks) for marks in row] for _, row in table.rows]
        heads = [[self.marks(head[:1]) for head in table.heads]] if table.heads else []
        indent, counted = "  " * inside, table.kind == "voices"
        few = 2 if self.brief or counted else sys.maxsize
        sizes = [2 + max(map(columns, column)) for column in zip(*heads, *cells, strict=True)]
        room = min(self.width - sum(sizes[1:]) - len(indent), sizes[0] - 2)
        if len(sizes) < 3 or room < min(LEAST_CELL // (1 + counted), sizes[0] - 2):
            rows = [Row(first, (), [listed(table, rest)], most=few) for _, (first, *rest) in table.rows]
            return self.column(rows, inside)
        named = [f"{head[0].text}{head[1].text}" for head in table.heads if len(head) > 1 and head[1].text.strip()]
        lines = hang(indent, self.mark(Mark(", ".join(named), "soft")), self.width) if named else []
        for row in [*heads, *cells]:
            first = hang(indent, row[0], room + len(indent), few)
            rest = "".join(" " * (size - columns(cell)) + cell for cell, size in zip(row[1:], sizes[1:], strict=True))
            lines += [pad(first[0], room + len(indent)) + rest.rstrip(), *first[1:]]
        return lines

    def mark(self, mark: Mark) -> str:
        """Return the words of a mark between what shows its kind; what an article says can't look like our signs."""
        kind = mark.kind.partition(" ")[0]
        if kind == "bar":
            share = float(mark.note)
            return pad("█" * max(round(share * LONGEST_BAR), share > 0), LONGEST_BAR)
        words = mark.text if kind in OURS else LOOKS_OURS.sub(r"\\\g<0>", shown(mark.text))
        words = enclosed(words, *SIGNS.get(kind, ("", "")))
        style, to = STYLES.get(kind, "") * self.color, mark.to * (kind == "cite" and bool(self.files))
        unseen = "".join(chr(0xE0000 + ord(char)) for char in f"{style}|{to}")  # takes no room; `styled` reads it
        return f"{unseen}{words}{UNSTYLED}" if style or to else words


def listed(table: Table, cells: Sequence[Sequence[Mark]]) -> Row:
    """Return the cells of a row, but the first, one after the other; counts behind the letters of their articles."""
    heads = table.heads[1:] or [[]] * len(cells)
    names = [[*head[:1], Mark("\u00a0")] if table.kind == "voices" else [] for head in heads]
    told = [[*name, *cell, Mark(" ")] for name, cell in zip(names, cells, strict=True) if cell]
    return Row(list(chain.from_iterable(told)))


def styled(text: str, files: Mapping[str, str]) -> str:
    """Return `text` with its unseen marks as colours and links, which end with each line and go on in the next."""

    def paint(found: re.Match[str]) -> str:
        style, _, to = "".join(chr(ord(char) - 0xE0000) for char in found[1]).partition("|")
        key, _, line = to.partition("-")
        on, off = (f"\x1b[{style}m", "\x1b[0m") if style else ("", "")
        if line and os.path.isfile(files.get(key, "")):
            from urllib.request import pathname2url

            address = f"file://{os.uname().nodename}{pathname2url(os.path.abspath(files[key]))}#{line}"
            on, off = f"\x1b]8;;{address}\x1b\\{on}", f"{off}\x1b]8;;\x1b\\"
        return re.sub(r"[^\n ][^\n]*", lambda part: on + part[0] + off, found[2])

    return STYLED.sub(paint, text)


# ---------------------------------------------------------------- Markdown


def show_markdown(asked: Request) -> Iterator[str]:
    """Yield the sections that are asked for as Markdown that GitHub and pandoc render alike."""
    yield from (MarkdownWriter(part.level + 1).text(part) for part in report(asked))


@dataclass
class MarkdownWriter(Writer):
    """Writes Markdown."""

    level: int  # of the heading of a card

    def part(self, part: Part) -> list[str]:
        head = f"{'#' * (self.level - 1)} {self.mark(Mark(part.heading))}"
        return [head, "", self.mark(Mark(part.note)), "", *self.lines(part.blocks, 0)]

    def row(self, row: Row, inside: int) -> list[str]:
        """Return a row as an item of a list, its label first; a card under a heading, a quotation as one."""
        words = " ".join(filter(None, [self.marks(row.label), self.marks(row.marks)]))
        heading = f"{'#' * self.level} {words}"
        apart = {"card": heading, "paper": heading, "quote": f"> {words}", "legend": ""}.get(row.kind)
        if apart is not None:  # what follows begins anew
            return ["", apart, "", *self.lines(row.below, 0)]
        return [f"{'    ' * inside}- {words}", *self.lines(row.below, inside + 1)]

    def table(self, table: Table, _: int) -> list[str]:
        rows = [table.heads or [[]] * len(table.rows[0][1]), *(cells for _, cells in table.rows)]
        lines = ["| " + " | ".join(map(self.marks, row)) + " |" for row in rows]
        return ["", lines[0], "| --- " * len(rows[0]) + "|", *lines[1:], ""]

    def mark(self, mark: Mark) -> str:
        """Return the words of a mark between signs that no article can write, since its own are escaped."""
        around = MARKDOWN_SIGNS.get(mark.kind.partition(" ")[0], "")
        return enclosed(as_markdown(shown(mark.text)), around, around)


# ---------------------------------------------------------------- JSON, SQLite and rows


def show_json(asked: Request) -> Iterator[str]:
    """Yield JSON, an item a line: the articles' facts always, the rest only if asked for."""
    yield f'{{"samestory": "{__version__}"'
    yield from json_list("groups", [as_json([article.key for article in one]) for one in asked.groups])
    articles = sorted(chain.from_iterable(asked.groups), key=lambda one: order_of_key(one.key))
    yield from json_list("articles", [as_json(article_facts(article, asked.show)) for article in articles])
    del articles  # which leave the memory with their stories
    sections: dict[str, list[str]] = {part: [] for part in parts_of(asked.show)}
    compared = 0
    for story in asked.stories:
        compared += story.compared or 0
        for part, items in sections.items():
            items += map(as_json, getattr(story, part) or [])
    for part, items in sections.items():
        yield from json_list(part, items)
    yield f',\n "compared": {compared}' * ("differences" in sections) + "}\n"


def json_list(name: str, items: Iterable[str]) -> Iterator[str]:
    yield f',\n "{name}": ['
    yield from ("," * (number > 0) + "\n  " + item for number, item in enumerate(items))
    yield "]"


def article_facts(article: Article, show: Sequence[str]) -> dict[str, Any]:
    """Return what an article says of itself, and those of its parts that the sections in `show` need."""
    parts = [part for part, needed in ARTICLE_PARTS.items() if needed.intersection(show)]
    return {name: getattr(article, name) for name in (*FACTS_OF_ARTICLE.split(), *parts, *["row"] * bool(article.row))}


def as_json(value: Any) -> str:
    """Return JSON in which each of the nouns is an object of its fields, but of those without a repr."""
    from json import dumps

    def fields_of(noun: Any) -> dict[str, Any]:
        return {name: getattr(noun, name) for name, one in noun.__dataclass_fields__.items() if one.repr}

    text = dumps(value, ensure_ascii=False, default=fields_of)
    return UNPRINTABLE.sub(lambda match: f"\\u{ord(match[0]):04x}", text)  # JSON is printed on terminals too


def rows_of(story: Story, table: str, before: Counter[str]) -> list[dict[str, Any]]:
    """Return a table of the story as flat dicts, with the number or key of each thing that a row belongs to.

    `before` counts what other stories have of each part.
    """
    path, names = TABLES[table]
    rows: list[tuple[dict[str, Any], Any]] = [({"group": before["group"]}, story)]
    for step in path.split("."):
        found = [(above, getattr(item, step) or []) for above, item in rows]
        rows = [
            ({**above, NUMBERED.get(step, ""): getattr(part, "key", number), **values_of(part, f"{names} line")}, part)
            for above, parts in found
            for number, part in (parts.items() if isinstance(parts, dict) else enumerate(parts, before[step]))
        ]
    told = [{**row, "cite": f"{row.get('article')}:{row.get('line')}"} for row, _ in rows]
    return [{name: row[name] for name in names.split()} for row in told]


def values_of(item: Any, names: str) -> dict[str, Any]:
    """Return those of the values named that an item has, each as a cell can hold it; a count is of words."""
    values = {name: getattr(item, name) for name in names.split() if hasattr(item, name)} or {"words": item}
    for name, value in values.items():
        cell = "; ".join(map(str, value)) if isinstance(value, list) else getattr(value, "text", value)
        values[name] = cell.encode(errors=UNENCODABLE).decode() if isinstance(cell, str) else cell
    return values


def show_sqlite(asked: Request) -> Iterator[bytes]:
    """Yield a database for SQLite with a table for each of TABLES, the stories one after the other in each."""
    import sqlite3
    from contextlib import closing
    from tempfile import TemporaryDirectory

    before = Counter[str]()
    with TemporaryDirectory(prefix="samestory-") as folder:
        path = os.path.join(folder, "story.sqlite")
        with closing(sqlite3.connect(path)) as base:
            tables = {table: columns.split() for table, (_, columns) in TABLES.items()}
            for table, names in tables.items():
                base.execute(f'CREATE TABLE "{table}" ({", ".join(column_declaration(table, name) for name in names)})')
                for name in filter(INDEXED.__contains__, names):
                    base.execute(f'CREATE INDEX "{table}_{name}" ON "{table}" ("{name}")')
            for story in asked.stories:
                for table, names in tables.items():
                    values = ", ".join(f":{name}" for name in names)
                    base.executemany(f'INSERT INTO "{table}" VALUES ({values})', rows_of(story, table, before))
                before.update(group=1, **{part: len(getattr(story, part) or []) for part in STORY_PARTS.values()})
            base.commit()
        with open(path, "rb") as file:
            yield from iter(partial(file.read, MB), b"")


def column_declaration(table: str, name: str) -> str:
    """Return how a column is declared: as the key of its own table, as one of another, or as any."""
    home = HOMES.get(name)
    return f'"{name}"' if not home else f'"{name}" PRIMARY KEY' if home == table else f'"{name}" REFERENCES "{home}"'


# ---------------------------------------------------------------- A page of HTML


def show_html(asked: Request) -> Iterator[str]:
    """Yield the sections that are asked for as one page that needs neither network nor script to be read."""
    parts = report(asked)
    first = [next(parts)]  # of several stories it leads to each
    if len(asked.groups) == 1:
        first += parts
    links = [tag("a", part.heading, href=f"#{part.name}") for part in first[1:] or first]
    skip = tag("a", "Skip to what was found", href=f"#{first[0].name}", class_="skip")
    title, nav = tag("title", f"{first[0].heading} {first[0].note}".strip()), tag("nav", *links, aria_label="Sections")
    told = {"style": STYLE, "script": SCRIPT, "version": __version__}
    yield PAGE_START.format(*map(as_html, (title, skip, nav)), digest(STYLE), digest(SCRIPT), **told)
    for part in chain(first, parts):
        yield from HtmlWriter(part.level + 1, asked.show).part(part)
    yield PAGE_END.format(**told)


PAGE_START = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';
 style-src '{3}'; script-src '{4}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="samestory {version}">{0}<style>{style}</style></head><body>{1}{2}<main>
"""
PAGE_END = """</main><footer><p>samestory {version}</p></footer><script>{script}</script></body></html>
"""


def digest(text: str) -> str:
    """Return the name of `text` in a Content-Security-Policy."""
    from base64 import b64encode
    from hashlib import sha256

    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def as_html(element: Any) -> str:
    from lxml.etree import tostring

    return tostring(element, method="html", encoding="unicode")


def tag(name: str, /, *children: Any, **attributes: str | None) -> Any:
    """Return an HTML element, in which every string is text: nothing that an article says becomes markup."""
    from lxml.builder import E

    given = {key.rstrip("_").replace("_", "-"): shown(value) for key, value in attributes.items() if value}
    inside = [shown(child) if isinstance(child, str) else child for child in children if child is not None]
    return E(name, given, *inside)


@dataclass
class HtmlWriter(Writer):
    """Makes elements of a page."""

    level: int  # of the heading of a card
    show: Sequence[str]  # the sections that links can lead to

    def part(self, part: Part) -> Iterator[str]:
        """Yield a part with its heading, its blocks in columns where there is room."""
        head = tag(f"h{self.level - 1}", part.heading, id=f"{part.name}-heading")
        note = tag("p", part.note, class_="note") if part.note else None
        landmark = f"{part.name}-heading" if part.level < 3 else None  # several stories have sections of one name
        box = tag("div", class_=part.name.partition("-")[0])
        whole = as_html(tag("section", head, note, box, id=part.name, aria_labelledby=landmark))
        yield whole.removesuffix("</div></section>")
        yield from (as_html(self.block(block)) for block in part.blocks)
        yield "</div></section>\n"

    def row(self, row: Row) -> Any:
        """Return a row with what stands below it: on a card, folded away (an article only on a telephone), indented."""
        below, folds = map(self.block, row.below), row.kind in ("fold", "legend", "paper")
        label, words = (
            [self.mark(mark._replace(to="") if folds else mark) for mark in marks]  # a switch is no link
            for marks in (row.label, row.marks)
        )
        start = [tag("span", *label, class_="label"), " "] if label else []
        inside = [*start, tag("span", *words, class_="words", dir="auto")]
        own = {"id": row.name, "class_": row.kind, "lang": row.language}
        if folds:
            head = tag(f"h{self.level}", *inside) if row.kind == "paper" else tag("span", *inside)
            return tag("details", tag("summary", head), *below, open="open" * (row.kind != "fold"), **own)
        if row.kind == "card":
            return tag("article", tag(f"h{self.level}", *inside), *below, **own)
        line = tag("blockquote" if row.kind == "quote" else "p", *inside, **own)
        return tag("div", line, tag("div", *below, class_="below")) if row.below else line

    def table(self, table: Table) -> Any:
        """Return a table with heads for its rows and columns, in a box that can be scrolled, by keyboard too."""
        heads = [tag("th", *map(self.mark, head), scope="col") for head in table.heads]
        rows = []
        for name, cells in table.rows:
            first = tag("th", *map(self.mark, cells[0]), scope="row", dir="auto")
            rows.append(tag("tr", first, *(tag("td", *map(self.mark, marks)) for marks in cells[1:]), id=name))
        head = tag("thead", tag("tr", *heads)) if heads else None
        grid = tag("table", head, tag("tbody", *rows), class_=table.kind)
        label = f"{HEADINGS[table.kind]}, as a table"
        return tag("div", grid, class_="scroll", tabindex="0", role="group", aria_label=label)

    def mark(self, mark: Mark) -> Any:
        """Return the words of a mark as an element of its kind, a link if what it leads to is shown."""
        kind = mark.kind.partition(" ")[0]
        if kind == "anchor":
            return tag("span", id=mark.to)
        if kind == "bar":
            bar = tag("rect", width=f"{100 * float(mark.note):.1f}", height="10")
            return tag("svg", bar, viewBox="0 0 100 10", preserveAspectRatio="none", role="img", aria_label=mark.text)
        place = mark.to.partition("-")[0]
        leads = bool(place) and (place if place in HEADINGS or place == "story" else "text") in ("story", *self.show)
        own = {"class_": mark.kind, "title": shorten(mark.note, MOST_NOTE)}
        words = tag("a", mark.text, href=f"#{mark.to}", **own) if leads else mark.text
        name = HTML_TAGS.get(kind, "" if leads or not kind else "span")
        return tag(name, words, **own) if name else words


STYLE = """
:root { color-scheme: light dark; --paper: light-dark(#fdfcf9, #161614); --ink: light-dark(#1d1d1b, #ecebe6);
  --soft: light-dark(#5b5a55, #b1afa7); --rule: light-dark(#d9d5ca, #3d3c38); --card: light-dark(#fff, #201f1d);
  --link: light-dark(#0b4f8a, #8cc4f7); }
* { box-sizing: border-box; }
html { scroll-padding-top: 5rem; }
body { margin: 0 auto; max-width: 90rem; padding: 0 1rem 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.45 Georgia, serif; overflow-wrap: anywhere; }
h1, h2, h3, h4, nav, table, summary, footer, .note, .facts, .label, .cite, .chip, .key, .name, .relation, .altered,
  .speaker, .legend, .story p, .title { font-family: system-ui, sans-serif; }
h1 { font-size: 1.8rem; line-height: 1.15; margin: .75rem 0 0; }
h2 { font-size: 1.2rem; margin: 1.5rem 0 .5rem; padding-top: .4rem; border-top: 3px solid var(--ink); }
h3, h4 { font-size: 1rem; line-height: 1.3; margin: 0 0 .3rem; }
p, blockquote { margin: 0 0 .3rem; }
a { color: var(--link); }
:focus-visible, :target { outline: 3px solid var(--link); outline-offset: 2px; }
.skip:not(:focus) { position: absolute; left: -99rem; }
nav { position: sticky; top: 0; z-index: 1; display: flex; flex-wrap: wrap; gap: .1rem .8rem; padding: .6rem 0;
  background: var(--paper); border-bottom: 1px solid var(--rule); font-size: .85rem; white-space: nowrap; }
.note, .facts, footer, .soft, .kind, .name, .relation { color: var(--soft); font-size: .85rem; font-weight: normal; }
.key { display: inline-block; min-width: 1.5em; text-align: center; background: var(--ink); border-radius: .2em; }
.key, .key a { color: var(--paper); text-decoration: none; }
.cite, .label, .altered, .legend { font-size: .85rem; }
.cite, .chip { white-space: nowrap; }
.altered { color: light-dark(#8a4b00, #ffc46b); font-weight: bold; }
.chip { font-size: .7rem; margin-left: .25em; padding: 0 .3em; border: 1px solid var(--rule); border-radius: .6em;
  text-decoration: none; }
.speaker { padding: .1em .4em; border-radius: .2em; }
summary { cursor: pointer; font-size: .9rem; margin: 0 0 .2rem; }
summary h3, summary h4 { display: inline; }
.card, .paper { background: var(--card); border: 1px solid var(--rule); border-radius: .4rem; padding: .7rem;
  margin: 0 0 .8rem; }
.card, .articles div, tr { break-inside: avoid; }
.articles, .versions, .differences, .editions, .timeline, .figures, .overlap { columns: 34rem; }
.only, .quotes { columns: 20rem; }
.below { margin-left: .8rem; }
del { color: light-dark(#a1160b, #ffb3ab); background: light-dark(#fbe3e0, #4b1a16); }
ins { color: light-dark(#0b5f2b, #a3e6b6); background: light-dark(#dcf2e1, #123d20); }
.scroll { overflow-x: auto; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; overflow-wrap: break-word; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid var(--rule); }
tbody th { font-weight: normal; }
thead .name { display: block; font-size: .7rem; max-width: 7rem; }
td, thead th + th { text-align: center; }
svg { width: clamp(4rem, 20vw, 12rem); height: .8rem; fill: var(--link); }
@media (min-width: 44rem) { .text { display: grid; gap: .8rem; align-items: start; grid-auto-flow: column;
  grid-auto-columns: minmax(16rem, 1fr); overflow-x: auto; } .paper { max-height: 90vh; overflow-y: auto; } }
@media (max-width: 44rem) { nav { gap: 0 .6rem; padding: .3rem 0; font-size: .7rem; }
  table, thead, tbody { display: block; } th, td { padding: .1rem .2rem; border: 0; } thead .name { display: none; }
  tr { display: grid; grid-template-columns: repeat(auto-fit, minmax(2.8rem, 1fr)); padding: .2rem 0;
    border-bottom: 1px solid var(--rule); } tr > :first-child { grid-column: 1 / -1; } svg { width: 100%; } }
.row { font-size: .9rem; margin: 0 0 .5rem; }
.row .kind, .paper[open] .begins { display: none; }
.headline, .subhead { font-weight: bold; }
.caption, .byline, .timestamp, .boilerplate { color: var(--soft); }
.standfirst { font-style: italic; }
mark { color: var(--ink); border-radius: .15em; }
mark a, .shared { color: inherit; text-decoration: underline dotted; }
mark, .other { background: light-dark(#e6e6e3, #3a3a37); }
@media print { nav, .skip { display: none; } body, .paper { max-width: none; max-height: none; }
  .text { display: block; } details::details-content { content-visibility: visible; block-size: auto; } }
"""

# The colours of the most quoted speakers, on light and on dark paper.
TINTS = (
    "#fde6b8,#55400d #cfe5fb,#123f66 #d9f0c8,#2b4a17 #f6d4e4,#5a2340 #e0d7f8,#3d3070 #c9efe9,#0f4a43"
    " #f9d9c4,#5c321a #e4e4c0,#45451a"
).split()
STYLE += "".join(f".s{number} {{ background: light-dark({tint}); }}\n" for number, tint in enumerate(TINTS, 1))

# Folds what is long on a telephone, and unfolds what a link leads to.
SCRIPT = """
if (innerWidth < 700) document.querySelectorAll(".paper, .legend").forEach(box => box.open = false);
const reveal = () => {
  const there = document.getElementById(location.hash.slice(1));
  for (let box = there; box; box = box.parentElement) if (box.tagName === "DETAILS") box.open = true;
  there?.scrollIntoView();
};
addEventListener("hashchange", reveal);
reveal();
"""

RENDERERS: dict[str, Callable[..., Iterator[str] | Iterator[bytes]]] = {
    "text": show_text,
    "markdown": show_markdown,
    "json": show_json,
    "html": show_html,
    "sqlite": show_sqlite,
}


# ================================================================ 9. Command line


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command with `argv` (default: the process's arguments) and return its exit status."""
    parser = build_parser()
    arguments = parser.parse_args(argv)
    suffix = os.path.splitext(arguments.output or "")[1]
    form = arguments.format or SUFFIXES.get(suffix.lower())
    if form is None:
        parser.error(f"no report is written as {suffix}, only as {', '.join(filter(None, SUFFIXES))}; or say --format")
    show = arguments.show or USUALLY_SHOWN[form]
    if not arguments.articles and (sys.stdin is None or sys.stdin.isatty()):
        parser.error("no ARTICLE named, and nothing piped in")
    articles, problems = read_all(arguments.articles or ["-"], arguments.max_size, arguments.jobs)
    if arguments.output and any(same_file(arguments.output, path) for path in [*problems, *(a.path for a in articles)]):
        problems = {arguments.output: "is one of the articles, and nothing is written over these"}
        articles = []
    for path, reason in [*problems.items(), *notes_on(articles)]:
        complain(path, reason)
    if not articles:
        return 2
    try:
        groups = [with_days(one) for one in group(keyed(articles))]
        articles.clear()
        stories = compare_each(groups, show, arguments.jobs, problems)
        with no_collecting():
            write(RENDERERS[form](Request(groups, stories, show, *look_of(arguments))), arguments.output)
    except (OSError, MemoryError) as error:
        complain("standard output" if arguments.output is None else arguments.output, reason_of(error))
        return 2
    return 1 if problems else 0


def notes_on(articles: list[Article]) -> Iterator[tuple[str, str]]:
    """Yield (path, what a reader should know of it) for articles and for the whole set, though all were read."""
    yield from ((article.path, article.note) for article in articles if article.note)
    languages = Counter(article.language for article in articles if article.language)
    if len(languages) > 1:
        said = join_and([f"{count} in {language}" for language, count in languages.most_common()])
        yield "articles of several languages", f"{said}; words are compared as they are printed"


def look_of(arguments: argparse.Namespace) -> tuple[int, bool, bool]:
    """Return the width of text, and whether it takes colours and links."""
    terminal = not arguments.output and takes_color()
    color, links = (
        asked == "always" or (asked == "auto" and terminal) for asked in (arguments.color, arguments.hyperlinks)
    )
    return arguments.width or terminal_width(), color, links


class Parser(argparse.ArgumentParser):
    """A parser of arguments that knows what a mistyped option may have meant."""

    def error(self, message: str) -> NoReturn:
        """End with status 2 and the message; the option that is most like the one given is named."""
        known = re.findall(r"--[a-z-]+", self.format_help())
        for word in re.findall(r"--[\w-]+", message)[:1] if "unrecognized" in message else ():
            message += perhaps(word, known)
        super().error(message + TWO_EXAMPLES if "ARTICLE" in message else message)


def perhaps(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean that?" for the one of the `known` words that is most like it; "" if none is."""
    from difflib import get_close_matches

    return "".join(f"; did you mean {near}?" for near in get_close_matches(word, known, 1))


class Printed(argparse.Action):
    """An option that prints the completion for a shell, or a page for man, and ends."""

    def __call__(self, parser: argparse.ArgumentParser, namespace: Any, shell: Any, option: str | None = None) -> None:
        options = " ".join(dict.fromkeys(re.findall(r"--[a-z-]+", parser.format_help())))
        usage, told = (text.replace("\\", "\\e") for text in (parser.format_usage()[7:], parser.format_help()))
        about, _, rest = told.partition("\n\n")[2].partition("\n\n")
        page = f"{MAN}{about}\n.SH SYNOPSIS\n.nf\n{usage}.fi\n.SH OPTIONS\n.nf\n{rest}.fi\n"
        write_out([COMPLETIONS[shell].format(options) if shell else page])
        parser.exit()


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command's arguments."""
    parser = Parser(
        prog="samestory",
        description="Read several news articles on one story: who said what, in which words,\nand where they differ.",
        epilog=EXAMPLES,
        formatter_class=partial(argparse.RawDescriptionHelpFormatter, width=terminal_width()),
    )
    add = parser.add_argument
    add("articles", nargs="*", metavar="ARTICLE", help=ARTICLE_HELP)
    add("-s", "--show", type=sections_named, metavar="SECTIONS", help=SHOW_HELP)
    add("-f", "--format", choices=list(RENDERERS), help="default: what the name of the output file says, else text")
    add("-o", "--output", metavar="FILE", help="write to FILE, whole or not at all, and never over an article")
    add("--color", choices=["auto", "always", "never"], default="auto", help="auto: on a terminal without NO_COLOR")
    add(
        "--hyperlinks",
        choices=["auto", "always", "never"],
        default="auto",
        help="make cites links to files; as --color",
    )
    add("--width", type=positive, metavar="N", help="columns of text (default: the terminal’s)")
    add("-j", "--jobs", type=positive, metavar="N", help=JOBS_HELP)
    add("--max-size", type=megabytes, default=MOST_MB, metavar="MB", help=f"refuse larger files (default: {MOST_MB})")
    add(
        "--completion",
        action=Printed,
        choices=list(COMPLETIONS),
        help="print the completion for that shell, to be sourced",
    )
    add("--man", action=Printed, nargs=0, help="print a page for man")
    add("-V", "--version", action="version", version=f"samestory {__version__}")
    return parser


def sections_named(names: str) -> tuple[str, ...]:
    """Return the sections that a comma-separated list names, in their own order: "only,text" gives ("text", "only")."""
    chosen: set[str] = set()
    for name in names.split(","):
        chosen.update({"brief": BRIEF, "all": SECTIONS}.get(name.strip(), [name.strip()]))
    if unknown := chosen.difference(SECTIONS):
        choice = (*SECTIONS, "brief", "all")
        meant = perhaps(min(unknown), choice)
        raise argparse.ArgumentTypeError(f"no section {min(unknown)!r}{meant}; choose from {', '.join(choice)}")
    return tuple(section for section in SECTIONS if section in chosen)


def positive(number: str) -> int:
    """Return a count given on the command line."""
    if not number.isdecimal() or int(number) < 1:
        raise argparse.ArgumentTypeError(f"{number!r} is no whole number from 1 on")
    return int(number)


def megabytes(size: str) -> float:
    """Return a size given on the command line."""
    if not 0 < float(size) <= MB:
        raise argparse.ArgumentTypeError(f"{size!r} is no size from 0 to {MB:,}")
    return float(size)


def terminal_width() -> int:
    """Return the columns of the terminal, as COLUMNS or the terminal itself says, up to what is good to read.

    shutil.get_terminal_size would do, and import three compressors for it.
    """
    asked = os.environ.get("COLUMNS", "")
    if asked.isdecimal() and int(asked) > 0:
        return min(int(asked), MOST_WIDTH)
    for stream in (1, 2, 0):  # standard output may be a pipe to `less`
        with suppress(OSError):
            return min(os.get_terminal_size(stream).columns or USUAL_WIDTH, MOST_WIDTH)
    return USUAL_WIDTH


def read_all(names: Iterable[str], most_mb: float, jobs: int | None = None) -> tuple[list[Article], dict[str, str]]:
    """Return the articles that `names` lead to, and the reason for each path that could not be read."""
    paths: list[str] = []
    called: list[str] = []  # what the user calls each of them
    articles: list[Article] = []
    problems: dict[str, str] = {}
    for name in names:
        try:
            title, path = name_and_path(name)
            found = files_of(path)
            paths += found
            called += [title] * len(found)
        except (OSError, UnreadableError) as error:
            problems[name] = reason_of(error)
    outcomes = with_count(read_each(paths, most_mb, jobs), len(paths))
    for path, title, outcome in zip(paths, called, outcomes, strict=True):
        if isinstance(outcome, str):
            problems[path] = outcome
        else:
            for article in outcome:
                article.name = title
            articles += outcome
    return articles, problems


def name_and_path(name: str) -> tuple[str, str]:
    """Return what the user calls an article and its path: NAME=PATH, unless there is a file that is called so."""
    title, equals, path = name.partition("=")
    if not equals or not title or "/" in title or os.path.lexists(name):
        return "", name
    return title, path


def files_of(name: str) -> list[str]:
    """Return the articles of a folder by name, or of a pattern that no shell resolved; else what is named."""
    if re.search(r"[*?[]", name) and not os.path.lexists(name):
        from glob import glob

        return sorted(glob(name)) or [name]
    if not os.path.isdir(name):
        return [name]
    inside = [file for file in os.listdir(name) if file[0] != "."]
    paths = {file: os.path.normpath(os.path.join(name, file)) for file in sorted(inside)}
    files = [path for file, path in paths.items() if file.lower().endswith(ARTICLE_SUFFIXES) and not is_report(path)]
    skipped = set(paths.values()) - set(files)
    folders = sum(map(os.path.isdir, skipped))
    if not files:
        kinds = ", ".join(suffix for suffix in ARTICLE_SUFFIXES if suffix.count(".") == 1)
        hint = f"; {plural(folders, 'folder')} in it, to be named each by itself" if folders else ""
        raise UnreadableError("no-files", f"no {kinds} file in this folder, packed (.gz) or not{hint}")
    if skipped:
        parts = [plural(n, thing) for n, thing in ((len(skipped) - folders, "file"), (folders, "folder")) if n]
        complain(name, f"{join_and(parts)} in it not read (read are .txt, .html and the like, .eml, .jsonl, .csv, .gz)")
    return files


def is_report(path: str) -> bool:
    """Tell whether a file is what this tool wrote; or a folder or a pipe with an article's suffix."""
    with suppress(OSError):
        if not os.path.isfile(path):
            return os.path.exists(path)  # not so a link that leads nowhere: that is said of it
        with open(path, "rb") as file:
            start = file.read(SNIFFED)
            return begins_report(start) or start.startswith(b'{"samestory": "')
    return False


def read_each(paths: list[str], most_mb: float, jobs: int | None) -> Iterator[list[Article] | str]:
    """Yield the articles at each path, or why none could be read: by so many processes, or by all cores if many."""
    if not all(map(os.path.isfile, paths)):  # what is piped in no other process can read
        jobs = 1
    yield from shared_out(partial(attempt, most_mb=most_mb), paths, jobs, len(paths))


def compare_each(
    groups: list[list[Article]], show: Sequence[str], jobs: int | None, problems: dict[str, str]
) -> Iterator[Story]:
    """Yield the Story of each group, compared by so many processes, or by all cores if there are many articles.

    The articles leave `groups` with their story, so that they leave the memory with it. What could not be compared is
    said, and added to the `problems`.
    """
    for article in chain.from_iterable(groups):
        vars(article).pop("topic", None)  # which nobody asks for any more
    found = shared_out(partial(attempt_story, show=show), groups, jobs, sum(map(len, groups)))
    for number, parts in enumerate(found):
        articles, groups[number] = groups[number], []
        if isinstance(parts, str):
            problems[articles[0].path] = parts
            complain(articles[0].path, parts)
        yield Story(articles, **({} if isinstance(parts, str) else parts))


def attempt_story(articles: list[Article], show: Sequence[str]) -> dict[str, Any] | str:
    """Return the parts of the Story of `articles`, or why there are none: no story, however odd, takes others down."""
    try:
        return sections_of(articles, show)
    except MemoryError:
        raise
    except Exception as error:
        return FAULT.format(f"{type(error).__name__}: {error}")


Task = TypeVar("Task")
Outcome = TypeVar("Outcome")


def shared_out(
    work: Callable[[Task], Outcome], items: Sequence[Task], jobs: int | None, articles: int
) -> Iterator[Outcome]:
    """Yield `work(item)` for each item, in order: by so many processes, or by all cores where there are many articles.

    What processes leave undone, as one of them was killed, is done here.
    """
    cores = os.cpu_count() or 1
    jobs = min(jobs or (cores if articles >= MANY else 1), cores, len(items))
    done = 0
    for outcome in by_processes(work, items, jobs) if jobs > 1 else ():
        done += 1
        yield outcome
    yield from map(work, islice(items, done, None))


def by_processes(work: Callable[[Task], Outcome], items: Sequence[Task], jobs: int) -> Iterator[Outcome]:
    """Yield `work(item)` for each item, in order, by so many processes; they end early when one of these is killed."""
    from concurrent.futures.process import BrokenProcessPool, ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=end_with_parent) as pool, suppress(BrokenProcessPool):
        try:
            with signals_held():  # the processes, born deaf to Ctrl-C, leave it to this one
                outcomes = pool.map(work, items, chunksize=min(AT_ONCE, 1 + len(items) // (4 * jobs)))
            yield from outcomes
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def end_with_parent() -> None:
    """End this process as soon as the one that began it is gone, by whatever signal that was."""
    from multiprocessing import connection, parent_process
    from threading import Thread

    for number in ENDING:
        signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)
    if parent := parent_process():
        sentinel = parent.sentinel
        Thread(target=lambda: (connection.wait([sentinel]), os._exit(1)), daemon=True).start()


@contextmanager
def signals_held() -> Iterator[None]:
    """Hold back meanwhile what ends the process, on platforms that can: half a pool can't be shut down."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    heard = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, *ENDING])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, heard)


def attempt(path: str, most_mb: float) -> list[Article] | str:
    """Return the articles at `path` with all that is found in each alone, or why none could be read."""
    try:
        with no_collecting():
            articles = read_named(path, most_mb)
            for article in articles:  # kept by the article, and cost more than reading it
                _ = article.statements, article.dates, article.figures
    except (OSError, UnreadableError, MemoryError) as error:
        return reason_of(error)
    except Exception as error:  # one article, however odd, takes no other down
        return FAULT.format(f"{type(error).__name__}: {error}")
    return articles


def read_named(path: str, most_mb: float) -> list[Article]:
    """Return the articles at `path`, or on standard input ("-"); a file of more than `most_mb` MB is refused."""
    most = int(most_mb * MB)
    too_large = path != "-" and os.path.isfile(path) and os.path.getsize(path) > most
    data = b"" if too_large else standard_input(most + 1) if path == "-" else file_bytes(path, most + 1)
    if path == "-" and not data:
        raise UnreadableError("empty", "nothing came in; name the files of articles, or pipe one in")
    if too_large or len(data) > most:
        raise UnreadableError("too-large", f"larger than {most_mb:g} MB (--max-size raises the limit)")
    return [replace(article, path=path) for article in articles_in(data, most)]


def standard_input(most: int) -> bytes:
    """Return up to `most` bytes of standard input."""
    if sys.stdin is None:
        raise OSError(EBADF, os.strerror(EBADF))
    return sys.stdin.buffer.read(most)


def with_count(outcomes: Iterable[Outcome], total: int) -> Iterator[Outcome]:
    """Yield the outcomes; what takes longer than a second is counted on standard error if that is a terminal."""
    start = shown = monotonic()
    for number, outcome in enumerate(outcomes, 1):
        yield outcome
        now = monotonic()
        if now - start > 1 and now - shown > PROGRESS and sys.stderr is not None and sys.stderr.isatty():
            shown = now
            print(f"\r{number:,} of {total:,} read", end="", file=sys.stderr, flush=True)
    if shown > start:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def reason_of(error: Exception) -> str:
    """Return why something failed, for the user: "permission denied"."""
    if isinstance(error, MemoryError):
        return "too large for the memory"
    return refusal(error) if isinstance(error, OSError) else str(error)


def same_file(path: str, other: str) -> bool:
    """Tell whether both paths lead to one file, by links too, and with something behind it: "a.txt/."."""
    path = os.path.realpath(path)
    return os.path.exists(path) and os.path.exists(other) and os.path.samefile(path, other)


def complain(path: str, reason: str) -> None:
    """Say on standard error, in one line, why nothing was read from `path` or written to it."""
    path = "standard input (-)" if path == "-" else path
    print(printable(squeeze(f"samestory: {path}: {reason}")), file=sys.stderr)


def takes_color() -> bool:
    """Tell whether standard output is a terminal whose user has not asked for plain text."""
    plain_wanted = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return sys.stdout is not None and sys.stdout.isatty() and not plain_wanted


def write(parts: Iterable[str | bytes], output: str | None) -> None:
    """Write the parts of a report to the file `output`, or to standard output if that is None or "-"."""
    if output in (None, "-"):
        write_out(parts)
    else:
        write_file((part if isinstance(part, bytes) else part.encode(errors=UNENCODABLE) for part in parts), output)


def write_out(parts: Iterable[str | bytes]) -> None:
    """Write to standard output, in UTF-8 whatever the locale, but to a terminal in its own encoding."""
    if sys.stdout is None:
        raise OSError(EBADF, os.strerror(EBADF))
    if not hasattr(sys.stdout, "buffer"):  # a notebook's, or a test's
        sys.stdout.writelines(part for part in parts if isinstance(part, str))
        return
    try:
        encoding = sys.stdout.encoding if sys.stdout.isatty() else "utf-8"
        for part in parts:
            sys.stdout.buffer.write(part if isinstance(part, bytes) else part.encode(encoding, UNENCODABLE))
        sys.stdout.flush()
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python tries to write the rest at its end
        if not isinstance(error, BrokenPipeError):  # where the reader has seen enough
            raise


def write_file(data: Iterable[bytes], path: str) -> None:
    """Put the `data` in the file at `path`, whole or not at all: an old file stays until the new one is complete.

    A device or a pipe is written to, not replaced, and what is open already is appended to.
    """
    if re.match(OPEN_FILE, path) or (os.path.exists(path) and not os.path.isfile(path)):
        put(data, path, "ab")
        return
    path = os.path.realpath(path)
    draft = os.path.join(os.path.dirname(path), f".samestory-{os.urandom(8).hex()}")
    try:
        put(data, draft, "xb")
        if os.path.exists(path):
            os.chmod(draft, os.stat(path).st_mode)
        os.replace(draft, path)
    except BaseException:
        with suppress(FileNotFoundError):
            os.unlink(draft)
        raise


def put(data: Iterable[bytes], path: str, mode: str) -> None:
    """Write `data` to the file at `path`, opened in that mode."""
    with open(path, mode) as file:
        file.writelines(data)


def run_command() -> None:
    """End the process with the exit status of `main`: the entry point of the installed command."""
    gc.freeze()  # looking for garbage in what the imports made, at the end too, would take a fifteenth of a short run
    for number in ENDING:  # told to end, it takes its draft with it
        if signal.getsignal(number) is signal.SIG_DFL:  # nohup lets it ignore the one
            signal.signal(number, lambda number, _: sys.exit(128 + number))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)  # as a shell reports Ctrl-C


if __name__ == "__main__":
    run_command()
