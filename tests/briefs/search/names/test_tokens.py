import pytest

from briefs.search.folding import fold
from briefs.search.names.tokens import name_token, name_words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Adel Abdul Mahdi", "Adel Abdelmahdi"),
        ("Abd al-Aziz", "Abdulaziz"),
        ("Hassan Nasrallah", "Hassan Nasr Allah"),
        ("Nur al-Din", "Nour Eddine"),
        ("Emadeddin", "Emadoddin"),
        ("Abu Fadak", "Abou Fadak"),
        ("Ahmed ibn Ali", "Ahmed bin Ali"),
        ("Mc Gurk", "McGurk"),
        ("Sheikh Ahmed", "Dr. Ahmed"),
        ("as-Sadr", "al-Sadr"),
        ("alsadr", "al-Sadr"),
        ("عبد العزيز", "عبدالعزيز"),
    ],
)
def test_compounds_titles_and_articles_are_parted_in_one_way(one: str, other: str) -> None:
    sounds = [[name_token(word).skeleton for word in name_words(name)] for name in (one, other)]
    assert sounds[0] == sounds[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [("qasim", "kasim"), ("sudani", "soudani"), ("khazali", "ghazali"), ("chia", "shia"), ("djamal", "jamal"),
     ("mussa", "musa"), ("fatimah", "fatima")],
)  # fmt: skip
def test_romanisations_of_one_sound_fold_alike(one: str, other: str) -> None:
    assert name_token(one).folded == name_token(other).folded


@pytest.mark.parametrize(("one", "other"), [("hassan", "hussein"), ("muhammad", "mahmoud"), ("salim", "salam")])
def test_names_that_differ_in_vowels_alone_share_a_skeleton_but_no_fold(one: str, other: str) -> None:
    assert name_token(one).skeleton == name_token(other).skeleton
    assert name_token(one).folded != name_token(other).folded


@pytest.mark.parametrize(
    ("arabic", "latin"), [("قاسم", "qassem"), ("سليماني", "soleimani"), ("الخزعلي", "khazali"), ("بدر", "badr"),
                          ("فدك", "fadak"), ("حسن", "hasan"), ("خزعلی", "khazali")],
)  # fmt: skip
def test_arabic_script_has_the_consonants_of_its_romanisation(arabic: str, latin: str) -> None:
    token = name_token(fold(arabic))
    assert token.skeleton == name_token(latin).skeleton
    assert token.unvowelled


def test_a_name_of_titles_alone_keeps_them() -> None:
    assert name_words("al-Hajj") == ["al", "hajj"]


@pytest.mark.parametrize(
    ("chat", "press"),
    [
        ("7asbaya", "Hasbaya"),
        ("da3wa", "Dawa"),
        ("qa2ed", "Qaed"),
        ("5az3ali", "Khazali"),
        ("2ays", "Qays"),
        ("el da7ye", "el-Dahye"),
        ("nasralalh", "Nasrallah"),
    ],
)
def test_chat_spellings_and_swapped_letters_are_read_as_press_spellings(chat: str, press: str) -> None:
    assert name_words(chat) == name_words(press)


@pytest.mark.parametrize("word", ["5th", "7th", "cop27", "2023", "39", "t72"])
def test_numbers_stay_numbers(word: str) -> None:
    assert name_words(word) == [word]


@pytest.mark.parametrize("name", ["musallam", "muhallab", "elmira", "elliot", "5kg", "2x2", "3v3", "elham"])
def test_names_and_measures_that_look_like_others_stay_whole(name: str) -> None:
    assert name_words(name) == [name]


def test_of_a_chat_letter_after_an_article_something_remains() -> None:
    assert name_words("al3") == ["al"]


@pytest.mark.parametrize(
    ("chat", "words"),
    [("l3amri", ["amri"]), ("el7ashed", ["hashed"]), ("al6af", ["altaf"]), ("7a2", ["haq"]), ("2ays", ["qays"])],
)
def test_an_article_before_a_chat_letter_is_left_out_where_a_name_remains(chat: str, words: list[str]) -> None:
    assert name_words(chat) == words


@pytest.mark.parametrize("slip", ["nasrullaah", "nasrsllah", "nasralah"])
def test_the_end_of_a_compound_is_seen_in_spite_of_a_slip(slip: str) -> None:
    assert name_words(slip)[-1] == "allah"
