// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/arch/code_text.h"
#include "tests/arch/layers.h"
#include "tests/arch/names.h"
#include "tests/arch/rules.h"

#include <QTest>

using namespace batuta::arch;

/// The checker of the house's rules can fail: each rule is shown a small text that breaks it, and its good
/// twin.
class TestRules : public QObject
{
    Q_OBJECT

private slots:
    void blanksCommentsAndTexts_data();
    void blanksCommentsAndTexts();
    void refusesIncludesAgainstTheTable_data();
    void refusesIncludesAgainstTheTable();
    void refusesForbiddenWords_data();
    void refusesForbiddenWords();
    void measuresFunctions_data();
    void measuresFunctions();
    void refusesWhatIsTooLong_data();
    void refusesWhatIsTooLong();
    void refusesAHeadWithoutLicence_data();
    void refusesAHeadWithoutLicence();
    void refusesTwinsOfARoom_data();
    void refusesTwinsOfARoom();
    void tellsFileAndLine();
};

void TestRules::blanksCommentsAndTexts_data()
{
    QTest::addColumn<QString>("source");
    QTest::addColumn<QString>("code");
    QTest::newRow("line comment") << "a; // b\nc"
                                  << "a;     \nc";
    QTest::newRow("block comment") << "a /* b\nc */ d"
                                   << "a     \n     d";
    QTest::newRow("text") << R"(f("a\"b", 'x'))"
                          << R"(f("    ", ' '))";
    QTest::newRow("comment inside a text") << R"(f("//"); g)"
                                           << R"(f("  "); g)";
    QTest::newRow("number with separators") << "10'000 + 2'000"
                                            << "10'000 + 2'000";
    QTest::newRow("raw text") << "R\"x(a\")b)x\" c"
                              << "R\"        \" c";
    QTest::newRow("open text ends with its line") << "\"abc\nd"
                                                  << "\"   \nd";
    QTest::newRow("open comment") << "a /* b"
                                  << "a     ";
}

void TestRules::blanksCommentsAndTexts()
{
    QFETCH(QString, source);
    QTEST(codeOnly(source), "code");
}

void TestRules::refusesIncludesAgainstTheTable_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("include");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *file, const char *include, bool allowed) {
        QTest::addRow("%s < %s", file, include) << file << include << allowed;
    };
    row("engine/plan/plan.cpp", "\"engine/flow/definition.h\"", true);
    row("engine/plan/plan.cpp", "\"engine/net/url.h\"", false);
    row("engine/base/text.cpp", "\"engine/json/value.h\"", false);
    row("engine/json/json.cpp", "\"engine/base/result.h\"", true);
    row("engine/host/engine.cpp", "\"engine/steps/runner.h\"", true);
    row("engine/host/engine.cpp", "\"engine/api/server.h\"", false);
    row("engine/api/server.cpp", "\"engine/host/engine.h\"", true);
    row("engine/client/client.h", "\"engine/host/engine.h\"", false);
    row("engine/steps/http.cpp", "\"engine/client/client.h\"", false);
    row("engine/flow/reader.cpp", "\"app/shared/version.h\"", false);
    row("app/cli/main.cpp", "\"engine/api/server.h\"", true);
    row("app/cli/main.cpp", "\"app/sandbox/store.h\"", false);
    row("views/models/list.h", "\"engine/host/engine.h\"", false);
    row("views/models/list.h", "\"views/theme/palette.h\"", false);
    row("views/pages/runs.h", "\"views/models/list.h\"", true);
    row("tests/plan/tst_plan.cpp", "\"engine/plan/plan.h\"", true);
    row("tests/plan/tst_plan.cpp", "\"tst_plan.moc\"", true);
    row("engine/plan/plan.cpp", "\"graph.h\"", false);
    row("engine/plan/plan.cpp", "\"../flow/definition.h\"", false);
    row("engine/plan/plan.cpp", "\"engine/nowhere/x.h\"", false);
    row("engine/net/loop.cpp", "<boost/asio/io_context.hpp>", true);
    row("engine/net/loop.cpp", "<QObject>", false);
    row("engine/net/loop.cpp", "<QtCore/QObject>", false);
    row("app/cli/main.cpp", "<QString>", false);
    row("views/models/list.h", "<QAbstractListModel>", true);
}

void TestRules::refusesIncludesAgainstTheTable()
{
    QFETCH(QString, file);
    QFETCH(QString, include);
    QTEST(checkIncludes(file, "#pragma once\n#include " + include + "\n").empty(), "allowed");
}

void TestRules::refusesForbiddenWords_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("code");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *file, const char *code, bool allowed) {
        QTest::addRow("%s: %s", file, code) << file << code << allowed;
    };
    row("engine/net/loop.cpp", "std::this_thread::sleep_for(1s);", false);
    row("tests/net/tst_loop.cpp", "std::this_thread::sleep_for(1s);", false);
    row("tests/net/tst_loop.cpp", "QTest::qWait(100);", false);
    row("tests/net/tst_loop.cpp", "QTest::qWaitFor(done);", true);
    row("tests/net/tst_loop.cpp", "process.waitForFinished();", true);
    row("engine/client/client.h", "virtual void waitForEnd(Id id, Reply reply) = 0;", true);
    row("engine/net/loop.cpp", "usleep(10);", false);
    row("engine/net/loop.cpp", "int asleep(0); // sleep(1)", true);
    row("views/pages/runs.cpp", "process.waitForFinished();", false);
    row("views/pages/runs.cpp", "QCoreApplication::processEvents();", false);
    row("views/pages/runs.cpp", "QEventLoop loop;", false);
    row("views/pages/runs.cpp", "dialog->exec();", false);
    row("app/console/main.cpp", "return app.exec();", true);
    row("engine/store/history.cpp", "database.exec(x);", true);
    row("engine/base/text.cpp", "delete pointer;", false);
    row("engine/base/text.cpp", "delete[] pointer;", false);
    row("engine/base/text.h", "Text(const Text &) = delete;", true);
    row("engine/base/text.cpp", "f(\"delete from t\");", true);
    row("engine/base/text.cpp", "std::malloc(3);", false);
    row("engine/host/engine.h", "static Engine *instance();", false);
    row("engine/host/engine.h", "static Engine &instance();", false);
    row("engine/base/error.cpp", "tr(\"Error\");", false);
    row("views/models/list.cpp", "tr(\"Error\");", false);
    row("views/pages/runs.cpp", "tr(\"Error\");", true);
    row("engine/base/text.cpp", "std::str(x);", true);
    row("views/models/list.cpp", "QColor c;", false);
    row("engine/base/text.cpp", "QString text;", false);
    row("app/sandbox/main.cpp", "Qt::AlignLeft", false);
    row("engine/base/text.cpp", "Queue queue; QUEUE; // QString", true);
}

void TestRules::refusesForbiddenWords()
{
    QFETCH(QString, file);
    QFETCH(QString, code);
    QTEST(checkTokens(file, code + "\n").empty(), "allowed");
}

void TestRules::measuresFunctions_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("sizes"); // name:line+lines/parameters
    const auto row = [](const char *name, const char *code, const char *sizes) {
        QTest::newRow(name) << code << sizes;
    };
    row("one line", "int f() { return 1; }", "f:1+1/0");
    row("in a namespace", "namespace a {\n\nint f(int x)\n{\n    if (x) {\n    }\n}\n}\nint g(){}",
        "f:3+5/1 g:9+1/0");
    row("head over two lines", "void A::f(int a,\n          int b)\n{\n}\n", "A::f:1+4/2");
    row("methods in a class", "class A : public B<int>\n{\npublic:\n    A() = default;\n    void f() {}\n};",
        "f:5+1/0");
    row("constructor with initialisers", "A::A(int a, B b)\n    : m_a(a)\n    , m_b{b}\n{\n}\n",
        "A::A:1+5/2");
    row("one brace initialiser", "A::A(int a)\n    : m_a{a}\n{\n}\n", "A::A:1+4/1");
    row("commas inside other brackets",
        "void f(std::map<int, A> a, std::function<void(int, int)> b = g(1, 2)) {}", "f:1+1/2");
    row("operator()", "bool X::operator()(int a, int b) const {}", "X::operator():1+1/2");
    row("returns a function type", "std::function<void(int, int, int)> f(int a) { }", "f:1+1/1");
    row("values are not functions",
        "const int kTable[] = {f(1), f(2)};\nstd::array kX{A{f(1), 2}};\nint f() {}", "f:3+1/0");
    row("declarations are not functions", "int f(int a);\nstruct A;\nenum class B { C, D };\n", "");
    row("lambda inside", "int f()\n{\n    return g([](int a, int b) {\n        return a;\n    });\n}\n",
        "f:1+6/0");
    row("directives do not count as head", "#define X(a) \\\n    { a }\nint f() {}\n", "f:3+1/0");
    row("template", "template <class T, class U> T f(T a, U b)\n{\n}\n", "f:1+3/2");
}

void TestRules::measuresFunctions()
{
    QFETCH(QString, code);
    QStringList sizes;
    for (const FunctionSize &size : functionSizes(codeOnly(code)))
        sizes.push_back(
            QString("%1:%2+%3/%4").arg(size.name).arg(size.line).arg(size.lines).arg(size.parameters));
    QTEST(sizes.join(' '), "sizes");
}

void TestRules::refusesWhatIsTooLong_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");
    const auto lines = [](int count) { return QString("\n").repeated(count); };
    const auto body = [](const QString &head, int count) {
        return head + "\n{\n" + QString("    x();\n").repeated(count - 3) + "}\n";
    };
    QTest::newRow("header at its limit") << "engine/a/a.h" << lines(200) << true;
    QTest::newRow("header above") << "engine/a/a.h" << lines(201) << false;
    QTest::newRow("source at its limit") << "engine/a/a.cpp" << lines(450) << true;
    QTest::newRow("source above") << "engine/a/a.cpp" << lines(451) << false;
    QTest::newRow("test at its limit") << "tests/a/tst_a.cpp" << lines(600) << true;
    QTest::newRow("test above") << "tests/a/tst_a.cpp" << lines(601) << false;
    QTest::newRow("build file above") << "engine/a/CMakeLists.txt" << lines(81) << false;
    QTest::newRow("function at its limit") << "engine/a/a.cpp" << body("void f()", 60) << true;
    QTest::newRow("function above") << "engine/a/a.cpp" << body("void f()", 61) << false;
    QTest::newRow("rows of a test") << "tests/a/tst_a.cpp" << body("void T::f_data()", 80) << true;
    QTest::newRow("five parameters") << "engine/a/a.h"
                                     << "void f(int a, int b, int c, int d, int e) {}\n"
                                     << true;
    QTest::newRow("six") << "engine/a/a.h"
                         << "void f(int a, int b, int c, int d, int e, int g) {}\n"
                         << false;
}

void TestRules::refusesWhatIsTooLong()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    QTEST(checkSizes(file, text).empty(), "allowed");
}

void TestRules::refusesAHeadWithoutLicence_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("allowed");
    const QString licence = "// SPDX-FileCopyrightText: 2026 X\n// SPDX-License-Identifier: MIT\n";
    QTest::newRow("header") << "engine/a/a.h" << licence + "#pragma once\n" << true;
    QTest::newRow("header without guard") << "engine/a/a.h" << licence + "int a;\n" << false;
    QTest::newRow("source") << "engine/a/a.cpp" << licence + "int a;\n" << true;
    QTest::newRow("no licence") << "engine/a/a.cpp"
                                << "int a;\n"
                                << false;
    QTest::newRow("other licence") << "engine/a/a.cpp" << QString(licence).replace("MIT", "GPL") << false;
    QTest::newRow("empty") << "engine/a/a.cpp"
                           << "" << false;
}

void TestRules::refusesAHeadWithoutLicence()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    QTEST(checkHead(file, text).empty(), "allowed");
}

void TestRules::refusesTwinsOfARoom_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QString>("twin"); ///< "" when both may stand in one room
    QTest::newRow("constants") << "constexpr int kA = 1, kB = 2;"
                               << "constexpr long kB = 3;"
                               << "kB";
    QTest::newRow("a constant of another") << "constexpr int kA = 1;"
                                           << "constexpr int kB = f(kA) + kA;"
                                           << "";
    QTest::newRow("structures") << "struct Desk\n{\n    int a;\n};"
                                << "struct Desk\n{\n    int b;\n};"
                                << "Desk";
    QTest::newRow("a declaration") << "struct Desk\n{\n    int a;\n};"
                                   << "struct Desk;"
                                   << "";
    QTest::newRow("aliases") << "using Kind = A::Kind;"
                             << "using Kind = B::Kind;"
                             << "Kind";
    QTest::newRow("the same alias") << "using Kind = A::Kind;"
                                    << "using Kind = A::Kind;"
                                    << "";
    QTest::newRow("functions") << "int f(const std::map<A, B> &a, int b)\n{\n}"
                               << "long f(const std::map<A, B> &c,\n       int d = 1)\n{\n}"
                               << "f(const std::map<A, B> &, int)";
    QTest::newRow("overloads") << "int f(const A &a)\n{\n}"
                               << "int f(const B &a)\n{\n}"
                               << "";
    QTest::newRow("members") << "class A\n{\n    int f(int a)\n    {\n    }\n};"
                             << "int f(int a)\n{\n}"
                             << "";
    QTest::newRow("variables") << "void f()\n{\n    const int kA = 1;\n}"
                               << "const int kA = 1;"
                               << "";
}

void TestRules::refusesTwinsOfARoom()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(QString, twin);
    const auto hidden = [](const QString &code) {
        return "namespace a {\nnamespace {\n\n" + code + "\n\n} // namespace\n}\n";
    };
    HiddenNames names;
    QVERIFY(names.add("engine/a/a.cpp", hidden(first)).empty());
    QVERIFY(names.add("engine/b/b.cpp", hidden(second)).empty());
    QVERIFY(names.add("engine/a/c.h", hidden(second)).empty());
    QVERIFY(names.add("engine/a/shown.cpp", "namespace a {\n" + second + "\n}\n").empty());
    const auto found = names.add("engine/a/b.cpp", hidden(second));
    QCOMPARE(found.size(), std::size_t(twin.isEmpty() ? 0 : 1));
    if (!twin.isEmpty())
        QCOMPARE(shown(found.front()), "engine/a/b.cpp:4: twin: " + twin + " stands in engine/a/a.cpp, too");
}

void TestRules::tellsFileAndLine()
{
    const auto findings =
        checkFile("engine/base/a.cpp", "// SPDX-FileCopyrightText: x\n// SPDX-License-Identifier: MIT\n"
                                       "#include \"engine/net/url.h\"\nint f()\n{\n    usleep(1);\n}\n");
    QCOMPARE(findings.size(), std::size_t{2});
    QCOMPARE(shown(findings[0]),
             QString("engine/base/a.cpp:3: layer: engine/net/url.h: engine/base must not know engine/net"));
    QVERIFY(shown(findings[1]).startsWith("engine/base/a.cpp:6: token: usleep("));
}

QTEST_APPLESS_MAIN(TestRules)
#include "tst_rules.moc"
