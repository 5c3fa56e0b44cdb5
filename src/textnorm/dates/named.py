"""What has a number or a day in its name: «خیابان ۱۷ شهریور», «حملات ۱۱ سپتامبر», `Python 1397.7.8`."""

from __future__ import annotations

import re

from textnorm.lazy import lazy_pattern

from .adjacency import is_latin
from .kinds import Token
from .match_key import fold

#: what is named after a day of another year: «خیابان ۱۷ شهریور», «کودتای ۲۸ مرداد»; and births
NAMED_AFTER_A_DAY = lazy_pattern(
    r"(?<!\w)(?:خیابان|میدان|بلوار|پل|کوچه|کوی|محله|بزرگراه|اتوبان|زیرگذر|چهارراه|ایستگاه|پارک|بوستان|بیمارستان|درمانگاه|مسجد"
    r"|حسینیه|شهرک|سینما|تالار|سالن|ورزشگاه|استادیوم|مدرسه|دبستان|دبیرستان|هنرستان|دانشگاه|پادگان|کارخانه|سد|بندر|لشکر|تیپ"
    r"|بنیاد|حزب|گروه|جبهه|جنبش|قیام|انقلاب|کودتا|نهضت|واقعه|حادثه|فاجعه|حماسه|کشتار|انفجار|حمله|حملات|رویداد|وقایع|حوادث|شهدا|جانباختگان|متولد|زاده|زادروز)"
    r"[\u0650\u0654ی\s\u200c]{1,4}(?:روز[\s\u200c]+)?$|\b(?:street|square|coup|uprising|movement|born)\s+(?:of\s+|on\s+)?$",
    re.IGNORECASE,
)
#: Latin words that stand before dates in numbers
BEFORE_DATES = frozenset(
    "in since by before after is was are updated published posted received accepted released modified".split()
)


def is_versioned(text: str, word: Token) -> bool:
    """Tell whether a word is Latin and none of those before dates: numbers with full stops behind it are a version."""
    return is_latin(text[word.start]) and fold(word.key) not in BEFORE_DATES
