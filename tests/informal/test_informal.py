"""Speech made formal: every kind with examples and near-misses, and the laws that hold for all rules."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, strategies as st

from support.strategies import examples
from textnorm import Options, explain, normalise
from textnorm.edits import splice
from textnorm.fixed_point import on_limit
from textnorm.informal import find_formal, spoken_words

FORMAL = Options(informal="formal")
#: by rule: what was said, and how it is written
SPOKEN = {
    "informal-word": [
        ("اگه یه روز دیگه", "اگر یک روز دیگر"),
        ("همون کتاب", "همان کتاب"),
        ("واسه اونا", "برای آنها"),
        ("چیه", "چیست"),
        ("وقتی‌که رسید", "وقتی که رسید"),
    ],
    "informal-verb": [
        ("میخوام", "می‌خواهم"),
        ("نمیشه", "نمی‌شود"),
        ("جدا بشیم", "جدا بشویم"),
        ("میگن", "می‌گویند"),
        ("میتونستم", "می‌توانستم"),
        ("می‌ذارم", "می‌گذارم"),
        ("بذار", "بگذار"),
        ("نمیاد", "نمی‌آید"),
        ("اومدم", "آمدم"),
        ("دراومده", "درآمده"),
        ("برمی‌گرده", "برمی‌گردد"),
        ("بگیرن", "بگیرند"),
        ("بیفته", "بیفتد"),
        ("میخونم", "می‌خوانم"),
        ("موندم", "ماندم"),
        ("می‌خوامشون", "می‌خواهمشان"),
        ("گفتین", "گفتید"),
        ("می‌کردن", "می‌کردند"),
        ("اومده بودن", "آمده بودند"),
        ("اگه دیده بشه", "اگر دیده شود"),
        ("هوا سرد می‌شه و همه رفتن", "هوا سرد می‌شود و همه رفتند"),
    ],
    "informal-copula": [
        ("هوا جالبه", "هوا جالب است"),
        ("بزرگتره", "بزرگ‌تر است"),
        ("اگه هوا سرد بوده", "اگر هوا سرد بوده است"),
    ],
    "informal-vowel": [("مهربون", "مهربان"), ("این بیابون", "این بیابان")],
    "informal-plural": [("اگه کتابا", "اگر کتاب‌ها"), ("این چیزایی که میگن", "این چیزهایی که می‌گویند")],
    "informal-possessive": [
        ("کتابشون", "کتابشان"),
        ("بچه‌هامون", "بچه‌هایمان"),
        ("پامون", "پایمان"),
        ("خونه‌شون", "خانه‌شان"),
        ("اگه زندگیم", "اگر زندگی‌ام"),
    ],
    "informal-object": [
        ("کتاب رو خوندم", "کتاب را خواندم"),
        ("فکرشو نکن", "فکرش را نکن"),
        ("اگه صفحشو دیدم", "اگر صفحه‌اش را دیدم"),
        ("اگه خدارو شکر کنی", "اگر خدا را شکر کنی"),
        ("من رو ببین", "من را ببین"),
    ],
    "informal-space": [
        ("دختراگه بگه", "دختر اگر بگوید"),
        ("من تواون کوچه میشینم", "من تو آن کوچه می‌نشینم"),
        ("شمااگه بخوای", "شما اگر بخواهی"),
    ],
}
#: endings upon endings, neighbours that tell, and spellings of haste
JUDGED = [
    ("اگه حرفشم نزد", "اگر حرفش هم نزد"),
    ("یه کتاب دستمه", "یک کتاب دستم است"),
    ("اگه زندست", "اگر زنده است"),
    ("کاش برگرده خونه", "کاش برگردد خانه"),
    ("چقد قشنگه این ماشینه", "چقدر قشنگ است این ماشین"),
    ("اگه این ماشینه", "اگر این ماشین است"),
    ("دیگه کلید رو میز بود", "دیگر کلید روی میز بود"),
    ("دیگه کلید رو برداشتم", "دیگر کلید را برداشتم"),
    ("اونو رو میز بذار", "آن را روی میز بگذار"),
    ("دستشو رو شونه‌م گذاشت", "دستش را روی شانه‌ام گذاشت"),
    ("خیلی سخته این کار", "خیلی سخت است این کار"),
    ("اگه حالش خرابه چون", "اگر حالش خراب است چون"),
    ("اگه برایت و داروهایت", "اگر برایت و داروهایت"),
    ("اگه واصلا", "اگر واصلا"),
    ("توی خانه بعنوان مهمان بهم گفت", "در خانه به عنوان مهمان به من گفت"),
    ("توی خانه بعنوان مهمان", "توی خانه بعنوان مهمان"),
    ("قطعن میاد و اصولن", "قطعا می‌آید و اصولا"),
    ("می‌چرخونم و خندوندم", "می‌چرخانم و خنداندم"),
    ("خدا را می‌گروند", "خدا را می‌گروند"),
    ("اگه سروندم", "اگر سروندم"),
    ("سربازخونه و مکتب‌خونه", "سربازخانه و مکتب‌خانه"),
    ("خاهش میکنم", "خواهش می‌کنم"),
    ("رف که میگف نمیدونه", "رفت که می‌گفت نمی‌داند"),
    ("بخوننش", "بخوانندش"),
    ("بیا ک بریم", "بیا که برویم"),
    ("پرده رو بالا کشیدن اون بچه‌ها", "پرده را بالا کشیدند آن بچه‌ها"),
    ("یه چیزی بهم گفتن از دیروز", "یک چیزی به من گفتند از دیروز"),
    ("اگه با دعا کردن و", "اگر با دعا کردن و"),
    ("اگه خودم نشونت بدم", "اگر خودم نشانت بدهم"),
    ("از این کار بدم میاد", "از این کار بدم می‌آید"),
    ("این روش خوبه", "این روش خوب است"),
    ("اگه قرن یکم", "اگر قرن یکم"),
    ("اگه عالیه خانم", "اگر عالیه خانم"),
    ("اگه جونم خوبه", "اگر جانم خوب است"),
    ("اگه قبول بشین", "اگر قبول بشوید"),
    ("شخصیتا رو خوب نوشته بود", "شخصیت‌ها را خوب نوشته بود"),
    ("خدای تو حکم فرموده که بیا", "خدای تو حکم فرموده که بیا"),
    ("این کارا را نکن", "این کارها را نکن"),
    ("معلمی کارا بود", "معلمی کارا بود"),
    ("دیگه هوا آلوده‌ست", "دیگر هوا آلوده است"),
    ("حوصله‌م سر رفت دیگه", "حوصله‌ام سر رفت دیگر"),
    ("اسلحه‌تو بنداز زمین", "اسلحه‌ات را بینداز زمین"),
    ("دیگه صداتو نمیشنوم", "دیگر صدایت را نمی‌شنوم"),
    ("اگه شعراش خوبه", "اگر شعرهایش خوب است"),
    ("خوابگاهاشون دیگه خالیه", "خوابگاه‌هایشان دیگر خالی است"),
    ("نمیتونم جلوشو بگیرم", "نمی‌توانم جلویش را بگیرم"),
    ("اگه عضوشو دیدم", "اگر عضوش را دیدم"),
    ("کاری ازم برنمیاد دیگه", "کاری از من برنمی‌آید دیگر"),
    ("پسره رو دیدم که میخندید", "پسر را دیدم که می‌خندید"),
    ("این نامه رو بهش برسون", "این نامه را بهش برسان"),
    ("ظرفا رو می‌شورن که برن", "ظرف‌ها را می‌شویند که بروند"),
    ("تخم‌مرغا رو نشکن دیگه", "تخم‌مرغ‌ها را نشکن دیگر"),
    ("یه کوچیکترشو می‌خوام", "یک کوچک‌ترش را می‌خواهم"),
    ("چند ماهه که ندیدمش، دلم تنگه", "چند ماه است که ندیدمش، دلم تنگ است"),
    ("اونقدرام که میگن گرون نیست", "آنقدرها هم که می‌گویند گران نیست"),
    ("اینو واسه‌ی تو خریدم", "این را برای تو خریدم"),
    ("یه قرص بده بخورم", "یک قرص بده بخورم"),
    ("کلیدمو بده", "کلیدم را بده"),
    ("یه لیوان چای بده", "یک لیوان چای بده"),
    ("میخواد بهم پول بده", "می‌خواهد به من پول بدهد"),
    ("نمیذاره کسی نظر بده", "نمی‌گذارد کسی نظر بدهد"),
    ("باید جواب بده اگه بتونه", "باید جواب بدهد اگر بتواند"),
    ("دیگه بذار رو سرت", "دیگر بگذار روی سرت"),
    ("نمیشه کتاب رو زمین بذاری", "نمی‌شود کتاب را زمین بگذاری"),
    ("در رو باز کن دیگه", "در را باز کن دیگر"),
    ("میگم نکنه خواب باشه", "می‌گویم نکند خواب باشد"),
    ("بسته‌بندیش خوبه دیگه", "بسته‌بندی‌اش خوب است دیگر"),
    ("آدما وقتی تنهان میفهمن", "آدم‌ها وقتی تنها هستند می‌فهمند"),
    ("به جای تو بودم میرفتم", "به جای تو بودم می‌رفتم"),
    ("وارد خونه شو و بشین", "وارد خانه شو و بنشین"),
    ("اگه گروه ب و ک", "اگر گروه ب و ک"),
    ("تو دوران کرونا یه کاری کردیم", "در دوران کرونا یک کاری کردیم"),
    ("تو اصلا خبر نداشتی دیگه", "تو اصلا خبر نداشتی دیگر"),
    ("دیگه پشیمون نمیشین", "دیگر پشیمان نمی‌شوید"),
    ("همه چیو میدونه", "همه چیز را می‌داند"),
    ("پاشو بریم دیگه", "پاشو برویم دیگر"),
    ("اگه پاشو گچ گرفتن", "اگر پایش را گچ گرفتند"),
    ("درو ببند دیگه", "در را ببند دیگر"),
    ("اگه درو گندم باشه", "اگر درو گندم باشد"),
    ("یه کتاب بده به من", "یک کتاب بده به من"),
    ("باید پولشو بده به من", "باید پولش را بدهد به من"),
    ("این پسره از کجا اومد", "این پسر از کجا آمد"),
    ("دیگه از رو میز بردار", "دیگر از روی میز بردار"),
    ("گذاشتم رو یه صندلی", "گذاشتم روی یک صندلی"),
    ("اگه اونا رفتن شمال", "اگر آنها رفتند شمال"),
    ("نمره‌هاشون رو زدن دیگه", "نمره‌هایشان را زدند دیگر"),
    ("ناراحتین دیگه", "ناراحتید دیگر"),
    ("دیگه دروغ نکنیا و میخورما", "دیگر دروغ نکنی و می‌خورم"),
    ("کاپشنتو بپوش دیگه", "کاپشنت را بپوش دیگر"),
    ("کفشام رو میخوام", "کفش‌هایم را می‌خواهم"),
    ("اگه بابام بیاد", "اگر بابایم بیاید"),
    ("نتونست از پسش بربیاد", "نتوانست از پسش بربیاید"),
]
LISTED = {
    **spoken_words.CERTAIN,
    **spoken_words.CERTAIN_VERBS,
    **spoken_words.LIKELY,
    **spoken_words.LIKELY_VERBS,
}
CASES = [(rule, *pair) for rule, pairs in SPOKEN.items() for pair in pairs]
#: formal lines, and words that only look spoken
FORMAL_LINES = """
خوانایی و زیبایی این متن
درازای این دیوار بلند است
یک موتور برپایه نوشته
رویداد ایونت در صفحه
المانی در صفحه است
رفتن به مدرسه برای همه آسان نیست
از این رو باید به او یاری کرد
رو به دریا ایستاد و خندید
قانون ایران درباره میدان و خیابان
می‌توان گفت که خانه بزرگ است
او می‌دید که باران می‌بارد و کارگران می‌روند
بدین ترتیب کار به پایان رسید
بدی او بزرگ بود و خوبی او کوچک
تو کتاب را خواندی
زن و مرد در پیرامون شهر ماندند
بنده در نامه نوشته بودم که راننده آمده است
دنیا و دریا و صحرا
ستون و آزمون و کانون و زیتون
بدون کتاب و با نان و پنیر
این دوره از زندگی برای بچه‌ها سخت بوده
چون پروانه می‌گشت و می‌خواند
ماهی‌ها در آب‌های ایران
فردوس برین و بهشت
نشان دادن راه به مهمان
کردن این کار دشوار بود
""".strip().splitlines()


@pytest.mark.parametrize(("said", "written"), JUDGED)
def test_neighbours_and_stacked_endings(said: str, written: str) -> None:
    assert normalise(said, FORMAL) == written


def test_a_spoken_word_is_heard_nearby_only() -> None:
    far = "اگه باران ببارد، " + "خانه بزرگ است، " * 30 + "به او غذا بدی"
    assert normalise(far, FORMAL).endswith("به او غذا بدی")


@pytest.mark.parametrize("rule", sorted(SPOKEN))
def test_a_rule_can_be_left_out(rule: str) -> None:
    assert all(edit[3] != rule for said, _ in SPOKEN[rule] for edit in _edits(said, rule))
    assert normalise(SPOKEN[rule][0][0], Options(informal="formal", ignore={"informal"})) == normalise(
        SPOKEN[rule][0][0]
    )


def _edits(said: str, rule: str) -> list[tuple[int, int, str, str]]:
    found = explain(said, Options(informal="formal", ignore={rule})).changes
    return [(change.start, change.end, change.after, name) for change in found for name in change.rules]


texts = st.lists(
    st.sampled_from(
        [
            *"آابپتدرسشمنوهی",
            *spoken_words.CERTAIN,
            *spoken_words.LIKELY,
            *" \n.،",
            "رو",
            "تو",
            "می",
            "رفتن",
            "شده",
            "کتاب",
            "abc",
            "\u200c",
        ]
    ),
    max_size=24,
).map("".join)


@pytest.mark.parametrize(("rule", "spoken", "formal"), CASES)
def test_speech_becomes_formal_and_says_by_which_rule(rule: str, spoken: str, formal: str) -> None:
    explained = explain(spoken, FORMAL)
    assert explained.text == normalise(spoken, FORMAL) == formal
    assert rule in {name for change in explained.changes for name in change.rules}
    assert normalise(spoken) != formal


@pytest.mark.parametrize("line", FORMAL_LINES)
def test_formal_lines_stay(line: str) -> None:
    assert normalise(line, FORMAL) == line


@pytest.mark.parametrize(("rule", "spoken", "formal"), CASES)
def test_what_was_made_formal_stays(rule: str, spoken: str, formal: str) -> None:
    assert find_formal(formal) == []


def test_no_word_of_the_lists_becomes_a_spoken_one() -> None:
    assert [spoken for spoken, formal in LISTED.items() if formal == spoken] == []
    changed = {formal: normalise(formal, FORMAL) for formal in set(LISTED.values())}
    assert {formal: after for formal, after in changed.items() if after != normalise(formal)} == {}


def test_what_may_be_formal_needs_a_spoken_word_near_it() -> None:
    assert normalise("به او غذا بدی", FORMAL) == "به او غذا بدی"
    assert normalise("اگه به او غذا بدی", FORMAL) == "اگر به او غذا بدهی"
    assert normalise("اگه\nبه او غذا بدی", FORMAL) == "اگر\nبه او غذا بدی"


@pytest.mark.parametrize(
    ("spoken", "formal"),
    [
        ("میخوام برای رفتن آماده بشم", "می‌خواهم برای رفتن آماده شوم"),
        ("اگه همه رفتن، تو بمون", "اگر همه رفتند، تو بمان"),
        ("کتاب تو خونه بود", "کتاب در خانه بود"),
        ("اگه به تو بگم", "اگر به تو بگویم"),
        ("اگه میان ما باشه", "اگر میان ما باشد"),
        ("اگه اونا میان", "اگر آنها می‌آیند"),
        ("میخوام بدین وسیله بگم", "می‌خواهم بدین وسیله بگویم"),
    ],
)
def test_neighbours_decide(spoken: str, formal: str) -> None:
    assert normalise(spoken, FORMAL) == formal


def test_what_is_not_persian_stays() -> None:
    text = "https://example.org/میخوام `اگه` @اگه README.md اگه"
    assert normalise(text, FORMAL).startswith("https://example.org/میخوام `اگه` @اگه README.md")


@examples(1.25)
@given(text=texts)
def test_laws(text: str) -> None:
    """Twice is once, the changes make the text, and no loop ends by its limit."""
    limits: list[str] = []
    on_limit.append(limits.append)
    try:
        once = normalise(text, FORMAL)
        assert normalise(once, FORMAL) == once
    finally:
        on_limit.remove(limits.append)
    assert limits == []
    explained = explain(text, FORMAL)
    assert explained.text == once
    assert splice(text, [(c.start, c.end, c.after, c.rules) for c in explained.changes]) == once
    assert all(a.end <= b.start for a, b in pairwise(explained.changes))
