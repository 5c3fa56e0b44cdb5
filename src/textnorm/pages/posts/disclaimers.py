"""Sentences in which a site says what its text is not: no advice, at the reader's own risk."""

from __future__ import annotations

from textnorm.lazy import lazy_pattern
from textnorm.pages.posts.date_words import folded

#: longer lines are texts
_LONGEST = 400
#: how such a sentence begins, with what stands behind it
_LABEL = lazy_pattern(
    r"(?:سلب مسئولیت|رفع مسئولیت|هشدار (?:ریسک|سرمایه[\s\u200c]?گذاری|معاملاتی|پزشکی)|افشای ریسک|بیانیه (?:ریسک|سلب مسئولیت)|تذکر قانونی|risk (?:warning|disclosure)|disclaimer)(?:[^\W\d]|\s){0,20}\s?[:：؛.–—-]",
)
#: what the text is not
_NO_ADVICE = lazy_pattern(
    r"(?:این|مطالب این|اطلاعات این|محتوای این|مطالب|محتوای|اطلاعات) (?:خبر|مطلب|سایت|وب[\s\u200c]?سایت|ویدیو|محتوا|صفحه|تحلیل|مقاله|پادکست|کانال)[^.؟!]{0,60} (?:توصیه|پیشنهاد|جایگزین|سیگنال|مشاوره|به معنای|به منزله|ملاک|مبنای)[^.؟!]{0,50}(?:نیست|نیستند|نمی[\s\u200c]?باشد|نمی[\s\u200c]?باشند|ندارد|نمی[\s\u200c]?شود)\s?\.?$"
    r"|(?:این|مطالب این|اطلاعات این|محتوای این|مطالب|محتوای) [^.؟!]{2,60}(?:صرفا|فقط|تنها) (?:جنبه|برای|با هدف|به منظور) [^.؟!]{0,30}(?:آموزش|آموزشی|اطلاع[\s\u200c]?رسانی|آگاهی)[^.؟!]{0,40}\.?"
)
#: what a board of advertisements tells its buyers
_NO_MONEY = lazy_pattern(
    r"[^.؟!]{0,40}(?:پیش|قبل) از (?:دیدن|بازدید|مشاهده|تحویل|دریافت|معامله|اطمینان)[^.؟!]{0,60}(?:پول|وجه|مبلغ|بیعانه|ودیعه)[^.؟!]{0,40}(?:نکنید|ندهید|نپردازید|خودداری (?:کنید|نمایید|فرمایید))\s?\.?$"
)
#: who does not answer, and for what: the use of a text, what somebody decides after reading it
_ANSWERS_NOT = lazy_pattern(
    r"مس[ئو]ولیتی?(?!\w)[^.؟!]{0,50}(?:ندارد|نداریم|ندارند|نمی[\s\u200c]?پذیرد|نمی[\s\u200c]?پذیریم|نخواهد داشت|نیست)\s?\.?$"
)
_FOR_USE = lazy_pattern(
    r"استفاده|تصمیم|معاملات|معامله|صحت|محتوا|آگهی|تبلیغ|(?:زیان|ضرر|خسارت)[^.؟!]{0,20} ناشی|ضرر و زیان"
)
_YOURS = lazy_pattern(r"(?:معامله|خرید|استفاده|تصمیم)(?:[ٔهۀ]|[\s\u200c]?ی)?\sشما")
#: the reader answers for it
_READER_ANSWERS = lazy_pattern(
    r"مس[ئو]ولیت (?:هر|هرگونه|استفاده|صحت|معاملات|خرید|تصمیم|محتوای)[^.؟!]{0,90}(?:بر|به) (?:عهده|دوش)[ٔ‌ی]?\s?(?:ی\s)?(?:شما|خود|خواننده|کاربر|مخاطب|سرمایه|معامله|شخص|فرد|آگهی)[^.؟!]{0,40}\.?$"
)


def disclaims(line: str) -> bool:
    """Tell whether a line says what the text is not, or who does not answer for it.

    >>> disclaims("سلب مسئولیت: مطالب این صفحه پیشنهاد خرید نیست."), disclaims("این مطلب توصیه سرمایه‌گذاری نیست.")
    (True, True)
    >>> disclaims("شهرداری مسئولیتی در این باره ندارد."), disclaims("هشدار: فردا باران می‌بارد.")
    (False, False)
    """
    if len(line) > _LONGEST:
        return False
    plain = folded(line).lstrip(" *•-–⚠️")
    if _LABEL.match(plain.casefold()) or _NO_ADVICE.match(plain) or _NO_MONEY.match(plain):
        return True
    return "ولیت" in plain and (_READER_ANSWERS.match(plain) is not None or _answers_not(plain))


def _answers_not(line: str) -> bool:
    """Tell whether a line says that somebody does not answer for what is done with a text."""
    answers = _ANSWERS_NOT.search(line)
    if answers is None:
        return False
    return _FOR_USE.search(line[: answers.start()]) is not None or _YOURS.search(answers[0]) is not None
