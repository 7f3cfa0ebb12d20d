"""Which classes become which, in words and as a table."""

from __future__ import annotations

import pytest

from neon_aop.core.errors import ParameterError, TableError
from neon_aop.core.files.raster.categories import Categories
from neon_aop.core.methods.mergerules import KnownClasses, MergeRule, merge, parse_rules, read_rules

CATEGORIES = Categories(
    {1: "Water", 2: "vegetation, dense", 3: "a+b=c", 4: "grass", 6: "grass", 7: "vegetation"},
    {1: (0, 0, 255), 4: (9, 9, 9)},
)
KNOWN = KnownClasses([1, 2, 3, 4, 5, 6, 7], CATEGORIES)


def parsed(text):
    return parse_rules(text, KNOWN)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2+4=forest, 5=road", [MergeRule((2, 4), name="forest"), MergeRule((5,), name="road")]),
        ("  2 + 4 = dense forest ;5= road;", [MergeRule((2, 4), name="dense forest"), MergeRule((5,), name="road")]),
        ("2+4=forest\n\n5=road\r\n", [MergeRule((2, 4), name="forest"), MergeRule((5,), name="road")]),
        ("2+4=7", [MergeRule((2, 4), number=7)]),
        ('2+4="7"', [MergeRule((2, 4), name="7")]),
        ("2+2+4=x", [MergeRule((2, 4), name="x")]),
        ("water=lake", [MergeRule((1,), name="lake")]),
        ("1 Water+5=lake", [MergeRule((1, 5), name="lake")]),
        ("grass=lawn", [MergeRule((4, 6), name="lawn")]),
        ("vegetation, dense+5=forest, 1=lake", [MergeRule((2, 5), name="forest"), MergeRule((1,), name="lake")]),
        ("5=x, vegetation, dense=forest", [MergeRule((5,), name="x"), MergeRule((2,), name="forest")]),
        ("vegetation=x", [MergeRule((7,), name="x")]),
        ("a+b=c=x", [MergeRule((3,), name="x")]),
        ('"a+b=c"=x', [MergeRule((3,), name="x")]),
        ('"Vegetation, dense" + 5 = "1=2, ""3"""', [MergeRule((2, 5), name='1=2, "3"')]),
        ("'grass'='x;y'", [MergeRule((4, 6), name="x;y")]),
        ("“grass”=“x;y”", [MergeRule((4, 6), name="x;y")]),
        ("5=road, paved", [MergeRule((5,), name="road, paved")]),
        ("5=road, paved, 6=x", [MergeRule((5,), name="road, paved"), MergeRule((6,), name="x")]),
        ("5=road,", [MergeRule((5,), name="road")]),
        ("5=road #1b7837", [MergeRule((5,), name="road", colour=(0x1B, 0x78, 0x37))]),
        (
            '5="road #1" #1B7837, 6=x',
            [MergeRule((5,), name="road #1", colour=(27, 120, 55)), MergeRule((6,), name="x")],
        ),
        ("5=#ff0000", [MergeRule((5,), colour=(255, 0, 0))]),
        ("2+4=7 #ff0000", [MergeRule((2, 4), number=7, colour=(255, 0, 0))]),
        ("5=C+D", [MergeRule((5,), name="C+D")]),
        ("", []),
        (" ,; \n", []),
    ],
)
def test_words(text, expected):
    assert parsed(text) == expected


@pytest.mark.parametrize(
    "text", ["2", "2+4", "=x", "2+=x", "2=", "2=,4=x", "2=4=x", '2="x" y', '2="x', "+2=x", "forest"]
)
def test_what_cannot_be_understood_is_shown(text):
    with pytest.raises(ParameterError, match="cannot be understood from|There is no class"):
        parsed(text)


def test_class_that_is_not_there_is_said_with_those_that_are():
    with pytest.raises(
        ParameterError, match="There is no class “8”; choose from these: 1 Water; 2 vegetation, dense; 3"
    ):
        parsed("8=x")
    with pytest.raises(ParameterError, match="There is no class “5”"):
        parsed('"5"=x')


def test_text_without_end_is_refused():
    with pytest.raises(ParameterError, match="more than 10,000 characters; write them into a table"):
        parsed("5=x" * 10_000)


def test_many_rules_and_names():
    known = KnownClasses(range(1, 1001), Categories({number: f"class, {number}" for number in range(1, 1001)}))
    assert len(parse_rules(", ".join(f"{number}=a,b" for number in range(1, 900)), known)) == 899


def read(tmp_path, text):
    path = tmp_path / "rules.csv"
    path.write_text(text, encoding="utf-8")
    return read_rules(path, KNOWN)


def test_table(tmp_path):
    rules = read(tmp_path, 'Class,New class,name,colour\n2,9,"forest, dense",#1b7837\nWATER,,lake,\n5,9,,\n')
    assert rules == [
        MergeRule((2,), 9, "forest, dense", (27, 120, 55)),
        MergeRule((1,), name="lake"),
        MergeRule((5,), 9),
    ]


def test_table_of_a_spreadsheet_with_some_columns(tmp_path):
    assert read(tmp_path, "sep=;\nclass;name\n4;x\n;\n5;x\n") == [MergeRule((4,), name="x"), MergeRule((5,), name="x")]
    assert read(tmp_path, "class\tnew_class\tcolor\n4\t5\t#000000\n") == [MergeRule((4,), 5, colour=(0, 0, 0))]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("class\n1\n", "is no table of classes to merge"),
        ("name,colour\nx,#000000\n", "is no table of classes to merge"),
        ("class,nmae\n1,x\n", "is no table of classes to merge"),
        ("class,name\n1,x\n8,y\n", r"rules\.csv, row 3: There is no class “8”"),
        ("class,new class\n1,x\n", "row 2: The new class “x” is not a whole number"),
        ("class,colour\n1,red\n", "row 2: The colour “red” cannot be read; write it as #1b7837"),
        ("", "no rows"),
    ],
)
def test_wrong_tables_are_told(tmp_path, text, reason):
    with pytest.raises(TableError, match=reason):
        read(tmp_path, text)


def merged(text):
    return merge(parsed(text), KNOWN, CATEGORIES)


def test_classes_without_rule_stay():
    found = merged("")
    assert found.targets == {number: number for number in range(1, 8)}
    assert found.names == {**CATEGORIES.names, 5: ""}
    assert found.colours == CATEGORIES.colours


def test_merged_class_has_the_lowest_number_and_the_new_name():
    found = merged("7+4+5=park")
    assert [found.targets[number] for number in (4, 5, 7)] == [4, 4, 4]
    assert found.names[4] == "park"
    assert found.colours[4] == (9, 9, 9)


def test_merged_class_takes_the_number_that_is_given_with_what_is_there():
    found = merged("2+5=1")
    assert [found.targets[number] for number in (1, 2, 5)] == [1, 1, 1]
    assert (found.names[1], found.colours[1]) == ("Water", (0, 0, 255))


def test_new_number_takes_name_and_colour_of_the_first():
    found = merged("1+2=20")
    assert found.targets[1] == found.targets[2] == 20
    assert (found.names[20], found.colours[20]) == ("Water", (0, 0, 255))
    assert 1 not in found.names


def test_numbers_can_be_exchanged():
    found = merged("1=2, 2=1")
    assert (found.targets[1], found.targets[2]) == (2, 1)
    assert (found.names[1], found.names[2]) == ("vegetation, dense", "Water")


def test_same_name_makes_one_class():
    assert [merged("5=x, 7=X").targets[number] for number in (5, 7)] == [5, 5]
    assert [merged("5=water").targets[number] for number in (1, 5)] == [1, 1]


def test_colour_alone_changes_nothing_else():
    found = merged("1=#010203")
    assert (found.targets, found.names) == (merged("").targets, merged("").names)
    assert found.colours[1] == (1, 2, 3)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2=x, 2=y", "Class 2 occurs more than once on the left"),
        ("2=1 , 4=1 #ff0000, 5=1 #00ff00", "Class 1 would get two names or colours"),
        ("2=0", "Class 0 cannot be in the result"),
        ("2=65536", "Class 65536 cannot be in the result"),
    ],
)
def test_contradictions_are_told(text, reason):
    with pytest.raises(ParameterError, match=reason):
        merged(text)


def test_class_0_must_get_another_number():
    known = KnownClasses([0, 1], Categories())
    with pytest.raises(ParameterError, match="0 stands for no data; .* such as 0=2"):
        merge([], known, Categories())
    assert merge(parse_rules("0=9", known), known, Categories()).targets == {0: 9, 1: 1}


def test_unclassified_pixels_may_stay():
    categories = Categories({0: "unclassified", 1: "water"})
    known = KnownClasses([0, 1, 2], categories)

    def targets(text):
        return merge(parse_rules(text, known), known, categories).targets

    assert targets("1+2=x") == {0: 0, 1: 1, 2: 1}
    assert targets("2=0") == {0: 0, 1: 1, 2: 0}
    assert targets("unclassified+2=rest") == {0: 2, 1: 1, 2: 2}
    with pytest.raises(ParameterError, match="Class 0 cannot be in the result, .* such as 0=3"):
        targets("0=rest")
