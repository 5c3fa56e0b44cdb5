"""Words whose short vowels are certain, romanised: what the letters of تهران alone do not tell.

A word is here when it has one reading in ordinary prose: گل (gol, gel) and مرد (mard, mord) are not, and keep the
consonants and long vowels of the script. The scheme is that of `ascii`: UNGEGN's without diacritics, with ey and ow
for the diphthongs and a doubled letter for shadda. Written by us; a test holds every entry against the letters of
its word.
"""

from __future__ import annotations

import re

_WORDS = """
در dar بر bar هر har هم ham و va اگر agar مگر magar یک yek دو do شش shesh هفت haft هشت hasht چهار chahar
پنج panj صد sad هزار hezar اول avval دوم dovvom سوم sevvom همه hameh همین hamin همان haman چند chand
برای baraye هست hast هستند hastand شد shod شده shodeh شدن shodan شدند shodand شود shavad باشد bashad
دارد darad دارند darand بودن budan کردن kardan کردند kardand کرده kardeh رفت raft رفتن raftan رفته rafteh
گفت goft گفتن goftan گفته gofteh آمد amad آمدن amadan دیدن didan خواندن khandan نوشت nevesht نوشتن neveshtan
نوشته neveshteh خرید kharid خریدن kharidan داشتن dashtan ساختن sakhtan های haye هایش hayash هایم hayam
تر tar ترین tarin نمی nemi ی ye وگو ogu وجو oju

دنیا donya خود khod شما shoma دیگر digar همدیگر hamdigar دوباره dobareh یکی yeki یعنی ya'ni ولی vali قوی qavi
طویل tavil خوش khosh خوشحال khoshhal خوشمزه khoshmazeh خواستن khastan استخوان ostokhan جمهوری jomhuri الله allah
عبدالله 'abdollah محمدرضا mohammadreza علیرضا 'alireza غلامرضا gholamreza آشپزخانه ashpazkhaneh برتر bartar
ورود vorud خروج khoruj مسئول mas'ul مسئله mas'aleh مؤسسه mo'asseseh ثروت servat صندلی sandali حوله howleh ذرت zorrat
ظرف zarf ضربه zarbeh بازیکن bazikon دروازه darvazeh بسکتبال basketbal گوگل gugel اولین avvalin آخرین akharin
روشن rowshan خودرو khodrow رأی ra'y جزء joz' کامل kamel کاملاً kamelan کلاً kollan مثلاً masalan لطفاً lotfan معمولاً ma'mulan
وهوا ohava یازده yazdah دوازده davazdah سیزده sizdah چهارده chahardah پانزده panzdah شانزده shanzdah
هفده hefdah هجده hejdah نوزده nuzdah چهل chehel پنجاه panjah شصت shast هفتاد haftad هشتاد hashtad نود navad
فرخ farrokh فروغ forugh سپهر sepehr نسترن nastaran هرمز hormoz منوچهر manuchehr

سلام salam کتاب ketab خبر khabar زبان zaban انگلیسی engelisi متن matn شهر shahr کشور keshvar دولت dowlat
ملت mellat مردم mardom زن zan پسر pesar دختر dokhtar مادر madar پدر pedar برادر baradar خواهر khahar
خانواده khanevadeh مدرسه madreseh دانش danesh دانشگاه daneshgah دانشجو daneshju معلم mo'allem استاد ostad
کلاس kelas درس dars هنر honar هنرمند honarmand سینما sinema ورزش varzesh ورزشگاه varzeshgah مسابقه mosabeqeh
قهرمان qahraman هفته hafteh شب shab صبح sobh ظهر zohr عصر 'asr فردا farda امروز emruz امسال emsal
امشب emshab ساعت sa'at دقیقه daqiqeh ثانیه saniyeh هوا hava هواشناسی havashenasi شناسی shenasi برف barf
خورشید khorshid آسمان aseman زمین zamin دریا darya دریاچه daryacheh جنگل jangal ساحل sahel جزیره jazireh
درخت derakht پرتقال porteqal هندوانه hendevaneh برنج berenj مرغ morgh نمک namak شکر shekar روغن rowghan
قهوه qahveh آشپزی ashpazi آشپز ashpaz غذا ghaza رستوران resturan قطار qatar اتوبوس otobus هواپیما havapeyma
خیابان khiyaban میدان meydan پل pol آهن ahan فرودگاه forudgah سفر safar مسافر mosafer بلیت belit هتل hotel
بیمارستان bimarestan پزشک pezeshk سلامت salamat کتابخانه ketabkhaneh نقاشی naqqashi شعر she'r شاعر sha'er
رمان roman نویسنده nevisandeh نویسی nevisi مجله majalleh خبرنگار khabarnegar خبرگزاری khabargozari
سیاست siyasat سیاسی siyasi اقتصاد eqtesad فرهنگ farhang اجتماعی ejtema'i جامعه jame'eh جهان jahan
مجلس majles وزیر vazir وزارت vezarat رئیس ra'is شرکت sherkat قیمت qeymat ریال riyal درصد darsad نرم narm
سخت sakht برنامه barnameh شبکه shabakeh اینترنت internet وب veb پرونده parvandeh صفحه safheh تصویر tasvir
عکس 'aks صدا seda پیام payam نشانی neshani شماره shomareh تلفن telefon نسخه noskheh راهنما rahnama
آموزش amuzesh پرسش porsesh پاسخ pasokh جست jost ترجمه tarjomeh جمله jomleh کلمه kalameh حرف harf
فاصله faseleh املا emla خط khatt مصوت mosavvet نظر nazar سؤال so'al جواب javab مشکل moshkel دلیل dalil
نتیجه natijeh کمک komak زندگی zendegi مرگ marg عشق 'eshq خدا khoda نماز namaz مسجد masjed امام emam
انسان ensan حیوان heyvan گربه gorbeh سگ sag گاو gav پرنده parandeh دست dast دل del قلب qalb مغز maghz
نفت naft برق barq انرژی enerzhi صنعت san'at کشاورزی keshavarzi محیط mohit مصنوعی masnu'i مهندس mohandes
دکتر doktor خانم khanom گروه goruh مرکز markaz اداره edareh دفتر daftar بخش bakhsh استان ostan
شهرستان shahrestan منطقه mantaqeh شمال shomal جنوب jonub شرق sharq غرب gharb مقاله maqaleh گزارش gozaresh
گزارشگر gozareshgar بندر bandar بنیاد bonyad نمایشگاه namayeshgah جشنواره jashnvareh تابلو tablo بزرگ bozorg
جدید jadid قدیم qadim قرمز qermez سبز sabz زرد zard سفید sefid سیاه siyah سرد sard خشک khoshk بلند boland
قشنگ qashang بد bad بهتر behtar بهترین behtarin بیشتر bishtar کمتر kamtar کم kam بسیار besyar خیلی kheyli
همیشه hamisheh مهم mohemm عمومی 'omumi خصوصی khosusi ملی melli محلی mahalli علمی 'elmi

بهار bahar تابستان tabestan زمستان zemestan شنبه shanbeh یکشنبه yekshanbeh دوشنبه doshanbeh
چهارشنبه chaharshanbeh پنجشنبه panjshanbeh جمعه jom'eh فروردین farvardin اردیبهشت ordibehesht خرداد khordad
مرداد mordad شهریور shahrivar مهر mehr آذر azar دی dey بهمن bahman اسفند esfand نوروز nowruz یلدا yalda

تهران tehran مشهد mashhad اصفهان esfahan تبریز tabriz قم qom کرج karaj کرمان kerman کرمانشاه kermanshah
رشت rasht ارومیه orumiyeh زاهدان zahedan همدان hamadan یزد yazd اردبیل ardabil بوشهر bushehr گرگان gorgan
سنندج sanandaj قزوین qazvin زنجان zanjan خرم khorram سمنان semnan بیرجند birjand بجنورد bojnurd
شهرکرد shahrekord نیشابور neyshabur مازندران mazandaran خراسان khorasan خوزستان khuzestan لرستان lorestan
کردستان kordestan گلستان golestan بلوچستان baluchestan آذربایجان azarbayjan هرمزگان hormozgan البرز alborz
دماوند damavand خزر khazar خلیج khalij افغانستان afghanestan تاجیکستان tajikestan پاکستان pakestan هند hend
ژاپن zhapon روسیه rusiyeh ترکیه torkiyeh عراق 'eraq سوریه suriyeh لبنان lobnan مصر mesr عربستان 'arabestan
فرانسه faranseh انگلیس engelis انگلستان engelestan ایتالیا italiya اسپانیا espaniya اروپا orupa آسیا asiya
استرالیا ostraliya هرات herat بغداد baghdad لندن landan برلین berlin

محمد mohammad علی 'ali حسین hoseyn حسن hasan رضا reza مهدی mahdi احمد ahmad محمود mahmud حمید hamid
سعید sa'id مجید majid اکبر akbar اصغر asghar ابراهیم ebrahim اسماعیل esma'il یوسف yusof جعفر ja'far
صادق sadeq کاظم kazem باقر baqer جواد javad ناصر naser منصور mansur مسعود mas'ud فرهاد farhad بهرام bahram
بهروز behruz فریدون fereydun داریوش dariyush کوروش kurosh جمشید jamshid خسرو khosrow سهراب sohrab
رستم rostam اسفندیار esfandiyar سیاوش siyavash آرش arash بابک babak کاوه kaveh نادر nader پرویز parviz
پیمان peyman شهرام shahram فرزاد farzad مهران mehran مهرداد mehrdad یاسر yaser عباس 'abbas حیدر heydar
قاسم qasem رحیم rahim کریم karim هاشم hashem موسوی musavi مصطفی mostafa مرتضی morteza موسی musa عیسی 'isa
یحیی yahya فاطمه fatemeh زهرا zahra مریم maryam زینب zeynab معصومه ma'sumeh لیلا leyla نرگس narges
نازنین nazanin پروین parvin پریسا parisa الهام elham سمیرا samira نسرین nasrin مهسا mahsa نگار negar
ترانه taraneh سپیده sepideh فرشته fereshteh گلناز golnaz حافظ hafez سعدی sa'di فردوسی ferdowsi مولوی mowlavi
خیام khayyam نظامی nezami عطار 'attar رودکی rudaki
"""
_FIELDS = _WORDS.split()
WORDS = dict(zip(_FIELDS[::2], _FIELDS[1::2], strict=True))
#: endings written together with a word, longest first
_ENDINGS = {"هایی": "hayi", "های": "haye", "ها": "ha", "یی": "yi", "ی": "i"}
#: short vowels, shadda and sukun: a word with one reading has it with and without them
_MARKS = re.compile("[\u064e-\u0652]")


def known(word: str) -> str | None:
    """The word romanised, if its vowels are certain; also with an ending that changes nothing before it.

    >>> known("تهران"), known("تهرانی"), known("کتابها"), known("گل")
    ('tehran', 'tehrani', 'ketabha', None)
    """
    word = _MARKS.sub("", word)
    if word in WORDS:
        return WORDS[word]
    for ending, romanised in _ENDINGS.items():
        stem = word.removesuffix(ending)
        if len(word) > len(stem) > 2 and stem in WORDS and _takes(stem, ending):
            return WORDS[stem] + romanised
    return None


def _takes(stem: str, ending: str) -> bool:
    """Whether the ending is written so after the stem's last letter."""
    match ending:
        case "ی":
            return stem[-1] not in "اوهی"
        case "یی":
            return stem[-1] == "ا"
        case _:
            return True
