// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/environments/env_house.h"
#include "tests/support/verify.h"
#include "views/pages/environments/matrix_header.h"
#include "views/pages/environments/text_panes.h"

#include <QComboBox>
#include <QMimeData>
#include <QScopeGuard>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// What stands beside the files on the page of the environments: variables of the process, and those of the
/// revision that serves.
class TestEnvironmentsBeside : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_house.reset(); }
    void theProcessIsAColumn();
    void theRevisionThatServesIsAColumn();
    void itIsUnderstoodWithoutLeavingThePage();
    void itIsNotChanged();
    void itsSecretsAreNotSeen();
    void twoSidesAreCompared();
    void aCloudThatIsAwayIsSaid();
    void anotherEnvironmentIsChosen();
    void withoutACloudNothingIsAsked();
    void aServiceWithoutNameIsSaid();

private:
    void deploy();
    MatrixTable &table() const { return *m_house->page->table(); }
    bool isThere() const
    {
        return QTest::qWaitFor([this] { return table().columnCount() == MatrixTable::FirstEnvironment + 4; });
    }

    std::unique_ptr<EnvHouse> m_house;
};

void TestEnvironmentsBeside::init()
{
    m_house = std::make_unique<EnvHouse>();
}

/// Most of production's traffic goes to a revision with an older URL and without RETRIES.
void TestEnvironmentsBeside::deploy()
{
    AuditEngine &engine = m_house->engine;
    engine.places = {{"staging", "p-stg", "us-east1", "orchestrator", false, false},
                     {"production", "p-prd", "us-east1", "orchestrator", false, true}};
    client::ServiceBoard &board = engine.service;
    board.at = WallTime(std::chrono::hours(24 * 365 * 50) + std::chrono::minutes(14 * 60 + 21));
    board.service.name = {"p-prd", "us-east1", "orchestrator"};
    board.service.latestReady = "orchestrator-00008-new";
    board.service.routed = {{"", 20, {}, {}}, {"orchestrator-00007-old", 80, {}, {}}};
    cloud::Revision old, fresh;
    old.name = "orchestrator-00007-old";
    old.config.env = {{"HOOK_URL", "https://hooks.old/p", {}, {}},
                      {"HOOK_TOKEN", "*** #77", {}, {}},
                      {"ONLY_THERE", "1", {}, {}},
                      {"ML_TOKEN", {}, "projects/p-prd/secrets/ml-token", "7"}};
    fresh.name = "orchestrator-00008-new";
    fresh.config.env = {{"HOOK_URL", "https://hooks.prd/p", {}, {}}};
    board.revisions = {fresh, old};
}

void TestEnvironmentsBeside::theProcessIsAColumn()
{
    qputenv("HOOK_URL", "https://hooks.process/p");
    const auto gone = qScopeGuard([] { qunsetenv("HOOK_URL"); });
    QVERIFY(m_house->open());
    QCOMPARE(table().columnCount(), MatrixTable::FirstEnvironment + 4);
    QCOMPARE(
        table().headerData(MatrixTable::FirstEnvironment + 3, Qt::Horizontal, Qt::DisplayRole).toString(),
        QString("process"));
    QCOMPARE(m_house->text("HOOK_URL", 3), QString("https://hooks.process/p"));
    QCOMPARE(m_house->text("RETRIES", 3), QString("not set"));
    QVERIFY(table().look(table().rowOf("HOOK_URL"), 3).differs);
    m_house->go("HOOK_URL", 0);
    const QString said = m_house->everything();
    QVERIFY(said.contains("in dev the process has another value, which is stronger: breaks send ‹ notify"));
    QVERIFY(said.contains("stronger than the files of dev: the engine takes it"));
    QVERIFY(m_house->page->view()->head().accessibleName() == QString()); // a header has no name of its own
    qunsetenv("HOOK_URL");
    emit m_house->house.control.workspaceChanged(); // read again
    QCOMPARE(table().columnCount(), MatrixTable::FirstEnvironment + 3);
}

void TestEnvironmentsBeside::theRevisionThatServesIsAColumn()
{
    deploy();
    QVERIFY(m_house->open());
    QVERIFY(isThere());
    QCOMPARE(m_house->engine.asked, std::vector<std::string>{"production/orchestrator"});
    QCOMPARE(m_house->text("HOOK_URL", 3), QString("https://hooks.old/p")); // of the 80 %
    QCOMPARE(m_house->text("RETRIES", 3), QString("not deployed"));
    QCOMPARE(m_house->text("ML_TOKEN", 3), QString("ml-token@7"));
    QCOMPARE(m_house->text("ML_TOKEN", 2), QString("not set"));
    QCOMPARE(m_house->text("ONLY_THERE", 3), QString("1"));
    QVERIFY(table().look(table().rowOf("HOOK_URL"), 3).differs);
    QVERIFY(!table().look(table().rowOf("ONLY_THERE"), 3).differs);
    const auto &findings = m_house->page->model()->matrix().findings;
    const auto found = std::find_if(findings.begin(), findings.end(), [](const environments::Finding &one) {
        return one.kind == environments::Finding::Kind::DeployedOther;
    });
    QVERIFY(found != findings.end());
    QCOMPARE(found->key, std::string("HOOK_URL"));
    QCOMPARE(found->breaks.size(), std::size_t{1});
    const QModelIndex cell = table().index(table().rowOf("HOOK_URL"), MatrixTable::FirstEnvironment + 3);
    QCOMPARE(cell.data(Qt::AccessibleTextRole).toString(),
             QString("HOOK_URL in deployed: https://hooks.old/p, differs"));
}

void TestEnvironmentsBeside::itIsUnderstoodWithoutLeavingThePage()
{
    deploy();
    QVERIFY(m_house->open() && isThere());
    m_house->go("HOOK_URL", 2);
    const QString said = m_house->everything();
    QVERIFY2(
        said.contains("in production the revision orchestrator-00007-old runs with another value: breaks "
                      "send ‹ notify"),
        qPrintable(said));
    QVERIFY(said.contains("not as in the files of production: they count after a deployment"));
    m_house->page->model()->lock().unlock();
    BATUTA_VERIFY_OK(m_house->page->model()->set("x", 2, {{"HOOK_URL", "https://hooks.old/p"}}));
    QVERIFY(!table().look(table().rowOf("HOOK_URL"), 3).differs); // as it will be
}

void TestEnvironmentsBeside::itIsNotChanged()
{
    deploy();
    QVERIFY(m_house->open() && isThere());
    m_house->page->model()->lock().unlock();
    m_house->go("HOOK_URL", 3);
    QVERIFY(!m_house->field());
    QVERIFY2(m_house->told.last().contains("not changed"), qPrintable(m_house->told.last()));
    const QModelIndex cell = table().index(table().rowOf("HOOK_URL"), MatrixTable::FirstEnvironment + 3);
    QVERIFY(!(cell.flags() & (Qt::ItemIsEditable | Qt::ItemIsDropEnabled | Qt::ItemIsDragEnabled)));
    const QModelIndex from = table().index(table().rowOf("HOOK_URL"), MatrixTable::FirstEnvironment);
    const std::unique_ptr<QMimeData> data(table().mimeData({from}));
    QVERIFY(!table().canDropMimeData(data.get(), Qt::CopyAction, -1, -1, cell));
    QVERIFY(!table().setData(cell, "x", Qt::EditRole) || m_house->page->model()->pendingCount() == 0);
    for (const char *id : {"environments.edit", "environments.unset", "environments.paste",
                           "environments.secret", "environments.reveal", "environments.copy"}) {
        QVERIFY2(!m_house->house.commands.action(id)->isEnabled(), id);
        m_house->run(id);
    }
    QCOMPARE(m_house->page->model()->pendingCount(), 0);
}

void TestEnvironmentsBeside::itsSecretsAreNotSeen()
{
    deploy();
    m_house->engine.service.revisions.back().config.env.push_back(
        {"DATABASE", "postgresql://user:geheim-Db@host/x", {}, {}});
    qputenv("HOOK_TOKEN", "prozess-geheim");
    const auto gone = qScopeGuard([] { qunsetenv("HOOK_TOKEN"); });
    QVERIFY(m_house->open());
    QTRY_COMPARE(table().columnCount(), MatrixTable::FirstEnvironment + 5);
    QCOMPARE(table().look(table().rowOf("HOOK_TOKEN"), 4).kind, CellLook::Secret);
    QVERIFY(!table().look(table().rowOf("HOOK_TOKEN"), 4).differs); // nobody can tell
    for (const char *tab : {"matrix", "differences", "files", "history"}) {
        m_house->page->open({"environments", {}, QUrlQuery(QString("tab=%1").arg(tab))});
        auto *differences = m_house->page->findChild<DifferencesPane *>();
        for (QComboBox *side : differences->findChildren<QComboBox *>()) {
            side->setCurrentIndex(side->count() - 1);
            emit side->activated(side->currentIndex());
        }
        m_house->go("HOOK_TOKEN", 0);
        QVERIFY2(!m_house->everything().contains("geheim"), tab);
    }
}

void TestEnvironmentsBeside::twoSidesAreCompared()
{
    deploy();
    QVERIFY(m_house->open() && isThere());
    m_house->page->open({"environments", {}, QUrlQuery("tab=differences")});
    auto *pane = m_house->page->findChild<DifferencesPane *>();
    const auto sides = pane->findChildren<QComboBox *>();
    QCOMPARE(sides.size(), 2);
    sides[0]->setCurrentText("production");
    sides[1]->setCurrentText("deployed (production)");
    emit sides[1]->activated(sides[1]->currentIndex());
    QStringList before, after;
    for (const DiffRow &row : pane->findChild<DiffView *>()->rows().rows)
        if (!row.isSame) {
            before << row.before.text;
            after << row.after.text;
        }
    QVERIFY(before.contains("HOOK_URL=https://hooks.prd/p") &&
            after.contains("HOOK_URL=https://hooks.old/p"));
    QVERIFY(before.contains("RETRIES=5") && after.contains("# RETRIES"));
    QVERIFY(before.filter("HOOK_TOKEN").isEmpty()); // not comparable is no difference
    sides[1]->setCurrentText("staging");
    emit sides[1]->activated(sides[1]->currentIndex());
    m_house->engine.places.clear();
    m_house->page->deployed()->choose(""); // the side goes, the others stay chosen
    QTRY_COMPARE(sides[1]->count(), 3);
    QCOMPARE(sides[1]->currentText(), QString("staging"));
}

void TestEnvironmentsBeside::aCloudThatIsAwayIsSaid()
{
    deploy();
    m_house->engine.cloudTrouble = Error{ErrorCode::CloudSignIn, "p-prd", "there are no credentials", {}, ""};
    QVERIFY(m_house->open());
    QTRY_VERIFY(m_house->everything().contains("What is deployed cannot be shown."));
    QCOMPARE(table().columnCount(), MatrixTable::FirstEnvironment + 3);
    m_house->engine.cloudTrouble.reset();
    m_house->button("Ask the cloud again")->click();
    QVERIFY(isThere());
    QVERIFY(!m_house->button("Ask the cloud again"));
    m_house->engine.cloudTrouble =
        Error{ErrorCode::EngineUnreachable, "run.googleapis.com", "no route to host", {}, ""};
    m_house->page->refresh();
    QTRY_VERIFY(m_house->button("Ask the cloud again"));
    QVERIFY(isThere()); // what was read last, with its time
    QVERIFY(m_house->everything().contains("what is deployed is shown as of 14:21"));
    m_house->engine.cloudTrouble.reset();
    m_house->house.link.detach({ErrorCode::EngineUnreachable, "engine", "it has stopped", {}, ""});
    QTRY_VERIFY(m_house->everything().contains("what is deployed is shown as of 14:21"));
    QVERIFY(isThere());
    m_house->house.link.attach(m_house->engine); // it asks by itself
    QTRY_VERIFY(!m_house->button("Ask the cloud again"));
}

void TestEnvironmentsBeside::anotherEnvironmentIsChosen()
{
    deploy();
    QVERIFY(m_house->open() && isThere());
    QComboBox *choice = nullptr;
    for (QComboBox *one : m_house->page->findChildren<QComboBox *>())
        if (one->findText("Deployed: staging") >= 0)
            choice = one;
    QVERIFY(choice && choice->isVisible());
    QCOMPARE(choice->currentText(), QString("Deployed: production"));
    choice->setCurrentText("Deployed: staging");
    emit choice->activated(choice->currentIndex());
    QTRY_COMPARE(m_house->engine.asked.back(), std::string("staging/orchestrator"));
    QVERIFY(isThere());
    QTRY_VERIFY(m_house->everything().contains("in staging the revision"));
    choice->setCurrentText("Deployed: none");
    emit choice->activated(choice->currentIndex());
    QCOMPARE(table().columnCount(), MatrixTable::FirstEnvironment + 3);
    const std::size_t asked = m_house->engine.asked.size();
    QVERIFY(m_house->open()); // and it is so the next time
    m_house->page->refresh();
    QTRY_VERIFY(m_house->page->model()->isLoaded());
    QCOMPARE(m_house->engine.asked.size(), asked);
}

void TestEnvironmentsBeside::withoutACloudNothingIsAsked()
{
    QVERIFY(m_house->open());
    QTRY_VERIFY(!m_house->page->deployed()->isAsking());
    QVERIFY(m_house->engine.asked.empty());
    QVERIFY(!m_house->button("Ask the cloud again"));
    for (const QComboBox *one : m_house->page->findChildren<QComboBox *>())
        QVERIFY(one->findText("Deployed: none") < 0 || !one->isVisible());
}

void TestEnvironmentsBeside::aServiceWithoutNameIsSaid()
{
    deploy();
    m_house->engine.places.back().service.clear();
    QVERIFY(m_house->open());
    QTRY_VERIFY(m_house->everything().contains("names no service"));
    m_house->engine.places.back().service = "orchestrator";
    m_house->engine.service.service.routed = {{"orchestrator-00001-gone", 100, {}, {}}};
    m_house->page->refresh();
    QTRY_VERIFY(m_house->everything().contains("not in the list"));
    QCOMPARE(table().columnCount(), MatrixTable::FirstEnvironment + 3);
}

QTEST_MAIN(TestEnvironmentsBeside)
#include "tst_environments_beside.moc"
