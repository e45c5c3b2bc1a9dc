// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/env_yaml.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::env;
using batuta::test::shown;

namespace {

QString reading(const QByteArray &text)
{
    const Parsed parsed =
        parseEnvYaml(std::string_view(text.data(), static_cast<std::size_t>(text.size())), "e.yaml");
    QStringList lines;
    for (const Entry &entry : parsed.entries)
        lines << shown(entry.key) + "=[" + shown(entry.value) + "]";
    for (const Error &problem : parsed.problems)
        lines << QString("%1:%2 %3")
                     .arg(problem.place.line)
                     .arg(problem.place.column)
                     .arg(shown(codeName(problem.code)));
    return lines.join('\n');
}

} // namespace

class TestEnvYaml : public QObject
{
    Q_OBJECT

private slots:
    void readsFlatMaps_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("quoted", "A: \"x\"\nB: 'y'\n", "A=[x]\nB=[y]");
        row("unquoted", "A: x y\n", "A=[x y]");
        row("number by its text", "A: 8080\nB: 0x10\nC: 1.50\n", "A=[8080]\nB=[0x10]\nC=[1.50]");
        row("boolean by its text", "A: true\nB: on\nC: No\n", "A=[true]\nB=[on]\nC=[No]");
        row("null by its text", "A: null\nB: ~\nC: NULL\n", "A=[null]\nB=[~]\nC=[NULL]");
        row("no value", "A:\nB: \"\"\n", "A=[]\nB=[]");
        row("comments", "# x\nA: x # y\n", "A=[x]");
        row("quote in single quotes", "A: 'it''s'", "A=[it's]");
        row("quotes in double quotes", "A: \"\\\"x\\\\\"", "A=[\"x\\]");
        row("escapes", "A: \"x\\ny\"\n", "A=[x\ny]");
        row("block", "A: |\n  x\n  y\n", "A=[x\ny\n]");
        row("flow map", "{A: x, B: 'y'}", "A=[x]\nB=[y]");
        row("string tag", "A: !!str 5\n", "A=[5]");
        row("address", "A: https://host:1/x?y=z\n", "A=[https://host:1/x?y=z]");
        row("empty", "", "");
        row("only comments", "# x\n", "");
        row("CRLF", "A: x\r\nB: y\r\n", "A=[x]\nB=[y]");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "A: x\n",
            "A=[x]");
    }
    void readsFlatMaps()
    {
        QFETCH(QByteArray, text);
        QTEST(reading(text), "expected");
    }

    void refusesWhatIsNotFlatText_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("nested map", "A:\n  x: 1\nB: y\n", "B=[y]\n2:3 env.syntax");
        row("list", "A: [1, [2]]\nB: y\n", "B=[y]\n1:4 env.syntax");
        row("deep", "A: {b: {c: [1, {d: 2}]}}\nB: y\n", "B=[y]\n1:4 env.syntax");
        row("alias", "A: &x 1\nB: *x\n", "A=[1]\n2:4 env.syntax");
        row("duplicate", "A: x\nA: y\nB: z\n", "A=[x]\nB=[z]\n2:1 yaml.duplicate_key");
        row("bad key", "A-B: x\nB: y\n", "B=[y]\n1:1 env.bad_key");
        row("list as key", "? [A]\n: x\nB: y\n", "B=[y]\n1:3 env.syntax");
        row("other tag", "A: !!binary eA==\n", "1:4 env.syntax");
        row("a list", "- A\n- B\n", "1:1 env.syntax");
        row("a word", "hello\n", "1:1 env.syntax");
        row("NUL", "A: \"x\\0y\"\n", "1:4 env.syntax");
        row("two documents", "A: x\n---\nB: y\n", "A=[x]\n0:0 env.syntax");
        row("not UTF-8", "A: \xFF\n", "1:1 env.syntax");
        row("open double quote", "A: \"x\\\"\n", "A=[x\" ]\n1:4 yaml.syntax");
        row("open single quote", "A: 'x''\n", "A=[x' ]\n1:4 yaml.syntax");
        row("not YAML", "A: }\n", "1:4 yaml.syntax");
    }
    void refusesWhatIsNotFlatText()
    {
        QFETCH(QByteArray, text);
        QTEST(reading(text), "expected");
    }

    void survivesDeepNesting()
    {
        const Parsed parsed = parseEnvYaml("A: " + std::string(100'000, '['), "e.yaml");
        QVERIFY(!parsed.problems.empty());
        QVERIFY(parsed.entries.empty());
    }

    void refusesMoreThanOneMebibyte()
    {
        QCOMPARE(reading("A: " + QByteArray(1 << 20, 'x')), QString("1:1 file.too_large"));
    }

    void namesThePlaceOfEachKey()
    {
        const Parsed parsed = parseEnvYaml("# x\nA: 1\nB:\n  2\n", "e.yaml");
        QCOMPARE(parsed.entries.size(), std::size_t(2));
        QCOMPARE(shown(placeText(parsed.entries[1].place)), QString("e.yaml:3:1"));
        QVERIFY(parsed.entries[1].source == Source::YamlFile);
    }
};

QTEST_APPLESS_MAIN(TestEnvYaml)
#include "tst_env_yaml.moc"
