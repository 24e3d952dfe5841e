import pytest

from extractor.articles.language import language_notices

ENGLISH = "A dam burst above Ruvenna on Sunday, the governor said, and forty people were killed in the valley. "
GERMAN = "Der Damm brach am Sonntag oberhalb von Ruvenna, sagte die Gouverneurin. Vierzig Menschen starben im Tal. "
DUTCH = "De dam brak zondag boven Ruvenna, zei de gouverneur. We hadden geen waarschuwing, zei ze, en het was laat. "
CHINESE = "周日，鲁文纳上游的一座大坝决堤，州长说。至少四十人丧生，一千二百人流离失所。" * 3


def test_english_is_english():
    assert language_notices(ENGLISH * 4) == ()
    assert language_notices(ENGLISH * 2 + GERMAN) == ()


@pytest.mark.parametrize("text", [GERMAN * 5, DUTCH * 5, CHINESE * 3])
def test_what_is_not_english_gets_a_warning(text):
    assert [n.code for n in language_notices(text)] == ["not_english"]


@pytest.mark.parametrize("text", ["", "Ruvenna", GERMAN, "1,200 | 40 | 52 " * 100])
def test_too_little_says_nothing(text):
    assert language_notices(text) == ()
