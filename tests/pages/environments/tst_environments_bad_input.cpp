// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/environments/env_house.h"
#include "tests/support/verify.h"
#include "views/pages/environments/import_dialog.h"
#include "views/pages/environments/review_dialog.h"
#include "views/pages/environments/text_panes.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"

#include <QElapsedTimer>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// What nobody should have in an env file, and what the page makes of it: it is said, the rest is shown and
/// can be edited, and no byte is changed that nobody has edited.
class TestEnvironmentsBadInput : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_house = std::make_unique<EnvHouse>(); }
    void cleanup() { m_house.reset(); }
    void anyFileIsShownAndEdited_data();
    void anyFileIsShownAndEdited();
    void whatCannotBeReadIsSaidAndLeftAlone_data();
    void whatCannotBeReadIsSaidAndLeftAlone();
    void whatIsTypedIsRefusedOrKept_data();
    void whatIsTypedIsRefusedOrKept();
    void aFileThatGoesWhileItIsEdited();
    void anImportOfNonsense_data();
    void anImportOfNonsense();

private:
    bool apply() const
    {
        QSignalSpy applied(m_house->page->model(), &EnvironmentsModel::applied);
        auto *review = m_house->dialog<ReviewDialog>("environments.apply");
        if (!review || !review->applyButton().isEnabled())
            return false;
        review->applyButton().click();
        return QTest::qWaitFor([&] { return !applied.isEmpty(); }) &&
               applied.first().at(1).value<Errors>().empty();
    }

    std::unique_ptr<EnvHouse> m_house;
};

void TestEnvironmentsBadInput::anyFileIsShownAndEdited_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("shown"); // of RETRIES
    QTest::addColumn<QByteArray>("after");
    const QByteArray mark = "\xef\xbb\xbf";
    QTest::newRow("CRLF") << QByteArray("# a\r\nRETRIES=3\r\nHOOK_URL=https://a/x\r\n") << "3"
                          << QByteArray("# a\r\nRETRIES=7\r\nHOOK_URL=https://a/x\r\n");
    QTest::newRow("mixed line ends") << QByteArray("A=1\r\nRETRIES=3\nB=2\r\n") << "3"
                                     << QByteArray("A=1\r\nRETRIES=7\nB=2\r\n");
    QTest::newRow("a mark of UTF-8") << QByteArray(mark + "RETRIES=3\nA=1\n") << "3"
                                     << QByteArray(mark + "RETRIES=7\nA=1\n");
    QTest::newRow("a key twice: the last one counts")
        << QByteArray("RETRIES=1\nA=1\nRETRIES=3 # mine\n") << "3"
        << QByteArray("RETRIES=1\nA=1\nRETRIES=7 # mine\n");
    QTest::newRow("a key in another case")
        << QByteArray("retries=1\nRETRIES=3\n") << "3" << QByteArray("retries=1\nRETRIES=7\n");
    QTest::newRow("no line end") << QByteArray("A=1\nRETRIES=3") << "3" << QByteArray("A=1\nRETRIES=7");
    QTest::newRow("a bad line beside it")
        << QByteArray("what is this\nRETRIES=3\n=x\n") << "3" << QByteArray("what is this\nRETRIES=7\n=x\n");
    QTest::newRow("blanks everywhere") << QByteArray("\n\n   export   RETRIES = 3   \n\t\n") << "3"
                                       << QByteArray("\n\n   export   RETRIES = 7   \n\t\n");
    QTest::newRow("other letters") << QByteArray("# Ação ✓\nNOME=São Paulo 🚀\nRETRIES='3'\n") << "3"
                                   << QByteArray("# Ação ✓\nNOME=São Paulo 🚀\nRETRIES='7'\n");
    const QByteArray big = "BIG=" + QByteArray(600'000, 'x') + "\n";
    QTest::newRow("600 kB in one value") << big + "RETRIES=3\n"
                                         << "3" << big + "RETRIES=7\n";
    QByteArray many;
    for (int i = 0; i < 2'000; ++i)
        many += "KEY_" + QByteArray::number(i) + "=" + QByteArray::number(i) + "\n";
    QTest::newRow("2,000 keys") << many + "RETRIES=3\n"
                                << "3" << many + "RETRIES=7\n";
}

void TestEnvironmentsBadInput::anyFileIsShownAndEdited()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, shown);
    QFETCH(QByteArray, after);
    m_house->write(".env.staging", before);
    QVERIFY(m_house->open());
    QCOMPARE(m_house->text("RETRIES", 1), shown);
    QCOMPARE(m_house->page->model()->pendingCount(), 0);
    m_house->go("RETRIES", 1);
    CellEdit *field = m_house->field();
    QVERIFY(field);
    QTest::keyClicks(field, "7");
    QElapsedTimer time;
    time.start();
    QVERIFY(m_house->enter(field));
    QVERIFY2(time.elapsed() < 2'000, qPrintable(QString::number(time.elapsed())));
    for (const char *tab : {"differences", "files", "history", "matrix"})
        m_house->page->open({"environments", {}, QUrlQuery(QString("tab=%1").arg(tab))});
    QVERIFY(apply());
    QCOMPARE(m_house->read(".env.staging"), after);
}

void TestEnvironmentsBadInput::whatCannotBeReadIsSaidAndLeftAlone_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("after"); // what is not understood is in it as it was
    const auto row = [](const char *name, const char *file, const QByteArray &text, const QByteArray &after) {
        QTest::newRow(name) << file << text << after;
    };
    const char *const dotenv = ".env.staging", *const yaml = "env-vars.staging.yaml";
    const QByteArray nul("RETRIES=3\nA=\0b\n", 15), bytes("RETRIES=3\nA=\xff\xfe\n");
    const QByteArray big = "RETRIES=" + QByteArray(5'000'000, 'x') + "\n";
    const QByteArray bomb("a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nRETRIES: *c\n");
    row("NUL bytes", dotenv, nul, nul);
    row("no UTF-8", dotenv, bytes, bytes);
    row("5 MB in one value", dotenv, big, big);
    row("YAML that is none", yaml, "RETRIES: [1\n", "RETRIES: [1\n");
    row("YAML with levels", yaml, "RETRIES: {a: 1}\n", "RETRIES: {a: 1}\n");
    // The engine takes the first one, and says that there is another.
    row("YAML with a key twice", yaml, "RETRIES: '1'\nRETRIES: '2'\n", "RETRIES: '7'\nRETRIES: '2'\n");
    row("a bomb of aliases", yaml, bomb, bomb);
}

void TestEnvironmentsBadInput::whatCannotBeReadIsSaidAndLeftAlone()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, after);
    QVERIFY(QFile::remove(m_house->path(".env.staging")));
    m_house->write(file, text);
    QVERIFY(m_house->open());
    const auto &findings = m_house->page->model()->matrix().findings;
    QVERIFY(std::any_of(findings.begin(), findings.end(), [](const environments::Finding &one) {
        return one.kind == environments::Finding::Kind::Unreadable && one.environment == 1 &&
               one.severity == environments::Finding::Severity::Error;
    }));
    QVERIFY(m_house->everything().contains("cannot be read in staging"));
    QCOMPARE(m_house->text("RETRIES", 0), QString("3")); // others are as they are
    for (const char *tab : {"differences", "files", "history", "matrix"})
        m_house->page->open({"environments", {}, QUrlQuery(QString("tab=%1").arg(tab))});
    const Result<void> set = m_house->page->model()->set("x", 1, {{"RETRIES", "7"}});
    if (set)
        apply();
    QCOMPARE(m_house->read(file), after);
}

void TestEnvironmentsBadInput::whatIsTypedIsRefusedOrKept_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isKept");
    QTest::newRow("quotes of all kinds") << "a'b\"c`d" << true;
    QTest::newRow("all quotes and lines") << "a'b\"c`d\ne #f \\n $HOME ${X}" << false;
    QTest::newRow("a comment") << "a # b" << true;
    QTest::newRow("blanks at both ends") << "  a  " << true;
    QTest::newRow("a dollar") << "${HOME} $(id)" << true;
    QTest::newRow("a backslash") << "C:\\new\\table" << true;
    QTest::newRow("an equals sign") << "a=b=c" << true;
    QTest::newRow("other letters") << "São Paulo 🚀 ✓" << true;
    QTest::newRow("a NUL") << QString("a") + QChar(0) + "b" << false;
    QTest::newRow("half a letter") << QString("a") + QChar(0xD83D) + "b" << true; // becomes U+FFFD
    QTest::newRow("100,000 letters") << QString(100'000, 'x') << true;
    QTest::newRow("5 MB") << QString(5'000'000, 'x') << false; // more than an env file may be
}

void TestEnvironmentsBadInput::whatIsTypedIsRefusedOrKept()
{
    QFETCH(QString, typed);
    QFETCH(bool, isKept);
    QVERIFY(m_house->open());
    const QByteArray before = m_house->read(".env.staging");
    const Result<void> set = m_house->page->model()->set("x", 1, {{"RETRIES", typed.toStdString()}});
    if (!isKept && !set) {
        QVERIFY(!errorText(set.error()).empty());
        QCOMPARE(m_house->page->model()->pendingCount(), 0);
        QCOMPARE(m_house->read(".env.staging"), before);
        return;
    }
    BATUTA_VERIFY_OK(set);
    QVERIFY(apply());
    const env::Loaded loaded =
        env::load({m_house->house.folder.path().toStdString(), "staging", {}, nullptr});
    const env::Entry *entry = loaded.environment.find("RETRIES"); // as the engine has it
    QVERIFY(entry && entry->value == typed.toStdString());
    QCOMPARE(loaded.environment.find("HOOK_URL")->value, std::string("https://hooks.stg/p"));
}

void TestEnvironmentsBadInput::aFileThatGoesWhileItIsEdited()
{
    QVERIFY(m_house->open());
    m_house->go("RETRIES", 1);
    CellEdit *field = m_house->field();
    QTest::keyClicks(field, "7");
    QVERIFY(m_house->enter(field));
    QVERIFY(QFile::remove(m_house->path(".env.staging")));
    QTRY_COMPARE(m_house->page->model()->conflicts().size(), std::size_t{1});
    QCOMPARE(m_house->text("RETRIES", 1), QString("7")); // the edit is not lost with its file
    QVERIFY(m_house->button("Take theirs"));
    m_house->button("Take theirs")->click();
    QCOMPARE(m_house->page->model()->pendingCount(), 0);
    QCOMPARE(m_house->read(".env.staging"), QByteArray("(not there)"));
}

void TestEnvironmentsBadInput::anImportOfNonsense_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("a picture") << "in.env" << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("nothing") << "in.env" << QByteArray();
    QTest::newRow("a folder") << "flows" << QByteArray();
    QTest::newRow("5 MB") << "in.env" << QByteArray(5'000'000, 'x');
    QTest::newRow("a list") << "in.yaml" << QByteArray("- a\n- b\n");
    QTest::newRow("not there") << "nowhere.env" << QByteArray();
}

void TestEnvironmentsBadInput::anImportOfNonsense()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, text);
    if (file.startsWith("in."))
        m_house->write(file, text);
    QVERIFY(m_house->open());
    auto *import = m_house->dialog<ImportDialog>("environments.import");
    QVERIFY(import);
    import->read(m_house->path(file));
    QVERIFY(!import->takeButton().isEnabled());
    QCOMPARE(m_house->page->model()->pendingCount(), 0);
}

QTEST_MAIN(TestEnvironmentsBadInput)
#include "tst_environments_bad_input.moc"
