"""The lists that the lexicon's maker weighs the evidence with: affixes, particles, verb endings."""

from __future__ import annotations

from textnorm.chars import PERSIAN_LETTERS
from textnorm.lexicon.table_keys import words

LETTERS = frozenset(PERSIAN_LETTERS + "\N{ARABIC HAMZA ABOVE}\N{ARABIC FATHATAN}")
PAST_ENDINGS = ("", "م", "ی", "یم", "ید", "ند")
PRESENT_ENDINGS = ("م", "ی", "د", "یم", "ید", "ند")
CAUSATIVE_ENDINGS = (*PRESENT_ENDINGS, "دم", "دی", "دیم", "دید", "دند", "ید", "یدم", "یدند")
OBJECTS = ("ش", "شان", "م", "ت", "مان", "تان")
#: forms that follow می and that no stem gives
OTHER_VERBS = ("باید", "بایست", "بایستی", "توان", "شاید", "توانش", "شودش")
#: verbs that the list lacks, past and present stem
MORE_VERBS = words(
    "مکید#مک رنجاند#رنجان رنجید#رنج شوراند#شوران شورید#شور فشاند#فشان نکوهید#نکوه گرایید#گرای چشاند#چشان رقصاند#رقصان "
    "لرزاند#لرزان نوشاند#نوشان کوچاند#کوچان گنجاند#گنجان پروراند#پروران رهاند#رهان غلتاند#غلتان غلتید#غلت لغزاند#لغزان "
    "خمید#خم دمید#دم غرید#غر لمید#لم لولید#لول پلکید#پلک پوسید#پوس پویید#پوی تراوید#تراو ترشید#ترش چرید#چر چراند#چران "
    "چکید#چک چکاند#چکان چلاند#چلان خشکاند#خشکان ریسید#ریس ستایید#ستای گوارید#گوار نمایاند#نمایان چپاند#چپان وزاند#وزان "
    "تاباند#تابان پلاسید#پلاس غلطاند#غلطان"
)
#: everyday spoken forms; they are no words outside the verb
SPOKEN = words(
    "خوام خوای خواد خوایم خواین خوان رم ری ره ریم رین رن گم گی گه گیم گین گن شه شم شن شیم شین دم دی "
    "ده دیم دین دن دونم دونی دونه دونیم دونین دونن تونم تونی تونه تونیم تونین تونن کنه کنین کنن زنه "
    "زنن خوره خورن بره برن آد آم آیم آن یاد یام یای یایم یاین یان ذارم ذاره ذارن مونه مونم مونن بینه "
    "بینن دونست تونست خواستن گفتن کردن رفتن"
)
#: past stems and present stems of speech, that no written verb gives
SPOKEN_PASTS = words("تونست دونست ذاشت گذاشت اومد موند خوند روند تونس دونس نشست میتونست خواس گف")
SPOKEN_PRESENTS = words(
    "تون دون ذار مون خون شین گرد خوا ر گ ش د کن زن خور بر ار آر یار یا بین گیر دار پرس شنو نویس خر کش فهم ترس چرخون سوزون رسون "
    "شناس ساز انداز نداز پوش پز بند فروش گذرون خند لرز پیچ پر دو"
)
SPOKEN_PAST_ENDINGS = ("", "م", "ی", "یم", "ین", "ید", "ن", "ند", "ه", "مش", "یش", "نش", "متون")
SPOKEN_PRESENT_ENDINGS = (
    "م",
    "ی",
    "ه",
    "یم",
    "ین",
    "ن",
    "مش",
    "یش",
    "نش",
    "مت",
    "تش",
    "دش",
    "مشون",
    "یشون",
    "نشون",
)
#: Arabic words that take the pronoun ها: «فیها»
ARABIC_HOSTS = words("مافی فی مع من عن علی الی عند لدی بعد قبل غیر اهل کل ب ل رب")
#: words of speech, and the written ones whose places they take
SPOKEN_FOR = {"رو": "را"}
#: first halves that are prefixes rather than words
PREFIX_LIKE = words(
    "بی هم نا غیر پیش پس فرا فرو باز بر در وا ور پر کم ابر نیم نیمه شبه فوق ضد سوء عدم تک خوش بد هیچ همه درون برون"
)
#: those of them that are nothing but prefixes
TRUE_PREFIXES = words("بی نا غیر فرا فرو ابر نیمه شبه فوق ضد سوء عدم")
#: nouns that make an adverb or a preposition with «به», beside those that running text shows
AFTER_BE = words(
    "عنوان صورت دست دلیل خاطر وسیله وسیلهٔ سوی علت علاوه طور طوری ویژه نظر زودی تدریج شدت سرعت راحتی سادگی آسانی "
    "سختی خوبی درستی موقع هنگام وجود ندرت وضوح طرز شکل شرط شرح نوعی نحوی گونه رغم قدری اندازه اندازهٔ واسطه "
    "واسطهٔ منظور جای جز همراه دنبال لحاظ سبب تازگی کلی خصوص ناچار اشتباه عمد راستی هرحال مراتب حساب کارگیری "
    "روزرسانی اتفاق استثنای مثابه مثابهٔ موازات محض قول نسبت ترتیب تنهایی اصطلاح اختصار اضافه ازای اجبار اندک حدی "
    "صراحت طرف عهده مدت موجب میزان نوبه نوبهٔ وفور یاد گونه‌ای جا جانب تفصیل دقت کمک قصد عکس غیر یقین ظاهر واقع حق"
)
FUNCTION_WORDS = words(
    "و را از در به با بر تا که چه نه یا اگر اما ولی هم نیز پس چون برای جز مگر بی هر هیچ همه این آن "
    "همین همان چنین چنان من تو او ما شما وی ایشان است بود شد نیست هست باید شاید یک دو سه ده هزار می "
    "نمی ها های تر ترین ام ای اش ات اند ایم اید باشد شود کند گفت کرد داد دارد خواهد گاه بسیار خیلی "
    "چرا کجا کی چند همچون مانند بلکه زیرا لذا آیا بله خیر فقط حتی البته باز نزد بین روی زیر پیش پشت "
    "کنار ان من خود بعضی برخی"
)
#: the English names of letters
NAMES_OF_LETTERS = words("ای بی سی دی اف جی اچ آی کی ال ام ان او پی کیو آر اس تی یو وی ایکس وای زد")
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
    "سنج افزار پرست جوی گوی طلب یاب بخش گرای زدای ربای آرای فرسای پیمای گشای آزمای شکن شونده دهنده تراش "
    "شمار سوز گزار گریز پرور افکن انداز ساز خیز زدگی زده گردان گستر یافته نگار ورز پژوه پسند پوش"
)
#: glued forms that good usage knows as well as the joined ones
STAND_AS_FOUND = words("الها آنها آنهای آنهایی اینها اینهای اینهایی همینها همانها تنها منتها")
#: pairs that good usage writes both ways
LEFT_OPEN = frozenset(
    {
        ("کتاب", "خانه"),
        ("زنده", "یاد"),
        ("به", "یقین"),
        ("این", "که"),
        ("آن", "که"),
        ("به", "طور"),
        ("دوست", "دار"),
    }
) | {(month, "ماه") for month in words("فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند")}
#: second halves that are a whole verb, an adverb or «you have» in speech, so that a chance meeting is not told by counts
SAID_ALONE = words("کن شو باش ده رو باز هم بر بار کم درست خوب بد زود کاری داری خواهی باشی دانی زنی")
#: second halves, by their letters, that are names of countries too: «جمهوری گویان», «کشور پرو»
COUNTRIES = words("گویان الجزایر سودان پرو اسلواکی")
#: words of Dari that no source has; some look like slips of Iran's Persian, as «دالر» like «دلار» with its letters turned
OF_DARI = words(
    "دالر پوهنتون پوهنحی پوهنوال ولسوالی ولسوال شاروالی شاروال سارنوالی سارنوال دگروال دگرمن تورنجنرال سترجنرال لیلیه کلکین"
)
#: those of them that are imperatives, seldom the end of a word: «ول کن»
IMPERATIVES = words("کن شو باش ده")
#: adverbs that make compounds as well: «کم آب خورد», «تازه کار پیدا کرد», «گاه نامه می‌نوشت»
ADVERBS = words("کم تازه هم پس گاه")
#: first halves that are as often written glued
GLUED_PARTICLES = words("یک دو چهار پنج شش هفت هشت نه بیست سی چهل صد این آن همین همان چنین هیچ هم")
#: those of them that running text mostly parts from what follows: «این گونه»
DEMONSTRATIVES = words("این آن همین همان چنین هیچ")
#: first halves that have a weight of their own, for each stands beside many words
PARTICLES = frozenset(FUNCTION_WORDS | NUMERALS) | words(
    "قابل غیر سوء عدم صاحب مورد حال زنده درون برون بیرون میان طی بن ابن بنی آل شبه فوق پر کم خوش نیمه تازه اهل تک"
)
PREFIXES = frozenset({"می", "نمی", "همی"})
PREVERBS = ("بر", "در", "باز", "فرو", "وا", "فرا", "ور")
