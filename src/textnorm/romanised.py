"""Words whose short vowels are certain, romanised: what the letters of تهران alone do not tell.

A word is here when it has one reading in ordinary prose, or one that the others are hardly met beside: گل (gol, gel)
and مرد (mard, mord) are not, and keep the consonants and long vowels of the script. The scheme is that of `ascii`:
UNGEGN's without diacritics, with ey and ow for the diphthongs and a doubled letter for shadda. Written by us; a test
holds every entry against the letters of its word.
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
تر tar ترین tarin نمی nemi ی ye وگو ogu وجو oju کند konad کنند konand کنید konid کنیم konim کنم konam
کردم kardam کردیم kardim توان tavan توانند tavanand تواند tavanad دهد dahad دهند dahand رسد resad
شوند shavand بودند budand ندارد nadarad نباید nabayad نبود nabud گرفت gereft گرفتن gereftan گرفته gerefteh
آورد avard دادن dadan داشتند dashtand خوردن khordan زدن zadan

دنیا donya خود khod شما shoma دیگر digar همدیگر hamdigar دوباره dobareh یکی yeki یعنی ya'ni ولی vali
قوی qavi طویل tavil خوش khosh خوشحال khoshhal خوشمزه khoshmazeh خواستن khastan استخوان ostokhan
جمهوری jomhuri الله allah عبدالله 'abdollah محمدرضا mohammadreza علیرضا 'alireza غلامرضا gholamreza
آشپزخانه ashpazkhaneh برتر bartar ورود vorud خروج khoruj مسئول mas'ul مسئله mas'aleh مؤسسه mo'asseseh
ثروت servat صندلی sandali حوله howleh ذرت zorrat ظرف zarf ضربه zarbeh بازیکن bazikon دروازه darvazeh
بسکتبال basketbal گوگل gugel اولین avvalin آخرین akharin روشن rowshan خودرو khodrow رأی ra'y جزء joz'
کامل kamel کاملاً kamelan کلاً kollan مثلاً masalan لطفاً lotfan معمولاً ma'mulan وهوا ohava یازده yazdah
دوازده davazdah سیزده sizdah چهارده chahardah پانزده panzdah شانزده shanzdah هفده hefdah هجده hejdah
نوزده nuzdah چهل chehel پنجاه panjah شصت shast هفتاد haftad هشتاد hashtad نود navad فرخ farrokh فروغ forugh
سپهر sepehr نسترن nastaran هرمز hormoz منوچهر manuchehr تنها tanha حق haqq علیه 'aleyh عنوان 'onvan
قرار qarar وجود vojud قبل qabl بعد ba'd حتی hatta برخی barkhi دیگران digaran قرآن qor'an بدون bedun
گذشته gozashteh جنگ jang وقت vaqt وقتی vaqti خاطر khater حضرت hazrat برابر barabar خویش khish کنار kenar
حضور hozur انقلاب enqelab مثل mesl نسبت nesbat عمل 'amal چگونه cheguneh کس kas کسی kasi ممکن momken
مختلف mokhtalef مدت moddat مانند manand فکر fekr قدرت qodrat اعلام e'lam آینده ayandeh نظام nezam طرح tarh
خودش khodash خودم khodam خودت khodat توجه tavajjoh دشمن doshman آتش atash حقوق hoquq بلکه balkeh اثر asar
حدود hodud سمت samt طرف taraf موضوع mowzu' حکومت hokumat ارزش arzesh تلاش talash حرکت harakat جوان javan
هنگام hengam جهت jahat جمع jam' رنگ rang شکل shekl زنان zanan تن tan سنگ sang افزایش afzayesh شرایط sharayet
انتخاب entekhab انتخابات entekhabat هنوز hanuz نگاه negah درست dorost روش ravesh تولید towlid نزدیک nazdik
احساس ehsas لازم lazem مسائل masa'el داخل dakhel شروع shoru' سخن sokhan دوران dowran سطح sath رژیم rezhim
همواره hamvareh کودک kudak کودکان kudakan هرگز hargez نقش naqsh دنبال donbal امور omur تعداد te'dad
تغییر taghyir محل mahall حکم hokm فرد fard هدف hadaf فعالیت fa'aliyat کل koll مشکلات moshkelat
همچنین hamchonin بدن badan شخص shakhs شخصی shakhsi خارج kharej خارجی khareji نوع now' پلیس polis سپس sepas
حاضر hazer نقل naql حمایت hemayat رفتار raftar لحظه lahzeh تصمیم tasmim حتماً hatman اقدام eqdam لباس lebas
کدام kodam مسیر masir اجرا ejra ذهن zehn فرصت forsat دریافت daryaft اشاره eshareh سرمایه sarmayeh
سرزمین sarzamin رشد roshd طبیعی tabi'i طبیعت tabi'at حساب hesab شدت sheddat مصرف masraf دفاع defa'
رسانه resaneh عدالت 'edalat مراسم marasem فروش forush خدمت khedmat خدمات khadamat تجربه tajrobeh
ادامه edameh محبت mohabbat حقیقت haqiqat بررسی barresi بسته basteh قصد qasd شهرداری shahrdari میلیون milyun
مقدس moqaddas همکاری hamkari قسمت qesmat چقدر cheqadr انتظار entezar علت 'ellat زنده zendeh شکست shekast
تأکید ta'kid فصل fasl زمینه zamineh نخست nokhost نخستین nokhostin فضا faza سرعت sor'at مسلمان mosalman
بحث bahs کاهش kahesh فشار feshar نجات nejat قابل qabel مربوط marbut اجازه ejazeh امکان emkan نمایش namayesh
متوجه motavajjeh مدیر modir مدیریت modiriyat حزب hezb رهبر rahbar امید omid نشانه neshaneh ازدواج ezdevaj
استقلال esteqlal غیر gheyr منابع manabe' تشکیل tashkil احترام ehteram پیشرفت pishraft موقع mowqe' حالت halat
تأثیر ta'sir صلح solh حاصل hasel صاحب saheb خشم khashm ارتش artesh معتقد mo'taqed منزل manzel حمله hamleh
خیال khiyal صحبت sohbat احتمال ehtemal نشست neshast دستور dastur تفکر tafakkor وضعیت vaz'iyat
مشخص moshakhkhas اختیار ekhtiyar مناطق manateq قوانین qavanin قبول qabul عقل 'aql ارتباط ertebat
کنترل kontrol تحریم tahrim علاقه 'alaqeh توسعه towse'eh سنت sonnat هدایت hedayat تحقیق tahqiq مکان makan
اتاق otaq شخصیت shakhsiyat عدم 'adam متر metr ساختمان sakhteman اشتباه eshtebah منظور manzur تأمین ta'min
جدا joda ادبیات adabiyat قبلاً qablan تخم tokhm موجب mowjeb بیت beyt دقت deqqat موفق movaffaq
موفقیت movaffaqiyat تعیین ta'yin شاهد shahed خشونت khoshunat فرزند farzand تصور tasavvor سبب sabab اسم esm
رقابت reqabat ارائه era'eh اعتماد e'temad راحت rahat فراهم faraham قلم qalam درخواست darkhast اعتراض e'teraz
نمونه nemuneh مطمئن motma'en امنیت amniyat ترتیب tartib برگزار bargozar مناسب monaseb صحیح sahih
تفاوت tafavot اهمیت ahammiyat طراحی tarrahi سالم salem نکته nokteh هزینه hazineh دعوت da'vat مطرح matrah
عرب 'arab واقعی vaqe'i عادت 'adat پرورش parvaresh جمعیت jam'iyat نعمت ne'mat درمان darman ثابت sabet
معروف ma'ruf اطلاع ettela' اطلاعات ettela'at بحران bohran سریع sari' موقعیت mowqe'iyat واحد vahed اصول osul
رابطه rabeteh مجبور majbur انتقال enteqal جاده jaddeh نسل nasl مطالعه motale'eh مذهبی mazhabi سفارش sefaresh
ترس tars اتفاق ettefaq پرواز parvaz کشف kashf محترم mohtaram نهاد nahad گسترش gostaresh فلسطین felestin عرض 'arz تعریف ta'rif تردید tardid مسئولیت mas'uliyat مشارکت mosharekat تمرین tamrin
شبیه shabih اغلب aghlab گران geran شعله sho'leh انجمن anjoman فهرست fehrest رعایت re'ayat پنهان penhan
برگ barg پرچم parcham تجارت tejarat رسمی rasmi بازگشت bazgasht دهان dahan پرده pardeh تقریباً taqriban
کاغذ kaghaz معلوم ma'lum آرامش aramesh نتایج natayej تهدید tahdid عبور 'obur مطلب matlab تنظیم tanzim
سکوت sokut واقعاً vaqe'an شک shakk پایه payeh ظاهر zaher موج mowj بهشت behesht بنابراین banabarin
نهایت nahayat مدل model فعال fa'al قادر qader همزمان hamzaman تهیه tahiyyeh عزیز 'aziz جلسه jalaseh
یقین yaqin سابق sabeq انتشار enteshar عضو 'ozv چراغ cheragh ذخیره zakhireh اتحاد ettehad تأخیر ta'khir

سلام salam کتاب ketab خبر khabar زبان zaban انگلیسی engelisi متن matn شهر shahr کشور keshvar دولت dowlat
ملت mellat مردم mardom زن zan پسر pesar دختر dokhtar مادر madar پدر pedar برادر baradar خواهر khahar
خانواده khanevadeh مدرسه madreseh دانش danesh دانشگاه daneshgah دانشجو daneshju معلم mo'allem استاد ostad
کلاس kelas درس dars هنر honar هنرمند honarmand سینما sinema ورزش varzesh ورزشگاه varzeshgah مسابقه mosabeqeh
قهرمان qahraman هفته hafteh شب shab صبح sobh ظهر zohr عصر 'asr فردا farda امروز emruz امسال emsal
امشب emshab ساعت sa'at دقیقه daqiqeh ثانیه saniyeh هوا hava هواشناسی havashenasi شناسی shenasi برف barf
خورشید khorshid آسمان aseman زمین zamin دریا darya دریاچه daryacheh جنگل jangal ساحل sahel جزیره jazireh
درخت derakht پرتقال porteqal هندوانه hendevaneh برنج berenj مرغ morgh نمک namak روغن rowghan
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
_CONSONANTS = "".join(sorted({word[-1] for word in WORDS} - set("اوهی")))
#: endings written together with a word: the ending, the letters it stands behind (any, if none), the ending romanised
_ENDINGS = (
    ("هایی", "", "hayi"),
    ("های", "", "haye"),
    ("ها", "", "ha"),
    ("یی", "ا", "yi"),
    ("ی", "ا", "ye"),
    ("ی", _CONSONANTS, "i"),
)
#: no shorter word takes an ending
_SHORTEST = 3
#: short vowels, shadda and sukun: a word with one reading has it with and without them
_MARKS = re.compile("[\u064e-\u0652]")


def known(word: str) -> str | None:
    """Return the word romanised, if its vowels are certain; also with an ending that changes nothing before it.

    >>> known("تهران"), known("تهرانی"), known("کتابها"), known("هوای"), known("گل")
    ('tehran', 'tehrani', 'ketabha', 'havaye', None)
    """
    word = _MARKS.sub("", word)
    if word in WORDS:
        return WORDS[word]
    for ending, before, romanised in _ENDINGS:
        stem = word.removesuffix(ending)
        if _SHORTEST <= len(stem) < len(word) and stem in WORDS and (not before or stem[-1] in before):
            return WORDS[stem] + romanised
    return None
