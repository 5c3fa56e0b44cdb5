"""The lists that the lexicon's maker weighs the evidence with: affixes, particles, verb endings."""

from __future__ import annotations

from textnorm.chars import PERSIAN_LETTERS
from textnorm.lexicon.lists import words

LETTERS = frozenset(PERSIAN_LETTERS + "\N{ARABIC HAMZA ABOVE}\N{ARABIC FATHATAN}")
PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند")
PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
CAUSATIVE_ENDINGS = (*PRESENT_ENDINGS, "دم", "دی", "دیم", "دید", "دند", "ید", "یدم", "یدند")
OBJECTS = ("ش", "شان", "م", "ت", "مان", "تان")
#: forms that follow می and that no stem gives
OTHER_VERBS = ("باید", "بایست", "بایستی", "توان", "شاید", "توانش", "شودش")
#: everyday spoken forms; they are no words outside the verb
SPOKEN = words(
    "خوام خوای خواد خوایم خواین خوان رم ری ره ریم رین رن گم گی گه گیم گین گن شه شم شن شیم شین دم دی "
    "ده دیم دین دن دونم دونی دونه دونیم دونین دونن تونم تونی تونه تونیم تونین تونن کنه کنین کنن زنه "
    "زنن خوره خورن بره برن آد آم آیم آن یاد یام یای یایم یاین یان ذارم ذاره ذارن مونه مونم مونن بینه "
    "بینن دونست تونست خواستن گفتن کردن رفتن"
)
FUNCTION_WORDS = words(
    "و را از در به با بر تا که چه نه یا اگر اما ولی هم نیز پس چون برای جز مگر بی هر هیچ همه این آن "
    "همین همان چنین چنان من تو او ما شما وی ایشان است بود شد نیست هست باید شاید یک دو سه ده هزار می "
    "نمی ها های تر ترین ام ای اش ات اند ایم اید باشد شود کند گفت کرد داد دارد خواهد گاه بسیار خیلی "
    "چرا کجا کی چند همچون مانند بلکه زیرا لذا آیا بله خیر فقط حتی البته باز نزد بین روی زیر پیش پشت "
    "کنار ان من خود"
)
#: endings that are affixes by rule, so no evidence about compounds
SUFFIXES = words(
    "ها های هایی هایم هایت هایش هایمان هایتان هایشان هاست تر ترین تری ترها ترین‌ها ام ای ایم اید اند "
    "اش ات مان تان شان یی"
)
NUMERALS = words(
    "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست "
    "سی چهل پنجاه شصت هفتاد هشتاد نود صد دویست سیصد چهارصد پانصد هزار میلیون میلیارد چند نیم"
)
#: listed as adjectives too, but wet rather than more so when تر follows
NOUNS = words("لباس چشم دست زمین خاک چوب دیده هوا علف مو موی")
#: second halves that make new words, under their stems (the Academy's list of suffixes, and names)
AFFIXES = words(
    "گرا شناس شناخت پذیر ناپذیر مند انگیز برانگیز آمیز آلود وار نشین کننده زاده پور الدین الدوله نویس زدا "
    "سنج پرست جوی گوی طلب یاب بخش گرای زدای ربای آرای فرسای پیمای گشای آزمای شکن شونده دهنده تراش "
    "شمار سوز گزار گریز پرور افکن انداز ساز خیز زدگی زده گردان گستر یافته نگار ورز پژوه پسند پوش"
)
#: glued forms that good usage knows as well as the joined ones
STAND_AS_FOUND = words("آنها آنهای آنهایی اینها اینهای اینهایی همینها همانها تنها منتها")
#: pairs that good usage writes both ways
LEFT_OPEN = frozenset(
    {("کتاب", "خانه"), ("زنده", "یاد"), ("به", "یقین"), ("این", "که"), ("آن", "که"), ("به", "طور")}
) | {(month, "ماه") for month in words("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")}
#: first halves that are as often written glued
GLUED_PARTICLES = words("یک دو چهار پنج شش هفت هشت نه بیست سی چهل صد این آن همین همان چنین هیچ هم")
#: first halves that have a weight of their own, for each stands beside many words
PARTICLES = frozenset(FUNCTION_WORDS | NUMERALS) | words(
    "قابل غیر سوء عدم صاحب مورد حال زنده درون برون بیرون میان طی بن ابن بنی آل شبه فوق پر کم خوش نیمه تازه اهل تک"
)
PREFIXES = frozenset({"می", "نمی", "همی"})
PREVERBS = ("بر", "در", "باز", "فرو", "وا", "فرا", "ور")
