"""Which language a stretch of text is in: by its script, and for Latin script by its function words. No model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

_FUNCTION_WORDS = {
    "en": "the of and to in shall be by or any for is this a an that not which with under as may section act law such his it from on",
    "fr": "le la les de des du et à en un une dans pour par que qui est sur au aux ou ce cette sont loi présente ne pas être doit",
    "pt": "o os a as de do da dos das e em um uma no na nos nas para por que não se ao à artigo lei ou com é são deve qualquer seguintes",
    "es": "el la los las de del y en un una para por que no se al con es son o su sus artículo ley como lo será deberá presente cualquier",
    "sw": "ya wa na kwa katika ni za la cha kama au hii huu sheria kuwa yoyote mtu kifungu hiki hiyo ambayo ambaye au vya bila kila",
    "rw": "ku mu na ya wa ba cya iri ko no rya bya kandi cyangwa itegeko ingingo rigena ryo kuri mbere ibi iyi uyu aba muri yo wo bo ry",
    "rn": "mu na ya wa ba canke ariko itegeko ingingo ico iri uwo bw uko ivyo ca vy muri n kw aba gushika",
    "af": "die van en in te 'n is wat vir met deur nie op word of aan hierdie artikel wet om dat ingevolge enige kan moet persoon sal",
    "nl": "de het van een en in te dat op voor met is zijn door of bij aan wordt artikel wet niet om deze worden als die",
    "de": "der die das und in den von zu mit des dem nicht für ist im eine ein auf durch oder nach werden wird bei artikel gesetz sind als",
    "id": "yang dan di dengan untuk dalam atau pada dari oleh ini tidak pasal ayat sebagaimana dimaksud adalah setiap orang harus",
    "ms": "dan yang di dalam bagi atau oleh hendaklah tidak dengan akta ini seksyen mana-mana orang boleh adalah bawah subseksyen kepada",
    "so": "iyo oo ee ka ku in uu ama waa la ay sharciga qodobka xeerka waxaa leh aan qof kasta",
    "zu": "ukuthi noma futhi kanye nge uma kumele umthetho lo lokhu wesigaba ngaphansi kwe nga",
    "xh": "okanye kunye ukuba kufuneka umthetho lo eli icandelo phantsi kwe nga",
    "sn": "kana uye kuti mutemo ne pa wa ya zve munhu chikamu",
    "ny": "ndi kapena kuti pa mu munthu lamulo gawo wa ya la cha ili",
    "tr": "ve bir bu için ile olarak veya madde kanun olan de da her göre dair ise kadar",
    "it": "il la di e in un una per che del della dei delle con non è sono al alla articolo legge da si o nel",
    "tl": "ang ng sa mga na at ay o kung hindi batas ito para may dapat seksyon",
    "uz": "va bilan uchun qonun bu ushbu modda yoki boʻyicha hamda",
}
_SPEAKS: dict[str, tuple[str, ...]] = {}
for _code, _words in _FUNCTION_WORDS.items():
    for _word in _words.split():
        _SPEAKS[_word] = (*_SPEAKS.get(_word, ()), _code)

_SCRIPTS = (
    (0x0370, 0x03FF, "el"),
    (0x0400, 0x052F, "ru"),
    (0x0530, 0x058F, "hy"),
    (0x0590, 0x05FF, "he"),
    (0x0600, 0x08FF, "ar"),
    (0xFB50, 0xFDFF, "ar"),
    (0xFE70, 0xFEFF, "ar"),
    (0x0900, 0x097F, "hi"),
    (0x0980, 0x09FF, "bn"),
    (0x0A00, 0x0A7F, "pa"),
    (0x0A80, 0x0AFF, "gu"),
    (0x0B00, 0x0B7F, "or"),
    (0x0B80, 0x0BFF, "ta"),
    (0x0C00, 0x0C7F, "te"),
    (0x0C80, 0x0CFF, "kn"),
    (0x0D00, 0x0D7F, "ml"),
    (0x0D80, 0x0DFF, "si"),
    (0x0E00, 0x0E7F, "th"),
    (0x0E80, 0x0EFF, "lo"),
    (0x0F00, 0x0FFF, "bo"),
    (0x1000, 0x109F, "my"),
    (0x10A0, 0x10FF, "ka"),
    (0x1100, 0x11FF, "ko"),
    (0x1200, 0x139F, "am"),
    (0x1780, 0x17FF, "km"),
    (0x3040, 0x30FF, "ja"),
    (0x3400, 0x9FFF, "zh"),
    (0xAC00, 0xD7AF, "ko"),
)
_PERSIAN = frozenset("پچژگک")
_URDU = frozenset("ٹڈڑںےھ")
_TRIM = ".,;:()[]“”\"‘’'«»–—-"

NAMES = {
    "af": "Afrikaans",
    "am": "Amharic",
    "ar": "Arabic",
    "bn": "Bengali",
    "de": "German",
    "es": "Spanish",
    "fa": "Persian",
    "fr": "French",
    "hi": "Hindi",
    "id": "Indonesian",
    "it": "Italian",
    "km": "Khmer",
    "ms": "Malay",
    "my": "Burmese",
    "nl": "Dutch",
    "pt": "Portuguese",
    "rn": "Kirundi",
    "ru": "Russian",
    "rw": "Kinyarwanda",
    "si": "Sinhala",
    "so": "Somali",
    "sw": "Swahili",
    "ta": "Tamil",
    "th": "Thai",
    "tr": "Turkish",
    "ur": "Urdu",
    "zh": "Chinese",
}


def is_right_to_left(text: str) -> bool:
    """Whether the first letter of a script that has a direction runs from right to left."""
    for letter in text:
        code = ord(letter)
        if 0x0590 <= code <= 0x08FF or 0xFB1D <= code <= 0xFDFF or 0xFE70 <= code <= 0xFEFF:
            return not letter.isdecimal()
        if letter.isalpha():
            return False
    return False


def language_of(words: Iterable[str]) -> str:
    """The ISO 639-1 code of the language that the words are in, "" where they are too few or do not say.

    A Latin-script text speaks through its function words: a fifteenth of all words, and several different ones.
    """
    counts = Counter([word.strip(_TRIM).lower() for word in words])
    scripts: Counter[str] = Counter()
    speaks: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    total = 0
    for bare, count in counts.items():
        if not bare or not bare[0].isalpha():
            continue
        total += count
        if ord(bare[0]) > 0x36F and not 0x1E00 <= ord(bare[0]) <= 0x1EFF:
            scripts[_script(bare)] += count
            continue
        for code in _SPEAKS.get(bare) or _elided(bare):
            speaks[code] += count
            kinds[code] += 1
    if scripts and scripts.total() > 0.4 * total:
        return scripts.most_common(1)[0][0]
    return _strongest(speaks, kinds, total)


_ELIDED = {
    "l": ("fr", "it"),
    "d": ("fr", "it"),
    "qu": ("fr",),
    "n": ("fr", "rw"),
    "s": ("fr",),
    "y": ("rw",),
    "w": ("rw",),
    "by": ("rw",),
    "ry": ("rw",),
    "cy": ("rw",),
}


def _elided(bare: str) -> tuple[str, ...]:
    """The languages in which the letters before an apostrophe are a function word."""
    head, apostrophe, _ = bare.replace("’", "'").partition("'")
    return _ELIDED.get(head, ()) if apostrophe else ()


def _strongest(speaks: Counter[str], kinds: Counter[str], total: int) -> str:
    """The language with most function words, if they are enough: a table may hold a `per` or an `in` many times."""
    if not speaks:
        return ""
    (code, hits), *rest = speaks.most_common(2)
    if hits < 2 or hits < total / 15 or (rest and rest[0][1] == hits) or kinds[code] < (2 if code == "en" else 3):
        return ""
    return code


def _script(word: str) -> str:
    code = ord(word[0])
    found = next((name for first, last, name in _SCRIPTS if first <= code <= last), "")
    if found == "ar" and not _URDU.isdisjoint(word):
        return "ur"
    if found == "ar" and not _PERSIAN.isdisjoint(word):
        return "fa"
    return found
