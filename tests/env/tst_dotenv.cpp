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

void addRow(const char *name, const char *text, const char *expected)
{
    QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(expected);
}

void addColumns()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected");
}

} // namespace

class TestDotenv : public QObject
{
    Q_OBJECT

private slots:
    void readsValuesAndQuotes_data()
    {
        addColumns();
        addRow("plain", "BASIC=basic", "BASIC=[basic]");
        addRow("no value", "EMPTY=", "EMPTY=[]");
        addRow("no value, next line", "EMPTY=\nNEXT=1", "EMPTY=[]\nNEXT=[1]");
        addRow("empty single quotes", "A=''", "A=[]");
        addRow("empty double quotes", "A=\"\"", "A=[]");
        addRow("empty backticks", "A=``", "A=[]");
        addRow("single quotes", "A='x y'", "A=[x y]");
        addRow("double quotes", "A=\"x y\"", "A=[x y]");
        addRow("backticks", "A=`x y`", "A=[x y]");
        addRow("quoted blanks are kept", "A='  x  '", "A=[  x  ]");
        addRow("unquoted blanks are not", "A=   x   ", "A=[x]");
        addRow("inner blanks are", "A=x  y", "A=[x  y]");
        addRow("double in single", "A='say \"hi\"'", "A=[say \"hi\"]");
        addRow("single in double", "A=\"it's\"", "A=[it's]");
        addRow("both in backticks", "A=`it's \"x\"`", "A=[it's \"x\"]");
        addRow("\\n in double quotes", "A=\"x\\ny\"", "A=[x\ny]");
        addRow("\\r in double quotes", "A=\"x\\ry\"", "A=[x\ry]");
        addRow("\\n in single quotes", "A='x\\ny'", "A=[x\\ny]");
        addRow("\\n in backticks", "A=`x\\ny`", "A=[x\\ny]");
        addRow("\\n unquoted", "A=x\\ny", "A=[x\\ny]");
        addRow("other escapes stay", "A=\"x\\ty\\\\z\"", "A=[x\\ty\\\\z]");
        addRow("escaped quote stays escaped", "A=\"x\\\"y\"", "A=[x\\\"y]");
        addRow("backslash before the last quote", "A='c:\\'\nB=1", "A=[c:\\]\nB=[1]");
        addRow("lines in double quotes", "A=\"x\ny\nz\"\nB=1", "A=[x\ny\nz]\nB=[1]");
        addRow("lines in single quotes", "A='x\ny'", "A=[x\ny]");
        addRow("lines in backticks", "A=`x\ny`", "A=[x\ny]");
    }
    void readsValuesAndQuotes()
    {
        QFETCH(QByteArray, text);
        QTEST(reading(text), "expected");
    }

    void readsLines_data()
    {
        addColumns();
        addRow("comment line", "# A=1\n  # B=2\nC=3", "C=[3]");
        addRow("inline comment", "A=x # y", "A=[x]");
        addRow("inline comment without blank", "A=x#y", "A=[x]");
        addRow("only a comment", "A=#x", "A=[]");
        addRow("# in quotes", "A=\"x # y\" # z", "A=[x # y]");
        addRow("comment with quotes", "A=x # it's \"y\"", "A=[x]");
        addRow("= in the value", "A=x=y==", "A=[x=y==]");
        addRow("blanks around =", "A = x", "A=[x]");
        addRow("indented", "   A=x", "A=[x]");
        addRow("export", "export A=x", "A=[x]");
        addRow("export, many blanks", "export   A=x", "A=[x]");
        addRow("a key called export", "export=x", "export=[x]");
        addRow("colon", "A: x", "A=[x]");
        addRow("colon, quoted", "A: 'x y'", "A=[x y]");
        addRow("colon without blank", "A:x", "1:1 env.syntax");
        addRow("CRLF", "A=x\r\nB=y\r\n", "A=[x]\nB=[y]");
        addRow("CR", "A=x\rB=y", "A=[x]\nB=[y]");
        addRow("CRLF in quotes", "A=\"x\r\ny\"", "A=[x\ny]");
        addRow("byte order mark",
               "\xEF\xBB\xBF"
               "A=x",
               "A=[x]");
        addRow("later wins, both are told", "A=1\nA=2", "A=[1]\nA=[2]");
        addRow("JSON", "A={\"x\": \"y\"}", "A=[{\"x\": \"y\"}]");
        addRow("address", "A=https://u:p@host:1/x?y=z", "A=[https://u:p@host:1/x?y=z]");
        addRow("open quote", "A=\"x\nB=y", "A=[\"x]\nB=[y]");
        addRow("open quote, \\n still counts", "A=\"x\\ny", "A=[\"x\ny]");
        addRow("text after the quote", "A='x' y", "A=['x' y]");
        addRow("two quoted words", "A=\"x\" \"y\"", "A=[x\" \"y]");
        addRow("no assignment", "hello\nA=1", "A=[1]\n1:1 env.syntax");
        addRow("no key", "=x", "1:1 env.syntax");
        addRow("key with a dash", "A-B=x", "1:1 env.bad_key");
        addRow("key with a dot", "  A.B=x", "1:3 env.bad_key");
        addRow("key with a digit first", "1A=x", "1:1 env.bad_key");
        addRow("digits inside", "A1_2=x", "A1_2=[x]");
        addRow("accents in values", "A=maçã", "A=[maçã]");
        addRow("hard blanks", "A=\xC2\xA0x\xC2\xA0", "A=[x]");
        addRow("nothing", "", "");
    }
    void readsLines()
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
