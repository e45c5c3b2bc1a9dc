// SPDX-FileCopyrightText: 2026 The Batuta authors
// SPDX-License-Identifier: MIT
#include "app/console/remote_control.h"
#include "app/console/window.h"
#include "tests/remote/serve_house.h"
#include "tests/support/verify.h"
#include "views/pages/runs/runs_page.h"
#include "views/shell/connection.h"
#include "views/shell/look.h"
#include "views/shell/sign_in.h"
#include "views/shell/status_strip.h"
#include "views/widgets/button.h"
#include "views/widgets/label.h"

#include <QAccessible>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTableView>

#include <csignal>

using namespace batuta;
using namespace batuta::tests;
using namespace batuta::views;

/// The real window on a real engine in another process.
class TestOtherEngine : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void worksAsOnItsOwnEngine();
    void theStatusBarSaysWhichEngine();
    void aWrongTokenIsAskedForAndKeptNowhere();
    void aLostEngineIsShownCountedAndFoundAgain();
    void aHungEngineNeverStopsTheWindow();
    void whatRunsElsewhereDoesNotKeepTheWindowOpen();
    void theSignInSaysPlainlyWhatIsWrong_data();
    void theSignInSaysPlainlyWhatIsWrong();
    void anotherEngineIsShownInAWindowOfItsOwn();
    void everyControlOfTheSignInHasANameInBothLanguages();

private:
    bool open(const EngineAddress &address, bool isLetIn = true);
    QString run(const std::string &flow);
    QStringList textsOf(const QWidget *widget) const;
    Shell &shell() { return m_window->shell(); }
    EngineLink &link() { return m_window->link(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ServeHouse> m_house;
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Look> m_look;
    std::unique_ptr<console::Window> m_window;
};

void TestOtherEngine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_house = std::make_unique<ServeHouse>();
    QVERIFY(m_house->start());
    m_preferences = std::make_unique<Preferences>(m_folder->filePath("console.ini"));
    m_preferences->setLanguage("en");
    m_theme = std::make_unique<Theme>();
    m_theme->install();
    m_look = std::make_unique<Look>(*m_preferences, *m_theme);
}

void TestOtherEngine::cleanup()
{
    m_window.reset();
    m_look.reset();
    m_theme.reset();
    m_preferences.reset();
    m_house.reset();
}

bool TestOtherEngine::open(const EngineAddress &address, bool isLetIn)
{
    m_window = std::make_unique<console::Window>(
        *m_preferences, m_folder->filePath("state.json"), [&](EngineLink &link) {
            return std::make_unique<console::RemoteControl>(address, client::EngineInfo(), link);
        });
    shell().resize(1440, 900);
    shell().begin();
    m_window->control().start();
    return !isLetIn ||
           QTest::qWaitFor([this] { return link().isRunning() && link().flows().size() == 3; }, 15'000);
}

QString TestOtherEngine::run(const std::string &flow)
{
    QString id;
    client::StartExecution command;
    command.flow = FlowName(flow);
    link().start(std::move(command), this, [&](const Result<client::Started> &started) {
        id = started ? QString::fromStdString(started->id.value) : QString("refused");
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(!id.isEmpty(), 15'000); }();
    return id;
}

QStringList TestOtherEngine::textsOf(const QWidget *widget) const
{
    QStringList texts;
    for (const QWidget *child : widget->findChildren<QWidget *>()) {
        if (!child->isVisible())
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(child))
            texts << label->text();
        if (const auto *button = qobject_cast<const QAbstractButton *>(child))
            texts << button->text();
    }
    return texts;
}

void TestOtherEngine::worksAsOnItsOwnEngine()
{
    QVERIFY(open(m_house->address()));
    QCOMPARE(shell().currentPage()->address().view, QString("overview"));
    shell().open({"runs", {}, {}});
    const auto *table = shell().currentPage()->findChild<QTableView *>();
    QVERIFY(table);
    const QString first = run("quick");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 15'000); // by an event
    const QString second = run("hour");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(link().running(), 1, 15'000);
    shell().open({"flows", "quick", {}});
    QVERIFY(link().flow("quick")->definition); // so that every setting can be shown
    shell().open({"run", second, {}});
    QTRY_VERIFY_WITH_TIMEOUT(textsOf(shell().currentPage()).join(' ').contains("hour"), 15'000);
    bool cancelled = false;
    link().cancel(second, this, [&](const Result<void> &asked) { cancelled = asked.has_value(); });
    QTRY_VERIFY_WITH_TIMEOUT(cancelled, 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(link().running(), 0, 15'000);
}

void TestOtherEngine::theStatusBarSaysWhichEngine()
{
    QVERIFY(open(m_house->address()));
    const QString place = m_house->address().place();
    const auto *strip = shell().findChild<StatusStrip *>();
    QTRY_VERIFY(textsOf(strip).join(' ').contains(place + " · Connected"));
    QVERIFY(shell().windowTitle().contains(place));
    QVERIFY(!m_window->control().workspace().name.isEmpty());
}

void TestOtherEngine::aWrongTokenIsAskedForAndKeptNowhere()
{
    EngineAddress address = m_house->address();
    address.token = "tok-wrong";
    open(address, false);
    SignIn *panel = nullptr;
    QTRY_VERIFY_WITH_TIMEOUT((panel = shell().findChild<SignIn *>()), 15'000);
    QVERIFY2(textsOf(panel).contains("The token is not the right one"),
             qPrintable(textsOf(panel).join('\n')));
    auto *field = panel->findChild<QLineEdit *>("token");
    QVERIFY(field && field->echoMode() == QLineEdit::Password && field->text().isEmpty());
    QTest::keyClicks(field, ServeHouse::kToken);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(link().isRunning() && !shell().findChild<SignIn *>(), 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(link().flows().size(), std::size_t(3), 15'000);
    shell().showConnection(true);
    QVERIFY(!textsOf(&shell()).join(' ').contains(ServeHouse::kToken));
    shell().close();
    m_window.reset();
    m_look.reset();
    m_preferences.reset(); // writes what it has
    for (const QFileInfo &info : QDir(m_folder->path()).entryInfoList(QDir::Files | QDir::Hidden)) {
        QFile file(info.filePath());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY2(!file.readAll().contains(ServeHouse::kToken), qPrintable(info.fileName()));
    }
}

void TestOtherEngine::aLostEngineIsShownCountedAndFoundAgain()
{
    QVERIFY(open(m_house->address()));
    shell().open({"runs", {}, {}});
    const auto *table = shell().currentPage()->findChild<QTableView *>();
    run("quick");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 1, 15'000);
    m_house->kill();
    auto *strip = shell().findChild<UnreachableStrip *>();
    QTRY_VERIFY_WITH_TIMEOUT(strip->isVisible(), 15'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        textsOf(strip).filter(QRegularExpression("^Attempt \\d, next in \\d+ s$")).size() == 1, 15'000);
    QVERIFY2(textsOf(strip).filter("Showing data from").size() == 1, qPrintable(textsOf(strip).join('\n')));
    QVERIFY(textsOf(strip).contains("Try again now"));
    QCOMPARE(table->model()->rowCount(), 1); // the last that is known stays
    shell().showConnection(true);
    const QStringList panel = textsOf(shell().findChild<ConnectionPanel *>());
    QVERIFY2(panel.contains("Network") && panel.contains("Choose another engine"),
             qPrintable(panel.join('\n')));
    QVERIFY(m_house->start());
    QTest::keyClick(&shell(), Qt::Key_F5);
    QTRY_VERIFY_WITH_TIMEOUT(!strip->isVisible() && link().isRunning(), 20'000);
    run("quick");
    QTRY_COMPARE_WITH_TIMEOUT(table->model()->rowCount(), 2, 15'000);
}

void TestOtherEngine::aHungEngineNeverStopsTheWindow()
{
    QVERIFY(open(m_house->address()));
    run("hour");
    QElapsedTimer last;
    qint64 longest = 0;
    QTimer beat;
    connect(&beat, &QTimer::timeout, this, [&] { longest = qMax(longest, last.restart()); });
    m_house->hang();
    last.start();
    beat.start(10);
    for (const char *view : {"flows", "runs", "run", "runs"})
        shell().open({view, {}, {}});
    QTRY_VERIFY_WITH_TIMEOUT(link().state() == EngineLink::State::Unreachable, 15'000);
    beat.stop();
    QVERIFY2(longest < 5000, qPrintable(QString::number(longest))); // an answer is waited for longer
    QSignalSpy closed(m_window.get(), &console::Window::closed);
    QElapsedTimer closing;
    closing.start();
    shell().close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 15'000);
    m_window.reset();
    QVERIFY2(closing.elapsed() < 5000, qPrintable(QString::number(closing.elapsed())));
}

void TestOtherEngine::whatRunsElsewhereDoesNotKeepTheWindowOpen()
{
    QVERIFY(open(m_house->address()));
    const QString id = run("hour");
    QTRY_COMPARE_WITH_TIMEOUT(link().running(), 1, 15'000);
    QSignalSpy closed(m_window.get(), &console::Window::closed);
    shell().close();
    QTRY_COMPARE_WITH_TIMEOUT(closed.count(), 1, 15'000);
    QVERIFY(open(m_house->address()));
    QTRY_COMPARE_WITH_TIMEOUT(link().running(), 1, 15'000); // it goes on
}

void TestOtherEngine::theSignInSaysPlainlyWhatIsWrong_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("token");
    QTest::addColumn<QString>("headline");
    QTest::newRow("no token") << "%1"
                              << ""
                              << "The engine wants a token";
    QTest::newRow("wrong token") << "%1"
                                 << "tok-x"
                                 << "The token is not the right one";
    QTest::newRow("away") << "http://127.0.0.1:1"
                          << ""
                          << "The engine cannot be reached";
    QTest::newRow("no such name") << "http://no-such-engine.invalid"
                                  << ""
                                  << "The engine cannot be reached";
    QTest::newRow("no TLS") << "https%2"
                            << ""
                            << "The connection cannot be encrypted";
    QTest::newRow("no address") << "ftp://engine"
                                << ""
                                << "This does not work yet";
}

void TestOtherEngine::theSignInSaysPlainlyWhatIsWrong()
{
    QFETCH(QString, url);
    QFETCH(QString, token);
    QFETCH(QString, headline);
    QVERIFY(open(m_house->address()));
    const QString here = m_house->address().url.toString();
    SignIn *panel = shell().openSignIn(false);
    panel->findChild<QLineEdit *>("url")->setText(url.replace("%1", here).replace("%2", here.mid(4)));
    panel->findChild<QLineEdit *>("token")->setText(token);
    panel->submit();
    QTRY_VERIFY_WITH_TIMEOUT(!panel->isChecking() && textsOf(panel).contains(headline), 15'000);
    QVERIFY(link().isRunning()); // the engine of this window is not touched
}

void TestOtherEngine::anotherEngineIsShownInAWindowOfItsOwn()
{
    ServeHouse other;
    QVERIFY(other.start());
    QVERIFY(open(m_house->address()));
    EngineAddress chosen;
    connect(&m_window->control(), &console::WindowControl::engineChosen, this,
            [&](const EngineAddress &address, const client::EngineInfo &info) {
                chosen = address;
                QCOMPARE(info.flows, 3);
            });
    SignIn *panel = shell().openSignIn(false);
    QTest::keyClicks(panel->findChild<QLineEdit *>("url"), other.address().url.toString());
    QTest::keyClicks(panel->findChild<QLineEdit *>("token"), ServeHouse::kToken);
    panel->submit();
    QTRY_COMPARE_WITH_TIMEOUT(chosen.url, other.address().url, 15'000);
    QCOMPARE(chosen.token, QByteArray(ServeHouse::kToken));
    QTRY_VERIFY(!shell().findChild<SignIn *>());
    QCOMPARE(m_window->control().address().url, m_house->address().url);
    QVERIFY(m_preferences->value("engines/known").toStringList().contains(other.address().url.toString()));
}

void TestOtherEngine::everyControlOfTheSignInHasANameInBothLanguages()
{
    QVERIFY(open(m_house->address()));
    SignIn *panel = shell().openSignIn(false);
    panel->setTrouble({ErrorCode::NetTls, "engine.example", "the certificate has expired", {}, {}});
    QStringList english;
    for (const char *language : {"en", "pt_BR"}) {
        m_preferences->setLanguage(language);
        QCoreApplication::sendPostedEvents(); // the new language comes as an event
        QStringList names;
        for (QWidget *widget : panel->findChildren<QWidget *>()) {
            if (!widget->isVisible() || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            const QAccessibleInterface *access = QAccessible::queryAccessibleInterface(widget);
            QVERIFY2(access && !access->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
            names << access->text(QAccessible::Name);
        }
        QVERIFY(names.size() >= 7);
        if (english.isEmpty())
            english = names;
        else
            QVERIFY2(names.contains("Endereço") && names.contains("Conectar"), qPrintable(names.join(' ')));
    }
    QVERIFY(textsOf(panel).join(' ').contains("o certificado venceu"));
}

QTEST_MAIN(TestOtherEngine)
#include "tst_other_engine.moc"
