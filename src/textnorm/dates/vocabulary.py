"""The other words of dates, as data: weekdays, eras, numbers, and the words that stand between them."""

from __future__ import annotations

from .match_key import fold

#: weekdays in the order of ``datetime.date.weekday``: Monday first
WEEKDAYS = {
    "fa": "دوشنبه سه‌شنبه چهارشنبه|چارشنبه پنجشنبه|پنج‌شنبه|پنچشنبه|پنچ‌شنبه جمعه|آدینه شنبه یکشنبه|یک‌شنبه",
    "ps": "دونۍ|دوشنبه درېنۍ|سه‌شنبه څلرنۍ|چارشنبه پينځنۍ|پنجشنبه جمعه|جمعې اونۍ|خالي يونۍ|اتوار",
    "ckb": "دووشەممە سێشەممە چوارشەممە پێنجشەممە ھەینی|هەینی شەممە یەکشەممە",
    "ar": "الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد",
    "ur": "پیر|سوموار منگل بدھ جمعرات جمعہ ہفتہ اتوار",
    "en": "Monday|Mon Tuesday|Tue|Tues Wednesday|Wed Thursday|Thu|Thurs|Thur Friday|Fri "
    "Saturday|Sat Sunday|Sun",
    "en (Persian)": "Doshanbeh|Doshanbe Seshanbeh|Seshanbe Chaharshanbeh|Chaharshanbe "
    "Panjshanbeh|Panjshanbe Jomeh|Jomʻeh Shanbeh|Shanbe Yekshanbeh|Yekshanbe",
    "tr": "Pazartesi Salı Çarşamba Perşembe Cuma Cumartesi Pazar",
    "tg": "Душанбе|Дшб Сешанбе|Сшб Чоршанбе|Чшб Панҷшанбе|Пшб Ҷумъа|Ҷмъ Шанбе|Шнб Якшанбе|Яшб",
}

#: a number word and what it adds
UNITS = "یک دو سه چهار پنج شش هفت هشت نه"
TEENS = "ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده|هیجده نوزده"
TENS = {20: "بیست", 30: "سی", 40: "چهل", 50: "پنجاه", 60: "شصت", 70: "هفتاد", 80: "هشتاد", 90: "نود"}
HUNDREDS = {100: "صد", 200: "دویست", 300: "سیصد", 400: "چهارصد"}
ORDINALS = (
    "یکم|اول|نخست|اولین|نخستین دوم|دویم سوم|سیم|سویم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم "
    "سیزدهم چهاردهم|چاردهم "
    "پانزدهم|پونزدهم شانزدهم|شونزدهم هفدهم|هیفدهم هجدهم|هیجدهم نوزدهم"
)

#: of Pashto, feminine as the day of a month is; «لومړۍ» to «یودېرشمه»
PASHTO_ORDINALS = (
    "لومړۍ|لومړی|لمړۍ|لمړی دویمه|دوهمه|دوېمه|دویم|دوهم دریمه|درېیمه|درېمه|دریم څلورمه|څلورم پنځمه|پنځم "
    "شپږمه|شپږم اومه|اوومه|اووم اتمه|اتم نهمه|نهم لسمه|لسم یوولسمه|یولسمه دولسمه|دوولسمه دیارلسمه څوارلسمه "
    "پنځلسمه شپاړسمه|شپارسمه اوولسمه|اولسمه اتلسمه نولسمه|نورلسمه|نونسمه شلمه|شلم یوویشتمه|یویشتمه "
    "دوه‌ویشتمه|دوویشتمه|دوه‌ویشتم درویشتمه|دری‌ویشتمه څلورویشتمه|څلېرویشتمه|څلیریشتمه|څلرویشتمه "
    "پنځه‌ویشتمه|پنځویشتمه شپږویشتمه|شپږ‌ویشتمه اوه‌ویشتمه|اوویشتمه اته‌ویشتمه|اتویشتمه "
    "نهه‌ویشتمه|نه‌ویشتمه|نهویشتمه دېرشمه|دیرشمه یودېرشمه|یو‌دېرشمه|یودیرشمه"
)

#: words by the letter that stands for them in a shape (see forms.py)
PLAIN_WORDS = {
    "E": "شمسی خورشیدی خورشيدی هـش هش لمریز لمريز هەتاوی کۆچیی‌هەتاوی AP AHS SH forsiy جلالی ASH persico persarum АП "
    "jalali shamsi khorshidi solar Sh HSh هخ",
    "L": "ھىجرىيە hijriy hicrî hegirae hégire hizjria hirja hijra hidžras hidžran ègira hižra hegira قمری هـق هق AH САНА Hicri lunar qamari ghamari سپوږمیز "
    "یزدگردی رومی عبری yazdgerdi yazdegerdi rumi hebrew coptic",
    "G": "میلادی میلادى CE BC BCE AD عیسوی م gregorian julian ژولینی",
    "H": "هجری ہجری هجریه کۆچی hijri h ه",
    "a": "برج ماه ماهِ مياشت میاشت میاشتې مانگی مانگ month mah",
    "j": "در",
    "s": "г сол соли سال سالِ کال ساڵی ساڵ year سنه سنة سنه",
    "i": "د په پر ی از of the from de del anno ê",
    "z": "day روز روزِ ورځ ورځې ڕۆژی",
    "S": "ش",
    "r": "مصوب مورخ مورخه مورخهٔ تاریخ بتاریخ date dated on",
    "=": "برابر با مطابق معادل مصادف corresponding equal",
    "c": "ساعت ساعات at soati соати hour په‌ساعت",
    "K": "صفحه نسخه جلد واحد درجه",
    "&": "و and",
    "t": "تا الی لغایت until till to through",
    "u": "تومان تومن تومانی ریال ریالی دلار یورو نفر نفری کیلو کیلوگرم گرم کیلومتر متر سانتی‌متر "
    "درصد میلیون میلیارد بشکه people km kg percent dollars tomans rials "
    "تخت تختخواب تخت‌خواب هکتار لیتر صندلی غرفه فقره مگاوات مترمربع نفره "
    "شرکت‌کننده دانش‌آموز تماشاگر خانوار خودرو قرص کارگر سرباز زندانی "
    "m sq km² m² meters metres miles views votes visitors guests houses seats participants words",
    "v": "تن عدد دستگاه بار مورد دقیقه ثانیه ساله سالگی گل امتیاز بازیکن کشور استان خبر شبکه pages copies",
    "q": "مدل ابعاد سایز ضریب نسبت نمره شناسه شکل نمودار تصویر اتاق سریال call ext model figure fig room flight serial code part sku rfc port id",
    "h": "هفته هفته‌ی نیمه نیمه‌ی دهه دهه‌ی ماهه سه‌ماهه شش‌ماهه نیمسال ترم نوبت مرحله مرحله‌ی فاز ویرایش ویراست "
    "پایه پایه‌ی لیگ طبقه طبقه‌ی رتبه رتبه‌ی week part phase season episode grade class level lesson unit step "
    "round quarter",
    "e": "چاپ دوره دوره‌ی دور بخش قسمت گروه کلاس منطقه منطقه‌ی تیم مقام گام سری شیفت",
    "k": "ص شماره آیه ماده بند فصل پلاک کد ورژن نگارش فکس نمابر کلاسه پرونده تلفن تماس کدپستی "
    "version ver v page pages p pp chapter chap no "
    "number issue vol volume section isbn phone tel ip آیات صفحات شمارهٔ شماره‌ی شماره‌های ماده‌های بندهای صفحه‌های ردیف تبصره "
    "اصل build",
}


#: a letter each, as calendar libraries abbreviate them: at the start of a line only
WEEKDAY_LETTERS = {letter: day for day, letter in enumerate("دسچپجشی")}


def _weekdays() -> dict[str, int]:
    return {
        fold(name): day
        for names in WEEKDAYS.values()
        for day, variants in enumerate(names.split())
        for name in variants.split("|")
    }


WEEKDAY = _weekdays()


def _spread(words: str, first: int) -> dict[str, int]:
    return {
        fold(name): value
        for value, variants in enumerate(words.split(), first)
        for name in variants.split("|")
    }


UNIT = _spread(UNITS, 1)
TEEN = _spread(TEENS, 10)
TEN = {fold(name): value for value, name in TENS.items()}
HUNDRED = {fold(name): value for value, name in HUNDREDS.items()}
THOUSAND = {fold("هزار"): 1000, fold("یکهزار"): 1000, fold("یک‌هزار"): 1000}
#: «twenty-first» is joined of two words
ENGLISH_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
)
ENGLISH_TENS = {fold("twenty"): 20, fold("thirty"): 30}
_PLAIN_ORDINAL = (
    _spread(PASHTO_ORDINALS, 1)
    | _spread(ORDINALS, 1)
    | {
        fold("بیستم"): 20,
        fold("سی‌ام"): 30,
        fold("سیم"): 3,
        fold("سی‌اُم"): 30,
        fold("thirtieth"): 30,
    }
    | _spread(ENGLISH_ORDINALS, 1)
)
#: also «هشتمین»
ORDINAL = _PLAIN_ORDINAL | {
    name + "ین": value for name, value in _PLAIN_ORDINAL.items() if name.endswith("م") and name != "سیم"
}


def _joined(units: dict[str, int]) -> dict[str, int]:
    return {
        ten + "و" + name: value + unit
        for ten, value in TEN.items()
        for name, unit in units.items()
        if unit < 10
    }


#: «بیست‌ویکم» and «چهل‌ودو» written as one word
JOINED_ORDINAL = _joined(ORDINAL)
JOINED_CARDINAL = _joined(UNIT)
CARDINAL = JOINED_CARDINAL | UNIT | TEEN | TEN | HUNDRED | THOUSAND | ENGLISH_TENS
#: with an «و» that lost its space: «سیصدو نود», «بیست وسوم»; the kinds of the pieces, and the number
WITH_AND = (
    {"و" + name: ("&#", value) for name, value in (UNIT | TEEN | TEN | HUNDRED).items()}
    | {
        "و" + name: ("&1", value)
        for name, value in _PLAIN_ORDINAL.items()
        if value < 20 and not name.isascii()
    }
    | {name + "و": ("#&", value) for name, value in (TEN | HUNDRED | THOUSAND).items()}
    | {"و" + name + "و": ("&#&", value) for name, value in (TEN | HUNDRED).items()}
)

KIND = {fold(word): kind for kind, words in PLAIN_WORDS.items() for word in words.split()}
#: letters glued to a number: «۸م», «۸ ام», «۵مه», 8th, and the Sorani and Kurdish «ی»
SUFFIX = frozenset(
    map(
        fold,
        [
            "م",
            "ام",
            "أم",
            "اُم",
            "مین",
            "امین",
            "مه",
            "ل",
            "مې",
            "th",
            "st",
            "nd",
            "rd",
            "ê",
            "ی",
            "ي",
            "an",
            "um",
        ],
    )
)
