"""Kinds of damage that fonts and readers do, in texts of our own, and what is left as it is."""

from __future__ import annotations

import pytest

from textnorm import ExtractedOptions, explain_extracted, normalise, repair_extracted

#: what a reader gave, and what stood on the page
REPAIRED = {
    # headings in a font without a bold face, in a text whose letters show that it came out of a file
    "ﺭﻭﺯ ﺧﻮﺑﯽ ﺑﻮﺩ ﻭ ﺑﺎﺭﺍﻥ ﺁﻣﺪ\nمقدمهوپیشگفتار\nمتن نخست این است و باد آمد و هوا سرد شد\nخبرهایتازه\nآپارتمانمسکونی": (
        "روز خوبی بود و باران آمد\nمقدمه و پیشگفتار\nمتن نخست این است و باد آمد و هوا سرد شد\nخبرهای تازه\nآپارتمان مسکونی"
    ),
    # numbers with a unit in Latin letters, and lines that begin with one, in the order of the page
    ".ﺪﯾﺮﺧ 64GB و 30cm ﻞﺑﺎﮐ وا\nﺖﺳا ﻮﻧ 4K ﺮﮕﺸﯾﺎﻤﻧ 2K و": "او کابل 30cm و 64GB خرید.\nو 2K نمایشگر 4K نو است",
    # PyMuPDF: the spans of each line in the order of the page, and the spaces before them
    ". گرم وزن دارد و نرم است۲۵۰ می‌بریم. هر نان حدود\n گرم۵۰۰ :آرد گندم\n میلی‌لیتر۳۸۰ :آب ولرم\nنمک: یک قاشق\n گرم۵ :خمیر خشک": (
        "می‌بریم. هر نان حدود ۲۵۰ گرم وزن دارد و نرم است.\nآرد گندم: ۵۰۰ گرم\nآب ولرم: ۳۸۰ میلی‌لیتر\nنمک: یک قاشق\n"
        "خمیر خشک: ۵ گرم"
    ),
    # a file of XeLaTeX: the shapes of the letters are left, and no space between the words; in either order of the letters
    **dict.fromkeys(
        (
            "ﺑﭽﻪ ﻫﺎﭘﺲﺍﺯﺑﺎﺭﺍﻥﺑﺮﮒ ﻫﺎﯼﺯﺭﺩﺑﺎﻍﺭﺍﺟﻤﻊﻣﯽ ﮐﻨﻨﺪﻭﺑﻪﺧﺎﻧﻪﻣﯽ ﺑﺮﻧﺪ",
            "ﺪﻧﺮﺑ ﯽﻣﻪﻧﺎﺧﻪﺑﻭﺪﻨﻨﮐ ﯽﻣﻊﻤﺟﺍﺭﻍﺎﺑﺩﺭﺯﯼﺎﻫ ﮒﺮﺑﻥﺍﺭﺎﺑﺯﺍﺲﭘﺎﻫ ﻪﭽﺑ",
        ),
        "بچه\u200cها پس از باران برگ\u200cهای زرد باغ را جمع می\u200cکنند و به خانه می\u200cبرند",
    ),
    # lines in the order of the page, of which one ends with the only quotation mark in it, which the page mirrors
    "ﺩﻮﺟﻭ ﻪﺑ ﻥﺩﺮﮐ ﯼﺯﺎﺑ ﯼﺍﺮﺑ ﺎﻫﻩﺩﺎﻬﻧ» :ﺖﻔﮔ\n«.ﺪﻧﺍﻩﺪﻣﺁ": "گفت: «نهادهها برای بازی کردن به وجود\nآمدهاند.»",
    # pypdf, on files of Typst: words from left to right in the spans of a line, each with the space before it
    (
        " زبان کلاس ایندرPython هفته هر و می‌گیریم یاد را\n"
        " نرم‌افزار با را تازهتمرین‌هایJupyter می‌دهیم. انجام\n"
        " شهر مردم و بارید شمال کوه‌های در دیروز زمستان برفنخستین\n"
        " از تندی باد و بود سرد هوا رفتند. جاده به آن دیدنبرای\n"
        " خندیدند. و ساختند برفی آدم هم با بچه‌ها می‌وزید. دریاسوی"
    ): (
        "در این کلاس زبان Python را یاد می‌گیریم و هر هفته\n"
        "تمرین‌های تازه را با نرم‌افزار Jupyter انجام می‌دهیم.\n"
        "نخستین برف زمستان دیروز در کوه‌های شمال بارید و مردم شهر\n"
        "برای دیدن آن به جاده رفتند. هوا سرد بود و باد تندی از\n"
        "سوی دریا می‌وزید. بچه‌ها با هم آدم برفی ساختند و خندیدند."
    ),
    # pdftotext: lines that small hamzas broke, the parts of each in reverse order; and ligatures that were all turned
    (
        "\u202bه گرم و خنک بنشینید. حاال در ساع \u202c\n\u202bه آفتاب برف را آب کرد. برای هم \u0654\u202c\n\u202bدیروز در دهکد \u0654\u202c\n"
        "\u202bاطالعات سالمت و عالقه به ورزش\u202c"
    ): (
        "دیروز در دهکده\u0654 آفتاب برف را آب کرد. برای همه\u0654 گرم و خنک بنشینید. حالا در ساع \nاطلاعات سلامت و علاقه به ورزش"
    ),
    # pdf.js: letters without a shape from right to left, between shaped ones from left to right
    (
        ".ﺪﻧدﻮﺑ ﻮگﻮﺘﻔگ مﺮگ رمﺎﻬچ سﺎﻠک زانﻮﻣﺂﺸﻧو دا ﺪﯾرﺎﺑ نﺎﻠﯿگ ن درﺎﺘﺴﻣف زﺮﺑ ﻦﯿﺘﺴﺨﻧ\n"
        ".ﺪﻨﺘﺧﺎﺳ یﻓﺮﺑ و آدم ﺪﻧدﺮک زیﺎﺑ کچﻮک رگ وﺰﺑ ؛ﺪﻧﺪﻧﺎﻣ طﺎﯿﺣ ان درﺮگﯾد"
    ): (
        "نخستین برف زمستان در گیلان بارید و دانشآموزان کلاس چهارم گرم گفتوگو بودند.\n"
        "دیگران در حیاط ماندند؛ بزرگ و کوچک بازی کردند و آدم برفی ساختند."
    ),
    # pdfplumber: half-spaces one letter too early, as the shapes of the letters show
    "ﺎﻫﺏ ﺎﺘﮐ ﻭ ﺪﻫﺩﯽ ﻣ ﺏﺁ ﺍﺭ ﺎﻫﻪ ﭼﻮﮐ ﻭ ﺎﻫﻥ ﺍﺪﻠﮔ ﻭ ﺪﻣﺁ ﻥﺍﺭﺎﺑ": "باران آمد و گلدان\u200cها و کوچه\u200cها را آب می\u200cدهد و کتاب\u200cها",
    # PyMuPDF: brackets round a Latin word, in the spans beside it
    (
        ". گرم وزن دارد و نرم است۲۵۰ می‌بریم. هر نان حدود\n گرم۵۰۰ :آرد گندم\n میلی‌لیتر۳۸۰ :آب ولرم\n"
        ") بزنید تا خمیر نرم شود و جدا شودmixer( خمیر را با همزن\n گرم۵ :خمیر خشک"
    ): (
        "می‌بریم. هر نان حدود ۲۵۰ گرم وزن دارد و نرم است.\nآرد گندم: ۵۰۰ گرم\nآب ولرم: ۳۸۰ میلی‌لیتر\n"
        "خمیر را با همزن (mixer) بزنید تا خمیر نرم شود و جدا شود\nخمیر خشک: ۵ گرم"
    ),
    # pdftotext -raw: words with a half-space in parts, the right one on the next line
    (
        ".\u202bبرد\u202c \u202bبیرون\u202c \u202b\u200cها\u202c\n"
        "\u202bه\u202c\u202bخان\u202c \u202bاز\u202c \u202bرا\u202c \u202bمردم\u202c \u202bو\u202c \u202bآمد\u202c \u202b\u200cها\u202c\n"
        "\u202bه\u202c\u202bکوچ\u202c \u202bبه\u202c \u202bباد\u202c\n"
        ".\u202b\u200cگوید\u202c\n"
        "\u202bی\u202c\u202bم\u202c \u202b\u200cها\u202c\n"
        "\u202bت\u202c\u202bدرخ\u202c \u202bاز\u202c \u202bآن\u202c \u202bدر\u202c \u202bکه\u202c \u202bخریدیم\u202c \u202b\u200cها\u202c\n"
        "\u202bه\u202c\u202bبچ\u202c \u202bبرای\u202c \u202bرا\u202c \u202bکتاب\u202c \u202bاین\u202c\n"
        ".\u202bماند\u202c \u202b\u200cجا\u202c\n"
        "\u202bن\u202c\u202bهمی\u202c \u202bدر\u202c \u202bروز\u202c \u202bآن\u202c \u202bاز\u202c \u202bو\u202c \u202bآمد\u202c \u202bشهر\u202c \u202bاین\u202c \u202bبه\u202c \u202bما\u202c \u202bبا\u202c \u202bهم\u202c \u202bاو\u202c\n"
    ): (
        "باد به کوچه\u200cها آمد و مردم را از خانه\u200cها بیرون برد.\n"
        "این کتاب را برای بچه\u200cها خریدیم که در آن از درخت\u200cها می\u200cگوید.\n"
        "او هم با ما به این شهر آمد و از آن روز در همین\u200cجا ماند.\n"
    ),
    # PDFium: quotation marks mirrored over lines; spaces on the wrong side of marks and brackets, and marks before numbers
    "پرسید: »کی\nمی‌آیی؟« گفت: »فردا.« آن »باغ« سبز بود.": "پرسید: «کی\nمی‌آیی؟» گفت: «فردا.» آن «باغ» سبز بود.",
    # pdftotext: kashidas that a font calls hyphens, with and without a space before them
    "هم\u202a--\u202cین درخ\u202a--\u202cت و خط \u202a--\u202cی را نخس\u202a--\u202cتین ب \u202a--\u202cار دوب\u202a--\u202cاره دید و رد ش \u202a--\u202cد": (
        "همین درخت و خطی را نخستین بار دوباره دید و رد شد"
    ),
    # pypdf on XeLaTeX: lines cut at half-spaces for which there is a space and a no-break space
    "برند. \xa0ها را به خانه می \xa0بچه\nروند \xa0ها می \xa0آن\nکوه \xa0بزرگ": "بچه\u200cها را به خانه می\u200cبرند.\nآن\u200cها می\u200cروند\nبزرگ\u200cکوه",
    # a letter without a name: alef, and the last yeh of a word; and one that shows the madda beside its alef
    "در ب\x18زار تهر\x18ن خ\x18نه\u200cای \x18رزان خرید و آ\x18نجا ماند": "در بازار تهران خانه\u200cای ارزان خرید و آنجا ماند",
    "زندگ(cid:9) در خانه\u200cای مسکون(cid:9) و قدیم(cid:9) ادامه داشت": "زندگی در خانه\u200cای مسکونی و قدیمی ادامه داشت",
    "\ufffdامدند و \ufffdاوردند و \ufffdاهنگ را شنیدند": "آمدند و آوردند و آهنگ را شنیدند",
    # pypdf: lines cut at kashidas that are control characters, and at nothing else
    (
        "یب دیده اند\x05\x05شکسالی آس\x05\x05شاورزان از خ\x05\x05ان داد که ک\x05\x05زارش نش\x05\x05گ\n"
        "شک شد\x05\x05ذشته خ\x05\x05یز گ\x05\x05اهها در پای\x05\x05یاری از چ\x05\x05و بس\n"
        "تند\x05\x05اران هس\x05\x05شم به راه ب\x05\x05نون چ\x05\x05ردم روستا اک\x05\x05م\n"
        "ست نرود\x05\x05ت بهار از د\x05\x05مک می کند تا کش\x05\x05ول داد که ک\x05\x05دولت هم ق"
    ): (
        "گزارش نشان داد که کشاورزان از خشکسالی آسیب دیده اند\n"
        "و بسیاری از چاهها در پاییز گذشته خشک شد\n"
        "مردم روستا اکنون چشم به راه باران هستند\n"
        "دولت هم قول داد که کمک می کند تا کشت بهار از دست نرود"
    ),
    # a kashida that is shown as the number of its glyph, one at a time
    "گیومه ب9رای ک9تاب ن9وشته شد و م9ردم در س9رما ب9ه خ9انه رفتند": "گیومه برای کتاب نوشته شد و مردم در سرما به خانه رفتند",
    # PyMuPDF and PDFium: justified lines of LibreOffice, which end at each kashida
    (
        "کشاورزان گف\nتند\r\nباران ب\nهتر از ه\nمیش\nه\nب\nود و درخ\nتان باغ شک\nوفه دا\r\nدند و هم\nه خوش\nحال ش\nدند"
    ): "کشاورزان گفتند\r\nباران بهتر از همیشه\nبود و درختان باغ شکوفه دا\r\nدند و همه خوشحال شدند",
    # Typst: half-spaces one letter too late, and before letters that no half-space parts
    "کتابه\u200cا و باغه\u200cای درختانه\u200cا را میخ\u200cواند و میچ\u200cیند": (
        "کتاب\u200cها و باغ\u200cهای درختان\u200cها را می\u200cخواند و می\u200cچیند"
    ),
    "ه\u200cوا سرد و ه\u200cمه ت\u200cنها و کتابه\u200cا را میخ\u200cواند": "هوا سرد و همه تنها و کتاب\u200cها را می\u200cخواند",
    "خانهه\u200cا گرم است\n\nه\u200cوا سرد است": "خانه\u200cها گرم است\n\nهوا سرد است",
    "ه\u200cوا سرد است": "هوا سرد است",
    "ه\u200cمه و کتابه\u200cای بچهه\u200cا": "همه و کتاب\u200cهای بچه\u200cها",
    # PDFium: nothing but words with a small hamza were turned
    "از هچوک\u0654 ما تا هناخ\u0654 او راهی دراز بود و همان\u0654 تازه برای هسردم\u0654 بالا رسید. سپس باران گرفت و همسایه گفت که مهمان نیامد و من نشستم و دفتر خواندم": (
        "از کوچه\u0654 ما تا خانه\u0654 او راهی دراز بود و نامه\u0654 تازه برای مدرسه\u0654 بالا رسید. سپس باران گرفت و همسایه گفت که مهمان نیامد و من نشستم و دفتر خواندم"
    ),
    # a table without the spaces round its numbers
    "۱سپید رود۱۴\n۲شهاب مشهد۱۴\n۳موج نوشهر۱۴": "۱ سپید رود ۱۴\n۲ شهاب مشهد ۱۴\n۳ موج نوشهر ۱۴",
    # pypdf: digits from left to right
    "بهای آن ۰۰۰٬۵۴ ریال و ۰۰۵٬۸۳ ریال بود": "بهای آن ۴۵٬۰۰۰ ریال و ۳۸٬۵۰۰ ریال بود",
    # pypdf: lines cut at kashidas and half-spaces, also where a piece is half a word, and at quotation marks
    **{
        (
            f"اش دور است آورد، خانه ازار می{sign}ها از ب ب{sign}رد و ش{sign}خ ان می{sign}مادرم ن\nساله بودم ن هفت{sign}م ».واب{sign}ها را آب بده و بخ ل{sign}گ« :گفت پدر می\n"
            f"داند ر رسید و نمی{sign}ه نامهٔ او دی{sign}گوید ک ها می{sign}به آن\nت نبودند{sign}ردند و ساک{sign}ک وچک در کوچه بازی می{sign}های ک بچه"
        ): (
            "مادرم نان می\u200cخرد و شب\u200cها از بازار می\u200cآورد، خانه\u200cاش دور است\nپدر می\u200cگفت: «گل\u200cها را آب بده و بخواب.» من هفت\u200cساله بودم\n"
            "به آنها می\u200cگوید که نامهٔ او دیر رسید و نمی\u200cداند\nبچه\u200cهای کوچک در کوچه بازی می\u200cکردند و ساکت نبودند"
        )
        for sign in ("\x1d\x1d", "..")
    },
    # pypdf: the spaces beside a kashida belong to the pieces, and torn marks stand between pieces without spaces
    "ا \x1d\x1dت۹ی\x1d\x1dار کرس\x1d\x1dوچکش کن\x1d\x1dا رادیوی ک\x1d\x1dگفت ب  می\nده\x1d\x1d میان راه در سٔسرای کهنه کاروان\nرفت می\nدید می": (
        "تا ۹ می\u200cگفت با رادیوی کوچکش کنار کرسی\nکاروان\u200cسرای کهنهٔ میان راه در سده\nمی\u200cرفت\nمی\u200cدید"
    ),
    # pypdf: kashidas that are Latin letters, also before a space, and a bullet before the pieces of its line
    (
        "ریدDDیب خDDرای خانه نان و سDDازار رفت و بDDادر بDDم\nشود رد میDDوا سDDبارد و ه ردا باران میDDگفتند ف ها می مسایهDDه\n"
        "ردDDاز بDDاد را بDDباران آمد و ب\nودDDدرم آورده بDDهای تازه را پ تابDDک\n• ها را آب داد لDDگ"
    ): (
        "مادر بازار رفت و برای خانه نان و سیب خرید\nهمسایه\u200cها می\u200cگفتند فردا باران می\u200cبارد و هوا سرد می\u200cشود\n"
        "باران آمد و باد را باز برد\nکتاب\u200cهای تازه را پدرم آورده بود\n• گل\u200cها را آب داد"
    ),
    # pypdf: years beside Latin words stand as they should, where a number proves that others do not
    "بهای آن ۰۰۰٬۵۴ بود و Python در ۱۴۰۲ و ۵۲ نفر": "بهای آن ۴۵٬۰۰۰ بود و Python در ۱۴۰۲ و ۲۵ نفر",
    # pypdf: blocks from left to right, marks at their edges and quotation marks between them
    " ماندند۸۹۳۱ نفر آمدند و در سال ۰۰۶٬۸٪ کم شد، ۰۲باران \n.بود۴۰۴۱ کوتاه تا سال «شب» :این کتاب را ببین\n.را بخوان۵۹۳۱، کتاب ۰۹۳۱از سال ": (
        "باران ۲۰٪ کم شد، ۸٬۶۰۰ نفر آمدند و در سال ۱۳۹۸ ماندند\nاین کتاب را ببین: «شب» کوتاه تا سال ۱۴۰۴ بود.\n"
        "از سال ۱۳۹۰، کتاب ۱۳۹۵ را بخوان."
    ),
}
#: the same, in texts that are known to come out of a PDF file
OF_PDF = {
    # words glued all through, one of them a name, and before marks
    "سالداردوهنوز ازطلوعخورشید شروعکردیدوهنوز درحجرهبود بلدنیستمکه ازآفتابهم همدارید شروعکردند دراتاقما باآنمرد ازبارانکه هوایخوبوبارانی باددرخانه"
    " شبتاریک روزبودو آبوهوا کاردرشهر ازخاکوباد هربندبچکانید": (
        "سال دارد و هنوز از طلوع خورشید شروع کردید و هنوز در حجره بود بلد نیستم که از آفتاب هم هم دارید شروع کردند در اتاق ما با آن مرد از باران که"
        " هوای خوب و بارانی باد در خانه شب تاریک روز بود و آب و هوا کار در شهر از خاک و باد هر بند بچکانید"
    ),
    # a font that draws آ as two glyphs, of which the file names the madda آ or by a sign
    "اآن روز در اآینده": "آن روز در آینده",
    "بازار Iارام بود و Iاقای ما با Iاینده و Iارزو": "بازار آرام بود و آقای ما با آینده و آرزو",
    # pypdf on LibreOffice: brackets, colons and dashes at the other edges of spans
    (
        "برم. های قدیمی می ها را به خانه روم و کتاب من می\n"
        "گویند. ها می خوانند و از درخت ها را می ها کتاب بچه\n"
        "( زبان آلمانی: مقدماتیA2 )، و فردا\n"
        "ماده ۱  حضور: هر شهروند بالای –۷ سال\n"
        "از Go :؛ ابزارهاRedis و باد"
    ): (
        "من می\u200cروم و کتاب\u200cها را به خانه\u200cهای قدیمی می\u200cبرم.\n"
        "بچه\u200cها کتاب\u200cها را می\u200cخوانند و از درخت\u200cها می\u200cگویند.\n"
        "زبان آلمانی: مقدماتی (A2)، و فردا\n"
        "ماده ۱ – حضور: هر شهروند بالای ۷ سال\n"
        "از Go؛ ابزارها: Redis و باد"
    ),
    # a heh with its hamza before its word; a list and brackets glued to words; telephone numbers, part by part
    "محترم ه\u0654 کتابخان مرکزی و ه\u0654 محل ما": "محترم کتابخانه\u0654 مرکزی و محله\u0654 ما",
    "۱.خریدهای ما(بهار و پاییز ) بود": "۱. خریدهای ما (بهار و پاییز) بود",
    "در سال ۷۹۳۱ و ۵/۵/۷۹۳۱ با ۱۲۰-۶۶۵۵۴۴۸۸ و ۷۱۹۰-۵۵۵-۲۴۱۰": "در سال ۱۳۹۷ و ۱۳۹۷/۵/۵ با ۰۲۱-۸۸۴۴۵۵۶۶ و ۰۹۱۷-۵۵۵-۰۱۴۲",
    # letters that were torn from the words and marks behind them, beside words that need none
    "روی ه ر بند و خانه ر ا با آ ن کتا ب": "روی هر بند و خانه را با آن کتاب",
    "پر ز د ُرد و هواشناس ی": "پر ز دُرد و هواشناسی",
    # PDFium: spaces on the wrong side of marks and brackets, and marks before numbers
    "حروف« چ»،« پ» و سال( ۱۳۹۵) را در کتاب ،Python ۴ ،۵ و عدد ،۲ ،۳ ۷ نوشت": (
        "حروف «چ»، «پ» و سال (۱۳۹۵) را در کتاب، Python ۴، ۵ و عدد ۲، ۳، ۷ نوشت"
    ),
    "از سد \u0654 نهم تا سد \u0654 دهم": "از سده\u0654 نهم تا سده\u0654 دهم",
    "\u0654مؤسسه در سال 1993 باز شد": "مؤسسه\u0654 در سال 1993 باز شد",
    "نسخ\u200c 3": "نسخ\u200c 3",
    # pdftotext: kashidas that stand apart from the letters that they stretch
    "او ب ــا اش ـ ــاره ب ــه باران‌ه ــا گفت": "او با اشاره به باران‌ها گفت",
    # pypdf, a file of XeLaTeX: no space is left
    "وازهوشمصنوعی درایننوشته بازبانساده درقالب": "و از هوش مصنوعی در این نوشته با زبان ساده در قالب",
    # words in more than two pieces
    "هواشناس ی و کتا ب و برا ی و گ ی گابایت": "هواشناسی و کتاب و برای و گیگابایت",
    # cells of a table without spaces
    "فروش ۵٬۱۰۰٬۰۰۰۴٬۲۰۰٬۰۰۰ و ۴۳٫۵۸۱٫۰": "فروش ۵٬۱۰۰٬۰۰۰ ۴٬۲۰۰٬۰۰۰ و ۴۳٫۵ ۸۱٫۰",
    "دفتر ۵۴۰٬۰۰۰ ۴۵٬۰۰۰۱۲ و پنیر ۱۲٬۵۰۰۲ و 1,2345": "دفتر ۵۴۰٬۰۰۰ ۴۵٬۰۰۰ ۱۲ و پنیر ۱۲٬۵۰۰ ۲ و 1,2345",
    # PDFium: marks before numbers
    "غلظت ،۰ ،۵۰ و سال .۱۳۳۲ ده ساله": "غلظت ۰، ۵۰، و سال ۱۳۳۲. ده ساله",
    "در هواشنایس و همچننی در الربز بود": "در هواشناسی و همچنین در البرز بود",
    "ییک در هواشنایس و همچننی در الربز بود": "یکی در هواشناسی و همچنین در البرز بود",
    # pdfplumber: half-spaces one letter too early
    "این اندازهگیر یهای ما را م یگوید که گلدا نها کجاست": "این اندازهگیری\u200cهای ما را می\u200cگوید که گلدان\u200cها کجاست",
    # a heh with its small hamza is torn off
    "از کهن ه\u0654 میان تا شمار ه\u0654 ما": "از کهنه\u0654 میان تا شماره\u0654 ما",
    # pypdf: all numbers but one stand in reverse order
    "سال ۸۹۳۱ و ۶۱۳۱ و ۷۷۲۱ و ۹۴۹۱ و ۰۰۶٬۸ نفر، دی ۱۴۰۰": "سال ۱۳۹۸ و ۱۳۱۶ و ۱۲۷۷ و ۱۹۴۹ و ۸٬۶۰۰ نفر، دی ۱۴۰۰",
    # pypdf: few lines, cut at half-spaces, with two spaces at the cuts
    "های بیماری تجویز شده است؛  حتی اگر نشانه\nمیوه مصرف نشود؛  با آب\nدرنگ با  کردید، بی ۱۱۵ تماس بگیرید.\nهای تازه  او و خانه\nآن را از پروانهIRC بخوانید و به دیگران ندهید.": (
        "حتی اگر نشانه\u200cهای بیماری تجویز شده است؛\nبا آب\u200cمیوه مصرف نشود؛\nکردید، بی\u200cدرنگ با ۱۱۵ تماس بگیرید.\n"
        "او و خانه\u200cهای تازه\nآن را از پروانه IRC بخوانید و به دیگران ندهید."
    ),
    # words behind the marks that end others, brackets behind words
    "باران آمد.هوا سرد شد «چه خوب»گفت و رفت(NASA)خوب": "باران آمد. هوا سرد شد «چه خوب» گفت و رفت (NASA) خوب",
    # cells of a table: percentages beside sums, and a row of words without spaces
    "زنجیر ۴۵۰٬۰۰۰٪۱۸ و لنت ۱۲٪۲۸۰٬۰۰۰": "زنجیر ۴۵۰٬۰۰۰ ٪۱۸ و لنت ۱۲٪ ۲۸۰٬۰۰۰",
    "حالتزمان رنگاندازه\nباران آمد": "حالت زمان رنگ اندازه\nباران آمد",
    # pypdf: the signs of a date and of addresses before and behind them
    "نشست مورخ ۱۴۰۱۰۹۱۵ // بود؛ به .: https //example com/a?b=1 یا –.. www example ir/c و .info@example ir بروید": (
        "نشست مورخ ۱۴۰۱/۰۹/۱۵ بود؛ به https://example.com/a?b=1 یا – www.example.ir/c و info@example.ir بروید"
    ),
    # a font with one glyph for heh and its small hamza
    "خان\u06c0 ما و نام\u06c0 او": "خانه\u0654 ما و نامه\u0654 او",
    # PDFium: quotation marks that are mirrored all through, over more than one line
    "گفت: »هوا خوب است\nو باران می\u200cبارد.« سپس رفت.": "گفت: «هوا خوب است\nو باران می\u200cبارد.» سپس رفت.",
}
#: what looks like it
STAYS = (
    # ezafes and articles of words that the lexicon may not know, and a slip among half-spaces in their places
    "نسخه\u200cی تازه و دیگه\u200cای",
    "تنوره\u200cای",
    "کتاب\u200cها و خانه\u200cها و می\u200cروند و ه\u200cوا",
    # German quotation marks, and a name in Arabic beside them
    "Das »Haus der\nKultur« und »mehr« davon, inter-\nnational.",
    "\n".join("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"),
    "باد\nباران\nبرف\nابر\nمه\nآفتاب\nسایه\nدانش\nآموز\nگل\nدان\nآب\nپاش",
    "خانه\u200cای و نامه\u200cای و بسته\u200cای و برگه\u200cای و ده\u200cها و چ\u200cیند",
    "اتاق۱ و اتاق۲ و اتاق۳ و ۲۰ساله",
    "ف.ی.ل.م و س.ن.گ و ن.م.ک و ک.ت.ا.ب و خ.ا.ن.ه و د.ر.ی.ا",
    "من/تو و سرد/گرم و شب/روز و باد/باران و کوه/دشت و نان/آب",
    " در سال ۱۴۰۲ باران آمد.\n هوا ۱۲ درجه بود.\n نان ۵ تومان است.",
    "سال ۱۴۰۰ و ۱۰٬۰۰۰ نفر و ۰۲۱ و ۰۵",
    "سال ۱۴۰۰ و ۱۳۰۰ و ۷۹۳۱ نفر و ۰۵۰ و ۰۲۱",
    "م یگوید و باد  آمد و  رفت",
    "د\ufffdر در ب\ufffdد و س\ufffdد",
)


@pytest.mark.parametrize(("given", "meant"), REPAIRED.items(), ids=range(len(REPAIRED)))
def test_what_the_text_proves(given: str, meant: str) -> None:
    assert normalise(repair_extracted(given)) == normalise(meant)


@pytest.mark.parametrize(("given", "meant"), OF_PDF.items(), ids=range(len(OF_PDF)))
def test_what_is_done_to_pdf(given: str, meant: str) -> None:
    assert repair_extracted(given, ExtractedOptions(source="pdf")) == meant


@pytest.mark.parametrize("text", STAYS, ids=range(len(STAYS)))
def test_what_looks_like_it_stays(text: str) -> None:
    assert repair_extracted(text) == text


@pytest.mark.parametrize(
    "text", [*REPAIRED, *OF_PDF, *STAYS], ids=range(len(REPAIRED) + len(OF_PDF) + len(STAYS))
)
@pytest.mark.parametrize("source", ["auto", "pdf"])
def test_twice_is_once_and_explained(text: str, source: str) -> None:
    options = ExtractedOptions(source=source)
    done = explain_extracted(text, options)
    assert done.text == repair_extracted(text, options) == repair_extracted(done.text, options)
