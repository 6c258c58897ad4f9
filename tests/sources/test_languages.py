"""In which language a text is: an English article is never lost, whatever it quotes."""

import gzip
import json
from pathlib import Path

import pytest

from dateline.errors import OtherLanguage
from dateline.sources import SourceOptions, article_from_text, read_article
from dateline.sources.languages import language_of

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data" / "articles"
OTHERS = {
    "fr": "Le président de la République a déclaré mardi que les négociations entre les deux pays reprendraient lundi. On a besoin de temps, a-t-il dit à la presse.",
    "de": "Der Außenminister erklärte am Dienstag, die Gespräche zwischen den beiden Ländern würden in der nächsten Woche wieder aufgenommen.",
    "nl": "De minister zei dinsdag dat de gesprekken tussen de twee landen volgende week worden hervat. Het is van belang dat we over de zaak praten, zei hij, en dat is nu of nooit.",
    "es": "El ministro de Asuntos Exteriores dijo el martes que las conversaciones entre los dos países se reanudarán la próxima semana.",
    "ru": "Министр иностранных дел заявил во вторник, что переговоры между двумя странами возобновятся на следующей неделе.",
    "zh": "外交部长星期二表示，两国之间的会谈将于下周恢复。他在北京对记者说，各方都应遵守协议，并呼吁国际社会发挥建设性作用。双方将继续就有关问题保持沟通，推动局势尽快缓和下来。",
    "ar": "قال وزير الخارجية يوم الثلاثاء إن المحادثات بين البلدين ستستأنف الأسبوع المقبل. وأضاف في مؤتمر صحفي أن على جميع الأطراف احترام الاتفاق.",
    "sw": "Waziri wa Mambo ya Nje alisema Jumanne kwamba mazungumzo kati ya nchi hizo mbili yataanza tena wiki ijayo. Pande zote zinapaswa kuheshimu makubaliano.",
}
ENGLISH = (
    "“Nous avons besoin de temps pour que les négociations reprennent,” the minister told reporters in Paris. “Il faut que toutes les parties "
    "respectent l'accord,” he added. The talks between the two countries are to resume next week, and he said that “la situation est grave.”"
)


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_told(code):
    assert language_of(OTHERS[code]) == code


@pytest.mark.parametrize("text", [ENGLISH, "The ministers met on Monday, and they said that the talks would go on."])
def test_english_with_foreign_words_is_english(text):
    assert language_of(text) == "en"


@pytest.mark.parametrize("text", ["", "Missile fired", "Ja, natürlich", "会谈", "12:30 14:45 — 3,2"])
def test_of_too_little_nothing_is_said(text):
    assert language_of(text) is None


def test_what_is_surely_not_english_is_passed_over_unless_asked_for(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text(OTHERS["de"], encoding="utf-8")
    with pytest.raises(OtherLanguage) as caught:
        read_article(path, SourceOptions(any_language=False))
    assert caught.value.language == "de"
    assert read_article(path).language == "de"
    assert article_from_text(OTHERS["de"]).language == "de"


@pytest.mark.skipif(not SHARED.is_dir(), reason=f"{SHARED} is missing: the real articles are not at hand")
def test_no_real_english_article_is_lost():
    for path in sorted(SHARED.glob("*.jsonl.gz")):
        with gzip.open(path) as lines:
            lost = [n for n, line in enumerate(lines, 1) if n % 5 == 0 and language_of(json.loads(line)["text"]) != "en"]
        assert lost == [], path.name
