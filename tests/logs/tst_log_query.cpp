// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "engine/logs/log_query.h"
#include "tests/support/seed.h"
#include "tests/support/verify.h"

using namespace batuta;
using namespace batuta::logs;

/// What is written is what is meant, and what is wrong is said with its place and how to mend it.
class TestLogQuery : public QObject
{
    Q_OBJECT

private slots:
    void aQueryReadsAsItIsWritten_data();
    void aQueryReadsAsItIsWritten();
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
    void anErrorHasItsColumn();
    void facetsChangeTheText_data();
    void facetsChangeTheText();
    void anythingIsAQueryOrAProblem();
    void tokensSayWhatTheyAre();
};

void TestLogQuery::aQueryReadsAsItIsWritten_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("again");
    const auto row = [](const char *name, const char *written, const char *again) {
        QTest::newRow(name) << written << again;
    };
    row("nothing", "  ", "");
    row("a word", "timeout", "timeout");
    row("words beside each other", "no  healthy instance", "no and healthy and instance");
    row("a phrase", "\"no healthy\"", "\"no healthy\"");
    row("a field", "status=503", "status=503");
    row("blanks around", "status = 503", "status=503");
    row("a quoted field", "\"my field\"=1", "\"my field\"=1");
    row("all operators", "a=1 a!=1 a>=1 a<=1 a>1 a<1 a~1 a!~1",
        "a=1 and a!=1 and a>=1 and a<=1 and a>1 and a<1 and a~1 and a!~1");
    row("or binds looser", "a b or c", "a and b or c");
    row("brackets", "(a or b) and c", "(a or b) and c");
    row("needless brackets", "((a) and (b and c))", "a and b and c");
    row("not", "not a=1 or NOT (b c)", "not a=1 or not (b and c)");
    row("twice not", "not not a", "not not a");
    row("the mockup", "execution_id=\"9b1f6e0c\" or (service=\"gap-analysis\" and severity>=WARN)",
        "execution_id=9b1f6e0c or service=gap-analysis and severity>=WARN");
    row("a regex with brackets", "message~(a|b)+$ x", "message~\"(a|b)+$\" and x");
    row("a regex with backslashes", R"(message~"5\d\d")", R"(message~"5\\d\\d")");
    row("quotes within", R"(message="say \"hi\"")", R"(message="say \"hi\"")");
    row("a keyword as value", "name=\"and\"", "name=\"and\"");
    row("a path", "http.status>=500", "http.status>=500");
    row("a value with an equals sign", "url=a?b=c", "url=\"a?b=c\"");
}

void TestLogQuery::aQueryReadsAsItIsWritten()
{
    QFETCH(QString, written);
    QFETCH(QString, again);
    const Result<LogQuery> query = LogQuery::parse(written.toStdString());
    BATUTA_VERIFY_OK(query);
    QCOMPARE(test::shown(query->text()), again);
    const Result<LogQuery> second = LogQuery::parse(query->text());
    BATUTA_VERIFY_OK(second);
    QVERIFY(second->root == query->root);
}

void TestLogQuery::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("begin");
    QTest::addColumn<QString>("fixed");
    using Kind = QueryProblem::Kind;
    const auto row = [](const char *name, const char *written, Kind kind, int begin, const char *fixed) {
        QTest::newRow(name) << written << static_cast<int>(kind) << begin << fixed;
    };
    row("no value", "severity>=", Kind::MissingValue, 8, "severity>=WARN");
    row("no field", "a and =503", Kind::MissingField, 6, "");
    row("and at the end", "a and", Kind::MissingPart, 2, "a");
    row("twice or", "a or or b", Kind::MissingPart, 2, "a or b");
    row("open quote", "a=\"b", Kind::OpenQuote, 2, "a=\"b\"");
    row("open bracket", "(a or b", Kind::OpenBracket, 0, "(a or b)");
    row("extra bracket", "a) b", Kind::ExtraBracket, 1, "a b");
    row("two equals signs", "a==b", Kind::WrongOperator, 1, "a=b");
    row("ampersands", "a && b", Kind::WrongOperator, 2, "a  and  b");
    row("a regex", "m~\"[a\"", Kind::BadRegex, 2, R"(m~"\\[a")");
    row("a severity", "severity>=WARM", Kind::UnknownSeverity, 10, "severity>=WARN");
    row("a time", "time>=noon", Kind::BadTime, 6, "");
}

void TestLogQuery::whatIsWrongIsSaid()
{
    QFETCH(QString, written);
    QFETCH(int, kind);
    QFETCH(int, begin);
    QFETCH(QString, fixed);
    const auto query = LogQuery::read(written.toStdString());
    QVERIFY(!query);
    QCOMPARE(static_cast<int>(query.error().kind), kind);
    QCOMPARE(static_cast<int>(query.error().begin), begin);
    QVERIFY(query.error().length > 0);
    QCOMPARE(test::shown(query.error().fixed), fixed);
    QVERIFY(!problemText(query.error()).empty());
    if (!fixed.isEmpty())
        QVERIFY(LogQuery::read(fixed.toStdString()).has_value());
}

void TestLogQuery::anErrorHasItsColumn()
{
    const Result<LogQuery> query = LogQuery::parse("é severity>=HIHG");
    BATUTA_VERIFY_ERROR(query, ErrorCode::ExprSyntax);
    QCOMPARE(query.error().place.column, 13);
    BATUTA_VERIFY_ERROR(LogQuery::parse(std::string(LogQuery::kLongest + 1, 'a')), ErrorCode::ExprSyntax);
    BATUTA_VERIFY_ERROR(LogQuery::parse(std::string(1000, '(')), ErrorCode::ExprSyntax);
}

void TestLogQuery::facetsChangeTheText_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QStringList>("values");
    QTest::addColumn<QString>("after");
    QTest::newRow("into nothing") << "" << QStringList{"api"} << "service=api";
    QTest::newRow("a second one") << "service=api" << QStringList{"api", "b c"}
                                  << "service=api or service=\"b c\"";
    QTest::newRow("beside others") << "timeout severity>=WARN" << QStringList{"api"}
                                   << "timeout and severity>=WARN and service=api";
    QTest::newRow("in its place") << "service=api timeout" << QStringList{"a", "b"}
                                  << "(service=a or service=b) and timeout";
    QTest::newRow("and away") << "(service=a or service=b) and timeout" << QStringList{} << "timeout";
    QTest::newRow("the last") << "service=a" << QStringList{} << "";
}

void TestLogQuery::facetsChangeTheText()
{
    QFETCH(QString, before);
    QFETCH(QStringList, values);
    QFETCH(QString, after);
    std::vector<std::string> wanted;
    for (const QString &value : values)
        wanted.push_back(value.toStdString());
    const LogQuery query = *LogQuery::parse(before.toStdString());
    const LogQuery changed = query.withChosen("service", wanted);
    QCOMPARE(test::shown(changed.text()), after);
    QVERIFY(changed.chosen("service") == wanted);
}

void TestLogQuery::anythingIsAQueryOrAProblem()
{
    std::mt19937 random(test::seed());
    const QStringList pieces{"a",  "=", "\"", "(", ")", " ", "and", "or",  "not",  "~",        "!=",  "\\",
                             ">=", "é", "&&", "*", "[", "|", "==",  "503", "time", "severity", "WARN"};
    for (int i = 0; i < 20'000; ++i) {
        QString text;
        for (unsigned n = random() % 12; n > 0; --n)
            text += pieces[static_cast<int>(random() % static_cast<unsigned>(pieces.size()))];
        const std::string bytes = text.toStdString();
        const auto query = LogQuery::read(bytes);
        if (!query) {
            QVERIFY(query.error().begin + query.error().length <= bytes.size());
            continue;
        }
        const auto again = LogQuery::read(query->text());
        QVERIFY2(again.has_value(), qPrintable(text));
        QVERIFY2(again->root == query->root, qPrintable(text));
    }
}

void TestLogQuery::tokensSayWhatTheyAre()
{
    const std::vector<QueryToken> tokens = queryTokens("not (status>=500 or \"no healthy\")");
    using Kind = QueryToken::Kind;
    const std::vector<Kind> kinds{Kind::Keyword, Kind::Bracket, Kind::Field, Kind::Operator,
                                  Kind::Value,   Kind::Keyword, Kind::Word,  Kind::Bracket};
    QCOMPARE(tokens.size(), kinds.size());
    for (std::size_t i = 0; i < kinds.size(); ++i)
        QVERIFY(tokens[i].kind == kinds[i]);
    QCOMPARE(tokens[3].begin, std::size_t{11});
}

QTEST_GUILESS_MAIN(TestLogQuery)
#include "tst_log_query.moc"
