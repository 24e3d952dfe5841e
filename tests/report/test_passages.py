from hypothesis import given
from hypothesis import strategies as st

from extractor.records import Span
from extractor.report.passages import Passage, Piece, paragraphs, pieces

TEXT = "“One two,” he said.\n\nThree four.\r\n \r\nFive."


def passage(kind, number, start, end):
    return Passage(kind=kind, id=f"{kind[0]}{number}", start=start, end=end)


def test_paragraphs_are_apart_by_an_empty_line():
    assert [span.of(TEXT) for span in paragraphs(TEXT)] == ["“One two,” he said.", "Three four.", "Five."]
    assert [span.of("a\nb\n\n\n\nc\n") for span in paragraphs("a\nb\n\n\n\nc\n")] == ["a\nb", "c\n"]
    assert list(paragraphs(" \n\n ")) == []


def test_overlapping_passages_are_split_at_every_boundary():
    block = Span(start=0, end=10)
    (made,) = pieces([block], [passage("quote", 1, 0, 6), passage("claim", 1, 4, 8), passage("date", 1, 5, 6)])
    assert made == [
        Piece(start=0, end=4, begins=("q1",), inside={"quote": "q1"}),
        Piece(start=4, end=5, begins=("c1",), inside={"quote": "q1", "claim": "c1"}),
        Piece(start=5, end=6, begins=("d1",), inside={"quote": "q1", "claim": "c1", "date": "d1"}),
        Piece(start=6, end=8, begins=(), inside={"claim": "c1"}),
        Piece(start=8, end=10, begins=(), inside={}),
    ]


def test_of_nested_quotes_the_inner_one_shows_and_the_outer_one_comes_back():
    (made,) = pieces([Span(start=0, end=9)], [passage("quote", 1, 0, 9), passage("quote", 2, 3, 6)])
    assert [piece.inside["quote"] for piece in made] == ["q1", "q2", "q1"]


def test_a_passage_over_two_paragraphs_goes_on_and_begins_once():
    made = list(pieces([Span(start=0, end=4), Span(start=6, end=9)], [passage("quote", 1, 2, 8)]))
    assert [[(p.start, p.end, p.begins, p.inside) for p in block] for block in made] == [
        [(0, 2, (), {}), (2, 4, ("q1",), {"quote": "q1"})],
        [(6, 8, (), {"quote": "q1"}), (8, 9, (), {})],
    ]


@given(
    st.lists(st.tuples(st.sampled_from(["quote", "claim", "date"]), st.integers(0, 40), st.integers(1, 9)), max_size=12)
)
def test_pieces_are_the_blocks_and_show_what_is_there(found):
    passages = [passage(kind, n, start, start + length) for n, (kind, start, length) in enumerate(found)]
    blocks = [Span(start=0, end=15), Span(start=17, end=60)]
    for block, made in zip(blocks, pieces(blocks, passages), strict=True):
        assert [made[0].start, *[p.end for p in made]] == [*[p.start for p in made], block.end]
        for piece in made:
            here = {p.kind for p in passages if p.start <= piece.start and piece.end <= p.end}
            assert set(piece.inside) == here
            assert not [p for p in passages if piece.start < p.start < piece.end or piece.start < p.end < piece.end]
