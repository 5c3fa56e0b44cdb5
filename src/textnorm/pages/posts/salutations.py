"""Short lines that open and end a letter: a notice, a newsletter, a speech. They are text, though no sentences."""

from __future__ import annotations

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.date_words import folded
from textnorm.pages.posts.lists import heads_others
from textnorm.pages.posts.page_lines import PageLines

#: most characters of such a line; most words of the name below it; lines below an office among which the site goes on
_LONGEST, _NAME, _UNDER = 60, 4, 2
_SALUTATION = lazy_pattern(
    r"(?:به|با) نام (?:او|یزدان|ایزد|دوست|حق|خدا(?:ی|وند)?)(?:\s[^\W\d][\w\u200c]*){0,6}|(?:باسمه|بسمه)[\s\u200c]?تعالی|بسم الله الرحمن الرحیم|هوالحق|هوالمحبوب"
    r"|ان[اّ]{1,2} لله و ان[اّ]{1,2} الیه راجعون|هوالباقی|هو الباقی|(?:(?:با|ضمن) )?(?:سلام|درود)(?: [^\W\d][\w\u200c]*){0,6}\s?[،:!]"
    r"|(?:با )?(?:سلام|درود)(?: (?:به|بر|خدمت))?(?: (?:و (?:درود|احترام|ادب|عرض ادب|خسته نباشید|خدا قوت|وقت بخیر|شب بخیر|روز بخیر))| (?:دوستان|بچه[\s\u200c]?ها|رفقا|عزیزان|همگی|همه|استاد|اساتید|مهندس|دکتر|شما)(?:[\s\u200c]?(?:ی|ی من|جان|عزیز|گرامی|جون|گل))?){0,3}(?:(?<=دوستان)\s[^\W\d]{2,15}){0,1}\s?[.،:!]?"
    r"|(?:(?:سلام|درود|قابل توجه|توجه|خدمت)\s)?(?:[^\W\d][\w\u200c]*\s){0,2}(?:دوستان|همکاران|دانشجویان|همراهان|هم[\s\u200c]?میهنان|هم[\s\u200c]?وطنان|مردم|کارگران|کشاورزان|معلمان|فرهنگیان|هنرمندان|والدین|مشتریان|کاربران|زائران|مسافران|بازدیدکنندگان|خوانندگان|مخاطبان|شهروندان|اعضای?|اولیای?)"
    r"(?:\s[^\W\d][\w\u200c]*){0,2}\s(?:گرامی|عزیز|محترم|ارجمند)\s?[،:!]?"
)
_CLOSING = lazy_pattern(
    r"(?:[^\W\d]{2,12} ){0,2}ادامه دارد|والسلام(?: [^\W\d]+){0,6}|با (?:سپاس|تشکر|احترام|درود|مهر|آرزوی)(?:،? [^\W\d][\w\u200c]*){0,5}|ارادتمند(?: شما)?"
    r"|تا (?:هفته|ماه|شماره|قسمت|نامه|برنامه|خبرنامه|(?:[^\W\d]{2,5}[\s\u200c]?)?شنبه|جمعه)(?:[\s\u200c]?ی)? (?:بعد|بعدی|دیگر|آینده)|(?:می[\s\u200c]?بینم[ـ]?(?:تان|تون)|می[\s\u200c]?بینیم(?:تان|تون|ت)|(?:منتظر|چشم به راه)(?:تان| شما) هستیم|دوستتان دار(?:م|یم)|خدا نگهدار|خدانگهدار|بدرود|یا حق|(?:شاد|موفق|پیروز|سربلند|سلامت|خوش) باش(?:ید|ین|ی|یم))"
)
#: who signs what an office tells: «بخش کنسولی سفارت»
_OFFICE = lazy_pattern(
    r"(?:بخش|اداره|دفتر|شورای|انجمن|هی[ئأ]ت|هیات|ستاد|کمیته|مدیریت|معاونت|دبیرخانه|سازمان|کانون|اتحادیه|سندیکای|دانشکده|بنیاد|شهرداری|دهیاری|روابط[\s\u200c]عمومی|وزارت|فدراسیون|استانداری|فرمانداری|بخشداری|مجمع|خانواده[\s\u200c]?های)(?:\s[^\W\d][\w\u200c]*){1,7}"
)


def is_salutation(line: str) -> bool:
    """Tell whether a line greets those whom a letter is for.

    >>> is_salutation("سلام دوستان،"), is_salutation("قابل توجه دانشجویان گرامی"), is_salutation("سلام و خداحافظی")
    (True, True, False)
    >>> is_salutation("هم‌میهنان گرامی"), is_salutation("مردم عزیز را دید")
    (True, False)
    >>> is_salutation("سلام بچه‌ها"), is_salutation("سلام خانه")
    (True, False)
    >>> is_salutation("به نام خداوند جان و خرد"), is_salutation("به نام پدرش خانه‌ای خرید")
    (True, False)
    """
    return len(line) <= _LONGEST and _SALUTATION.fullmatch(folded(line)) is not None


def is_closing(line: str) -> bool:
    """Tell whether a line takes leave at the end of a letter.

    >>> is_closing("والسلام علیکم و رحمة الله"), is_closing("تا هفته بعد،"), is_closing("تا هفته بعد باران می‌بارد")
    (True, True, False)
    >>> is_closing("ادامه دارد..."), is_closing("باران تا فردا شب ادامه دارد.")
    (True, False)
    """
    return len(line) <= _LONGEST and _CLOSING.fullmatch(folded(line).rstrip(" .!،")) is not None


def opens_letter(page: PageLines, place: int) -> bool:
    """Tell whether a line greets, right above a text."""
    below = place + 1
    return below < len(page) and page.is_text(below) and is_salutation(page.texts[place])


def closes_letter(page: PageLines, place: int) -> bool:
    """Tell whether a line ends a letter: it takes leave, is the name below such a line with a comma or above a row, or the office that told what stands above."""
    above, below = page.texts[place - 1], place + 1
    last = below < len(page) and (page.roles[below] > 0 or page.is_meta(below))
    named = (above[-1] in "،," or last) and page.words[place] <= _NAME and not page.roles[place]
    named = named or _OFFICE.fullmatch(folded(page.texts[place])) is not None
    return is_closing(page.texts[place]) or (named and is_closing(above)) or is_office(page, place)


def is_office(page: PageLines, place: int) -> bool:
    """Tell whether a line is the office that told what stands above: right below a sentence, and above a row."""
    under = range(place + 1, min(place + 1 + _UNDER, len(page)))
    last = any(page.roles[n] > 0 or page.is_meta(n) or heads_others(page, n) for n in under)
    told = (
        place > 0
        and last
        and page.sentences[place - 1]
        and page.is_text(place - 1)
        and not page.is_certain(place)
    )
    return told and _OFFICE.fullmatch(folded(page.texts[place])) is not None
