// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "tests/pages/environments/audit_engine.h"
#include "tests/pages/logs/logs_house.h"
#include "tests/support/verify.h"
#include "views/pages/editor/versions/diff_view.h"
#include "views/pages/environments/cell_edit.h"
#include "views/pages/environments/environments_page.h"
#include "views/pages/environments/export_dialog.h"
#include "views/pages/environments/import_dialog.h"
#include "views/pages/environments/matrix_view.h"
#include "views/pages/environments/review_dialog.h"
#include "views/pages/environments/text_panes.h"
#include "views/widgets/button.h"
#include "views/widgets/code_view.h"
#include "views/widgets/overlay.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTableWidget>
#include <QTreeWidget>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

namespace {

const char *const kSecret = "geheim-Xy12";

/// An engine elsewhere.
class FarEngine final : public EngineControl
{
public:
    void start() override {}
    void stop() override {}
    Diagnosis diagnosis() const override { return {}; }
    WorkspaceInfo workspace() const override { return {"far", "", "dev", false, "engine.example:8443"}; }
    void openWorkspace(const QString &) override {}
    EngineAddress address() const override { return {}; }
    void check(const EngineAddress &, QObject *, Then) override {}
    void enter(const EngineAddress &, const client::EngineInfo &) override {}
};

} // namespace

/// The page of the environments by keys and clicks, over real files.
class TestEnvironmentsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void theMatrixShowsWhatIsThere();
    void aGapSaysWhatItBreaks();
    void aValueIsEditedAppliedAndUndone();
    void cellsAreCopied();
    void aCellIsDroppedOnAnotherEnvironment();
    void productionIsTypedOut();
    void aConflictIsTold();
    void secretsAreNowhere();
    void aSecretIsRevealedForAWhile();
    void filtersLeaveTheirKeys();
    void nextProblemGoesThroughThem();
    void anAddressLeadsToACell();
    void filesAreImported();
    void environmentsAreExported();
    void whatWasAppliedIsRestored();
    void noFileIsAnOffer();
    void anEngineElsewhereIsSaid();
    void pictures();

private:
    void write(const QString &name, const QByteArray &text);
    QByteArray read(const QString &name) const;
    void make();
    void go(const char *key, int environment) { m_page->view()->go(key, environment); }
    void run(const char *id) { m_house->commands.action(id)->trigger(); }
    QString text(const char *key, int environment) const;
    void type(const QString &value);
    template <class Dialog> Dialog *dialog(const char *command);
    QString everything() const;

    std::unique_ptr<LogsHouse> m_house;
    std::unique_ptr<EnvironmentsPage> m_page;
    QStringList m_told;
};

void TestEnvironmentsPage::initTestCase()
{
    m_house = std::make_unique<LogsHouse>();
}

void TestEnvironmentsPage::write(const QString &name, const QByteArray &text)
{
    const QString path = m_house->folder.filePath(name);
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(text);
}

QByteArray TestEnvironmentsPage::read(const QString &name) const
{
    QFile file(m_house->folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(not there)");
}

void TestEnvironmentsPage::make()
{
    m_page = std::make_unique<EnvironmentsPage>(m_house->context(), m_house->control);
    connect(m_page.get(), &Page::told, this, [this](const QString &told) { m_told << told; });
    m_page->resize(1364, 800);
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(m_page->model()->isLoaded());
    m_page->view()->setFocus();
}

void TestEnvironmentsPage::init()
{
    m_house->control.lock().lock();
    for (const char *name : {".env", ".env.staging", ".env.production", "new.yaml", "in.env"})
        QFile::remove(m_house->folder.filePath(name));
    QDir(m_house->folder.filePath(".batuta")).removeRecursively();
    m_told.clear();
    write("flows/ml/notify.yaml",
          "batuta: 1\nname: notify\nsteps:\n  send:\n    http:\n      method: POST\n      url: ${{ "
          "env.HOOK_URL }}\n"
          "      headers:\n        Authorization: Bearer ${{ secrets.HOOK_TOKEN }}\n");
    write(".env.example",
          "# --- Function URLs ---\n# Receives the result\nHOOK_URL=https://REGION-x  # required\n"
          "# --- Auth ---\nHOOK_TOKEN=changeme\n# --- Runtime ---\nRETRIES=3\nLEVEL=INFO\n");
    write(".env", QByteArray("HOOK_URL=https://hooks.dev/p\nHOOK_TOKEN=") + kSecret +
                      "\nRETRIES=3\nLEVEL=DEBUG\nODD=1\n");
    write(".env.staging", "HOOK_URL=https://hooks.stg/p\nHOOK_TOKEN=stg-geheim\nRETRIES=3\nLEVEL=INFO\n");
    write(".env.production", "HOOK_TOKEN=prd-geheim\nRETRIES=5\nLEVEL=INFO\n");
    make();
}

void TestEnvironmentsPage::cleanup()
{
    m_page.reset();
}

QString TestEnvironmentsPage::text(const char *key, int environment) const
{
    const MatrixTable &table = *m_page->table();
    return table.index(table.rowOf(key), MatrixTable::FirstEnvironment + environment).data().toString();
}

/// Into the current cell, as a person does.
void TestEnvironmentsPage::type(const QString &value)
{
    QTest::keyClick(m_page->view(), Qt::Key_F2);
    auto *field = qobject_cast<CellEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    field->selectAll();
    QTest::keyClicks(field, value);
    QSignalSpy changed(m_page->model(), &EnvironmentsModel::changed);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!changed.isEmpty()); // what is typed is taken a moment later
}

template <class Dialog> Dialog *TestEnvironmentsPage::dialog(const char *command)
{
    run(command);
    return m_page->template findChild<Dialog *>();
}

/// All that is said anywhere in the window.
QString TestEnvironmentsPage::everything() const
{
    QStringList all = m_told;
    const auto widgets = m_page->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        all << widget->accessibleName() << widget->accessibleDescription() << widget->toolTip();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            all << label->text();
        if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            all << field->text();
        if (const auto *code = qobject_cast<const QPlainTextEdit *>(widget))
            all << code->toPlainText();
        if (const auto *diff = qobject_cast<const DiffView *>(widget))
            for (const DiffRow &row : diff->rows().rows)
                all << row.before.text << row.after.text;
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget))
            for (int row = 0; view->model() && row < view->model()->rowCount(); ++row)
                for (int column = 0; column < view->model()->columnCount(); ++column)
                    for (const int role :
                         {int(Qt::DisplayRole), int(Qt::AccessibleTextRole), int(Qt::ToolTipRole)})
                        all << view->model()->index(row, column).data(role).toString();
    }
    return all.join('\n') + QApplication::clipboard()->text();
}

void TestEnvironmentsPage::theMatrixShowsWhatIsThere()
{
    const MatrixTable &table = *m_page->table();
    QCOMPARE(table.columnCount(), 5);
    QCOMPARE(table.headerData(4, Qt::Horizontal, Qt::DisplayRole).toString(), QString("PRODUCTION"));
    QVERIFY(table.isGroup(0));
    QCOMPARE(table.group(0), QString("Function URLs"));
    QCOMPARE(text("HOOK_URL", 0), QString("https://hooks.dev/p"));
    QCOMPARE(text("HOOK_URL", 2), QString("Missing"));
    QCOMPARE(table.look(table.rowOf("HOOK_URL"), 2).kind, CellLook::Missing);
    QVERIFY(text("HOOK_TOKEN", 0).startsWith(QString(8, QChar(0x2022))));
    QCOMPARE(text("HOOK_TOKEN", 0).size(), 13);
    QVERIFY(table.look(table.rowOf("RETRIES"), 2).differs);
    QVERIFY(!table.look(table.rowOf("HOOK_URL"), 0).differs); // meant to be another
    QCOMPARE(text("ODD", 1), QString("not set"));
}

void TestEnvironmentsPage::aGapSaysWhatItBreaks()
{
    go("HOOK_URL", 2);
    QVERIFY(everything().contains("send"));
    QSignalSpy opened(m_page.get(), &Page::openRequested);
    for (QAbstractButton *button : m_page->findChildren<QAbstractButton *>())
        if (button->text().contains("send") && button->isVisible())
            button->click();
    QCOMPARE(opened.count(), 1);
    const auto address = opened.first().first().value<Address>();
    QCOMPARE(address.text(), QString("batuta://flow/notify?step=send"));
}

void TestEnvironmentsPage::aValueIsEditedAppliedAndUndone()
{
    go("RETRIES", 1);
    type("7");
    QCOMPARE(text("RETRIES", 1), QString("7"));
    QVERIFY(m_page->table()->look(m_page->table()->rowOf("RETRIES"), 1).isPending);
    run("environments.undo");
    QCOMPARE(text("RETRIES", 1), QString("3"));
    run("environments.redo");
    go("LEVEL", 1);
    QTest::keyClick(m_page->view(), Qt::Key_Delete);
    QCOMPARE(m_page->model()->pendingCount(), 2);
    auto *review = dialog<ReviewDialog>("environments.apply");
    QVERIFY(review);
    QCOMPARE(review->diff().rows().removed, 2);
    QCOMPARE(review->diff().rows().added, 1);
    review->reason().setText("slower");
    QSignalSpy applied(m_page->model(), &EnvironmentsModel::applied);
    review->applyButton().click();
    QTRY_COMPARE(applied.count(), 1);
    QCOMPARE(read(".env.staging"),
             QByteArray("HOOK_URL=https://hooks.stg/p\nHOOK_TOKEN=stg-geheim\nRETRIES=7\n"));
    QCOMPARE(m_page->model()->changes().front().why, std::string("slower"));
    QTRY_VERIFY(!m_page->findChild<ReviewDialog *>());
}

void TestEnvironmentsPage::cellsAreCopied()
{
    go("LEVEL", 0);
    run("environments.copy");
    QCOMPARE(QApplication::clipboard()->text(), QString("DEBUG"));
    go("LEVEL", 1);
    run("environments.paste");
    QCOMPARE(text("LEVEL", 1), QString("DEBUG"));
    m_page->model()->lock().unlock();
    run("environments.paste_all");
    QCOMPARE(text("LEVEL", 2), QString("DEBUG"));
    go("HOOK_TOKEN", 0);
    run("environments.copy");
    QVERIFY(!QApplication::clipboard()->text().contains(kSecret));
    go("HOOK_TOKEN", 1);
    run("environments.paste");
    QCOMPARE(text("HOOK_TOKEN", 1), text("HOOK_TOKEN", 0)); // the same fingerprint
}

void TestEnvironmentsPage::aCellIsDroppedOnAnotherEnvironment()
{
    MatrixTable &table = *m_page->table();
    const QModelIndex from = table.index(table.rowOf("HOOK_TOKEN"), MatrixTable::FirstEnvironment);
    const std::unique_ptr<QMimeData> data(table.mimeData({from}));
    for (const QString &format : data->formats())
        QVERIFY(!data->data(format).contains(kSecret));
    const QModelIndex to = table.index(table.rowOf("RETRIES"), MatrixTable::FirstEnvironment + 1);
    QVERIFY(table.canDropMimeData(data.get(), Qt::CopyAction, -1, -1, to));
    table.dropMimeData(data.get(), Qt::CopyAction, -1, -1, to);
    QCOMPARE(text("HOOK_TOKEN", 1), text("HOOK_TOKEN", 0));
    QVERIFY(m_page->model()->isPending(1, "HOOK_TOKEN"));
}

void TestEnvironmentsPage::productionIsTypedOut()
{
    go("HOOK_URL", 2);
    QTest::keyClick(m_page->view(), Qt::Key_F2);
    QVERIFY(!qobject_cast<CellEdit *>(QApplication::focusWidget()));
    QVERIFY(m_told.last().contains("unlock", Qt::CaseInsensitive));
    run("environments.unlock");
    go("HOOK_URL", 2);
    type("https://hooks.prd/p");
    auto *review = dialog<ReviewDialog>("environments.apply");
    QVERIFY(!review->applyButton().isEnabled());
    review->typedName().setText("Production");
    QVERIFY(!review->applyButton().isEnabled());
    review->typedName().setText("production");
    QVERIFY(review->applyButton().isEnabled());
    QTest::keyClick(&review->typedName(), Qt::Key_Return); // never by Enter
    QVERIFY(!m_page->model()->isApplying());
    QCOMPARE(read(".env.production"), QByteArray("HOOK_TOKEN=prd-geheim\nRETRIES=5\nLEVEL=INFO\n"));
    QSignalSpy applied(m_page->model(), &EnvironmentsModel::applied);
    review->applyButton().click();
    QTRY_COMPARE(applied.count(), 1);
    QVERIFY(read(".env.production").startsWith("HOOK_URL=https://hooks.prd/p\n") ||
            read(".env.production").endsWith("HOOK_URL=https://hooks.prd/p\n"));
}

void TestEnvironmentsPage::aConflictIsTold()
{
    go("RETRIES", 1);
    type("9");
    write(".env.staging", "RETRIES=4\n");
    QTRY_COMPARE(m_page->model()->conflicts().size(), std::size_t{1});
    auto *review = dialog<ReviewDialog>("environments.apply");
    QVERIFY(!review->applyButton().isEnabled());
    const auto buttons = m_page->findChildren<QAbstractButton *>();
    const auto keep = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
        return button->text() == "Keep mine";
    });
    QVERIFY(keep != buttons.end());
    (*keep)->click();
    QVERIFY(m_page->model()->conflicts().empty());
    QVERIFY(review->applyButton().isEnabled());
    QCOMPARE(text("RETRIES", 1), QString("9"));
}

void TestEnvironmentsPage::secretsAreNowhere()
{
    go("HOOK_TOKEN", 1);
    QTest::keyClick(m_page->view(), Qt::Key_F2);
    auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    QVERIFY(field);
    QCOMPARE(field->echoMode(), QLineEdit::Password);
    QVERIFY(field->text().isEmpty());
    QTest::keyClicks(field, "neu-geheim");
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(m_page->model()->isPending(1, "HOOK_TOKEN"));
    for (const char *tab : {"differences", "files", "history", "matrix"}) {
        QUrlQuery query;
        query.addQueryItem("tab", tab);
        m_page->open({"environments", {}, query});
        QVERIFY2(!everything().contains("geheim"), tab);
    }
    QVERIFY(dialog<ReviewDialog>("environments.apply"));
    QVERIFY(!everything().contains("geheim"));
    QVERIFY(dialog<ExportDialog>("environments.export"));
    QVERIFY(!everything().contains("geheim"));
}

void TestEnvironmentsPage::aSecretIsRevealedForAWhile()
{
    go("HOOK_TOKEN", 0);
    run("environments.reveal"); // without an engine there is no audit
    QTRY_VERIFY(!m_told.isEmpty());
    QVERIFY(!everything().contains(kSecret));
    AuditEngine engine;
    m_house->link.attach(engine);
    const auto gone = qScopeGuard([this] { m_house->link.detach({}); });
    engine.refuses = true;
    run("environments.reveal"); // nor without the role
    QTRY_VERIFY(engine.acts.size() == 1);
    QTRY_VERIFY(m_told.last().contains("role"));
    QVERIFY(!everything().contains(kSecret));
    engine.refuses = false;
    run("environments.reveal");
    QTRY_COMPARE(text("HOOK_TOKEN", 0), QString(kSecret));
    QCOMPARE(engine.acts.back(), std::string("reveal_secret dev/HOOK_TOKEN"));
    const MatrixTable &table = *m_page->table();
    const QModelIndex cell = table.index(table.rowOf("HOOK_TOKEN"), MatrixTable::FirstEnvironment);
    QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().contains(kSecret));
    QTRY_COMPARE(m_page->model()->changes().size(), std::size_t{1});
    run("environments.copy"); // while it is seen
    QCOMPARE(QApplication::clipboard()->text(), QString(kSecret));
    for (const char *name : {"hide", "forget"}) { // 20 seconds, of which some have gone
        auto *timer = m_page->findChild<QTimer *>(name);
        QVERIFY(timer && timer->isActive() && timer->isSingleShot());
        QCOMPARE(timer->interval(), 20'000);
        timer->start(0);
    }
    QTRY_VERIFY(!text("HOOK_TOKEN", 0).contains(kSecret));
    QTRY_VERIFY(QApplication::clipboard()->text().isEmpty());
    for (const char *name : {"hide", "forget"})
        m_page->findChild<QTimer *>(name)->setInterval(20'000);
    run("environments.reveal");
    QTRY_COMPARE(text("HOOK_TOKEN", 0), QString(kSecret));
    run("environments.copy");
    m_page->table()->hideAll();
    QVERIFY(!read(".batuta/environments/history.jsonl").contains(kSecret));
    m_page.reset(); // and the clipboard does not outlive the page
    QVERIFY(QApplication::clipboard()->text().isEmpty());
    make();
}

void TestEnvironmentsPage::filtersLeaveTheirKeys()
{
    MatrixTable &table = *m_page->table();
    QCOMPARE(table.count(MatrixTable::Filter::All), 5);
    QCOMPARE(table.count(MatrixTable::Filter::Secrets), 1);
    table.setFilter("", MatrixTable::Filter::Secrets);
    QCOMPARE(table.rowCount(), 2);
    table.setFilter("retr", MatrixTable::Filter::All);
    QCOMPARE(table.rowOf("RETRIES"), 1);
    QCOMPARE(table.rowOf("LEVEL"), -1);
    table.setFilter("", MatrixTable::Filter::All);
    const int rows = table.rowCount();
    table.toggle(0);
    QCOMPARE(table.rowCount(), rows - 1);
}

void TestEnvironmentsPage::nextProblemGoesThroughThem()
{
    go("LEVEL", 0);
    QTest::keyClick(m_page->view(), Qt::Key_P);
    QCOMPARE(m_page->view()->currentKey(), std::string("HOOK_URL"));
    QCOMPARE(m_page->view()->currentEnvironment(), 2);
    QTest::keyClick(m_page->view(), Qt::Key_P);
    QVERIFY(m_page->view()->currentKey() != "HOOK_URL");
}

void TestEnvironmentsPage::anAddressLeadsToACell()
{
    const auto address = Address::parse("batuta://environments?key=RETRIES&env=production");
    QVERIFY(address);
    m_page->open(*address);
    QCOMPARE(m_page->view()->currentKey(), std::string("RETRIES"));
    QCOMPARE(m_page->view()->currentEnvironment(), 2);
    QCOMPARE(m_page->address().text(), address->text());
}

void TestEnvironmentsPage::filesAreImported()
{
    write("in.env", "RETRIES=8\nHOOKURL=https://hooks.other/p\nSTRANGE=1\n");
    auto *import = dialog<ImportDialog>("environments.import");
    import->environment().setCurrentIndex(1);
    import->read(m_house->folder.filePath("in.env"));
    QCOMPARE(import->mapping().rowCount(), 3);
    QVERIFY(import->mapping().item(0, 0)->text().contains("HOOKURL")); // unknown ones first
    auto *first = qobject_cast<QComboBox *>(import->mapping().cellWidget(0, 2));
    first->setCurrentIndex(first->findData("HOOK_URL"));
    auto *second = qobject_cast<QComboBox *>(import->mapping().cellWidget(1, 2));
    second->setCurrentIndex(second->findData(QString()));
    import->takeButton().click();
    QCOMPARE(m_page->model()->pendingCount(), 2);
    QCOMPARE(text("HOOK_URL", 1), QString("https://hooks.other/p"));
    QCOMPARE(text("RETRIES", 1), QString("8"));
}

void TestEnvironmentsPage::environmentsAreExported()
{
    auto *dialogue = dialog<ExportDialog>("environments.export");
    QVERIFY(!dialogue->writeButton().isEnabled());
    dialogue->path().setText(m_house->folder.filePath(".env")); // never over a file
    QVERIFY(!dialogue->writeButton().isEnabled());
    dialogue->path().setText(m_house->folder.filePath("new.yaml"));
    dialogue->withSecrets().setChecked(true);
    QVERIFY(!dialogue->writeButton().isEnabled()); // asked once
    dialogue->withSecrets().setChecked(false);
    dialogue->writeButton().click();
    const QByteArray written = read("new.yaml");
    QVERIFY(written.contains("RETRIES: \"3\""));
    QVERIFY(!written.contains("geheim"));
    QVERIFY(QFile::remove(m_house->folder.filePath("new.yaml")));
    QTRY_VERIFY(!m_page->findChild<ExportDialog *>());
    dialogue = dialog<ExportDialog>("environments.export");
    dialogue->path().setText(m_house->folder.filePath("new.yaml"));
    dialogue->withSecrets().setChecked(true);
    dialogue->really().setChecked(true); // asked twice
    dialogue->writeButton().click();
    QVERIFY(read("new.yaml").contains("stg-geheim"));
    QCOMPARE(QFile::permissions(m_house->folder.filePath("new.yaml")) & (QFile::ReadGroup | QFile::ReadOther),
             QFile::Permissions());
}

void TestEnvironmentsPage::whatWasAppliedIsRestored()
{
    go("RETRIES", 1);
    type("7");
    QSignalSpy applied(m_page->model(), &EnvironmentsModel::applied);
    dialog<ReviewDialog>("environments.apply")->applyButton().click();
    QTRY_COMPARE(applied.count(), 1);
    auto *history = m_page->findChild<EnvHistoryPane *>();
    auto *list = history->findChild<QTreeWidget *>();
    QCOMPARE(list->topLevelItemCount(), 1);
    list->setCurrentItem(list->topLevelItem(0));
    history->findChild<Button *>()->click();
    QCOMPARE(text("RETRIES", 1), QString("3"));
    QCOMPARE(m_page->model()->pendingCount(), 1);
}

void TestEnvironmentsPage::noFileIsAnOffer()
{
    m_page.reset();
    for (const char *name : {".env", ".env.staging", ".env.production"})
        QVERIFY(QFile::remove(m_house->folder.filePath(name)));
    make();
    QVERIFY(m_page->model()->isEmpty());
    run("environments.create");
    QCOMPARE(text("RETRIES", 0), QString("3"));
    QCOMPARE(read(".env"), QByteArray("(not there)"));
    QCOMPARE(m_page->table()->look(m_page->table()->rowOf("HOOK_URL"), 0).isWrong, true); // a placeholder
}

void TestEnvironmentsPage::anEngineElsewhereIsSaid()
{
    FarEngine far;
    EnvironmentsPage page(m_house->context(), far);
    QVERIFY(!page.model());
    page.open({"environments", {}, {}});
    page.refresh();
    bool isSaid = false;
    for (const QLabel *label : page.findChildren<QLabel *>())
        isSaid = isSaid || label->text().contains("with its engine");
    QVERIFY(isSaid);
}

/// For eyes, when BATUTA_PICTURES names a folder.
void TestEnvironmentsPage::pictures()
{
    const QString folder = qEnvironmentVariable("BATUTA_PICTURES");
    if (folder.isEmpty())
        QSKIP("BATUTA_PICTURES is not set");
    write("in.env", "RETRIES=8\nHOOKURL=https://hooks.other/p\nSTRANGE=1\n");
    const auto save = [&](const QString &name) {
        QCoreApplication::processEvents(); // palette and layout come a moment later
        QVERIFY(m_page->grab().save(folder + '/' + name + ".png"));
    };
    for (const auto mode : {ThemeMode::Light, ThemeMode::Dark}) {
        m_house->theme.setMode(mode);
        const QString tail = mode == ThemeMode::Light ? "-light" : "-dark";
        go("HOOK_URL", 2);
        for (const char *tab : {"matrix", "differences", "files", "history"}) {
            m_page->open({"environments", {}, QUrlQuery(QString("tab=%1").arg(tab))});
            save(tab + tail);
        }
        m_page->open({"environments", {}, QUrlQuery("tab=matrix")});
        m_page->model()->lock().unlock();
        go("HOOK_URL", 2);
        QVERIFY(m_page->model()->set("x", 2, {{"HOOK_URL", "https://hooks.prd/p"}}));
        save("pending" + tail);
        go("HOOK_TOKEN", 2);
        for (const char *command :
             {"environments.apply", "environments.secret", "environments.export", "environments.import"}) {
            run(command);
            if (auto *import = m_page->findChild<ImportDialog *>())
                import->read(m_house->folder.filePath("in.env"));
            save(QString(command).section('.', 1) + tail);
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
            QTRY_VERIFY(!m_page->findChild<Overlay *>());
        }
        m_page->model()->undo().undo();
    }
    m_house->theme.setMode(ThemeMode::Light);
}

QTEST_MAIN(TestEnvironmentsPage)
#include "tst_environments_page.moc"
