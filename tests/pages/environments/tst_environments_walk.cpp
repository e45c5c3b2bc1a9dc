// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/environments/env_house.h"
#include "tests/support/net/servers.h"
#include "tests/support/verify.h"
#include "views/pages/environments/review_dialog.h"
#include "views/widgets/button.h"

#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>

#include <unistd.h>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// What a person does on the page from the trouble to its end, by keys and clicks, over real files, a real
/// server and a real repository.
class TestEnvironmentsWalk : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_house.reset(); }
    void aWrongUrlInStagingIsFoundUnderstoodAndMended();
    void whatDoesNotAnswerIsSaid();
    void gitIsToldToIgnoreFiles();
    void valuesHaveSeveralLines();
    void aReadOnlyFileIsSaid();
    void editsAreKeptForTheNextTime();
    void keptEditsOfAnotherHandAreRefused();

private:
    std::unique_ptr<EnvHouse> m_house;
};

void TestEnvironmentsWalk::init()
{
    m_house = std::make_unique<EnvHouse>();
}

void TestEnvironmentsWalk::aWrongUrlInStagingIsFoundUnderstoodAndMended()
{
    std::atomic<int> calls = 0;
    TestServer server([&](const net::ServerRequest &request, net::Responder responder) {
        calls += request.method == "OPTIONS" ? 0 : 1;
        responder.send({request.path == "/profile" ? 204 : 404, "text/plain", "", {}});
    });
    const QByteArray url = QByteArray::fromStdString(server.url("/"));
    for (const char *name : {".env", ".env.production"})
        m_house->write(name, "HOOK_URL=" + url + "profile\nHOOK_TOKEN=x\nRETRIES=3\n");
    const QByteArray staging =
        "# of staging\nHOOK_URL=" + url + "profil  # the hook\nHOOK_TOKEN=y\nRETRIES=3\n";
    m_house->write(".env.staging", staging);
    QVERIFY(m_house->open());
    m_house->go("RETRIES", 0);

    // Found: every URL that a step calls is asked, without a call having an effect.
    m_house->button("Check URLs")->click();
    QTRY_VERIFY(m_house->told.last().contains("1 of 2"));
    QCOMPARE(calls.load(), 0);
    QCOMPARE(m_house->page->view()->currentKey(), std::string("HOOK_URL")); // where one looks next
    QCOMPARE(m_house->page->view()->currentEnvironment(), 1);

    // Understood: what is wrong, and which step of which flow that breaks.
    const QString said = m_house->everything();
    QVERIFY(said.contains("does not work in staging: HTTP 404"));
    QVERIFY(said.contains("nothing is under this path: 404"));
    QVERIFY(said.contains("DNS ") && said.contains("connection "));
    QVERIFY2(said.contains("breaks send ‹ notify"), qPrintable(said.right(2000)));
    QVERIFY(m_house->button("notify › send"));

    // Mended: edited in its place, asked again, reviewed and applied.
    CellEdit *field = m_house->field();
    QVERIFY(field);
    QTest::keyClick(field, Qt::Key_End);
    QTest::keyClicks(field, "e");
    QVERIFY(m_house->enter(field));
    m_house->page->view()->setFocus();
    QTest::keyClick(m_house->page->view(), Qt::Key_U);
    QTRY_VERIFY(m_house->told.last().contains("1 of 1"));
    const auto &findings = m_house->page->model()->matrix().findings;
    QVERIFY(std::none_of(findings.begin(), findings.end(), [](const environments::Finding &one) {
        return one.kind == environments::Finding::Kind::NoAnswer;
    }));
    auto *review = m_house->dialog<ReviewDialog>("environments.apply");
    QVERIFY(review);
    review->reason().setText("typing error");
    QSignalSpy applied(m_house->page->model(), &EnvironmentsModel::applied);
    review->applyButton().click();
    QTRY_COMPARE(applied.count(), 1);
    QByteArray mended = staging;
    QCOMPARE(m_house->read(".env.staging"), mended.replace("profil ", "profile "));
    QTRY_VERIFY(std::find(m_house->engine.acts.begin(), m_house->engine.acts.end(), "reload ") !=
                m_house->engine.acts.end());
    QCOMPARE(m_house->page->model()->pendingCount(), 0);
    QCOMPARE(calls.load(), 0);
}

void TestEnvironmentsWalk::whatDoesNotAnswerIsSaid()
{
    std::uint16_t port = 0;
    {
        TestServer server([](const net::ServerRequest &, net::Responder responder) { responder.send({}); });
        port = server.port();
    } // nobody listens there any more
    m_house->write(".env", "HOOK_URL=http://127.0.0.1:" + QByteArray::number(port) + "/p\nHOOK_TOKEN=x\n");
    m_house->write(".env.staging", "HOOK_URL=http://nowhere.invalid/p\nHOOK_TOKEN=x\n");
    m_house->write(".env.production", "HOOK_URL=hooks.prd/p\nHOOK_TOKEN=x\n");
    QVERIFY(m_house->open());
    m_house->run("environments.check_all");
    QTRY_VERIFY_WITH_TIMEOUT(m_house->told.last().contains("0 of 2"), 30'000); // the third is no URL
    const QString said = m_house->everything();
    QVERIFY(said.contains("does not work in dev"));
    QVERIFY(said.contains("does not work in staging"));
    QVERIFY(said.contains("no URL in production"));
}

void TestEnvironmentsWalk::gitIsToldToIgnoreFiles()
{
    if (QStandardPaths::findExecutable("git").isEmpty())
        QSKIP("git is not installed");
    QProcess git;
    git.setWorkingDirectory(m_house->house.folder.path());
    git.start("git", {"init", "--quiet"});
    QVERIFY(git.waitForFinished());
    QVERIFY(m_house->open());
    QTRY_COMPARE(m_house->page->model()->dangers().size(), std::size_t{3});
    QAbstractButton *ignore = m_house->button("Add to .gitignore");
    QVERIFY(ignore);
    ignore->click();
    QTRY_VERIFY(m_house->page->model()->dangers().empty());
    QVERIFY(!m_house->button("Add to .gitignore")); // the notice goes
    const QByteArray lines = m_house->read(".gitignore");
    for (const char *name : {".env\n", ".env.staging\n", ".env.production\n"})
        QVERIFY2(lines.contains(name), lines.constData());
}

void TestEnvironmentsWalk::valuesHaveSeveralLines()
{
    QVERIFY(m_house->open());
    m_house->go("RETRIES", 1);
    CellEdit *field = m_house->field();
    QVERIFY(field);
    const int before = field->height();
    QTest::keyClicks(field, "one");
    QTest::keyClick(field, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(field, "two # \"x\"");
    QVERIFY(field->height() > before);
    QVERIFY(m_house->enter(field));
    QCOMPARE(m_house->text("RETRIES", 1), QString("one↵two # \"x\""));
    field = m_house->field();
    QCOMPARE(field->toPlainText(), QString("one\ntwo # \"x\""));
    QTest::keyClick(field, Qt::Key_Escape);
    QSignalSpy applied(m_house->page->model(), &EnvironmentsModel::applied);
    m_house->page->model()->apply("ana", "");
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(m_house->text("RETRIES", 1), QString("one↵two # \"x\""));
    QVERIFY(m_house->read(".env.staging").endsWith("RETRIES='one\ntwo # \"x\"'\n"));
    m_house->go("HOOK_URL", 1); // a line that was copied as a whole has no end
    field = m_house->field();
    QApplication::clipboard()->setText("https://other/p\n");
    field->paste();
    QCOMPARE(field->toPlainText(), QString("https://other/p"));
}

void TestEnvironmentsWalk::aReadOnlyFileIsSaid()
{
    QVERIFY(QFile::setPermissions(m_house->path(".env.staging"), QFile::ReadOwner | QFile::ReadOther));
    QVERIFY(QFile::setPermissions(m_house->house.folder.path(), QFile::Permissions(0x7555)));
    const bool isRoot = ::geteuid() == 0; // who may write everything: as nobody then
    QVERIFY(!isRoot || ::setresuid(65534, 65534, 0) == 0);
    const auto back = qScopeGuard([&] { QVERIFY(!isRoot || ::setresuid(0, 0, 0) == 0); });
    QVERIFY(m_house->open());
    m_house->go("RETRIES", 1);
    QVERIFY(!m_house->field());
    QVERIFY2(m_house->told.last().contains("read only"), qPrintable(m_house->told.last()));
    m_house->page->open({"environments", {}, QUrlQuery("tab=files")});
    QVERIFY(m_house->everything().contains("Read only"));
}

void TestEnvironmentsWalk::editsAreKeptForTheNextTime()
{
    QVERIFY(m_house->open());
    const Result<void> set =
        m_house->page->model()->set("x", 1, {{"HOOK_TOKEN", "neu-geheim"}, {"RETRIES", "9"}});
    BATUTA_VERIFY_OK(set);
    m_house->page.reset(); // at once: nothing was waited for
    const QByteArray kept = m_house->read(".batuta/environments/pending");
    QVERIFY(kept.size() > 40 && !kept.contains("geheim") && !kept.contains("RETRIES"));
    QCOMPARE(QFile::permissions(m_house->path(".batuta/environments/pending")) &
                 (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
    m_house->write(".env.staging", "HOOK_URL=https://hooks.stg/p\nHOOK_TOKEN=stg-geheim\nRETRIES=4\n");
    QVERIFY(m_house->open());
    QTRY_COMPARE(m_house->page->model()->pendingCount(), 2);
    QVERIFY(m_house->told.join(' ').contains("of the last time"));
    QCOMPARE(m_house->text("RETRIES", 1), QString("9"));
    QCOMPARE(m_house->page->model()->conflicts().size(), std::size_t{1}); // it was 3
    m_house->run("environments.undo");                                    // and they are one step
    QCOMPARE(m_house->page->model()->pendingCount(), 0);
    m_house->page.reset();
    QCOMPARE(m_house->read(".batuta/environments/pending"), QByteArray("(not there)"));
}

void TestEnvironmentsWalk::keptEditsOfAnotherHandAreRefused()
{
    QVERIFY(m_house->open());
    m_house->page.reset();
    m_house->write(".batuta/environments/pending", "bm90aGluZyB0aGF0IHdhcyBzZWFsZWQgaGVyZSBhdCBhbGw=\n");
    QVERIFY(m_house->open());
    QTRY_VERIFY(!m_house->told.isEmpty());
    QCOMPARE(m_house->page->model()->pendingCount(), 0);
}

QTEST_MAIN(TestEnvironmentsWalk)
#include "tst_environments_walk.moc"
