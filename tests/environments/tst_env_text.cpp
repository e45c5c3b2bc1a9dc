// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/environments/env_text.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::environments;
using batuta::test::shown;

namespace {

EnvText reading(const std::string &text, EnvFormat format)
{
    Result<EnvText> read = EnvText::read(text, format, "f");
    if (!read)
        qFatal("%s", errorText(read.error()).c_str());
    return *read;
}

QString after(const std::string &text, const Result<edit::TextEdits> &edits)
{
    return edits ? shown(edit::applied(text, *edits)) : "refused: " + shown(codeName(edits.error().code));
}

/// A piece of a value, or of a comment: what makes readers stumble.
std::string oddText(std::mt19937 &random, bool isOneLine)
{
    static const std::vector<std::string> pieces{"a",           "B",
                                                 "7",           " ",
                                                 "\t",          "#",
                                                 "'",           "\"",
                                                 "`",           "\\",
                                                 "\\n",         "\n",
                                                 "=",           ":",
                                                 ": ",          "$",
                                                 "{",           "}",
                                                 "[",           ",",
                                                 "é",           "☃",
                                                 "-",           "- ",
                                                 "?",           "|",
                                                 "%",           "\xC2\xA0",
                                                 "yes",         "012",
                                                 "1e3",         "null",
                                                 "12:30:45",    "https://x.y/z?a=b#c",
                                                 "*",           "&",
                                                 "!",           ">",
                                                 "\xE2\x80\xA8"};
    std::string text;
    for (std::size_t count = random() % 6; count > 0; --count) {
        const std::string &piece = pieces[random() % pieces.size()];
        text += isOneLine && piece == "\n" ? " " : piece;
    }
    return text;
}

std::string oddFile(std::mt19937 &random, EnvFormat format)
{
    const bool isYaml = format == EnvFormat::Yaml;
    const std::string end = random() % 4 == 0 ? "\r\n" : "\n";
    std::string text = random() % 8 == 0 ? "\xEF\xBB\xBF" : "";
    for (std::size_t line = random() % 12; line > 0; --line) {
        const std::string key = "KEY_" + std::to_string(line);
        switch (random() % 5) {
        case 0:
            break;
        case 1:
            text += "# " + oddText(random, true);
            break;
        default:
            if (isYaml)
                text +=
                    key + ": " + quotedYaml(oddText(random, false)) + (random() % 3 == 0 ? " # note" : "");
            else
                text += (random() % 4 == 0 ? "export " : "") + key + (random() % 4 == 0 ? " = " : "=") +
                        (random() % 2 == 0 ? "word" : "'" + std::string(random() % 3, 'x') + "'") +
                        (random() % 3 == 0 ? " # note" : "");
        }
        if (line > 1 || random() % 2 == 0)
            text += end;
    }
    return text;
}

} // namespace

class TestEnvText : public QObject
{
    Q_OBJECT

private slots:
    void changesOnlyWhatItMust_data();
    void changesOnlyWhatItMust();
    void removes_data();
    void removes();
    void refusesWhatCannotBeWritten();
    void knowsFilesByTheirNames();
    void anyChangeOfAnyFileIsExact_data();
    void anyChangeOfAnyFileIsExact();
};

void TestEnvText::changesOnlyWhatItMust_data()
{
    QTest::addColumn<bool>("isYaml");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto env = [](const char *name, const char *text, const char *key, const char *value,
                        const char *expected) {
        QTest::newRow(name) << false << QString(text) << QString(key) << QString(value) << QString(expected);
    };
    env("bare", "# c\nA=1 # one\nB=2\n", "A", "3", "# c\nA=3 # one\nB=2\n");
    env("keeps double quotes", "A=\"1\"\n", "A", "2", "A=\"2\"\n");
    env("keeps single quotes", "A='1'\n", "A", "two words", "A='two words'\n");
    env("export stays", "export A = 1\n", "A", "2", "export A = 2\n");
    env("colon", "A: 1\n", "A", "2", "A: 2\n");
    env("empty value", "A=\nB=1\n", "A", "x", "A=x\nB=1\n");
    env("the last one counts", "A=1\nA=2\n", "A", "3", "A=1\nA=3\n");
    env("a hash wants quotes", "A=1\n", "A", "x#y", "A=\"x#y\"\n");
    env("a line end becomes an escape", "A=1\n", "A", "x\ny", "A=\"x\\ny\"\n");
    env("a backslash and n stay two", "A=1\n", "A", "C:\\new", "A='C:\\new'\n");
    env("over several lines", "A='1\n2'\nB=3\n", "A", "4", "A='4'\nB=3\n");
    env("windows", "A=1\r\nB=2\r\n", "C", "3", "A=1\r\nB=2\r\nC=3\r\n");
    env("no break at the end", "A=1", "B", "2", "A=1\nB=2\n");
    env("a mark of the byte order",
        "\xEF\xBB\xBF"
        "A=1\n",
        "A", "2",
        "\xEF\xBB\xBF"
        "A=2\n");
    env("an empty file", "", "A", "1", "A=1\n");
    env("both quotes", "A=1\n", "A", "it's \"x\"", "A=`it's \"x\"`\n");
    env("the same value", "A=1\n", "A", "1", "A=1\n");
    env("a bad line stays", "what is this\nA=1\n", "A", "2", "what is this\nA=2\n");
    const auto yaml = [](const char *name, const char *text, const char *key, const char *value,
                         const char *expected) {
        QTest::newRow(name) << true << QString(text) << QString(key) << QString(value) << QString(expected);
    };
    yaml("yaml double", "# c\nA: \"1\" # one\nB: \"2\"\n", "A", "3", "# c\nA: \"3\" # one\nB: \"2\"\n");
    yaml("yaml single", "A: '1'\n", "A", "it's", "A: 'it''s'\n");
    yaml("yaml plain text", "A: info\n", "A", "debug", "A: debug\n");
    yaml("yaml plain number", "A: 8080\n", "A", "8081", "A: \"8081\"\n");
    yaml("yaml yes", "A: info\n", "A", "yes", "A: \"yes\"\n");
    yaml("yaml empty", "A:\nB: \"1\"\n", "A", "x", "A: \"x\"\nB: \"1\"\n");
    yaml("yaml block text", "A: |\n  one\n  two\nB: \"1\"\n", "A", "x", "A: \"x\"\nB: \"1\"\n");
    yaml("yaml new", "A: \"1\"\n# end\n", "B", "012", "A: \"1\"\nB: \"012\"\n# end\n");
    yaml("yaml in braces", "{A: '1', B: '2'}\n", "C", "3", "{A: '1', B: '2', C: \"3\"}\n");
    yaml("yaml empty braces", "{}\n", "C", "3", "{C: \"3\"}\n");
    yaml("yaml indented", "  A: \"1\"\n", "B", "2", "  A: \"1\"\n  B: \"2\"\n");
    yaml("yaml with an end", "---\nA: \"1\"\n...\n", "B", "2", "---\nA: \"1\"\nB: \"2\"\n...\n");
    yaml("yaml empty file", "", "A", "12:30:45", "A: \"12:30:45\"\n");
    yaml("yaml only comments", "# c\n", "A", "1e3", "# c\nA: \"1e3\"\n");
    yaml("yaml key that is a word", "", "NO", "1", "\"NO\": \"1\"\n");
}

void TestEnvText::changesOnlyWhatItMust()
{
    QFETCH(bool, isYaml);
    QFETCH(QString, text);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const EnvText file = reading(text.toStdString(), isYaml ? EnvFormat::Yaml : EnvFormat::Dotenv);
    QCOMPARE(after(file.text(), file.set(key.toStdString(), value.toStdString())), expected);
}

void TestEnvText::removes_data()
{
    QTest::addColumn<bool>("isYaml");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a line") << false << "# c\nA=1 # x\nB=2\n"
                            << "# c\nB=2\n";
    QTest::newRow("all of them") << false << "A=1\nB=2\nexport A=3"
                                 << "B=2\n";
    QTest::newRow("lines") << false << "A='1\n2'\r\nB=2\n"
                           << "B=2\n";
    QTest::newRow("none") << false << "B=2\n"
                          << "B=2\n";
    QTest::newRow("yaml") << true << "# c\nA: \"1\" # x\nB: \"2\"\n"
                          << "# c\nB: \"2\"\n";
    QTest::newRow("yaml block") << true << "A: |\n  x\n  y\nB: \"2\"\n"
                                << "B: \"2\"\n";
    QTest::newRow("braces, first") << true << "{A: '1', B: '2'}\n"
                                   << "{B: '2'}\n";
    QTest::newRow("braces, last") << true << "{B: '2', A: '1'}\n"
                                  << "{B: '2'}\n";
    QTest::newRow("braces, only") << true << "{A: '1'}\n"
                                  << "{}\n";
}

void TestEnvText::removes()
{
    QFETCH(bool, isYaml);
    QFETCH(QString, text);
    QFETCH(QString, expected);
    const EnvText file = reading(text.toStdString(), isYaml ? EnvFormat::Yaml : EnvFormat::Dotenv);
    QCOMPARE(after(file.text(), file.remove("A")), expected);
}

void TestEnvText::refusesWhatCannotBeWritten()
{
    // A line separator ends the comment for one reader of YAML, and not for the other.
    const std::string split = "#\xE2\x80\xA8  ne\n \n";
    QCOMPARE(after(split, reading(split, EnvFormat::Yaml).set("KEY", "x")), "refused: env.syntax");
    const EnvText dotenv = reading("A=1\n", EnvFormat::Dotenv);
    QCOMPARE(after("", dotenv.set("1A", "x")), QString("refused: env.bad_key"));
    QCOMPARE(after("", dotenv.set("A", "'\"`#")), QString("refused: env.syntax"));
    QCOMPARE(after("", dotenv.set("A", std::string("x\0y", 3))), QString("refused: env.syntax"));
    QVERIFY(!EnvText::read("A: [1\n", EnvFormat::Yaml, "f"));
    QVERIFY(!EnvText::read("A=\xFF\n", EnvFormat::Dotenv, "f"));
}

void TestEnvText::knowsFilesByTheirNames()
{
    QVERIFY(formatOf("a/.env") == EnvFormat::Dotenv);
    QVERIFY(formatOf(".env.staging") == EnvFormat::Dotenv);
    QVERIFY(formatOf("prod.env") == EnvFormat::Dotenv);
    QVERIFY(formatOf("x/env-vars.yaml") == EnvFormat::Yaml);
    QVERIFY(!formatOf("notes.txt"));
}

void TestEnvText::anyChangeOfAnyFileIsExact_data()
{
    QTest::addColumn<bool>("isYaml");
    QTest::newRow("dotenv") << false;
    QTest::newRow("yaml") << true;
}

/// Whatever is set, the file says it, says all else as before, and undoing gives the first bytes.
void TestEnvText::anyChangeOfAnyFileIsExact()
{
    QFETCH(bool, isYaml);
    const EnvFormat format = isYaml ? EnvFormat::Yaml : EnvFormat::Dotenv;
    std::mt19937 random(test::seed());
    int done = 0;
    for (int i = 0; i < 600; ++i) {
        const std::string text = oddFile(random, format);
        const Result<EnvText> file = EnvText::read(text, format, "f");
        if (!file)
            continue;
        const std::string key = "KEY_" + std::to_string(random() % 14);
        const std::string value = oddText(random, false);
        const Result<edit::TextEdits> edits = random() % 5 == 0 ? file->remove(key) : file->set(key, value);
        if (!edits)
            continue;
        const std::string now = edit::applied(text, *edits);
        QCOMPARE(edit::applied(now, edit::inverseOf(text, *edits)), text);
        const EnvText changed = reading(now, format);
        for (const env::Entry &entry : file->entries())
            if (entry.key != key)
                QVERIFY2(changed.find(entry.key) &&
                             changed.find(entry.key)->value == file->find(entry.key)->value,
                         now.c_str());
        ++done;
    }
    qInfo("%d of 600 files changed", done);
    QVERIFY(done > 300);
}

QTEST_GUILESS_MAIN(TestEnvText)
#include "tst_env_text.moc"
