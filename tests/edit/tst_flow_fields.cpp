// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/edit/flow_text.h"
#include "engine/json/json.h"
#include "tests/edit/edited.h"

#include <QTest>

using namespace batuta;
using namespace batuta::edit;
using batuta::test::edited;

namespace {

FieldPath pathOf(const QString &text)
{
    FieldPath path;
    for (const QString &part : text.split('/', Qt::SkipEmptyParts))
        path.push_back(part.toStdString());
    return path;
}

} // namespace

class TestFlowFields : public QObject
{
    Q_OBJECT

private slots:
    void setsValues_data();
    void setsValues();
    void setsWhatIsTyped_data();
    void setsWhatIsTyped();
    void removesFields_data();
    void removesFields();
    void renamesKeys_data();
    void renamesKeys();
    void appendsItems_data();
    void appendsItems();
};

void TestFlowFields::setsValues_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *path, const char *value,
                        const char *expected) { QTest::newRow(name) << text << path << value << expected; };
    row("a number", "a: 1 # one\nb: 2\n", "a", "7", "a: 7 # one\nb: 2\n");
    row("a text in its quotes", "a: 'x' # c\n", "a", "\"it's\"", "a: 'it''s' # c\n");
    row("double quotes stay", "a: \"x\"\n", "a", "\"y\"", "a: \"y\"\n");
    row("plain stays plain", "a: x\n", "a", "\"some words\"", "a: some words\n");
    row("quotes where needed", "a: x\n", "a", "\"5\"", "a: \"5\"\n");
    row("quotes for a colon", "a: x\n", "a", "\"b: c\"", "a: \"b: c\"\n");
    row("an expression is quoted", "s:\n  a: {}\n", "s/b", "\"${{ input.x }}\"",
        "s:\n  a: {}\n  b: \"${{ input.x }}\"\n");
    row("nothing becomes something", "a:\nb: 2\n", "a", "5", "a: 5\nb: 2\n");
    row("nothing with a comment", "a: # why\nb: 2\n", "a", "5", "a: 5 # why\nb: 2\n");
    row("something becomes nothing", "a: 5\n", "a", "null", "a: null\n");
    row("a mapping in place of a word", "s:\n  a: x # c\n  b: 1\n", "s/a", R"({"k":1,"l":[1,2]})",
        "s:\n  a: # c\n    k: 1\n    l:\n      - 1\n      - 2\n  b: 1\n");
    row("a word in place of a mapping", "s:\n  a: # c\n    k: 1\n    l: 2\n  b: 1\n", "s/a", "\"x\"",
        "s:\n  a: x # c\n  b: 1\n");
    row("one member of many", "s:\n  a:\n    k: 1 # one\n    # two\n    l: 2\n", "s/a", R"({"k":1,"l":3})",
        "s:\n  a:\n    k: 1 # one\n    # two\n    l: 3\n");
    row("members come and go", "s:\n  a:\n    k: 1 # one\n    l: 2\n  b: 1\n", "s/a", R"({"k":1,"m":3})",
        "s:\n  a:\n    k: 1 # one\n    m: 3\n  b: 1\n");
    row("the way there", "steps:\n  a:\n    set: {}\n", "steps/a/retry/backoff/first", "\"1s\"",
        "steps:\n  a:\n    set: {}\n    retry:\n      backoff:\n        first: 1s\n");
    row("in flow style", "s: {a: 1, b: 2} # c\n", "s/b", "\"x, y\"", "s: {a: 1, b: \"x, y\"} # c\n");
    row("a member in flow style", "s: {a: 1}\n", "s/b", R"({"k":[1]})", "s: {a: 1, b: {k: [1]}}\n");
    row("the first in flow style", "s: {}\n", "s/b", "1", "s:\n  b: 1\n");
    row("the first within flow style", "x: {s: {}}\n", "x/s/b", "1", "x: {s: {b: 1}}\n");
    row("the flow style stays", "s: [a, b]\n", "s", R"(["a","c","d"])", "s: [a, c, d]\n");
    row("the block stays", "s:\n- a # first\n- b\nt: 1\n", "s", R"(["a","b","c"])",
        "s:\n- a # first\n- b\n- c\nt: 1\n");
    row("one item goes", "s:\n  - a # first\n  - b\n  - c\n", "s", R"(["a","c"])",
        "s:\n  - a # first\n  - c\n");
    row("an item of a list", "s:\n  - {if: x, reason: y}\n", "s/0/reason", "\"z\"",
        "s:\n  - {if: x, reason: z}\n");
    row("an item's member", "s:\n  - if: x\n    reason: y\n  - if: z\n", "s/0/reason", "\"w\"",
        "s:\n  - if: x\n    reason: w\n  - if: z\n");
    row("a new member of an item", "s:\n  - if: x\n  - if: z\n", "s/0/reason", "\"w\"",
        "s:\n  - if: x\n    reason: w\n  - if: z\n");
    row("lines become a block", "a: x\n", "a", R"("one\ntwo\n")", "a: |\n  one\n  two\n");
    row("a block stays a block", "a: | # c\n  one\n  two\n\nb: 1\n", "a", R"("three")",
        "a: |- # c\n  three\n\nb: 1\n");
    row("a folded text stays folded", "a: >-\n  one\n  two\nb: 1\n", "a", R"("x\ny")",
        "a: >-\n  x\n\n  y\nb: 1\n");
    row("a number in place of a block", "a: | # c\n  one\n\n  two\nb: 1\n", "a", "5", "a: 5 # c\nb: 1\n");
    row("no break at the end", "a: 1\nb:\n  c: 1", "b/d", "2", "a: 1\nb:\n  c: 1\n  d: 2");
    row("windows", "a: 1\r\nb:\r\n  c: 1\r\n", "b/d", "[1]", "a: 1\r\nb:\r\n  c: 1\r\n  d:\r\n    - 1\r\n");
    row("document marks", "---\na: 1\n...\n", "b", "2", "---\na: 1\nb: 2\n...\n");
    row("a wide indent", "steps:\n    a:\n        x: 1\n", "steps/a/y/z", "1",
        "steps:\n    a:\n        x: 1\n        y:\n            z: 1\n");
    row("letters of all kinds", "á: 'ção' # ñ\nb: 1\n", "á", "\"ü\"", "á: 'ü' # ñ\nb: 1\n");
    row("a tag goes with its value", "a: !!str 5\n", "a", "6", "a: 6\n");
    row("an anchor stays", "a: &x 5\n", "a", "6", "a: &x 6\n");
    row("a shared value is refused", "a: &x {k: 5}\nb: *x\n", "a/k", "6", "refused: flow.contradiction");
    row("through an alias is refused", "a: &x {k: 5}\nb: *x\n", "b/k", "6", "refused: flow.contradiction");
    row("the alias itself may go", "a: &x {k: 5}\nb: *x # c\n", "b", "6", "a: &x {k: 5}\nb: 6 # c\n");
    row("beside an alias", "a: &x {k: 5}\nb: {v: *x, w: 1}\n", "b", R"({"v":{"k":5},"w":2})",
        "a: &x {k: 5}\nb: {v: *x, w: 2}\n");
    row("the same changes nothing", "a: {k: 0x10, l: ~}\n", "a", R"({"k":16,"l":null})",
        "a: {k: 0x10, l: ~}\n");
    row("a comment below the key", "a:\n  # why\n  x\nb: 1\n", "a", "\"y\"", "a:\n  # why\n  y\nb: 1\n");
    row("a quoted key", "\"a b\": 1\n", "a b", "2", "\"a b\": 2\n");
    row("a key that needs quotes", "s:\n  a: 1\n", "s/b: c", "2", "s:\n  a: 1\n  \"b: c\": 2\n");
    row("a flow's key has its place", "batuta: 1\nname: x\n\nsteps:\n  a: {}\n", "deadline", "\"5s\"",
        "batuta: 1\nname: x\ndeadline: 5s\n\nsteps:\n  a: {}\n");
    row("a member of a word", "a: 5\n", "a/b", "2", "refused: flow.wrong_type");
}

void TestFlowFields::setsValues()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const json::Value wanted = *json::parse(value.toStdString());
    const auto change = [&](const FlowText &flow) { return flow.setValue(pathOf(path), wanted); };
    const QString result = edited(text, change);
    QCOMPARE(result, expected);
    if (!expected.startsWith("refused"))
        QCOMPARE(json::write(*FlowText::read(result.toStdString(), "")->valueAt(pathOf(path))),
                 json::write(wanted));
}

void TestFlowFields::setsWhatIsTyped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("yaml");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *path, const char *yaml,
                        const char *expected) { QTest::newRow(name) << text << path << yaml << expected; };
    row("a block", "s:\n  a: 1 # c\n", "s/a", "k: 'x' # mine\nl:\n- 1\n",
        "s:\n  a: # c\n    k: 'x' # mine\n    l:\n    - 1\n");
    row("a comment above", "s:\n  a:\n    z: 1\n", "s/a", "# mine\nk: 1\n",
        "s:\n  a:\n    # mine\n    k: 1\n");
    row("a number", "s:\n  a:\n    z: 1\n", "s/a", "5", "s:\n  a: 5\n");
    row("nothing", "s:\n  a: 1\n", "s/a", "", "s:\n  a:\n");
    row("into flow style", "s: {a: 1, b: 2}\n", "s/a", "k: 1\nl: [x]\n", "s: {a: {k: 1, l: [x]}, b: 2}\n");
    row("a literal text", "s:\n  a: 1\n", "s/a", "|\n  one\n   two\n", "s:\n  a: |\n    one\n     two\n");
    row("flow over lines", "s:\n  a: 1\n", "s/a", "{\n  k: 1\n}\n", "s:\n  a: {\n    k: 1\n  }\n");
    row("a new key", "s:\n  a: 1\n", "s/b", "k: 1 # x", "s:\n  a: 1\n  b:\n    k: 1 # x\n");
    row("a long way", "s:\n  a: 1\n", "t/u/v", "[1, 2]", "s:\n  a: 1\nt:\n  u:\n    v: [1, 2]\n");
    row("an item", "s:\n  - a: 1\n    b: 2\n  - c\n", "s/0", "x: 1\ny: 2", "s:\n  - x: 1\n    y: 2\n  - c\n");
    row("above blanks at an open end", "s:\n  a: 1\n  ", "s", ">-\n  x\n  y\n", "s: \"x y\"\n  ");
    row("broken", "s: 1\n", "s", "[1", "refused: yaml.syntax");
    row("two documents", "s: 1\n", "s", "---\na\n---\nb", "refused: yaml.syntax");
}

void TestFlowFields::setsWhatIsTyped()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    QFETCH(QString, yaml);
    QFETCH(QString, expected);
    const auto change = [&](const FlowText &flow) { return flow.setRaw(pathOf(path), yaml.toStdString()); };
    QCOMPARE(edited(text, change), expected);
}

void TestFlowFields::removesFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *text, const char *path, const char *expected) {
        QTest::newRow(name) << text << path << expected;
    };
    row("with its comments", "a: 1\n# of b\nb: 2 # two\nc: 3\n", "b", "a: 1\nc: 3\n");
    row("a comment further up stays", "a: 1\n# stays\n\nb: 2\nc: 3\n", "b", "a: 1\n# stays\n\nc: 3\n");
    row("one blank line goes", "a: 1\n\nb: 2\n\nc: 3\n", "b", "a: 1\n\nc: 3\n");
    row("the last", "a: 1\n\nb: 2\n", "b", "a: 1\n");
    row("the last, no break at the end", "a: 1\nb: 2", "b", "a: 1");
    row("below a text, no break at the end", "s:\n  a: |\n    x\n  b: 2", "s/b", "s:\n  a: |\n    x\n");
    row("below a text that loses its break", "s:\n  a: |-\n    x\n  b: 2", "s/b", "s:\n  a: |-\n    x");
    row("below a text that keeps blanks", "s:\n  a: |+\n    x\n\n  b: 2\n", "s/b", "s:\n  a: |+\n    x\n\n");
    row("what is left empty goes", "s:\n  a:\n    r: {x: {y: 1}}\n    t: 1\n", "s/a/r/x/y",
        "s:\n  a:\n    t: 1\n");
    row("a step stays", "steps:\n  a:\n    t: 1 # c\n  b: {}\n", "steps/a/t", "steps:\n  a: {}\n  b: {}\n");
    row("in flow style", "s: {a: 1, b: 2, c: 3}\n", "s/b", "s: {a: 1, c: 3}\n");
    row("the first in flow style", "s: {a: 1, b: 2}\n", "s/a", "s: {b: 2}\n");
    row("the last in flow style", "s: {a: 1, b: 2}\n", "s/b", "s: {a: 1}\n");
    row("an item", "s: [a, b, c]\n", "s/1", "s: [a, c]\n");
    row("flow over lines", "s: {\n  a: 1, # one\n  b: 2, # two\n  c: 3\n}\n", "s/b",
        "s: {\n  a: 1, # one\n  c: 3\n}\n");
    row("the first beside a dash", "s:\n  - a: 1\n    b: 2\n", "s/0/a", "s:\n  - b: 2\n");
    row("an item over lines", "s:\n  - a: 1\n    b: 2\n  - c\n", "s/0", "s:\n  - c\n");
    row("a shared value is refused", "a: &x 1\nb: *x\n", "a", "refused: flow.contradiction");
    row("unknown", "a: 1\n", "b", "refused: flow.missing_key");
}

void TestFlowFields::removesFields()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    QFETCH(QString, expected);
    QCOMPARE(edited(text, [&](const FlowText &flow) { return flow.removeField(pathOf(path)); }), expected);
}

void TestFlowFields::renamesKeys_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("expected");
    QTest::newRow("plain") << "s: {a: 1} # c\n"
                           << "s/a"
                           << "b"
                           << "s: {b: 1} # c\n";
    QTest::newRow("quoted") << "'a': 1\n"
                            << "a"
                            << "b"
                            << "'b': 1\n";
    QTest::newRow("needs quotes") << "a: 1\n"
                                  << "a"
                                  << "b: c"
                                  << "\"b: c\": 1\n";
    QTest::newRow("taken") << "a: 1\nb: 2\n"
                           << "a"
                           << "b"
                           << "refused: yaml.duplicate_key";
}

void TestFlowFields::renamesKeys()
{
    QFETCH(QString, text);
    QFETCH(QString, path);
    QFETCH(QString, key);
    QFETCH(QString, expected);
    const auto change = [&](const FlowText &flow) { return flow.renameKey(pathOf(path), key.toStdString()); };
    QCOMPARE(edited(text, change), expected);
}

void TestFlowFields::appendsItems_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("block") << "a:\n  - 1 # c\nb: 1\n"
                           << "a:\n  - 1 # c\n  - x\nb: 1\n";
    QTest::newRow("flow") << "a: [1]\n"
                          << "a: [1, x]\n";
    QTest::newRow("empty") << "a: []\n"
                           << "a:\n  - x\n";
    QTest::newRow("nothing") << "a:\n"
                             << "a:\n  - x\n";
    QTest::newRow("not there") << "b: 1\n"
                               << "b: 1\na:\n  - x\n";
    QTest::newRow("no list") << "a: 5\n"
                             << "refused: flow.wrong_type";
}

void TestFlowFields::appendsItems()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);
    QCOMPARE(edited(text, [](const FlowText &flow) { return flow.appendItem({"a"}, "x"); }), expected);
}

QTEST_APPLESS_MAIN(TestFlowFields)
#include "tst_flow_fields.moc"
