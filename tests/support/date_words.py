"""The names and numbers that templates of dates are filled with, by the letter of their field."""

from __future__ import annotations

NAMES = {
    "M": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
    "A": "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
    "P": "وري غويي غبرګولي چنګاښ زمري وږي تلې لړم ليندۍ مرغومي سلواغې کب",
    "K": "خاکەلێوە گوڵان جۆزەردان پووشپەڕ گەلاوێژ خەرمانان ڕەزبەر گەڵاڕێزان سەرماوەز بەفرانبار ڕێبەندان ڕەشەمە",
    "E": "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand",
    "X": "Farvardīn Urdībihisht Khurdād Tīr Murdād Shahrīvar Mihr Ābān Āẕar Dey Bahman Isfand",
    "AE": "Hamal Sawr Jawza Saratan Asad Sunbula Mizan Aqrab Qaws Jadi Dalwa Hut",
    "Kh": "خاكه‌لێوه گوڵان جۆزه‌ردان پووشپه‌ڕ گه‌لاوێژ خه‌رمانان ڕه‌زبه‌ر گه‌ڵاڕێزان سه‌رماوه‌ز به‌فرانبار "
    "ڕێبه‌ندان ڕه‌شه‌مه‌",
    "TR": "Ferverdin Ordibeheşt Hordad Tir Mordad Şehriver Mehr Aban Azer Dey Behmen Esfend",
    "TG": "Фарвардин Урдибиҳишт Хурдод Тир Мурдод Шаҳривар Меҳр Обон Озар Дей Баҳман Исфанд",
    "TGi": "фарвардини урдибиҳишти хурдоди тири мурдоди шаҳривари меҳри обони озари дейи баҳмани исфанди",
    "AZ": "Fərvərdin Ordibeheşt Xordad Tir Mordad Şəhrivər Mehr Aban Azər Dey Bəhmən İsfənd",
    "G": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
    "GA": "جنوری فبروری مارچ اپریل می جون جولای اگست سپتمبر اکتوبر نوامبر دسمبر",
    "GE": "January February March April May June July August September October November December",
    "GP": "جنورۍ فبرورۍ مارچ اپرېل مۍ جون جولای اګسټ سپتمبر اکتوبر نومبر ډسمبر",
    "GK": "کانوونی‌دووەم شوبات ئازار نیسان ئایار حوزەیران تەممووز ئاب ئەیلوول تشرینی‌یەکەم "
    "تشرینی‌دووەم کانوونی‌یەکەم",
    "L": "محرم صفر ربیع‌الاول ربیع‌الثانی جمادی‌الاول جمادی‌الثانی رجب شعبان رمضان شوال ذی‌القعده ذی‌الحجه",
    "LE": "Muharram Safar Rabi-al-Awwal Rabi-al-Thani Jumada-al-Ula Jumada-al-Thani Rajab Shaaban "
    "Ramadan Shawwal Dhu-al-Qadah Dhu-al-Hijjah",
    "W": "دوشنبه سه‌شنبه چهارشنبه پنج‌شنبه جمعه شنبه یکشنبه",
    "WE": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "WK": "دووشەممە سێشەممە چوارشەممە پێنجشەممە هەینی شەممە یەکشەممە",
}
NAME = {key: names.split() for key, names in NAMES.items()}
ORDINAL = (
    "یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم "
    "نوزدهم بیستم بیست_و_یکم بیست_و_دوم بیست_و_سوم بیست_و_چهارم بیست_و_پنجم بیست_و_ششم بیست_و_هفتم بیست_و_هشتم "
    "بیست_و_نهم سی‌ام سی_و_یکم"
).split()
CARDINAL = (
    "یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده بیست "
    "بیست_و_یک بیست_و_دو بیست_و_سه بیست_و_چهار بیست_و_پنج بیست_و_شش بیست_و_هفت بیست_و_هشت بیست_و_نه سی سی_و_یک"
).split()
PASHTO_ORDINAL = (
    "لومړۍ دویمه درېیمه څلورمه پنځمه شپږمه اوومه اتمه نهمه لسمه یوولسمه دوولسمه دیارلسمه څوارلسمه پنځلسمه "
    "شپاړسمه اوولسمه اتلسمه نولسمه شلمه یوویشتمه دوه‌ویشتمه درویشتمه څلورویشتمه پنځه‌ویشتمه شپږویشتمه "
    "اوه‌ویشتمه اته‌ویشتمه نهه‌ویشتمه دېرشمه یودېرشمه"
).split()
ENGLISH_ORDINAL = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split()
TENS = "بیست سی چهل پنجاه شصت هفتاد هشتاد نود".split()
