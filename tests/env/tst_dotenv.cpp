// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/env/dotenv.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::env;
using batuta::test::shown;

namespace {

/// `KEY=[value]` per entry and `line:column code` per problem, one a line.
QString reading(const QByteArray &text)
{
    const Parsed parsed =
        parseDotenv(std::string_view(text.data(), static_cast<std::size_t>(text.size())), ".env");
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

class TestDotenv : public QObject
{
    Q_OBJECT

private slots:
    void readsEachRule_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
        };
        row("plain", "BASIC=basic", "BASIC=[basic]");
        row("no value", "EMPTY=", "EMPTY=[]");
        row("no value, next line", "EMPTY=\nNEXT=1", "EMPTY=[]\nNEXT=[1]");
        row("empty single quotes", "A=''", "A=[]");
        row("empty double quotes", "A=\"\"", "A=[]");
        row("empty backticks", "A=``", "A=[]");
        row("single quotes", "A='x y'", "A=[x y]");
        row("double quotes", "A=\"x y\"", "A=[x y]");
        row("backticks", "A=`x y`", "A=[x y]");
        row("quoted blanks are kept", "A='  x  '", "A=[  x  ]");
        row("unquoted blanks are not", "A=   x   ", "A=[x]");
        row("inner blanks are", "A=x  y", "A=[x  y]");
        row("double in single", "A='say \"hi\"'", "A=[say \"hi\"]");
        row("single in double", "A=\"it's\"", "A=[it's]");
        row("both in backticks", "A=`it's \"x\"`", "A=[it's \"x\"]");
        row("\\n in double quotes", "A=\"x\\ny\"", "A=[x\ny]");
        row("\\r in double quotes", "A=\"x\\ry\"", "A=[x\ry]");
        row("\\n in single quotes", "A='x\\ny'", "A=[x\\ny]");
        row("\\n in backticks", "A=`x\\ny`", "A=[x\\ny]");
        row("\\n unquoted", "A=x\\ny", "A=[x\\ny]");
        row("other escapes stay", "A=\"x\\ty\\\\z\"", "A=[x\\ty\\\\z]");
        row("escaped quote stays escaped", "A=\"x\\\"y\"", "A=[x\\\"y]");
        row("backslash before the last quote", "A='c:\\'\nB=1", "A=[c:\\]\nB=[1]");
        row("lines in double quotes", "A=\"x\ny\nz\"\nB=1", "A=[x\ny\nz]\nB=[1]");
        row("lines in single quotes", "A='x\ny'", "A=[x\ny]");
        row("lines in backticks", "A=`x\ny`", "A=[x\ny]");
        row("comment line", "# A=1\n  # B=2\nC=3", "C=[3]");
        row("inline comment", "A=x # y", "A=[x]");
        row("inline comment without blank", "A=x#y", "A=[x]");
        row("only a comment", "A=#x", "A=[]");
        row("# in quotes", "A=\"x # y\" # z", "A=[x # y]");
        row("comment with quotes", "A=x # it's \"y\"", "A=[x]");
        row("= in the value", "A=x=y==", "A=[x=y==]");
        row("blanks around =", "A = x", "A=[x]");
        row("indented", "   A=x", "A=[x]");
        row("export", "export A=x", "A=[x]");
        row("export, many blanks", "export   A=x", "A=[x]");
        row("a key called export", "export=x", "export=[x]");
        row("colon", "A: x", "A=[x]");
        row("colon, quoted", "A: 'x y'", "A=[x y]");
        row("colon without blank", "A:x", "1:1 env.syntax");
        row("CRLF", "A=x\r\nB=y\r\n", "A=[x]\nB=[y]");
        row("CR", "A=x\rB=y", "A=[x]\nB=[y]");
        row("CRLF in quotes", "A=\"x\r\ny\"", "A=[x\ny]");
        row("byte order mark",
            "\xEF\xBB\xBF"
            "A=x",
            "A=[x]");
        row("later wins, both are told", "A=1\nA=2", "A=[1]\nA=[2]");
        row("JSON", "A={\"x\": \"y\"}", "A=[{\"x\": \"y\"}]");
        row("address", "A=https://u:p@host:1/x?y=z", "A=[https://u:p@host:1/x?y=z]");
        row("open quote", "A=\"x\nB=y", "A=[\"x]\nB=[y]");
        row("open quote, \\n still counts", "A=\"x\\ny", "A=[\"x\ny]");
        row("text after the quote", "A='x' y", "A=['x' y]");
        row("two quoted words", "A=\"x\" \"y\"", "A=[x\" \"y]");
        row("no assignment", "hello\nA=1", "A=[1]\n1:1 env.syntax");
        row("no key", "=x", "1:1 env.syntax");
        row("key with a dash", "A-B=x", "1:1 env.bad_key");
        row("key with a dot", "  A.B=x", "1:3 env.bad_key");
        row("key with a digit first", "1A=x", "1:1 env.bad_key");
        row("digits inside", "A1_2=x", "A1_2=[x]");
        row("accents in values", "A=maçã", "A=[maçã]");
        row("hard blanks", "A=\xC2\xA0x\xC2\xA0", "A=[x]");
        row("nothing", "", "");
    }
    void readsEachRule()
    {
        QFETCH(QByteArray, text);
        QTEST(reading(text), "expected");
    }

    void namesThePlaceOfEachKey()
    {
        const Parsed parsed = parseDotenv("# top\nA='1\n2'\n  export B=3\nñ C=4\n", "x/.env");
        QCOMPARE(parsed.entries.size(), std::size_t(2));
        QCOMPARE(shown(placeText(parsed.entries[0].place)), QString("x/.env:2:1"));
        QCOMPARE(shown(placeText(parsed.entries[1].place)), QString("x/.env:4:10"));
        QVERIFY(parsed.entries[1].source == Source::DotenvFile);
        QCOMPARE(parsed.problems.size(), std::size_t(1));
        QCOMPARE(parsed.problems[0].place.line, 5);
    }

    void neverShowsTheTextOfABadLine()
    {
        const Parsed parsed = parseDotenv("hunter2 is my password\n", ".env");
        QCOMPARE(parsed.problems.size(), std::size_t(1));
        QVERIFY(!shown(errorText(parsed.problems[0])).contains("hunter2"));
    }

    void refusesWhatIsNotText()
    {
        QCOMPARE(reading("A=\xFF"), QString("1:1 env.syntax"));
        QCOMPARE(reading(QByteArray("A=x\0y", 5)), QString("1:1 env.syntax"));
    }

    void refusesMoreThanOneMebibyte()
    {
        QCOMPARE(reading(QByteArray((1 << 20) + 1, 'A')), QString("1:1 file.too_large"));
    }
};

QTEST_APPLESS_MAIN(TestDotenv)
#include "tst_dotenv.moc"
