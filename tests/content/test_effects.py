"""Every effect runs as an op, says what it does, and names what it needs."""

from typing import get_args

import pytest

from game.content import effects as E
from game.content.names import Names
from game.engine import terms as T

NAMES = Names({"tools": "Chip tools", "chips": "Chips", "ai": "AI"}, {"eu": "Europe", "japan": "Japan"})
SHORTS = Names({"tools": "TOOLS", "chips": "CHIPS", "ai": "AI"}, {"eu": "EU", "japan": "JAPAN"})

# effect, its op, its sentence, its words on a card
CATALOGUE = [
    (E.Control(op="control", sector="chips", steps=2), (T.OP_CONTROL, 1, 2, 0),
     "Export control on Chips +2.", "Control CHIPS +2."),
    (E.Listing(op="list", sector="ai"), (T.OP_LIST, 2, 1, 0), "Entity listing on AI.", "List AI."),
    (E.Tariff(op="tariff", steps=1), (T.OP_TARIFF, 0, 1, 0), "Your tariff +1.", "Tariff +1."),
    (E.Ease(op="ease", sector="chips"), (T.OP_EASE, 1, 1, 0), "Your own control on Chips −1.", "Ease CHIPS."),
    (E.Erode(op="erode", what="chips"), (T.OP_ERODE, 1, 1, 0),
     "The rival's control on Chips −1.", "Rival's control on CHIPS −1."),
    (E.Erode(op="erode", what="tariff"), (T.OP_ERODE, T.TARIFF_MEASURE, 1, 0),
     "The rival's tariff −1.", "Rival's tariff −1."),
    (E.Align(op="align", bloc="japan", steps=1), (T.OP_ALIGN, 1, 1, 0),
     "Japan: 1 step toward you.", "Align JAPAN +1."),
    (E.Align(op="align", bloc="eu", steps=-2), (T.OP_ALIGN, 0, -2, 0),
     "Europe: 2 steps away from you.", "Align EU −2."),
    (E.NewSource(op="new_source", bloc="eu"), (T.OP_NEW_SOURCE, 0, 1, 0),
     "Supplies from Europe +1, for both sides and for good.", "Supplies from EU +1."),
    (E.Progress(op="progress", sector="ai", points=3), (T.OP_PROGRESS, 2, 3, 0),
     "Progress +3 in AI.", "Progress +3 in AI."),
    (E.Indigenise(op="indigenise", sector="chips", points=2), (T.OP_INDIGENISE, 1, 2, 0),
     "Progress +2 in Chips, and 1 more for each level of the rival's control or listing there.",
     "Progress +2 in CHIPS, +1 per level denied."),
    (E.Setback(op="setback", sector="chips", points=3), (T.OP_SETBACK, 1, 3, 0),
     "The rival's progress −3 in Chips.", "Rival's progress −3 in CHIPS."),
    (E.Programme(op="programme", sector="ai"), (T.OP_PROGRAMME, 2, 1, 0),
     "National programme in AI.", "Programme in AI."),
    (E.Stockpile(op="stockpile", sector="tools", tokens=3), (T.OP_STOCKPILE, 0, 3, 0),
     "Stockpile of Chip tools +3.", "Stockpile TOOLS +3."),
    (E.Workaround(op="workaround", sector="chips"), (T.OP_WORKAROUND, 1, 1, 0),
     "Workaround for Chips: the rival's control counts as one level less.", "Workaround for CHIPS."),
    (E.Enforce(op="enforce", sector="chips"), (T.OP_ENFORCE, 1, 1, 0),
     "The rival loses its workaround for Chips.", "End workaround for CHIPS."),
    (E.Approval(op="approval", who="rival", points=-1), (T.OP_APPROVAL, 0, -1, T.RIVAL),
     "The rival's Approval −1.", "Rival's Approval −1."),
    (E.Budget(op="budget", who="self", points=2), (T.OP_BUDGET, 0, 2, T.SELF), "Budget +2.", "Budget +2."),
    (E.Capital(op="capital", who="both", points=1), (T.OP_CAPITAL, 0, 1, T.BOTH),
     "Both sides: Political Capital +1.", "Both: Political Capital +1."),
    (E.Tension(op="tension", points=-2), (T.OP_TENSION, 0, -2, 0), "Tension −2.", "Tension −2."),
    (E.Showcase(op="showcase", sector="ai"), (T.OP_SHOWCASE, 2, 1, 0),
     "If your output of AI is not behind: Leadership +1, or +2 if the rival lists it or controls one of its"
     " inputs.",
     "If not behind in AI: Leadership +1, +2 if sanctioned."),
    (E.Expose(op="expose"), (T.OP_EXPOSE, 0, 1, 0),
     "Reveal and discard the rival's set contingency.", "Discard rival's contingency."),
    (E.Shock(op="shock", sector="chips", points=2), (T.OP_SHOCK, 1, 2, 0),
     "All foreign offers of Chips −2 this round.", "Foreign CHIPS −2 this round."),
    (E.Spotlight(op="spotlight", sector="ai"), (T.OP_SPOTLIGHT, 2, 1, 0),
     "One more spotlight this round: AI.", "Spotlight on AI."),
    (E.Squeeze(op="squeeze", points=1), (T.OP_SQUEEZE, 0, 1, 0),
     "Each side with a tariff: Approval −1.", "Each side with a tariff: Approval −1."),
    (E.Drift(op="drift"), (T.OP_DRIFT, 0, 1, 0),
     "Every bloc aligned 2 or 3 moves 1 toward the middle.",
     "Every bloc aligned 2 or 3 moves 1 toward the middle."),
    (E.Lobby(op="lobby", points=1), (T.OP_LOBBY, 0, 1, 0),
     "Each side with 3 or more controls and listings: Political Capital −1.",
     "Each side with 3 or more controls and listings: Political Capital −1."),
    (E.Reveal(op="reveal"), (T.OP_REVEAL, 0, 1, 0),
     "Set contingencies are turned face-up; they stay.", "Set contingencies are turned face-up; they stay."),
    (E.Uplift(op="uplift", points=2), (T.OP_UPLIFT, 0, 2, 0),
     "Each side: progress +2 in its lowest upstream sector.",
     "Each side: progress +2 in its lowest upstream sector."),
    (E.Audit(op="audit"), (T.OP_AUDIT, 0, 1, 0),
     "Each side: stockpile +1 of every input in which it is behind.",
     "Each side: stockpile +1 of every input in which it is behind."),
]  # fmt: skip


@pytest.mark.parametrize(("effect", "op", "words", "brief"), CATALOGUE, ids=lambda v: getattr(v, "op", ""))
def test_an_effect_runs_as_its_op_and_says_so(effect, op, words, brief):
    assert effect.emit(NAMES) == op
    assert effect.words(NAMES) == words
    assert effect.brief(SHORTS) == brief


def classes(annotated) -> set[type]:
    return set(get_args(get_args(annotated)[0]))


def test_the_catalogue_above_is_complete():
    assert {type(row[0]) for row in CATALOGUE} == classes(E.CardEffect) | classes(E.HeadlineEffect)


def test_there_are_19_effects_of_cards_and_11_of_headlines():
    assert len(classes(E.CardEffect)) == 19
    assert len(classes(E.HeadlineEffect)) == 11


def test_every_op_of_the_rules_has_one_effect():
    ops = {value for name, value in vars(T).items() if name.startswith("OP_")}
    codes = [effect.code for effect in classes(E.CardEffect) | classes(E.HeadlineEffect)]
    assert sorted(codes) == sorted(ops)


def test_a_question_mark_is_the_target_in_the_op_and_listed_once_in_the_words():
    effects = [
        E.Programme(op="programme", sector="?"),
        E.Progress(op="progress", sector="?", points=3),
    ]
    assert effects[0].emit(NAMES)[1] == T.TARGET
    assert E.words(effects, ["ai", "chips", "tools"], NAMES) == (
        "National programme in AI, Chips or Chip tools.",
        "Progress +3 in that one.",
    )
    assert E.brief(effects, ["ai", "chips"], SHORTS) == "Programme in AI/CHIPS. Progress +3 in that one."


def test_an_effect_names_what_has_to_exist():
    assert E.Align(op="align", bloc="eu", steps=1).names() == (("bloc", "eu", E.BLOC),)
    assert E.Tension(op="tension", points=1).names() == ()
    assert E.Control(op="control", sector="?").asks
    assert not E.Control(op="control", sector="ai").asks
