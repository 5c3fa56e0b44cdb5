"""Sentences that speak to the reader about the site: to install, to follow, to say whether the text was of use."""

from __future__ import annotations

import re

from textnorm.pages.posts.date_words import folded
from textnorm.pages.posts.disclaimers import disclaims

#: what a site asks of its readers, and what for
_ASKS = re.compile(
    r"(?:اپلیکیشن|اپ|نرم[\s\u200c]?افزار|کانال|خبرنامه|صفحه|پیج|گروه|اینستاگرام|تلگرام|ایتا|توییتر|فیس[\s\u200c]?بوک|یوتیوب|عضو|شبکه[\s\u200c]?های اجتماعی|پادکست)"
    r"[^.!؟]{0,70}(?:نصب|دنبال|دانلود|مشترک|عضو|پیگیری|همراه)[\s\u200c]?(?:کنید|شوید|باشید|نمایید|کنین)\s?[.!]?$"
    r"|^(?:برای|جهت) (?:رزرو|نوبت|گرفتن نوبت|مشاوره|دریافت (?:نوبت|مشاوره)|سفارش|ثبت سفارش|خرید)[^.!؟]{0,60}(?:تماس بگیرید|تماس حاصل (?:کنید|فرمایید|نمایید)|پیام (?:بدهید|دهید)|کلیک کنید)\s?[.!]?$"
    r"|^(?:اگر|چنانچه) [^.!؟]{0,60}(?:شبکه|عضو)[^.!؟]{0,40} (?:این )?(?:مطلب|خبر|نوشته|مقاله)[^.!؟]{0,40} (?:ارسال|به اشتراک|بفرستید)[^.!؟]{0,15}[.!:]?$"
    r"|^(?:با|برای) [^.!؟]{3,60} (?:حمایت|پشتیبانی) کنید\s?[.!]?$"
    r"|^(?:[^.!؟]{3,60}[؟!.]\s)?(?:با )?(?:کمک|حمایت|پشتیبانی)(?:[\s\u200c]?های)? (?:مالی|نقدی)(?: شما)? (?:به )?(?:ما|این (?:سایت|رسانه|وب[\s\u200c]?سایت|وبلاگ|پروژه|نشریه|مجله|پادکست))(?!\w)[^!؟]{0,120}[.!]?$"
    r"|^(?:آیا )?(?:شما )?(?:مایل|حاضر)(?: هستید|ید) [^.!؟]{0,50}(?:ما|این (?:سایت|رسانه|وب[\s\u200c]?سایت|وبلاگ|پروژه|نشریه|مجله|پادکست)) را [^.!؟]{0,80}(?:یاری|کمک|حمایت|پشتیبانی) کنید\s?؟?$"
    r"|^(?:[^.!؟]{3,60}[؟!.]\s)?(?:رایگان |همین حالا |شما هم |به رایگان )?(?:مشترک|عضو) (?:نامه |خبرنامه |کانال |ما )?شوید\s?[.!]?$"
    r"|(?:^|[!؟.]\s)برای (?:دریافت|خواندن|دیدن) [^.!؟]{3,60} (?:مشترک|عضو) شوید\s?[.!]?$"
    r"|^(?:لطفاً? )?(?:نظر|دیدگاه|پرسش|سوال|تجربه)[^.!؟]{0,30}(?:با|به|برای) ما [^.!؟]{0,20}(?:شریک (?:سازید|کنید)|در میان (?:بگذارید|بگذارید)|بفرستید|بنویسید|ارسال کنید)\s?[.!]?$"
    r"|^(?:لطفا )?(?:نظر|نظرات|کامنت|لایک)[^.!؟]{0,20}(?:یادتان|یادتون|فراموش) (?:نرود|نره|نشود|نشه|نکنید)\s?[.!]?$"
    r"|رایگان.{0,20}(?:امتحان|شروع)[\s\u200c]?کنید\s?[.!]?$|^(?:همین حالا|همین الان) [^.!؟]{0,60}(?:کنید|شوید|بخرید|بگیرید)\s?[.!]?$"
    r"|^اگر [^.!؟]{0,60}(?:بازخورد|سوال|سؤال|پرسش|نظر|پیشنهاد|تجربه|انتقاد)[^.!؟]{0,80}(?:نظرات|دیدگاه[\s\u200c]?ها|کامنت[\s\u200c]?ها?|پایین|ما|همین صفحه)[^.!؟]{0,30}(?:مطرح|بپرسید|بنویسید|در میان|ثبت|بگذارید|به اشتراک)[^.!؟]{0,20}[.!]?$"
    r"|(?:به|در) (?:کانال|گروه|صفحه|پیج|خبرنامه)[^.!؟]{0,50}(?:بپیوندید|بمانید|بروید|سر بزنید)\s?[.!]?$"
)
#: to join a channel, on a line of its own between two paragraphs, too
_INVITES = re.compile(
    r"(?:برای|جهت) [^.!؟]{3,40} (?:به|در) (?:کانال|صفحه|گروه|خبرنامه) [^.!؟]{0,40}(?:بپیوندید|عضو شوید|سر بزنید|کلیک (?:کنید|نمایید))\s?[.!]?$"
    r"|[^.!؟]{2,50} را (?:هم |نیز )?(?:در|روی) (?:اینستاگرام|تلگرام|توییتر|فیس[\s\u200c]?بوک|یوتیوب|ایتا|بله|روبیکا|ایکس|گوگل نیوز)[^.!؟]{0,30} دنبال[\s\u200c]?کنید\s?[.!]?$"
    r"|[^.!؟]{2,50} را (?:هم |نیز )?(?:در|از|روی) (?:(?:برنامه|اپلیکیشن|اپ|سکو|پادگیر)(?:[\s\u200c]?های?)? |کست[\s\u200c]?باکس|اپل پادکست|اسپاتیفای|ناملیک|شنوتو|طاقچه)[^.!؟]{0,40}(?:بشنوید|گوش (?:کنید|دهید)|دنبال کنید)\s?[.!]?$"
    r"|[^.!؟]{0,60}(?:همین حالا|همین الان|(?:کارشناسان|مشاوران|وکلای|متخصصان|پزشکان|همکاران) ما)[^.!؟]{0,40}(?:تماس بگیرید|نوبت بگیرید|رزرو کنید|پیام (?:بدهید|دهید)|در ارتباط باشید)\s?[:!.]?\s?[\d\s+-]{0,20}$"
    r"|(?:برای|جهت) (?:ورود|عضویت|پیوستن) (?:به|در) (?:کانال|صفحه|گروه|خبرنامه) [^.!؟]{0,60}(?:کلیک|لمس|وارد|عضو) (?:کنید|نمایید|شوید)\s?[.!]?$"
)
#: the same in English, as newsletters have it
_SUBSCRIBES = re.compile(
    r"^(?:thanks for reading\b|subscribe\b).{0,90}\b(?:subscribe|posts?|newsletter|email)\b.{0,40}$",
    re.IGNORECASE,
)
#: what it asks about the text
_RATES = re.compile(
    r"^(?:این )?(?:مطلب|نوشته|مقاله|خبر|پست|ویدیو|قسمت|آموزش|گزارش|روایت|گفت[\s\u200c]?و[\s\u200c]?گو|مصاحبه|داستان|شعر)(?: (?:رو|را))? (?:دوست داشتی|چطور بود|پسندیدی|به دردت خورد)(?:د|ن)?\s?[؟?]$|"
    r"آیا [^.!؟]{0,60}(?:گرفتید|مفید (?:بود|است)|کمک (?:کرد|تان کرد)|راضی|پسندیدید|قانع[\s\u200c]?کننده|کامل بود)[^.!؟]{0,12}[؟?]$"
    r"|(?:این|اگر این) (?:مطلب|نوشته|مقاله|خبر|پست|ایمیل|نامه|خبرنامه|دستور|ویدیو|نقد|پادکست|قصه|شعر|آهنگ|قسمت|کتاب)[^.!؟]{0,60}(?:به اشتراک|برای دوستان|دوست داشتید?|مفید بود|امتیاز|چطور (?:دیدید|بود))"
)
#: where the text is from
_SOURCE = re.compile(r"(?:منبع|منابع|source|via)\s?(?:خبر|مطلب)?\s?[:：]\s?\S[^.:]{0,50}$", re.IGNORECASE)

#: the address of a channel and nothing else but pictures; one with a few words before it
_HANDLE = re.compile(r"[^\w@]{0,12}@[a-z]\w{3,31}\W{0,12}", re.IGNORECASE)
_CHANNEL = re.compile(
    r"[^.!؟/]{0,60}(?:https?://)?(?:www\.)?(?:t|telegram|ble|eitaa|rubika|instagram|aparat|splus|sapp|youtube)\.(?:me|com|ir)/[\w@+/?=-]{2,60}\W{0,12}",
    re.IGNORECASE,
)


def is_call(line: str) -> bool:
    """Tell whether a line asks the reader for something that has to do with the site and not with the text.

    >>> is_call("برای دیدن خبرهای تازه اپلیکیشن ما را نصب کنید."), is_call("دوستش را تا در خانه دنبال کرد.")
    (True, False)
    >>> is_call("این مطلب توصیه سرمایه‌گذاری نیست."), is_call("این گزارش توصیه‌هایی دارد که هیچ کدام تازه نیست.")
    (True, False)
    >>> is_call("از این نامه لذت بردید؟ مشترک شوید."), is_call("گفت که باید عضو شوید.")
    (True, False)
    >>> is_call("اگر پرسشی درباره گلدان دارید در بخش نظرات بنویسید."), is_call("اگر پرسشی دارید نامه بنویسید تا بیایم.")
    (True, False)
    >>> is_call("خوشتان آمد؟ کمک مالی شما به این رسانه کار ما را ممکن می‌کند."), is_call("کمک مالی شما به مدرسه رسید.")
    (True, False)
    >>> is_call("Thanks for reading Rain! Subscribe for free to receive new posts."), is_call("Subscribe to nothing.")
    (True, False)
    """
    plain = folded(line)
    found = _ASKS.search(plain) or _RATES.match(plain) or _SUBSCRIBES.match(line)
    return (len(line) < 200 and found is not None) or disclaims(line)


def invites(line: str) -> bool:
    """Tell whether a line asks the reader to join a channel and says what for: none of a text wherever it stands.

    >>> invites("برای دریافت خبرها به کانال تلگرام ما بپیوندید."), invites("از او خواستم که به گروه بپیوندد.")
    (True, False)
    >>> invites("پنجره را در برنامه‌های پادکست بشنوید"), invites("صدای باران را از پنجره بشنوید")
    (True, False)
    """
    return len(line) < 200 and _INVITES.match(folded(line)) is not None


def leads_to_channel(line: str) -> bool:
    """Tell whether a line at the end of a text is the address of a channel, with a few words or pictures beside it.

    >>> leads_to_channel("🌱 @golkhane_ma"), leads_to_channel("عضو شوید: https://t.me/golkhane_ma")
    (True, True)
    >>> leads_to_channel("نشانی ما t.me/golkhane است. سر بزنید."), leads_to_channel("من و @sara رفتیم")
    (False, False)
    """
    found = "@" in line or "/" in line
    return found and len(line) < 120 and bool(_HANDLE.fullmatch(line) or _CHANNEL.fullmatch(line))


def is_source(line: str) -> bool:
    """Tell whether a line at the end of a text says where it is from.

    >>> is_source("منبع: روابط عمومی"), is_source("منبع: کتاب «سقف‌ها» و مقاله‌ای در مجله معماری.")
    (True, False)
    """
    return _SOURCE.match(line) is not None
